"""The checker of language over the files of the repository: which texts, and in which language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sharik.catalog import Catalog
from sharik.check.findings import OTHER, Teller, make_teller
from sharik.model.rules import WordLists
from sharik.model.validate import validate
from sharik.model.vocab import Locale
from sharik.problems import Problem, Report
from sharik.source import read_text, read_yaml, rewrite
from sharik.text.lines import Lines
from sharik.text.lint.engine import Finding, Linter, Place, repair, unwaived
from sharik.text.lint.extract import Language, markdown_places, yaml_places
from sharik.text.lint.lexicon import load_lexicon
from sharik.text.lint.linter import Knowledge, make_linter

PROSE = (
    *("docs/**/*.md", "data/**/*.yml", "data/**/*.md", "*.md", "decisions/*.md"),
    *(".github/**/*.md", ".github/**/*.yml"),
)
READABLE = (".md", ".yml", ".yaml", ".txt")
LISTS = "data/house-style/spelling"
# Values that hold wrong forms on purpose, or forms that people type; and values that are no prose.
EXEMPT = frozenset({"forbidden", "synonyms", "bad", "good"})
NO_PROSE = frozenset({"id", "url", "file", "sources", "source_locale", "stage", "to", "covers", "abbr"})


@dataclass(frozen=True)
class Checker:
    """Finds what breaks the house style in a text, and repairs what is certain."""

    linter: Linter
    teller: Teller
    locales: Mapping[str, Locale]
    knows_persian: Callable[[str], bool]

    def problems(self, path: str, text: str, locale: str | None = None) -> list[Problem]:
        """Every problem of language in the file `path` with `text`; `locale` where its name does not tell."""
        lines = Lines(text)
        return [self.teller.problem(path, finding, lines) for finding in self._findings(path, locale, text)]

    def repaired(self, path: str, text: str, locale: str | None = None) -> str:
        """`text` with everything repaired that is certain."""
        return repair(text, partial(self._findings, path, locale))

    def _findings(self, path: str, locale: str | None, text: str) -> list[Finding]:
        return unwaived(self.linter.lint(self._places(path, locale, text)), text, Lines(text))

    def _places(self, path: str, locale: str | None, text: str) -> Iterator[Place]:
        if path.startswith(LISTS):
            return iter(())
        language_of = partial(self._language_of, path, locale)
        if path.endswith((".yml", ".yaml")):
            return yaml_places(text, language_of)
        return markdown_places(text, self._language(locale or self.teller.locale_of(path) or OTHER, path), language_of)

    def _language(self, locale: str, path: str) -> Language:
        isolated = path.startswith(("docs/", "data/")) or ("/" not in path and not path.endswith(".md"))
        return Language(locale, self.locales[locale].digits, isolated, self.knows_persian)

    def _language_of(self, path: str, locale: str | None, keys: tuple[str, ...]) -> Language | None:
        """The language of a value in a YAML file: told by its keys, or by the name of the file."""
        if EXEMPT & set(keys) or NO_PROSE & set(keys):
            return None
        by_key = next((key for key in reversed(keys) if key in self.locales), None)
        found = self.teller.locale_of(path) or by_key or locale
        return self._language(found, path) if found else None


def prose_files(root: Path) -> list[str]:
    """Every file whose words people read, from the repository's root."""
    found = {file.relative_to(root).as_posix() for pattern in PROSE for file in root.glob(pattern)}
    return sorted(found)


def chosen(root: Path, wanted: list[str]) -> list[str]:
    """The files to be read: all prose, or of it what is below the paths `wanted`, and the files named among them."""
    files = prose_files(root)
    if not wanted:
        return files
    named = {path for path in wanted if (root / path).is_file() and path.endswith(READABLE)}
    return sorted({path for path in files if is_below(path, wanted)} | named)


def is_below(path: str, wanted: list[str]) -> bool:
    """Whether `path` is one of the paths `wanted`, or in a folder among them."""
    return any(path == place or place == "." or path.startswith(place + "/") for place in wanted)


def check_language(root: Path, checker: Checker, paths: list[str], report: Report, locale: str | None = None) -> None:
    """Adds every problem of language in the files `paths`; `locale` for those whose name does not tell theirs."""
    for path in paths:
        text = read_text(root, path, report)
        if text is not None:
            report.problems += checker.problems(path, text, None if checker.teller.locale_of(path) else locale)


def repair_files(root: Path, checker: Checker, paths: list[str], locale: str | None = None) -> list[str]:
    """Repairs what is certain in the files `paths`; returns those that were written."""
    repaired = []
    for path in paths:
        text = read_text(root, path, Report())
        if text is None:
            continue
        better = checker.repaired(path, text, None if checker.teller.locale_of(path) else locale)
        if better != text:
            rewrite(root / path, better)
            repaired.append(path)
    return repaired


def load_checker(root: Path, catalog: Catalog, report: Report) -> Checker:
    """The checker with the rules, lists and terms of the repository at `root`."""
    known = Knowledge(
        lists={code: _lists(root, code, report) for code in catalog.locales},
        house_forms={code: _house_forms(catalog, code) for code in catalog.locales},
        forbidden={code: _forbidden(catalog, code) for code in catalog.locales},
        lexicon=partial(load_lexicon, root),
    )
    return Checker(
        make_linter(catalog.house_style.structure, known),
        make_teller(catalog),
        catalog.locales,
        partial(_is_word, root),
    )


def _is_word(root: Path, word: str) -> bool:
    lexicon = load_lexicon(root)
    return word in lexicon.words or word in lexicon.verbs or word in lexicon.compounds


def _lists(root: Path, code: str, report: Report) -> WordLists:
    document = read_yaml(root, f"{LISTS}/{code}.yml", report)
    found = validate(WordLists, document, report) if document else None
    return found or WordLists(schema=1)


def _house_forms(catalog: Catalog, code: str) -> list[str]:
    words = catalog.glossary.words.get(code)
    return [form for term in (words.root.values() if words else ()) for form in (term.term, *term.forms)]


def _forbidden(catalog: Catalog, code: str) -> dict[str, str]:
    words = catalog.glossary.words.get(code)
    return {form: term.term for term in (words.root.values() if words else ()) for form in term.forbidden}
