"""Which sheets there are: every list, article and guide that is written in a language, in its variants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sharik.catalog import Catalog
from sharik.render.facts import written_page

Depth = Literal["full", "pocket"]
Side = Literal["owner", "agency"]
Fits = tuple[tuple[str, float], ...]  # papers and sizes of running text in points


@dataclass(frozen=True)
class Room:
    """A sheet of paper: millimetres, and columns of text side by side."""

    width: float
    height: float
    margin: float = 17
    columns: int = 1


PAPERS = {
    "a4": Room(210, 297),
    "letter": Room(215.9, 279.4),
    "a5": Room(148, 210, margin=9),
    "a4-two-up": Room(297, 210, margin=10, columns=2),
}


@dataclass(frozen=True)
class Variant:
    """How a sheet is set. `fits`: papers and sizes of running text in points, the first preferred, a later one only
    where it saves a page; `side` leaves out what is the other side's alone."""

    name: str
    fits: Fits = (("a4", 12), ("a4", 11))
    depth: Depth = "full"
    side: Side | None = None
    fillable: bool = False


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant(""),
        Variant("letter", (("letter", 12), ("letter", 11))),
        Variant("large", (("a4", 16),)),
        Variant("two-up", (("a4-two-up", 11),)),
        Variant("pocket", (("a5", 12), ("a5", 11), ("a4", 12), ("a4", 11)), depth="pocket"),
        Variant("owner", side="owner"),
        Variant("agency", side="agency"),
        Variant("fillable", fillable=True),
    )
}
TEXT = ("", "letter", "large", "two-up")  # what every kind has
KINDS = {
    "checklists": tuple(VARIANTS),
    "articles": TEXT,
    "guides": TEXT,
}
# Prose comes close to the full size: one of 11 points would nearly always save a page.
PROSE: dict[str, Fits] = {"": (("a4", 12), ("a4", 11.5)), "letter": (("letter", 12), ("letter", 11.5))}
GUIDES = "guides/index.md"
BOOKS = ("whole-book", "workshop")  # of every language; they belong to the page of all guides


@dataclass(frozen=True)
class Sheet:
    """`kind` as in the address of the page; `variant` is empty for A4 in full depth."""

    kind: str
    id: str
    locale: str
    variant: Variant

    @property
    def path(self) -> str:
        """Where it lies below the site."""
        name = f"{self.id}.{self.variant.name}" if self.variant.name else self.id
        return f"print/{self.locale}/{self.kind}/{name}.pdf"

    @property
    def name(self) -> str:
        """What the page calls it: the id of a book, else the name of the variant."""
        return ".".join(filter(None, (self.id if self.kind == "books" else "", self.variant.name)))

    @property
    def page(self) -> str:
        """The page it belongs to, below docs/<locale>/."""
        return GUIDES if self.kind == "books" else f"{self.kind}/{self.id}.md"


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
