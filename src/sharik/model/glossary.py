"""data/glossary/: terms and how they hang together, and their words per locale."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel

from sharik.model.strict import Id, Strict, Text


class Term(Strict):
    id: Id
    abbr: Text | None = None
    related: list[Id] = []
    confuse: list[Id] = []


class Glossary(Strict):
    schema_: Literal[1] = Field(alias="schema")
    terms: list[Term]


class TermWords(Strict):
    """`term` is the house form, the only one to be used; `synonyms` feed search alone."""

    term: Text
    definition: Text
    synonyms: list[Text] = []
    forbidden: list[Text] = []


class GlossaryWords(RootModel[dict[str, TermWords]]):
    pass
