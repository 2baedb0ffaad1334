"""Which sheets there are: every list, article and guide that is written in a language, in its variants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sharik.catalog import Catalog
from sharik.paper.sheet import GUIDES, VARIANTS, Fits, Sheet
from sharik.render.facts import written_page

TEXT = ("", "letter", "large", "two-up")  # what every kind has
KINDS = {
    "checklists": tuple(VARIANTS),
    "articles": TEXT,
    "guides": TEXT,
}
# Prose comes close to the full size: one of 11 points would nearly always save a page.
PROSE: dict[str, Fits] = {"": (("a4", 12), ("a4", 11.5)), "letter": (("letter", 12), ("letter", 11.5))}
BOOKS = ("whole-book", "workshop")  # of every language; they belong to the page of all guides


def sheets(catalog: Catalog) -> Iterator[Sheet]:
    """Every sheet of the site: one that has no words in a language does not exist there."""
    for locale in catalog.locales:
        for path in catalog.paths:
            kind, _, name = path.rpartition("/")
            if kind in KINDS and name != "index.md" and written_page(catalog, locale, path):
                yield from (_sheet(kind, name.removesuffix(".md"), locale, each) for each in KINDS[kind])
        if written_page(catalog, locale, GUIDES):
            yield from (_sheet("books", id, locale, each) for id in BOOKS for each in ("", "letter"))


def _sheet(kind: str, id: str, locale: str, name: str) -> Sheet:
    variant = VARIANTS[name]
    fits = variant.fits if kind == "checklists" else PROSE.get(name, variant.fits)
    return Sheet(kind, id, locale, replace(variant, fits=fits))


def lists_of(sheet: Sheet, catalog: Catalog) -> list[str]:
    """The checklists that stand on `sheet`."""
    if sheet.kind == "guides":
        return [part.id for part in catalog.guides[sheet.id].structure.parts if part.kind == "checklist"]
    return [*catalog.checklists] if sheet.kind == "books" else [sheet.id] if sheet.kind == "checklists" else []
