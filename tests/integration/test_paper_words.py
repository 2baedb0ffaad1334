"""What a reader of a PDF gets: its words as PDFium reads them, and boxes that can be ticked by hand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from sharik.paper.answers import Answers
from sharik.paper.compose import sheet_data
from sharik.paper.sheets import sheets
from sharik.paper.tree import text_of
from sharik.urls import Publication

MILLIMETRE = 72 / 25.4
INLINE = ("text", "strong", "em", "code", "link")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2066-\u2069\ufffe]")
# Per cent of the words that PDFium finds, two below what it finds today. In Persian and Arabic it turns some words
# around, and the letters of every lam-alef: that is no fault of a sheet, but fewer words would be one.
FLOORS = {
    ("checklists", "fa"): 94.3,
    ("checklists", "ar"): 85.4,
    ("checklists", "en"): 98,
    ("articles", "fa"): 94.7,
    ("articles", "ar"): 85.6,
    ("articles", "en"): 98,
    ("guides", "fa"): 91.6,
    ("guides", "ar"): 85.3,
    ("guides", "en"): 98,
    ("books", "fa"): 95.2,
    ("books", "ar"): 86.2,
    ("books", "en"): 98,
}


def words(text):
    """The words of a text and how often each stands there; what is not seen is left out."""
    return Counter(re.findall(r"\w+", UNSEEN.sub("", unicodedata.normalize("NFKC", text))))


def prose(node):
    """The texts of nodes, with blanks between all that is not in one line."""
    if isinstance(node, list):
        inline = [isinstance(each, dict) and each.get("kind") in INLINE for each in node]
        return "".join(prose(each) if run else f" {prose(each)} " for each, run in zip(node, inline, strict=True))
    if isinstance(node, dict):
        return node.get("text") or prose([value for value in node.values() if isinstance(value, (dict, list))])
    return ""


def said(part):
    if part["kind"] != "checklist":
        return prose([part["summary"], part["body"]])
    return " ".join(text_of(item["text"]) for group in part["groups"] for item in group["items"])


def read(file):
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def recall(site, catalog):
    """(kind, locale) -> per cent of the words of its items and articles that are found on the sheets."""
    found, wanted = defaultdict(int), defaultdict(int)
    for sheet in sheets(catalog):
        if sheet.variant.name in ("", "pocket"):
            data, _ = sheet_data(sheet, catalog, Publication(), Answers())
            expected = words(" ".join(map(said, data["parts"])))
            lost = expected - words(read(site / sheet.path))
            wanted[sheet.kind, sheet.locale] += expected.total()
            found[sheet.kind, sheet.locale] += expected.total() - lost.total()
    return {key: round(100 * found[key] / wanted[key], 1) for key in wanted}


@pytest.fixture(scope="module")
def recalled(site, catalog):
    return recall(site, catalog)


def test_every_kind_and_language_is_measured(recalled):
    assert set(recalled) == set(FLOORS)


@pytest.mark.parametrize(("kind", "locale"), FLOORS)
def test_pdfium_finds_the_words(recalled, kind, locale):
    assert recalled[kind, locale] >= FLOORS[kind, locale]


# Boxes


def boxes(page):
    """(left, bottom, right, top) of the small squares that are drawn in the content of a page, in points.

    PDFium adds the width of a stroke to a path on every side.
    """
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = shape.get_bounds()
        if 4 < (right - left) / MILLIMETRE < 10 and abs((right - left) - (top - bottom)) < 0.3 * MILLIMETRE:
            yield left, bottom, right, top


@pytest.fixture(scope="module")
def checklists(site, catalog):
    """(sheet, its PDF, how many items it has) of every sheet of a checklist."""
    for_all = []
    for sheet in sheets(catalog):
        if sheet.kind == "checklists":
            data, _ = sheet_data(sheet, catalog, Publication(), Answers())
            items = sum(len(group["items"]) for group in data["parts"][0]["groups"])
            for_all.append((sheet, pypdfium2.PdfDocument(site / sheet.path), items))
    yield for_all
    for _, document, _ in for_all:
        document.close()


def test_every_item_has_a_box(checklists):
    found = {sheet.path: sum(len(list(boxes(page))) for page in document) for sheet, document, _ in checklists}

    assert found == {sheet.path: items for sheet, _, items in checklists}


def test_a_box_has_five_millimetres(checklists):
    smallest = {
        sheet.path: min(right - left for page in document for left, _, right, _ in boxes(page)) / MILLIMETRE
        for sheet, document, _ in checklists
    }

    assert {path: width for path, width in smallest.items() if width < 5} == {}


def test_a_box_stands_inside_its_page(checklists):
    for sheet, document, _ in checklists:
        for page in document:
            width, height = page.get_size()
            for left, bottom, right, top in boxes(page):
                assert min(left, bottom, width - right, height - top) > 5 * MILLIMETRE, sheet.path


def test_a_box_stands_where_its_line_begins(checklists):
    """In the right half in Persian and Arabic; of two columns each has its own right half."""
    for sheet, document, _ in checklists:
        for page in document:
            column = page.get_width() / (2 if sheet.variant.name == "two-up" else 1)
            places = [(left + right) / 2 % column / column for left, _, right, _ in boxes(page)]

            assert all((place > 0.5) == (sheet.locale in ("fa", "ar")) for place in places), (sheet.path, places)


def test_boxes_stand_below_each_other(checklists):
    for sheet, document, _ in checklists:
        if sheet.variant.name != "two-up":
            assert all(len({round(left) for left, *_ in boxes(page)}) <= 1 for page in document), sheet.path
