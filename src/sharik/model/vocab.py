"""data/vocab.yml: the closed lists that all content shares."""

from __future__ import annotations

from typing import Literal

from sharik.model.strict import Id, Strict, Text

Direction = Literal["rtl", "ltr"]
Digits = Literal["arabext", "arab", "latn"]
Calendar = Literal["persian", "gregorian"]
Side = Literal["owner", "agency"]
Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Names = dict[str, Text]


class Locale(Strict):
    """A language version of the site; `fallback` is the order in which a missing text is sought."""

    endonym: Text
    direction: Direction
    digits: Digits
    calendar: Calendar
    weekend: list[Day]
    fallback: list[str]


class Stage(Strict):
    icon: Text
    name: Names


class Role(Strict):
    side: Side
    name: Names


class Named(Strict):
    name: Names


class Vocab(Strict):
    """The closed lists; the first locale is the default one, at the root of the site."""

    locales: dict[str, Locale]
    stages: dict[Id, Stage]
    roles: dict[Id, Role]
    weights: dict[Id, Named]
    criteria: list[Id]

    @property
    def default_locale(self) -> str:
        return next(iter(self.locales))
