"""What a rule reads: a text in one language, once as written and once with all that is not prose masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sharik.text.script import LETTER, MARKS, TATWEEL, ZWNJ

MASK = "\ufffc"  # stands for every character that is not prose; the text keeps its length and its lines
CELL = "\u2502"  # stands for the edge of a table's cell and the spaces around it
_WORD = re.compile(f"[{LETTER}][{LETTER}{MARKS}{TATWEEL}]*+(?:{ZWNJ}[{LETTER}][{LETTER}{MARKS}{TATWEEL}]*+)*+")


class Word(NamedTuple):
    """A word in Arabic script, with the ZWNJ inside it, at `start` of its passage."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Hit(NamedTuple):
    """What a rule found: the characters from `start` to `end` of the passage, and what should stand there.

    `right` is None when only a person can tell; `advice` is then what they may think of.
    """

    start: int
    end: int
    right: str | None = None
    advice: str | None = None


@dataclass(frozen=True)
class Passage:
    """A text to be checked.

    `prose` equals `text` but for MASK where something other than prose stands; `digits` is the numbering system of
    its language; `isolated` tells whether the build keeps its left-to-right runs whole.
    """

    text: str
    prose: str
    locale: str
    digits: str = "latn"
    markdown: bool = False
    isolated: bool = True

    @cached_property
    def characters(self) -> str:
        """Every character of the text, once."""
        return "".join(set(self.text))

    @cached_property
    def word_forms(self) -> frozenset[str]:
        """The words in Arabic script, each once."""
        return frozenset(_WORD.findall(self.prose))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in Arabic script, in order."""
        return tuple([Word(match[0], match.start()) for match in _WORD.finditer(self.prose)])

    def gap(self, left: Word, right: Word) -> str:
        """What stands between two words."""
        return self.prose[left.end : right.start]


def pair(match: re.Match[str], opening: str, closing: str) -> Iterator[Hit]:
    """A mark before and one behind, both to be replaced: one hit, or two around what must not be touched."""
    inside = match[0][1:-1]
    if MASK in inside:
        yield Hit(match.start(), match.start() + 1, opening)
        yield Hit(match.end() - 1, match.end(), closing)
    else:
        yield Hit(match.start(), match.end(), opening + inside + closing)
