"""Reads HTML as elements: just what the nodes of a sheet are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "wbr"}
_PART = re.compile(r"part (\d+)")


@dataclass
class Element:
    """An element of HTML; what it holds are elements, texts and the numbers of parts that were held back."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str | int] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """Every element of this name below this one, in order."""
        for child in self.inside:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.all(name)

    @property
    def text(self) -> str:
        """The letters in it, blanks and line breaks among them."""
        return "".join(child.text if isinstance(child, Element) else str(child) for child in self.inside)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        at = max((i for i, element in enumerate(self.open) if element.name == tag), default=0)
        del self.open[at or len(self.open) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        if part := _PART.fullmatch(data):
            self.open[-1].inside.append(int(part[1]))


def parse(html: str) -> Element:
    """`html` as one element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]
