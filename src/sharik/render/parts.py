"""What each marker on a page is replaced by.

Markdown need not read what is HTML already (a quarter of a build's time): such a part is held back, a comment
stands in its place, and it is put in when Markdown is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sharik.localize import localize
from sharik.markers import drop_waivers, expand
from sharik.pages import Page
from sharik.render.checklist import checklist, signatures, tools
from sharik.render.context import Context
from sharik.render.diagram import diagram
from sharik.render.ends import sources, terms
from sharik.render.glossary import glossary
from sharik.render.guide import guide
from sharik.render.house_style import house_style

_PLACE = re.compile(r"<!--part (\d+)-->")


@dataclass
class Parts:
    """HTML that is held back until Markdown is done."""

    held: list[str] = field(default_factory=list)

    def hold(self, html: str) -> str:
        """What stands in the Markdown for `html`."""
        self.held.append(html)
        return f"\n<!--part {len(self.held) - 1}-->\n"

    def put_in(self, html: str) -> str:
        """`html` with every held part at its place."""
        return _PLACE.sub(lambda match: self.held[int(match[1])], html)


def expand_page(page: Page, context: Context) -> tuple[str, Parts]:
    """The body of `page` as Markdown with all its markers replaced, and the parts that were held back."""
    parts = Parts()

    def whole_list(id: str) -> str:
        view = localize(context.catalog, id, context.locale)
        body = checklist(view, context, between=tools(view.items, context))
        return f'<div class="sheet">{body}</div>{signatures(context)}'

    renderers = {
        "checklist": lambda id: parts.hold(whole_list(id)),
        "diagram": lambda id: parts.hold(diagram(id, context)),
        "guide": lambda id: guide(id, context, parts.hold),
        "glossary": lambda _: parts.hold(glossary(context)),
        "rules": lambda _: parts.hold(house_style(context)),
        "terms": lambda _: parts.hold(terms(page.terms, context)),
        "sources": lambda _: parts.hold(sources(page.meta.sources, context)),
    }
    return expand(drop_waivers(page.body), renderers), parts
