"""data/guides/<id>/: what a guide is composed of, in order, and its words."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from sharik.model.strict import Id, Strict, Text


class Part(Strict):
    """A whole article or checklist, or only some `sections` of it: ids of ## headings, or of groups."""

    kind: Literal["article", "checklist"]
    id: Id
    sections: tuple[Id, ...] = Field(default=(), strict=False)  # YAML has lists only; a tuple can be a key

    @property
    def key(self) -> str:
        return f"{self.kind}.{self.id}"

    @property
    def page(self) -> str:
        """The page it is taken from, below docs/<locale>/."""
        return f"{self.kind}s/{self.id}.md"


class Guide(Strict):
    schema_: Literal[1] = Field(alias="schema")
    id: Id
    stage: Id
    source_locale: str
    published: date
    reviewed: date
    parts: list[Part] = Field(min_length=1)


class GuideWords(Strict):
    """`parts` says, by part key, when to do a part and why it stands where it stands."""

    title: Text
    description: Text
    lead: Text
    parts: dict[str, Text] = {}
