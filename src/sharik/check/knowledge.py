"""What the checker knows: the rules, lists, terms and lexicon of the repository."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sharik.catalog import Catalog
from sharik.check.findings import make_teller
from sharik.check.language import SPELLING, Checker
from sharik.model.rules import WordLists
from sharik.model.validate import validate
from sharik.problems import Report
from sharik.source import read_yaml
from sharik.text.lint import lexicon
from sharik.text.lint.linter import Knowledge, make_linter

OWN = ("data/house-style/", "data/lexicon/")  # without these the checker itself is not whole


def load_checker(root: Path, catalog: Catalog, report: Report) -> Checker:
    """The checker with the rules, lists and terms of the repository at `root`; what is missing goes into `report`."""
    for name in lexicon.LISTS:
        path = f"{lexicon.FOLDER.as_posix()}/{name}.txt"
        if not (root / path).exists():
            hint = "Take it from the repository: without it Persian words are not checked."
            report.error(path, 1, "missing-file", "a list of the Persian lexicon is missing", hint)
    known = Knowledge(
        lists={code: _lists(root, code, report) for code in catalog.locales},
        house_forms={code: _house_forms(catalog, code) for code in catalog.locales},
        forbidden={code: _forbidden(catalog, code) for code in catalog.locales},
        lexicon=partial(lexicon.load_lexicon, root),
    )
    return Checker(
        make_linter(catalog.house_style.structure, known),
        make_teller(catalog),
        catalog.locales,
        partial(_is_word, root),
    )


def _is_word(root: Path, word: str) -> bool:
    words = lexicon.load_lexicon(root)
    return word in words.words or word in words.verbs or word in words.compounds


def _lists(root: Path, code: str, report: Report) -> WordLists:
    document = read_yaml(root, f"{SPELLING}/{code}.yml", report)
    found = validate(WordLists, document, report) if document else None
    if document is None or found is None:
        return WordLists(schema=1)
    for wrong, right in found.spelling.items():
        if wrong == right or not any(character.isalpha() for character in wrong):
            line, hint = document.line("spelling", wrong), "Write 'wrong form: right form', each with a letter in it."
            report.error(document.path, line, "invalid-value", f"'{wrong}: {right}' mends nothing", hint)
    return found


def _house_forms(catalog: Catalog, code: str) -> list[str]:
    words = catalog.glossary.words.get(code)
    return [form for term in (words.root.values() if words else ()) for form in (term.term, *term.forms)]


def _forbidden(catalog: Catalog, code: str) -> dict[str, str]:
    words = catalog.glossary.words.get(code)
    return {form: term.term for term in (words.root.values() if words else ()) for form in term.forbidden}
