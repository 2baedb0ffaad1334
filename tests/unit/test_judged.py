"""Judged queries, and how a list of results is scored."""

from __future__ import annotations

import pytest

from sharik.search.judged import HEAD, Judged, Score, address, locale_of, mean, read_queries, score

CTR, PULL, LISTS, HOME = "glossary/#ctr", "articles/push-and-pull/#pull", "checklists/", ""


def judged(*must, also=(), locale="fa"):
    return Judged("words", "x", locale, must, also)


@pytest.fixture
def write(tmp_path):
    def write(*rows, name="ar.tune.tsv"):
        path = tmp_path / name
        path.write_text("\n".join(["\t".join(HEAD), *rows, ""]), encoding="utf-8")
        return path

    return write


# Places and addresses


@pytest.mark.parametrize(
    ("place", "locale", "expected"),
    [
        ("articles/push-and-pull#pull", "fa", "articles/push-and-pull/#pull"),
        ("articles/push-and-pull", "en", "en/articles/push-and-pull/"),
        ("glossary#kpi", "ar", "ar/glossary/#kpi"),
        ("checklists", "ar", "ar/checklists/"),
        ("index", "fa", ""),
        ("index", "en", "en/"),
    ],
)
def test_a_place_has_an_address_in_each_language(place, locale, expected):
    assert address(place, locale) == expected


def test_every_place_that_is_judged_is_a_page_of_the_site(catalog):
    from sharik.urls import page_url

    default = catalog.vocab.default_locale
    for path in catalog.paths:
        place = path.removesuffix(".md").removesuffix("/index")
        for locale in catalog.locales:
            url = page_url(locale, path, default)

            assert (address(place, locale), locale_of(url)) == (url, locale)


# Reading


def test_a_row_becomes_a_query_with_addresses(write):
    path = write("plurals\tالقوائم\tchecklists glossary#kpi\tindex", "words\tشريك\tindex\t")

    assert read_queries(path) == [
        Judged("plurals", "القوائم", "ar", ("ar/checklists/", "ar/glossary/#kpi"), ("ar/",)),
        Judged("words", "شريك", "ar", ("ar/",), ()),
    ]


@pytest.mark.parametrize("row", ["words\tx", "words\tx\t\tindex", "words\t\tindex\t", "words\tx\tindex\t\tindex"])
def test_a_broken_row_is_named(write, row):
    with pytest.raises(ValueError, match=r"en\.kept\.tsv:3: "):
        read_queries(write("words\ty\tindex\t", row, name="en.kept.tsv"))


def test_other_columns_are_refused(tmp_path):
    path = tmp_path / "fa.tune.tsv"
    path.write_text("query\tmust\n")
    with pytest.raises(ValueError, match="class, query, must, also"):
        read_queries(path)


# Scoring


def test_recall_is_the_share_of_what_must_be_among_the_first_five():
    others = [f"articles/{n}/" for n in range(4)]

    assert score(judged(CTR, PULL), [*others, CTR, PULL]).recall == 0.5
    assert score(judged(CTR, PULL), [*others[1:], CTR, PULL]).recall == 1


def test_an_address_without_fragment_is_met_by_any_place_of_the_page():
    assert score(judged("glossary/"), [CTR]).recall == 1


def test_an_address_with_fragment_is_met_by_that_place_alone():
    assert score(judged(CTR), ["glossary/", "glossary/#kpi", "glossary/#ctr-2"]) == Score(0, 0, 0, 0, 0)


def test_the_home_is_not_met_by_every_page():
    assert score(judged(HOME), [LISTS]).recall == 0
    assert score(judged(HOME), [HOME]).recall == 1


def test_one_need_is_met_by_an_accepted_answer_too_but_that_is_not_the_best():
    got = score(judged(CTR, also=(LISTS,)), ["articles/x/", LISTS])

    assert (got.recall, got.best, got.reciprocal) == (1, 0, 1 / 2)


def test_who_needs_two_places_needs_both():
    got = score(judged(CTR, PULL, also=(LISTS,)), [LISTS, CTR])

    assert (got.recall, got.best) == (1 / 2, 1 / 2)


def test_the_rank_is_known_beyond_the_fifth_result():
    assert score(judged(CTR), [*(f"articles/{n}/" for n in range(7)), CTR]).reciprocal == 1 / 8


def test_results_in_another_language_are_counted_among_the_first_five():
    urls = ["ar/glossary/#ctr", "en/", CTR, LISTS, "articles/x/", "ar/", "ar/"]

    assert score(judged(CTR), urls).mixed == 2 / 5
    assert score(judged("ar/glossary/#ctr", locale="ar"), ["ar/glossary/#ctr", CTR]).mixed == 1 / 2


def test_no_result_is_empty_and_wrong_in_no_language():
    assert score(judged(CTR), []) == Score(recall=0, best=0, reciprocal=0, mixed=0, empty=1)


def test_by_page_a_page_counts_once_and_whatever_the_place():
    terms = [f"glossary/#{n}" for n in range(6)]

    assert score(judged(PULL), [*terms, "articles/push-and-pull/"]).recall == 0
    assert score(judged(PULL), [*terms, "articles/push-and-pull/"], by_page=True) == Score(1, 1, 1 / 2, 0, 0)
    assert score(judged(CTR, "glossary/#kpi", PULL), ["glossary/"], by_page=True).recall == 1 / 2


def test_the_mean_is_taken_figure_by_figure():
    assert mean([Score(1, 1, 0.5, 0, 0), Score(1, 0, 0, 0.5, 1)]) == Score(1, 0.5, 0.25, 0.25, 0.5)
    with pytest.raises(ValueError):
        mean([])
