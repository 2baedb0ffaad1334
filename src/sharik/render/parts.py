"""What each marker on a page is replaced by."""

from __future__ import annotations

from sharik.localize import localize
from sharik.markers import expand
from sharik.pages import Page
from sharik.render.checklist import checklist, tools
from sharik.render.context import Context
from sharik.render.diagram import diagram
from sharik.render.ends import sources, terms
from sharik.render.guide import guide


def expand_page(page: Page, context: Context) -> str:
    """The body of `page` as Markdown with all its markers replaced."""

    def whole_list(id: str) -> str:
        view = localize(context.catalog, id, context.locale)
        return f'<div class="sheet">{checklist(view, context, between=tools(context))}</div>'

    blocks = {
        "checklist": whole_list,
        "diagram": lambda id: diagram(id, context),
        "guide": lambda id: guide(id, context),
        "terms": lambda _: terms(page.terms, context),
        "sources": lambda _: sources(page.meta.sources, context),
    }
    return expand(page.body, {name: lambda id, draw=draw: f"\n{draw(id)}\n" for name, draw in blocks.items()})
