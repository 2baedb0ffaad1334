"""The numbers and dates of a text, whatever they are written with."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.catalog import Catalog
from sharik.locales import DIGITS, day, number
from sharik.text.dates import Span, year_span
from sharik.text.numbers import quantities

LANGUAGES = ("fa", "ar", "en")


def found(text: str, language: str) -> list[tuple[str, object]]:
    """Each as (kind, value), a share with % behind its value."""
    return [(q.kind, f"{q.value:f}%" if q.percent else q.value) for q in quantities(text, language)]


def on(*ymd: int) -> tuple[str, Span]:
    ordinal = date(*ymd).toordinal()
    return "date", Span("day", ordinal, ordinal)


@given(value=st.integers(0, 10**12), system=st.sampled_from(sorted(DIGITS)), language=st.sampled_from(LANGUAGES))
def test_the_digits_of_all_systems_are_one_number(value, system, language):
    text = str(value).translate(str.maketrans(DIGITS["latn"], DIGITS[system]))

    assert found(f"x {text} x", language) == [("number", Decimal(value))]


@given(value=st.decimals(0, 10**9, places=2), code=st.sampled_from(LANGUAGES))
def test_a_number_is_read_as_its_language_writes_it(base: Catalog, value, code):
    text = number(float(value), base.locales[code], decimals=2)

    assert found(text, code) == [("number", value)]


@given(when=st.dates(date(1950, 1, 1), date(2090, 1, 1)), code=st.sampled_from(LANGUAGES))
def test_a_day_is_the_same_in_every_calendar(base: Catalog, when, code):
    written = day(when, code, base.locales[code])

    assert found(f"- {written}: x", code) == found(when.isoformat(), "en") == [on(when.year, when.month, when.day)]


@given(text=st.text(alphabet="0123456789٠۱۲,.٬٫%-/ abeآبوسه\u200c\n"), language=st.sampled_from(LANGUAGES))
def test_whatever_stands_there_is_read_where_it_stands(text, language):
    for quantity in quantities(text, language):
        assert text[quantity.start :].startswith(quantity.text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Separators and signs.
        ("en", "1,000 and 1,234.50", [("number", Decimal(1000)), ("number", Decimal("1234.5"))]),
        ("fa", "۱٬۰۰۰ و ۰٫۸", [("number", Decimal(1000)), ("number", Decimal("0.8"))]),
        ("en", "3,4", [("number", Decimal(3)), ("number", Decimal(4))]),
        ("ar", "و50 نقرة", [("number", Decimal(50))]),
        ("en", "at -5 degrees, 3-5 people", [("number", Decimal(n)) for n in (-5, 3, 5)]),
        # Shares.
        ("en", "5%, 5 per cent", [("number", "5%")] * 2),
        ("fa", "۵٪، ۵ درصد", [("number", "5%")] * 2),
        ("ar", "5%، 5 في المئة", [("number", "5%")] * 2),
        ("en", "5–10%", [("number", "5%"), ("number", "10%")]),
        # Multiples.
        ("en", "12 thousand", [("number", Decimal(12000))]),
        ("fa", "۱۲ هزار", [("number", Decimal(12000))]),
        ("ar", "12 ألف", [("number", Decimal(12000))]),
        ("fa", "۲ میلیون و ۵۰۰ هزار", [("number", Decimal(2500000))]),
        ("en", "2.5 million", [("number", Decimal(2500000))]),
        ("en", "10k, $1.2M, £5m, 5m", [("number", Decimal(n)) for n in (10_000, 1_200_000, 5_000_000, 5)]),
        ("en", "a 4K screen, 5MB", [("name", "4k"), ("name", "5mb")]),
        # Below zero.
        ("fa", "منفی ۵، -۵", [("number", Decimal(-5))] * 2),
        ("ar", "ناقص 5", [("number", Decimal(-5))]),
        ("en", "10 minus 5", [("number", Decimal(n)) for n in (10, 5)]),
        ("fa", "کلیدواژهٔ منفی ۵", [("number", Decimal(5))]),
        # Halves and other fractions.
        ("fa", "۲ و نیم، ۲ ساعت و نیم، ۲ میلیون و نیم", [("number", Decimal(n)) for n in ("2.5", "2.5", "2500000")]),
        ("fa", "نیم درصد، یک‌ونیم", [("hint", "0.5%"), ("hint", Decimal("1.5"))]),
        ("ar", "ساعة ونصف، ساعتين ونصف", [("hint", Decimal("1.5")), ("word", Decimal("2.5"))]),
        ("en", "an hour and a half, half a million", [("hint", Decimal("1.5")), ("word", Decimal(500_000))]),
        ("en", "1/2, 1½, 2 3/4", [("number", Decimal(n)) for n in ("0.5", "1.5", "2.75")]),
        ("fa", "۱/۵", [("number", Decimal("1.5"))]),
        ("fa", "۱۴۰۵/۰۸/۳۰", [on(2026, 11, 21)]),
        ("fa", "۱۴۰۵/۰۸", [("number", Decimal(1405)), ("number", Decimal(8))]),
        ("en", "24/7", [("number", Decimal(24)), ("hint", Decimal(7))]),
        # Words that are surely numbers.
        ("en", "two hundred and twenty-five", [("word", Decimal(225))]),
        ("fa", "دویست و بیست و پنج", [("word", Decimal(225))]),
        ("ar", "مئتان وخمسة وعشرون", [("word", Decimal(225))]),
        ("ar", "اثنا عشر، خمس عشرة، بأربعة", [("word", Decimal(n)) for n in (12, 15, 4)]),
        ("fa", "هفت‌تاست، بیست‌وپنج", [("word", Decimal(n)) for n in (7, 25)]),
        ("en", "two or three", [("hint", Decimal(2)), ("word", Decimal(3))]),
        # Words that may be: ordinals, fractions, parts of words.
        ("en", "the fifth, three quarters, a six-day week", [("hint", Decimal(n)) for n in ("5", "0.75", "6")]),
        ("fa", "پنجم، سه‌سطری، سه‌شنبه، نه", [("hint", Decimal(n)) for n in (5, 3, 3, 9)]),
        ("ar", "الخامس، ثلاثة أرباع، العشرين", [("hint", Decimal(n)) for n in ("5", "0.75", "20")]),
        ("fa", "دومین، نیم‌فاصله، شبانه‌روز", [("hint", Decimal(n)) for n in (2, 24)]),
        # Words that are none.
        ("ar", "لست أنت", []),
        ("fa", "ده‌ها ابزار و سهم هفتگی", [("hint", Decimal(10))]),
        ("en", "often, weight and sixty", [("word", Decimal(60))]),
        # Names, addresses.
        ("en", "+98 21 1234 5678, +44 20 1234 5678", [("name", "2112345678"), ("name", "+442012345678")]),
        ("fa", "۰۲۱-۱۲۳۴۵۶۷۸ ۲۴ ساعته", [("name", "2112345678"), ("number", Decimal(24))]),
        ("en", "GA4, B2B, 3.7.7", [("name", "ga4"), ("name", "b2b"), ("name", "3.7.7")]),
        ("en", "https://example.org/2026/5", []),
        ("fa", "CC BY 4.0", [("number", Decimal(4))]),
    ],
)
def test_what_a_text_speaks_of(language, text, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *[("en", text) for text in ("6 April 2023", "April 6, 2023", "6th of April 2023", "2023-04-06", "6 Apr 2023")],
        *[("fa", text) for text in ("۶ آوریل ۲۰۲۳", "۱۷ فروردین ۱۴۰۲", "۱۴۰۲/۰۱/۱۷", "۱۷ فروردین سال ۱۴۰۲")],
        *[("ar", text) for text in ("6 أبريل 2023", "6 نيسان 2023", "٦ أبريل عام ٢٠٢٣", "6 من أبريل 2023")],
    ],
)
def test_a_day_has_many_forms(language, text):
    assert found(f"({text})", language) == [on(2023, 4, 6)]


def test_a_date_that_does_not_exist_is_no_date():
    assert [kind for kind, _ in found("31 April 2023", "en")] == ["number", "number"]


def spans(text: str, language: str) -> list[Span]:
    return [q.value for q in quantities(text, language) if isinstance(q.value, Span)]


@pytest.mark.parametrize(
    ("persian", "ours", "same"),
    [
        ("شهریور ۱۴۰۲", "August 2023", True),
        ("شهریور ۱۴۰۲", "September 2023", True),
        ("شهریور ۱۴۰۲", "October 2023", False),
        ("سپتامبر ۲۰۲۳", "September 2023", True),
        ("سپتامبر ۲۰۲۳", "August 2023", False),
        ("۳۰ آبان", "21 November", True),
        ("۳۰ آبان", "25 November", False),
        ("۳۰ آبان ۱۴۰۵", "November 2026", False),
        ("دههٔ ۱۳۷۰", "the 1990s", True),
        ("دههٔ ۱۳۷۰", "the 2000s", False),
        ("دههٔ ۱۳۶۰", "the 1990s", False),
    ],
)
def test_months_and_days_of_two_calendars_are_the_same_when_they_overlap(persian, ours, same):
    (left,), (right,) = spans(persian, "fa"), spans(ours, "en")

    assert left.meets(right) == right.meets(left) == same


@given(year=st.integers(1300, 1499))
def test_a_persian_year_lies_in_two_of_ours(year):
    ours = [y for y in range(1900, 2125) if year_span(year).meets(year_span(y))]

    assert ours == [year + 621, year + 622]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "000,",
        "1.",
        "a1-",
        "twenty ",
        "بیست و ",
        "million ",
        "1 May ",
        "ألف ",
        "1/2 ",
        "1/",
        "0 12",
        "+98 21",
        "½",
        "half ",
        "و نیم ",
        "minus ",
    ],
)
def test_a_long_line_is_read_in_linear_time(piece):
    times = []
    for size in (20_000, 40_000):
        text = piece * (size // len(piece))
        start = time.process_time()
        for language in LANGUAGES:
            quantities(text, language)
        times.append(time.process_time() - start)

    assert times[1] < 4 * times[0] + 2  # a quadratic step would take half a minute; the rest is for a busy machine
