"""Makes the PDF of a sheet: sets it in the size that saves pages, joins its words, lays fields over it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import segno

from sharik.paper.form import add_fields, fields_of
from sharik.paper.join import join_words
from sharik.paper.sheets import PAPERS, Sheet
from sharik.paper.typeset import ARCHIVAL, FOLDER, Standard, query, typeset

TEMPLATES = {
    "checklists": "checklist",
    "articles": "article",
    "guides": "guide",
    "books": "guide",
    "worksheets": "worksheet",
    "questionnaires": "questionnaire",
    "cases": "case",
}
FONT = "fonts/Vazirmatn-Regular.ttf"


def make_pdf(root: Path, sheet: Sheet, data: Mapping[str, Any], reviewed: date) -> bytes:
    """The PDF of `sheet` from its data (see compose.sheet_data).

    Raises TypesettingError when it cannot be set.
    """
    return _finished(root, sheet, *_fitted(root, sheet, data, reviewed))


def _fitted(root: Path, sheet: Sheet, data: Mapping[str, Any], reviewed: date) -> tuple[bytes, Mapping[str, Any]]:
    """The sheet on the first of its papers and sizes that has the fewest pages, and the data it was set from."""
    # Filling may add what PDF/A forbids, and some programs open a PDF/A for reading only.
    standards: tuple[Standard, ...] = ("ua-1",) if sheet.variant.fillable else ARCHIVAL
    code = qr_code(data["address"])
    best, chosen, fewest = b"", data, 0
    for paper, size in sheet.variant.fits:
        fitted = {**data, "qr": code, "size": size, "page": asdict(PAPERS[paper])}
        made = typeset(root, TEMPLATES[sheet.kind], fitted, reviewed=reviewed, standards=standards)
        pages = page_count(made)
        if not fewest or pages < fewest:
            best, chosen, fewest = made, fitted, pages
        if fewest == 1:
            break
    return best, chosen


def _finished(root: Path, sheet: Sheet, made: bytes, data: Mapping[str, Any]) -> bytes:
    joined = join_words(made) if data["rtl"] else made
    if not sheet.variant.fillable:
        return joined
    fields = fields_of(query(root, TEMPLATES[sheet.kind], data, "<field>"))
    items = [item for part in data["parts"] for group in part["groups"] for item in group["items"]]
    ticked = {item["key"]: True for item in items if item["state"] == "done"}
    font = (root / FOLDER / FONT).read_bytes()
    return add_fields(joined, fields, rtl=data["rtl"], font=font, values=ticked)


def page_count(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@cache
def qr_code(address: str) -> str:
    """SVG; error correction M, no border: the sheet leaves room around it."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return out.getvalue().decode()
