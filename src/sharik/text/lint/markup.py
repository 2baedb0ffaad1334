"""Rules for Markdown itself (MD)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.text.lint.mask import mask_code
from sharik.text.lint.passage import MASK, Hit, Passage, pair
from sharik.text.script import LETTER

_ITALIC = re.compile(
    r"\*\*(?!\s)[^\n]*?\*\*"  # bold, which keeps what is in it
    r"|\*(?<![\\*\w].)(?![\s*])(?P<inside>[^*\n]*+)(?<![\s\\])\*(?!\*)"
    r"|_(?<![\\_\w].)(?![\s_])(?P<lined>[^_\n]*+)(?<![\s\\])_(?![\w_])"
)
_LETTER = re.compile(f"[{LETTER}]")
_HEADING = re.compile(r"^#{1,6}[ \t](?P<title>[^\n]*)", re.M)
_HEADING_ENDS = (":", ".", "،")
_ABBREVIATION = re.compile(r"\.$|(?:^|[\s(])[A-Za-z]{1,4}$|\.\w+$|\d$")  # Inc. etc. e.g. 1.
_ATTRIBUTES = re.compile(r"\{[ \t]*[#.:]")
_LIST_MARK = re.compile(
    r"^(?P<indent>[ \t]*)"
    r"(?:(?P<bullet>[•◦▪‣●○])|(?P<native>[٠-٩۰-۹]{1,2})(?P<end>[.)-])|(?P<dash>[0-9]{1,2}-))"
    r"[ \t]+(?=[^\s0-9٠-٩۰-۹])",  # «10- 15» is a range
    re.M,
)
_LINK = re.compile(r"\[(?<!!.)(?P<text>[^\[\]\n]{1,80})\]\(")
_IMAGE = re.compile(r"!\[\s*\]\((?:[^()\n]|\([^()\n]*\))*+\)")


def italics(passage: Passage) -> Iterator[Hit]:
    """MD501: *italics* in Arabic script, which has none."""
    for match in _ITALIC.finditer(passage.prose):
        inside = match["inside"] or match["lined"]
        if inside and _LETTER.search(inside):
            yield from pair(match, "**", "**")


def heading_ends(passage: Passage) -> Iterator[Hit]:
    """MD502: a heading that ends in : . or ،"""
    for match in _HEADING.finditer(passage.prose):
        title = _without_attributes(match["title"], passage.text[match.start("title") : match.end()]).rstrip(" \t#")
        name = title[:-1].rstrip(" \t")
        if name and title.endswith(_HEADING_ENDS) and not (title[-1] == "." and _ABBREVIATION.search(name)):
            yield Hit(match.start("title") + len(name), match.start("title") + len(title), "")


def _without_attributes(title: str, written: str) -> str:
    """`title`, in which what is no prose is masked, without the {#id} at its end."""
    bare = title.rstrip(" \t").rstrip(MASK)
    return bare if _ATTRIBUTES.match(written, len(bare)) else title


def false_lists(passage: Passage) -> Iterator[Hit]:
    """MD503: a list that Markdown does not see: native digits, a dash after the number, a bullet sign."""
    for match in _LIST_MARK.finditer(passage.prose) if passage.markdown else ():
        number = match["native"] or match["dash"]
        if _begins_block(passage.prose, match.start()):
            right = "- " if match["bullet"] else f"{int(number.rstrip('-'))}. "
            yield Hit(match.start() + len(match["indent"]), match.end(), right)


def _begins_block(prose: str, at: int) -> bool:
    """Whether the line at `at` starts a paragraph or follows another such line."""
    above = prose[prose.rfind("\n", 0, max(0, at - 1)) + 1 : max(0, at - 1)]
    return (
        not above.strip(f" \t{MASK}") or bool(_LIST_MARK.match(above + " x")) or above.rstrip().endswith((":", ":**"))
    )


def empty_links(passage: Passage, phrases: frozenset[str]) -> Iterator[Hit]:
    """MD504: a link whose text says nothing of where it leads; `phrases` in lower case."""
    for match in _LINK.finditer(mask_code(passage.text)):
        if match["text"].strip(" *_.…").lower() in phrases:
            yield Hit(match.start("text"), match.end("text"))


def bare_images(passage: Passage) -> Iterator[Hit]:
    """MD505: an image without a text for those who cannot see it."""
    yield from (Hit(m.start(), m.end()) for m in _IMAGE.finditer(mask_code(passage.text)))


RULES = {"MD501": italics, "MD502": heading_ends, "MD503": false_lists, "MD505": bare_images}
