"""Persian endings that stand alone behind their word: ها, تر, ام, اند, ی. What surrounds them decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sharik.text.lint.lexicon import NOT_JOINING, Lexicon
from sharik.text.lint.passage import ZWNJ, Hit, Passage, Word
from sharik.text.lint.persian_verbs import PREFIXES, is_finite, joins_verb
from sharik.text.lint.persian_words import PLURALS, is_verb

_HAMZA = "\u0654"
_BLANK = re.compile("[ \u00a0]{1,3}")
_LETTERS_ONLY = re.compile(f"[\u0620-\u064a\u0671-\u06d3{ZWNJ}]+")
_CALL = frozenset("!?؟")
_STOP = frozenset(".،؛:؟»)…\n")

_NEVER_PLURAL = frozenset(
    "و به از در که با تا را بر یا اگر چون هم نه بی جز اما ولی پس نیز ای یک هر چه هیچ چند دو سه چهار پنج بله آری آره خب حرف "
    "نشانه پسوند علامت وند تکواژ آوای صدای های ها هوی مگر آخر الان حالا بعد یعنی اینجا آنجا خوب تنها جمع ام اند اش".split()
)
_PLURAL_TOO = frozenset("خیلی بعضی این آن همین همان ما شما برند تر ترین".split())
_AFTER_LETTER_HEH = frozenset(
    "ناملفوظ ملفوظ غیرملفوظ هوز حطی دوچشم گرد مدور ها های هوی هو لایت کلاس تک کپی استایل جک جین جون".split()
)
_LETTER_YEH = frozenset(
    "نکره مصدری نسبت نسبی وحدت خطاب میانجی مجهول معروف ملفوظ لیاقت ضمیر شناسه اضافه آخر فارسی عربی و یا ه ی".split()
)
_LETTERS = frozenset("واژه کلمه نشانه همزه نقطه".split())
_SPELLED = frozenset("اس پی دی آر بی ال وی جی سی تی آی ان ام اف اچ کی یو دبلیو ایکس".split())
_WET = frozenset(
    "گل چشم لب دیده مژه دامن جامه موی مو زلف شعر سخن غزل برگ سبزه خاک هیزم چوب نخل شاخ شاخه لباس سنبل لاله نرگس بنفشه علف "
    "یونجه میوه کام باران شبنم اشک پارچه دستمال حوله زمین ابر لعل نرگسش چشمم چشمت چشمش لبش".split()
)
_WITH_WET = frozenset("خشک تازه تمیز خیس".split())
_JOINED_DEGREE = frozenset({"کم", "بیش"})  # «کمتر», «بیشتر»: in one piece
_NO_DEGREE = frozenset("به که مه پیش نیم نیمه چشم کمی".split())
_NO_PERSON = frozenset("همه خواجه بنده بچه خاله عمه ننه دوده".split())
_AFTER_ONE = frozenset(
    "از در با به بر برای که تا را است بود باشد هست نیست دارد دارند و یا هم نیز شد شده مثل مانند بین میان".split()
)
_COUNTED = frozenset("یک هر هیچ چند چنین چنان".split())
_BOUND = frozenset(
    "ریزی گذاری سازی بندی پذیری گیری یابی پردازی رسانی دهی سنجی زدایی گرایی گذار پذیر آمیز انگیز رسان کننده دهنده گیرنده "
    "افزار افزاری آفرینی کنندگان دهندگان گیرندگان".split()
)


class Finding(NamedTuple):
    """A hit and the code of its rule."""

    code: str
    hit: Hit


class Place(NamedTuple):
    """A word where it stands, with what a rule asks about its neighbours."""

    passage: Passage
    words: tuple[Word, ...]
    index: int
    lexicon: Lexicon

    @property
    def word(self) -> Word:
        return self.words[self.index]

    def near(self, offset: int) -> str:
        """The text of the word so far away, or nothing."""
        index = self.index + offset
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
        return self.near(1) if self.follows(self.index + 1) else ""

    @property
    def after(self) -> str:
        """The next character, blanks apart; a line's end at the end."""
        rest = self.passage.prose[self.word.end : self.word.end + 4].lstrip(" \u00a0" + ZWNJ)
        return rest[:1] or "\n"


def join(place: Place) -> Finding | None:
    """What is wrong between the word of a place and its neighbours."""
    if place.word.text in PREFIXES:
        return _verb(place)
    rule = ENDINGS.get(place.word.text)
    return rule(place) if rule and place.follows(place.index) else None


def _verb(place: Place) -> Finding | None:
    if not place.follows(place.index + 1):
        return None
    before = place.passage.prose[max(0, place.word.start - 4) : place.word.start].rstrip(" \u00a0" + ZWNJ)
    if not joins_verb(place.words, place.index, before[-1:], place.lexicon):
        return None
    return Finding("FA107", Hit(place.word.end, place.words[place.index + 1].start, ZWNJ))


def _glue(place: Place, code: str, ending: str | None = None) -> Finding:
    """The hit that draws the word to the one before it."""
    left = place.words[place.index - 1]
    if ending is not None:
        return Finding(code, Hit(left.end, place.word.end, ending))
    return Finding(code, Hit(left.end, place.word.start, "" if left.text[-1] in NOT_JOINING else ZWNJ))


def _plural(place: Place) -> Finding | None:
    """«روش های»; not the call «ها!», the letter, or «های‌های»."""
    left = place.near(-1)
    if place.after in _CALL or place.next in _AFTER_LETTER_HEH or left in _NEVER_PLURAL:
        return None
    if left.rpartition(ZWNJ)[2] in PLURALS or not _LETTERS_ONLY.fullmatch(left):
        return None
    return _glue(place, "FA109") if _is_name(place, left) else None


def _is_name(place: Place, left: str) -> bool:
    """Whether the word before is one that takes ها; a strange word may be a new name."""
    lexicon = place.lexicon
    if left in _PLURAL_TOO:
        return True
    if place.near(-2) in PREFIXES and is_verb(left, lexicon):
        return False
    if left in lexicon.plural or left in lexicon.compounds:
        return True
    return len(left) > 2 and left not in lexicon.words and not is_finite(place.words, place.index - 1, lexicon)


def _degree(place: Place) -> Finding | None:
    """«سریع تر»; not «چشم تر» or «گل سرخ تر و تازه»."""
    left = place.near(-1)
    if left in _NO_DEGREE or left not in place.lexicon.compared:
        return None
    if place.word.text == "تر" and _is_wet(place):
        return None
    return _glue(place, "FA111", place.word.text if left in _JOINED_DEGREE else None)


def _is_wet(place: Place) -> bool:
    if place.next in _WITH_WET or (place.next == "و" and place.near(2) in _WITH_WET):
        return True
    return not _WET.isdisjoint((place.near(-1), place.near(-2), place.near(-3)))


def _ezafe(place: Place) -> Finding | None:
    """«نکته ی مهم»; not the letter in «نشانه ی نکره»."""
    left, following = place.near(-1), place.next
    if not following or following in _LETTER_YEH or left in _LETTERS or place.near(-2) == "حرف":
        return None
    return _glue(place, "FA105", _HAMZA) if _is_silent(left, place.lexicon) else None


def _is_silent(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 2 and word.rpartition(ZWNJ)[2] in lexicon.silent


def _person(place: Place) -> Finding | None:
    """«گرفته اند», «خانه ام»; not «حمله ام اس»."""
    left = place.near(-1)
    if left in _NO_PERSON or not _is_silent(left, place.lexicon):
        return None
    spelled = place.next in _SPELLED or place.next.startswith("ال")
    return None if spelled else _glue(place, "FA112")


def _one(place: Place) -> Finding | None:
    """«مجموعه ای ساختند», «نکته ای که»; not the call «ای دوست»."""
    left = place.near(-1)
    if left in _NO_PERSON or not _is_silent(left, place.lexicon):
        return None
    if place.next:
        verb = is_finite(place.words, place.index + 1, place.lexicon)
        sure = verb or place.next in _AFTER_ONE or place.near(-2) in _COUNTED or place.next in PREFIXES
    else:
        sure = place.after in _STOP
    return _glue(place, "FA112") if sure else None


def _two_of_one(place: Place) -> Finding | None:
    """«برنامه ریزی»: the second part never stands alone."""
    left = place.words[place.index - 1]
    whole = left.text + ("" if left.text[-1] in NOT_JOINING else ZWNJ) + place.word.text
    if whole in place.lexicon.compounds or (ZWNJ not in whole and whole in place.lexicon.words):
        return Finding("FA118", Hit(left.start, place.word.end))
    return None


ENDINGS: dict[str, Callable[[Place], Finding | None]] = {
    **dict.fromkeys(PLURALS - {"هاست"}, _plural),
    **dict.fromkeys(("تر", "ترین"), _degree),
    **dict.fromkeys(("ام", "ایم", "اید", "اند", "اش", "ات"), _person),
    **dict.fromkeys(_BOUND, _two_of_one),
    "ای": _one,
    "ی": _ezafe,
}
