import ctypes
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst
from fontTools.ttLib import TTFont
from pikepdf import Name

from sharik.paper.form import Field, add_fields, fields_of
from sharik.paper.form_font import read_font

FONTS = Path(__file__).resolve().parents[2] / "paper/fonts"
FONT = (FONTS / "Vazirmatn-Regular.ttf").read_bytes()
MIDNIGHT = 1_767_225_600  # of some day: what a file is dated by

# A small checklist: two lines to write on, three boxes in a list.
SHEET = """
#let words = json(bytes(sys.inputs.words))
#set document(title: words.title, date: auto)
#set text(font: "Vazirmatn", lang: sys.inputs.lang, fallback: false)
#let square = bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>
  <rect x='1' y='1' width='18' height='18' fill='white' stroke='black' stroke-width='2'/></svg>")
#let field(kind, name, label, width, height, lines: 1) = {
  [#metadata((kind: kind, name: name, label: label, lines: lines))<field>]
  place(link("field:" + name, box(width: width, height: height)))
}
#let tick(name, label) = box({
  field("check", name, label, 5mm, 5mm)
  image(square, format: "svg", width: 5mm, alt: words.box)
})
#let write(name, label, lines: 1) = box(width: 1fr)[
  #label #box(width: 1fr, height: 6mm * lines, stroke: (bottom: 0.6pt), layout(size =>
    field("text", name, label, size.width, size.height, lines: lines)))
]
= #words.title
#grid(columns: (1fr, 1fr), column-gutter: 6mm, write("name", words.name), write("notes", words.notes, lines: 2))
== #words.list
#enum(
  numbering: n => box(width: 3em)[#tick("first.item-" + str(n), words.items.at(n - 1)) #h(1fr) #n],
  ..words.items,
)
"""
WORDS = {
    "fa": {
        "title": "پیش از آغاز",
        "box": "خانهٔ خالی",
        "name": "نام کسب‌وکار",
        "notes": "یادداشت",
        "list": "سه کار",
        "items": ["بودجه را بنویسید.", "هدف را بنویسید.", "دسترسی بدهید."],
    },
    "en": {
        "title": "Before the start",
        "box": "empty box",
        "name": "Name of the business",
        "notes": "Notes",
        "list": "Three tasks",
        "items": ["Write down the budget.", "Write down the aim.", "Give access."],
    },
}
NAMES = ["name", "notes", "first/item-1", "first/item-2", "first/item-3"]
LOCALES = pytest.mark.parametrize("locale", WORDS)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[bytes, list[Field]]]:
    """The sheet in a language, as Typst makes it, and its fields."""
    source = tmp_path_factory.mktemp("paper") / "sheet.typ"
    source.write_text(SHEET, encoding="utf-8")

    @cache
    def make(locale: str, *standards: str) -> tuple[bytes, list[Field]]:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        inputs = {"lang": locale, "words": json.dumps(WORDS[locale])}
        compiler = typst.Compiler(str(source), font_paths=fonts, sys_inputs=inputs)
        made = compiler.compile(format="pdf", pdf_standards=[*standards] or ["ua-1"], timestamp=MIDNIGHT)
        return made, fields_of(compiler.query("<field>"))

    return make


@pytest.fixture(scope="module")
def form(sheet: Callable[..., tuple[bytes, list[Field]]]) -> Callable[..., bytes]:
    """The sheet in a language with its fields, filled with `values`."""

    def make(locale: str, values: Mapping[str, str | bool] = {}) -> bytes:
        return add_fields(*sheet(locale), rtl=locale == "fa", font=FONT, values=values)

    return make


def widgets(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The fields of the first page, in the order of the file."""
    return [each for each in document.pages[0].Annots if each.Subtype == Name.Widget]


def elements(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The structure elements, in the order in which they are read."""

    def inside(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from inside(kid.get("/K", pikepdf.Array()))

    return list(inside(document.Root.StructTreeRoot.K))


def edges(rectangle: Iterable[object]) -> list[float]:
    """Left, bottom, right, top; in points from the lower left corner of the page."""
    return [float(edge) for edge in rectangle]


# The form in PDFium, which Chrome shows it with


@contextmanager
def opened(form: bytes) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfFormEnv]]:
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    try:
        yield document[0], document.formenv
    finally:
        document.close()


def viewed(page: pypdfium2.PdfPage) -> list[Any]:
    return [pdfium.FPDFPage_GetAnnot(page, number) for number in range(pdfium.FPDFPage_GetAnnotCount(page))]


def viewed_name(environment: pypdfium2.PdfFormEnv, field: Any) -> str:
    room = (pdfium.FPDF_WCHAR * 100)()
    length = pdfium.FPDFAnnot_GetFormFieldName(environment, field, room, ctypes.sizeof(room))
    return bytes(room)[: length - 2].decode("utf-16-le")


def viewed_kind(environment: pypdfium2.PdfFormEnv, field: Any) -> int:
    return pdfium.FPDFAnnot_GetFormFieldType(environment, field)


def viewed_edges(field: Any) -> tuple[float, float, float, float]:
    place = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(field, place)
    return place.left, place.bottom, place.right, place.top


def click(page: pypdfium2.PdfPage, environment: pypdfium2.PdfFormEnv, field: Any) -> None:
    left, bottom, right, top = viewed_edges(field)
    for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
        act(environment, page, 0, (left + right) / 2, (bottom + top) / 2)


def inked(page: pypdfium2.PdfPage, field: Any) -> float:
    """How much of a field, without the border that the sheet prints, is dark: from 0 to 1."""
    left, bottom, right, top = viewed_edges(field)
    scale, border, height = 4, 2.5, page.get_height()
    inside = (left + border, height - top + border, right - border, height - bottom - border)
    image = page.render(scale=scale, grayscale=True).to_pil().crop(tuple(round(scale * edge) for edge in inside))
    return sum(image.histogram()[:128]) / (image.width * image.height)


# What a query gives


def test_fields_are_read_from_what_typst_knows_of_them() -> None:
    value = {"kind": "text", "name": "notes", "label": " Notes ", "lines": 3, "page": 1}
    queried = json.dumps([{"func": "metadata", "value": value, "label": "<field>"}])
    assert fields_of(queried) == [Field("text", "notes", "Notes", 3)]


@pytest.mark.parametrize("wrong", [{"kind": "list"}, {"name": ""}, {"label": " "}])
def test_a_field_needs_a_kind_a_name_and_a_label(wrong: dict[str, str]) -> None:
    value = {"kind": "text", "name": "notes", "label": "Notes"} | wrong
    with pytest.raises(ValueError, match="not a field"):
        fields_of(json.dumps([{"value": value}]))


# The fields of a sheet


@LOCALES
def test_a_viewer_finds_every_field_with_its_name(locale: str, form: Callable[..., bytes]) -> None:
    with opened(form(locale)) as (page, environment):
        found = [(viewed_name(environment, each), viewed_kind(environment, each)) for each in viewed(page)]
    text, check = pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_CHECKBOX
    assert found == list(zip(NAMES, [text, text, check, check, check], strict=True))


@LOCALES
def test_a_field_is_read_out_as_its_label(locale: str, form: Callable[..., bytes]) -> None:
    words = WORDS[locale]
    with pikepdf.open(BytesIO(form(locale))) as document:
        assert [str(each.TU) for each in widgets(document)] == [words["name"], words["notes"], *words["items"]]


@LOCALES
def test_a_box_to_tick_lies_on_the_box_that_is_printed(locale: str, form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form(locale))) as document:
        printed = [each.A[0].BBox for each in elements(document) if each.S == "/Figure"]
        boxes = [each.Rect for each in widgets(document)[2:]]
        assert [edges(box) for box in boxes] == [pytest.approx(edges(box), abs=0.01) for box in printed]


@LOCALES
def test_a_field_is_a_form_element_beside_what_it_belongs_to(locale: str, form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form(locale))) as document:
        forms = [each for each in elements(document) if each.S == "/Form"]
        assert [str(each.K[0].Obj.T) for each in forms] == NAMES
        assert [str(each.P.S) for each in forms] == ["/Div", "/Div", "/Lbl", "/Lbl", "/Lbl"]
        assert len({each.P.objgen for each in forms}) == len(NAMES)
        parents = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
        assert [parents[int(each.StructParent)].objgen for each in widgets(document)] == [each.objgen for each in forms]


@LOCALES
def test_the_tab_key_goes_from_field_to_field_in_reading_order(locale: str, form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form(locale))) as document:
        fields = widgets(document)
        assert [str(each.T) for each in fields] == [str(each.T) for each in document.Root.AcroForm.Fields] == NAMES
        assert document.pages[0].Tabs == Name.S  # by the structure tree, whose order the test before this one holds
        name, notes, *items = (edges(each.Rect) for each in fields)
        assert (name[0] > notes[0]) == (locale == "fa")  # the start side first
        assert all(above[1] > below[3] for above, below in pairwise([notes, *items]))


def test_the_order_of_the_links_in_the_file_does_not_matter(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    pdf, fields = sheet("fa")
    turned = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.pages[0].Annots = pikepdf.Array(reversed(list(document.pages[0].Annots)))
        document.save(turned)
    with opened(add_fields(turned.getvalue(), fields, rtl=True, font=FONT)) as (page, environment):
        assert [viewed_name(environment, each) for each in viewed(page)] == NAMES


@pytest.mark.parametrize(("locale", "alignment"), [("fa", 2), ("en", None)])
def test_text_begins_on_the_start_side(locale: str, alignment: int | None, form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form(locale))) as document:
        assert [each.get("/Q") for each in widgets(document)[:2]] == [alignment, alignment]


def test_only_a_field_of_several_lines_takes_several(form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form("en"))) as document:
        assert [int(each.get("/Ff", 0)) for each in widgets(document)[:2]] == [0, 1 << 12]


@LOCALES
@pytest.mark.parametrize("ticked", [True, False])
def test_checkers_find_no_error(locale: str, ticked: bool, form: Callable[..., bytes], tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    file.write_bytes(form(locale, {"first.item-2": ticked}))
    assert not pdfua.validate(str(file)).findings
    checked = outloud.check(str(file))
    assert (checked.verdict, checked.error, checked.findings) == ("pass", None, [])


def test_no_anchor_is_left_as_a_link(form: Callable[..., bytes]) -> None:
    with pikepdf.open(BytesIO(form("en"))) as document:
        assert len(document.pages[0].Annots) == len(NAMES)
        assert all("/A" not in each and "/Contents" not in each for each in widgets(document))


def test_the_same_sheet_gives_the_same_bytes(form: Callable[..., bytes]) -> None:
    made = form("fa", {"name": "نان"})
    time.sleep(1.1)  # what depends on the clock differs by the second
    assert form("fa", {"name": "نان"}) == made


def test_the_font_knows_its_letters_and_their_widths() -> None:
    known = TTFont(BytesIO(FONT))
    read = read_font(FONT)
    assert read.name == known["name"].getDebugName(6)
    assert read.glyphs == {code: known.getGlyphID(name) for code, name in known.getBestCmap().items() if code < 0xFFFF}
    unit = known["head"].unitsPerEm
    assert list(read.widths) == [round(known["hmtx"][name][0] * 1000 / unit) for name in known.getGlyphOrder()]


def test_what_is_typed_can_be_read_again(form: Callable[..., bytes]) -> None:
    """Every code of the font means the letter whose code point it is, also to a program that copies or searches."""
    with pikepdf.open(BytesIO(form("fa"))) as document:
        font = document.Root.AcroForm.DR.Font.Wingdings
        assert font.Encoding == Name("/Identity-H")
        ranges = re.findall(rb"<(..)00> <(..)FF> <(..)00>", font.ToUnicode.read_bytes())
        assert all(len(set(row)) == 1 for row in ranges)
        assert {int(row[0], 16) for row in ranges} == {code >> 8 for code in read_font(FONT).glyphs}
        glyphs = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
        assert glyphs[2 * ord("چ") : 2 * ord("چ") + 2] == read_font(FONT).glyphs[ord("چ")].to_bytes(2, "big")


# What is filled in


def test_a_click_ticks_a_box_and_the_tick_is_seen(form: Callable[..., bytes]) -> None:
    with opened(form("fa")) as (page, environment):
        box = viewed(page)[3]
        assert inked(page, box) == 0
        click(page, environment, box)
        assert inked(page, box) > 0.1


def test_a_sheet_filled_from_a_file_opens_filled(form: Callable[..., bytes]) -> None:
    made = form("fa", {"name": "نان و خرما", "first.item-2": True, "first.item-3": False})
    with pikepdf.open(BytesIO(made)) as document:
        name, notes, *items = widgets(document)
        assert (str(name.V), "/V" in notes) == ("نان و خرما", False)
        assert [(str(each.V), str(each.AS)) for each in items] == [("/Off",) * 2, ("/Yes",) * 2, ("/Off",) * 2]
    with opened(made) as (page, _):
        assert [inked(page, each) > 0 for each in viewed(page)] == [True, False, False, True, False]


def test_a_text_from_a_file_looks_as_it_was_drawn(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    asked = []

    def draw(text: str, width: float, height: float, lines: int) -> bytes:
        asked.append((text, width, height, lines))
        black = f"#set page(width: {width}pt, height: {height}pt, fill: black)\n"
        return typst.compile(black.encode(), format="pdf")

    made = add_fields(*sheet("fa"), rtl=True, font=FONT, values={"notes": "نان", "name": ""}, draw=draw)
    with opened(made) as (page, _):
        name, notes, *_ = viewed(page)
        left, bottom, right, top = viewed_edges(notes)
        assert asked == [("نان", pytest.approx(right - left, abs=0.01), pytest.approx(top - bottom, abs=0.01), 2)]
        assert (inked(page, name), inked(page, notes)) == (0, 1)


@pytest.mark.parametrize("typed", ["Bread & dates", "نام کسب‌وکار گچ پژ", "٠١٢ ۴۵۶"])
def test_a_letter_of_any_of_the_languages_is_seen_when_it_is_typed(typed: str, form: Callable[..., bytes]) -> None:
    with opened(form("fa")) as (page, environment):
        field = viewed(page)[0]
        click(page, environment, field)
        for letter in typed:
            before = inked(page, field)
            pdfium.FORM_OnChar(environment, page, ord(letter), 0)
            assert inked(page, field) > before or not letter.isalnum()


# What is refused


def test_a_name_is_given_once(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    pdf, fields = sheet("en")
    with pytest.raises(ValueError, match="more than one field of the name notes"):
        add_fields(pdf, [*fields, Field("text", "notes", "More notes")], rtl=False, font=FONT)


def test_every_field_has_its_place_and_every_place_its_field(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    pdf, fields = sheet("en")
    with pytest.raises(ValueError, match=r"place of the name notes, phone"):
        add_fields(pdf, [fields[0], *fields[2:], Field("text", "phone", "Telephone")], rtl=False, font=FONT)


@pytest.mark.parametrize("values", [{"phone": "1"}, {"name": True}, {"first.item-1": "yes"}])
def test_a_value_has_a_field_of_its_kind(values: dict[str, str | bool], form: Callable[..., bytes]) -> None:
    with pytest.raises(ValueError, match=f"no field for the value of {next(iter(values))}"):
        form("en", values)


def test_a_sheet_to_fill_declares_no_archive(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    pdf, fields = sheet("en", "ua-1", "a-2a")
    with pytest.raises(ValueError, match="must not declare PDF/A"):
        add_fields(pdf, fields, rtl=False, font=FONT)


def test_a_font_must_be_truetype(sheet: Callable[..., tuple[bytes, list[Field]]]) -> None:
    with pytest.raises(ValueError, match="not a TrueType font"):
        add_fields(*sheet("en"), rtl=False, font=b"OTTO")
