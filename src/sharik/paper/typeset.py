"""Sets a sheet with Typst: a template, its data as JSON, and nothing that Typst only warns of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

Format = Literal["pdf", "png"]
Standard = Literal["ua-1", "a-2a"]
ARCHIVAL: tuple[Standard, ...] = ("ua-1", "a-2a")
FOLDER = "paper"  # below the root: templates and fonts
REMEMBERED = 10  # documents; what Typst did for a document and has not needed since then, it forgets


class TypesettingError(Exception):
    """A sheet that cannot be set: what Typst says, with the template and, if known, the text."""


def typeset(
    root: Path,
    template: str,
    data: Mapping[str, Any],
    *,
    reviewed: date,
    format: Format = "pdf",
    standards: Sequence[Standard] = ARCHIVAL,
) -> bytes:
    """The sheet that paper/<template>.typ makes of `data`; a PNG has a pixel a point.

    `data` is given as JSON and never read as markup. The same data give the same bytes: the date inside is `reviewed`.
    Raises TypesettingError for whatever Typst refuses, and for each of its warnings: a font or a letter that is
    missing would be replaced without a word.
    """
    file = root / FOLDER / f"{template}.typ"
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        made, warnings = _compiler(root).compile_with_warnings(
            str(file),
            format=format,
            ppi=72,
            sys_inputs=inputs,
            pdf_standards=[*standards] if format == "pdf" else [],
            timestamp=datetime.combine(reviewed, time(), tzinfo=UTC),
        )
    except RuntimeError as error:
        raise _told(error, file) from error
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    if not isinstance(made, bytes):
        raise TypesettingError(f"{template}: one file was expected, {type(made).__name__} came")
    return made


def query(root: Path, template: str, data: Mapping[str, Any], selector: str) -> str:
    """What the elements that `selector` names say of themselves, as JSON. Raises TypesettingError."""
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    file = root / FOLDER / f"{template}.typ"
    fonts = _fonts(root)
    try:
        return typst.Compiler(file, root=root / FOLDER, font_paths=fonts, sys_inputs=inputs).query(selector)
    except RuntimeError as error:
        raise _told(error, file) from error


def _told(error: RuntimeError, file: Path) -> TypesettingError:
    said = [error.message, *error.hints] if isinstance(error, typst.TypstError) else [f"{file.name}: {error}"]
    return TypesettingError("; ".join(said))


def forget() -> None:
    """Frees what Typst remembers of the documents set so far.

    Sheets have next to nothing in common: to keep what was done for the last ten of them takes twice the memory, and
    time to look through it. typst-py cannot be told so, but empty documents push everything else out.
    """
    for _ in range(REMEMBERED + 1):
        _empty().compile(b"", format="svg")


@cache
def _fonts(root: Path) -> typst.Fonts:
    folder = root / FOLDER / "fonts"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@cache
def _compiler(root: Path) -> typst.Compiler:
    """One for all sheets: fonts and templates are read once."""
    return typst.Compiler(root=str(root / FOLDER), font_paths=_fonts(root))


@cache
def _empty() -> typst.Compiler:
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False))
