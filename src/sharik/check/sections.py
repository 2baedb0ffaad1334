"""A page cut at its headings and notes: what stands in each part and must stand in the other languages, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sharik.markers import mask_code
from sharik.pages import Link, Page, resolve
from sharik.text.numbers import Quantity, quantities

# Of a part: the id of its heading and of the next one, so that a part is compared with the very same part only.
Key = tuple[str, str]

_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_DEFINED = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:")
_REFERENCE = re.compile(r"\[\^(?P<label>[^\[\]\s]+)\](?!:)")
_CASE = re.compile(r"(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]*case\b")
# Not read: comments, where links lead, ids of headings, labels of notes, kinds of blocks, the numbers of a list.
_NOT_PROSE = re.compile(
    r"<!--(?:(?!-->).)*+(?:-->)?|(?<=\])\([^()\s]*+|\{[ ]*#[^{}\s]*+[ ]*\}|\[\^[^\[\]\s]*+\]:?"
    r"|^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*\w+|^[ \t]*\d+[.)](?=[ \t])"
)


class Place(NamedTuple):
    """Something that is compared by its `value`, on its line."""

    value: str
    line: int


class Number(NamedTuple):
    quantity: Quantity
    line: int


@dataclass
class Section:
    """A part of a page without its case blocks, which are native to each language: the lines from that of its heading
    up to `end`."""

    name: str
    line: int
    end: int
    links: list[Place] = field(default_factory=list)
    addresses: list[Place] = field(default_factory=list)
    images: list[Place] = field(default_factory=list)
    notes: list[Place] = field(default_factory=list)
    markers: list[Place] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)


class ProseLine(NamedTuple):
    """A line of a page with blanks where code, comments and addresses stand; `case` inside a case block."""

    text: str
    line: int
    case: bool


def prose_lines(page: Page) -> Iterator[ProseLine]:
    """Every line of the body of `page`."""
    indent = -1  # of the case block that the line may be in
    for number, line in enumerate(mask_code(page.body).split("\n"), page.body_line):
        depth = len(line) - len(line.lstrip(" \t"))
        if line.strip() and depth <= indent:
            indent = -1
        if opening := _CASE.match(line):
            indent = len(opening["indent"])
        text = _NOT_PROSE.sub(lambda match: " " * len(match[0]), line)
        yield ProseLine(text, number, case=indent >= 0)


def sections(page: Page) -> dict[Key, Section]:
    """The parts of `page` in order; of two with one key, the first."""
    cut = _cut(page)
    found: dict[Key, Section] = {}
    at: dict[int, Section] = {}  # by line; lines of case blocks are missing
    raw = mask_code(page.body).split("\n")
    prose = list(prose_lines(page))
    for i, (start, name) in enumerate(cut):
        end = cut[i + 1][0] if i + 1 < len(cut) else page.body_line + len(raw)
        section = found.setdefault(_key(cut, i), Section(name, start, end))
        for line in prose[start - page.body_line : end - page.body_line]:
            if not line.case:
                at[line.line] = section
                section.numbers += [Number(q, line.line) for q in quantities(line.text, page.locale)]
                labels = _REFERENCE.finditer(raw[line.line - page.body_line])
                section.notes += [Place(match["label"], line.line) for match in labels]
    for marker in page.markers:
        if marker.line in at:
            value = f"{marker.name}: {marker.argument}" if marker.argument else marker.name
            at[marker.line].markers.append(Place(value, marker.line))
    for link in page.links:
        if link.line in at:
            _add_link(page, link, at[link.line])
    return found


def definitions(page: Page) -> list[Place]:
    """The notes that `page` defines."""
    labels = set(page.footnotes)
    found = ((_DEFINED.match(line), number) for number, line in enumerate(page.body.split("\n"), page.body_line))
    return [Place(match["label"], number) for match, number in found if match and match["label"] in labels]


def _cut(page: Page) -> list[tuple[int, str]]:
    """Where the parts begin, and the id of each heading or the label of each note."""
    headings = [(heading.line, heading.id or "") for heading in page.headings]
    notes = [(place.line, f"[^{place.value}]") for place in definitions(page)]
    return [(page.body_line, ""), *sorted(headings + notes)]


def _key(cut: list[tuple[int, str]], i: int) -> Key:
    name = cut[i][1]
    following = cut[i + 1][1] if i + 1 < len(cut) else ""
    return name, "" if name.startswith("[^") or following.startswith("[^") else following


def _add_link(page: Page, link: Link, section: Section) -> None:
    if _EXTERNAL.match(link.target):
        target, places = link.target, section.addresses
    else:
        path, fragment = resolve(page, link.target)
        file = "" if path == page.path else path
        target, places = f"{file}#{fragment}" if fragment else path, section.links
    (section.images if link.image else places).append(Place(target, link.line))
