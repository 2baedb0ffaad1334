"""How an index is written for the browser: little text, quick to read (overrides/search/engine.js reads it)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\<')  # printable, safe in any script
LOW, HIGH = 64, len(ALPHABET) - 64  # signs that end a number, signs that go before
LEVELS = 8


def fold_words(words: Iterable[str]) -> str:
    """Sorted words, each with how many letters of the one before it it keeps (at most 9): `0کار 2ال`."""
    out, last = [], ""
    for word in words:
        kept = 0
        for a, b in zip(word[:9], last, strict=False):
            if a != b or a > "\uffff":  # the browser counts such a letter twice
                break
            kept += 1
        out.append(f"{kept}{word[kept:]}")
        last = word
    return " ".join(out)


def encode_postings(postings: Mapping[int, int]) -> str:
    """Places in order, each as the step from the one before it and its level, in one number."""
    out, last = [], -1
    for place, level in postings.items():
        out.append(_number((place - last - 1) * LEVELS + level - 1))
        last = place
    return "".join(out)


@cache  # small numbers, again and again
def _number(value: int) -> str:
    signs = []
    while value >= LOW:
        value -= LOW
        signs.append(ALPHABET[LOW + value % HIGH])
        value //= HIGH
    return "".join([*signs, ALPHABET[value]])
