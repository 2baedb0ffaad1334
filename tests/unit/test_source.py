from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.problems import Report
from sharik.source import parse_yaml, read_text

NESTED = """\
title: x
groups:
  - id: a
    items:
      - id: b
        raci: {owner: A}
      -
        id: c
"""


def parse(text: str, **settings):
    report = Report()
    return parse_yaml(text, "file.yml", report, **settings), [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("title",), 1),
        (("groups",), 2),
        (("groups", 0), 3),
        (("groups", 0, "items"), 4),
        (("groups", 0, "items", 0, "id"), 5),
        (("groups", 0, "items", 0, "raci", "owner"), 6),
        (("groups", 0, "items", 1, "id"), 8),
        ((), 1),
    ],
)
def test_every_value_knows_its_line(location, line):
    document, _ = parse(NESTED)

    assert document.line(*location) == line


def test_what_is_not_there_has_the_line_of_what_encloses_it():
    document, _ = parse(NESTED)

    assert document.line("groups", 0, "items", 0, "weight") == 5
    assert document.line("nothing", "at", "all") == 1


def test_front_matter_counts_from_its_own_first_line():
    document, problems = parse("title: x\ndate: 2026-02-30\n", first_line=2)

    assert document.line("title") == 2
    assert problems[0].startswith("file.yml:3: yaml-syntax: '2026-02-30' cannot be read")


def test_values_have_the_kinds_of_yaml():
    document, problems = parse("a: 1\nb: 1.5\nc: true\nd: 2026-11-21\ne: '1'\nf:\ng: [x]\n")

    assert problems == []
    day = date(2026, 11, 21)
    assert document.value == {"a": 1, "b": 1.5, "c": True, "d": day, "e": "1", "f": None, "g": ["x"]}


def test_keys_are_texts_even_when_yaml_takes_them_for_something_else():
    document, _ = parse("no: a\n1: b\n2026-11-21: c\n")

    assert document.value == {"no": "a", "1": "b", "2026-11-21": "c"}


def test_the_first_of_two_equal_keys_stays():
    document, problems = parse("a: 1\na: 2\n")

    assert document.value == {"a": 1}
    assert problems == ["file.yml:2: duplicate-key: the key 'a' stands here twice\n    Remove one of the two."]


def test_an_alias_is_a_problem_and_no_value():
    document, problems = parse("a: &x [1]\nb: *x\n")

    assert document.value == {"a": [1], "b": None}
    assert [problem.split(": ")[1] for problem in problems] == ["yaml-alias"]


@pytest.mark.parametrize("value", ["!!int ''", "!!bool x", "!!timestamp x", "!!float ''", "!!python/name:os x"])
def test_a_tag_that_does_not_fit_is_a_problem(value):
    document, problems = parse(f"a: {value}\n")

    assert document.value == {"a": None}
    assert [problem.split(": ")[:2] for problem in problems] == [["file.yml:1", "yaml-syntax"]]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@? \n\t0.e"))
def test_no_text_makes_the_reader_fall_over(text):
    """A text that is not YAML is a problem, with a line inside the text."""
    report = Report()
    document = parse_yaml(text, "file.yml", report)

    assert document is not None or report.problems != []
    assert all(1 <= problem.line <= len(text.splitlines()) + 2 for problem in report.problems)


def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path):
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")

    assert read_text(tmp_path, "a", Report()) == "one\ntwo\nthree\n"


def test_what_is_not_utf8_is_told_with_its_line(tmp_path):
    (tmp_path / "a").write_bytes("one\ntwo\ncafé".encode("latin-1"))
    report = Report()

    assert read_text(tmp_path, "a", report) is None
    assert str(report.problems[0]) == "a:3: encoding: this file is not UTF-8 here\n    Save it as UTF-8."


def test_a_missing_file_is_a_problem(tmp_path):
    report = Report()

    assert read_text(tmp_path, "a.yml", report) is None
    assert [(p.path, p.line, p.code) for p in report.problems] == [("a.yml", 1, "missing-file")]
