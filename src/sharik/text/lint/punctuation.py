"""Rules for punctuation (P): right-to-left prose has marks of its own, and its own place for spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.text.lint.passage import CELL, MASK, Hit, Passage
from sharik.text.script import LETTER, MARKS, ZWNJ

A = f"{LETTER}{MARKS}"
NATIVE = "٠-٩۰-۹"
MIRRORED = {",": "،", ";": "؛", "?": "؟"}
_LATIN_MARK = re.compile(f"[,;?](?=[\\s»)*!؟]|[{A}«(]|$)")
_BEFORE_MARK = re.compile(f"(?:[{A}»)\\]٪*{MASK}]|(?P<native>[{NATIVE}])|(?P<number>[0-9%]))[ \\t]*$")
_NUMBER_NEXT = re.compile(f" ?[{NATIVE}]")
_RTL_NEXT = re.compile(f" [{A}«]|\\s*(?:\n|$)")


def latin_marks(passage: Passage) -> Iterator[Hit]:
    """P201: , ; ? after a word in Arabic script; between numbers they are left."""
    prose = passage.prose
    for match in _LATIN_MARK.finditer(prose):
        before = _BEFORE_MARK.search(prose, max(0, match.start() - 4), match.start())
        listed = before and before["native"] and _NUMBER_NEXT.match(prose, match.end())
        latin = before and before["number"] and not _RTL_NEXT.match(prose, match.end())
        smiles = before and before[0][-1].isspace() and prose.startswith(")", match.end())
        if before and not (listed or latin or smiles) and _is_rtl(prose, match.start()):
            yield Hit(match.start(), match.end(), MIRRORED[match[0]])


def _is_rtl(prose: str, at: int) -> bool:
    """Whether the words just before are in Arabic script."""
    near = prose[max(0, at - 40) : at]
    return len(re.findall(f"[{LETTER}]", near)) > len(re.findall("[A-Za-z]", near))


_SPACE_BEFORE = re.compile(
    rf"(?<=[{A}0-9{NATIVE}»)\]%٪…*])[ \t]+(?=[،؛؟]|!(?![=\[])|\.(?![\w.])|:(?![\w:)(/|-])|…(?![ \t]*[{A}«(\[]))"
)


def space_before(passage: Passage) -> Iterator[Hit]:
    """P202: a space before a mark; an ellipsis between two spaces stands for words left out."""
    for match in _SPACE_BEFORE.finditer(passage.prose):
        ratio = passage.prose[match.end()] == ":" and passage.prose[match.start() - 1 : match.start()].isdigit()
        if not ratio:
            yield Hit(match.start(), match.end(), "")


_GLUED_MARK = re.compile(f"(?<=[{A}»)*])(?P<mark>[،؛؟!:.])(?=[{A}«])")
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(f"[{A}{ZWNJ}]+$"), re.compile(f"[{A}{ZWNJ}]+")
_COMMA_NUMBER = re.compile(f"(?<=[{A}»)])(?P<mark>[،؛])(?=[0-9{NATIVE}])")


def space_after(passage: Passage) -> Iterator[Hit]:
    """P203: no space after a mark; full stops of abbreviations («ق.م») need none."""
    prose = passage.prose
    for pattern in (_GLUED_MARK, _COMMA_NUMBER):
        for match in pattern.finditer(prose):
            if not (match["mark"] in ".:" and _abbreviates(prose, match.start(), match.end())):
                yield Hit(match.start(), match.end(), match["mark"] + " ")


def _abbreviates(prose: str, start: int, end: int) -> bool:
    before = _LETTERS_BEFORE.search(prose, max(0, start - 3), start)
    after = _LETTERS_AFTER.match(prose, end, end + 3)
    return len(before[0] if before else "") < 3 or len(after[0] if after else "") < 2


_INSIDE_OPENING = re.compile(r"(?<=[(«])[ \t]+(?=[^\s)»])")
_INSIDE_CLOSING = re.compile(r"(?<=[^\s(«])[ \t]+(?=[)»])")
_LINE_OF = re.compile(f"[{LETTER}]")


def inner_spaces(passage: Passage) -> Iterator[Hit]:
    """P204: a space inside ( ) or « »."""
    for pattern in (_INSIDE_OPENING, _INSIDE_CLOSING):
        for match in pattern.finditer(passage.prose):
            if _LINE_OF.search(passage.prose, max(0, match.start() - 60), match.end() + 60):
                yield Hit(match.start(), match.end(), "")


_GLUED_OPENING = re.compile(f"(?<=[{A}]{{3}})[(«](?P<inside>[^()«»\n]{{0,60}})")
_GLUED_CLOSING = re.compile(f"[)»](?=(?P<next>[{A}]{{3,}}))")
_SUFFIX = re.compile(f"(?:[{A}{ZWNJ}ـ]{{1,4}}|[{ZWNJ}/،]?[{A}]{{1,5}}|[0-9{NATIVE}*†]{{1,3}}|[A-Za-z]{{1,2}})")
_ENDING = re.compile("(?:ها|های|هایی|هاست|تان|شان|مان|است|ترین|مند|وار|گونه|ای|اند)")


def glued_brackets(passage: Passage) -> Iterator[Hit]:
    """P214: a bracket or quotation mark glued to the word outside; endings in brackets («همکار(ان)») are meant."""
    for match in _GLUED_OPENING.finditer(passage.prose):
        if not _SUFFIX.fullmatch(match["inside"]):
            yield Hit(match.start(), match.start() + 1, " " + match[0][0])
    for match in _GLUED_CLOSING.finditer(passage.prose):
        if not _ENDING.match(match["next"]) and not _closes_suffix(passage.prose, match.start()):
            yield Hit(match.start(), match.end(), match[0] + " ")


def _closes_suffix(prose: str, at: int) -> bool:
    start = prose.rfind("(", max(0, at - 8), at)
    return start >= 0 and bool(_SUFFIX.fullmatch(prose[start + 1 : at]))


_DOTS = re.compile(
    rf"(?<![.\w/\\{MASK}])\.{{3,4}}(?![.\w/\\])|(?<=[{A}{ZWNJ}{NATIVE}»)*])\.{{3,4}}(?![.A-Za-z0-9{NATIVE}/\\])"
)
_REPEATED = re.compile("([!؟،؛])\\1+")
_TWO_SPACES = re.compile(rf"(?<=[^\s{MASK}{CELL}]) {{2,3}}(?=[^\s{MASK}{CELL}|])")
_LINE_SIGN = re.compile(
    rf"^[ \t>]*(?:[-*+:>]|[0-9{NATIVE}]{{1,3}}[.)]|#{{1,6}})$", re.M
)  # of a list, a term, a heading


def ellipsis(passage: Passage) -> Iterator[Hit]:
    """P206: three full stops for one character; five and more are a line to write on."""
    for match in _DOTS.finditer(passage.prose):
        if _is_rtl(passage.prose, match.start()) or _is_rtl(passage.prose[match.end() : match.end() + 40], 40):
            yield Hit(match.start(), match.end(), "…")


def repeated(passage: Passage) -> Iterator[Hit]:
    """P207: !! and ؟؟; «؟!» is one sign of two parts."""
    yield from (Hit(m.start(), m.end(), m[1]) for m in _REPEATED.finditer(passage.prose))


def double_spaces(passage: Passage) -> Iterator[Hit]:
    """P211: two or three spaces; more are layout, as between the halves of a verse or after the sign of a list."""
    for match in _TWO_SPACES.finditer(passage.prose) if "  " in passage.prose else ():
        if not _LINE_SIGN.search(passage.prose, max(0, match.start() - 20), match.start()):
            yield Hit(match.start(), match.end(), " ")


RULES = {
    "P201": latin_marks,
    "P202": space_before,
    "P203": space_after,
    "P204": inner_spaces,
    "P206": ellipsis,
    "P207": repeated,
    "P211": double_spaces,
    "P214": glued_brackets,
}
