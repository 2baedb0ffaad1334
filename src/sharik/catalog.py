"""All content, loaded: what every renderer, page and tool reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from sharik.messages import Messages
from sharik.model.checklist import Checklist, ChecklistWords
from sharik.model.diagram import Diagram, DiagramWords
from sharik.model.glossary import Glossary, GlossaryWords
from sharik.model.guide import Guide, GuideWords
from sharik.model.page import Site
from sharik.model.rules import HouseStyle, HouseStyleWords
from sharik.model.search import SearchRules, SearchWords
from sharik.model.vocab import Locale, Vocab
from sharik.pages import Page
from sharik.source import Document

S = TypeVar("S")
W = TypeVar("W")
RETIRED = "retired"


@dataclass(frozen=True)
class Entry(Generic[S, W]):
    """A thing with one structure and its words per locale, and the files they came from."""

    structure: S
    words: Mapping[str, W]
    document: Document
    word_documents: Mapping[str, Document]

    def word_path(self, locale: str) -> str:
        """The file that holds, or is to hold, the words of `locale`."""
        return f"{self.document.path.rpartition('/')[0]}/{locale}.yml"


@dataclass(frozen=True)
class Catalog:
    """Everything the site says. Parts with problems are left out, so that the rest can be shown."""

    vocab: Vocab
    site: Site
    site_document: Document
    messages: Mapping[str, Messages]
    checklists: Mapping[str, Entry[Checklist, ChecklistWords]]
    diagrams: Mapping[str, Entry[Diagram, DiagramWords]]
    guides: Mapping[str, Entry[Guide, GuideWords]]
    glossary: Entry[Glossary, GlossaryWords]
    house_style: Entry[HouseStyle, HouseStyleWords]
    search: Entry[SearchRules, SearchWords]
    pages: Mapping[tuple[str, str], Page]
    renames: Mapping[str, str]
    unreadable: frozenset[str]  # what exists but could not be used, such as checklists/preflight or docs/fa/about.md

    @property
    def locales(self) -> Mapping[str, Locale]:
        return self.vocab.locales

    def reading_order(self, locale: str) -> list[str]:
        """`locale` and then its fallbacks."""
        return [locale, *self.locales[locale].fallback]

    def page(self, locale: str, path: str) -> Page | None:
        """The page a reader of `locale` gets at `path`: their own, or the first fallback."""
        found = (self.pages.get((code, path)) for code in self.reading_order(locale))
        return next((page for page in found if page), None)

    def source_page(self, page: Page) -> Page | None:
        """The page in the language that `page` follows: itself, when it is written there first."""
        return self.pages.get((page.meta.source_locale or self.vocab.default_locale, page.path))

    @cached_property
    def paths(self) -> list[str]:
        """Every path that is a page in some locale, in reading order."""
        listed = self.site.paths()
        exist = {path for _, path in self.pages}
        return [p for p in listed if p in exist] + sorted(exist - set(listed))

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(term.id for term in self.glossary.structure.terms)

    def entries(
        self,
    ) -> Iterator[Entry[Checklist, ChecklistWords] | Entry[Guide, GuideWords] | Entry[Diagram, DiagramWords]]:
        """Every entry that has words per locale, the glossary apart."""
        yield from self.checklists.values()
        yield from self.guides.values()
        yield from self.diagrams.values()

    def published_ids(self) -> list[str]:
        """Every id that bookmarks and saved ticks rely on, sorted: lists, items, guides and terms."""
        lists = [f"checklist:{id}" for id in self.checklists]
        items = [f"item:{id}.{item.id}" for id, e in self.checklists.items() for item in e.structure.items]
        return sorted([*lists, *items, *(f"guide:{id}" for id in self.guides), *(f"term:{id}" for id in self.terms)])
