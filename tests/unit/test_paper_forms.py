"""Sheets that ask: worksheets, questionnaires and cases come out whole, in three languages, empty and answered."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import yaml
from markdown import Markdown

from sharik.paper.forms import form_part
from sharik.paper.frame import frame, sign
from sharik.paper.press import make_pdf
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.paper.text import EXTENSIONS
from sharik.paper.tree import nodes
from sharik.render.context import Context
from sharik.text.bidi import RTL
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests/fixtures/paper"
KINDS = {"worksheets": "worksheet", "questionnaires": "questionnaire", "cases": "case"}
REVIEWED = date(2026, 11, 1)
MILLIMETRE = 72 / 25.4
LOCALES = ("fa", "ar", "en")
EACH = pytest.mark.parametrize(("kind", "locale"), [(kind, locale) for kind in KINDS for locale in LOCALES])
IN_EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200b"))


def form_sheet(kind, locale, name=""):
    return Sheet(kind, "sample", locale, VARIANTS[name])


def read_form(kind, locale):
    return yaml.safe_load((FIXTURES / f"{KINDS[kind]}.{locale}.yml").read_text(encoding="utf-8"))


def form_data(catalog, sheet, answers=None):
    """The data of the sheet of a fixture, with what somebody answered."""
    form, rtl = read_form(sheet.kind, sheet.locale), sheet.locale in RTL
    context = Context(catalog, Publication("https://example.org/"), sheet.locale, sheet.page, sheet.locale)
    summary = "\n".join(f"- {line}" for line in form.get("summary", ()))
    prose = {
        "kind": KINDS[sheet.kind],
        "summary": nodes(Markdown().convert(summary), rtl=rtl),
        "body": nodes(Markdown(extensions=[*EXTENSIONS]).convert(form.get("body", "")), rtl=rtl),
    }
    parts = [form_part(form, sheet.id, sheet.locale, answers or {}) | prose]
    data = frame(sheet, context, title=form["title"], lead=form["lead"], reviewed=REVIEWED)
    return sign(data | {"parts": parts, "terms": [], "sources": [], "missing": None, "long": False}, context)


@pytest.fixture(scope="module")
def pdf(catalog):
    """Makes the sheet of a fixture once: pdf("worksheets", "fa", filled=True) -> its bytes."""
    made = {}

    def make(kind, locale, name="", *, filled=False):
        if (kind, locale, name, filled) not in made:
            sheet = form_sheet(kind, locale, name)
            answers = read_form(kind, locale).get("answers", {}) if filled else {}
            made[kind, locale, name, filled] = make_pdf(ROOT, sheet, form_data(catalog, sheet, answers), REVIEWED)
        return made[kind, locale, name, filled]

    return make


def read(made):
    with pypdfium2.PdfDocument(made) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def shape(record):
    """The keys of a fixture and the values of `key` and `kind`, without its words."""
    if isinstance(record, dict):
        return {key: value if key in ("key", "kind") else shape(value) for key, value in record.items()}
    return [shape(each) for each in record] if isinstance(record, list) else None


@pytest.mark.parametrize("kind", KINDS)
def test_the_three_languages_ask_the_same(kind):
    fa, ar, en = (shape(read_form(kind, locale)) for locale in LOCALES)

    assert fa == ar == en


@EACH
@pytest.mark.parametrize("name", ["", "large", "two-up"])
def test_nothing_leaves_the_page(pdf, kind, locale, name):
    with pypdfium2.PdfDocument(pdf(kind, locale, name)) as document:
        for page in document:
            width, height = page.get_size()
            for shape in page.get_objects(max_depth=1):
                left, bottom, right, top = shape.get_bounds()
                assert left >= -1 and bottom >= -1 and right <= width + 1 and top <= height + 1, shape.type


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_printed(pdf, catalog, kind):
    data = form_data(catalog, form_sheet(kind, "en"), read_form(kind, "en").get("answers"))
    printed = "".join(read(pdf(kind, "en", filled=True)).split()).replace("-", "").replace("\ufffe", "")
    wanted = [text.replace("-", "").translate(ISOLATES) for text in texts(data["parts"])]

    assert [text for text in wanted if "".join(text.split()) not in printed] == []


def texts(value):
    if isinstance(value, dict):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [text for key, inside in value.items() if key != "plain" for text in texts(inside)]
    return [text for inside in value for text in texts(inside)] if isinstance(value, list) else []


def boxes(made):
    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
                left, bottom, right, top = path.get_bounds()
                if abs((right - left) - (top - bottom)) < 0.3 * MILLIMETRE and right - left > 4 * MILLIMETRE:
                    yield (right - left) / MILLIMETRE


@IN_EACH_LANGUAGE
def test_boxes_to_tick_have_five_millimetres(pdf, locale):
    options = len(read_form("worksheets", locale)["groups"][1]["questions"][3]["answer"]["options"])
    rows = len(read_form("questionnaires", locale)["groups"][1]["questions"][0]["answer"]["rows"])

    assert len(list(boxes(pdf("worksheets", locale)))) == options
    assert len(list(boxes(pdf("questionnaires", locale)))) == 3 * rows + 3
    assert min([*boxes(pdf("worksheets", locale)), *boxes(pdf("questionnaires", locale))]) >= 5


@pytest.mark.parametrize(
    ("kind", "said"),
    [("worksheets", ["our CPA has tripled", "3,000 pounds", "Orders a week"]), ("questionnaires", ["From me"])],
)
def test_what_was_written_on_the_screen_is_printed(pdf, kind, said):
    filled, empty = (" ".join(read(pdf(kind, "en", filled=each)).split()) for each in (True, False))

    assert [text for text in said if text not in filled or text in empty] == []


@EACH
def test_an_answer_does_not_change_the_version(catalog, kind, locale):
    sheet = form_sheet(kind, locale)

    answers = read_form(kind, locale).get("answers")

    assert form_data(catalog, sheet, answers)["version"] == form_data(catalog, sheet)["version"]


@EACH
@pytest.mark.parametrize("filled", [False, True])
def test_the_checkers_find_no_error(pdf, tmp_path, kind, locale, filled):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf(kind, locale, filled=filled))

    assert errors(file) == []


def errors(file):
    found = [f for f in pdfua.validate(file).findings if f.severity is pdfua.Severity.ERROR]
    return found + [finding for finding in outloud.check(str(file)).findings if finding.severity == "error"]


def test_the_same_data_make_the_same_bytes(catalog, pdf):
    sheet = form_sheet("worksheets", "fa")

    assert make_pdf(ROOT, sheet, form_data(catalog, sheet), REVIEWED) == pdf("worksheets", "fa")


@IN_EACH_LANGUAGE
def test_a_guide_may_hold_them_all(catalog, locale):
    guide = Sheet("guides", "first-30-days", locale, VARIANTS[""])
    data = form_data(catalog, form_sheet("worksheets", locale))
    parts = [part for kind in KINDS for part in form_data(catalog, form_sheet(kind, locale))["parts"]]

    with pypdfium2.PdfDocument(make_pdf(ROOT, guide, data | {"parts": parts}, REVIEWED)) as document:
        titles = [bookmark.get_title() for bookmark in document.get_toc() if bookmark.level == 0]

    assert [title.translate(ISOLATES) for title in titles] == [read_form(kind, locale)["title"] for kind in KINDS]


# To fill in on a screen


def fields(made):
    """Name -> what is in it, in the order of the tab key."""
    with pikepdf.open(BytesIO(made)) as document:
        return {
            str(widget.T): widget.V == "/Yes" if widget.FT == "/Btn" else str(widget.get("/V", ""))
            for page in document.pages
            for widget in page.obj.get("/Annots", ())
            if widget.Subtype == "/Widget"
        }


def places(value):
    """The names of all places of a form, in the order of reading."""
    if isinstance(value, dict):
        inner = [name for inside in value.values() for name in places(inside)]
        return [value["name"]] if "plain" in value and "name" in value else inner
    return [name for inside in value for name in places(inside)] if isinstance(value, list) else []


@EACH
def test_each_place_is_a_field_with_its_answer(catalog, pdf, kind, locale):
    found = fields(pdf(kind, locale, "fillable", filled=True))
    answers = {name.replace(".", "/"): said for name, said in read_form(kind, locale).get("answers", {}).items()}

    assert {name: said for name, said in found.items() if said} == answers
    assert [name for name in wanted(catalog, kind, locale) if name not in found] == []


def wanted(catalog, kind, locale):
    (part,) = form_data(catalog, form_sheet(kind, locale, "fillable"))["parts"]
    asked = [ask for group in part["groups"] for ask in group["questions"]] + part["questions"]
    return [name.replace(".", "/") for ask in asked for name in places(ask["answer"]) or [ask["place"]["name"]]]


@EACH
def test_the_tab_key_goes_in_the_order_of_reading(catalog, pdf, kind, locale):
    order = wanted(catalog, kind, locale)
    found = [name for name in fields(pdf(kind, locale, "fillable", filled=True)) if name in order]

    assert found == order


@EACH
def test_a_form_to_fill_in_declares_what_it_is(pdf, tmp_path, kind, locale):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf(kind, locale, "fillable", filled=True))

    assert errors(file) == []


# Whatever is written

HOSTILE = ["<script>alert(1)</script> #panic() $x$ *a*", "ب" * 300, "w" * 300, "کلمه " * 100, "\u202eevil"]


PLACES = [
    ["why-now", "budget", "margin", "launch", "must-not"],
    ["job.brand", "job.product", "job.leads", "job.sales", "job.loyalty"],
    ["raci.goals.1", "raci.facts.2", "raci.accounts.3", "raci.setup.1", "raci.leads.1"],
    ["goals.first.1", "goals.first.2", "goals.first.8", "goals.second.1", "goals.second.8"],
]


@pytest.mark.parametrize("locale", ["fa", "en"])
@pytest.mark.parametrize("name", ["", "large", "two-up"])
def test_any_answer_stays_in_its_place(catalog, locale, name):
    sheet = form_sheet("worksheets", locale, name)
    answers = {f"sample.{place}": text for row in PLACES for place, text in zip(row, HOSTILE, strict=True)}
    made = make_pdf(ROOT, sheet, form_data(catalog, sheet, answers), REVIEWED)

    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            bounds = [shape.get_bounds() for shape in page.get_objects(max_depth=1)]
            assert min(left for left, *_ in bounds) >= 0
            assert max(right for _, _, right, _ in bounds) <= page.get_width()
