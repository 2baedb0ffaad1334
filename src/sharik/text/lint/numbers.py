"""Rules for the signs of numbers: per cent, decimals, thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.locales import SEPARATORS
from sharik.text.lint.passage import Hit, Passage

_NATIVE, _LATIN = "٠-٩۰-۹", "0-9"
_DIGITS = f"{_LATIN}{_NATIVE}"
_SIGN_AFTER = re.compile(rf"(?<=[{_DIGITS}])(?P<found>[ \t]*[%٪])(?![\w%])")
_SIGN_BEFORE = re.compile(rf"(?<![\w%٪.])(?P<sign>[%٪])[ \t]*(?P<number>[{_DIGITS}]+(?:[.,٫٬][{_DIGITS}]+)*)(?![\w%٪])")


def percent(passage: Passage) -> Iterator[Hit]:
    """P208: the number, then its sign, no space between; native digits take ٪, Latin ones %."""
    for match in _SIGN_AFTER.finditer(passage.prose):
        right = _sign(passage.prose[match.start() - 1])
        if match["found"] != right:
            yield Hit(match.start(), match.end(), right)
    for match in _SIGN_BEFORE.finditer(passage.prose):
        if not passage.prose[max(0, match.start() - 4) : match.start()].rstrip(" \t")[-1:].isdigit():
            yield Hit(match.start(), match.end(), match["number"] + _sign(match["number"][-1]))


def _sign(digit: str) -> str:
    return "%" if digit.isascii() else "٪"


_DECIMAL = re.compile(rf"(?<![{_DIGITS}.,٫٬/])[{_NATIVE}]+\.[{_NATIVE}]+(?![{_DIGITS}]|[.,٫٬/][{_DIGITS}])")
_THOUSANDS = re.compile(rf"(?<![{_DIGITS}.,٫٬/])[{_NATIVE}]{{1,3}}(?:,[{_NATIVE}]{{3}})+(?![{_DIGITS}])")
# Without a unit it may as well be a version, a section or a time.
_UNITS = (
    *(
        "در ?صد",
        "برابر",
        "هزار",
        "میلیون",
        "میلیارد",
        "تریلیون",
        "تومان",
        "ریال",
        "دلار",
        "یورو",
        "درهم",
        "متر",
        "کیلو",
        "سانتی",
    ),
    *(
        "میلی",
        "گرم",
        "تن",
        "لیتر",
        "سال",
        "ماه",
        "روز",
        "ساعت",
        "دقیقه",
        "ثانیه",
        "درجه",
        "مگا",
        "گیگا",
        "نفر",
        "امتیاز",
    ),
    *("واحد", "بار", "ألف", "آلاف", "مليون", "مليار", "دينار", "ريال", "جنيه", "دولار", "يورو", "كيلو", "غرام", "لتر"),
    *("بالمئة", "بالمائة", "في المئة", "في المائة", "ساعة", "دقيقة", "يوم", "شهر", "سنة", "درجة", "مرة", "نقطة"),
)
UNIT = re.compile(rf"[ \t]*(?:[%٪]|{'|'.join(_UNITS)})")


def separators(passage: Passage) -> Iterator[Hit]:
    """P209: between native digits ٫ marks the decimals of a measure, and ٬ the thousands."""
    group, point = SEPARATORS["arabext"]
    for match in _DECIMAL.finditer(passage.prose):
        if UNIT.match(passage.prose, match.end()):
            yield Hit(match.start(), match.end(), match[0].replace(".", point))
    for match in _THOUSANDS.finditer(passage.prose):
        yield Hit(match.start(), match.end(), match[0].replace(",", group))


RULES = {"P208": percent, "P209": separators}
