"""Persian endings that stand alone behind their word: ها, تر, ام, اند, ی. What surrounds them decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from sharik.text.lint import persian_context as context
from sharik.text.lint.lexicon import NOT_JOINING, Lexicon
from sharik.text.lint.passage import Hit
from sharik.text.lint.persian_inflection import PLURALS, is_verb
from sharik.text.lint.persian_place import Finding, Place
from sharik.text.lint.persian_verbs import is_finite, joins_verb
from sharik.text.script import ZWNJ

_HAMZA = "\u0654"
_LETTERS_ONLY = re.compile(f"[\u0620-\u064a\u0671-\u06d3{ZWNJ}]+")
_CALL = frozenset("!?؟")
_STOP = frozenset(".،؛:؟»)…\n")


def join(place: Place) -> Finding | None:
    """What is wrong between the word of a place and its neighbours."""
    if place.word.text in context.PREFIXES:
        return _verb(place)
    rule = ENDINGS.get(place.word.text)
    return rule(place) if rule and place.follows(place.at) else None


def _verb(place: Place) -> Finding | None:
    if not place.follows(place.at + 1):
        return None
    before = place.passage.prose[max(0, place.word.start - 4) : place.word.start].rstrip(" \u00a0" + ZWNJ)
    if not joins_verb(place.words, place.at, before[-1:], place.lexicon):
        return None
    return Finding("FA107", Hit(place.word.end, place.words[place.at + 1].start, ZWNJ))


def _glue(place: Place, code: str, ending: str | None = None) -> Finding:
    """The hit that draws the word to the one before it."""
    left = place.words[place.at - 1]
    if ending is not None:
        return Finding(code, Hit(left.end, place.word.end, ending))
    return Finding(code, Hit(left.end, place.word.start, "" if left.text[-1] in NOT_JOINING else ZWNJ))


def _plural(place: Place) -> Finding | None:
    """«روش های»; not the call «ها!», the letter, or «های‌های»."""
    left = place.near(-1)
    if place.after in _CALL or place.next in context.AFTER_LETTER_HEH or left in context.NEVER_PLURAL:
        return None
    if left.rpartition(ZWNJ)[2] in PLURALS or not _LETTERS_ONLY.fullmatch(left):
        return None
    return _glue(place, "FA109") if _is_name(place, left) else None


def _is_name(place: Place, left: str) -> bool:
    """Whether the word before is one that takes ها; a strange word may be a new name."""
    lexicon = place.lexicon
    if left in context.PLURAL_TOO:
        return True
    if place.near(-2) in context.PREFIXES and is_verb(left, lexicon):
        return False
    if left in lexicon.plural or left in lexicon.compounds or left.rpartition(ZWNJ)[2] in context.BOUND:
        return True
    return len(left) > 2 and left not in lexicon.words and not is_finite(place.words, place.at - 1, lexicon)


def _degree(place: Place) -> Finding | None:
    """«سریع تر»; not «چشم تر» or «گل سرخ تر و تازه»."""
    left = place.near(-1)
    if left in context.NO_DEGREE or (left not in place.lexicon.compared and left not in context.JOINED_DEGREE):
        return None
    if place.word.text == "تر" and _is_wet(place):
        return None
    return _glue(place, "FA111", place.word.text if left in context.JOINED_DEGREE else None)


def _is_wet(place: Place) -> bool:
    if place.next in context.WITH_WET or (place.next == "و" and place.near(2) in context.WITH_WET):
        return True
    return not context.WET.isdisjoint((place.near(-1), place.near(-2), place.near(-3)))


def _ezafe(place: Place) -> Finding | None:
    """«نکته ی مهم»; not the letter in «نشانه ی نکره»."""
    left, following = place.near(-1), place.next
    if not following or following in context.LETTER_YEH or left in context.LETTERS or place.near(-2) == "حرف":
        return None
    return _glue(place, "FA105", _HAMZA) if _is_silent(left, place.lexicon) else None


def _is_silent(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 2 and word.rpartition(ZWNJ)[2] in lexicon.silent


def _person(place: Place) -> Finding | None:
    """«گرفته اند», «خانه ام»; not «حمله ام اس»."""
    left = place.near(-1)
    if left in context.NO_PERSON or not _is_silent(left, place.lexicon):
        return None
    spelled = place.next in context.SPELLED or place.next.startswith("ال")
    return None if spelled else _glue(place, "FA112")


def _one(place: Place) -> Finding | None:
    """«مجموعه ای ساختند», «نکته ای که»; not the call «ای دوست»."""
    left = place.near(-1)
    if left in context.NO_PERSON or not _is_silent(left, place.lexicon):
        return None
    if place.next:
        verb = is_finite(place.words, place.at + 1, place.lexicon)
        sure = (
            verb
            or place.next in context.AFTER_ONE
            or place.near(-2) in context.COUNTED
            or place.next in context.PREFIXES
        )
    else:
        sure = place.after in _STOP
    return _glue(place, "FA112") if sure else None


def _two_of_one(place: Place) -> Finding | None:
    """«برنامه ریزی»: the second part never stands alone."""
    left = place.words[place.at - 1]
    if place.word.text in place.lexicon.verbs and _may_end(place):
        return None
    whole = left.text + ("" if left.text[-1] in NOT_JOINING else ZWNJ) + place.word.text
    if whole in place.lexicon.compounds or (ZWNJ not in whole and whole in place.lexicon.words):
        return Finding("FA118", Hit(left.start, place.word.end, advice=whole))
    return None


def _may_end(place: Place) -> bool:
    """Whether a clause may end here: «تا به مقصود خود دست یابی»."""
    return place.near(-1) == "دست" or place.next in context.NEXT_CLAUSE or not place.next


ENDINGS: dict[str, Callable[[Place], Finding | None]] = {
    **dict.fromkeys(PLURALS - {"هاست"}, _plural),
    **dict.fromkeys(("تر", "ترین"), _degree),
    **dict.fromkeys(("ام", "ایم", "اید", "اند", "اش", "ات"), _person),
    **dict.fromkeys(context.BOUND, _two_of_one),
    "ای": _one,
    "ی": _ezafe,
}
