"""The places a search can lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sharik.catalog import Catalog
from sharik.model.glossary import Term, TermWords
from sharik.pages import parse_page
from sharik.problems import Report
from sharik.search.documents import Place, other_names, pages_to_find, place_id

ARTICLE, LIST, ABOUT = "articles/first-steps.md", "checklists/opening.md", "about.md"


def places(catalog: Catalog, locale: str, path: str) -> dict[str, Place]:
    """The places of a page by anchor."""
    [found] = [page for page in pages_to_find(catalog, locale) if page.path == path]
    return {place.anchor: place for place in found.places}


def paths(catalog: Catalog, locale: str) -> list[str]:
    return [page.path for page in pages_to_find(catalog, locale)]


def with_page(catalog: Catalog, locale: str, path: str, body: str, **front: str) -> Catalog:
    """The catalog with another page at `path`."""
    lines = "".join(f"{key}: {value}\n" for key, value in {**front, "published": "2026-11-01"}.items())
    page = parse_page(f"---\n{lines}---\n{body}", locale, path, Report())
    assert page is not None
    return replace(catalog, pages={**catalog.pages, (locale, path): page})


def without_list_words(catalog: Catalog, locale: str) -> Catalog:
    """The catalog with a list that has no words in `locale`."""
    entry = catalog.checklists["opening"]
    words = {code: each for code, each in entry.words.items() if code != locale}
    return replace(catalog, checklists={"opening": replace(entry, words=words)})


def test_every_page_is_found_in_reading_order_with_its_kind(base):
    assert [(page.path, page.url, page.kind) for page in pages_to_find(base, "ar")] == [
        ("index.md", "ar/", "page"),
        ("articles/index.md", "ar/articles/", "page"),
        (ARTICLE, "ar/articles/first-steps/", "article"),
        ("checklists/index.md", "ar/checklists/", "page"),
        (LIST, "ar/checklists/opening/", "checklist"),
        ("guides/index.md", "ar/guides/", "page"),
        ("guides/start.md", "ar/guides/start/", "guide"),
        ("glossary.md", "ar/glossary/", "term"),
        (ABOUT, "ar/about/", "page"),
    ]


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_the_top_of_a_page_comes_first_and_each_place_once(base, locale):
    for page in pages_to_find(base, locale):
        anchors = [place.anchor for place in page.places]

        assert anchors[0] == "" and len(anchors) == len(set(anchors)), page.path


def test_of_an_article_the_start_and_each_section_are_found(base):
    found = places(base, "en", ARTICLE)

    assert list(found) == ["", "price", "margin", "place"]
    assert (found[""].title, found[""].text) == ('The "first" steps', "Each channel has its CPA.")
    assert found[""].summary.startswith("Two things before advertising. Price first. ")
    assert (found["margin"].title, found["margin"].text) == ("Margin", "Goods Margin Bread 4")


def test_what_a_drawing_says_is_found_in_its_section(base):
    words = base.diagrams["causes"].words["en"]
    text = places(base, "en", ARTICLE)["price"].text

    assert [said for said in (words.caption, *words.labels.values()) if said not in text] == []
    assert words.caption not in places(base, "en", ARTICLE)["margin"].text


def test_a_drawing_in_another_language_says_nothing(base):
    entry = base.diagrams["causes"]
    words = {code: each for code, each in entry.words.items() if code != "en"}
    catalog = replace(base, diagrams={**base.diagrams, "causes": replace(entry, words=words)})

    assert places(catalog, "en", ARTICLE)["price"].text == "Work it out for each order. See the list."


def test_of_a_list_its_pause_and_each_item_are_found(base):
    found = places(base, "en", LIST)

    assert list(found) == ["", "pause", "price", "photo", "link", "hours"]
    assert (found["photo"].title, found["photo"].text) == ('Each photo is "real" & not blurred.', "")
    assert found["price"].text == "Customers want the price, and 2 < 3. We looked at three goods at random."


def test_of_the_glossary_each_term_is_found_by_every_name(base):
    found = places(base, "en", "glossary.md")

    assert list(found) == ["", "channel", "cpa"]
    assert (found["cpa"].title, found["cpa"].names) == ("cost per action", ("CPA", "cost per acquisition"))
    assert places(base, "fa", "glossary.md")["channel"].names == ("مجرا",)


def test_a_term_is_known_by_its_short_form_unless_that_is_its_name():
    words = TermWords(term="CPA", definition="All costs.", forms=["CPAs"], synonyms=["cost"], forbidden=["price"])

    assert other_names(Term(id="cpa", abbr="CPA"), words) == ("CPAs", "cost", "price")


def test_of_a_home_an_index_or_a_guide_only_the_top_is_found(base):
    for path in ("index.md", "checklists/index.md", "guides/start.md"):
        assert list(places(base, "fa", path)) == [""]


def test_a_page_that_is_missing_in_a_language_is_in_no_index_of_it(base):
    pages = {key: page for key, page in base.pages.items() if key != ("ar", ARTICLE)}
    catalog = replace(base, pages=pages)

    assert set(paths(base, "ar")) - set(paths(catalog, "ar")) == {ARTICLE}
    assert ARTICLE in paths(catalog, "fa")


def test_a_list_without_words_in_a_language_is_in_no_index_of_it(base):
    catalog = without_list_words(base, "ar")

    assert LIST not in paths(catalog, "ar")
    assert LIST in paths(catalog, "en")


def test_of_a_page_with_a_title_of_its_own_the_top_is_found_though_its_list_has_no_words(base):
    marker = "<!-- checklist: opening -->"
    catalog = with_page(without_list_words(base, "ar"), "ar", LIST, marker, title="قبل الفتح")

    assert list(places(catalog, "ar", LIST)) == [""]


def test_an_item_or_a_term_without_words_in_a_language_is_left_out(base):
    entry = base.checklists["opening"]
    said = entry.words["ar"]
    items = {id: words for id, words in said.items.items() if id != "photo"}
    words = {**entry.words, "ar": said.model_copy(update={"items": items})}
    catalog = replace(base, checklists={"opening": replace(entry, words=words)})

    assert set(places(base, "ar", LIST)) - set(places(catalog, "ar", LIST)) == {"photo"}


@pytest.mark.parametrize("path", [ABOUT, ARTICLE])
def test_a_page_without_headings_has_its_whole_text_at_the_top(base, path):
    catalog = with_page(base, "en", path, "All of it\n\nis here.", title="Plain")

    assert {a: place.text for a, place in places(catalog, "en", path).items()} == {"": "All of it is here."}


def test_a_page_of_a_list_that_does_not_exist_has_only_its_top(base):
    catalog = with_page(base, "en", LIST, "<!-- checklist: openings -->", title="Opening")

    assert list(places(catalog, "en", LIST)) == [""]


def test_a_heading_of_the_fourth_level_is_no_place(base):
    body = "## One {#one}\n\na\n\n#### Deep {#deep}\n\nb"
    found = places(with_page(base, "en", ABOUT, body, title="T"), "en", ABOUT)

    assert list(found) == ["", "one"]
    assert found["one"].text == "a Deep b"


def test_a_place_is_asked_for_as_the_words_of_search_say(base):
    assert "چند بفروشم" in places(base, "fa", ARTICLE)["price"].asked
    assert [place for place in places(base, "fa", LIST).values() if place.asked] == []


@pytest.mark.parametrize(
    ("path", "anchor", "id"),
    [
        ("articles/push-and-pull.md", "pull", "articles/push-and-pull#pull"),
        ("articles/index.md", "", "articles"),
        ("index.md", "", "index"),
    ],
)
def test_a_place_has_the_name_that_editors_write(path, anchor, id):
    assert place_id(path, anchor) == id
