"""Rules for every text, wherever it stands: no HTML, nothing that makes it look like another one."""

from __future__ import annotations

import re
from pathlib import Path

from sharik.catalog import Catalog
from sharik.check.findings import OTHER, Teller, make_teller
from sharik.problems import Report
from sharik.source import Document, Location, read_text
from sharik.text.lines import Lines
from sharik.text.lint.characters import RULES
from sharik.text.lint.engine import Finding
from sharik.text.lint.passage import Passage

DANGEROUS = ("UNI003", "UNI004")  # of all rules of language the ones that no site is built with
_MARKUP = re.compile(r"<[/!A-Za-z][^>]*>?|&(?:\w+|#\d+);|javascript:", re.I)


def check_texts(root: Path, catalog: Catalog, report: Report) -> None:
    teller = make_teller(catalog)
    for file in [*sorted((root / "data").rglob("*.yml")), *sorted((root / "docs").rglob("*.md"))]:
        _check_directions(root, file.relative_to(root).as_posix(), teller, report)
    for entry in [*catalog.entries(), catalog.glossary]:
        for document in entry.word_documents.values():
            _check_markup(document.value, document, (), report)
    for page in catalog.pages.values():
        _check_markup(page.meta_document.value, page.meta_document, (), report)
        for html, line in page.html:
            hint = "Use Markdown, a block such as !!! note, or a marker; to show a tag, put it in `backticks`."
            report.error(page.source, line, "html-in-words", f"the page holds HTML: {html[:40]}", hint)


def _check_directions(root: Path, path: str, teller: Teller, report: Report) -> None:
    text = read_text(root, path, Report()) or ""  # what cannot be read was reported when it was loaded
    locale = teller.locale_of(path) or OTHER
    passage, lines = Passage(text, text, locale), Lines(text)
    for code in DANGEROUS:
        for hit in RULES[code](passage):
            found = Finding(hit.start, hit.end, code, text[hit.start : hit.end], None, None, "error", locale)
            report.problems.append(teller.problem(path, found, lines))


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
