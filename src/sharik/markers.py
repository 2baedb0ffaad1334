"""Markers: `<!-- name: argument -->` on a line of its own, replaced by what the name renders.

Pure text in, text out, so that it could stand behind any Markdown engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

NAMES = ("checklist", "diagram", "guide", "terms", "sources")
WITHOUT_ARGUMENT = ("terms", "sources")

_MARKER = re.compile(r"^[ \t]*<!--[ \t]*(?P<name>[\w-]+)(?:[ \t]*:[ \t]*(?P<argument>.*?))?[ \t]*-->[ \t]*$", re.M)
_FENCE = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=mark)[`~]*[ \t]*$|\Z)", re.M | re.S)
_INLINE_CODE = re.compile(r"(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)")


@dataclass(frozen=True)
class Marker:
    """A marker as written; `argument` is empty for one that takes none."""

    name: str
    argument: str
    line: int


def find_markers(markdown: str, *, first_line: int = 1) -> Iterator[Marker]:
    """Every line that has the form of a marker, its name known or not; code is left alone."""
    for match in _MARKER.finditer(mask_code(markdown)):
        line = first_line + markdown.count("\n", 0, match.start("name"))
        yield Marker(match["name"], match["argument"] or "", line)


def expand(markdown: str, renderers: Mapping[str, Callable[[str], str]]) -> str:
    """`markdown` with each marker replaced by `renderers[name](argument)`; the rest is unchanged.

    A name without a renderer is an error of the programme (KeyError): content is checked before.
    """
    out, end = [], 0
    for match in _MARKER.finditer(mask_code(markdown)):
        out += [markdown[end : match.start()], renderers[match["name"]](match["argument"] or "")]
        end = match.end()
    return "".join([*out, markdown[end:]])


def mask_code(markdown: str) -> str:
    """`markdown` with fenced and inline code blanked out: same length, same lines."""
    for pattern in (_FENCE, _INLINE_CODE):
        markdown = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
    return markdown
