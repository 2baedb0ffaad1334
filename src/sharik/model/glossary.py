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
    """`term` is the house form, the only one to be used.

    `forms` are its irregular forms (broken plurals, for example); `synonyms` also name other things, so they feed
    search alone; `forbidden` forms are reported by the checker. `note` says what it must not be mistaken for.
    """

    term: Text
    definition: Text
    forms: list[Text] = []
    synonyms: list[Text] = []
    forbidden: list[Text] = []
    note: Text | None = None


class GlossaryWords(RootModel[dict[str, TermWords]]):
    pass
