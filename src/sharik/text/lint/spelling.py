"""Rules that read word lists: spelling, the glossary's forbidden forms, tanwin, link texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sharik.text.lint.passage import Hit

_WORD = re.compile(r"\w[\w\u064b-\u065f\u0670\u200c]*(?:['’]\w+)*")
_SPACE = re.compile(r"[ \t]+\n?[ \t]*|\n[ \t]*")
_MARKS = re.compile("[\u064b-\u0652\u0670]")

# What may follow the last word and stand before the first one, as it is written.
_PLURALS = ("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان")
_PERSIAN = ("ی", "م", "ت", "ش", *_PLURALS)
_JOINED = ("ای", "ام", "ات", "اش", "اند", "تر", "ترین", "مان", "تان", "شان")
_GLUED = frozenset("متشی")
_SUFFIXES = {
    "fa": ("", *_PERSIAN, *(f"\u200c{suffix}" for suffix in (*_PERSIAN, *_JOINED)), "\u0654"),
    "ar": (
        *("", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ي", "ا", "وا", "ون", "ين", "ان", "ات"),
        *("ت", "تم", "ة", "ية", "تها", "ته"),
    ),
    "en": ("", "s", "'s", "’s"),
}
_PREFIXES = {
    "fa": ("",),
    "ar": tuple(a + b for a in ("", *"وف") for b in ("", *"بكلس", "ال", "بال", "كال", "لل")),
    "en": ("",),
}


class _Entry(NamedTuple):
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    right: str


class Spelling:
    """Wrong forms of one language, each with what should stand there; whole words, regular endings known.

    Letters are compared as written: this is about the letters. Words to `keep` are right though an entry is in them.
    """

    def __init__(
        self, entries: Mapping[str, str], locale: str, *, keep: Collection[str] = (), inflected: bool = True
    ) -> None:
        self._locale = locale
        self._keep = frozenset(keep)
        self._prefixes = _PREFIXES[locale] if inflected else ("",)
        self._suffixes = _SUFFIXES[locale] if inflected else ("",)
        self._starts: dict[str, list[_Entry]] = {}
        self._known: dict[str, list[tuple[_Entry, str]]] = {}
        for wrong, right in entries.items():
            found = list(_WORD.finditer(self._fold(wrong)))
            if not found or wrong == right:
                continue  # told when the lists are read
            gaps = tuple(found[0].string[a.end() : b.start()] for a, b in pairwise(found))
            self._starts.setdefault(found[0][0], []).append(_Entry(tuple(word[0] for word in found), gaps, right))
        self._longest = max(map(len, self._starts), default=0)

    def find(self, text: str) -> Iterator[Hit]:
        """Every wrong form in `text`; `right` keeps the prefix, the ending and the capital letter."""
        words = _words_of(text)
        for word in words:
            if word not in self._known:
                self._known[word] = self._begun(self._fold(word))
        if not any(self._known[word] for word in words):
            return
        done = 0
        for match in _WORD.finditer(text):
            begun = self._known[match[0]]
            if not begun or match.start() < done:
                continue
            for entry, prefix in begun:
                end, suffix = self._end(entry, prefix, text, match)
                if end:
                    right = prefix + entry.right + suffix
                    done = end
                    yield Hit(match.start(), end, right[0].upper() + right[1:] if match[0][0].isupper() else right)
                    break

    def _begun(self, word: str) -> list[tuple[_Entry, str]]:
        """The entries that a word of a text may begin, each with the prefix before it; longest first."""
        if word in self._keep:
            return []
        found: list[tuple[_Entry, str]] = []
        for prefix in self._prefixes:
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                starts = (self._starts.get(rest[:at], ()) for at in range(min(len(rest), self._longest), 0, -1))
                found += [(entry, prefix) for entries in starts for entry in entries]
        return sorted(found, key=lambda f: -len("".join(f[0].words)))

    def _end(self, entry: _Entry, prefix: str, text: str, first: re.Match[str]) -> tuple[int, str]:
        """Where the entry ends if it stands at `first`, and the ending of its last word; (0, "") if it does not."""
        last, word = len(entry.words) - 1, first
        for number, wanted in enumerate(entry.words):
            if number:
                following = _WORD.search(text, word.end())
                if following is None or not _same(entry.gaps[number - 1], text[word.end() : following.start()]):
                    return 0, ""
                word = following
            written = self._fold(word[0]).removeprefix(prefix if number == 0 else "")
            if number < last and written != wanted:
                return 0, ""
            if number == last:
                suffix = written[len(wanted) :]
                glued = number > 0 and suffix in _GLUED  # «جواز کسب و کارت ملی»
                fits = written.startswith(wanted) and suffix in self._suffixes and not glued
                return (word.end(), suffix) if fits else (0, "")
        return 0, ""

    def _fold(self, word: str) -> str:
        return _MARKS.sub("", word) if self._locale == "ar" else word.lower()


@lru_cache(maxsize=2)  # two lists are looked for in each text
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _same(wanted: str, gap: str) -> bool:
    return gap == wanted or (wanted.isspace() and bool(_SPACE.fullmatch(gap)))
