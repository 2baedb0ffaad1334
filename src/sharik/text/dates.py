"""Dates as people write them, in three languages and two calendars, as stretches of days that can be compared.

`30 آبان 1405`, `21 November 2026` and `2026-11-21` are one day. A month, year or decade of one calendar never equals
one of the other, so those are compared by whether they overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import jdatetime

from sharik.locales import JALALI_MONTHS
from sharik.text.script import ZWNJ

_JALALI_YEARS = range(1200, 1600)  # a year in this range is one of the Persian calendar
_SAMPLE = {"gregorian": 2026, "persian": 1405}  # the year that a day without one is laid in

_GREGORIAN = {
    "en": (
        *("January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul", "August|Aug"),
        *("September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec"),
    ),
    "fa": (
        *("ژانویه", "فوریه", "مارس", "آوریل", "مه|می", "ژوئن", "ژوئیه|ژوییه|جولای", "اوت|آگوست"),
        *("سپتامبر", "اکتبر", "نوامبر", "دسامبر"),
    ),
    "ar": (
        *("يناير|كانون الثاني", "فبراير|شباط", "مارس|آذار", "أبريل|إبريل|نيسان", "مايو|أيار", "يونيو|يونيه|حزيران"),
        *("يوليو|يوليه|تموز", "أغسطس|آب", "سبتمبر|أيلول", "أكتوبر|تشرين الأول", "نوفمبر|تشرين الثاني"),
        "ديسمبر|كانون الأول",
    ),
}
_PERSIAN = {
    "fa": JALALI_MONTHS,
    "en": (
        *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
        *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
    ),
    "ar": (),
}
_ARABIC_TENS = ("خمسين", "ستين", "سبعين", "ثمانين", "تسعين")  # of the twentieth century
_DECADE = {
    "en": r"(?<![\d.,/-])(?P<decade>\d{3}0)['’]?s(?![A-Za-z])",
    "fa": rf"(?<!\w)ده(?:ه\u0654?|ۀ)(?:{ZWNJ}?ی)? (?P<decade>\d{{3}}0)(?!\d)",
    "ar": rf"عقد (?P<decade>\d{{3}}0)(?!\d)|(?P<tens>{'|'.join(_ARABIC_TENS)})ي?ات(?!\w)",
}
_DIGIT = re.compile(r"\d|ين(?:ي?ات)")  # without one there is no date


class Span(NamedTuple):
    """The days from `first` to `last` (ordinals); `precision`: day, month, year, decade, yearly (a day without one)."""

    precision: str
    first: int
    last: int

    def meets(self, other: Span) -> bool:
        """Whether two dates can mean the same; decades share most of their years then."""
        common = min(self.last, other.last) - max(self.first, other.first) + 1
        least = (self.last - self.first) // 2 if self.precision == "decade" else 1
        return self.precision == other.precision and common >= least


class Dated(NamedTuple):
    """A date in a text."""

    span: Span
    start: int
    end: int


def dates(text: str, language: str) -> Iterator[Dated]:
    """Every date of `text`, whose digits are ASCII already."""
    end = 0
    for match in _pattern(language).finditer(text) if _DIGIT.search(text) else ():
        span = _span(match, language)
        if span and match.start() >= end:
            end = match.end()
            yield Dated(span, match.start(), end)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Numbers alone (2026-11-21, 1405/8/30), and with the name of a month before or after the day."""
    iso = r"(?<![\d/-])(?P<y1>\d{4})(?P<sep>[-/])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?![\d/-])"
    names = [
        name for month in (*_GREGORIAN.get(language, ()), *_PERSIAN.get(language, ())) for name in month.split("|")
    ]
    if not names:
        return re.compile(iso)
    alternatives = "|".join(sorted(names, key=len, reverse=True))
    gap, year = r"[ \u00a0]{1,2}", r"\d{4}(?![\d,.٬٫]\d)(?!\d)"
    filler = rf"(?:(?:ماه|سال|عام|سنة|من عام|of){gap})?"
    before = rf"(?<![\d.,])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{gap}(?:(?:of|من){gap})?(?P<n2>{alternatives})(?!\w)\u0654?"
    after = rf"(?<!\w)(?P<n3>{alternatives})\.?\u0654?(?!\w)"
    with_year = rf"(?:,?{gap}{filler}{filler}(?P<y2>{year}))?"
    day_or_year = rf"{gap}(?:{filler}(?P<y4>{year})|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?{gap}(?P<y3>{year}))?)"
    return re.compile(f"{iso}|{before}{with_year}|{after}{day_or_year}|{_DECADE[language]}")


def _span(match: re.Match[str], language: str) -> Span | None:
    found = match.groupdict()
    if found.get("decade") or found.get("tens"):
        return _decade(int(found["decade"] or 1950 + 10 * _ARABIC_TENS.index(found["tens"])))
    name = found.get("n2") or found.get("n3")
    year = next((int(found[k]) for k in ("y1", "y2", "y3", "y4") if found.get(k)), None)
    day = next((int(found[k]) for k in ("d1", "d2", "d3") if found.get(k)), None)
    month = _month(name, language) if name else int(found["m1"])
    persian = name in JALALI_MONTHS + _PERSIAN["en"] if name else (year or 0) in _JALALI_YEARS
    try:
        return _days(year, month, day, "persian" if persian else "gregorian")
    except ValueError:  # the 31st of a shorter month, or no date at all
        return None


def _month(name: str, language: str) -> int:
    months = (*_GREGORIAN[language], *_PERSIAN[language])
    return next(i for i, names in enumerate(months) if name in names.split("|")) % 12 + 1


def _days(year: int | None, month: int, day: int | None, calendar: str) -> Span:
    if year is None:
        first = _date(_SAMPLE[calendar], month, day or 1, calendar)
        drift = timedelta(days=calendar == "persian")  # leap years move the two calendars by a day
        return Span("yearly", (first - drift).toordinal(), (first + drift).toordinal())
    first = _date(year, month, day or 1, calendar)
    if day is not None:
        return Span("day", first.toordinal(), first.toordinal())
    following = _date(year + month // 12, month % 12 + 1, 1, calendar)
    return Span("month", first.toordinal(), following.toordinal() - 1)


def year_span(year: int) -> Span:
    """All days of `year`, of the Persian calendar or of ours."""
    calendar = "persian" if year in _JALALI_YEARS else "gregorian"
    first, following = _date(year, 1, 1, calendar), _date(year + 1, 1, 1, calendar)
    return Span("year", first.toordinal(), following.toordinal() - 1)


def _decade(year: int) -> Span | None:
    if year not in _JALALI_YEARS and year not in range(1600, 2200):
        return None
    return Span("decade", year_span(year).first, year_span(year + 9).last)


def _date(year: int, month: int, day: int, calendar: str) -> date:
    if calendar == "gregorian":
        return date(year, month, day)
    found: date = jdatetime.date(year, month, day).togregorian()
    return found
