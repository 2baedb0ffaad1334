"""What a reader wrote, as data for paper/parts.typ."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from sharik.paper.frame import Data
from sharik.paper.tree import LRI, RLI, Node, plain_nodes
from sharik.text.bidi import PDI

BETWEEN_LINES = " · "
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def note_data(note: str, shown: str, label: str, *, rtl: bool) -> Data:
    """A note, its lines one after the other: `nodes` to print, of what the font can show; `text` to put into a field.

    `rtl`: the direction of the sheet.
    """
    return {"label": label, "nodes": _directed(_lines(shown), rtl=rtl), "text": BETWEEN_LINES.join(_lines(note))}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _directed(lines: list[str], *, rtl: bool) -> list[Node]:
    """Each line in its own direction."""
    found: list[Node] = []
    for line in lines:
        is_rtl = _is_rtl(line, rtl=rtl)
        begin = {"kind": "text", "text": RLI if is_rtl else LRI}
        between = [{"kind": "text", "text": BETWEEN_LINES}] if found else []
        found += [*between, begin, *plain_nodes(line, rtl=is_rtl), {"kind": "text", "text": PDI}]
    return found


def _is_rtl(line: str, *, rtl: bool) -> bool:
    """As on the page (checklist.js): one Arabic letter outside of an address is enough, since whoever writes Persian
    may begin with a Latin word or a link; a line of Latin letters is left to right, any other as its sheet."""
    kinds = {bidirectional(sign) for sign in _ADDRESS.sub(" ", line)}
    return bool(kinds & {"R", "AL"}) or (rtl and "L" not in {bidirectional(sign) for sign in line})
