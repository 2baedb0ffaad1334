"""What is known of a page, wherever it is shown: on itself, in a list, in a feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharik.catalog import Catalog
from sharik.localize import first
from sharik.pages import Page
from sharik.urls import Publication, page_url

WORDS_PER_MINUTE = 180  # slow, for a phone and a busy day; Brysbaert 2019 measures 238 for English prose


@dataclass(frozen=True)
class Facts:
    """What is known of a page, from its front matter or from the data it shows. `minutes` to read or work through.

    `locale` is the language of title, description and lead.
    """

    title: str
    description: str
    lead: str
    minutes: int
    stage: str | None
    reviewed: date
    locale: str
    count: int = 0


def facts(catalog: Catalog, page: Page) -> Facts:
    """The facts of `page`; its front matter wins over what its data says."""
    meta = page.meta
    base = Facts("", "", "", _reading_minutes(page), meta.stage, meta.reviewed or meta.published, page.locale)
    marker = next((m for m in page.markers if m.name in ("checklist", "guide")), None)
    if marker:
        base = _data_facts(catalog, page, marker.name, marker.argument) or base
    return Facts(
        title=meta.title or base.title or page.id,
        description=meta.description or base.description,
        lead=meta.lead or base.lead,
        minutes=base.minutes,
        stage=meta.stage or base.stage,
        reviewed=meta.reviewed or base.reviewed,
        locale=page.locale if meta.title else base.locale,
        count=base.count,
    )


def written_page(catalog: Catalog, locale: str, path: str) -> Page | None:
    """The page at `path` if it is really written in `locale`, and what it shows as well."""
    page = catalog.pages.get((locale, path))
    return page if page and facts(catalog, page).locale == locale else None


def _data_facts(catalog: Catalog, page: Page, kind: str, id: str) -> Facts | None:
    order = catalog.reading_order(page.locale)
    if kind == "checklist" and (entry := catalog.checklists.get(id)) and entry.words:
        code, words = first(entry.words, order)
        s = entry.structure
        return Facts(words.title, words.description, words.lead, s.minutes, s.stage, s.reviewed, code, len(s.items))
    if kind == "guide" and (guide := catalog.guides.get(id)) and guide.words:
        code, said = first(guide.words, order)
        parts = guide.structure.parts
        paths = [f"{part.kind}s/{part.id}.md" for part in parts]
        minutes = sum(facts(catalog, p).minutes for path in paths if (p := catalog.page(page.locale, path)))
        g = guide.structure
        return Facts(said.title, said.description, said.lead, minutes, g.stage, g.reviewed, code, len(parts))
    return None


def _reading_minutes(page: Page) -> int:
    return max(1, round(len(page.body.split()) / WORDS_PER_MINUTE))


def alternates(catalog: Catalog, publication: Publication, path: str) -> list[tuple[str, str]]:
    """(hreflang, absolute address) of every real language version of `path`; x-default is the first of them."""
    default = catalog.vocab.default_locale
    real = [code for code in catalog.locales if (code, path) in catalog.pages]
    found = [(code, publication.absolute(page_url(code, path, default))) for code in real]
    return [*found, ("x-default", found[0][1])] if found else []
