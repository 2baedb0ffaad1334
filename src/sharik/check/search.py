"""Rules for data/search/: every language and place exists, and a form is one word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sharik.catalog import Catalog
from sharik.problems import Report
from sharik.search.analyzer import LATIN, Analyzer
from sharik.search.documents import pages_to_find, place_id
from sharik.source import Document


def check_search(catalog: Catalog, report: Report) -> None:
    entry = catalog.search
    for code in {*entry.structure.languages} - {*catalog.locales}:
        line, hint = entry.document.line("languages", code), "See the locales in data/vocab.yml."
        report.error(entry.document.path, line, "unknown-key", f"there is no language '{code}'", hint)
    if LATIN not in entry.structure.languages:
        hint = "Add it with its endings."
        message = f"the rules of '{LATIN}' are missing, which Latin words in every text follow"
        report.error(entry.document.path, entry.document.line("languages"), "missing-key", message, hint)
        return
    places = {place for code in catalog.locales for place in _places(catalog, code)}
    for code, document in entry.word_documents.items():
        _check_forms(catalog, code, document, report)
        for place in entry.words[code].asked:
            if place not in places:
                hint = "Write the page without .md and the id of the place, as in articles/push-and-pull#pull."
                line, message = document.line("asked", place), f"there is no place '{place}' to be found"
                report.error(document.path, line, "unknown-place", message, hint)


def _places(catalog: Catalog, code: str) -> Iterator[str]:
    return chain.from_iterable(
        (place_id(page.path, place.anchor) for place in page.places) for page in pages_to_find(catalog, code)
    )


def _check_forms(catalog: Catalog, code: str, document: Document, report: Report) -> None:
    analyzer = Analyzer(catalog.search.structure, code)
    seen: dict[str, int] = {}
    for number, row in enumerate(catalog.search.words[code].forms):
        for form in row:
            line, words = document.line("forms", number), analyzer.tokens(form)
            if len(words) != 1:
                hint = "Forms are single words; phrases that mean one thing stand under 'synonyms'."
                report.error(document.path, line, "invalid-value", f"'{form}' is not one word", hint)
            elif seen.setdefault(words[0].stem, number) != number:
                message = f"'{form}' stands in another row, too (line {document.line('forms', seen[words[0].stem])})"
                report.error(document.path, line, "duplicate-id", message, "Keep it in one row, or join the rows.")
