"""What pages say of their sheets: the run that makes the sheets tells the run that draws the pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sharik.locales import number
from sharik.render.context import Context


class SheetFacts(NamedTuple):
    """A sheet as its page names it: a book's id or the name of the variant, its address, pages, bytes."""

    name: str
    path: str
    pages: int
    size: int

    def label(self, context: Context) -> str:
        """What it is, escaped for HTML."""
        key = self.name.replace("-", "_").replace(".", "_") or "a4"
        return context.text(f"paper.variant.{key}")

    def extent(self, context: Context) -> str:
        """How many pages and kilobytes it has, escaped for HTML."""
        kilobytes = number(max(1, round(self.size / 1000)), context.messages.locale)
        return context.text(
            "paper.extent", pages=context.messages.text("paper.pages", count=self.pages), size=kilobytes
        )


def facts_text(found: Mapping[str, Sequence[SheetFacts]]) -> str:
    """What `read_facts` reads."""
    return json.dumps(found, indent=1) + "\n"


def read_facts(file: Path) -> dict[str, list[SheetFacts]]:
    """Page (fa/articles/push-and-pull.md) -> its sheets."""
    found = json.loads(file.read_text(encoding="utf-8"))
    return {page: [SheetFacts(*facts) for facts in every] for page, every in found.items()}
