"""Finds phrases in running text whatever regular form they stand in: «نرخ‌های تبدیل», «لمعدل تحويلك», "landing pages".

One pass over the words of a text, in linear time. Of phrases that match at one place the longest counts, then the one
written most alike, then the one given first. A match covers whole words, with their prefixes and endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from sharik.text.stems import fold, keys, stems

_WORD = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c]*+(?:['’]\w++)*+")
# What may stand between two words of a phrase, however it is written: a blank line ends every phrase.
_SOFT = re.compile(r"[ \t\u00a0\u202f]++(?:\n[ \t]*+)?+|\n[ \t]*+|[-\u2011]")
_HYPHENS = ("-", "\u2011")


class _Phrase(NamedTuple):
    """A form as it is looked for: the stems of each word, and what the form has between its words."""

    form: str
    order: int
    words: tuple[frozenset[str], ...]
    gaps: tuple[str, ...]


class _Fit(NamedTuple):
    """A phrase that stands at a place; the greatest is the best."""

    end: int
    alike: int
    precedence: int
    form: str


class Phrases:
    """Many forms of one language, to be found at once; what is learnt about a word serves for every further text."""

    def __init__(self, forms: Iterable[str], locale: str) -> None:
        self._locale = locale
        self._starts: dict[str, list[_Phrase]] = {}
        self._begun: dict[str, tuple[_Phrase, ...]] = {}
        for order, form in enumerate(forms):
            for phrase in _phrases(form, order, locale):
                for stem in phrase.words[0]:
                    self._starts.setdefault(stem, []).append(phrase)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every place where a form stands, in order and without overlaps: (start, end, the form as it was given)."""
        words = set(_WORD.findall(text))
        for word in words:
            if word not in self._begun:
                self._begun[word] = self._begun_by(word)
        if not any(self._begun[word] for word in words):
            return
        done = 0
        for match in _WORD.finditer(text):
            candidates = self._begun[match[0]]
            if candidates and match.start() >= done:
                fits = [fit for phrase in candidates if (fit := self._fit(phrase, text, match))]
                if fits:
                    done = max(fits).end
                    yield match.start(), done, max(fits).form

    def _begun_by(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that a word of a text may begin."""
        found: set[_Phrase] = set()
        for alone in (True, False):
            for stem in stems(word, self._locale, first=True, last=alone):
                found |= {phrase for phrase in self._starts.get(stem, ()) if (len(phrase.words) == 1) is alone}
        return tuple(found)

    def _fit(self, phrase: _Phrase, text: str, word: re.Match[str]) -> _Fit | None:
        """The phrase at `word`, if its other words follow."""
        start, end, gaps = word.start(), word.end(), []
        for number, wanted in enumerate(phrase.words[1:], 2):
            following = _WORD.search(text, end)
            if following is None or not _same_gap(phrase.gaps[number - 2], text[end : following.start()]):
                return None
            if wanted.isdisjoint(stems(following[0], self._locale, first=False, last=number == len(phrase.words))):
                return None
            gaps.append(text[end : following.start()])
            end = following.end()
        if _in_compound(text, start, end):
            return None
        return _Fit(end, _likeness(phrase, text[start:end], gaps), -phrase.order, phrase.form)


def _phrases(form: str, order: int, locale: str) -> Iterator[_Phrase]:
    words = list(_WORD.finditer(form))
    if not words:
        return
    gaps = tuple(form[a.end() : b.start()] for a, b in pairwise(words))
    stems_of_words = tuple(keys(word[0], locale, last=word is words[-1]) for word in words)
    yield _Phrase(form, order, stems_of_words, gaps)
    if locale == "fa" and gaps and all(_SOFT.fullmatch(gap) for gap in gaps):  # «لندینگ‌پیج» for «لندینگ پیج»
        yield _Phrase(form, order, (frozenset({"".join(fold(word[0], locale) for word in words)}),), gaps)


def _same_gap(wanted: str, gap: str) -> bool:
    if _SOFT.fullmatch(wanted):
        return bool(_SOFT.fullmatch(gap))
    return wanted.strip() == gap.strip()


def _in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen ties the place to a further word: "click" in "click-through"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    tied_before = len(before) == 2 and before[1] in _HYPHENS and before[0].isalnum()
    return tied_before or (len(after) == 2 and after[0] in _HYPHENS and after[1].isalnum())


def _likeness(phrase: _Phrase, written: str, gaps: list[str]) -> int:
    if written.casefold() == phrase.form.casefold():
        return 2
    return int(tuple(gaps) == phrase.gaps)
