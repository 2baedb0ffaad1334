"""Masks what is not prose, so that no rule reads or repairs it: same length, same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sharik.text.lint.passage import CELL, MASK
from sharik.text.script import ZWNJ

_FENCE = re.compile(
    r"^[ \t>]*(?:(?P<ticks>`{3,})[^\n`]*|(?P<tildes>~{3,})[^\n]*)$"  # to the line that closes it, or to the end
    r"(?:\n(?![ \t>]*(?:(?P=ticks)`*|(?P=tildes)~*)[ \t]*$)[^\n]*)*(?:\n[^\n]*)?",
    re.M,
)
_HOLDS_TEXT = re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)]|!!!|\?\?\?|===|\[\^[^\]]+\]:|:)(?:[ \t]|$)?")
_DEFINED = re.compile(r"^[ ]{0,3}\[(?!\^)([^\[\]\n]+)\]:", re.M)
_LABEL = re.compile(r"\[([^\[\]\n]+)\]")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_TICKS = re.compile(r"`+")

# What stands for something other than prose, each under a sign that a text must hold for it to occur at all.
# Each is linear: no part can start anew inside what the part before it has refused.
_PARTS = (
    ("<!--", r"<!--(?:(?!-->)[\s\S])*+(?:-->)?"),
    ("!!!", r"^[ \t]*!!![^\n]*$"),  # blocks and tabs: their titles are passages of their own
    ("???", r"^[ \t]*\?\?\?[^\n]*$"),
    ("===", r"^[ \t]*===[^\n]*$"),
    ("]:", r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$"),  # link definitions
    ("*[", r"^\*\[[^\]\n]+\]:[^\n]*$"),  # abbreviations
    ("|", r"^[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++(?:[ \t]*+:?-++:?)?[ \t]*$"),  # below the head of a table
    ("</", r"<(?P<tag>code|kbd|pre|samp|script|style)\b[^<>\n]*>[^<]*</(?P=tag)>"),
    ("![", r"!\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\((?:[^()\n]|\([^()\n]*\))*\)"),  # images: alt texts are passages, too
    ("](", r"\((?<=\]\()(?:[^()\n]|\([^()\n]*\))*\)"),  # link targets with their titles
    ("][", r"\[(?<=\]\[)[^\[\]\n]*\]"),  # labels of links defined elsewhere
    ("[^", r"\[\^[^\[\]\n]+\]:?"),  # footnotes
    ("<", r"<[A-Za-z/!][^<>\n]*>"),  # tags and <https://…>
    ("{{", r"\{\{[^{}\n]*\}\}"),  # Jinja
    ("{%", r"\{%[^{}\n]*%\}"),
    ("{", r"\{[ \t]*[#.:][^{}\n]*\}"),  # attributes
)
_ADDRESSES = (
    ("://", r"(?:https?|ftp)://[^\s<>()\[\]«»،؛؟\"'“”`|]+"),
    ("www.", r"www\.[^\s<>()\[\]«»،؛؟\"'“”`|]+"),
    ("@", r"(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
)
_TOKENS = (
    ("{", r"\{\w+\}"),  # placeholders
    ("#", rf"#(?=[^\W\d_])(?<![\w&#/]#)[\w{ZWNJ}]+"),  # hashtags
)
_TABLE_ROW = re.compile(r"^[ \t>]*\|[^\n]*$|^[^\n|]*[^\n|\\]\|[^\n]*\|[^\n]*$", re.M)
_CELL_EDGE = re.compile(r"^[ \t>]*\|[ \t]*|(?:(?<![ \t])[ \t]++)?(?<!\\)\|[ \t]*")
_VISIBLE = re.compile(r"[^\n]")
_STOPS = ".,:;!?…'’*_"


def mask_markdown(text: str) -> str:
    """`text` with code, HTML, comments, targets, attributes, Jinja, block lines, addresses and table edges masked."""
    text = mask_code(text)
    labels = frozenset(_DEFINED.findall(text)) if "]:" in text else frozenset()
    text = mask_plain(mask_addresses(_mask_labels(_mask(text, _PARTS), labels)))
    return _TABLE_ROW.sub(lambda row: _CELL_EDGE.sub(_hide_edge, row[0]), text) if "|" in text else text


def _mask(text: str, parts: Iterable[tuple[str, str]]) -> str:
    for sign, pattern in parts:
        if sign in text:
            text = re.sub(pattern, hide, text, flags=re.M)
    return text


@lru_cache(maxsize=4)  # several rules ask for the same text
def mask_code(text: str) -> str:
    """`text` with fenced, indented and inline code masked."""
    text = _FENCE.sub(hide, text) if "```" in text or "~~~" in text else text
    text = _mask_indented(text) if "\n    " in text or "\n\t" in text else text
    out, end = [], 0
    for start, stop in _code_spans(text):
        out += [text[end:start], _VISIBLE.sub(MASK, text[start:stop])]
        end = stop
    return "".join([*out, text[end:]])


def _mask_indented(text: str) -> str:
    """Masks lines of four spaces that follow an empty one; below a list, a note or a block they are its text."""
    out: list[str] = []
    holds, code, empty = False, False, True
    for line in text.split("\n"):
        indented = line.startswith(("    ", "\t"))
        if line.strip() and not indented:
            holds = bool(_HOLDS_TEXT.match(line)) or (holds and not empty)
        code = indented and not holds and (code or empty)
        out.append(_VISIBLE.sub(MASK, line) if code and line.strip() else line)
        empty, code = not line.strip(), code or (not line.strip() and code)
    return "\n".join(out)


def _mask_labels(text: str, labels: frozenset[str]) -> str:
    """Masks the words that name a link defined elsewhere: the definition would not follow their repair."""
    return _LABEL.sub(lambda match: hide(match) if match[1] in labels else match[0], text) if labels else text


def mask_addresses(text: str) -> str:
    """`text` with web and mail addresses masked, but for the full stop after them."""
    for sign, pattern in _ADDRESSES:
        if sign in text:
            text = re.sub(pattern, _hide_address, text)
    return text


def mask_plain(text: str) -> str:
    """`text` with placeholders and hashtags masked."""
    return _mask(text, _TOKENS)


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """From each run of backticks to the next one of the same length in the same paragraph."""
    ends = [match.start() for match in _BLANK_LINE.finditer(text)] + [len(text)]
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(text) if not _escaped(text, match.start())]
    later: dict[int, list[int]] = {}  # length -> where runs of it start, the next one last
    for start, stop in reversed(runs):
        later.setdefault(stop - start, []).append(start)
    done, paragraph = 0, 0
    for start, stop in runs:
        same = later[stop - start]
        same.pop()  # this run itself
        while ends[paragraph] < start:
            paragraph += 1
        if start >= done and same and same[-1] < ends[paragraph]:
            done = same[-1] + stop - start
            yield start, done


def _escaped(text: str, at: int) -> bool:
    return text[at - 1 : at] == "\\"


def hide(match: re.Match[str]) -> str:
    """The mask of what was matched."""
    return _VISIBLE.sub(MASK, match[0])


def _hide_edge(match: re.Match[str]) -> str:
    return CELL * len(match[0])


def _hide_address(match: re.Match[str]) -> str:
    address = match[0].rstrip(_STOPS)
    return MASK * len(address) + match[0][len(address) :]
