"""An article, or sections of one, as data for paper/parts.typ."""

from __future__ import annotations

from collections.abc import Collection

from sharik.pages import Page
from sharik.paper.frame import Data
from sharik.paper.text import body_nodes, summary_nodes
from sharik.paper.tree import plain_nodes
from sharik.render.context import Context
from sharik.render.facts import facts
from sharik.render.guide import sections
from sharik.text.bidi import RTL


def article_part(page: Page, context: Context, wanted: Collection[str] = ()) -> Data:
    """`page`, or only those of its sections whose ids are `wanted`."""
    known, rtl = facts(context.catalog, page), page.locale in RTL
    return {
        "kind": "article",
        "id": page.id,
        "title": plain_nodes(known.title, rtl=rtl),
        "lead": plain_nodes(known.lead, rtl=rtl),
        "summary": summary_nodes(page),
        "body": body_nodes(page, context, sections(page, wanted)),
    }
