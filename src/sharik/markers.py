"""Markers: `<!-- name: argument -->` on a line of its own, replaced by what the name renders.

Pure text in, text out, so that it could stand behind any Markdown engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent

NAMES = ("checklist", "diagram", "guide", "glossary", "rules", "terms", "sources")
WITHOUT_ARGUMENT = ("glossary", "rules", "terms", "sources")

# Possessive throughout, so that no line takes long to refuse.
_MARKER = re.compile(
    r"^(?P<indent>[ \t]*+)<!--[ \t]*+(?P<name>\w++(?:-\w++)*+)[ \t]*+(?::(?P<argument>(?:(?!-->)[^\n])*+))?-->[ \t]*+$",
    re.M,
)
_WAIVER = re.compile(r"[ \t]*<!--[ \t]*lint-ok(?:[ \t,]+[A-Za-z][\w-]*)+[ \t]*-->")
_FENCE = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=mark)[`~]*[ \t]*$|\Z)", re.M | re.S)
_INLINE_CODE = re.compile(r"(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)")


@dataclass(frozen=True)
class Marker:
    """A marker as written; `argument` is empty for one that takes none."""

    name: str
    argument: str
    line: int


def find_markers(markdown: str, *, first_line: int = 1) -> Iterator[Marker]:
    """Every line that has the form of a marker, its name known or not; fenced and inline code is left alone."""
    for match in _MARKER.finditer(mask_code(markdown)):
        line = first_line + markdown.count("\n", 0, match.start("name"))
        yield Marker(match["name"], _argument(match), line)


def expand(markdown: str, renderers: Mapping[str, Callable[[str], str]]) -> str:
    """`markdown` with each marker replaced by `renderers[name](argument)`, indented like it; the rest is unchanged.

    A name without a renderer is an error of the programme (KeyError): content is checked before.
    """
    out, end = [], 0
    for match in _MARKER.finditer(mask_code(markdown)):
        text = renderers[match["name"]](_argument(match))
        out += [markdown[end : match.start()], indent(text, match["indent"])]
        end = match.end()
    return "".join([*out, markdown[end:]])


def _argument(match: re.Match[str]) -> str:
    return (match["argument"] or "").strip()


def stray_comments(markdown: str, *, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Every HTML comment that is neither a marker on a line of its own nor a waiver: (its text, its line)."""
    masked = mask_waivers(_MARKER.sub(_blank, mask_code(markdown)))
    for match in re.finditer(r"<!--.*?(?:-->|$)", masked, re.M):
        yield match[0], first_line + masked.count("\n", 0, match.start())


def mask_waivers(masked: str) -> str:
    """A text without its code (see mask_code), with the comments that allow a problem blanked out, too."""
    return _WAIVER.sub(_blank, masked)


def drop_waivers(markdown: str) -> str:
    """`markdown` without the comments that allow a problem on their line: readers need not load them."""
    if "<!-- lint-ok" not in markdown:
        return markdown
    out, end = [], 0
    for match in _WAIVER.finditer(mask_code(markdown)):
        out.append(markdown[end : match.start()])
        end = match.end()
    return "".join([*out, markdown[end:]])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def mask_code(markdown: str) -> str:
    """`markdown` with fenced and inline code blanked out: same length, same lines."""
    for pattern in (_FENCE, _INLINE_CODE):
        markdown = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
    return markdown
