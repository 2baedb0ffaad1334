"""One build of the site: what was loaded, for whom, and what each page of it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.paper.cards import card_path
from sharik.paper.facts import SheetFacts, read_facts
from sharik.problems import ContentError, Problem
from sharik.render.exchange import outputs
from sharik.render.metadata import content_security_policy, json_ld
from sharik.render.styles import STYLES, font, font_face, minify, styles
from sharik.render.view import View
from sharik.search.site import search_files
from sharik.text.bidi import isolate
from sharik.urls import Publication, name_index_files, page_url, publication, relative


@dataclass(frozen=True)
class Build:
    """`live` while an editor watches; `portable` when links must work from a folder."""

    root: Path
    catalog: Catalog
    publication: Publication
    problems: tuple[Problem, ...]
    live: bool
    portable: bool
    sheets: Mapping[str, list[SheetFacts]] | None = None  # by page; None when nothing is printed

    def view(self, locale: str, path: str) -> View:
        """The page at `path` as readers of `locale` get it. KeyError when it exists in no language."""
        page = self.catalog.page(locale, path)
        if page is None:
            raise KeyError(path)
        return View(self.catalog, self.publication, page, locale)

    def outputs(self, locale: str) -> Iterator[tuple[str, str]]:
        """Every file beside the pages of `locale` (path below the site, text); with the default one those of all."""
        yield from outputs(self.catalog, self.publication, locale)
        if locale == self.catalog.vocab.default_locale:
            yield from search_files(self.catalog, self.publication, self._override)

    def sheets_of(self, view: View, path: str | None = None) -> list[tuple[str, str, str]]:
        """The sheets of the page at `path` (or of `view` itself), the main one first: (the way there from `view`, what
        it is, how many pages and kilobytes)."""
        facts = (self.sheets or {}).get(f"{view.served}/{path or view.path}", [])
        return [(relative(each.path, view.url), each.label(view.frame), each.extent(view.frame)) for each in facts]

    def card(self, view: View) -> str | None:
        """The address of the picture that stands for a page where its address is shared."""
        if self.sheets is None or self.portable:
            return None
        default = self.catalog.vocab.default_locale
        return self.publication.absolute(card_path(view.page.locale, view.path, default))

    def _override(self, path: str) -> str:
        return _read(self.root / "overrides" / path, live=self.live)

    @property
    def head_script(self) -> str:
        """The line that runs before the first paint: scripts work here; light or dark as chosen."""
        return self._override("head.js")

    def lost(self) -> Mapping[str, Any]:
        """What the page for unknown addresses needs; its links start at the root, or here when portable."""
        catalog, base = self.catalog, "./" if self.portable else self.publication.base
        default = catalog.vocab.default_locale
        return {
            "locale": default,
            "direction": catalog.locales[default].direction,
            "base": base,
            "homes": {code: page_url(code, "index.md", default) for code in catalog.locales},
            "texts": {code: self._text(code) for code in catalog.locales},
            "head": self._head(STYLES["lost"], base + "assets/" + font(catalog.locales[default].direction)),
        }

    def _text(self, code: str) -> Callable[[str], str]:
        return lambda key: escape(self.catalog.messages[code].text(key))

    def head(self, view: View) -> Mapping[str, str | None]:
        """What stands in the head of the page."""
        return self._head(styles(view), view.asset(font(self.catalog.locales[view.served].direction))) | {
            "json_ld": json_ld(view)
        }

    def _head(self, names: Iterable[str], font_address: str) -> dict[str, str | None]:
        style = self._style(names, font_address)
        # While live the server adds a script of its own, which no policy could allow by hash.
        policy = None if self.live else content_security_policy([self.head_script], [style])
        return {"font": font_address, "style": style, "script": self.head_script, "policy": policy}

    def last_touch(self, html: str) -> str:
        """A finished page with its left-to-right runs isolated and, when portable, links that name files."""
        html = isolate(html)
        return name_index_files(html) if self.portable else html

    def _style(self, names: Iterable[str], font_address: str) -> str:
        """The style sheet to be inlined; the font's address depends on the page's."""
        parts = [self._override(f"css/{name}.css") for name in names]
        return font_face(font_address) + minify("".join(parts))


def load_build(root: Path, *, live: bool, last: Build | None, portable: bool, printed: Path | None = None) -> Build:
    """The content at `root`, ready to be drawn; `printed` is the file that tells of its sheets.

    Raises ContentError when it has problems; while live they are handed on with the last good build, if there is one.
    """
    try:
        catalog, report = load_and_check(root)
        problems = report.errors
    except ContentError as error:
        problems = error.problems
    if not problems:
        sheets = read_facts(printed) if printed else None
        return Build(root, catalog, publication(), (), live, portable, sheets)
    if live and last:
        return replace(last, problems=tuple(problems))
    raise ContentError(problems)


def _read(path: Path, *, live: bool) -> str:
    return path.read_text(encoding="utf-8") if live else _read_once(path)


@cache
def _read_once(path: Path) -> str:
    return path.read_text(encoding="utf-8")
