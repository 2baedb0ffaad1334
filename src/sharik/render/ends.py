"""What stands at the end of a page: its terms and its sources."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sharik.locales import day
from sharik.localize import first
from sharik.model.page import Source
from sharik.render.context import Context


def terms(ids: Iterable[str], context: Context) -> str:
    """The list that the terms of a page lead to: definition, and the forms in the other languages."""
    rows = "".join(_term(id, context) for id in ids)
    title = context.text("terms.title")
    return f'<section class="terms"><h2 class="rule" id="terms">{title}</h2><dl class="gloss">{rows}</dl></section>'


def _term(id: str, context: Context) -> str:
    glossary = context.catalog.glossary
    order = context.catalog.reading_order(context.locale)
    locale, words = first({code: w.root.get(id) for code, w in glossary.words.items()}, order)
    abbreviation = next((t.abbr for t in glossary.structure.terms if t.id == id), None)
    short = f" <span>{escape(abbreviation)}</span>" if abbreviation else ""
    forms = {code: glossary.words[code].root[id].term for code in glossary.words if id in glossary.words[code].root}
    other = "".join(
        f'<span lang="{code}" dir="{context.catalog.locales[code].direction}">{escape(form)}</span>'
        for code, form in forms.items()
        if code != context.locale
    )
    return (
        f'<div id="term-{id}"><dt>{context.inline(words.term, locale)}{short}</dt>'
        f'<dd>{context.inline(words.definition, locale)}<p class="also">{other}</p></dd></div>'
    )


def sources(found: Iterable[Source], context: Context) -> str:
    """What the page rests on, each with the day it was read."""
    rows = "".join(f"<li>{_source(source, context)}</li>" for source in found)
    title = context.text("sources.title")
    return f'<section class="sources"><h2 class="sources__title" id="sources">{title}</h2><ol>{rows}</ol></section>'


def _source(source: Source, context: Context) -> str:
    if source.file:
        languages = {text.file: text.language for text in context.catalog.site.sources}
        language = context.text(f"language.{languages[source.file]}")
        link = f'<a href="{context.href("about.md", "five-sources")}">{context.text("sources.ours")}</a>'
        return f'{link} <bdi dir="ltr">{escape(source.file)}</bdi> ({language})'
    title = escape(source.title or "")
    shown = f'<a href="{escape(source.url)}" rel="external">{title}</a>' if source.url else title
    if source.seen is None:
        return shown
    when = day(source.seen, context.locale, context.messages.locale)
    return f"{shown}. {context.text('sources.seen', date=when)}"
