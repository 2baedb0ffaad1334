"""The order of words in an index, and the letter under which each stands: Persian, Arabic without its article, English.

Letters of the page's own script come first, then Latin ones, then everything else.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sharik.text.bidi import RTL
from sharik.text.stems import DIGITS, MARKS

_LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "en": _LATIN,
}
_SHAPES = {
    "fa": str.maketrans("أإٱةۀؤئيىكء", "ااااهویییکا") | MARKS | DIGITS | {0x200C: None},
    "ar": str.maketrans("أإآٱءةىئؤیکگپچژ", "اااااهييويككبجز") | MARKS | DIGITS,
    "en": {},
}
_SHOWN = {("ar", "ا"): "أ"}  # how the letter is written where it stands alone
# Words whose first two letters look like the article but are their own.
_NO_ARTICLE = ("التزام", "التفات", "التفاف", "التقاء", "التقاط", "التحاق", "التماس", "التباس", "التهاب", "التصاق")
_LETTERS = re.compile(r"[^\W_]+")


class Letter(NamedTuple):
    """A heading of an index; `id` is its anchor, the same whatever the page holds."""

    id: str
    name: str


LATIN, OTHER = Letter("l-latin", "A–Z"), Letter("l-other", "#")


def alphabet(locale: str) -> list[Letter]:
    """The letters of `locale` in order."""
    return [_letter(char, locale) for char in ALPHABETS[_rules(locale)]]


def letter(text: str, locale: str) -> Letter:
    """The letter of `locale` under which `text` stands; LATIN or OTHER when it begins with none of them."""
    initial = plain(text, locale)[:1]
    if initial and initial in ALPHABETS[_rules(locale)]:
        return _letter(initial, locale)
    return LATIN if initial and initial in _LATIN else OTHER


def sort_key(text: str, locale: str) -> tuple[list[int], str]:
    """Puts texts in the order of `locale`, word by word; what differs in marks alone stays in one place."""
    order = {char: place for place, char in enumerate(f" 0123456789{ALPHABETS[_rules(locale)]}")}
    ranks = [order.get(char, len(order) + ord(char)) for char in plain(text, locale)]
    return [{LATIN: 1, OTHER: 2}.get(letter(text, locale), 0), *ranks], text


def plain(text: str, locale: str) -> str:
    """`text` as it is sorted: without case, marks, joiners and, in Arabic, without the article."""
    folded = unicodedata.normalize("NFC", text).translate(_SHAPES[_rules(locale)]).casefold()
    words = " ".join(_LETTERS.findall(folded))
    if locale == "ar" and words.startswith("ال") and len(words) > 3 and not words.startswith(_NO_ARTICLE):
        return words[2:]
    return words


def _rules(locale: str) -> str:
    """The language whose order serves `locale`; one that is not known is sorted as others of its script are."""
    return locale if locale in ALPHABETS else "fa" if locale in RTL else "en"


def _letter(char: str, locale: str) -> Letter:
    shown = _SHOWN.get((locale, char), char)
    return Letter(f"l-{ord(char):x}", shown.upper())
