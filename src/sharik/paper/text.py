"""The body of a page as nodes: Markdown as the site reads it, with what its markers stand for on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markdown import Markdown

from sharik.markers import drop_waivers, expand
from sharik.pages import TERM_PREFIX, Page, resolve
from sharik.paper.drawing import drawing
from sharik.paper.tree import Address, Node, nodes
from sharik.render.context import Context
from sharik.text.bidi import RTL
from sharik.urls import page_url

# As in mkdocs.yml (a test holds the two together); what only screens need is left out.
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables")
EXTENSIONS_FOR_CODE = "pymdownx.superfences"
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


def body_nodes(page: Page, context: Context, body: str | None = None) -> list[Node]:
    """The body of `page`, or the part `body` of it, in the language it is written in."""
    parts: list[list[Node]] = []

    def hold(found: list[Node]) -> str:
        parts.append(found)
        return f"\n<!--part {len(parts) - 1}-->\n"

    at_the_end: dict[str, Callable[[str], str]] = dict.fromkeys(("terms", "sources"), lambda _: "")
    renderers: Mapping[str, Callable[[str], str]] = at_the_end | {
        "diagram": lambda id: hold(drawing(id, context)),
    }
    markdown = expand(drop_waivers(page.body if body is None else body), renderers)
    return nodes(_html(markdown), rtl=page.locale in RTL, address=address_on_paper(page, context), parts=parts)


@lru_cache(maxsize=256)  # an article stands in several sheets
def _html(markdown: str) -> str:
    return Markdown(extensions=[*EXTENSIONS, EXTENSIONS_FOR_CODE]).convert(markdown)


def address_on_paper(page: Page, context: Context) -> Address:
    """Where a link of `page` leads from a sheet: other pages by their whole address, terms to nowhere (they stand at
    the end)."""

    def address(target: str) -> str:
        if target.startswith(TERM_PREFIX):
            return ""
        if _ABSOLUTE.match(target):
            return target
        path, fragment = resolve(page, target)
        url = page_url(context.served, path, context.catalog.vocab.default_locale)
        return context.publication.absolute(url) + (f"#{fragment}" if fragment else "")

    return address


def summary_nodes(page: Page) -> list[Node]:
    """The sixty seconds of an article."""
    lines = "\n".join(f"- {line}" for line in page.meta.summary or ())
    found: Any = nodes(Markdown().convert(lines), rtl=page.locale in RTL)
    return list(found)
