"""Tells an editor what a rule found: in the language of the text, with what cannot be seen written by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sharik.catalog import Catalog
from sharik.messages import Messages
from sharik.model.rules import RuleWords
from sharik.problems import Fix, Problem, Severity
from sharik.text.lines import Lines
from sharik.text.lint.engine import Finding
from sharik.text.lint.names import reveal
from sharik.urls import Publication, page_url, publication

LONGEST = 60  # of what is quoted in a message
OTHER = "en"  # the language of files whose name tells none


@dataclass(frozen=True)
class Teller:
    """`words` of the rules and interface texts by locale; the other two make up the addresses of the rules."""

    words: Mapping[str, Mapping[str, RuleWords]]
    messages: Mapping[str, Messages]
    publication: Publication
    default_locale: str

    def locale_of(self, path: str) -> str | None:
        """The language that the name of a file tells: docs/fa/…, …/fa.yml, README.fa.md."""
        parts = path.replace(".", "/").split("/")
        return next((part for part in reversed(parts) if part in self.messages), None)

    def problem(self, path: str, finding: Finding, lines: Lines) -> Problem:
        """The finding as a problem of the file `path`."""
        line, column = lines.place(finding.start)
        found = _quoted(finding.found)
        words = self.words.get(finding.locale, {}).get(finding.code)
        title = words.title if words else finding.code
        message = self.messages[finding.locale].text("lint.found", title=title, found=found, column=column)
        severity = cast(Severity, finding.severity)
        fix = None if finding.right is None else Fix(line, column, *lines.place(finding.end), finding.right)
        return Problem(path, line, finding.code, message, self._hint(finding), severity, column, fix)

    def _hint(self, finding: Finding) -> str:
        messages, address = self.messages[finding.locale], self.address(finding.code, finding.locale)
        if finding.advice is None and finding.code.startswith("UNI"):
            return messages.text("lint.retype", rule=address)
        if finding.advice is None:
            words = self.words.get(finding.locale, {}).get(finding.code)
            return messages.text("lint.by_hand", good=words.good if words else "", rule=address)
        if not finding.advice:
            return messages.text("lint.delete", rule=address)
        return messages.text("lint.write", right=_quoted(finding.advice), rule=address)

    def address(self, code: str, locale: str) -> str:
        """Where the site explains the rule."""
        page = page_url(locale, "house-style.md", self.default_locale)
        return f"{self.publication.absolute(page)}#{code.lower()}"


def make_teller(catalog: Catalog) -> Teller:
    """The teller with the words of `catalog`."""
    words = {code: found.rules for code, found in catalog.house_style.words.items()}
    return Teller(words, catalog.messages, publication(), catalog.vocab.default_locale)


def _quoted(text: str) -> str:
    shown = reveal(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
