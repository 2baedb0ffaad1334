"""Rules for every text, wherever it stands: no HTML, no characters that turn the writing round."""

from __future__ import annotations

import re
from pathlib import Path

from sharik.catalog import Catalog
from sharik.problems import Report
from sharik.source import Document, Location, read_text
from sharik.text.bidi import CONTROLS

_CONTROL = re.compile(f"[{''.join(CONTROLS)}]")
_MARKUP = re.compile(r"<[/!A-Za-z][^>]*>?|&(?:\w+|#\d+);|javascript:", re.I)


def check_texts(root: Path, catalog: Catalog, report: Report) -> None:
    for file in [*sorted((root / "data").rglob("*.yml")), *sorted((root / "docs").rglob("*.md"))]:
        _check_controls(root, file.relative_to(root).as_posix(), report)
    for entry in [*catalog.entries(), catalog.glossary]:
        for document in entry.word_documents.values():
            _check_markup(document.value, document, (), report)
    for page in catalog.pages.values():
        _check_markup(page.meta_document.value, page.meta_document, (), report)
        for html, line in page.html:
            hint = "Use Markdown, a block such as !!! note, or a marker; to show a tag, put it in `backticks`."
            report.error(page.source, line, "html-in-words", f"the page holds HTML: {html[:40]}", hint)


def _check_controls(root: Path, path: str, report: Report) -> None:
    text = read_text(root, path, Report()) or ""  # what cannot be read was reported when it was loaded
    for number, line in enumerate(text.split("\n"), 1):
        for match in _CONTROL.finditer(line):
            name = f"{CONTROLS[match[0]]} (U+{ord(match[0]):04X})"
            hint = "Delete it (it cannot be seen: retype the words around it); the build isolates for you."
            message = f"the invisible character {name} stands after {match.start()} characters"
            report.error(path, number, "bidi-control", message, hint)


def _check_markup(value: object, document: Document, at: Location, report: Report) -> None:
    if isinstance(value, dict):
        for key, child in value.items():
            _check_markup(child, document, (*at, key), report)
    elif isinstance(value, list):
        for i, child in enumerate(value):
            _check_markup(child, document, (*at, i), report)
    elif isinstance(value, str) and (match := _MARKUP.search(value)):
        hint = "Write plain words; the page adds all markup."
        report.error(document.path, document.line(*at), "html-in-words", f"the text holds HTML: {match[0][:40]}", hint)
