from dataclasses import replace
from datetime import date

import pytest

ARTICLE = "articles/first-steps.md"


@pytest.fixture
def without_arabic_article(base):
    return replace(base, pages={key: page for key, page in base.pages.items() if key != ("ar", ARTICLE)})


def test_a_page_knows_its_addresses(view):
    page = view("ar", ARTICLE)

    assert page.url == "ar/articles/first-steps/"
    assert page.canonical == "https://example.org/sub/ar/articles/first-steps/"
    assert page.feed == "../../feed.xml"
    assert page.asset("a.svg") == "../../../assets/a.svg"
    assert page.edit_url == "https://example.com/owner/repo/edit/main/docs/ar/articles/first-steps.md"
    assert [hreflang for hreflang, _ in page.alternates] == ["fa", "ar", "en", "x-default"]


def test_the_home_of_the_default_language_is_the_root(view):
    home = view("fa", "index.md")

    assert (home.url, home.feed, home.asset("a.svg")) == ("", "feed.xml", "assets/a.svg")


def test_a_fallback_page_has_its_own_address_and_no_alternates(view, without_arabic_article):
    page = view("ar", ARTICLE, without_arabic_article)

    assert page.is_fallback
    assert (page.page.locale, page.url) == ("en", "ar/articles/first-steps/")
    assert page.alternates == []
    assert page.edit_url == "https://example.com/owner/repo/edit/main/docs/en/articles/first-steps.md"


def test_a_fallback_page_speaks_its_own_language_inside_a_frame_of_the_reader(view, without_arabic_article):
    page = view("ar", ARTICLE, without_arabic_article)

    assert (page.context.locale, page.frame.locale) == ("en", "ar")
    assert page.head_title == 'The "first" steps | شريك'
    assert (page.date(date(2026, 11, 21)), page.stage_name) == ("21 November 2026", "Plan")


def test_every_language_is_one_step_away(view):
    assert view("ar", "about.md").languages == [
        ("fa", "فارسی", "rtl", "../../about/"),
        ("ar", "العربية", "rtl", "./"),
        ("en", "English", "ltr", "../../en/about/"),
    ]


def test_an_entry_of_a_fallback_page_names_its_language(view, without_arabic_article):
    entry = view("ar", "about.md", without_arabic_article).entry(ARTICLE)

    assert (entry.title, entry.foreign) == ('The "first" steps', ' lang="en" dir="ltr"')
    assert entry.href == "../articles/first-steps/"


def test_only_what_is_in_another_language_is_marked(view, without_arabic_article):
    page = view("ar", ARTICLE, without_arabic_article)

    assert [page.foreign(*of) for of in (("en",), ("fa",), ("en", "ar"), ("ar", "ar"))] == [
        "",
        ' lang="fa" dir="rtl"',
        ' lang="en" dir="ltr"',
        "",
    ]


def test_there_is_no_entry_for_a_page_that_does_not_exist(view):
    assert view("fa", "about.md").entry("nothing.md") is None


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("index.md", [None, None, None, None, None]),
        (ARTICLE, ["true", None, None, None, None]),
        ("checklists/index.md", [None, "page", None, None, None]),
        ("glossary.md", [None, None, None, "page", None]),
        ("about.md", [None, None, None, None, "page"]),
    ],
)
def test_the_navigation_says_where_the_reader_is(view, path, current):
    assert [entry.current for entry in view("en", path).navigation] == current


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("index.md", []),
        ("about.md", ["Sharik: eyes open", "About Sharik"]),
        ("guides/index.md", ["Sharik: eyes open", "Guides"]),
        (ARTICLE, ["Sharik: eyes open", "Articles", 'The "first" steps']),
    ],
)
def test_the_way_from_the_home_is_shown(view, path, titles):
    assert [crumb.title for crumb in view("en", path).crumbs] == titles


def test_neighbours_are_those_of_the_section(view, base):
    section = base.site.sections[0].model_copy(update={"pages": ["first-steps", "second", "third"]})
    second = {(code, f"articles/{id}.md"): replace(base.pages[code, ARTICLE], path=f"articles/{id}.md")
              for code in base.locales for id in ("second", "third")}  # fmt: skip
    site = base.site.model_copy(update={"sections": [section, *base.site.sections[1:]]})
    catalog = replace(base, site=site, pages={**base.pages, **second})

    def paths(path):
        return [entry and entry.path for entry in view("fa", path, catalog).neighbours]

    assert paths(ARTICLE) == [None, "articles/second.md"]
    assert paths("articles/second.md") == [ARTICLE, "articles/third.md"]
    assert paths("articles/third.md") == ["articles/second.md", None]
    assert paths("about.md") == [None, None]
    assert paths("articles/index.md") == [None, None]


def test_the_summary_is_escaped_and_keeps_its_bold_words(view):
    assert view("en", ARTICLE).summary == [
        "<strong>Price</strong> first.",
        "Measure the place &amp; write it down.",
        "Count the money.",
    ]
    assert view("en", "about.md").summary == []


def test_numbers_and_dates_follow_the_reader(view):
    page = view("fa", "checklists/opening.md")

    assert (page.stage_number, page.stage_name) == ("۲", "اجرا")
    assert page.number(12) == "۱۲"
    assert page.number(12, "en") == "12"
    assert page.date(date(2026, 11, 21)) == "۳۰ آبان ۱۴۰۵"


def test_the_slip_on_the_front_page_shows_the_chosen_items(view):
    home = view("en", "index.md")

    assert home.slip.title.text == "Before the page opens"
    assert [item.item.id for item in home.slip_items] == ["price"]


def test_only_the_stages_that_have_pages_are_shown(view):
    found = view("fa", "index.md").stages("checklists")

    assert [(id, stage.name["en"], [entry.path for entry in entries]) for id, stage, entries in found] == [
        ("run", "Run", ["checklists/opening.md"])
    ]
