"""Number words of three languages: what each is worth, and whether it is surely a number.

`sure` is a plain cardinal from three up. Not sure are one and two (articles, duals), ordinals, fractions, a number
inside another word (سه‌سطری, six-day) and a bare "thousand": they may explain a number, but prove nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MARKS = re.compile("[\u064b-\u0652\u0640\u0670]")
MULTIPLES = {
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9},
    "fa": {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9},
    "ar": {
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
    "fa": "اول|یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم "
    "نوزدهم بیستم",
    "ar": "أول|أولى ثاني|ثانية ثالث|ثالثة رابع|رابعة خامس|خامسة سادس|سادسة سابع|سابعة ثامن|ثامنة تاسع|تاسعة عاشر|عاشرة",
}
_FRACTION = {
    "en": re.compile(r"[ -](?:quarter|third|fifth|sixth|eighth|tenth|hal(?:f|ves))s?\b"),
    "fa": re.compile(r" (?:سوم|چهارم|پنجم|ششم|هشتم|دهم|صدم)(?!\w)"),
    "ar": re.compile(r" (?:أثلاث|أرباع|أخماس|أسداس|أسباع|أثمان|أتساع|أعشار)(?!\w)"),
}
_WEEKDAY = re.compile("[ \u200c]?شنبه")
_COUNTING = re.compile("\u200cتا(?:\u200c|ی|یی|ست|یشان|یتان|یمان)*(?!\\w)")  # هفت‌تا is still seven
_PREFIXES = ("", "و", "ف", "ال", "وال", "فال", "بال", "كال", "لل")
_SHORT_PREFIXES = ("ب", "ل", "ك", "وب", "ول")  # لست is "I am not", not "for six"


class NumberWord(NamedTuple):
    """`value` of one word; `linked` when it begins with an "and" of its own, as Arabic words do."""

    value: int
    sure: bool
    linked: bool = False


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
_RANKS = _table(_ORDINALS, range(1, 21))
_UNCERTAIN = {"fa": {"نه"}}  # نه is "no" far more often than nine


def number_word(text: str, start: int, end: int, language: str) -> NumberWord | None:
    """What the word from `start` to `end` of `text` says, if it is a number."""
    return _meaning(text[start:end], language, text[start - 1 : start] == "\u200c")


@lru_cache(maxsize=50_000)  # a language has few words and says them often
def _meaning(written: str, language: str, joined: bool) -> NumberWord | None:
    """What a word says; `joined` when a ZWNJ stands before it."""
    word = written.lower() if language == "en" else MARKS.sub("", written)
    cardinals, ranks = _CARDINALS.get(language, {}), _RANKS.get(language, {})
    for prefix in _prefixes(word, language, joined=joined):
        bare = word.removeprefix(prefix)
        linked = prefix.startswith("و")
        if bare in cardinals:
            value = cardinals[bare]
            proper = bare not in _UNCERTAIN.get(language, ()) and not (
                prefix.endswith("ال") and value in range(20, 100)
            )
            return NumberWord(value, proper, linked)
        if bare in ranks:
            return NumberWord(ranks[bare], sure=False)
    return None


def _prefixes(word: str, language: str, *, joined: bool) -> list[str]:
    if language == "fa":
        return ["", "و"] if joined else [""]  # بیست‌وپنج
    if language != "ar":
        return [""]
    short = _SHORT_PREFIXES if len(word) > 4 else ()
    return [prefix for prefix in (*_PREFIXES, *short) if word.startswith(prefix)]


def stands_alone(text: str, end: int, language: str) -> bool:
    """Whether the number that ends at `end` is neither part of another word nor the upper half of a fraction."""
    if language not in _FRACTION:
        return True
    if _FRACTION[language].match(text, end):
        return False
    if language == "fa":
        inside = text[end : end + 1] == "\u200c" and not _COUNTING.match(text, end)
        return not inside and not _WEEKDAY.match(text, end)
    return language != "en" or not re.match(r"-[a-z]", text[end : end + 2])
