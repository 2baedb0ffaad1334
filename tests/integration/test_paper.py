"""The sheets of the site: which there are, who leads to them, and that they come out the same again."""

from __future__ import annotations

import pikepdf
import pytest

from sharik.paper.answers import Answers
from sharik.paper.compose import sheet_data
from sharik.paper.press import make_pdf
from sharik.paper.sheets import sheets
from sharik.urls import Publication, page_url


@pytest.fixture(scope="module")
def page_counts(site, catalog):
    """Path of a sheet -> its pages."""
    counts = {}
    for sheet in sheets(catalog):
        with pikepdf.open(site / sheet.path) as pdf:
            counts[sheet.path] = len(pdf.pages)
    return counts


@pytest.fixture(scope="module")
def links(pages):
    """Address of a page -> the sheets it leads to, each with what its link says."""
    return {
        url: {page.way(link["href"])[0]: link.text for link in page.body.all("a") if link["href"].endswith(".pdf")}
        for url, page in pages.items()
    }


@pytest.fixture
def address(catalog):
    return lambda locale, path: page_url(locale, path, catalog.vocab.default_locale)


def test_there_is_every_sheet_and_nothing_else(site, catalog):
    found = {path.relative_to(site).as_posix() for path in (site / "print").rglob("*") if path.is_file()}

    assert found == {sheet.path for sheet in sheets(catalog)}


def test_a_page_leads_to_its_main_sheet(links, catalog, address):
    lost = [
        sheet.path
        for sheet in sheets(catalog)
        if sheet.variant.name == "" and sheet.path not in links[address(sheet.locale, sheet.page)]
    ]

    assert lost == []


def test_every_sheet_is_linked_from_its_page_or_from_the_list_of_its_kind(links, catalog, address):
    lost = [
        sheet.path
        for sheet in sheets(catalog)
        for section in [f"{sheet.page.partition('/')[0]}/index.md"]
        if sheet.path not in links[address(sheet.locale, sheet.page)] | links[address(sheet.locale, section)]
    ]

    assert lost == []


@pytest.mark.parametrize("kind", ["checklists", "guides", "books"])
def test_a_page_of_work_lists_all_of_its_sheets_in_a_block_of_its_own(pages, catalog, address, kind):
    for locale, path in {(s.locale, s.page) for s in sheets(catalog) if s.kind == kind}:
        page = pages[address(locale, path)]
        blocks = [block for block in page.body.all("details") if block.all("a")]
        listed = {page.way(link["href"])[0] for block in blocks for link in block.all("a")}

        assert {s.path for s in sheets(catalog) if (s.locale, s.page) == (locale, path)} <= listed, page.url


def test_a_link_says_how_many_pages_the_sheet_has(links, catalog, page_counts):
    wrong = {}
    for url, found in links.items():
        for path, said in found.items():
            locale = path.split("/")[1]
            if catalog.messages[locale].text("paper.pages", count=page_counts[path]) not in said:
                wrong[url, path] = said

    assert wrong == {}


def test_a_page_leads_to_sheets_of_its_own_language(links, pages):
    wrong = {url: path for url, found in links.items() for path in found if path.split("/")[1] != pages[url].lang}

    assert wrong == {}


def test_a_pocket_sheet_has_one_page(catalog, page_counts):
    pockets = {sheet.path: page_counts[sheet.path] for sheet in sheets(catalog) if sheet.variant.depth == "pocket"}

    assert pockets
    assert set(pockets.values()) == {1}, pockets


@pytest.mark.parametrize("kind", ["checklists", "articles", "guides", "books"])
@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_the_same_data_make_the_bytes_that_lie_on_the_site(site, catalog, repository, kind, locale):
    """Two runs: that of the build, in a programme of its own, and one here."""
    chosen = [s for s in sheets(catalog) if (s.kind, s.locale) == (kind, locale) and s.variant.name in ("", "fillable")]
    for sheet in {each.variant.name: each for each in chosen}.values():
        data, reviewed = sheet_data(sheet, catalog, Publication(), Answers())

        assert make_pdf(repository, sheet, data, reviewed) == (site / sheet.path).read_bytes(), sheet.path
