"""The engine: where a finding stands, what is waived, and how repairs are put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from sharik.model.rules import Rule
from sharik.text.lines import Lines
from sharik.text.lint.engine import Finding, Linter, Place, repair, unwaived, waivers
from sharik.text.lint.names import conceal
from sharik.text.lint.passage import MASK, Hit, Passage

ROOT = Path(__file__).resolve().parents[2]


def rule(code: str, *, repairs: bool = True, locales: tuple[str, ...] = ("en",), severity: str = "error") -> Rule:
    return Rule(id=code, severity=severity, locales=list(locales), repairs=repairs)


def passage(text: str, prose: str | None = None, locale: str = "en") -> Passage:
    return Passage(text, text if prose is None else prose, locale)


def linter(*hits: Hit, code: str = "P201", **more) -> Linter:
    return Linter({code: rule(code, **more)}, {code: lambda passage: iter(hits)})


def finding(start: int, end: int, right: str | None, code: str = "P201") -> Finding:
    return Finding(start, end, code, "", right, right, "error", "en")


# Where it stands


def test_a_finding_stands_where_its_passage_does():
    (found,) = linter(Hit(2, 4, "x")).lint([Place(passage("abcdef"), 10)])

    assert found == Finding(12, 14, "P201", "cd", "x", "x", "error", "en")


def test_findings_come_in_the_order_of_the_file():
    hits = linter(Hit(4, 5), Hit(0, 1), Hit(0, 3))
    found = hits.lint([Place(passage("abcdef"), 10), Place(passage("abcdef"), 0)])

    assert [f[:2] for f in found] == [(0, 1), (0, 3), (4, 5), (10, 11), (10, 13), (14, 15)]


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("a\nbc", 0, (1, 1)),
        ("a\nbc", 1, (1, 2)),
        ("a\nbc", 3, (2, 2)),
        ("", 0, (1, 1)),
        ("😀x", 1, (1, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_lines_and_columns_count_from_one_in_characters(text, offset, place):
    assert Lines(text).place(offset) == place


def test_a_rule_reads_only_its_languages():
    found = linter(Hit(0, 1), locales=("fa", "ar"))

    assert [len(found.lint([Place(passage("abc", locale=locale))])) for locale in ("fa", "ar", "en")] == [1, 1, 0]


# What is repaired


def test_without_repairs_what_is_right_is_advice():
    (found,) = linter(Hit(0, 1, "x"), repairs=False).lint([Place(passage("abc"))])

    assert (found.right, found.advice) == (None, "x")


def test_what_is_masked_is_told_but_not_repaired():
    (found,) = linter(Hit(0, 3, "x")).lint([Place(passage("abc", f"a{MASK}c"))])

    assert (found.right, found.advice) == (None, "x")


def test_what_is_parted_or_meant_in_the_file_is_told_but_not_repaired():
    parted = Place(passage("ab cd"), 0, [0, 1, 2, 9, 10], frozenset({2}))
    found = linter(Hit(0, 2, "x"), Hit(1, 4, "x"), Hit(2, 3, "x"), Hit(3, 5, "x")).lint([parted])

    assert [(f.start, f.end, f.right) for f in found] == [(0, 2, "x"), (1, 10, None), (2, 3, None), (9, 11, "x")]


def test_a_repair_never_joins_lines():
    (found,) = linter(Hit(0, 3, "x")).lint([Place(passage("a\nc"))])

    assert found.right is None


def test_repairs_of_one_place_are_made_one_after_the_other():
    def findings(text: str) -> list[Finding]:
        first = [finding(text.index("ab"), text.index("ab") + 2, "x")] if "ab" in text else []
        second = [finding(text.index("bc"), text.index("bc") + 2, "y")] if "bc" in text else []
        return first + second

    assert repair("abc", findings) == "xc"
    assert repair("ab bc", findings) == "x y"


def test_repairs_that_make_room_for_others_are_followed_up():
    assert repair("aaaa", lambda text: [finding(0, 2, "a")] if len(text) > 1 else []) == "a"


def test_repairs_that_never_end_are_given_up():
    assert len(repair("a", lambda text: [finding(0, 1, "aa")])) < 100


def test_a_text_without_repairs_is_the_same():
    assert repair("abc", lambda text: [finding(0, 1, None)]) == "abc"


# Waivers


@pytest.mark.parametrize(
    ("text", "waived"),
    [
        ("a <!-- lint-ok P201 -->", {1: {"P201"}}),
        ("a\nb <!-- lint-ok P201, FA107 P202 -->\nc", {2: {"P201", "FA107", "P202"}}),
        ("a: b # lint-ok P201", {1: {"P201"}}),
        ("a <!-- lint-ok P201 --> <!-- lint-ok P202 -->", {1: {"P201", "P202"}}),
        ("a <!-- lint-ok numbers-differ -->", {1: {"numbers-differ"}}),
        ("a <!--lint-ok P201-->", {1: {"P201"}}),
        ("a <!-- lint-ok -->", {}),
        ("a <!-- lint-ok UNI003 UNI004 -->", {1: set()}),
    ],
)
def test_a_comment_waives_codes_on_its_line(text, waived):
    found = waivers(text, Lines(text))

    assert found == waived


def test_what_is_waived_is_not_told_and_not_repaired(checker):
    text = "متن, یک <!-- lint-ok P201 -->\nمتن, دو\n"

    assert [(p.code, p.line) for p in checker.problems("docs/page.md", text, "fa")] == [("P201", 2)]
    assert checker.repaired("docs/page.md", text, "fa") == text.replace("متن, دو", "متن، دو")


def test_a_waiver_is_for_its_codes_alone():
    text = "a <!-- lint-ok P202 -->"
    findings = [finding(0, 1, None), finding(0, 1, None, "P202")]

    assert [f.code for f in unwaived(findings, text, Lines(text))] == ["P201"]


def test_an_attack_is_never_waived(checker):
    text = "a \u202eb\u202c <!-- lint-ok UNI003 UNI004 -->\n"

    assert {p.code for p in checker.problems("docs/page.md", text, "en")} == {"UNI003"}


# What is told


def test_a_finding_is_told_in_the_language_of_the_text(checker):
    texts = {"fa": "سفر\u00a0مشتری.", "ar": "رحلة\u00a0العميل.", "en": "The\u00a0journey."}
    problems = {locale: checker.problems("docs/page.md", text, locale)[0] for locale, text in texts.items()}

    assert [(p.code, p.severity, p.line, p.column) for p in problems.values()] == [
        ("UNI008", "warning", 1, 4), ("UNI008", "warning", 1, 5), ("UNI008", "warning", 1, 4),
    ]  # fmt: skip
    assert all("⟨NBSP⟩" in problem.message for problem in problems.values())
    assert problems["fa"].hint.startswith("بنویسید: «⟨SP⟩»")
    assert problems["ar"].hint.startswith("اكتب: «⟨SP⟩»")
    assert problems["en"].hint.startswith("Write “⟨SP⟩”.")
    assert [locale for locale, p in problems.items() if p.hint.endswith("house-style/#uni008")] == ["fa", "ar", "en"]


def test_what_is_to_go_is_told_as_such(checker):
    (problem,) = checker.problems("docs/page.md", "a\u200bb", "en")

    assert problem.hint.startswith("Delete it.")
    assert problem.fix is not None
    assert problem.fix == (1, 2, 1, 3, "")


def test_what_only_a_person_can_tell_comes_with_an_example(checker):
    (problem,) = checker.problems("docs/page.md", "![](a.png)", "en")

    assert problem.fix is None
    assert problem.hint.startswith("A right example: ![")


def test_a_long_finding_is_cut(checker):
    (problem,) = checker.problems("docs/page.md", "به https://example.com/" + "a" * 500 + " بروید.", "fa")

    assert len(problem.message) < 200
    assert "…" in problem.message


# Speed that costs nothing


def test_no_trigger_hides_a_finding(checker):
    """A rule that finds something in a text finds one of the characters that trigger it."""
    text = (ROOT / "data/house-style/fa.yml").read_text(encoding="utf-8")
    text += "".join((ROOT / f"data/house-style/{code}.yml").read_text(encoding="utf-8") for code in ("ar", "en"))
    lines = [conceal(line.partition(": ")[2].strip('"')) for line in text.split("\n") if ": " in line]
    hidden = [
        (code, line)
        for line in lines
        for code, trigger in checker.linter.triggers.items()
        for locale in checker.linter.rules[code].locales
        if not trigger.search(line) and list(checker.linter.checks[code](Passage(line, line, locale, markdown=True)))
    ]

    assert len(lines) > 300
    assert hidden == []
