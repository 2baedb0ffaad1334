"""Every file of search that lies beside the pages: an index per language, the engine, a dialog per language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from sharik.catalog import Catalog
from sharik.pages import SEARCH
from sharik.render.context import Context
from sharik.render.scripts import join_scripts
from sharik.render.search import settings
from sharik.render.styles import minify
from sharik.search.files import index_files
from sharik.search.index import index_of
from sharik.urls import Publication, page_url

ENGINE = ("text", "engine", "worker")  # overrides/search/*.js, in this order
DIALOG = ("box", "dialog")


def search_files(catalog: Catalog, publication: Publication, read: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Every file (path below the site, text); `read` gives the text of a file below overrides/."""
    versions = {}
    for locale in catalog.locales:
        files = list(index_files(index_of(catalog, locale), catalog.search.structure))
        versions[locale] = _version(text for _, text in files)
        yield from files
    engine = join_scripts(*(read(f"search/{name}.js") for name in ENGINE))
    yield "search/engine.js", engine
    scripts = join_scripts(*(read(f"search/{name}.js") for name in DIALOG))
    style = minify(read("css/search.css"))
    for locale in catalog.locales:
        context = Context(catalog, publication, locale, SEARCH, locale)
        address = f"search/engine.js?{_version([engine])}"
        yield dialog_path(catalog, locale), settings(context, style=style, engine=address, versions=versions) + scripts


def dialog_path(catalog: Catalog, locale: str) -> str:
    """Beside the page of results, whose address every page knows."""
    return page_url(locale, SEARCH, catalog.vocab.default_locale) + "dialog.js"


def _version(texts: Iterable[str]) -> str:
    """Changes whenever the texts do, so that no browser keeps old files beside new ones."""
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:8]
