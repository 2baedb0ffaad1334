"""The words of a Markdown text as a reader sees them, on one line: what search reads and shows."""

from __future__ import annotations

import re
from html import unescape

# In this order; nothing here reads across a blank line.
_STEPS = (
    (re.compile(r"<!--.*?-->", re.S), " "),  # markers and waivers
    (re.compile(r"^\*\[[^\]\n]+\]:[^\n]*$", re.M), " "),  # abbreviations
    (re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$", re.M), " "),  # link definitions
    (re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*$", re.M), " "),
    (re.compile(r"^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$", re.M), " "),  # below a table's head
    (re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w-]*(?:[ \t]+\"([^\"\n]*)\")?[ \t]*$", re.M), r"\1 "),  # blocks
    (re.compile(r"\[\^[^\]\n]+\]:?"), ""),  # notes
    (re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*)\]\((?:[^()\n]|\([^()\n]*\))*\)"), r"\1"),
    (re.compile(r"\{[ \t]*:?[ \t]*[#.][^{}\n]*\}"), ""),  # ids of headings
    (re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)]|#{1,6}|:)[ \t]+", re.M), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]*>"), ""),
    (re.compile(r"\|(?<!\\\|)"), " "),
    (re.compile(r"[*_`](?:(?<=`)`*|(?<=\*)\*|(?<![\w\\][*_])(?=\S)|(?<=[^\s\\][*_])(?!\w))"), ""),
    (re.compile(r"^[ \t]*>", re.M), ""),
    (re.compile(r"\\([^\w\s])"), r"\1"),
)


def plain(markdown: str) -> str:
    """`markdown` (a section of a page, or one line of it) without its marks, link targets, comments and ids."""
    for pattern, replacement in _STEPS:
        markdown = pattern.sub(replacement, markdown)
    return " ".join(unescape(markdown).split())
