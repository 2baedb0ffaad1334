"""Texts made to break the checker: the time grows with the text alone, and nothing crashes."""

from __future__ import annotations

import time

import pytest

from sharik.check.language import Checker
from sharik.text.lines import Lines
from sharik.text.lint.extract import Language, markdown_places

LOCALES = ("fa", "ar", "en")
PAGE = "docs/page.md"
SHORT, TIMES = 1_500, 4
MOST = 8  # generous: a linear text takes 4 times as long, a quadratic one 16
NOISE = 0.03  # seconds that a busy machine may add
LONG = 100_000

# With these in a text no quick look for a sign spares any of the patterns.
GATES = (
    "<!-- a -->\n!!! x\n??? y\n=== z\n[a]: b\n*[a]: b\n|-|\n<b></b> ![a](b) [a](b) [^a] {{a}} {%a%} {#a} {a}\n"
    ":// www. a@b #a «» “” () ،؟ ! % + * _ @ ١ ۱ ـ \u200c \u2066\u2069 ``` ~~~\n\n~~~\na\n~~~\n\n"
)
REPEATED = [
    *("`", "``` ``", "```\n", "~~~\n", "\\`", "<", "<a ", "</", "<!--", "<!-- -->", "[(", "[", "](", "!["),
    *("![](", "[^", "[a]:", "«", "«»", "»", "“", '"', "'", "’", "(", "()", "( ", "{{", "{", "{%", "{#"),
    *("|", "|-", "| a ", "a@", "a@a.", "#", "# ", "#a", ">", "> ", "\n", "\n\n", " ", "\t", " \n", "*"),
    *("*a ", "_", "_a ", "**", "- ", "\n- ", "-", "--", "+", "+1 ", "=", "~", "/", "\\", "a", "A ", "a."),
    *("a-", "C+", "0.", "1", "1,", "۱", "۱,", "۱.", "٪ ", "...", "…", "!", "؟", "،", "، A", ": ", "."),
    *("http://", "www.", "ب", "بِ", "ب ", "می ", "می\u200c", "ها ", "و ", "ال", "إست", "ى ", "ًا", "ـ"),
    *("ب\u200c", "کار ", "وب ", "web ", "site-", "e-", "\u200c", "\u200d", "\u200b", "\u2067", "\u2069"),
    *("\u202e", "\ufeff", "\xa0", "\ufe91", "\ufeee", "\ufdf2", "e\u0301", "ا\u0653", "\ufffd", "\x00"),
    *("Ø§", "â€™", "👨\u200d", "é", "lint-ok ", "lint-ok A ", "<!-- lint-ok FA107 -->", "---\n", "a: b\n"),
    *("۱. ", "• "),
]  # fmt: skip


def seconds(checker: Checker, text: str, locale: str) -> float:
    """How long the rules take, without what is said of each finding."""
    language = Language(locale, checker.locales[locale].digits)
    start = time.perf_counter()
    checker.linter.lint(markdown_places(text, language, lambda keys: language))
    return time.perf_counter() - start


def quickest(checker: Checker, piece: str, length: int, locale: str) -> float:
    text = GATES + (piece * length)[:length]
    return min(seconds(checker, text, locale) for _ in range(2))


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_the_time_grows_with_the_text_alone(piece, checker):
    for locale in LOCALES:
        seconds(checker, GATES + piece, locale)  # what is loaded once
        short, long = (quickest(checker, piece, length, locale) for length in (SHORT, SHORT * TIMES))
        if long >= MOST * short + NOISE:  # a busy machine is no bug: look once more
            short, long = (quickest(checker, piece, length, locale) for length in (SHORT, SHORT * TIMES))
        assert long < MOST * short + NOISE


@pytest.mark.parametrize(
    "opening", ["*", "_", "# :", "«ب", "[", "![a](", "[a](", "<a ", "`", "{", '"ب', "|", "۱,", "+1", "---\n"]
)
@pytest.mark.parametrize("filling", ["a", "ب", " ", "1", ".", "#", "ب ", "\t", "\\"])
def test_what_is_opened_once_and_never_closed_is_quick(opening, filling, checker):
    def took(length: int) -> float:
        return min(seconds(checker, f"{GATES}{opening}{filling * length}\x01", "fa") for _ in range(3))

    assert took(8_000) < MOST * took(2_000) + 3 * NOISE


@pytest.mark.parametrize("piece", ["ب ", "می شود ", "«", "a-", "<", "```\n", " ", "1,", "[a](b) ", "*ب* "], ids=ascii)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_line_of_a_hundred_thousand_characters(piece, locale, checker):
    start = time.perf_counter()
    checker.problems(PAGE, (piece * LONG)[:LONG], locale)

    assert time.perf_counter() - start < 120  # a quadratic rule takes many minutes


def test_right_prose_of_a_megabyte_stays_without_findings(checker):
    text = (
        "بازاریابی دیجیتال در ۴ گام، با `code` و [فهرست قیمت](a.md).\n\nEnglish too, **bold** and <b>tags</b>.\n\n"
        * 12_000
    )

    assert len(text.encode()) > 1_000_000
    assert checker.problems(PAGE, text, "fa") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "\x00\x01\x02",
        "---",
        "---\n---",
        "---\n\x07\n---\n",
        "---\na: &a [*a]\n---\n",
        "```",
        "```\n~~~\n```\n~~~\n```",
        "<div><p>a</div><!-- <b> -->",
        "<<<>>><!---->",
        "| a |\n|",
        "\u202e\u2066\u2067\u2068\u202d a \u2069",
        "\ud7ff\ue000\uffff\U0010ffff",
        "ﻢﻟﺎﻋ ﺎﺒﺣﺮﻣ",
        "«“«“",
        "!!! \"\n=== \"a\n??? ",
        "![\n](",
        "[]()",
        "# \n## :\n### {#a}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("locale", LOCALES)
def test_strange_texts_are_read_and_repaired_once(text, locale, checker):
    once = checker.repaired(PAGE, text, locale)

    assert checker.repaired(PAGE, once, locale) == once
    assert Lines(once).place(len(once))[0] == Lines(text).place(len(text))[0]


def test_html_in_html_is_masked_whole(checker):
    text = '<div class="a , b"><section title="c  d"><code>e , f</code> متن درست است.</section></div>\n'

    assert checker.problems(PAGE, text, "fa") == []
