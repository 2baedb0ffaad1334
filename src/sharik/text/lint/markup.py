"""Rules for Markdown itself (MD)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.text.lint.mask import mask_code
from sharik.text.lint.passage import LETTER, Hit, Passage

_ITALIC = re.compile(
    rf"\*(?<![\\*\w].)(?![\s*])(?P<inside>[^*\n]*[{LETTER}][^*\n]*)(?<![\s\\])\*(?!\*)"
    rf"|_(?<![\\_\w].)(?![\s_])(?P<lined>[^_\n]*[{LETTER}][^_\n]*)(?<![\s\\])_(?![\w_])"
)
_HEADING_END = re.compile(r"^#{1,6}[ \t][^\n]*?(?P<mark>[ \t]*(?<!\.)[:.،])[ \t]*(?:\{[^}\n]*\})?[ \t#]*$", re.M)
_LIST_MARK = re.compile(
    r"^(?P<indent>[ \t]*)"
    r"(?:(?P<bullet>[•◦▪‣●○])|(?P<native>[٠-٩۰-۹]{1,2})(?P<end>[.)-])|(?P<dash>[0-9]{1,2}-))[ \t]+(?=\S)",
    re.M,
)
_LINK = re.compile(r"\[(?<!!.)(?P<text>[^\[\]\n]{1,80})\]\(")
_IMAGE = re.compile(r"!\[\s*\]\([^)\n]*\)")


def italics(passage: Passage) -> Iterator[Hit]:
    """MD501: *italics* in Arabic script, which has none."""
    for match in _ITALIC.finditer(passage.prose):
        inside = match["inside"] or match["lined"]
        start = match.start() + 1
        yield Hit(match.start(), start, "**")
        yield Hit(start + len(inside), match.end(), "**")


def heading_ends(passage: Passage) -> Iterator[Hit]:
    """MD502: a heading that ends in : . or ،"""
    yield from (Hit(m.start("mark"), m.end("mark"), "") for m in _HEADING_END.finditer(passage.prose))


def false_lists(passage: Passage) -> Iterator[Hit]:
    """MD503: a list that Markdown does not see: native digits, a dash after the number, a bullet sign."""
    for match in _LIST_MARK.finditer(passage.prose):
        number = match["native"] or match["dash"]
        if _begins_block(passage.prose, match.start()):
            right = "- " if match["bullet"] else f"{int(number.rstrip('-'))}. "
            yield Hit(match.start() + len(match["indent"]), match.end(), right)


def _begins_block(prose: str, at: int) -> bool:
    """Whether the line at `at` starts a paragraph or follows another such line."""
    above = prose[prose.rfind("\n", 0, max(0, at - 1)) + 1 : max(0, at - 1)]
    return not above.strip() or bool(_LIST_MARK.match(above + " x")) or above.rstrip().endswith((":", ":**"))


def empty_links(passage: Passage, phrases: frozenset[str]) -> Iterator[Hit]:
    """MD504: a link whose text says nothing of where it leads; `phrases` in lower case."""
    for match in _LINK.finditer(mask_code(passage.text)):
        if match["text"].strip(" *_.…").lower() in phrases:
            yield Hit(match.start("text"), match.end("text"))


def bare_images(passage: Passage) -> Iterator[Hit]:
    """MD505: an image without a text for those who cannot see it."""
    yield from (Hit(m.start(), m.end()) for m in _IMAGE.finditer(mask_code(passage.text)))


RULES = {"MD501": italics, "MD502": heading_ends, "MD503": false_lists, "MD505": bare_images}
