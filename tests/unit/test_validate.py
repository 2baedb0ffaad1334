from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import Field, TypeAdapter

from sharik.model.diagram import DIAGRAM
from sharik.model.strict import Id, Strict, Text
from sharik.model.validate import validate, validate_as
from sharik.problems import Report
from sharik.source import parse_yaml


class Part(Strict):
    name: Text


class Thing(Strict):
    id: Id = "x"
    title: Text = "x"
    note: Annotated[str, Field(max_length=5)] = ""
    minutes: Annotated[int, Field(ge=1, le=9)] = 1
    weight: Literal["must", "could"] = "must"
    day: date = date(2026, 11, 21)
    tags: Annotated[list[Text], Field(min_length=1, max_length=2)] = ["x"]  # noqa: RUF012
    parts: list[Part] = []  # noqa: RUF012
    names: dict[str, Text] = {}  # noqa: RUF012


def problems_of(text: str) -> list[str]:
    report = Report()
    document = parse_yaml(text, "thing.yml", report)
    assert document is not None
    assert (validate(Thing, document, report) is None) == bool(report.problems)
    return [str(problem).replace("\n    ", " | ") for problem in report.problems]


def test_what_fits_becomes_a_model():
    report = Report()

    assert validate(Thing, parse_yaml("id: cpa-ceiling\nminutes: 3", "thing.yml", report), report) == Thing(
        id="cpa-ceiling", minutes=3
    )
    assert report.problems == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: 7", "1: invalid-value: title is 7 | Expected a text; put it in quotes."),
        ("title: ''", "1: invalid-value: title is '' | Expected a text that is not empty, of at least 1 characters."),
        ("note: too long", "1: invalid-value: note is 'too long' | Expected a text of at most 5 characters."),
        ("minutes: '3'", "1: invalid-value: minutes is '3' | Expected a whole number."),
        ("minutes: 0", "1: invalid-value: minutes is 0 | Expected a number of at least 1."),
        ("minutes: 10", "1: invalid-value: minutes is 10 | Expected a number of at most 9."),
        ("weight: most", "1: invalid-value: weight is 'most' | Expected one of 'must' or 'could'."),
        ("day: soon", "1: invalid-value: day is 'soon' | Expected a date such as 2026-11-21."),
        ("tags: x", "1: invalid-value: tags is 'x' | Expected a list: lines that start with a hyphen."),
        ("tags: []", "1: invalid-value: tags is list | Expected at least 1 entries."),
        ("tags: [a, b, c]", "1: invalid-value: tags is list | Expected at most 2 entries."),
        ("names: x", "1: invalid-value: names is 'x' | Expected keys with values below them."),
        ("parts: [x]", "1: invalid-value: parts.0 is 'x' | Expected keys with values below them."),
        ("- x", "1: invalid-value: the file is list | Expected keys with values below them."),
        ("names:\n  fa: ok\n  en: 7", "3: invalid-value: names.en is 7 | Expected a text; put it in quotes."),
        ("parts:\n  - {}", "2: missing-key: 'parts.0.name' is missing | Add the line 'name: …'."),
        ("tagz: [x]", "1: unknown-key: 'tagz' is not known here | Did you mean 'tags'?"),
        ("colour: red", "1: unknown-key: 'colour' is not known here | Remove it, or look for a misspelling."),
        (
            "id: No Id",
            "1: bad-id: 'No Id' is not an id"
            " | Use lower-case English letters, digits and hyphens, such as cpa-ceiling.",
        ),
    ],
)
def test_what_does_not_fit_is_said_in_our_words(text, problem):
    assert problems_of(text) == [f"thing.yml:{problem}"]


@pytest.mark.parametrize("id", ["a", "a1", "cpa-ceiling", "a-1-b"])
def test_an_id_is_words_joined_by_hyphens(id):
    assert problems_of(f"id: {id}") == []


@pytest.mark.parametrize("id", ["A", "1a", "a--b", "-a", "a-", "a_b", "a.b", "آ", "a b", "a\\n"])
def test_anything_else_is_no_id(id):
    assert [problem.split(": ")[1] for problem in problems_of(f'id: "{id}"')] == ["bad-id"]


def test_a_long_value_is_shown_in_part():
    (problem,) = problems_of(f"minutes: {'x' * 100}")

    assert problem == f"thing.yml:1: invalid-value: minutes is '{'x' * 56}… | Expected a whole number."


def test_all_problems_of_a_file_come_at_once():
    problems = problems_of("id: A\nminutes: 0\nmore: 1\nday: x")

    assert sorted(problem.split(":")[1] for problem in problems) == ["1", "2", "3", "4"]


def test_an_unknown_kind_is_told_whatever_it_says():
    """Braces in what an editor wrote are not read as places to fill."""
    report = Report()
    validate_as(DIAGRAM, parse_yaml("{schema: 1, id: x, kind: '{x} {'}", "x.yml", report), report)

    assert [(p.line, p.code) for p in report.problems] == [(1, "invalid-value")]
    assert "'{x} {'" in report.problems[0].hint


def test_types_without_names_of_keys_are_validated_too():
    report = Report()

    assert validate_as(TypeAdapter(list[int]), parse_yaml("[1, 2]", "x.yml", report), report) == [1, 2]
