from datetime import date

import pytest

from sharik.locales import day, digits, number, plural, plural_categories


@pytest.mark.parametrize(("code", "shown"), [("fa", "۰۱۲۳۴۵۶۷۸۹ x ٣"), ("en", "0123456789 x ٣")])
def test_ascii_digits_become_those_of_the_locale(base, code, shown):
    assert digits("0123456789 x ٣", base.locales[code]) == shown


@pytest.mark.parametrize(
    ("digits", "value", "decimals", "shown"),
    [
        ("arabext", 1234567.5, 1, "۱٬۲۳۴٬۵۶۷٫۵"),
        ("arab", 1234567.5, 1, "١٬٢٣٤٬٥٦٧٫٥"),
        ("latn", 1234567.5, 1, "1,234,567.5"),
        ("arabext", -5, 0, "\u2212۵"),
        ("latn", -5, 0, "\u22125"),
        ("latn", 0, 0, "0"),
        ("latn", 999.995, 2, "1,000.00"),
        ("arabext", 10**12, 0, "۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
    ],
)
def test_a_number_has_the_digits_and_separators_of_its_locale(base, digits, value, decimals, shown):
    locale = base.locales["fa"].model_copy(update={"digits": digits})

    assert number(value, locale, decimals=decimals) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(1979, 2, 11), "۲۲ بهمن ۱۳۵۷"),
        (date(2000, 1, 1), "۱۱ دی ۱۳۷۸"),
        (date(2021, 3, 20), "۳۰ اسفند ۱۳۹۹"),  # a leap year
        (date(2021, 3, 21), "۱ فروردین ۱۴۰۰"),
        (date(2024, 3, 20), "۱ فروردین ۱۴۰۳"),
        (date(2024, 9, 21), "۳۱ شهریور ۱۴۰۳"),
        (date(2024, 9, 22), "۱ مهر ۱۴۰۳"),
        (date(2025, 3, 20), "۳۰ اسفند ۱۴۰۳"),  # a leap year
        (date(2025, 3, 21), "۱ فروردین ۱۴۰۴"),
        (date(2026, 3, 20), "۲۹ اسفند ۱۴۰۴"),
        (date(2026, 11, 21), "۳۰ آبان ۱۴۰۵"),
        (date(2030, 3, 20), "۳۰ اسفند ۱۴۰۸"),  # five years after the last leap year, not four
    ],
)
def test_a_persian_date_is_in_the_persian_calendar(base, value, shown):
    assert day(value, "fa", base.locales["fa"]) == shown


@pytest.mark.parametrize(
    ("code", "shown"), [("ar", ["21 نوفمبر 2026", "29 فبراير 2028"]), ("en", ["21 November 2026", "29 February 2028"])]
)
def test_other_dates_are_gregorian(base, code, shown):
    assert [day(value, code, base.locales[code]) for value in (date(2026, 11, 21), date(2028, 2, 29))] == shown


@pytest.mark.parametrize(
    ("code", "categories"),
    [
        ("ar", ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few"]),
        ("fa", ["one", "one", "other", "other", "other", "other", "other", "other", "other", "other"]),
        ("en", ["other", "one", "other", "other", "other", "other", "other", "other", "other", "other"]),
    ],
)
def test_a_count_has_the_plural_category_of_its_language(code, categories):
    assert [plural(count, code) for count in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == categories


def test_each_language_has_its_own_set_of_categories():
    assert {code: sorted(plural_categories(code)) for code in ("fa", "ar", "en")} == {
        "fa": ["one", "other"],
        "ar": ["few", "many", "one", "other", "two", "zero"],
        "en": ["one", "other"],
    }
