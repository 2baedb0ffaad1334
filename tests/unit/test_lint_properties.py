"""What holds of the checker whatever the text: it repairs once and for all, and only what is prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharik.check.language import Checker
from sharik.problems import Problem
from sharik.text.lines import Lines
from sharik.text.lint.engine import Finding
from sharik.text.lint.extract import Language, markdown_places
from sharik.text.lint.names import conceal
from sharik.text.lint.passage import MASK

LOCALES = ("fa", "ar", "en")
DIGITS = {"fa": "arabext", "ar": "latn", "en": "latn"}
PAGE = "docs/page.md"

# Each with mistakes that the rules of its language know, and neighbours that make them hard.
WORDS = {
    "fa": "این کار را می شود انجام داد روش های تازه نکته ی مهم تر كتاب بازاريابي حتما کسب و کار آنرا رشد(مدیران) ق.م"
    " کتاب⟨ZWNJ⟩ کار⟨ZWNJ⟩ها می⟨ZWNJ⟩شود مصرفکننده التســويق ه⟨ZWJ⟩.ش بِسمِ ٱللّٰهِ ا⟨U+0653⟩ماده ﻣﺮﺣﺒﺎ ۀ ة",
    "ar": "التسويق الرقمى مهم و مفيد جداً إستخدمت التسویق للشرکات الت⟨ZWNJ⟩سويق الـ هـ إلى على في عام التســويق ﷺ"
    " مُدَّةٌ مُحَمَّدٌ رَسُولُ اللهِ ﺎﺒﺣﺮﻣ البيع و الشراء",
    "en": "Visit our web site for the e-mail online cafe⟨U+0301⟩ growth plan don’t A/B KPI",
}
NUMBERS = "25 25% ۲۵% ٪ ۲۵ % ١٢ ۱۲.۵ ۱,۲۰۰ 2025-11-21 ۱۴۰۴/۰۸/۳۰ 3.10.2 $12 -5 +98 21 1234 5678 #1 10:30"
MARKS = """. , ; ? ! : … ... .... !! ؟؟ ، ؛ ؟ ( ) « » “ ” " ' ’ [ ] { } / \\ - – — * ** _ | & = + ~ ^ @ #"""
RUNS = "C++ .NET @user SEO، SEM GPT-4 a@b.com https://example.com/a www.example.com #برچسب {count} {{ a }} {% b %}"
UNSEEN = "⟨NBSP⟩ ⟨ZWNJ⟩ ⟨ZWSP⟩ ⟨ZWJ⟩ ⟨RLM⟩ ⟨LRI⟩ ⟨PDI⟩ ⟨RLO⟩ ⟨BOM⟩ ⟨SHY⟩ ⟨U+FFFD⟩ ⟨U+0007⟩ ⟨U+2003⟩ ⟨LS⟩"
COMMON = (
    *NUMBERS.split(), *MARKS.split(), *RUNS.split(), *map(conceal, UNSEEN.split()),
    *("`می شود  x`", "``a ` b``", "[اینجا](a.md)", '[متن](a.md "عنوان  ها")', "![](a.png)", "![تصویر , ها](a.png)"),
    *("<b>", "</b>", "<br/>", "<!-- می شود , -->", "<!-- lint-ok P202 FA107 -->", '<span class="a , b">', "&nbsp;"),
    *("[^1]", "[^1]: ", "{.class  a}", "{% raw %}", "*مهم*", "_مهم_", "**مهم**", "*[SEO]: x", "[a]: http://b.c"),
    *("👨\u200d👩\u200d👧", "❤️\u200d🔥", "😀", "é", "Ã©", "Ø§Ù„", "ﷲ", "﴿ نص ﴾", "ﬁ", "ـ", "ـها", "\u0654", "\u064b"),
)  # fmt: skip
BLOCKS = (
    "```\nمی شود , x\n```",
    "~~~ css\na { b: c; }\n~~~",
    "# عنوان:",
    "## Title: {#id}",
    "!!! note \"عنوان , ها\"",
    "=== \"زبانه ی یک\"",
    "| a | ب ها |\n|---|:---|\n| می شود  | ( x ) |",
    "- مورد , یک",
    "۱. یک",
    "• دو",
    "1- x",
    "> نقل قول , ها",
    ":   تعریف",
    "    کد , ها",
    "",
)  # fmt: skip
GLUE = st.sampled_from([" ", " ", " ", "", "  ", "\n", "\n\n", "\t", "    "])
SIGNS = 'ابهیويىكةآأـw1۱٣ .,،؛؟!:()«»"“”*_`[]{}<>|#-\\\n\u200c\u200d\u064b\u0654\u00a0'
NOISE = st.text(alphabet=SIGNS, max_size=30)


def texts(locale: str) -> st.SearchStrategy[str]:
    """Pieces of a page in `locale`, in any order, with anything between them."""
    words = st.sampled_from([*conceal(WORDS[locale]).split()])
    block = st.sampled_from(BLOCKS).map(lambda block: f"\n\n{block}\n\n")
    piece = st.one_of(words, words, st.sampled_from(COMMON), block, NOISE)
    return st.lists(st.tuples(piece, GLUE), max_size=14).map(lambda pieces: "".join(p + g for p, g in pieces))


PAGES = st.sampled_from(LOCALES).flatmap(lambda locale: st.tuples(st.just(locale), texts(locale)))
FRONT = st.sampled_from(
    [
        "",
        "---\ntitle: می شود, x\nsummary: >\n  روش\n  های تازه\n---\n",
        '---\ntitle: "a\\u00a0b, \\"c ها\\""\n---\n',
        "---\ntitle: |\n  روش های, 'یک'\n  «دو\n---\n",
    ]
)


@pytest.fixture(scope="module")
def found(checker: Checker):
    """What the rules find in a page."""

    def find(locale: str, text: str) -> list[Finding]:
        language = Language(locale, DIGITS[locale])
        return checker.linter.lint(markdown_places(text, language, lambda keys: language))

    return find


def region(problem: Problem, text: str) -> tuple[int, int]:
    """From where to where the repair of `problem` replaces characters of `text`."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    assert problem.fix is not None
    fix = problem.fix
    return starts[fix.line - 1] + fix.column - 1, starts[fix.end_line - 1] + fix.end_column - 1


def prose_of(locale: str, text: str) -> set[int]:
    """The places of all characters that are prose: of the body, the alt texts and the titles of blocks."""
    places = markdown_places(text, Language(locale), lambda keys: None)
    return {place.at(i) for place in places for i, sign in enumerate(place.passage.prose) if sign != MASK}


@settings(max_examples=200, derandomize=True)
@given(page=PAGES, front=FRONT)
def test_a_repaired_text_needs_no_repair(page, front, checker):
    locale, body = page
    once = checker.repaired(PAGE, front + body, locale)

    assert [problem for problem in checker.problems(PAGE, once, locale) if problem.fix] == []
    assert checker.repaired(PAGE, once, locale) == once


@settings(max_examples=200, derandomize=True)
@given(page=PAGES, front=FRONT)
def test_a_repair_keeps_the_lines_and_leaves_a_text_without_findings_alone(page, front, checker):
    locale, body = page
    text = front + body
    once = checker.repaired(PAGE, text, locale)

    assert once.count("\n") == text.count("\n")
    assert once == text or any(problem.fix for problem in checker.problems(PAGE, text, locale))


@settings(max_examples=200, derandomize=True)
@given(page=PAGES)
def test_no_repair_touches_what_is_not_prose(page, checker):
    locale, text = page
    prose = prose_of(locale, text)
    for problem in checker.problems(PAGE, text, locale):
        if problem.fix:
            start, end = region(problem, text)
            assert prose.issuperset(range(start, end)), problem


@settings(max_examples=200, derandomize=True)
@given(page=PAGES)
def test_a_finding_says_where_it_is(page, found):
    locale, text = page
    lines = text.split("\n")
    for finding in found(locale, text):
        line, column = Lines(text).place(finding.start)
        assert "\n".join(lines[line - 1 :])[column - 1 :].startswith(finding.found)
        assert text[finding.start : finding.end] == finding.found
