"""Rules for texts that nobody translated: English sentences, and texts equal to the English ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sharik.catalog import Catalog
from sharik.check.parity import front_texts, message_documents, texts
from sharik.check.sections import prose_lines
from sharik.pages import Page
from sharik.problems import Report

ENGLISH = "en"
_SENTENCE = 5  # Latin words in a row, of which half begin with a small letter; "Google Ads API" is a name
_LATIN_RUN = re.compile(r"[A-Za-z][\w'’-]*+(?:[ ,;:.!?()]++[A-Za-z][\w'’-]*+)*+", re.A)
_WORD = re.compile(r"[A-Za-z][\w'’-]*+", re.A)
_QUOTED = re.compile(r"«[^«»]*+»|“[^“”]*+”|\"[^\"]*+\"|`[^`]*+`")
# No words of a language: addresses, file names, {placeholders}, code.
_NO_WORDS = re.compile(r"\{\w*+\}|`[^`]*+`|(?<!\S)\S*[@/_\\]\S*|(?<![\w-])[\w-]++\.[A-Za-z]\S*+", re.A)
# Written in Latin letters in every language, alone too; a name with a capital inside (GitHub) need not stand here.
_NAMES = frozenset(
    {"ads", "analytics", "android", "chrome", "console", "excel", "facebook", "firefox", "google", "instagram"}
    | {"linkedin", "markdown", "maps", "safari", "search", "sharik", "telegram", "typst", "vazirmatn", "windows"}
)


class Unit(NamedTuple):
    """A text that is translated as a whole: a line, a cell of a table, a text of a data file."""

    text: str
    path: str
    line: int


def check_leftovers(root: Path, catalog: Catalog, report: Report) -> None:
    for code, locale in catalog.locales.items():
        if locale.direction == "rtl":
            for unit, english in _units(root, catalog, code):
                _check(unit, english, report)


def _units(root: Path, catalog: Catalog, code: str) -> Iterator[tuple[Unit, set[str]]]:
    """Every text in the language `code`, with what the same place says in English."""
    documents = [entry.word_documents for entry in (*catalog.entries(), catalog.glossary)]
    for files in (*documents, message_documents(root, catalog)):
        english = dict(texts(files[ENGLISH].value)) if ENGLISH in files else {}
        if code in files:
            for at, text in texts(files[code].value):
                yield Unit(text, files[code].path, files[code].line(*at)), {_fold(english.get(at, ""))}
    for page in catalog.pages.values():
        if page.locale == code:
            yield from _page_units(page, catalog.pages.get((ENGLISH, page.path)))


def _page_units(page: Page, english: Page | None) -> Iterator[tuple[Unit, set[str]]]:
    front = dict(front_texts(english)) if english else {}
    for at, text in front_texts(page):
        if at[-1] != "to":
            yield Unit(text, page.source, page.meta_document.line(*at)), {_fold(front.get(at, ""))}
    body = {_fold(unit.text) for unit in _body(english)} if english else set()
    for unit in _body(page):
        yield unit, body


def _body(page: Page) -> Iterator[Unit]:
    for line in prose_lines(page):
        for cell in line.text.split("|"):
            yield Unit(cell, page.source, line.line)


def _check(unit: Unit, english: set[str], report: Report) -> None:
    if _fold(unit.text) in english and _has_words(unit.text):
        message = f"'{_short(unit.text)}' is the English text"
        report.error(
            unit.path, unit.line, "untranslated", message, "Translate it; names and code may stay as they are."
        )
        return
    for match in _LATIN_RUN.finditer(_QUOTED.sub(" ، ", _NO_WORDS.sub(" ، ", unit.text))):
        words = _WORD.findall(match[0])
        if len(words) >= _SENTENCE and 2 * sum(word[0].islower() for word in words) >= len(words):
            hint = "Translate it; put a quotation in «…», code in `…`."
            report.error(unit.path, unit.line, "untranslated", f"'{_short(match[0])}' is not translated", hint)
            return


def _has_words(text: str) -> bool:
    """Whether a text says something in English: more than names, addresses, code and abbreviations."""
    words = _WORD.findall(_NO_WORDS.sub(" ", text))
    return any(re.search("[a-z]{2}", word) and not _is_name(word) for word in words)


def _is_name(word: str) -> bool:
    return word.lower() in _NAMES or re.search("[a-z][A-Z]", word) is not None


def _fold(text: str) -> str:
    return " ".join(text.casefold().split()).strip("#*-+ :")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
