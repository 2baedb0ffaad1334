"""A word among its neighbours, and what is found there."""

from __future__ import annotations

import re
from typing import NamedTuple

from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import Hit, Passage, Word
from sharik.text.script import ZWNJ

_BLANK = re.compile("[ \u00a0]{1,3}")


class Finding(NamedTuple):
    """A hit and the code of its rule."""

    code: str
    hit: Hit


class Place(NamedTuple):
    """A word where it stands, with what a rule asks about its neighbours."""

    passage: Passage
    words: tuple[Word, ...]
    at: int
    lexicon: Lexicon

    @property
    def word(self) -> Word:
        return self.words[self.at]

    def near(self, offset: int) -> str:
        """The text of the word so far away, or nothing."""
        index = self.at + offset
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def follows(self, index: int) -> bool:
        """Whether only blanks part the word at `index` from the one before it."""
        if not 0 < index < len(self.words):
            return False
        gap = self.passage.gap(self.words[index - 1], self.words[index])
        return bool(_BLANK.fullmatch(gap.replace(ZWNJ, "")))

    @property
    def next(self) -> str:
        """The next word when only blanks are before it."""
        return self.near(1) if self.follows(self.at + 1) else ""

    @property
    def after(self) -> str:
        """The next character, blanks apart; a line's end at the end."""
        rest = self.passage.prose[self.word.end : self.word.end + 4].lstrip(" \u00a0" + ZWNJ)
        return rest[:1] or "\n"
