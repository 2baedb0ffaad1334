"""The checker of language: what of a file is prose, and in which language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from sharik.check.findings import OTHER, Teller
from sharik.model.vocab import Locale
from sharik.problems import Problem
from sharik.text.front_matter import FRONT_MATTER
from sharik.text.lines import Lines
from sharik.text.lint.engine import Finding, Linter, Place, repair, unwaived
from sharik.text.lint.extract import Language, markdown_places, yaml_places, yaml_shape

YAML = (".yml", ".yaml")
SPELLING = "data/house-style/spelling"
LISTS = (SPELLING, "data/search/")  # words as people write them, wrong ones too
# Values that hold wrong forms on purpose, or forms that people type; and values that are no prose.
EXEMPT = frozenset({"forbidden", "synonyms", "bad", "good"})
NO_PROSE = frozenset(
    {"id", "url", "file", "sources", "source_locale", "stage", "to", "covers", "abbr", "published", "reviewed", "seen"}
)


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
        """`text` with everything repaired that is certain; unchanged if YAML in it would then read otherwise."""
        better = repair(text, partial(self._findings, path, locale))
        return better if _shape(path, better) == _shape(path, text) else text

    def _findings(self, path: str, locale: str | None, text: str) -> list[Finding]:
        return unwaived(self.linter.lint(self._places(path, locale, text)), text, Lines(text))

    def _places(self, path: str, locale: str | None, text: str) -> Iterator[Place]:
        if path.startswith(LISTS):
            return iter(())
        language_of = partial(self._language_of, path, locale)
        if path.endswith(YAML):
            return yaml_places(text, language_of)
        return markdown_places(text, self._language(locale or self.teller.locale_of(path) or OTHER, path), language_of)

    def _language(self, locale: str, path: str) -> Language:
        isolated = path.startswith(("docs/", "data/")) or ("/" not in path and not path.endswith(".md"))
        return Language(locale, self.locales[locale].digits, isolated, self.knows_persian)

    def _language_of(self, path: str, locale: str | None, keys: tuple[str, ...]) -> Language | None:
        """The language of a value in a YAML file: told by the name of the file, or by its keys."""
        if EXEMPT & set(keys) or NO_PROSE & set(keys):
            return None
        by_key = next((key for key in reversed(keys) if key in self.locales), None)
        found = self.teller.locale_of(path) or by_key or locale
        return self._language(found, path) if found else None


def _shape(path: str, text: str) -> object:
    if path.endswith(YAML):
        return yaml_shape(text)
    front = FRONT_MATTER.match(text)
    return yaml_shape(front["yaml"]) if front else None
