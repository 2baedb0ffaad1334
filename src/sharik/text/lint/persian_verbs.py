"""Whether a lone «می» or «نمی» belongs to the verb after it, or is wine, the month of May or a little moisture."""

from __future__ import annotations

from collections.abc import Sequence

from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import ZWNJ, Word
from sharik.text.lint.persian_words import is_verb

PREFIXES = frozenset("می نمی برمی بازمی فرامی فرومی برنمی بازنمی درنمی فرانمی فرونمی وانمی".split())
_NEAR = 12  # words on either side in which wine or rain is looked for
_WINE = frozenset(
    "ساقی ساقیا باده میکده میخانه میخوار خرابات خراباتی شراب شرابی پیمانه ساغر مطرب مست مستان مستی مستم مستیم صراحی سبو "
    "جام جامی قدح قدحی خم خمار خمخانه مخمور انگور انگوری پیرمغان مغان مغانه ناب رطل جرعه جرعه‌ای می‌فروش می‌خوار می‌گسار "
    "می‌خواره میگسار میفروش خمر مسکر صبوح صبوحی دردی درد‌کش دردکش نبیذ نبید عرق تاک رز کباب بنگ چنگ نی بربط دف زاهد محتسب "
    "صوفی رند رندی رندان شاهد معشوق معشوقه نوش نوشانوش می‌پرست باده‌نوش گلگون مدهوش هشیار میگون مل مدام".split()
)
_MOIST = frozenset("باران شبنم اشک خاک رطوبت خیس تر نم رود دریا چشمه ژاله عرق مژه چشم دیده گونه".split())
_MAY = frozenset(
    "ماه یکم اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم "
    "نوزدهم بیستم سی‌ام سی‌ویکم تا".split()
)
_BEFORE_WINE = frozenset("از به با بی بدون این آن آب شیشه کوزه بوی رنگ پیاله کاسه صاف لب هر".split())
# Who drinks, draws, tastes or sips wine does it with these; the words before them tell that something else is meant.
_DRINKING = ("خور", "کش", "نوش", "گسار", "چش", "پیما", "پیمو")
_DRUNK = frozenset(
    "شکست چشم غذا تکان زمین گره پیوند رقم فریب غصه حسرت افسوس سوگند قسم ضربه کتک نان آب سیلی ورق محک کلید صبحانه ناهار شام "
    "غوطه جوش گول سر برش آسیب صدمه لطمه خط لیز برخورد هم درد سکندری غم طول سیگار نقشه زحمت رنج نقاشی تصویر آتش انتظار "
    "خجالت نفس دست پیش بیرون بالا پایین چالش دود فریاد جیغ بار دوش خمیازه رخ آغوش قد زبانه شعله دراز سرک اتو عذاب یدک "
    "صف پر نعره هوا تیر".split()
)


def joins_verb(words: Sequence[Word], index: int, before: str, lexicon: Lexicon) -> bool:
    """Whether the word at `index`, one of PREFIXES, is a part of the verb that follows it.

    `before` is the character in front of it, blanks apart; what follows is known to be only a space away.
    """
    particle, verb = words[index].text, words[index + 1].text
    if not is_verb(verb, lexicon) or before.isdecimal():
        return False
    previous = words[index - 1].text if index else ""
    near = {word.text for word in words[max(0, index - _NEAR) : index + _NEAR]}
    if particle == "نمی":
        return near.isdisjoint(_MOIST) or not _is_bare(verb, lexicon)
    if particle != "می":
        return True
    if previous in _MAY or previous in _BEFORE_WINE or not near.isdisjoint(_WINE):
        return False
    return not verb.startswith(_DRINKING) or previous in _DRUNK


def _is_bare(verb: str, lexicon: Lexicon) -> bool:
    """Whether the form is that of a past without a person, as in «نمی نشست»."""
    return verb[-1] in "تد" and verb + "ند" in lexicon.verbs


def is_finite(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the word at `index` ends a sentence rather than names a thing: a verb, an order, a copula."""
    text = words[index].text
    bare = text.rpartition(ZWNJ)[2]
    if text.startswith(("می" + ZWNJ, "نمی" + ZWNJ)) or (index and words[index - 1].text in PREFIXES):
        return True
    if bare in lexicon.plural:
        return False
    orders = (text, text[1:], text[2:])
    return bare in lexicon.verbs or any(form in lexicon.stems or form in lexicon.verbs for form in orders)
