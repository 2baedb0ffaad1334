"""Built pages as trees, read with the standard library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
OPAQUE = frozenset(("code", "script", "style"))


@dataclass(eq=False, repr=False)
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def __iter__(self) -> Iterator[Element]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def all(self, tag: str = "", class_: str = "", **attributes: str) -> list[Element]:
        """The elements below with this tag, this class and these attributes (`data_key` means data-key)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            e
            for e in self
            if e is not self
            and (not tag or e.tag == tag)
            and (not class_ or class_ in e.classes)
            and all(e.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> Element:
        found = self.all(tag, class_, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} .{class_} {attributes}"
        return found[0]

    def texts(self) -> Iterator[tuple[Element, str]]:
        """Every text with the element that holds it; code, scripts and styles are none."""
        for child in self.children:
            if isinstance(child, str):
                yield self, child
            elif child.tag not in OPAQUE:
                yield from child.texts()

    @property
    def text(self) -> str:
        return " ".join("".join(text for _, text in self.texts()).split())

    @property
    def raw(self) -> str:
        return "".join(child for child in self.children if isinstance(child, str))

    def above(self) -> Iterator[Element]:
        """This element and all that enclose it."""
        here: Element | None = self
        while here:
            yield here
            here = here.parent

    def inherited(self, name: str) -> str | None:
        return next((e[name] for e in self.above() if name in e.attributes), None)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, None)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS and any(e.tag == "p" for e in self.here.above()):
            self.faults.append(f"line {self.getpos()[0]}: <{tag}> in <p>")
        if len(dict(attrs)) < len(attrs):
            self.faults.append(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.here = self.here.parent or self.root

    def handle_endtag(self, tag: str) -> None:
        if self.here.tag != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> ends <{self.here.tag}>")
        self.here = next((e.parent or self.root for e in self.here.above() if e.tag == tag), self.here)

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


@dataclass(frozen=True, repr=False)
class Page:
    """A built page: `url` below the site ("" for the front page), `file` below its folder."""

    url: str
    file: str
    html: str
    root: Element
    faults: list[str]

    @cached_property
    def head(self) -> Element:
        return self.root.one("head")

    @cached_property
    def body(self) -> Element:
        return self.root.one("body")

    @cached_property
    def ids(self) -> set[str]:
        return {element["id"] for element in self.root if element.get("id")}

    @cached_property
    def lang(self) -> str:
        return self.root.one("html")["lang"]

    @cached_property
    def kind(self) -> str:
        """`home`, `article`, `checklist`, `guide`, `index` (of a section), `page` or `lost`, by the address; or its name."""
        if self.file == "404.html":
            return "lost"
        parts = [part for part in self.url.split("/") if part not in ("", self.lang)]
        if not parts:
            return "home"
        if parts[0] in ("glossary", "search", "site-map"):
            return parts[0]
        kinds = {"articles": "article", "checklists": "checklist", "guides": "guide"}
        if parts[0] == "house-style":
            return "rules"
        return "page" if parts[0] not in kinds else kinds[parts[0]] if len(parts) > 1 else "index"

    @property
    def is_fallback(self) -> bool:
        return bool(self.root.all("p", "notice"))

    @cached_property
    def canonical(self) -> str:
        return self.head.one("link", rel="canonical")["href"]

    @property
    def alternates(self) -> dict[str, str]:
        links = self.head.all("link", rel="alternate")
        return {link["hreflang"]: link["href"] for link in links if link.get("hreflang")}

    def meta(self, name: str) -> str:
        return next(m["content"] for m in self.head.all("meta") if name in (m.get("name"), m.get("property")))

    def way(self, href: str) -> tuple[str, str]:
        """The file below the site that a relative `href` of this page names, and the fragment."""
        address, _, fragment = href.partition("#")
        folder = self.file.rpartition("/")[0]
        path = normpath(f"/{folder}/{address}").lstrip("/") if address else self.file
        is_folder = address.endswith("/") or address.rpartition("/")[2] in (".", "..")
        return (f"{path}/index.html".lstrip("/") if is_folder else path), fragment


def read(html: str, file: str = "index.html") -> Page:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return Page(file.removesuffix("index.html"), file, html, parser.root, parser.faults)


def read_site(folder: Path) -> dict[str, Page]:
    """Every page of the site in `folder`, by its address; 404.html among them."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    found = [read((folder / file).read_text(encoding="utf-8"), file) for file in files]
    return {page.url: page for page in found}


def broken_links(folder: Path, pages: dict[str, Page], *, base: str = "/") -> list[str]:
    """Every link, asset or fragment of a page that leads nowhere."""
    by_file = {page.file: page for page in pages.values()}
    faults = []
    for page in pages.values():
        for element in page.root:
            for name in ("href", "src"):
                target = element.get(name)
                if target is None or target.startswith(("http:", "https:")):
                    continue
                if target.startswith(base) and page.file == "404.html":
                    target = "./" + target.removeprefix(base)
                file, fragment = page.way(target)
                if target.startswith("/") or ":" in target.partition("#")[0] or not (folder / file).is_file():
                    faults.append(f"{page.file}: {target}")
                elif fragment and file in by_file and fragment not in by_file[file].ids:
                    faults.append(f"{page.file}: {target} (no such place)")
    return faults


@pytest.fixture(scope="session")
def parse() -> Callable[..., Page]:
    return read


@pytest.fixture(scope="session")
def parse_site() -> Callable[[Path], dict[str, Page]]:
    return read_site


@pytest.fixture(scope="session")
def find_broken_links() -> Callable[..., list[str]]:
    return broken_links


@pytest.fixture(scope="session")
def every_page(site: Path) -> dict[str, Page]:
    return read_site(site)


@pytest.fixture(scope="session")
def pages(every_page: dict[str, Page]) -> dict[str, Page]:
    """The pages by address, without 404.html."""
    return {url: page for url, page in every_page.items() if page.file != "404.html"}


@pytest.fixture(scope="session")
def expected_urls(catalog: Any) -> dict[str, tuple[str, str]]:
    """Address -> (locale, path) of every page that the content asks for."""
    from sharik.urls import page_url

    default = catalog.vocab.default_locale
    return {page_url(code, path, default): (code, path) for code in catalog.locales for path in catalog.paths}
