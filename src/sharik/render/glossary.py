"""The glossary: every term in the order of the page's language, and the letters that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby

from sharik.localize import Wording, first
from sharik.model.glossary import Term
from sharik.render.context import Context
from sharik.render.facts import facts
from sharik.text.collate import LATIN, OTHER, Letter, alphabet, letter, sort_key
from sharik.uses import page_terms


@dataclass(frozen=True)
class _Entry:
    """A term as this page shows it; `locale` is the language of its words."""

    term: Term
    name: str
    locale: str
    letter: Letter


def glossary(context: Context) -> str:
    """The letters as links, then every term under its letter."""
    entries = _entries(context)
    names = {entry.term.id: context.inline(entry.name, entry.locale) for entry in entries}
    used = _used(context)
    groups = "".join(
        f'<h2 id="{group.id}">{group.name}</h2><dl class="gloss">'
        f"{''.join(_entry(entry, names, used.get(entry.term.id, []), context) for entry in members)}</dl>"
        for group, members in groupby(entries, key=lambda entry: entry.letter)
    )
    return _letters({entry.letter for entry in entries}, context) + groups


def _entries(context: Context) -> list[_Entry]:
    """Every term in the words of the page's language, or else of the first fallback, sorted by what is shown."""
    found = []
    for term in context.catalog.glossary.structure.terms:
        shown = _name(term.id, context)
        found.append(_Entry(term, shown.text, shown.locale, letter(shown.text, context.locale)))
    return sorted(found, key=lambda entry: sort_key(entry.name, context.locale))


def _name(id: str, context: Context) -> Wording:
    words = context.catalog.glossary.words
    order = context.catalog.reading_order(context.locale)
    locale, said = first({code: w.root.get(id) for code, w in words.items()}, order)
    return Wording(said.term, locale)


def _letters(present: set[Letter], context: Context) -> str:
    every = [*alphabet(context.locale), *(extra for extra in (LATIN, OTHER) if extra in present)]
    links = "".join(
        f'<a href="#{each.id}">{each.name}</a>' if each in present else f'<span aria-hidden="true">{each.name}</span>'
        for each in every
    )
    return f'<nav class="alpha" aria-label="{context.text("glossary.letters")}">{links}</nav>'


def _used(context: Context) -> dict[str, list[str]]:
    """Term -> links to the articles and lists that use it, each to the place where it first does."""
    found: dict[str, list[str]] = {}
    for path in context.catalog.paths:
        page = context.catalog.page(context.served, path)
        if page is None or page.kind not in ("article", "checklist"):
            continue
        known = facts(context.catalog, page)
        title = context.inline(known.title, known.locale)
        for term in page_terms(context.catalog, page):
            found.setdefault(term, []).append(f'<a href="{context.href(path, f"use-{term}")}">{title}</a>')
    return found


def _entry(entry: _Entry, names: dict[str, str], used: list[str], context: Context) -> str:
    term = entry.term
    words = context.catalog.glossary.words
    said = words[entry.locale].root[term.id]
    note = f"<p>{context.inline(said.note, entry.locale)}</p>" if said.note else ""
    related = [id for id in term.related if id not in term.confuse]
    short = f"<span>{escape(term.abbr)}</span>" if term.abbr and term.abbr not in entry.name else ""
    missing = f"<span>{context.text('fallback.mark')}</span>" if entry.locale != context.locale else ""
    others = "".join(
        f"<span>{context.inline(words[code].root[term.id].term, code)}</span>"
        for code in words
        if code not in (context.locale, entry.locale) and term.id in words[code].root
    )
    return (
        f'<div id="{term.id}"><dt>{names[term.id]}{missing}{short}{others}</dt>'
        f"<dd><p>{context.inline(said.definition, entry.locale)}</p>{note}"
        f"{_links(context.text('glossary.confuse'), _places(term.confuse, names), context)}"
        f"{_links(context.text('glossary.related'), _places(related, names), context)}"
        f"{_links(context.text('glossary.used'), used, context)}</dd></div>"
    )


def _places(ids: list[str], names: dict[str, str]) -> list[str]:
    return [f'<a href="#{id}">{names[id]}</a>' for id in ids]


def _links(label: str, links: list[str], context: Context) -> str:
    shown = context.text("list.comma").join(links)
    return f'<p class="see"><b>{label}</b> {shown}</p>' if links else ""
