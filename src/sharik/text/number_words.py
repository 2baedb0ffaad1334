"""Number words of three languages: what each is worth, and whether it is surely a number.

`sure` is a plain cardinal from three up. Not sure are one and two (articles, duals), ordinals, fractions, a number
inside another word (سه‌سطری, six-day), a bare "thousand" and a dozen: they may explain a number, but prove nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sharik.text.script import LETTER, MARKS, ZWNJ

WORD = f"[A-Za-z]+|[{LETTER}{MARKS}\u0640]+"
_UNREAD = re.compile(f"[{MARKS}\u0640]")
_MULTIPLES = {
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "dozen": 12},
    "fa": {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "دوجین": 12},
    "ar": {
        "دزينة": 12,
        **dict.fromkeys(("ألف", "ألفا", "آلاف"), 10**3),
        **dict.fromkeys(("مليون", "مليونا", "ملايين"), 10**6),
        **dict.fromkeys(("مليار", "مليارا", "مليارات"), 10**9),
    },
}
_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "fa": "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
    "ar": "واحد|واحدة|أحد|إحدى اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي ثلاث|ثلاثة أربع|أربعة|أربعا خمس|خمسة "
    "ست|ستة سبع|سبعة ثمان|ثماني|ثمانية تسع|تسعة عشر|عشرة",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fa": "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
    "ar": "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين",
}
_HUNDREDS = {
    "en": "",
    "fa": "صد|یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد",
    "ar": "مئة|مائة مئتان|مئتين|مائتان|مائتين ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة خمسمئة|خمسمائة ستمئة|ستمائة "
    "سبعمئة|سبعمائة ثمانمئة|ثمانمائة تسعمئة|تسعمائة",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fa": "اول|یکم|نخست دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم "
    "هجدهم نوزدهم بیستم",
    "ar": "أول|أولى|حادي|حادية ثاني|ثانية ثالث|ثالثة رابع|رابعة خامس|خامسة سادس|سادسة سابع|سابعة ثامن|ثامنة تاسع|تاسعة "
    "عاشر|عاشرة",
}
_TENTHS = {  # the ordinals of the tens, which Arabic has not
    "en": "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
    "fa": "سیم|سی‌ام چهلم پنجاهم شصتم هفتادم هشتادم نودم صدم",
    "ar": "",
}
# Of 24: around the clock, شبانه‌روز, مدار الساعة.
_OTHERS = {"en": {"once": 1, "twice": 2, "clock": 24}, "fa": {"شبانه": 24}, "ar": {"مدار": 24}}
_HALF, _QUARTER, _THIRD = Decimal("0.5"), Decimal("0.25"), 1 / Decimal(3)
_FRACTIONS = {
    "en": {"half": _HALF, "quarter": _QUARTER},
    "fa": {"نیم": _HALF, "نیمی": _HALF, "نصف": _HALF, "ربع": _QUARTER, "ثلث": _THIRD},
    "ar": {"نصف": _HALF, "ربع": _QUARTER, "ثلث": _THIRD},
}
_DENOMINATORS = {
    "en": "halves|half thirds|third quarters|quarter|fourths fifths|fifth sixths|sixth sevenths eighths|eighth ninths "
    "tenths|tenth",
    "fa": "دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
    "ar": "أنصاف أثلاث أرباع أخماس أسداس أسباع أثمان أتساع أعشار",
}
_DENOMINATOR = {"en": r"[ -](?P<word>[a-z]+)\b", "fa": rf"[ {ZWNJ}](?P<word>\w+)", "ar": r" (?P<word>\w+)"}
# What may stand between a number and the half that is added to it: دو ساعت و نیم, ثلاث ساعات ونصف, two and a half.
_UNITS_FA = "ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال|قرن|متر|کیلومتر|کیلو|کیلوگرم|لیتر|تن|برابر"
_UNITS_AR = (
    "ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوم|يومًا|أيام|أسبوع|أسابيع|شهر|أشهر|شهور|سنة|سنوات|عام|أعوام|قرن|متر|أمتار"
)
_DUALS = "(?:دقيقت|ساعت|يوم|أسبوع|شهر|سنت|عام|قرن|متر)(?:ين|ان)"
_ADDED = {
    "en": re.compile("and(?: a)?|[a-z]+ and a"),
    "fa": re.compile(f"(?:(?:{_UNITS_FA}) )?و"),
    "ar": re.compile(f"(?:{_UNITS_AR})?"),
}
_NOUN_BEFORE = {
    "en": re.compile(r"\ban? [a-z]+ and a $"),
    "ar": re.compile(rf"(?<!\w)(?:ال)?(?:(?P<two>{_DUALS})|{_UNITS_AR}) $"),
}
_WEEKDAY = re.compile(f"[ {ZWNJ}]?شنبه")
_COUNTING = re.compile(rf"{ZWNJ}تا(?:{ZWNJ}|ی|یی|ست|یشان|یتان|یمان)*(?!\w)")  # هفت‌تا is still seven
_PREFIXES = ("", "و", "ف", "ال", "وال", "فال", "بال", "كال", "لل")
_SHORT_PREFIXES = ("ب", "ل", "ك", "وب", "ول")  # لست is "I am not", not "for six"


class NumberWord(NamedTuple):
    """`value` of one word; `linked` when it begins with an "and" of its own, as Arabic words do.

    `fraction` is said of "half", `multiple` of "thousand".
    """

    value: Decimal
    sure: bool
    linked: bool = False
    fraction: bool = False
    multiple: bool = False


def _table(listed: dict[str, str], values: range) -> dict[str, dict[str, int]]:
    return {
        language: {
            form: value for value, forms in zip(values, words.split(), strict=False) for form in forms.split("|")
        }
        for language, words in listed.items()
    }


_CARDINALS = {
    language: {
        **small,
        **_table(_TENS, range(20, 100, 10))[language],
        **_table(_HUNDREDS, range(100, 1000, 100))[language],
    }
    for language, small in _table(_UNITS, range(1, 20)).items()
}
_RANKS = {
    language: {**small, **_table(_TENTHS, range(30, 101, 10))[language], **_OTHERS[language]}
    for language, small in _table(_ORDINALS, range(1, 21)).items()
}
_NTHS = _table(_DENOMINATORS, range(2, 11))
_UNCERTAIN = {"fa": {"نه"}}  # نه is "no" far more often than nine


def number_word(text: str, start: int, end: int, language: str) -> NumberWord | None:
    """What the word from `start` to `end` of `text` says, if it is a number."""
    found = _meaning(text[start:end], language, text[start - 1 : start] == ZWNJ)
    if found is not None and found.fraction and text[end : end + 1] == ZWNJ:  # نیم‌فاصله
        return None
    return found


@lru_cache(maxsize=50_000)  # a language has few words and says them often
def _meaning(written: str, language: str, joined: bool) -> NumberWord | None:
    """What a word says; `joined` when a ZWNJ stands before it."""
    word = written.lower() if language == "en" else _UNREAD.sub("", written)
    if times := _MULTIPLES.get(language, {}).get(word):
        return NumberWord(Decimal(times), sure=True, multiple=True)
    cardinals, ranks = _CARDINALS.get(language, {}), _RANKS.get(language, {})
    for prefix in _prefixes(word, language, joined=joined):
        bare = word.removeprefix(prefix)
        linked = prefix.startswith("و")
        if bare in cardinals:
            value = cardinals[bare]
            proper = bare not in _UNCERTAIN.get(language, ()) and not (
                prefix.endswith("ال") and value in range(20, 100)
            )
            return NumberWord(Decimal(value), proper, linked)
        if fraction := _FRACTIONS.get(language, {}).get(bare):
            return NumberWord(fraction, True, linked, fraction=True)
        if rank := ranks.get(bare) or ranks.get(bare.removesuffix("ین")):  # دوم، دومین
            return NumberWord(Decimal(rank), sure=False)
    return None


def _prefixes(word: str, language: str, *, joined: bool) -> list[str]:
    if language == "fa":
        return ["", "و"] if joined else [""]  # بیست‌وپنج
    if language != "ar":
        return [""]
    short = _SHORT_PREFIXES if len(word) > 4 else ()
    return [prefix for prefix in (*_PREFIXES, *short) if word.startswith(prefix)]


def stands_alone(text: str, end: int, language: str) -> bool:
    """Whether the number that ends at `end` is no part of another word."""
    if language == "fa":
        inside = text[end : end + 1] == ZWNJ and not _COUNTING.match(text, end)
        return not inside and not _WEEKDAY.match(text, end)
    return language != "en" or not re.match(r"-[a-z]", text[end : end + 2])


def denominator(text: str, end: int, language: str) -> int | None:
    """What the number that ends at `end` is divided by: four in "three quarters"."""
    match = re.compile(_DENOMINATOR[language]).match(text, end) if language in _DENOMINATOR else None
    return _NTHS[language].get(match["word"]) if match else None


def adds_fraction(between: str, language: str, *, linked: bool) -> bool:
    """Whether a half is added to the number before it, with `between` in the midst."""
    if language not in _ADDED or ((language == "ar" or not between) and not linked):
        return False
    return not between or _ADDED[language].fullmatch(between) is not None


def said_by_noun(text: str, start: int, language: str) -> int:
    """The one or two that a noun says before the half at `start`: an hour and a half, ساعتين ونصف."""
    match = _NOUN_BEFORE[language].search(text, max(start - 24, 0), start) if language in _NOUN_BEFORE else None
    return 0 if match is None else 2 if match.groupdict().get("two") else 1
