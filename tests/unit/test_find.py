"""`find`: what a reader of the base gets, from the engine that browsers run."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharik.cli import main
from sharik.search.node import NoNodeError

ROOT = Path(__file__).resolve().parents[2]
FIND = sys.modules["sharik.cli.find"]


@pytest.fixture(autouse=True)
def repository(base_folder, monkeypatch) -> Path:
    """The base with the interface texts and the engine of the repository."""
    for folder in ("data/messages", "overrides/search", "overrides/css"):
        shutil.copytree(ROOT / folder, base_folder / folder, dirs_exist_ok=True)
    monkeypatch.setattr(FIND, "ROOT", base_folder)
    return base_folder


def find(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["find", *arguments])


def found(*arguments: str) -> dict[str, object]:
    result = find(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def urls(*arguments: str) -> list[str]:
    return [result["url"] for result in found(*arguments)["results"]]


@pytest.mark.parametrize(
    ("query", "locale", "url"),
    [
        ("هزینهٔ هر اقدام", "fa", "glossary/#cpa"),
        ("هزينه هاي هر اقدام", "fa", "glossary/#cpa"),
        ("مجرا", "fa", "glossary/#channel"),
        ("تكلفة الإجراء", "ar", "ar/glossary/#cpa"),
        ("cost per acquisition", "en", "en/glossary/#cpa"),
        ("door shut", "en", "en/checklists/opening/#hours"),
        ("margin", "en", "en/articles/first-steps/#margin"),
        ("about sharik", "en", "en/about/"),
    ],
)
def test_the_best_place_comes_first(query, locale, url):
    assert urls(query, "--locale", locale)[0] == url


def test_without_a_language_it_is_the_first():
    answer = found("سود")

    assert answer["locale"] == "fa"
    assert [result["locale"] for result in answer["results"]] == ["fa"] * len(answer["results"]) != []


def test_a_result_tells_where_it_leads_and_what_stands_there():
    [result] = found("mahrgin", "--locale", "en")["results"]

    assert result == {
        "url": "en/articles/first-steps/#margin",
        "page": "en/articles/first-steps/",
        "kind": "article",
        "locale": "en",
        "title": 'The "first" steps',
        "section": "Margin",
        "text": "Goods Margin Bread 4",
    }


def test_what_only_another_language_has_is_found_elsewhere():
    answer = found("مجرا", "--locale", "en")

    assert answer["results"] == []
    assert "glossary/#channel" in [result["url"] for result in answer["elsewhere"]]


def test_what_nobody_says_is_not_found():
    answer = found("xyzzyq", "--locale", "en")

    assert (answer["count"], answer["results"], answer["elsewhere"]) == (0, [], [])


@pytest.mark.parametrize("query", ["", "   ", "?!", "\u200c", "constructor", "constructory", "<b>", "a" * 5000])
@pytest.mark.parametrize("locale", ["fa", "en"])
def test_a_strange_query_has_an_answer(query, locale):
    assert found(query, "--locale", locale)["results"] == []


def test_as_many_places_come_as_are_wanted():
    assert len(urls("price", "--locale", "en", "--limit", "2")) == 2 < len(urls("price", "--locale", "en"))


def test_for_people_it_is_told_in_words():
    result = find("margin", "--locale", "en")
    lines = result.stdout.splitlines()

    assert result.exit_code == 0
    assert lines[0].endswith("found for margin (English)")
    assert lines[2:5] == [
        'The "first" steps > Margin',
        "  en article /en/articles/first-steps/#margin",
        "  Goods Margin Bread 4",
    ]


def test_a_keyboard_that_was_not_switched_is_understood():
    answer = found("s,n", "--locale", "fa")

    assert (answer["instead"], answer["results"][0]["url"]) == ("سود", "articles/first-steps/#margin")
    assert find("s,n", "--locale", "fa").stdout.splitlines()[1] == "  typed as: سود"


def test_an_unknown_language_is_wrong_use():
    result = find("x", "--locale", "tr")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no language 'tr'; known: fa, ar, en" in result.stderr


def test_with_problems_in_the_content_nothing_is_found(repository):
    (repository / "data/search/rules.yml").unlink()
    result = find("x")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "data/search/rules.yml:1: missing-file" in result.stderr


def test_without_node_it_says_what_is_missing(monkeypatch):
    def none(*_: object, **__: object) -> None:
        raise NoNodeError("no Node")

    monkeypatch.setattr(FIND, "ask", none)
    result = find("x")

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", "no Node\n")
