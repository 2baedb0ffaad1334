"""A sheet: what it is of, how it is set, where it lies.

Apart from `sheets`, since a process that only sets what it is given need not read the models of the content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
GUIDES = "guides/index.md"


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
