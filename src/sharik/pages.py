"""One Markdown page: its front matter, and what its body links, shows and marks, with line numbers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sharik.markers import Marker, find_markers, mask_code, mask_waivers, stray_comments
from sharik.model.page import FrontMatter
from sharik.model.validate import validate
from sharik.problems import Report
from sharik.source import Document, parse_yaml, read_text
from sharik.text.front_matter import FRONT_MATTER

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*(?:\{\s*#(?P<id>[^}\s]+)\s*\})?[ \t]*$", re.M)
LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\](?:\([^)\s]*\))?)*)\]"
    r"\((?P<target>[^()\s]*+)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*\S", re.M)
_FOOTNOTE = re.compile(r"^\[\^(?P<label>[^\]]+)\]:", re.M)
_BLOCK = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]*)(?P<title>[ \t]+\"[^\"\n]+\")?", re.M)
_HTML = re.compile(
    r"<(?!!--)/?[A-Za-z][^>]*>|javascript:|&(?:\w+|#\w+);"  # tags, scripts, characters by number
    r"|\{:?[ \t]*(?![ \t]*#[\w-]+[ \t]*\})[^}\n]*[.#=:][^}\n]*\}",  # attributes other than a heading's id
    re.I,
)
_UNDERLINED = re.compile(r"^(?P<text>[^\s|>#-][^\n|]*)\n(?:=+|-+)[ \t]*$", re.M)
TERM_PREFIX = "#term-"
GLOSSARY = "glossary.md"
SEARCH = "search.md"
SITE_MAP = "site-map.md"
# Pages that look like no other.
OWN_KINDS = {GLOSSARY: "glossary", "house-style.md": "rules", SEARCH: "search", SITE_MAP: "map"}


class Heading(NamedTuple):
    level: int
    id: str | None
    text: str
    line: int


class Link(NamedTuple):
    target: str
    text: str
    line: int
    image: bool


class Block(NamedTuple):
    kind: str
    has_title: bool
    line: int


@dataclass(frozen=True)
class Page:
    """A page as written: `path` is below docs/<locale>/, `source` from the repository's root."""

    locale: str
    path: str
    meta: FrontMatter
    meta_document: Document
    body: str
    body_line: int
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    markers: tuple[Marker, ...]
    footnotes: tuple[str, ...]
    blocks: tuple[Block, ...]
    html: tuple[tuple[str, int], ...]
    comments: tuple[tuple[str, int], ...]
    underlined: tuple[tuple[str, int], ...]
    definitions: tuple[tuple[str, int], ...]

    @property
    def source(self) -> str:
        return f"docs/{self.locale}/{self.path}"

    @property
    def kind(self) -> str:
        """`home`, `index` (of a section), `article`, `checklist`, `guide`, one of OWN_KINDS, or `page`."""
        if self.path == "index.md":
            return "home"
        if self.path in OWN_KINDS:
            return OWN_KINDS[self.path]
        folder, _, name = self.path.rpartition("/")
        if name == "index.md":
            return "index"
        return {"articles": "article", "checklists": "checklist", "guides": "guide"}.get(folder, "page")

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def terms(self) -> tuple[str, ...]:
        """The glossary terms that the page links, in order, each once."""
        targets = (link.target for link in self.links)
        return tuple(dict.fromkeys(t.removeprefix(TERM_PREFIX) for t in targets if t.startswith(TERM_PREFIX)))

    def term_line(self, term: str) -> int:
        return next(link.line for link in self.links if link.target == TERM_PREFIX + term)


def read_page(root: Path, locale: str, path: str, report: Report) -> Page | None:
    """The page at docs/<locale>/<path>; None when its front matter leaves nothing to use."""
    source = f"docs/{locale}/{path}"
    text = read_text(root, source, report)
    return None if text is None else parse_page(text, locale, path, report)


def parse_page(text: str, locale: str, path: str, report: Report) -> Page | None:
    """The same from its text."""
    source = f"docs/{locale}/{path}"
    match = FRONT_MATTER.match(text)
    if not match or not match["yaml"]:
        hint = "Start the page with a line ---, then title: and description:, then a line ---."
        report.error(source, 1, "missing-key", "the page has no front matter", hint)
        return None
    document = parse_yaml(match["yaml"], source, report, first_line=2)
    meta = validate(FrontMatter, document, report) if document else None
    if document is None or meta is None:
        return None
    body, line = text[match.end() :], text[: match.end()].count("\n") + 1
    return _page(locale, path, meta, document, body, line)


def _page(locale: str, path: str, meta: FrontMatter, document: Document, body: str, line: int) -> Page:
    masked = mask_code(body)

    def at(position: int) -> int:
        return line + body.count("\n", 0, position)

    titles = _HEADING.finditer(mask_waivers(masked))
    headings = [Heading(len(m["marks"]), m["id"], m["text"], at(m.start())) for m in titles]
    links = [Link(m["target"], m["text"], at(m.start()), bool(m["image"])) for m in _links(masked)]
    html = [(m[0], at(m.start())) for m in _HTML.finditer(masked)]
    return Page(
        locale=locale,
        path=path,
        meta=meta,
        meta_document=document,
        body=body,
        body_line=line,
        headings=tuple(headings),
        links=tuple(links),
        markers=tuple(find_markers(body, first_line=line)),
        footnotes=tuple(m["label"] for m in _FOOTNOTE.finditer(masked)),
        blocks=tuple(Block(m["kind"], bool(m["title"]), at(m.start("kind"))) for m in _BLOCK.finditer(masked)),
        html=tuple(html),
        underlined=tuple((m["text"], at(m.start())) for m in _UNDERLINED.finditer(masked)),
        comments=tuple(stray_comments(body, first_line=line)),
        definitions=tuple((m["label"], at(m.start())) for m in _DEFINITION.finditer(masked)),
    )


def _links(text: str) -> Iterator[re.Match[str]]:
    """Every inline link and image, those inside the text of a link among them."""
    for match in LINK.finditer(text):
        yield match
        inner = re.compile(LINK.pattern).finditer(text, match.start("text"), match.end("text"))
        yield from inner


def resolve(page: Page, target: str) -> tuple[str, str]:
    """The path below docs/<locale>/ and the fragment that `target` names on `page`."""
    file, _, fragment = target.partition("#")
    folder = posixpath.dirname(page.path)
    return (posixpath.normpath(posixpath.join(folder, file)) if file else page.path), fragment
