"""What can be wrong with content: one form for every problem, one list of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]

# Every code, with the sentence that CONTRIBUTING.md and the tests hold against it.
CODES = {
    "accountable-count": "An item has no accountable role, or more than one.",
    "bad-id": "An id is not lower-case ASCII words joined by hyphens.",
    "broken-anchor": "A link leads to a place that its page does not have.",
    "broken-link": "A link leads to a page that does not exist.",
    "duplicate-id": "Two things of one list carry the same id.",
    "duplicate-key": "A YAML file has the same key twice.",
    "encoding": "A file is not UTF-8.",
    "footnotes-differ": "The notes of a page differ from those of its source language.",
    "group-too-long": "A group of a checklist has more than nine items.",
    "heading-id": "A heading has no id of its own, or its id is taken.",
    "heading-ids-differ": "The headings of a page differ from those of its source language.",
    "html-in-words": "A text or a page holds HTML.",
    "id-mismatch": "The id in a file is not the name of its folder.",
    "image-alt": "An image has no text for people who cannot see it.",
    "images-differ": "The images of a page differ from those of its source language.",
    "invalid-value": "A value is of the wrong kind.",
    "item-too-long": "The text of an item is longer than 160 characters.",
    "link-form": "A link is written in a form that is not checked.",
    "links-differ": "The links of a page differ from those of its source language.",
    "list-length": "A checklist has fewer than three items or more than twenty.",
    "markers-differ": "The markers of a page differ from those of its source language.",
    "message-placeholder": "An interface text lacks a placeholder, or has one too many.",
    "message-plural": "An interface text lacks a plural form of its language.",
    "missing-file": "A file that must exist does not.",
    "missing-key": "A required key is missing.",
    "missing-marker": "The page of a checklist or guide lacks the marker that shows it.",
    "missing-page": "A page exists in no file of this language and is shown in another one.",
    "missing-words": "A text is missing in one language and is shown in another one.",
    "no-words": "A text exists in no language at all.",
    "numbers-differ": "A number is not the one that the source language has.",
    "page-title-in-body": "The body of a page starts a title of its own.",
    "removed-id": "A published id is gone and nothing says what became of it.",
    "unknown-article": "Something names an article or a section that does not exist.",
    "unknown-block": "A block is of a kind that does not exist, or has no title.",
    "unknown-checklist": "Something names a checklist that does not exist.",
    "unknown-criterion": "A rule names a criterion that does not exist.",
    "unknown-diagram": "A marker names a diagram that does not exist.",
    "unknown-guide": "A marker names a guide that does not exist.",
    "unknown-item": "Something names an item that its list does not have.",
    "unknown-key": "A key is not known here, often a misspelling.",
    "unknown-marker": "A marker's name is not known, often a misspelling.",
    "unknown-place": "data/search/ names a place that no page has.",
    "unknown-rule": "data/house-style/ names a rule that the checker does not have.",
    "unknown-role": "An item names a role that does not exist.",
    "unknown-source": "A page names a source text that does not exist.",
    "unknown-stage": "Something names a stage that does not exist.",
    "unknown-term": "Something names a glossary term that does not exist.",
    "unknown-waiver": "A comment waives a code that does not exist or cannot be waived.",
    "unknown-words": "A file of words has a text for an id that does not exist.",
    "unlisted-page": "A page is not in data/site.yml, or is listed there without a file.",
    "unprintable": "A sheet cannot be set: it has a letter that its font lacks, for example.",
    "unregistered-id": "A new id is not yet in data/published-ids.txt.",
    "untranslated": "A text stands in another language.",
    "unused-term": "A checklist names a term that none of its texts uses.",
    "yaml-alias": "A YAML file uses an anchor or an alias.",
    "yaml-syntax": "A YAML file cannot be read.",
}


# The rules of language have codes of their own: data/house-style/rules.yml.
_RULE = re.compile(r"(?:UNI|FA|AR|EN|P|BD|MD)\d{3}")


class Fix(NamedTuple):
    """What an editor's tool may put in place of the characters from one place up to another; both count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place: `path` from the repository's root, `line` and `column` (code points) from 1."""

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    column: int = 1
    fix: Fix | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.code not in CODES and not _RULE.fullmatch(self.code):
            raise ValueError(f"unknown problem code: {self.code}")

    def __str__(self) -> str:
        kind = "" if self.severity == "error" else f"{self.severity}: "
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}: {kind}{self.code}: {self.message}{hint}"

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What problems are told in the order of."""
        return self.path, self.line, self.column, self.code

    def as_dict(self) -> dict[str, object]:
        """For editors' tools; `fix` is None or says what to put where."""
        return asdict(self) | {"fix": self.fix._asdict() if self.fix else None}


class ContentError(Exception):
    """The content has problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass
class Report:
    """Collects problems while content is read, so that none hides another."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, path: str, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, line, code, message, hint))

    def warning(self, path: str, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, line, code, message, hint, "warning"))

    @property
    def errors(self) -> list[Problem]:
        return sorted({p for p in self.problems if p.severity == "error"})

    @property
    def warnings(self) -> list[Problem]:
        return sorted({p for p in self.problems if p.severity == "warning"})
