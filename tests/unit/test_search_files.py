"""The files of an index: every part of it is in one of them."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.search import files as module
from sharik.search.encode import encode_postings
from sharik.search.files import index_files, shown_text
from sharik.search.index import index_of

_LINE = re.compile(r'sharikSearch\.take\("([^"]+)",(.*)\)\n', re.S)


def read(text: str) -> tuple[str, object]:
    """The name of a file and what it holds, as a browser would take them."""
    match = _LINE.fullmatch(text)
    assert match
    return match[1], json.loads(match[2])


@pytest.fixture
def files(base, monkeypatch):
    """files(locale): what the files of an index hold, by name; parts are small, so that there are some."""
    monkeypatch.setattr(module, "TEXTS", 300)
    monkeypatch.setattr(module, "POSTINGS", 40)

    def make(locale: str) -> dict[str, object]:
        made = dict(index_files(index_of(base, locale), base.search.structure))
        held = dict(map(read, made.values()))
        assert [f"search/{name}.js" for name in held] == list(made)
        return held

    return make


def parts(held: dict[str, object], letter: str) -> list[object]:
    """The parts of a kind, in their order."""
    numbers = sorted(int(m[1]) for name in held if (m := re.fullmatch(rf"\w+\.{letter}(\d+)", name)))
    assert numbers == list(range(len(numbers)))
    [locale] = {name.partition(".")[0] for name in held}
    return [held[f"{locale}.{letter}{number}"] for number in numbers]


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_the_parts_hold_all_postings_and_start_where_they_say(files, base, locale):
    held = files(locale)
    runs = [part.split(" ") for part in parts(held, "p")]

    assert [each for run in runs for each in run] == [
        encode_postings(p) for p in index_of(base, locale).postings.values()
    ]
    assert held[locale]["parts"] == [sum(map(len, runs[:number])) for number in range(len(runs))]
    assert len(runs) > 2


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_the_parts_hold_all_texts_and_start_where_they_say(files, base, locale):
    held = files(locale)
    runs = parts(held, "t")
    places = index_of(base, locale).places

    assert [each for run in runs for each in run] == [[p.anchor, p.title, shown_text(p)] for p in places]
    assert held[locale]["texts"] == [sum(map(len, runs[:number])) for number in range(len(runs))]
    assert len(runs) > 2


def test_every_place_belongs_to_a_page(files, base):
    pages = files("en")["en"]["pages"]

    assert sum(count for *_, count in pages) == len(index_of(base, "en").places)
    assert ["en/glossary/", "term", "Glossary", 3] in pages


@given(values=st.lists(st.text("ab", max_size=12), max_size=30), limit=st.integers(1, 20))
def test_no_part_is_longer_than_allowed_unless_one_value_is(values, limit):
    runs = list(module._cut(values, len, limit))

    assert [value for run in runs for value in run] == values
    assert [run for run in runs if sum(map(len, run)) > limit and len(run) > 1] == []
    assert [run for run in runs if not run] == []


def test_other_names_are_a_row_a_line(files):
    assert "cost per action|cpa|cost per acquisition" in files("en")["en.words"].split("\n")


def test_the_browser_gets_the_rules_of_its_language_and_those_of_latin_words(files, base):
    rules = {code: files(code)[code]["rules"] for code in ("fa", "ar", "en")}
    english = [group.cut for group in base.search.structure.languages["en"].suffixes]

    assert [[group["cut"] for group in each["latin"]] for each in rules.values()] == [english] * 3
    assert rules["fa"]["apart"] == ["ها", "های"]
    assert (rules["fa"]["prefixes"], rules["ar"]["prefixes"]["cut"]) == (None, ["وال", "ال"])
    assert (len(rules["fa"]["keyboards"]), len(rules["ar"]["keyboards"]), len(rules["en"]["keyboards"])) == (2, 0, 2)
