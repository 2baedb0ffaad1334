"""Which parts of the style sheet a page of each kind carries in its head."""

from __future__ import annotations

import re
from functools import cache

from sharik.catalog import Catalog
from sharik.model.vocab import Direction
from sharik.pages import Page
from sharik.render.view import View

STYLES = {
    "home": ("common", "controls", "home"),
    "article": ("common", "prose", "terms"),
    "checklist": ("common", "controls", "checklist", "terms", "sheets"),
    "guide": ("common", "prose", "controls", "checklist", "terms", "guide", "sheets"),
    "glossary": ("common", "glossary"),
    "search": ("common", "prose", "controls", "search"),
    "map": ("common", "prose", "home"),
    "rules": ("common", "prose", "rules"),
    "index": ("common", "prose", "home", "sheets"),
    "page": ("common", "prose", "terms"),
    "lost": ("common", "controls", "lost"),
}


def styles(view: View) -> list[str]:
    """The names of the parts for this page; a drawing brings what its kind needs."""
    kinds = sorted({view.catalog.diagrams[id].structure.kind for id in _diagrams(view.catalog, view.page)})
    drawings = ["diagram", *(f"diagram-{kind}" for kind in kinds)] if kinds else []
    return [*STYLES[view.kind], *drawings]


def _diagrams(catalog: Catalog, page: Page) -> set[str]:
    """The diagrams that the page shows, those in the parts of a guide among them."""
    found = {marker.argument for marker in page.markers if marker.name == "diagram"}
    for marker in page.markers:
        if marker.name == "guide":
            for part in catalog.guides[marker.argument].structure.parts:
                article = catalog.page(page.locale, f"articles/{part.id}.md") if part.kind == "article" else None
                found |= _diagrams(catalog, article) if article else set()
    return found


_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")
_COLON = re.compile(r"(?<=[{;])([\w-]+): ")


@cache
def minify(css: str) -> str:
    """`css` without comments and needless spaces; selectors and values keep theirs."""
    css = _SPACE.sub(" ", _COMMENT.sub("", css))
    return _COLON.sub(r"\1:", _AROUND.sub(r"\1", css)).replace(";}", "}").strip()


def font(direction: Direction) -> str:
    """The font file of a page of this direction, below assets/: the other script's letters come from the system."""
    return f"fonts/vazirmatn-{'arabic' if direction == 'rtl' else 'latin'}.woff2"


def font_face(address: str) -> str:
    return (
        f'@font-face{{font-family:Vazirmatn;src:url({address}) format("woff2");font-weight:400 800;font-display:swap}}'
    )
