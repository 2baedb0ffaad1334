"""Persian words that lost or gained a ZWNJ: each is judged alone, by the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sharik.text.lint.lexicon import NOT_JOINING, Lexicon
from sharik.text.lint.passage import ZWNJ

_IDLE = re.compile(f"(?<=[اآدذرزژو]){ZWNJ}+")  # after a letter that does not join anyway
_MANY = re.compile(f"{ZWNJ}{{2,}}")
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
_NOMINAL = frozenset({*_OWNERS, "ی", "ان", "انی", "ات", "ین", "انه", "ک", "یی", "ئی", "گی", "یان", "یانی", "وار"})
_NOMINAL |= {f"{vowel}{owner}" for vowel in ("ی", "ان") for owner in _OWNERS}
_LINKED = frozenset({"یم", "ید", "ند", "ست", "ییم", "یید", "یند"})  # "are" as an ending
_PERSONS = ("ایم", "اید", "اند", "ام", "ای")
_VERB = re.compile("(بر|باز|فرا|فرو|وا|در)?(ن?می)(.{2,})")
_OBJECT = re.compile("(?<=[مدی])(?:ش|شان|مان|تان)$")
_NO_VERBS = frozenset("میراند میرانم میرانی میرانیم میرانید میرانند".split())  # "causes to die"
_NO_PLURALS = frozenset(  # Arabic "her" or "it" behind a word, and towns
    "علیها فیها منها الیها بینها عنها اهلها مثلها لدیها بعضها قبلها کلها نفسها حقها امثالها لها بها بنها ربها تحتها اسمها "
    "وجهها عملها علمها حکمها فضلها جمیعها".split()
)
_PRONOUNS = frozenset({"آن", "این", "همان", "همین"})  # «آنها» is as right as «آن‌ها»
_WHOLE_DEGREES = frozenset({"به", "بیش", "کم", "که", "مه", "پیش"})  # «بهتر» and its kind are written in one piece
_BEFORE_RA = frozenset("آن این آنها اینها آن‌ها این‌ها همان همین آنان ایشان خود خویش یکدیگر همدیگر".split())


class Mend(NamedTuple):
    """The code of what is wrong with a word and how it should be written."""

    code: str
    right: str


@lru_cache(maxsize=1 << 16)
def mend_word(text: str, lexicon: Lexicon) -> Mend | None:
    """What is wrong with one word, or None; the right spelling has nothing left to mend."""
    single = _MANY.sub(ZWNJ, text)
    tidy = _IDLE.sub("", single)
    found = _respell(tidy, lexicon)
    if tidy == text:
        return found
    return Mend("FA126" if single == text else "FA106", found.right if found else tidy)


def attach(stem: str, ending: str) -> str:
    """Stem and ending with a ZWNJ between them where one is needed."""
    return stem + ending if stem[-1] in NOT_JOINING else stem + ZWNJ + ending


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
    if len(tail) < 4 or tail in lexicon.words or tail in lexicon.verbs or _known(tail, lexicon):
        return None
    found = _glued_plural(tail, lexicon) or _glued_degree(tail, lexicon)
    return Mend(found.code, head + ZWNJ + found.right) if found else None


def _known(word: str, lexicon: Lexicon) -> Mend | None:
    """The word itself when it is a regular inflection."""
    return Mend("", word) if is_inflected(word, lexicon, _NOMINAL | _LINKED) else None


def is_inflected(word: str, lexicon: Lexicon, endings: frozenset[str]) -> bool:
    """Whether the word is one of the lexicon with an ending that is rightly written in one piece with it."""
    for stem, ending in _splits(word):
        if stem in lexicon.words:
            if ending in endings and stem not in lexicon.silent:
                return True
            if stem[-1] in NOT_JOINING and (ending in PLURALS or ending in COMPARED):
                return True
    return False


def _splits(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:end], word[end:]) for end in range(max(2, len(word) - 7), len(word)))


def _glued_verb(word: str, lexicon: Lexicon) -> Mend | None:
    match = _VERB.fullmatch(word)
    if not match or not is_verb(match[3], lexicon) or word in _NO_VERBS:
        return None
    if is_inflected(word, lexicon, _NOMINAL):
        return None
    return Mend("FA108", f"{match[1] or ''}{match[2]}{ZWNJ}{match[3]}")


def is_verb(form: str, lexicon: Lexicon) -> bool:
    """Whether `form` can follow می, with or without its object."""
    return form in lexicon.verbs or (len(form) > 3 and _OBJECT.sub("", form) in lexicon.verbs)


def _glued_compound(word: str, lexicon: Lexicon) -> Mend | None:
    if whole := lexicon.whole.get(word):
        return Mend("FA113", whole)
    if word.endswith(("گان", "گی")):
        stem, ending = (word[:-3], "گان") if word.endswith("گان") else (word[:-2], "گی")
        if whole := lexicon.whole.get(stem + "ه"):
            return Mend("FA113", whole[:-1] + ending)
    for stem, ending in _splits(word):
        if whole := lexicon.whole.get(stem):
            if ending in PLURALS or ending in COMPARED:
                return Mend("FA113", attach(whole, ending))
            if ending in _NOMINAL and stem[-1] != "ه":
                return Mend("FA113", whole + ending)
    return None


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
    for base, ending in _splits(word):
        if ending in PLURALS and base[-1] not in NOT_JOINING and takes_plural(base, lexicon):
            if word in _NO_PLURALS or base in _PRONOUNS:
                return None
            if ending == "های" and base + "ه" in lexicon.words:  # «نامهای»: of names, or a letter
                return None
            return Mend("FA110", attach(base, ending))
    return None


def takes_plural(base: str, lexicon: Lexicon) -> bool:
    """Whether ها can follow the word: one of the lexicon, or one made of it with ی."""
    if base in lexicon.plural or base in lexicon.compounds:
        return True
    return len(base) > 4 and base[-1] == "ی" and base[:-1] in lexicon.plural


def _glued_degree(word: str, lexicon: Lexicon) -> Mend | None:
    for base, ending in _splits(word):
        if ending in COMPARED and base[-1] not in NOT_JOINING and base in lexicon.compared:
            if base in _WHOLE_DEGREES:
                return None
            return Mend("FA114", attach(base, ending).replace("ترین" + "ها", f"ترین{ZWNJ}ها"))
    return None


def _glued_ra(word: str) -> Mend | None:
    base = word.removesuffix("را")
    return Mend("FA116", f"{base} را") if base != word and base in _BEFORE_RA else None
