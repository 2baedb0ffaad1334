"""Makes the PDF of a sheet: sets it in the size that saves pages, joins its words, lays fields over it."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf

from sharik.paper.form import add_fields, fields_of
from sharik.paper.join import join_words
from sharik.paper.sheet import PAPERS, Sheet
from sharik.paper.typeset import ARCHIVAL, FOLDER, Standard, TypesettingError, forget, query, typeset

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
ANY_DAY = date(2026, 1, 1)  # nothing of it is kept of what a field shows


def make_pdf(root: Path, sheet: Sheet, data: Mapping[str, Any], reviewed: date) -> bytes:
    """The PDF of `sheet` from its data (see compose.sheet_data).

    Raises TypesettingError when it cannot be set.
    """
    made = _finished(root, sheet, _fitted(root, sheet, data), reviewed)
    forget()
    return made


@dataclass(frozen=True)
class Job:
    """A sheet to make, and the key that it is kept under."""

    key: str
    root: Path
    sheet: Sheet
    data: Mapping[str, Any]
    reviewed: date


@dataclass(frozen=True)
class Made:
    key: str
    pdf: bytes
    pages: int


def make(job: Job | Path) -> Made | Path | TypesettingError:
    """The sheet, or why it cannot be set; the file of one that is made already stays as it is.

    It stands here since a process that makes sheets imports this module, and nothing that sheets are composed with.
    """
    if isinstance(job, Path):
        return job
    try:
        pdf = make_pdf(job.root, job.sheet, job.data, job.reviewed)
    except TypesettingError as error:
        return error
    return Made(job.key, pdf, page_count(pdf))


def _fitted(root: Path, sheet: Sheet, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """`data` with the first of the papers and sizes of `sheet` that has the fewest pages."""
    template = TEMPLATES[sheet.kind]
    fits = [(asdict(PAPERS[paper]), size) for paper, size in sheet.variant.fits]
    chosen, *others = ({**data, "page": page, "size": size} for page, size in fits)
    if not others:
        return chosen
    end = _end(root, template, chosen)
    for other in others:
        if end["page"] == 1:
            break
        if other["page"] == chosen["page"] and not _may_save(chosen, end, other["size"]):
            continue
        reached = _end(root, template, other)
        if reached["page"] < end["page"]:
            chosen, end = other, reached
    return chosen


def _end(root: Path, template: str, data: Mapping[str, Any]) -> Mapping[str, float]:
    """The number of the last page, and how many millimetres down it the text reaches.

    Typst remembers the pages, so a PDF of them takes no longer afterwards; of those not chosen none is made.
    """
    end: Mapping[str, float] = json.loads(query(root, template, data, "<end>"))[0]["value"]
    return end


def _may_save(data: Mapping[str, Any], end: Mapping[str, float], size: float) -> bool:
    """Whether `size` could save one of the pages that `data` takes: if the last one is not too full for it.

    What text covers goes with the square of its size. Of 102 sheets, 39 of the 55 that this lets through took a page
    less, and none of the others would have.
    """
    smaller = size / float(data["size"])
    return end["y"] / float(data["page"]["height"]) < end["page"] * (1 - smaller**2)


def _finished(root: Path, sheet: Sheet, data: Mapping[str, Any], reviewed: date) -> bytes:
    # Filling may add what PDF/A forbids, and some programs open a PDF/A for reading only.
    standards: tuple[Standard, ...] = ("ua-1",) if sheet.variant.fillable else ARCHIVAL
    made = typeset(root, TEMPLATES[sheet.kind], data, reviewed=reviewed, standards=standards)
    joined = join_words(made) if data["rtl"] else made
    if not sheet.variant.fillable:
        return joined
    told = query(root, TEMPLATES[sheet.kind], data, "<field>")
    places = [each["value"] for each in json.loads(told)]
    values = {place["name"]: place["value"] for place in places if place["value"]}
    shown = {place["value"]: place["nodes"] for place in places}

    def draw(text: str, width: float, height: float, lines: int) -> bytes:
        place = {"nodes": shown[text], "width": width, "height": height, "lines": lines}
        return typeset(root, "value", {**data, **place}, reviewed=ANY_DAY, standards=())

    font = (root / FOLDER / FONT).read_bytes()
    return add_fields(joined, fields_of(told), rtl=data["rtl"], font=font, values=values, draw=draw)


def page_count(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
