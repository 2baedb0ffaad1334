"""Loads, checks and renders Sharik's content; knows nothing of MkDocs, Jinja or a browser."""
