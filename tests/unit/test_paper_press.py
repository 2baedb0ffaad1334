"""A sheet is set in the size that saves pages, and a smaller one is not tried where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sharik.paper import press
from sharik.paper.answers import Answers
from sharik.paper.compose import sheet_data
from sharik.paper.press import make_pdf, page_count
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tried(monkeypatch):
    """The sizes that were tried, in points."""
    sizes, query = [], press.query

    def told(root, template, data, selector):
        sizes.append(data["size"])
        return query(root, template, data, selector)

    monkeypatch.setattr(press, "query", told)
    return sizes


def pages_of(catalog, locale, name=""):
    sheet = Sheet("checklists", "preflight", locale, VARIANTS[name])
    data, reviewed = sheet_data(sheet, catalog, Publication(), Answers())
    return page_count(make_pdf(ROOT, sheet, data, reviewed))


def test_a_smaller_size_is_taken_where_it_saves_a_page(catalog, tried):
    """In English the list runs over onto a page that is nearly empty."""
    assert pages_of(catalog, "en") == 3
    assert tried == [12, 11]


def test_a_smaller_size_is_not_tried_where_the_last_page_is_full(catalog, tried):
    assert pages_of(catalog, "fa") == 3
    assert tried == [12]


def test_what_fits_one_page_is_not_made_smaller(catalog, tried):
    assert pages_of(catalog, "fa", "pocket") == 1
    assert tried == [size for _, size in VARIANTS["pocket"].fits][: len(tried)]


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_a_pocket_sheet_is_as_small_as_its_text_allows(catalog, locale):
    """Its foot stands at the foot of the page; how far its text reaches is not told by it."""
    for id in catalog.checklists:
        sheet = Sheet("checklists", id, locale, VARIANTS["pocket"])
        data, reviewed = sheet_data(sheet, catalog, Publication(), Answers())
        only = [replace(sheet, variant=replace(sheet.variant, fits=(fit,))) for fit in sheet.variant.fits]
        made = [make_pdf(ROOT, each, data, reviewed) for each in only]

        assert make_pdf(ROOT, sheet, data, reviewed) == next(pdf for pdf in made if page_count(pdf) == 1), id
