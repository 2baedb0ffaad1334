"""What one language says, the others say too: numbers, links, images, notes, markers; nothing is left in English."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.check.leftovers import check_leftovers
from sharik.check.number_parity import Side, unmatched
from sharik.check.parity import check_parity
from sharik.check.sections import Number, prose_lines
from sharik.locales import DIGITS
from sharik.pages import Page, parse_page
from sharik.problems import Problem, Report
from sharik.text.numbers import quantities

ROOT = Path(__file__).resolve().parents[2]
FRONT = "---\ntitle: x\npublished: 2026-11-01\n---\n"


def side(text: str, language: str) -> Side:
    return Side(f"{language}.md", language, [Number(q, 1) for q in quantities(text, language)])


def differ(mine: tuple[str, str], theirs: tuple[str, str]) -> tuple[list[str], list[str]]:
    """The numbers, as written, that (text, language) and its source surely have not in common."""
    here, there = unmatched(side(*mine), side(*theirs))
    return [number.quantity.text for number in here], [number.quantity.text for number in there]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        pytest.param(("15 a day, 60 a week", "en"), ("روزی ۱۵، هفته‌ای ۶۰", "fa"), id="digits"),
        pytest.param(("five skills", "en"), ("۵ مهارت", "fa"), id="word-and-digits"),
        pytest.param(("In 12 weeks", "en"), ("خلال اثني عشر أسبوعًا", "ar"), id="digits-and-word"),
        pytest.param(("sales tripled", "en"), ("فروش سه برابر شد", "fa"), id="a-word-that-the-other-says-without-one"),
        pytest.param(("week four", "en"), ("هفتهٔ چهارم", "fa"), id="an-ordinal"),
        pytest.param(("يومان", "ar"), ("2 days", "en"), id="a-noun-that-says-two"),
        pytest.param(("of 100, 60; raise the 100", "en"), ("از ۱۰۰ نفر ۶۰", "fa"), id="a-repetition"),
        pytest.param(("in 2023", "en"), ("در سال ۱۴۰۲", "fa"), id="a-year-of-two-calendars"),
        pytest.param(("by 21 November 2026", "en"), ("تا ۳۰ آبان ۱۴۰۵", "fa"), id="a-day-of-two-calendars"),
        pytest.param(("10k", "en"), ("۱۰ هزار", "fa"), id="an-abbreviation"),
        pytest.param(("$1.2M", "en"), ("۱٫۲ میلیون", "fa"), id="an-abbreviation-of-money"),
        pytest.param(("1.5 hours", "en"), ("یک و نیم ساعت", "fa"), id="a-half-more"),
        pytest.param(("1.5 hours", "en"), ("ساعة ونصف", "ar"), id="a-half-more-than-a-noun"),
        pytest.param(("1.5 hours", "en"), ("۱/۵ ساعت", "fa"), id="a-slash-for-the-decimals"),
        pytest.param(("1/5 of it", "en"), ("۱/۵ آن", "fa"), id="a-slash-for-a-fraction"),
        pytest.param(("5/10", "en"), ("۵ از ۱۰", "fa"), id="a-slash-between-two-numbers"),
        pytest.param(("0.5%", "en"), ("نیم درصد", "fa"), id="half-a-share"),
        pytest.param(("half of them", "en"), ("۵۰٪ آن‌ها", "fa"), id="half-as-a-share"),
        pytest.param(("1/2", "en"), ("نصف", "ar"), id="half-in-digits"),
        pytest.param(("¾", "en"), ("سه چهارم", "fa"), id="a-fraction-in-one-sign"),
        pytest.param(("24/7", "en"), ("۲۴ ساعته", "fa"), id="all-day"),
        pytest.param(("24/7", "en"), ("شبانه‌روزی", "fa"), id="all-day-in-a-word"),
        pytest.param(("24/7", "en"), ("على مدار الساعة", "ar"), id="around-the-clock"),
        pytest.param(("a dozen", "en"), ("۱۲", "fa"), id="a-dozen"),
        pytest.param(("+98 21 1234 5678", "en"), ("۰۲۱-۱۲۳۴۵۶۷۸", "fa"), id="a-telephone-number"),
        pytest.param(("the 1990s", "en"), ("دههٔ ۱۳۷۰", "fa"), id="a-decade-of-two-calendars"),
        pytest.param(("التسعينيات", "ar"), ("دههٔ ۱۳۷۰", "fa"), id="a-decade-in-a-word"),
        pytest.param(("the 2nd", "en"), ("دومین", "fa"), id="an-ordinal-in-digits"),
        pytest.param(("2. Price", "en"), ("دوم: قیمت", "fa"), id="an-ordinal-with-a-full-stop"),
        pytest.param(("minus 5", "en"), ("منفی ۵", "fa"), id="below-zero"),
        pytest.param(("−5", "en"), ("ناقص 5", "ar"), id="below-zero-by-sign"),
        pytest.param(("5 people and half a page", "en"), ("۵ نفر، نیم صفحه", "fa"), id="half-of-something-else"),
        pytest.param(("ابزار Analytics", "fa"), ("GA4", "en"), id="a-name-that-is-left-out"),
    ],
)
def test_two_languages_may_say_a_number_in_their_own_way(mine, theirs):
    assert differ(mine, theirs) == differ(theirs, mine) == ([], [])


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (("20 orders", "en"), ("۳۰ سفارش", "fa"), (["20"], ["۳۰"])),
        (("20 orders", "en"), ("سفارش", "fa"), (["20"], [])),
        (("طلب", "ar"), ("۲۰ سفارش", "fa"), ([], ["۲۰"])),
        (("5%", "en"), ("۵", "fa"), (["5"], ["۵"])),
        (("four skills", "en"), ("پنج مهارت", "fa"), (["four"], ["پنج"])),
        (("6 skills", "en"), ("پنج مهارت", "fa"), (["6"], ["پنج"])),
        (("2 orders, one shop", "en"), ("۱ سفارش، دو مغازه", "fa"), (["2"], ["۱"])),
        (("21 November 2026", "en"), ("۲۹ آبان ۱۴۰۵", "fa"), (["21 November 2026"], ["۲۹ آبان ۱۴۰۵"])),
        (("in 2025", "en"), ("سال ۱۴۰۲", "fa"), (["2025"], ["۱۴۰۲"])),
        (("GA5", "en"), ("GA4", "fa"), (["GA5"], ["GA4"])),
        (("11k", "en"), ("۱۰ هزار", "fa"), (["11k"], ["۱۰ هزار"])),
        (("1.6 hours", "en"), ("یک و نیم ساعت", "fa"), (["1.6"], [])),
        (("1.6 hours", "en"), ("۱/۵ ساعت", "fa"), (["1.6"], ["۱/۵"])),
        (("5/10", "en"), ("۶ از ۱۰", "fa"), (["5/10"], ["۶", "۱۰"])),
        (("0.6%", "en"), ("نیم درصد", "fa"), (["0.6"], [])),
        (("24/8", "en"), ("24/7", "ar"), (["24/8"], ["24"])),
        (("13", "en"), ("یک دوجین", "fa"), (["13"], ["یک دوجین"])),
        (("1980s", "en"), ("دههٔ ۱۳۷۰", "fa"), (["1980s"], ["دههٔ ۱۳۷۰"])),
        (("3rd", "en"), ("دوم", "fa"), (["3"], [])),
        (("1/3", "en"), ("نصف", "fa"), (["1/3"], [])),
        (("+98 21 1234 5679", "en"), ("۰۲۱-۱۲۳۴۵۶۷۸", "fa"), (["+98 21 1234 5679"], ["۰۲۱-۱۲۳۴۵۶۷۸"])),
        (("5", "en"), ("منفی ۵", "fa"), (["5"], ["منفی ۵"])),
        (("-5", "en"), ("۵", "fa"), (["-5"], ["۵"])),
        (("12 thousand", "en"), ("۱۲ میلیون", "fa"), (["12 thousand"], ["۱۲ میلیون"])),
    ],
)
def test_a_wrong_number_is_found(mine, theirs, expected):
    assert differ(mine, theirs) == expected


def page(body: str, language: str) -> Page:
    parsed = parse_page(FRONT + body, language, "about.md", Report())
    assert parsed is not None
    return parsed


def problems(base: Catalog, *pages: Page) -> list[Problem]:
    """What the comparison says of these pages alone."""
    alone = replace(
        base,
        pages={(p.locale, p.path): p for p in pages},
        checklists={},
        guides={},
        diagrams={},
        glossary=replace(base.glossary, word_documents={}),
    )
    report = Report()
    check_parity(Path("/nowhere"), alone, report)
    check_leftovers(Path("/nowhere"), alone, report)
    return report.errors


def told(base: Catalog, english: str, persian: str) -> list[tuple[str, int]]:
    """(code, line below the front matter) of each problem of an English page."""
    return [(p.code, p.line - 4) for p in problems(base, page(english, "en"), page(persian, "fa"))]


def test_a_number_is_told_on_its_own_line(base):
    english, persian = "A\n\n## B {#b}\n\nC\n20 D", "ا\n\n## ب {#b}\n\n۳۰ ج\nد"

    assert told(base, english, persian) == [("numbers-differ", 6)]


def test_a_missing_number_is_told_at_the_heading_of_its_section(base):
    assert told(base, "A\n\n## B {#b}\n\nC", "ا\n\n## ب {#b}\n\n۳۰ ج") == [("numbers-differ", 3)]


def test_a_number_in_another_section_does_not_count(base):
    assert told(base, "20 A\n\n## B {#b}", "ا\n\n## ب {#b}\n۲۰") == [("numbers-differ", 1), ("numbers-differ", 3)]


def test_sections_beside_a_missing_heading_are_not_compared(base):
    english = "A\n\n## B {#b}\n\n7\n\n## D {#d}\n\n8"
    persian = "ا\n\n## ب {#b}\n\n۷\n\n## ج {#c}\n\n۹\n\n## د {#d}\n\n۸۸"

    assert told(base, english, persian) == [("numbers-differ", 9)]


@pytest.mark.parametrize(
    "line",
    [
        "`20` A",
        "[A](https://example.org/20)\n[A](https://example.org/30)",
        "A.[^20]\n\n[^20]: B.",
        "1. A\n2. B\n7. C",
        '!!! case "A 20"\n    B 30\n\n    C 40 [d](https://example.org)',
    ],
)
def test_what_is_no_number_of_the_text_is_not_compared(base, line):
    persian = re.sub(r"2(?=0)|7", "9", line) if "[" not in line else line

    assert told(base, line, persian) == []


@pytest.mark.parametrize(
    ("english", "persian", "expected"),
    [
        ("[A](a.md)", "[ا](b.md)", [("links-differ", 1)]),
        ("[A](a.md#x)", "[ا](./a.md#x)", []),
        ("[A](a.md) [B](b.md)", "[ب](b.md) [ا](a.md)", [("links-differ", 1)]),
        ("[A](https://a.org) [B](https://b.org)", "[ب](https://b.org) [ا](https://a.org)", []),
        ("A", "[ا](https://a.org)", [("links-differ", 1)]),
        ("![A](a.png)", "![ا](b.png)", [("images-differ", 1)]),
        ("A.[^a]\n\n[^a]: B.", "ا.[^b]\n\n[^b]: ب.", [("footnotes-differ", 1), ("footnotes-differ", 3)]),
        ("<!-- terms -->", "<!-- sources -->", [("markers-differ", 1)]),
        ("<!-- terms -->\n<!-- sources -->", "<!-- sources -->\n<!-- terms -->", [("markers-differ", 1)]),
    ],
)
def test_links_images_notes_and_markers_are_the_same(base, english, persian, expected):
    assert told(base, english, persian) == expected


def left_over(base: Catalog, persian: str, english: str = "") -> list[str]:
    return [p.code for p in problems(base, page(persian, "fa"), page(english, "en"))]


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("متن the price is not on the page متن", ""),
        ("Cancel", "Cancel"),
        ("ا\n\n## Offer  today {#a}", "A\n\n## offer today {#a}"),
        ("| قیمت | Delivery |", "| Price | Delivery |"),
    ],
)
def test_what_nobody_translated_is_found(base, persian, english):
    assert left_over(base, persian, english) == ["untranslated"]


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("در Google Ads API Help Center Pages", ""),  # a name
        ("گفت «the price is not on the page» و رفت", ""),
        ("`the price is not on the page`", "`the price is not on the page`"),
        ("[ا](the-price-is-not-on-the-page.md)", "[A](the-price-is-not-on-the-page.md)"),
        ("یک pull request با branch تازه", ""),
        ("| Google Ads | GA4 | CPA |", "| Google Ads | GA4 | CPA |"),
        ("GitHub", "GitHub"),
        ("sharik.json", "sharik.json"),
    ],
)
def test_names_quotations_and_code_may_stay_in_english(base, persian, english):
    assert left_over(base, persian, english) == []


@pytest.fixture(scope="module")
def ours() -> Catalog:
    """The repository itself."""
    return load_and_check(ROOT)[0]


def mutants(original: Page) -> Iterator[tuple[Page, int]]:
    """The page with one number changed, for each number of its prose, and the line of that number."""
    lines = original.body.split("\n")
    for line in prose_lines(original):
        for match in re.finditer(r"\d+", "" if line.case else line.text):
            system = next(system for system in DIGITS.values() if match[0][0] in system)
            changed = "".join(system[int(digit)] for digit in str(int(match[0]) + 1))
            i = line.line - original.body_line
            new = lines[i][: match.start()] + changed + lines[i][match.end() :]
            yield replace(original, body="\n".join([*lines[:i], new, *lines[i + 1 :]])), line.line


@pytest.mark.parametrize("name", ["customer-journey", "push-and-pull", "why-it-fails", "you-and-your-agency"])
@pytest.mark.parametrize("code", ["ar", "en"])
def test_each_changed_number_of_a_translation_is_told_on_its_line(ours, name, code):
    translation, source = ours.pages[code, f"articles/{name}.md"], ours.pages["fa", f"articles/{name}.md"]
    changed = list(mutants(translation))

    assert problems(ours, translation, source) == []
    assert len(changed) > 5
    for mutant, line in changed:
        assert ("numbers-differ", line) in {(p.code, p.line) for p in problems(ours, mutant, source)}


def test_each_changed_number_of_the_source_is_told_in_both_translations(ours):
    path = "articles/push-and-pull.md"
    translations = [ours.pages[code, path] for code in ("ar", "en")]
    for mutant, _ in mutants(ours.pages["fa", path]):
        paths = {problem.path for problem in problems(ours, mutant, *translations)}

        assert paths == {translation.source for translation in translations}


@pytest.mark.parametrize("piece", ["a ", '"', "«a", "{", "a.", "[^a", "](", "<!--", "2 ", "five "])
def test_long_lines_are_compared_in_linear_time(base, piece):
    times = []
    for size in (25_000, 50_000):
        line = piece * (size // len(piece))
        persian, english = replace(page("", "fa"), body=line), replace(page("", "en"), body=line[::-1])
        start = time.process_time()
        problems(base, persian, english)
        times.append(time.process_time() - start)

    assert times[1] < 4 * times[0] + 0.2
