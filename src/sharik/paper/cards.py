"""The picture that messengers show for a link to a page (Open Graph), one per page and locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from sharik.catalog import Catalog
from sharik.pages import Page
from sharik.render.facts import Facts, facts
from sharik.text.bidi import isolate_plain
from sharik.urls import page_url

TEMPLATE = "card"
# (name of the template, its data, the format) -> the file; sharik.paper.typeset does it.
Typesetter = Callable[[str, Mapping[str, object], Literal["pdf", "png"]], bytes]

_NAMED = ("article", "checklist", "guide")
_SENTENCE = re.compile(r".+?[.!?؟…](?=\s)", re.S)


def card_path(locale: str, path: str, default: str) -> str:
    """Where on the site the card of the page `path` lies: `cards/ar/index.png`, `cards/articles/push-and-pull.png`.

    `default` is the locale at the root of the site.
    """
    address = page_url(locale, path, default)
    is_index = path.rpartition("/")[2] == "index.md"
    return f"cards/{address}index.png" if is_index else f"cards/{address.rstrip('/')}.png"


def card_data(catalog: Catalog, page: Page) -> dict[str, object]:
    """What the template is told of `page`. All of a card is in one language: that of the title."""
    known = facts(catalog, page)
    messages = catalog.messages[known.locale]
    rtl = messages.locale.direction == "rtl"
    home = page.kind == "home"
    lead = known.lead or known.description

    def shown(text: str) -> str:
        return isolate_plain(text) if rtl else text

    return {
        "locale": known.locale,
        "rtl": rtl,
        "home": home,
        "brand": messages.text("site.name"),
        "kicker": [shown(text) for text in _kicker(catalog, page, known)],
        "title": shown(messages.text("site.tagline") if home else known.title),
        "leads": [shown(text) for text in _leads(lead)],
    }


def _kicker(catalog: Catalog, page: Page, known: Facts) -> list[str]:
    """What stands above the title: the kind of the page and its stage, or else what the site is about."""
    messages = catalog.messages[known.locale]
    if page.kind == "glossary":
        return [messages.text("glossary.terms", count=len(catalog.terms))]
    if page.kind not in _NAMED:
        return [messages.text("site.tagline")]
    kind = messages.text(f"search.script.kind.{page.kind}")
    stages = catalog.vocab.stages
    if known.stage not in stages:
        return [kind]
    number = list(stages).index(known.stage) + 1
    return [kind, messages.text("page.stage", number=number, name=stages[known.stage].name[known.locale])]


def _leads(lead: str) -> list[str]:
    """What may stand below the title, the longest first: a card shows the first that has room, and cuts none."""
    first = _SENTENCE.match(lead)
    return [lead, first[0]] if first else [lead]


def draw_card(data: Mapping[str, object], typesetter: Typesetter) -> bytes:
    """The card of `data` as PNG of 1200 x 630 pixels; the same data give the same bytes.

    It is set as PDF/UA-1 first, for its errors alone: for a letter that the font lacks Typst leaves a blank in a PNG
    without a word, and PDF/UA forbids it. Raises what `typesetter` raises.
    """
    typesetter(TEMPLATE, data, "pdf")
    return typesetter(TEMPLATE, data, "png")
