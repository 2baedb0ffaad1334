"""Numbers, dates and plurals as each locale writes them (design facts: CLDR 46, ISIRI 6219)."""

from __future__ import annotations

from datetime import date
from functools import cache

import jdatetime
from babel import Locale as Cldr
from babel.dates import format_date

from sharik.model.vocab import Locale

PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
DIGITS = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
# Between thousands, before decimals.
SEPARATORS = {"latn": (",", "."), "arab": ("٬", "٫"), "arabext": ("٬", "٫")}
JALALI_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)


def digits(text: str, locale: Locale) -> str:
    """`text` with its ASCII digits in the locale's own."""
    return text.translate(str.maketrans(DIGITS["latn"], DIGITS[locale.digits]))


def number(value: int | float, locale: Locale, *, decimals: int = 0) -> str:
    """`value` with the locale's digits and separators; a minus sign is U+2212."""
    group, point = SEPARATORS[locale.digits]
    plain = f"{abs(value):,.{decimals}f}".translate({ord(","): group, ord("."): point})
    return ("\u2212" if value < 0 else "") + digits(plain, locale)


def day(value: date, code: str, locale: Locale) -> str:
    """`value` in the locale's calendar, written out: ۳۰ آبان ۱۴۰۵, 21 نوفمبر 2026, 21 November 2026."""
    if locale.calendar == "persian":
        jalali = jdatetime.date.fromgregorian(date=value)
        return digits(f"{jalali.day} {JALALI_MONTHS[jalali.month - 1]} {jalali.year}", locale)
    return digits(format_date(value, "d MMMM y", locale=code), locale)


def plural(count: int, code: str) -> str:
    """The CLDR plural category of `count` in the locale `code`."""
    return str(_cldr(code).plural_form(count))


def plural_categories(code: str) -> frozenset[str]:
    """Every CLDR plural category of the locale `code`; `other` always among them."""
    return frozenset({*_cldr(code).plural_form.tags, "other"})


@cache
def _cldr(code: str) -> Cldr:
    return Cldr.parse(code)
