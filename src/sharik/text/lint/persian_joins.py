"""The rules of Persian joining: where a ZWNJ, a hamza or a space belongs in a word or between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import ZWNJ, Hit, Passage, Word
from sharik.text.lint.persian_endings import ENDINGS, Finding, Place, join
from sharik.text.lint.persian_verbs import PREFIXES
from sharik.text.lint.persian_words import mend_word

_OLD_HEH, _HEH = "\u06c0", "\u0647\u0654"  # Unicode does not make the first into the second
_STRAY = re.compile(rf"(?:^|(?<=[\s«(\[،؛:.!؟…])){ZWNJ}+|{ZWNJ}+(?=[\s»)\]،؛:.!؟…]|$)")
_NEIGHBOURS = frozenset(ENDINGS) | PREFIXES

Rule = Callable[[Passage, Lexicon], Iterator[Hit]]


@lru_cache(maxsize=2)
def find_all(passage: Passage, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What all rules of the family find, read once, in order; what they replace does not overlap."""
    words = _whole_words(passage)
    mends = {text: mend_word(text, lexicon) for text in {word.text for word in words}}
    watched = {text for text, mend in mends.items() if mend or text in _NEIGHBOURS}
    found: list[Finding] = []
    for index, word in enumerate(words):
        if word.text in watched:
            if mend := mends[word.text]:
                found.append(Finding(mend.code, Hit(word.start, word.end, mend.right)))
            elif finding := join(Place(passage, words, index, lexicon)):
                found.append(finding)
    taken = {place for _, hit in found for place in range(hit.start, hit.end)}
    found += (finding for finding in _characters(passage.prose) if finding.hit.start not in taken)
    return tuple(sorted(found, key=lambda finding: finding.hit))


def _whole_words(passage: Passage) -> tuple[Word, ...]:
    """The words, those with several ZWNJ in a row kept whole."""
    if ZWNJ * 2 not in passage.prose:
        return passage.words
    whole: list[Word] = []
    for word in passage.words:
        if whole and set(passage.gap(whole[-1], word)) == {ZWNJ}:
            first = whole.pop()
            word = Word(passage.prose[first.start : word.end], first.start)
        whole.append(word)
    return tuple(whole)


def _characters(prose: str) -> Iterator[Finding]:
    """What needs no lexicon: a ZWNJ at a word's edge, and the old character for هٔ."""
    for match in _STRAY.finditer(prose):
        yield Finding("FA106", Hit(match.start(), match.end(), ""))
    for match in re.finditer(_OLD_HEH, prose):
        yield Finding("FA105", Hit(match.start(), match.end(), _HEH))


def _pick(code: str, passage: Passage, lexicon: Lexicon) -> Iterator[Hit]:
    return (hit for found, hit in find_all(passage, lexicon) if found == code)


CODES = ("FA105", "FA106", "FA107", "FA108", "FA109", "FA110", "FA111", "FA112", "FA113", "FA114", "FA116", "FA118", "FA126")
RULES: dict[str, Rule] = {code: partial(_pick, code) for code in CODES}
