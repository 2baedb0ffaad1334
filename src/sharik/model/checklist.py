"""data/checklists/<id>/: structure in checklist.yml, words in one file per locale."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from sharik.model.strict import Id, Strict, Text

Mode = Literal["do-confirm", "read-do"]
Weight = Literal["must", "should", "could"]
Letter = Literal["A", "R", "C", "I"]
Part = Literal["owner", "agency", "shared"]


class Rule(Strict):
    """When something applies: every, any or none of some criteria or further rules."""

    all_of: list[Id | Rule] = []
    any_of: list[Id | Rule] = []
    none_of: list[Id | Rule] = []

    def criteria(self) -> set[str]:
        """Every criterion that the rule names, at any depth."""
        parts = [*self.all_of, *self.any_of, *self.none_of]
        return {c for part in parts for c in (part.criteria() if isinstance(part, Rule) else {part})}


class Evidence(Strict):
    kind: Literal["none", "text", "number", "date", "name", "link", "file"]
    unit: Id | None = None


class Due(Strict):
    """A date relative to a named moment, in whole days; negative is before it."""

    anchor: Id
    days: int


class Item(Strict):
    """One line to tick. `rev` rises only when the meaning changes; `effort` is in minutes."""

    id: Id
    rev: int = Field(ge=1)
    weight: Weight
    raci: dict[str, Letter]
    effort: int = Field(ge=0)
    lead_days: int = Field(default=0, ge=0)
    when: Rule | None = None
    evidence: Evidence | None = None
    due: Due | None = None
    articles: list[Text] = []
    terms: list[Id] = []

    @property
    def accountable(self) -> str:
        return next(role for role, letter in self.raci.items() if letter == "A")


class Group(Strict):
    id: Id
    items: list[Item]


class Checklist(Strict):
    """The structure of a list: no words. `minutes` is the time to go through all of it.

    `terms` are those that its readers may not know; the page links their first use to its list of terms.
    """

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    mode: Mode
    pause_point: Id
    stage: Id
    minutes: int = Field(ge=1)
    source_locale: str
    published: date
    reviewed: date
    refs: list[Text] = []
    terms: list[Id] = []
    groups: list[Group]

    @property
    def items(self) -> list[Item]:
        return [item for group in self.groups for item in group.items]


class PauseWords(Strict):
    title: Text
    text: Text


class ItemWords(Strict):
    text: Text
    why: Text | None = None
    done_when: Text | None = None


class ChecklistWords(Strict):
    """The words of a list in one locale; items and groups may be incomplete."""

    title: Text
    description: Text
    lead: Text
    pause: PauseWords
    groups: dict[str, Text]
    items: dict[str, ItemWords]
