"""Everything a template needs to know about a page, worked out beforehand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape

from sharik.catalog import Catalog
from sharik.locales import day, digits
from sharik.localize import LocalChecklist, LocalItem, localize
from sharik.model.vocab import Stage
from sharik.pages import SEARCH, Page, resolve
from sharik.render.content import link_terms
from sharik.render.context import Context
from sharik.render.ends import terms
from sharik.render.facts import Facts, alternates, facts
from sharik.render.search import find_form
from sharik.urls import Publication, page_url, relative
from sharik.uses import first_uses, list_terms

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Entry:
    """A page as another page shows it: in a list, in the path above it, before or after it."""

    path: str
    href: str
    title: str
    lead: str = ""
    minutes: int = 0
    stage: str | None = None
    current: str | None = None
    foreign: str = ""


@dataclass(frozen=True)
class View:
    """The page `page` as readers of `served` get it; `page.locale` differs from it on a fallback page."""

    catalog: Catalog
    publication: Publication
    page: Page
    served: str

    @property
    def path(self) -> str:
        return self.page.path

    @property
    def kind(self) -> str:
        return self.page.kind

    @property
    def is_fallback(self) -> bool:
        return self.page.locale != self.served

    @cached_property
    def context(self) -> Context:
        """For the parts written in the page's own language."""
        return Context(self.catalog, self.publication, self.page.locale, self.path, self.served)

    @cached_property
    def frame(self) -> Context:
        """For the parts around it, in the reader's language."""
        return Context(self.catalog, self.publication, self.served, self.path, self.served)

    @cached_property
    def title(self) -> str:
        return self.facts.title

    @cached_property
    def facts(self) -> Facts:
        return facts(self.catalog, self.page)

    @property
    def head_title(self) -> str:
        """The text of <title>: the home carries its own, every other page the site's name after it."""
        name = self.frame.messages.text("site.name")
        return self.title if self.kind == "home" else f"{self.title} | {name}"

    # Addresses

    @property
    def url(self) -> str:
        return self.frame.url

    @property
    def canonical(self) -> str:
        return self.publication.absolute(self.url)

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, absolute address) of every language in which this page is really written, and x-default."""
        return alternates(self.catalog, self.publication, self.path) if not self.is_fallback else []

    @property
    def languages(self) -> list[tuple[str, str, str, str]]:
        """(locale, own name, direction, way there) of every language version of this page."""
        default = self.catalog.vocab.default_locale
        return [
            (code, locale.endonym, locale.direction, relative(page_url(code, self.path, default), self.url))
            for code, locale in self.catalog.locales.items()
        ]

    def asset(self, name: str) -> str:
        return relative(f"assets/{name}", self.url)

    @property
    def search(self) -> str | None:
        """The way to the page of results, if the site has it; the script of the dialog lies beside it."""
        return self.frame.href(SEARCH) if self.catalog.page(self.served, SEARCH) else None

    @property
    def find_form(self) -> str:
        return find_form(self.frame, attributes=" data-results data-needs-js")

    @property
    def feed(self) -> str:
        return relative(page_url(self.served, "index.md", self.catalog.vocab.default_locale) + "feed.xml", self.url)

    # Neighbours

    def entry(self, path: str) -> Entry | None:
        """What this page shows of the page at `path`."""
        page = self.catalog.page(self.served, path)
        if page is None:
            return None
        found = facts(self.catalog, page)
        return Entry(
            path=path,
            href=self.frame.href(path),
            title=found.title,
            lead=found.lead,
            minutes=found.minutes,
            stage=found.stage,
            current=self._current(path),
            foreign=self.foreign(found.locale, self.served),
        )

    def foreign(self, locale: str, around: str | None = None) -> str:
        """The attributes of an element in another language than the text around it (the page's, if not given)."""
        if locale == (around or self.page.locale):
            return ""
        return f' lang="{locale}" dir="{self.catalog.locales[locale].direction}"'

    @property
    def has_lists(self) -> bool:
        """Whether there is anything to tick on this page."""
        guides = (self.catalog.guides[m.argument].structure for m in self.page.markers if m.name == "guide")
        return self.kind == "checklist" or any(part.kind == "checklist" for g in guides for part in g.parts)

    def choice_href(self, target: str) -> str:
        """The way to a page that the front matter names as a link."""
        return self.frame.href(*resolve(self.page, target))

    def _current(self, path: str) -> str | None:
        if path == self.path:
            return "page"
        folder = path.removesuffix("index.md")
        return "true" if folder != path and folder and self.path.startswith(folder) else None

    def _entries(self, paths: list[str]) -> list[Entry]:
        return [entry for path in paths if (entry := self.entry(path))]

    @property
    def navigation(self) -> list[Entry]:
        site = self.catalog.site
        sections = [f"{section.id}/index.md" for section in site.sections]
        return self._entries([*sections, *(f"{page}.md" for page in site.pages)])

    @property
    def crumbs(self) -> list[Entry]:
        """The way from the home to this page; empty on the home."""
        if self.kind == "home":
            return []
        section = [f"{self.path.partition('/')[0]}/index.md"] if "/" in self.path and self.kind != "index" else []
        return self._entries(["index.md", *section, self.path])

    def section(self, id: str) -> list[Entry]:
        """The pages of a section, in reading order."""
        found = next(section for section in self.catalog.site.sections if section.id == id)
        return self._entries([f"{id}/{page}.md" for page in found.pages])

    @property
    def sections(self) -> list[tuple[str, Entry, list[Entry]]]:
        """Every section with its index and its pages: (its id, the index, the pages)."""
        ids = [section.id for section in self.catalog.site.sections]
        return [(id, index, self.section(id)) for id in ids if (index := self.entry(f"{id}/index.md"))]

    @property
    def single_pages(self) -> list[Entry]:
        """The pages that are in no section."""
        site = self.catalog.site
        return self._entries(["index.md", *(f"{page}.md" for page in [*site.pages, *site.footer, *site.tools])])

    @property
    def neighbours(self) -> tuple[Entry | None, Entry | None]:
        """The page before and after this one in its section."""
        order = [
            f"{s.id}/{page}.md"
            for s in self.catalog.site.sections
            for page in s.pages
            if self.path.startswith(s.id + "/")
        ]
        if self.path not in order:
            return None, None
        at = order.index(self.path)
        before = self.entry(order[at - 1]) if at else None
        return before, self.entry(order[at + 1]) if at + 1 < len(order) else None

    @property
    def footer(self) -> list[Entry]:
        """The pages that only the footer leads to."""
        return self._entries([f"{page}.md" for page in self.catalog.site.footer])

    # What stands around the text

    def date(self, value: date) -> str:
        """A date in the page's own language and calendar."""
        return day(value, self.page.locale, self.catalog.locales[self.page.locale])

    @property
    def source(self) -> str:
        """The file whose words the page shows: of a list or guide its words, not the page with the marker."""
        for marker in self.page.markers:
            if marker.name == "checklist":
                return self.catalog.checklists[marker.argument].word_path(self.facts.locale)
            if marker.name == "guide":
                return self.catalog.guides[marker.argument].word_path(self.facts.locale)
        return self.page.source

    @property
    def list_lead(self) -> str:
        """The lead of a checklist as HTML; the first use of a term leads to the list of terms."""
        uses = first_uses(self.catalog, self._list).get("lead", ()) if self.facts.lead == self._list.lead.text else ()
        return link_terms(self.context.linked(self.facts.lead, self.facts.locale, uses))

    @property
    def list_terms(self) -> str:
        """The terms of a checklist as HTML."""
        return terms(list_terms(self.catalog, self._list), self.context, title_id="list-of-terms")

    @cached_property
    def _list(self) -> LocalChecklist:
        id = next(marker.argument for marker in self.page.markers if marker.name == "checklist")
        return localize(self.catalog, id, self.page.locale)

    @property
    def edit_url(self) -> str | None:
        return self.publication.edit_url(self.source)

    @property
    def summary(self) -> list[str]:
        """The lines of the 60-second summary as HTML."""
        return [_BOLD.sub(r"<strong>\1</strong>", escape(line)) for line in self.page.meta.summary or ()]

    @property
    def stage_number(self) -> str:
        return self.number(list(self.catalog.vocab.stages).index(self.facts.stage or "") + 1, self.page.locale)

    @property
    def stage_name(self) -> str:
        return self.catalog.vocab.stages[self.facts.stage or ""].name[self.page.locale]

    def number(self, value: int, locale: str | None = None) -> str:
        """`value` in the digits of the reader, or of `locale`."""
        return digits(str(value), self.catalog.locales[locale or self.served])

    # The front page

    @property
    def slip(self) -> LocalChecklist:
        return localize(self.catalog, self.catalog.site.front.checklist, self.page.locale)

    @property
    def slip_items(self) -> list[LocalItem]:
        wanted = self.catalog.site.front.items
        return [item for item in self.slip.items if item.item.id in wanted]

    def stages(self, section: str) -> list[tuple[str, Stage, list[Entry]]]:
        """The pages of a section by stage, for each stage that has any: (its id, the stage, the pages)."""
        entries = self.section(section)
        stages = self.catalog.vocab.stages.items()
        found = [(id, stage, [entry for entry in entries if entry.stage == id]) for id, stage in stages]
        return [row for row in found if row[2]]
