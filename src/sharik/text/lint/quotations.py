"""Masks quotations: one in another language of the same script follows that language's rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sharik.text.lint.mask import hide
from sharik.text.lint.passage import MASK
from sharik.text.script import LETTER, MARKS, ZWNJ

_OTHER_MARK, _VOWEL = "[\u064b\u064d\u0651\u0653-\u0655]", "[\u064c\u064e-\u0650\u0652\u0670]"
_VOCALISED = re.compile(  # from the start of a word over its first vowel to its end
    f"(?<![{LETTER}{MARKS}])[{LETTER}]*+(?:{_OTHER_MARK}[{LETTER}]*+)*+{_VOWEL}[{LETTER}{MARKS}\u0640]*+"
)
_BETWEEN = re.compile(f"[ \\t،.؛:]*(?:[{LETTER}]{{1,2}}[ \\t،.؛:]+)?")
RUN = 4  # so many vocalised words in a row are classical Arabic

_QUOTED = (  # one inside another is looked at first
    re.compile(r"«[^«»]{2,2000}»|“[^“”]{2,2000}”|﴿[^﴿﴾]{2,2000}﴾"),
    re.compile(r"\([^()\n]{2,200}\)|\[[^\[\]\n]{2,200}\]|^[ \t]*>[^\n]*$", re.M),
)
_WORD = re.compile(f"[{LETTER}{MARKS}\u0640{ZWNJ}]+")
_VOWELS = re.compile("[\u064e\u064f\u0650\u0652\u0670\u064c\u064d]")  # Persian, too, writes fathatan and shadda
_ARABIC_ONLY = re.compile(f"[ةإٱ]|(?<![{LETTER}])(?:ال|وال|بال|لل)[{LETTER}]{{2,}}|ى(?![{LETTER}])")
_PERSIAN_LETTERS = re.compile(f"[پچژگیک۰-۹{ZWNJ}]")
_PERSIAN_ONLY = re.compile(f"[پچژگ{ZWNJ}]")
_ARABIC_LETTERS = re.compile("[ةىيكإأ]")
_ARTICLE = re.compile(f"(?<![{LETTER}])ال[{LETTER}]{{3}}")

Knows = Callable[[str], bool]  # whether a word, without its marks, is a Persian one


def mask_foreign(prose: str, locale: str, knows: Knows) -> str:
    """`prose` with Arabic quotations in Persian text, and Persian ones in Arabic text, masked."""
    if locale == "fa":
        return _mask_vocalised(_mask_quoted(prose, lambda quoted: quoted[0] == "﴿" or _is_arabic(quoted)))
    if locale == "ar" and _PERSIAN_LETTERS.search(prose):
        return _mask_quoted(prose, lambda quoted: _is_persian(quoted, knows))
    return prose


def _mask_quoted(prose: str, foreign: Callable[[str], bool]) -> str:
    for pattern in _QUOTED:
        prose = pattern.sub(lambda match: hide(match) if foreign(match[0]) else match[0], prose)
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
    if _PERSIAN_ONLY.search(text):
        return True
    words = [] if _ARTICLE.search(text) else _WORD.findall(text)
    known = sum(any(knows(stem) for stem in (word, *word.split(ZWNJ), word.rstrip("ی"))) for word in words)
    return known * 2 >= len(words) > 0


def _mask_vocalised(prose: str) -> str:
    """Masks four or more words in a row of which each carries vowels: classical Arabic, quoted or not."""
    out, end = [], 0
    for start, stop in _vocalised_runs(prose):
        out += [prose[end:start], re.sub(r"[^\n]", MASK, prose[start:stop])]
        end = stop
    return "".join([*out, prose[end:]])


def _vocalised_runs(prose: str) -> Iterator[tuple[int, int]]:
    """Where RUN words with vowels stand, with no more than a short word between two of them."""
    run: list[re.Match[str]] = []
    for word in _VOCALISED.finditer(prose):
        if run and not _BETWEEN.fullmatch(prose, run[-1].end(), word.start()):
            if len(run) >= RUN:
                yield run[0].start(), run[-1].end()
            run = []
        run.append(word)
    if len(run) >= RUN:
        yield run[0].start(), run[-1].end()


_QUOTATION = re.compile(
    r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|(?<![\w=])\"[^\"\n]{1,2000}\"|(?<!\w)‘[^‘’\n]{1,300}’(?!\w)|^[ \t]*>[^\n]*$",
    re.M,
)


def mask_quotations(prose: str) -> str:
    """`prose` with all quotations masked: there a word may be spoken of, or be somebody else's."""
    return _QUOTATION.sub(hide, prose)
