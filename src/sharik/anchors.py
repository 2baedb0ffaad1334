"""Which places a page has that a link can lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sharik.catalog import Catalog
from sharik.model.checklist import Checklist
from sharik.model.guide import Part
from sharik.pages import Page
from sharik.text.collate import LATIN, OTHER, alphabet

# Ids of the page around the text; ids of items also must not take them.
RESERVED = frozenset(
    {"main", "menu", "contents", "summary", "problems", "pause", "ws", "when", "slip"}
    | {"s-light", "s-dark", "s-auto", "ask-question", "list-of-terms"}
)


def anchors(catalog: Catalog, page: Page) -> set[str]:
    """Every fragment that `page` answers to: its headings, its notes and what its markers bring."""
    found = {heading.id for heading in page.headings if heading.id} | {"main"}
    return found | {f"fn:{label}" for label in page.footnotes} | brought(catalog, page)


def brought(catalog: Catalog, page: Page) -> set[str]:
    """The fragments that the markers of `page` bring."""
    found: set[str] = set()
    for marker in page.markers:
        if marker.name == "checklist" and marker.argument in catalog.checklists:
            structure = catalog.checklists[marker.argument].structure
            found |= {*list_anchors(structure), *_term_anchors(structure.terms, "list-of-terms")}
        elif marker.name == "guide" and marker.argument in catalog.guides:
            for part in catalog.guides[marker.argument].structure.parts:
                found |= part_anchors(catalog, part, page.locale) | _ends(catalog, part, page.locale)
        elif marker.name == "glossary":
            found |= catalog.terms | letter_anchors(page.locale)
        elif marker.name == "rules":
            families = catalog.house_style.structure.families
            found |= {f.id for f in families} | {rule.id.lower() for f in families for rule in f.rules}
        elif marker.name == "terms":
            found |= _term_anchors(page.terms)
        elif marker.name == "sources":
            found.add("sources")
    return found


def list_anchors(checklist: Checklist, wanted: Collection[str] = ()) -> list[str]:
    """The ids of a list's groups, or of the wanted ones, and of their items, in order."""
    groups = [group for group in checklist.groups if not wanted or group.id in wanted]
    return [id for group in groups for id in (group.id, *(item.id for item in group.items))]


def part_anchors(catalog: Catalog, part: Part, locale: str) -> set[str]:
    """The fragments that a part brings to a guide: its own id, and `<id>--<place>` for its places."""
    places: list[str] = []
    if part.kind == "checklist" and part.id in catalog.checklists:
        places = list_anchors(catalog.checklists[part.id].structure, part.sections)
    elif part.kind == "article" and (article := catalog.page(locale, f"articles/{part.id}.md")):
        places = _sections(article, part.sections)
    return {part.id, *(f"{part.id}--{place}" for place in places)}


def _ends(catalog: Catalog, part: Part, locale: str) -> set[str]:
    """The places that a part brings to the end of a guide."""
    if part.kind == "checklist":
        return _term_anchors(catalog.checklists[part.id].structure.terms) if part.id in catalog.checklists else set()
    article = catalog.page(locale, f"articles/{part.id}.md")
    return {"sources"} | _term_anchors(article.terms) if article else set()


def _term_anchors(terms: Iterable[str], title: str = "terms") -> set[str]:
    """The places of a page's own list of terms."""
    found = {f"term-{term}" for term in terms}
    return found | {title} if found else set()


def letter_anchors(locale: str) -> set[str]:
    """The headings that a glossary in `locale` may have."""
    return {letter.id for letter in (*alphabet(locale), LATIN, OTHER)}


def _sections(page: Page, wanted: Collection[str]) -> list[str]:
    """The ids of all headings, or of the wanted ## sections and what is below them."""
    found, inside = [], not wanted
    for heading in page.headings:
        if heading.level == 2 and wanted:
            inside = heading.id in wanted
        if inside and heading.id:
            found.append(heading.id)
    return found
