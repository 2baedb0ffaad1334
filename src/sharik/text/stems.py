"""What a written word may be a regular form of: the endings and prefixes of Persian, Arabic and English.

Generous on purpose: a stem is only looked up among the words of known phrases, so one that is no word does no harm.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ZWNJ = "\u200c"
MARKS = {**dict.fromkeys([*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE), 0x640])}
DIGITS = {start + i: str(i) for start in (0x660, 0x6F0) for i in range(10)}
_FA = str.maketrans("يىكۀةأإؤئ’", "ییکههااوی'") | MARKS | DIGITS
_AR = str.maketrans("أإآٱىیک’", "ااااييك'") | DIGITS
_EN = str.maketrans("’", "'")

_OWNERS_FA = ("م", "ت", "ش", "مان", "تان", "شان")
_PLURALS_FA = {"ها", "های", "هایی", "هاست", *(f"ها{i}{who}" for who in _OWNERS_FA for i in ("ی", ""))}
_AFTER_VOWEL_FA = {"ی" + rest for rest in ("", "ی", *_OWNERS_FA)}  # مبنایش, الگویی
_PEOPLE_FA = {"ان" + rest for rest in ("", "ی", *_OWNERS_FA)}  # مخاطبان
_APART_FA = {"ی", "ای", "ام", "ات", "اش", "ایم", "اید", "اند", "مان", "تان", "شان"}  # صفحه‌ای, مشتری‌اند
_ENDINGS_FA = {*_PLURALS_FA, *_PEOPLE_FA, *_AFTER_VOWEL_FA, *_OWNERS_FA, "ست", *(ZWNJ + e for e in _PLURALS_FA)}
_ENDINGS_FA |= {ZWNJ + ending for ending in _APART_FA}
_INNER_FA = {"های", "ان", "ی", ZWNJ + "های", ZWNJ + "ی"}  # plural and ezafe
_RISKY_FA = {"م", "ت", "ش"} | _PEOPLE_FA  # کارت is a card, not "your work"

_PREFIXES_AR = {c + p for c in ("", "و", "ف") for p in ("", "ال", "بال", "كال", "لل", "ب", "ك", "ل")}
_PRONOUNS_AR = ("ي", "ك", "ه", "ها", "نا", "كم", "كن", "هم", "هن", "هما", "كما")
_PLURALS_AR = ("ات", "ان", "ين", "ون", "ا", "ي", "و")
_ENDINGS_AR = {*_PLURALS_AR, *(p + who for p in ("", "ات", "ا", "ي", "و") for who in _PRONOUNS_AR)}


def keys(word: str, locale: str, *, last: bool) -> frozenset[str]:
    """The stems under which `word` of a listed phrase, the `last` one or not, is to be known."""
    folded = fold(word, locale)
    if locale == "ar":
        return frozenset(rest.translate(_AR).casefold() for rest in _without_article(_unmarked(word)))
    if locale == "fa" and not last and folded.endswith(("ای", "وی")):  # الگوی خرید, so that الگوهای خرید is known
        return frozenset({folded, folded[:-1]})
    return frozenset({folded})


@lru_cache(maxsize=4096)
def stems(word: str, locale: str, *, first: bool, last: bool) -> frozenset[str]:
    """What `word` of a text may be a form of, where it stands `first` or `last` in a phrase (or both)."""
    if word.isascii():
        return frozenset(_english(fold(word, locale)))
    if locale == "fa":
        return frozenset(_persian(unicodedata.normalize("NFC", word).translate(_FA).casefold(), last=last))
    if locale == "ar":
        return frozenset(_arabic(_unmarked(word), first=first, last=last))
    return frozenset(_english(fold(word, locale)))


def fold(word: str, locale: str) -> str:
    """`word` without what does not make it another word: marks, joiners, case, the shapes of one letter."""
    if locale in ("fa", "ar"):
        return _unmarked(word).translate(_FA if locale == "fa" else _AR).replace(ZWNJ, "").casefold()
    return unicodedata.normalize("NFC", word).translate(_EN).casefold()


def _unmarked(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(MARKS)


def _persian(word: str, *, last: bool) -> Iterator[str]:
    yield word.replace(ZWNJ, "")
    for size in range(1, 8):
        ending, rest = word[-size:], word[:-size].replace(ZWNJ, "")
        if ending in (_ENDINGS_FA if last else _INNER_FA) and _may_end_fa(rest, ending, last=last):
            yield rest


def _may_end_fa(rest: str, ending: str, *, last: bool) -> bool:
    if ending in _AFTER_VOWEL_FA and (ending != "ی" or not last):
        return rest.endswith(("ا", "و"))
    return len(rest) >= (4 if ending in _RISKY_FA else 2)


def _arabic(word: str, *, first: bool, last: bool) -> Iterator[str]:
    # Two letters after a prefix are a word of its own only in a phrase: وخط الأساس, but not وعد.
    for rest in _without_prefix(word, least=3 if last else 2) if first else _without_article(word):
        for stem in _without_ending(rest):
            yield stem.translate(_AR).casefold()


def _without_prefix(word: str, *, least: int) -> Iterator[str]:
    for size in range(5):
        if word[:size] in _PREFIXES_AR and (size == 0 or len(word) >= size + least):
            yield word[size:]


def _without_article(word: str) -> Iterator[str]:
    """`word`, and without its article; an `and` before it stays."""
    yield word
    for lead in ("ال", "وال"):
        if word.startswith(lead) and len(word) >= len(lead) + 2:
            yield lead[:-2] + word[len(lead) :]


def _without_ending(word: str) -> Iterator[str]:
    yield word
    for size in range(1, 6):
        ending, rest = word[-size:], word[:-size]
        if ending not in _ENDINGS_AR or len(rest) < (3 if size == 1 else 2):
            continue
        yield rest
        if rest.endswith("ت"):  # صفحتك
            yield rest[:-1] + "ة"
        if ending.startswith("ات"):  # صفحات
            yield rest + "ة"
        if rest.endswith(("اؤ", "ائ")):  # عملاؤك
            yield rest[:-1] + "ء"
        if rest.endswith("ا"):  # محتواك
            yield rest[:-1] + "ى"


def _english(word: str) -> Iterator[str]:
    yield word
    word = word.removesuffix("'s")
    yield word
    if word.endswith("s") and len(word) > 2:
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield word[:-3] + "y"
