"""What the dialog and the page of results are made of: markup, texts and settings for the scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sharik.pages import GLOSSARY, SEARCH
from sharik.render.context import Context
from sharik.render.icons import icon
from sharik.urls import page_url, relative

QUERY_LENGTH = 200


def find_form(context: Context, *, more: str = "", attributes: str = "") -> str:
    """The form with the field; `more` stands behind the field."""
    return (
        f'<form class="find" role="search" action="{context.href(SEARCH)}"{attributes}>{icon("search")}'
        f'<input type="text" inputmode="search" enterkeyhint="search" name="q" autocomplete="off" '
        f'maxlength="{QUERY_LENGTH}" '
        f'aria-label="{context.text("search.field")}" placeholder="{context.text("search.example")}">{more}</form>'
    )


def dialog(context: Context) -> str:
    """The dialog, as the script puts it into a page."""
    close = (
        f'<button class="btn" type="button" data-close>{icon("close")}'
        f'<span class="vh">{context.text("frame.close")}</span></button>'
    )
    return (
        f'<dialog class="search" aria-label="{context.text("search.title")}">{find_form(context, more=close)}'
        f'<div class="answers"></div><p class="find__foot"><label><input type="checkbox" name="slash"> '
        f"{context.text('search.slash')}</label><span>{context.text('search.keys')}</span></p></dialog>"
    )


def settings(context: Context, *, style: str, engine: str, versions: Mapping[str, str]) -> str:
    """The first line of a language's script; `engine` is an address below the site, `versions` those of the indexes."""
    catalog, locale = context.catalog, context.locale
    default = catalog.vocab.default_locale
    found = {
        "locale": locale,
        "fallback": catalog.locales[locale].fallback,
        "digits": catalog.locales[locale].digits,
        "directions": {code: each.direction for code, each in catalog.locales.items()},
        "length": QUERY_LENGTH,
        "page": page_url(locale, SEARCH, default),
        "root": relative("", page_url(locale, SEARCH, default)),
        "glossary": page_url(locale, GLOSSARY, default),
        "engine": engine,
        "versions": versions,
        "texts": context.messages.group("search.script"),
        "dialog": dialog(context),
        "style": style,
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"(self.sharikSearch ??= {{}}).settings = {text};\n"
