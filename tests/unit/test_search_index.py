"""What the index of a language knows: which words lead where, how strongly, and which mean one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.model.search import SearchWords
from sharik.search.analyzer import Analyzer
from sharik.search.documents import Found, Place
from sharik.search.index import LEVELS, Index, build_index, heads, index_of, level

FIELDS = ("title", "names", "summary", "text")


@pytest.fixture
def build(base):
    """build(place, …): the index of a page with these places; or of `pages`."""

    def make(*places: Place, pages=(), **words: object) -> Index:
        found = pages or [Found("x.md", "x/", "article", places)]
        return build_index(found, SearchWords.model_validate(words), [], base.search.structure, "en")

    return make


def place(**fields: object) -> Place:
    return Place(**{"anchor": "", "title": "", "text": "", **fields})


def test_a_word_leads_to_every_place_that_has_it(build):
    index = build(place(title="Budget"), place(text="No budgets"), place(text="Nothing"))

    assert list(index.postings["budget"]) == [0, 1]


def test_places_are_numbered_through_all_pages(build):
    pages = [
        Found("a.md", "a/", "article", (place(title="one"), place(title="two"))),
        Found("b.md", "b/", "page", (place(title="two"),)),
    ]
    index = build(pages=pages)

    assert {stem: list(places) for stem, places in index.postings.items()} == {"one": [0], "two": [1, 2]}
    assert [each.title for each in index.places] == ["one", "two", "two"]


def test_words_are_sorted(build):
    assert list(build(place(text="zebra apple moon")).postings) == ["apple", "moon", "zebra"]


def test_a_title_tells_more_than_other_names_these_more_than_a_summary_and_that_more_than_a_text(build):
    values = {"names": ("budget",)}
    index = build(*(place(**{name: values.get(name, "budget")}) for name in FIELDS), place(asked=("budget",)))
    levels = [index.postings["budget"][number] for number in range(len(FIELDS))]

    assert levels == sorted(levels, reverse=True)
    assert levels[0] > levels[-1]
    assert levels[0] > index.postings["budget"][len(FIELDS)] > 0


def test_a_word_counts_more_in_a_short_text_and_more_often_said(build):
    index = build(place(text="budget"), place(text="budget" + " word" * 60), place(text="budget " * 8))
    short, long, often = index.postings["budget"].values()

    assert long < short < often


@given(a=st.floats(0, 1e9), b=st.floats(0, 1e9))
def test_a_level_never_falls_as_the_weight_grows(a, b):
    low, high = sorted([a, b])

    assert 1 <= level(low) <= level(high) <= LEVELS


def test_words_too_common_count_in_titles_alone(build):
    index = build(place(title="The shop", text="the sign", summary="of the"))

    assert {stem: list(places) for stem, places in index.postings.items()} == {"the": [0], "shop": [0], "sign": [0]}


def test_names_do_not_run_into_each_other(build):
    index = build(place(names=("cost per", "action plan"), asked=("how much", "can I pay")), place(text="x"))

    assert {"cost", "per", "action", "plan", "much", "pay"} <= set(index.postings)


def test_an_index_of_nothing_is_empty(build):
    assert (build().postings, build().places, build(synonyms=[["a", "b"]]).synonyms) == ({}, [], ())


# Forms and synonyms


def test_irregular_forms_are_filed_under_the_first_of_their_row(build):
    index = build(place(text="two mice"), place(text="a mouse"), forms=[["mouse", "mice"]])

    assert list(index.postings["mouse"]) == [0, 1]
    assert (index.same, "mice" in index.postings) == ({"mice": "mouse"}, False)


def test_forms_that_a_rule_finds_need_no_line(base):
    words = SearchWords(forms=[["mouse", "mouses", "mice"]])

    assert heads(words, Analyzer(base.search.structure, "en")) == {"mice": "mouse"}


def test_forms_of_words_that_no_text_has_stay_out_of_the_browser(build):
    assert build(place(text="cat"), forms=[["mouse", "mice"]]).same == {}


def test_a_phrase_that_the_texts_say_is_led_to_by_its_other_names(build):
    index = build(place(text="opening hours"), synonyms=[["opening hours", "time of day", "schedule"]])

    assert index.synonyms == ((("open", "hour"), ("time", "day"), ("schedule",)),)


@pytest.mark.parametrize(
    "row",
    [
        ["closing hours", "schedule"],  # the texts do not say it
        ["the", "hours"],  # nothing is left of it
        ["hours", "of the"],  # nothing is left of the others
        ["hours", "hour", "the hours"],  # all the same
    ],
)
def test_a_row_that_would_lead_nowhere_is_left_out(build, row):
    assert build(place(text="opening hours"), synonyms=[row]).synonyms == ()


def test_the_glossary_brings_its_names_along(base):
    assert index_of(base, "en").synonyms[0] == (("cost", "per", "action"), ("cpa",), ("cost", "per", "acquisition"))


def test_the_index_of_a_language_holds_what_is_said_in_it(base):
    index = index_of(base, "fa")

    assert [index.places[number].anchor for number in index.postings["سود"]] == ["margin"]
    assert index.same == {"قیم": "قیمت"}
    assert (("ساعت", "کار"), ("زمان", "باز", "بودن")) in index.synonyms


def test_a_text_in_another_language_is_in_no_index_but_its_own(base):
    pages = {key: page for key, page in base.pages.items() if key != ("ar", "articles/first-steps.md")}
    gap = replace(base, pages=pages)

    assert len(index_of(gap, "ar").places) == len(index_of(base, "ar").places) - 4
    assert index_of(gap, "fa") == index_of(base, "fa")


def test_a_language_without_any_page_has_an_empty_index(base):
    pages = {key: page for key, page in base.pages.items() if key[0] != "ar"}

    assert index_of(replace(base, pages=pages), "ar").postings == {}
