"""How Persian words take their endings: which are written in one piece with the word, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.text.lint.lexicon import NOT_JOINING, Lexicon
from sharik.text.script import ZWNJ

_OWNERS = ("م", "ت", "ش", "مان", "تان", "شان")
PLURALS = frozenset({"ها", "های", "هایی", "هاست", *(f"های{owner}" for owner in _OWNERS)})
COMPARED = frozenset(
    degree + end
    for degree, ends in (
        ("تر", ("", "ی", "م", "ند", "ها", "های", "هایی", "ان", "شان")),
        ("ترین", ("", "ی", "ها", "های", "شان")),
    )
    for end in ends
)
NOMINAL = frozenset({*_OWNERS, "ی", "ان", "انی", "ات", "ین", "انه", "ک", "یی", "ئی", "گی", "یان", "یانی", "وار"})
NOMINAL |= {f"{vowel}{owner}" for vowel in ("ی", "ان") for owner in _OWNERS}
LINKED = frozenset({"یم", "ید", "ند", "ست", "ییم", "یید", "یند"})  # "are" as an ending
_OBJECT = re.compile("(?<=[مدی])(?:ش|شان|مان|تان)$")


def attach(stem: str, ending: str) -> str:
    """Stem and ending with a ZWNJ between them where one is needed."""
    return stem + ending if stem[-1] in NOT_JOINING else stem + ZWNJ + ending


def is_inflected(word: str, lexicon: Lexicon, endings: frozenset[str]) -> bool:
    """Whether the word is one of the lexicon with an ending that is rightly written in one piece with it."""
    for stem, ending in splits(word):
        if stem in lexicon.words:
            if ending in endings and stem not in lexicon.silent:
                return True
            if stem[-1] in NOT_JOINING and (ending in PLURALS or ending in COMPARED):
                return True
    return False


def splits(word: str) -> Iterator[tuple[str, str]]:
    """The word parted before each of its last letters: a stem and what may be its ending."""
    return ((word[:end], word[end:]) for end in range(max(2, len(word) - 7), len(word)))


def takes_plural(base: str, lexicon: Lexicon) -> bool:
    """Whether ها can follow the word: one of the lexicon, or one made of it with ی."""
    if base in lexicon.plural or base in lexicon.compounds:
        return True
    return len(base) > 4 and base[-1] == "ی" and base[:-1] in lexicon.plural


def is_verb(form: str, lexicon: Lexicon) -> bool:
    """Whether `form` can follow می, with or without its object."""
    return form in lexicon.verbs or (len(form) > 3 and _OBJECT.sub("", form) in lexicon.verbs)
