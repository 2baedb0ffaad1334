"""Rules for quotation marks: « » outside, “ ” inside, and each with its partner."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator

from sharik.text.lint.passage import Hit, Passage, pair
from sharik.text.script import LETTER

_STRAIGHT = re.compile(r'(?<![A-Za-z0-9_٠-٩۰-۹="])"(?P<inside>[^"\n]+)"(?![A-Za-z0-9_])')
_CURLY = re.compile("“(?P<inside>[^“”\n]+)”")
_EDGE = re.compile(f"^[*\\s(]*[{LETTER}٠-٩۰-۹]|[{LETTER}][*\\s.،؛؟!…)]*$")
_MARK = re.compile(r"[«»]|\n[ \t>]*(?=\n)|(?<=\n)#")


def english_quotes(passage: Passage) -> Iterator[Hit]:
    """P205: straight or English quotation marks around words in Arabic script; inside « » the second kind is right."""
    prose, nested = passage.prose, _nested(passage.prose)
    for pattern in (_STRAIGHT, _CURLY):
        for match in pattern.finditer(prose):
            inner = nested(match.start())
            if not _EDGE.search(match["inside"]) or (inner and match[0][0] == "“"):
                continue
            opening, closing = ("“", "”") if inner or "«" in match["inside"] else ("«", "»")
            if not (match[0][0] == "“" and opening == "“"):
                yield from pair(match, opening, closing)


def _nested(prose: str) -> Callable[[int], bool]:
    """Tells of a position whether it stands inside « »."""
    marks = [match.start() for match in re.finditer("[«»]", prose)]
    return lambda at: bool((i := bisect(marks, at)) and prose[marks[i - 1]] == "«")


def lonely_guillemets(passage: Passage) -> Iterator[Hit]:
    """P215: « without », or the reverse. A quotation may go on over paragraphs, each opened anew, up to a heading."""
    open_at: list[int] = []
    fresh = True  # nothing but space since the paragraph began
    for match in _MARK.finditer(passage.prose):
        at, mark = match.start(), match[0]
        if mark == "«":
            if open_at and fresh and _begins_line(passage.prose, at):
                open_at = []
            open_at.append(at)
        elif mark == "»" and open_at:
            open_at.pop()
        elif mark == "»":
            yield Hit(at, at + 1)
        elif mark == "#":
            yield from (Hit(i, i + 1) for i in open_at)
            open_at = []
        fresh = mark[0] == "\n" or mark == "#"
    yield from (Hit(i, i + 1) for i in open_at)


def _begins_line(prose: str, at: int) -> bool:
    return not prose[prose.rfind("\n", 0, at) + 1 : at].strip(" \t>")


RULES = {"P205": english_quotes, "P215": lonely_guillemets}
