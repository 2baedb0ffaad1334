"""Makes the sheets of a site, each only when its words or its template changed: finished PDFs are kept by content."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.metadata import version
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sharik.catalog import Catalog
from sharik.paper.answers import Answers
from sharik.paper.cards import card_data, card_path, draw_card
from sharik.paper.compose import sheet_data
from sharik.paper.press import Job, Made, make
from sharik.paper.sheet import Sheet
from sharik.paper.typeset import FOLDER, Format, TypesettingError, typeset
from sharik.problems import ContentError, Problem
from sharik.urls import Publication

ANY_DAY = date(2026, 1, 1)  # a picture has no date in it
HINT = "Look for a letter that Vazirmatn lacks, such as an emoji, and write it in words."
KEPT = timedelta(days=30)  # since its last use
MANY = 6  # sheets; fewer are made sooner than a process starts
Data = Mapping[str, Any]


@dataclass(frozen=True)
class Printed:
    """A finished sheet: `file` is where it is kept, `size` in bytes."""

    sheet: Sheet
    file: Path
    pages: int
    size: int


def print_sheets(
    root: Path, catalog: Catalog, publication: Publication, wanted: Iterable[Sheet], folder: Path
) -> Iterator[Printed]:
    """Each of `wanted`, made in `folder` unless it lies there already.

    Raises ContentError, after all others are made, with a problem for every sheet that cannot be set.
    """
    problems = []
    sheets = list(wanted)
    for sheet, made in zip(sheets, _make_all(_jobs(root, catalog, publication, sheets, folder)), strict=True):
        if isinstance(made, TypesettingError):
            problems.append(unprintable(sheet, made, catalog))
            continue
        if isinstance(made, Made):
            file = write(folder / f"{made.key}.{made.pages}.pdf", made.pdf)
        else:
            os.utime(file := made)
        yield Printed(sheet, file, int(file.name.split(".")[1]), file.stat().st_size)
    if problems:
        raise ContentError(problems)


def _jobs(
    root: Path, catalog: Catalog, publication: Publication, wanted: Iterable[Sheet], folder: Path
) -> Iterator[Job | Path]:
    """What there is to do for each sheet, or its file, if it lies there already."""
    for sheet, data, reviewed in _with_data(wanted, catalog, publication):
        key = _key(root, sheet.kind, sheet.variant, data, reviewed)
        yield next(folder.glob(f"{key}.*.pdf"), None) or Job(key, root, sheet, data, reviewed)


def _with_data(
    wanted: Iterable[Sheet], catalog: Catalog, publication: Publication
) -> Iterator[tuple[Sheet, Data, date]]:
    """Each sheet with its data, which papers of one kind share."""
    known: dict[tuple[object, ...], tuple[Data, date]] = {}
    for sheet in wanted:
        variant = sheet.variant
        like = sheet.kind, sheet.id, sheet.locale, variant.depth, variant.side, variant.fillable
        if like not in known:
            known[like] = sheet_data(sheet, catalog, publication, Answers())
        yield sheet, *known[like]


def _make_all(jobs: Iterator[Job | Path]) -> Iterator[Made | Path | TypesettingError]:
    """What became of each job. Many are shared out among processes, which begin while others are still composed."""
    few: list[Job | Path] = []
    for job in jobs:
        few.append(job)
        if sum(isinstance(each, Job) for each in few) == MANY:
            break
    else:
        yield from map(make, few)
        return
    # Not forked: what Typst and pikepdf hold in threads and locks would not survive it.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, chain(few, jobs))


def unprintable(sheet: Sheet, error: TypesettingError, catalog: Catalog) -> Problem:
    """What is told of a sheet that cannot be set: at the page it belongs to."""
    page = catalog.pages[sheet.locale, sheet.page]
    return Problem(page.source, 1, "unprintable", f"{sheet.path} cannot be set: {error}", HINT)


def draw_cards(root: Path, catalog: Catalog, folder: Path) -> Iterator[tuple[str, Path]]:
    """The card of every page: its path below the site, and where it lies in `folder`.

    Raises ContentError, after all others are drawn, with a problem for every card that cannot be drawn.
    """

    def draw(name: str, data: Data, format: Format) -> bytes:
        return typeset(root, name, data, reviewed=ANY_DAY, format=format)

    problems = []
    for (locale, path), page in catalog.pages.items():
        data = card_data(catalog, page)
        file = folder / f"{_key(root, data)}.png"
        try:
            if file.exists():
                os.utime(file)
            else:
                write(file, draw_card(data, draw))
        except TypesettingError as error:
            problems.append(Problem(page.source, 1, "unprintable", f"its card cannot be drawn: {error}", HINT))
        else:
            yield card_path(locale, path, catalog.vocab.default_locale), file
    if problems:
        raise ContentError(problems)


def _key(root: Path, *parts: object) -> str:
    """A name for what is made of `parts` with the tools of today."""
    text = json.dumps([_tools(root), *parts], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def write(file: Path, content: bytes) -> Path:
    """`content` at `file`, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        return unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def forget_old(folder: Path, now: datetime) -> None:
    """Removes what has not been asked for in a month."""
    for file in folder.glob("*.p*"):
        if now.timestamp() - file.stat().st_mtime > KEPT.total_seconds():
            file.unlink(missing_ok=True)


@cache
def _tools(root: Path) -> str:
    """Changes with Typst, with the templates and fonts, and with the code that makes sheets of them."""
    files = [*sorted((root / FOLDER).rglob("*.*")), *sorted(Path(__file__).parent.glob("*.py"))]
    texts = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(version("typst").encode() + texts).hexdigest()
