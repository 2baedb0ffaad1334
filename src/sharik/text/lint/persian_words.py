"""Persian words that lost or gained a ZWNJ: each is judged alone, by the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sharik.text.lint.lexicon import NOT_JOINING, Lexicon
from sharik.text.lint.persian_context import BEFORE_RA, NO_PLURALS, NO_VERBS, PRONOUNS, WHOLE_DEGREES
from sharik.text.lint.persian_inflection import (
    COMPARED,
    LINKED,
    NOMINAL,
    PLURALS,
    attach,
    is_inflected,
    is_verb,
    splits,
    takes_plural,
)
from sharik.text.script import ZWNJ

_OLD_HEH, _HEH = "\u06c0", "\u0647\u0654"  # NFC does not make the first into the second
_HEH_YEH = re.compile(f"(?<=[^اوی])\u0647{ZWNJ}ی$")  # «خانه‌ی», which the house writes «خانهٔ»
_IDLE = re.compile(f"(?<=[اآدذرزژو]){ZWNJ}+")  # after a letter that does not join anyway
_MANY = re.compile(f"{ZWNJ}{{2,}}")
# No one writes these in one piece on purpose: after a silent ه, before آ and ال, and with such second parts.
_SURE = re.compile(
    f"[^اوی]ه{ZWNJ}|{ZWNJ}(?:آ|ال|(?:شده|کننده|کنندگان|دهنده|گیرنده|شونده|یافته|ناپذیر|برانگیز|افزاری?)(?:{ZWNJ}|$))"
)
_PERSONS = ("ایم", "اید", "اند", "ام", "ای")
_VERB = re.compile("(بر|باز|فرا|فرو|وا|در)?(ن?می)(.{2,})")
_TWICE = re.compile("(.{3,})به\\1")  # «روزبهروز»
_MADE = re.compile("(.{3,}[یه])(سازی|رسانی|گذاری|ریزی|بندی|پذیری|پذیر|کننده|دهنده|گیری|یابی|گرایی|گرا)")  # «جهانیسازی»


class Mend(NamedTuple):
    """The code of what is wrong with a word and how it should be written.

    Where it is not `sure`, some write the word in one piece on purpose.
    """

    code: str
    right: str
    sure: bool = True


@lru_cache(maxsize=1 << 16)
def mend_word(text: str, lexicon: Lexicon) -> Mend | None:
    """What is wrong with one word, or None; the right spelling has nothing left to mend."""
    single = _MANY.sub(ZWNJ, text)
    needed = _IDLE.sub("", single)
    tidy = _HEH_YEH.sub(_HEH, needed.replace(_OLD_HEH, _HEH))
    found = _respell(tidy, lexicon)
    if tidy == text:
        return found
    code = "FA106" if single != text else "FA126" if needed != text else "FA105"
    return Mend(code, found.right if found and found.sure else tidy)


def _respell(word: str, lexicon: Lexicon) -> Mend | None:
    if found := _glued_ra(word):
        return found
    if len(word) < 4 or word in lexicon.words or word in lexicon.verbs:
        return None
    if ZWNJ in word:
        return _respell_tail(word, lexicon)
    for rule in (_glued_verb, _known, _glued_compound, _glued_person, _glued_plural, _glued_degree):
        if found := rule(word, lexicon):
            return found if found.right != word else None
    return None


def _respell_tail(word: str, lexicon: Lexicon) -> Mend | None:
    """As _respell, for the last part of a word that has a ZWNJ inside."""
    head, _, tail = word.rpartition(ZWNJ)
    if (
        word in lexicon.compounds
        or len(tail) < 4
        or tail in lexicon.words
        or tail in lexicon.verbs
        or _known(tail, lexicon)
    ):
        return None
    found = _glued_plural(tail, lexicon) or _glued_degree(tail, lexicon)
    return Mend(found.code, head + ZWNJ + found.right) if found else None


def _known(word: str, lexicon: Lexicon) -> Mend | None:
    """The word itself when it is a regular inflection."""
    return Mend("", word) if is_inflected(word, lexicon, NOMINAL | LINKED) else None


def _glued_verb(word: str, lexicon: Lexicon) -> Mend | None:
    match = _VERB.fullmatch(word)
    if not match or not is_verb(match[3], lexicon) or word in NO_VERBS:
        return None
    if is_inflected(word, lexicon, NOMINAL):
        return None
    return Mend("FA108", f"{match[1] or ''}{match[2]}{ZWNJ}{match[3]}")


def _glued_compound(word: str, lexicon: Lexicon) -> Mend | None:
    if whole := lexicon.whole.get(word):
        return _compound(whole)
    if word.endswith(("گان", "گی")):
        stem, ending = (word[:-3], "گان") if word.endswith("گان") else (word[:-2], "گی")
        if whole := lexicon.whole.get(stem + "ه"):
            return _compound(whole[:-1] + ending)
    if (twice := _TWICE.fullmatch(word)) and twice[1] in lexicon.words:
        return Mend("FA113", f"{attach(twice[1], 'به')}{ZWNJ}{twice[1]}")
    if (made := _MADE.fullmatch(word)) and takes_plural(made[1], lexicon) and made[1][-2] not in "او":
        return _compound(made[1] + ZWNJ + made[2])
    for stem, ending in splits(word):
        if whole := lexicon.whole.get(stem):
            if ending in PLURALS or ending in COMPARED:
                return _compound(attach(whole, ending))
            if ending in NOMINAL and stem[-1] != "ه":
                return _compound(whole + ending)
    return None


def _compound(right: str) -> Mend:
    return Mend("FA113", right, bool(_SURE.search(right)))


def _glued_person(word: str, lexicon: Lexicon) -> Mend | None:
    """«شدهاند», «برنامهای»."""
    ending = next((person for person in _PERSONS if word.endswith(person)), None)
    stem = word.removesuffix(ending or "")
    if ending is None or len(stem) < 3 or stem not in lexicon.silent:
        return None
    if stem not in lexicon.participles and (ending != "ای" or stem[:-1] in lexicon.words):
        return None
    if ending == "ای" and stem[:-1] in lexicon.plural:  # «بستهای» is a plural, too
        return None
    return Mend("FA113", attach(stem, ending))


def _glued_plural(word: str, lexicon: Lexicon) -> Mend | None:
    for base, ending in splits(word):
        if ending in PLURALS and base[-1] not in NOT_JOINING and takes_plural(base, lexicon):
            if word in NO_PLURALS or base in PRONOUNS:
                return None
            if ending == "های" and base + "ه" in lexicon.words:  # «نامهای»: of names, or a letter
                return None
            return Mend("FA110", attach(base, ending))
    return None


def _glued_degree(word: str, lexicon: Lexicon) -> Mend | None:
    for base, ending in splits(word):
        if ending in COMPARED and base[-1] not in NOT_JOINING and base in lexicon.compared:
            if base in WHOLE_DEGREES or base + "تر" in lexicon.stems:  # «سایه‌گستر»
                return None
            return Mend("FA114", attach(base, ending).replace("ترین" + "ها", f"ترین{ZWNJ}ها"))
    return None


def _glued_ra(word: str) -> Mend | None:
    base = word.removesuffix("را")
    return Mend("FA116", f"{base} را") if base != word and base in BEFORE_RA else None
