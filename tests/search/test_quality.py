"""The judged queries that nobody tuned on: readers find what they need.

What is wrong with one of them is not printed: whoever changes the engine must not see these queries.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sharik.cli.find import read_override, results
from sharik.search.judged import mean, read_queries, score
from sharik.search.node import ask
from sharik.search.site import search_files
from sharik.urls import publication

QUERIES = Path(__file__).parent / "queries"
RECALL = {"fa": 0.97, "ar": 0.96, "en": 0.98}
EMPTY = 0.01


@pytest.fixture(scope="module")
def files(catalog):
    return dict(search_files(catalog, publication({}), read_override))


@pytest.fixture(scope="module")
def kept(files):
    """Locale -> the mean score of its kept half."""
    found = {}
    for locale in RECALL:
        judged = read_queries(QUERIES / f"{locale}.kept.tsv")
        answers = ask(files, [(each.query, locale) for each in judged])
        urls = [[result["url"] for result in results(answer)] for answer in answers]
        found[locale] = mean([score(each, shown) for each, shown in zip(judged, urls, strict=True)])
    return found


@pytest.mark.parametrize("locale", RECALL)
def test_the_first_five_results_are_what_readers_need(kept, locale):
    assert kept[locale].recall >= RECALL[locale]


@pytest.mark.parametrize("locale", RECALL)
def test_results_are_in_the_readers_language(kept, locale):
    assert kept[locale].mixed == 0


@pytest.mark.parametrize("locale", RECALL)
def test_hardly_a_query_is_left_without_results(kept, locale):
    assert kept[locale].empty <= EMPTY


@pytest.mark.parametrize("file", sorted(QUERIES.glob("*.tsv")), ids=lambda file: file.stem)
def test_every_judged_place_can_be_found(files, file):
    locale = file.name.partition(".")[0]
    texts = [text for path, text in files.items() if path.startswith(f"search/{locale}.t")]
    core = json.loads(files[f"search/{locale}.js"].partition(",")[2].removesuffix(")\n"))
    anchors = {row[0] for text in texts for row in json.loads(text.partition(",")[2].removesuffix(")\n"))}
    pages = {url for url, *_ in core["pages"]}
    places = {place for judged in read_queries(file) for place in (*judged.must, *judged.also)}

    assert {p for p in places if p.partition("#")[0] not in pages} == set()
    assert {p for p in places if "#" in p and p.partition("#")[2] not in anchors} == set()


@pytest.mark.parametrize("locale", RECALL)
def test_there_are_enough_queries_of_every_kind_in_both_halves(locale):
    tuned, kept = (read_queries(QUERIES / f"{locale}.{half}.tsv") for half in ("tune", "kept"))

    assert len(tuned) + len(kept) >= (60 if locale == "en" else 120)
    assert {judged.kind for judged in tuned} == {judged.kind for judged in kept}
    assert not {judged.query for judged in tuned} & {judged.query for judged in kept}
