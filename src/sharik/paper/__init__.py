"""Sheets of paper: what stands on them, and the PDFs that Typst makes of it."""
