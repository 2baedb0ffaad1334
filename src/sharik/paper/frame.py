"""What every sheet is given beside its own words: page, address, QR code, version, interface texts, terms, sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urljoin

from sharik.locales import DIGITS, day
from sharik.localize import first
from sharik.model.page import Source
from sharik.paper.qr import qr_code
from sharik.paper.sheet import Sheet
from sharik.paper.tree import Node, nodes, plain_nodes, text_of
from sharik.render.context import Context
from sharik.render.ends import source_line
from sharik.text.bidi import FSI, PDI, RTL

Data = dict[str, Any]
SECTIONS = {
    "checklists": "search.script.kind.checklist",
    "articles": "search.script.kind.article",
    "guides": "search.script.kind.guide",
    "books": "site.tagline",
    "worksheets": "paper.kind.worksheet",
    "questionnaires": "paper.kind.questionnaire",
    "cases": "paper.kind.case",
}
WORDS = {
    "site": "site.name",
    "scan": "paper.scan",
    "box_open": "paper.box_open",
    "box_done": "paper.box_done",
    "box_na": "paper.box_na",
    "mode": "paper.mode",
    "notes": "paper.notes",
    "questions": "paper.questions",
    "stop": "checklist.stop",
    "done_when": "checklist.done_when",
    "why": "checklist.why",
    "summary": "page.summary",
    "contents": "paper.contents",
    "terms": "paper.terms",
    "sources": "sources.title",
}


def frame(sheet: Sheet, context: Context, *, title: str, lead: str, reviewed: date) -> Data:
    """The part of a sheet's data that has the same keys for all kinds; title and lead are in the sheet's language."""
    rtl = sheet.locale in RTL
    address = context.publication.absolute(context.url)
    return {
        "id": f"{sheet.kind}/{sheet.id}",
        "lang": sheet.locale,
        "rtl": rtl,
        "digits": [*DIGITS[context.messages.locale.digits]],
        "name": title,
        "title": plain_nodes(title, rtl=rtl),
        "lead": plain_nodes(lead, rtl=rtl),
        "depth": sheet.variant.depth,
        "fillable": sheet.variant.fillable,
        "address": address,
        "qr": qr_code(address),
        "words": _words(sheet, context),
        "reviewed": day(reviewed, sheet.locale, context.messages.locale),
    }


def text(context: Context, key: str, **values: str | int) -> str:
    """An interface text as paper needs it: not escaped, its left-to-right runs apart."""
    return text_of(plain_nodes(context.messages.text(key, **values), rtl=context.locale in RTL))


# What the words of a sheet are not: addresses of links, which differ from one site to another, what a reader wrote, and
# how long the words are.
UNSIGNED = frozenset({"to", "state", "note", "wrote", "value", "filled", "letters"})


def version(data: Mapping[str, Any]) -> str:
    """Eight letters that change whenever the words of a sheet do."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def sign(data: Data, context: Context) -> Data:
    """`data` with the code of its version, which stands on every page beside the day of the last review."""
    code = version({key: _said(value) for key, value in data.items() if key not in ("address", "qr")})
    return data | {"version": text(context, "paper.version", code=code, date=data["reviewed"])}


def _said(value: Any) -> Any:
    """`value` without what is no part of the words."""
    if isinstance(value, dict):
        return {key: _said(inside) for key, inside in value.items() if key not in UNSIGNED}
    return [_said(inside) for inside in value] if isinstance(value, list) else value


def _words(sheet: Sheet, context: Context) -> Data:
    """The interface texts of all templates."""
    side = sheet.variant.side
    return {name: text(context, key) for name, key in WORDS.items()} | {
        "section": text(context, f"paper.side.{side}" if side else SECTIONS[sheet.kind]),
        "page": context.messages.text("paper.page", n="{n}", m="{m}"),
        "must": context.catalog.vocab.weights["must"].name[sheet.locale],
        "fields": _lines(context, "business", "agency", "date"),
        "signatures": _lines(context, "owner_signature", "agency_signature"),
    }


def _lines(context: Context, *ids: str) -> list[Data]:
    return [{"id": id, "text": text(context, f"sheet.{id}")} for id in ids]


def term_list(ids: Iterable[str], context: Context) -> list[Data]:
    """The terms that a sheet uses: name, definition, the forms in the other languages."""
    glossary, order = context.catalog.glossary, context.catalog.reading_order(context.locale)
    found = []
    for id in ids:
        locale, words = first({code: w.root.get(id) for code, w in glossary.words.items()}, order)
        if locale != context.locale:
            continue
        forms = {code: w.root[id].term for code, w in glossary.words.items() if code != locale and id in w.root}
        rtl = locale in RTL
        found.append(
            {
                "name": plain_nodes(words.term, rtl=rtl),
                "text": plain_nodes(words.definition, rtl=rtl),
                "other": [{"kind": "text", "text": f"{FSI}{form}{PDI}", "lang": code} for code, form in forms.items()],
            }
        )
    return found


def source_node(source: Source, context: Context) -> list[Node]:
    """What a text rests on, with the day it was read; its links are those of the page, made whole."""
    here = context.publication.absolute(context.url)
    found = nodes(source_line(source, context), rtl=context.locale in RTL, address=partial(urljoin, here))
    line: list[Node] = found[0]["nodes"]
    return line
