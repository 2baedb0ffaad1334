"""The rules of Persian joining: where a ZWNJ, a hamza or a space belongs in a word or between two."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import Hit, Passage, Word
from sharik.text.lint.persian_context import ARABIC, PREFIXES
from sharik.text.lint.persian_endings import ENDINGS, join
from sharik.text.lint.persian_place import Finding, Place
from sharik.text.lint.persian_words import mend_word
from sharik.text.script import ZWNJ

_STRAY = re.compile(rf"(?:^|(?<=[\s«(\[،؛:.!؟…])){ZWNJ}++|(?<!{ZWNJ}){ZWNJ}++(?=[\s»)\]،؛:.!؟…]|$)")
_LOST = frozenset({"FA108", "FA110", "FA113"})  # where one ZWNJ was lost, so were others
_NEIGHBOURS = frozenset(ENDINGS) | PREFIXES


def find_all(passage: Passage, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What all rules of the family find, read once, in order; what they replace does not overlap."""
    several = ZWNJ * 2 in passage.prose  # only then words are other than they seem
    forms = {word.text for word in _whole_words(passage)} if several else passage.word_forms
    mends = {text: mend_word(text, lexicon) for text in forms}
    lost = any(mend and mend.sure and mend.code in _LOST for mend in mends.values())
    mends = {text: mend if mend and (mend.sure or lost) else None for text, mend in mends.items()}
    watched = {text for text, mend in mends.items() if mend or text in _NEIGHBOURS}
    alone: dict[int, Finding] = {}
    joined: dict[int, Finding] = {}  # by the index of the second word
    words = _whole_words(passage) if watched else ()
    for index, word in enumerate(words):
        if word.text in watched:
            if mend := mends[word.text]:
                if not (mend.code == "FA110" and _in_arabic(words, index)):
                    alone[index] = Finding(mend.code, Hit(word.start, word.end, mend.right))
            elif finding := join(Place(passage, words, index, lexicon)):
                joined[index + (word.text in PREFIXES)] = finding
    found = [*alone.values(), *_widened(passage, words, joined, alone.keys())]
    taken = {place for _, hit in found for place in range(hit.start, hit.end)}
    possible = _STRAY.finditer(passage.prose) if ZWNJ in passage.characters else ()
    strays = (Hit(match.start(), match.end(), "") for match in possible)
    found += (Finding("FA106", hit) for hit in strays if hit.start not in taken)
    told = (finding for finding in found if not _spoken_of(passage.prose, finding.hit))
    return tuple(sorted(told, key=lambda finding: finding.hit[:2]))


def _spoken_of(prose: str, hit: Hit) -> bool:
    """Whether the words stand alone in quotation marks: «میشود» is then the subject."""
    return hit.start > 0 and prose[hit.start - 1] == "«" and prose[hit.end : hit.end + 1] == "»"


def _widened(
    passage: Passage, words: Sequence[Word], joined: Mapping[int, Finding], mended: Collection[int]
) -> Iterator[Finding]:
    """The joins, told as two words and what they become where nothing else touches these."""
    for index, finding in joined.items():
        code, hit = finding
        left, right = words[index - 1], words[index]
        free = not {index - 1, index + 1} & joined.keys() and not {index - 1, index} & set(mended)
        if free and hit.right is not None:
            whole = passage.text[left.start : hit.start] + hit.right + passage.text[hit.end : right.end]
            hit = Hit(left.start, right.end, whole)
        yield Finding(code, hit)


def _in_arabic(words: Sequence[Word], index: int) -> bool:
    """Whether the ها at a word's end may be the Arabic "her", as in «حالها عن الأطلال»."""
    around = [*words[max(0, index - 2) : index], *words[index + 1 : index + 3]]
    return any(word.text in ARABIC or (word.text.startswith("ال") and len(word.text) > 4) for word in around)


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


CODES = (
    "FA105",
    "FA106",
    "FA107",
    "FA108",
    "FA109",
    "FA110",
    "FA111",
    "FA112",
    "FA113",
    "FA114",
    "FA116",
    "FA118",
    "FA126",
)
