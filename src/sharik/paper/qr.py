"""The QR code that leads from paper back to the page."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache  # sheets of one page share it, and to find its best pattern takes longer than to draw it
def qr_code(address: str) -> str:
    """SVG; error correction M, no border: the sheet leaves room around it."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return out.getvalue().decode()
