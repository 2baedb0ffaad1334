"""data/search/: how search makes words alike, and which words mean one thing."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from sharik.model.strict import Strict, Text


def _code_points(value: str) -> str:
    """`value` unless it is no code point or range of them. ValueError otherwise."""
    first, _, last = value.partition("-")
    if not re.fullmatch(r"[0-9A-F]{4}(-[0-9A-F]{4})?", value) or first > (last or first):
        raise ValueError("a code point or a range in four hexadecimal digits, such as 0640 or 064B-065F")
    return value


def _pattern(value: str) -> str:
    """`value` unless Python and JavaScript might read it otherwise. ValueError then."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"a regular expression; {error}") from error
    if not re.fullmatch(r"[\u0621-\u06ff.?|^$()]*", value):
        raise ValueError("a regular expression of letters and the signs . ? | ^ $ ( )")
    return value


CodePoints = Annotated[str, AfterValidator(_code_points)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Alike = dict[str, Text]
Length = Annotated[int, Field(ge=1, le=9)]


class Affixes(Strict):
    """Of `cut` the first that fits goes, if `leave` letters stay; `put` takes its place."""

    cut: list[Text]
    leave: Length
    put: str = ""
    single: bool = False  # of a doubled consonant before it one goes too: planning, plan


class Doubt(Strict):
    """Affixes that may as well be letters of the word."""

    prefixes: list[Text] = []
    suffixes: list[Text] = []
    leave: Length


class Verb(Strict):
    prefixes: list[Text]
    endings: list[Text]


class Keyboard(Strict):
    """Keys, and what they write instead; both lists separated by spaces."""

    latin: Text
    own: Text

    @model_validator(mode="after")
    def _is_whole(self) -> Keyboard:
        keys, own = len(self.latin.split()), len(self.own.split())
        if keys != own:
            raise ValueError(f"as many keys as characters; there are {keys} and {own}")
        return self


class LanguageRules(Strict):
    """What data/search/rules.yml explains line by line."""

    alike: Alike = {}
    verb: Verb | None = None
    apart: list[list[Text]] = []
    prefixes: Affixes | None = None
    suffixes: list[Affixes] = []
    doubt: Doubt | None = None
    ignored: list[list[Text]] = []
    keyboard: Keyboard | None = None


class SearchRules(Strict):
    """The table that the index and the browser read."""

    schema_: Literal[1] = Field(alias="schema")
    delete: list[CodePoints]
    alike: Alike
    weak: Text
    plural: Pattern
    languages: dict[str, LanguageRules]


class SearchWords(Strict):
    """What no rule can know of the words of a language.

    `forms`: one word in irregular forms; `synonyms`: first what our texts say, then what else it is called; `asked`: a
    place (articles/push-and-pull#pull) -> how people ask for it.
    """

    forms: list[Annotated[list[Text], Field(min_length=2)]] = []
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = []
    asked: dict[str, list[Text]] = {}
