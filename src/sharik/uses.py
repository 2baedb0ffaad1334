"""Where terms of the glossary are used: in the texts of a checklist, found by their forms, and on a whole page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sharik.catalog import Catalog
from sharik.localize import LocalChecklist, Wording, localize
from sharik.model.guide import Guide, Part
from sharik.model.page import Source
from sharik.pages import Page
from sharik.text.inflect import Phrases


class Use(NamedTuple):
    """A stretch of a text that names a term."""

    start: int
    end: int
    term: str


Uses = Mapping[str, list[Use]]  # by place: lead, pause, <item>.text, <item>.done_when, <item>.why


def forms(catalog: Catalog, term: str, locale: str) -> list[str]:
    """How `locale` writes `term`: its house form, its irregular forms, its abbreviation."""
    words = catalog.glossary.words.get(locale)
    said = words.root.get(term) if words else None
    short = [t.abbr for t in catalog.glossary.structure.terms if t.id == term and t.abbr]
    return [said.term, *said.forms, *short] if said else short


def first_uses(catalog: Catalog, view: LocalChecklist) -> Uses:
    """The first use of each of the list's terms, in the order in which the texts are read."""
    wanted = dict.fromkeys(view.structure.terms)
    phrases: dict[str, tuple[Phrases, dict[str, str]]] = {}
    found: dict[str, list[Use]] = {}
    for place, wording in texts(view):
        if wording.locale not in phrases:
            named = {form: term for term in wanted for form in forms(catalog, term, wording.locale)}
            phrases[wording.locale] = Phrases(named, wording.locale), named
        finder, named = phrases[wording.locale]
        for start, end, form in finder.find(wording.text):
            if named[form] in wanted:
                del wanted[named[form]]
                found.setdefault(place, []).append(Use(start, end, named[form]))
    return found


def texts(view: LocalChecklist) -> Iterator[tuple[str, Wording]]:
    """Every text of a list that may use a term, with its place."""
    yield "lead", view.lead
    yield "pause", view.pause_text
    for item in view.items:
        for place in ("text", "done_when", "why"):
            if text := getattr(item.words, place):
                yield f"{item.item.id}.{place}", Wording(text, item.locale)


def list_terms(catalog: Catalog, view: LocalChecklist) -> list[str]:
    """The terms that the texts of a list use, in order."""
    return [use.term for uses in first_uses(catalog, view).values() for use in uses]


def page_terms(catalog: Catalog, page: Page) -> list[str]:
    """The terms that the page's own list of terms has, in order."""
    found = dict.fromkeys(page.terms)
    for marker in page.markers:
        if marker.name == "checklist":
            found |= dict.fromkeys(list_terms(catalog, localize(catalog, marker.argument, page.locale)))
        elif marker.name == "guide":
            found |= dict.fromkeys(guide_terms(catalog, catalog.guides[marker.argument].structure, page.locale))
    return list(found)


def guide_terms(catalog: Catalog, guide: Guide, locale: str) -> list[str]:
    """The terms of all parts of a guide, in order."""
    return list(dict.fromkeys(term for part in guide.parts for term in _part_terms(catalog, part, locale)))


def _part_terms(catalog: Catalog, part: Part, locale: str) -> tuple[str, ...] | list[str]:
    if part.kind == "checklist":
        return list_terms(catalog, part_of_list(catalog, part, locale))
    article = catalog.page(locale, f"articles/{part.id}.md")
    return article.terms if article else ()


def page_sources(pages: Iterable[Page]) -> list[Source]:
    """What the pages rest on, in order, each source once."""
    found: dict[str, Source] = {}
    for page in pages:
        for source in page.meta.sources:
            found.setdefault(source.file or source.title or "", source)
    return list(found.values())


def part_of_list(catalog: Catalog, part: Part, locale: str) -> LocalChecklist:
    """The checklist that a guide shows: whole, or only some of its groups."""
    view = localize(catalog, part.id, locale)
    return view.only(part.sections) if part.sections else view
