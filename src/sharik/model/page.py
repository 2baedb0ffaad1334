"""The front matter of docs/<locale>/**.md, and data/site.yml, which puts the pages in order."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sharik.model.strict import Id, Strict, Text

Unit = Annotated[str, StringConstraints(pattern=r"^S00\d-[A-Za-z0-9-]+$")]


class Source(Strict):
    """What a page rests on: one of our source texts by `file`, or a public one with the day it was read."""

    file: Text | None = None
    title: Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    seen: date | None = None


class Titled(Strict):
    title: Text
    lead: Text | None = None


class Hero(Strict):
    title: Text
    lead: Text
    start: Text
    read: Text


class Slip(Strict):
    all: Text


class Choice(Strict):
    say: Text
    to: Text
    label: Text


class Where(Titled):
    choices: list[Choice]


class Worded(Strict):
    title: Text
    text: Text


class Home(Strict):
    """The words of the front page."""

    hero: Hero
    slip: Slip
    where: Where
    articles: Titled
    lists: Titled
    paper: Worded
    join: Worded


class FrontMatter(Strict):
    """All keys a page may have. `title` and `description` may be left to data where a marker brings them."""

    title: Text | None = None
    description: Annotated[str, StringConstraints(min_length=40, max_length=200)] | None = None
    lead: Text | None = None
    summary: Annotated[list[Text], Field(min_length=3, max_length=4)] | None = None
    stage: Id | None = None
    published: date
    reviewed: date | None = None
    source_locale: str | None = None
    covers: list[Unit] = []
    sources: list[Source] = []
    home: Home | None = None


class Section(Strict):
    """A section of the site; `pages` in reading order, without the index and without `.md`."""

    id: Id
    pages: list[Id]


class SourceText(Strict):
    """One of the texts the site grew from."""

    file: Text
    language: str


class Front(Strict):
    """The checklist that the front page shows a slip of, and the items on it."""

    checklist: Id
    items: list[Id]


class Site(Strict):
    """The pages in reading order: of sections, beside them in the header (`pages`), in the footer, in any frame."""

    schema_: Literal[1] = Field(alias="schema")
    sections: list[Section]
    pages: list[Id]
    footer: list[Id] = []
    tools: list[Id] = []
    front: Front
    sources: list[SourceText]

    def paths(self) -> list[str]:
        """Every page of a locale, in reading order, as a path below docs/<locale>/."""
        paths = ["index.md"]
        for section in self.sections:
            paths.append(f"{section.id}/index.md")
            paths += [f"{section.id}/{page}.md" for page in section.pages]
        return paths + [f"{page}.md" for page in [*self.pages, *self.footer, *self.tools]]
