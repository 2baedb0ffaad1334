from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sharik.urls import DEFAULT_SITE_URL, Publication, name_index_files, page_url, publication, relative, site_url

SEGMENT = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
FOLDER = st.lists(SEGMENT, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE = st.sampled_from(["", "feed.xml", "index.html"])
FRAGMENT = st.one_of(st.just(""), SEGMENT.map(lambda id: f"#{id}"), st.just("#a--b"))


@given(folder=FOLDER, file=FILE, fragment=FRAGMENT, start=FOLDER)
@example(folder="", file="", fragment="", start="")
@example(folder="", file="", fragment="#a", start="")
@example(folder="a/", file="", fragment="#a", start="a/")
@example(folder="a/", file="", fragment="#a", start="a/b/")
def test_a_relative_address_leads_to_its_target(folder, file, fragment, start):
    """As a browser joins it, below any site and sub-path."""
    target = folder + file + fragment

    for site in ("https://example.org/", "https://example.org/sub/path/"):
        assert urljoin(site + start, relative(target, start)) == site + target


def test_a_place_on_the_same_page_is_a_bare_fragment():
    assert relative("articles/x/#y", "articles/x/") == "#y"


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://a.example", "https://a.example/"),
        ("https://a.example/", "https://a.example/"),
        ("https://a.example/sub", "https://a.example/sub/"),
        ("https://a.example/sub//", "https://a.example/sub/"),
    ],
)
def test_a_site_address_ends_in_one_slash(value, url):
    assert site_url(value) == url


@pytest.mark.parametrize("environment", [{}, {"SITE_URL": ""}, {"SITE_URL": "  "}])
def test_without_an_address_the_reserved_one_stands(environment):
    assert publication(environment) == Publication(DEFAULT_SITE_URL, repository_url=None)


def test_github_actions_say_where_the_repository_is():
    environment = {
        "SITE_URL": "https://o.example/sharik",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "o/sharik",
        "GITHUB_REF_NAME": "a-pull-request",
    }
    found = publication(environment)

    assert found.absolute("ar/") == "https://o.example/sharik/ar/"
    assert found.base == "/sharik/"
    assert found.edit_url("docs/fa/index.md") == "https://github.com/o/sharik/edit/main/docs/fa/index.md"
    assert found.report_url == "https://github.com/o/sharik/issues/new/choose"


def test_without_a_repository_there_is_nothing_to_edit_or_to_report_to():
    found = publication({"GITHUB_SERVER_URL": "https://github.com"})

    assert (found.edit_url("docs/fa/index.md"), found.report_url, found.base) == (None, None, "/")


@pytest.mark.parametrize(
    ("locale", "path", "url"),
    [
        ("fa", "index.md", ""),
        ("ar", "index.md", "ar/"),
        ("fa", "articles/index.md", "articles/"),
        ("en", "articles/x.md", "en/articles/x/"),
        ("fa", "about.md", "about/"),
        ("fa", "articles/reindex.md", "articles/reindex/"),
    ],
)
def test_a_page_lies_below_its_locale(locale, path, url):
    assert page_url(locale, path, "fa") == url


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('<a href="../x/">', '<a href="../x/index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="../x/#y">', '<a href="../x/index.html#y">'),
        ('<a class="a" href="x/?q">', '<a class="a" href="x/index.html?q">'),
        ('<a href="#y">', '<a href="#y">'),
        ('<a href="../assets/a.css">', '<a href="../assets/a.css">'),
        ('<a href="https://a.example/">', '<a href="https://a.example/">'),
        ('<a href="mailto:a@b.example/">', '<a href="mailto:a@b.example/">'),
        ('<a href="/x/">', '<a href="/x/">'),
        ('<a data-href="x/">', '<a data-href="x/">'),
        ('<img src="x/">', '<img src="x/">'),
    ],
)
def test_only_relative_links_to_folders_name_their_file(written, named):
    assert name_index_files(written) == named
    assert name_index_files(named) == named
