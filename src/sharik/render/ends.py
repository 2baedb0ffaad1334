"""What stands at the end of a page: its terms and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from sharik.locales import day
from sharik.localize import first
from sharik.model.page import Source
from sharik.pages import GLOSSARY
from sharik.render.context import Context
from sharik.render.icons import icon

_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")


def terms(ids: Iterable[str], context: Context, *, title_id: str = "terms") -> str:
    """The list that the terms of a page lead to: definition, the forms in the other languages, the way back."""
    rows = "".join(_term(id, context) for id in ids)
    if not rows:
        return ""
    title = context.text("terms.title")
    return (
        f'<section class="terms"><h2 class="rule" id="{title_id}">{title}</h2><dl class="gloss">{rows}</dl></section>'
    )


def _term(id: str, context: Context) -> str:
    glossary = context.catalog.glossary
    order = context.catalog.reading_order(context.locale)
    locale, words = first({code: w.root.get(id) for code, w in glossary.words.items()}, order)
    abbreviation = next((t.abbr for t in glossary.structure.terms if t.id == id), None)
    short = f"<span>{escape(abbreviation)}</span>" if abbreviation and abbreviation not in words.term else ""
    back = (
        f'<a class="term-back" href="#use-{id}" aria-label="{context.text("page.footnote_back")}">{icon("return")}</a>'
    )
    forms = {code: glossary.words[code].root[id].term for code in glossary.words if id in glossary.words[code].root}
    other = "".join(
        f'<span lang="{code}" dir="{context.catalog.locales[code].direction}">{escape(form)}</span>'
        for code, form in forms.items()
        if code != context.locale
    )
    return (
        f'<div id="term-{id}"><dt>{_in_glossary(id, context.inline(words.term, locale), context)}{back}{short}</dt>'
        f'<dd>{context.inline(words.definition, locale)}<p class="also">{other}</p></dd></div>'
    )


def _in_glossary(id: str, name: str, context: Context) -> str:
    """`name` as a link to its place in the glossary, if there is one."""
    page = context.catalog.page(context.served, GLOSSARY)
    return f'<a href="{context.href(GLOSSARY, id)}">{name}</a>' if page else name


def sources(found: Iterable[Source], context: Context) -> str:
    """What the page rests on, each with the day it was read."""
    rows = "".join(f"<li>{source_line(source, context)}</li>" for source in found)
    if not rows:
        return ""
    title = context.text("sources.title")
    return f'<section class="sources"><h2 class="sources__title" id="sources">{title}</h2><ol>{rows}</ol></section>'


def source_line(source: Source, context: Context) -> str:
    """A source: its title, linked, and the day it was read."""
    if source.file:
        texts = [text.file for text in context.catalog.site.sources]
        at = texts.index(source.file)
        language = context.text(f"language.{context.catalog.site.sources[at].language}")
        name = context.text("sources.ours", number=at + 1)
        link = f'<a href="{context.href("about.md", "five-sources")}">{name}</a>'
        return f"{link} ({language})"
    title = escape(source.title or "")
    if not _ARABIC_SCRIPT.search(title):
        title = f'<bdi lang="en" dir="ltr">{title}</bdi>'  # whole, with its own commas and quotation marks
    shown = f'<a href="{escape(source.url)}" rel="external">{title}</a>' if source.url else title
    if source.seen is None:
        return shown
    when = day(source.seen, context.locale, context.messages.locale)
    return f"{shown}. {context.text('sources.seen', date=when)}"
