"""Masks what is not prose, so that no rule reads or repairs it: same length, same lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sharik.text.lint.passage import LETTER, MARKS, MASK, ZWNJ

_FENCE = re.compile(
    r"^[ \t>]*(?:(?P<ticks>`{3,})[^\n`]*|(?P<tildes>~{3,})[^\n]*)$"  # to the line that closes it, or to the end
    r"(?:\n(?![ \t>]*(?:(?P=ticks)`*|(?P=tildes)~*)[ \t]*$)[^\n]*)*(?:\n[^\n]*)?",
    re.M,
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_TICKS = re.compile(r"`+")

# Each is linear: no part can start anew inside what the part before it has refused.
_BLOCK_PARTS = (
    r"<!--(?:(?!-->)[\s\S])*+(?:-->)?",
    r"^[ \t]*(?:!!!|\?\?\?\+?|===)[^\n]*$",  # blocks and tabs: their titles are passages of their own
    r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$",  # link definitions
    r"^\*\[[^\]\n]+\]:[^\n]*$",  # abbreviations
    r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$",  # below the head of a table
)
_INLINE_PARTS = (
    r"<(?P<tag>code|kbd|pre|samp|script|style)\b[^<>\n]*>[^<]*</(?P=tag)>",
    r"!\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\((?:[^()\n]|\([^()\n]*\))*\)",  # images: their alt texts are passages, too
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)",  # link targets with their titles
    r"\[\^[^\[\]\s]+\]:?",  # footnotes
    r"<[A-Za-z/!][^<>\n]*>",  # tags and <https://…>
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}",  # Jinja
    r"\{[ \t]*[#.:][^{}\n]*\}",  # attributes
)
_ADDRESSES = (
    r"(?:https?://|ftp://|www\.)[^\s<>()\[\]«»،؛؟\"'“”`|]+",
    r"(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
)
_TOKENS = (
    r"\{\w+\}",  # placeholders
    rf"(?<![\w&#/])#(?=[^\W\d_])[\w{ZWNJ}]+",  # hashtags
)
_BLOCK = re.compile("|".join(_BLOCK_PARTS), re.M)
_INLINE = re.compile("|".join(_INLINE_PARTS))
_ADDRESS = re.compile("|".join(_ADDRESSES))
_PLAIN = re.compile("|".join(_TOKENS))
_TABLE_ROW = re.compile(r"^[ \t>]*\|[^\n]*$|^[^\n|]*[^\n|\\]\|[^\n]*\|[^\n]*$", re.M)
_CELL_EDGE = re.compile(r"^[ \t>]*\||[ \t]*(?<!\\)\|[ \t]*")
_VISIBLE = re.compile(r"[^\n]")
_STOPS = ".,:;!?…'’*_"


def mask_markdown(text: str) -> str:
    """`text` with code, HTML, comments, targets, attributes, Jinja, block lines, addresses and table edges masked."""
    text = mask_addresses(_INLINE.sub(_hide, _BLOCK.sub(_hide, mask_code(text))))
    return _TABLE_ROW.sub(lambda row: _CELL_EDGE.sub(_hide, row[0]), mask_plain(text))


def mask_code(text: str) -> str:
    """`text` with fenced and inline code masked."""
    text = _FENCE.sub(_hide, text)
    out, end = [], 0
    for start, stop in _code_spans(text):
        out += [text[end:start], _VISIBLE.sub(MASK, text[start:stop])]
        end = stop
    return "".join([*out, text[end:]])


def mask_addresses(text: str) -> str:
    """`text` with web and mail addresses masked, but for the full stop after them."""
    return _ADDRESS.sub(_hide_address, text)


def mask_plain(text: str) -> str:
    """`text` with placeholders and hashtags masked."""
    return _PLAIN.sub(_hide, text)


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


def _hide(match: re.Match[str]) -> str:
    return _VISIBLE.sub(MASK, match[0])


def _hide_address(match: re.Match[str]) -> str:
    address = match[0].rstrip(_STOPS)
    return MASK * len(address) + match[0][len(address) :]


RUN = 4  # so many vocalised words in a row are classical Arabic

# Quotations in the other language of the same script follow that language's rules.

_QUOTED = re.compile(
    r"«[^«»]{2,2000}»|“[^“”]{2,2000}”|﴿[^﴿﴾]{2,2000}﴾|\([^()\n]{2,200}\)|\[[^\[\]\n]{2,200}\]|^[ \t]*>[^\n]*$", re.M
)
_WORD = re.compile(f"[{LETTER}{MARKS}\u0640{ZWNJ}]+")
_VOWELS = re.compile("[\u064e\u064f\u0650\u0652\u0670\u064c\u064d]")  # Persian, too, writes fathatan and shadda
_ARABIC_ONLY = re.compile(f"[ةإٱ]|(?<![{LETTER}])(?:ال|وال|بال|لل)[{LETTER}]{{2,}}|ى(?![{LETTER}])")
_PERSIAN_LETTERS = re.compile(f"[پچژگیک{ZWNJ}]")
_ARABIC_LETTERS = re.compile(f"[ةىيكإأ]|(?<![{LETTER}])ال[{LETTER}]{{3}}")

Knows = Callable[[str], bool]  # whether a word, without its marks, is a Persian one


def mask_foreign(prose: str, locale: str, knows: Knows) -> str:
    """`prose` with Arabic quotations in Persian text, and Persian ones in Arabic text, masked."""
    if locale == "fa":
        prose = _QUOTED.sub(lambda m: _hide(m) if m[0][0] == "﴿" or _is_arabic(m[0]) else m[0], prose)
        return _mask_vocalised(prose)
    if locale == "ar" and _PERSIAN_LETTERS.search(prose):
        return _QUOTED.sub(lambda m: _hide(m) if _is_persian(m[0], knows) else m[0], prose)
    return prose


def _is_arabic(text: str) -> bool:
    """Whether a quotation of a Persian text is Arabic."""
    words = _WORD.findall(text)
    if len(words) < 2 and not _VOWELS.search(text):
        return False
    vocalised = sum(bool(_VOWELS.search(word)) for word in words)
    if words and vocalised * 2 >= len(words):
        return True
    return not _PERSIAN_LETTERS.search(text) and bool(_ARABIC_ONLY.search(text))


def _is_persian(text: str, knows: Knows) -> bool:
    """Whether a quotation of an Arabic text is Persian: its letters allow it, and half of its words are known."""
    if not _PERSIAN_LETTERS.search(text) or _ARABIC_LETTERS.search(text):
        return False
    words = _WORD.findall(text)
    known = sum(any(knows(stem) for stem in (word, *word.split(ZWNJ), word.rstrip("ی"))) for word in words)
    return known * 2 >= len(words)


def _mask_vocalised(prose: str) -> str:
    """Masks four or more words in a row of which each carries vowels: classical Arabic, quoted or not."""
    if not _VOWELS.search(prose):
        return prose
    out, end = [], 0
    for start, stop in _vocalised_runs(prose):
        out += [prose[end:start], _VISIBLE.sub(MASK, prose[start:stop])]
        end = stop
    return "".join([*out, prose[end:]])


def _vocalised_runs(prose: str) -> Iterator[tuple[int, int]]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(prose):
        if not (_VOWELS.search(word[0]) or (run and len(word[0]) < 3)):
            if len(run) >= RUN:
                yield run[0].start(), run[-1].end()
            run = []
            continue
        run.append(word)
    if len(run) >= RUN:
        yield run[0].start(), run[-1].end()


_QUOTATION = re.compile(
    r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|(?<![\w=])\"[^\"\n]{1,2000}\"|(?<!\w)‘[^‘’\n]{1,300}’(?!\w)|^[ \t]*>[^\n]*$",
    re.M,
)


def mask_quotations(prose: str) -> str:
    """`prose` with all quotations masked: there a word may be spoken of, or be somebody else's."""
    return _QUOTATION.sub(_hide, prose)
