"""`print` with words that are missing, and with what a reader ticked and noted."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from io import BytesIO

import outloud
import pdfua
import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result

from sharik.cli import main
from sharik.paper.sheet import PAPERS, VARIANTS

PRINT = sys.modules["sharik.cli.print"]
MM = 72 / 25.4  # points


@pytest.fixture
def instead(monkeypatch):
    """Puts another content in the place of the repository's."""
    return lambda catalog: monkeypatch.setattr(PRINT, "require_good_content", lambda root: catalog)


@pytest.fixture(autouse=True)
def content(catalog, instead):
    """The content of the repository, read once."""
    instead(catalog)


@pytest.fixture
def named(monkeypatch):
    """The sheets are only named in their files: for tests of which there are."""
    monkeypatch.setattr(PRINT, "make_pdf", lambda root, sheet, data, reviewed: sheet.path.encode())


@pytest.fixture
def lacking(catalog):
    """The catalog without the English words of one item of a weight."""

    def make(weight):
        entry = catalog.checklists["readiness"]
        gone = next(item.id for item in entry.structure.items if item.weight == weight)
        items = {id: said for id, said in entry.words["en"].items.items() if id != gone}
        words = {**entry.words, "en": entry.words["en"].model_copy(update={"items": items})}
        return replace(catalog, checklists={**catalog.checklists, "readiness": replace(entry, words=words)}), gone

    return make


def run(out, *arguments) -> Result:
    return CliRunner().invoke(main, ["print", *map(str, arguments), "--out", str(out)])


# Missing words


def test_a_missing_item_is_printed_about(instead, lacking, named, tmp_path):
    instead(lacking("must")[0])

    assert run(tmp_path, "readiness", "--locale", "en", "--paper", "a4").exit_code == 0


def test_strict_refuses_a_list_without_a_required_item(instead, lacking, named, tmp_path):
    catalog, gone = lacking("must")
    instead(catalog)
    result = run(tmp_path / "out", "readiness", "--strict")

    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert f"missing-words: the required item readiness.{gone} has no words" in result.stderr
    assert result.stderr.count(gone) == 1


@pytest.mark.parametrize(("arguments", "weight"), [(["--locale", "fa"], "must"), (["--locale", "en"], "should")])
def test_strict_lets_pass_what_is_whole(instead, lacking, named, tmp_path, arguments, weight):
    instead(lacking(weight)[0])

    assert run(tmp_path, "readiness", "--paper", "a4", "--strict", *arguments).exit_code == 0


def test_strict_refuses_a_book_that_lacks_a_required_item(instead, lacking, named, tmp_path):
    instead(lacking("must")[0])

    assert run(tmp_path, "whole-book", "--locale", "en", "--strict").exit_code == 1


# Filled


def backup(tmp_path, text):
    file = tmp_path / "answers.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.fixture
def filled(catalog, tmp_path):
    """A backup in which the first item is done, and one that no list has any more."""
    first = next(iter(catalog.checklists["readiness"].structure.items)).id
    items = {f"readiness.{first}": {"s": "done"}, "readiness.no-longer-there": {"s": "done"}}
    return backup(tmp_path, json.dumps({"version": 1, "current": "a", "workspaces": [{"id": "a", "items": items}]}))


def test_ticks_of_a_backup_are_printed(filled, tmp_path):
    wanted = ("readiness", "--locale", "fa", "--paper", "a4")

    assert run(tmp_path / "empty", *wanted).exit_code == 0
    assert run(tmp_path / "filled", *wanted, "--fill", filled).exit_code == 0
    before, after = (pixels(tmp_path / name / "fa/checklists/readiness.pdf") for name in ("empty", "filled"))
    assert before != after


def test_ticks_of_a_backup_are_ticked_on_a_fillable_sheet(filled, tmp_path):
    assert run(tmp_path, "readiness", "--locale", "fa", "--paper", "fillable", "--fill", filled).exit_code == 0
    with pikepdf.open(BytesIO((tmp_path / "fa/checklists/readiness.fillable.pdf").read_bytes())) as pdf:
        ticked = [field for field in pdf.Root.AcroForm.Fields if field.get("/V") == pikepdf.Name.Yes]

    assert len(ticked) == 1


# Of different letters: PDFium leaves out a letter that is drawn right beside its like.
LONG = "abcdefghijklmnopqrstuvwxyz0123456789" * 10
NOTES = {
    "short": "Sara",
    "address": "https://drive.example.com/folders/1AbC-dEf?usp=sharing",
    "sentence": "Signed on Monday, the second copy is in the office of the accountant. " * 7,
    "word": LONG[:300],
    "markup": "<script>alert(1)</script> #set page() $x$ *b* @a \\n",
    "lines": "x\n" * 250,
    "emoji": "done 😀 ✓",
}


@pytest.fixture
def noted(catalog, tmp_path):
    """A backup in which every item of a list has a note, in turn each of `notes`."""

    def make(list_id, notes):
        ids = [f"{list_id}.{item.id}" for item in catalog.checklists[list_id].structure.items]
        items = {id: {"e": notes[number % len(notes)]} for number, id in enumerate(ids)}
        return backup(tmp_path, json.dumps({"version": 1, "current": "a", "workspaces": [{"id": "a", "items": items}]}))

    return make


def letters(text):
    return re.sub(r"\s", "", text)


SHEETS = ("preflight", "preflight.letter", "preflight.large", "preflight.two-up")


def test_notes_of_a_backup_are_printed_whole(noted, tmp_path):
    file = noted("preflight", list(NOTES.values()))
    assert run(tmp_path, "preflight", "--locale", "en", "--fill", file).exit_code == 0
    for name in SHEETS:
        with pypdfium2.PdfDocument(tmp_path / f"en/checklists/{name}.pdf") as pdf:
            found = letters("".join(page.get_textpage().get_text_bounded() for page in pdf))

        plain = ("short", "address", "sentence", "word", "markup")
        assert [key for key in plain if letters(NOTES[key]) not in found] == [], name
        assert "x·" * 249 + "x" in found and "done\ufffd\ufffd" in found, name


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_notes_stay_within_the_margins(noted, tmp_path, locale):
    persian = ["قرارداد در پوشهٔ «فروش» نزد سارا است؛ " * 13, "شریکبازارتهیجلدمنوقصغ" * 14]
    file = noted("preflight", [*NOTES.values(), *persian])
    assert run(tmp_path, "preflight", "--locale", locale, "--fill", file).exit_code == 0
    for name in SHEETS:
        with pypdfium2.PdfDocument(tmp_path / f"{locale}/checklists/{name}.pdf") as pdf:
            pages = [(page.get_width(), list(signs(page))) for page in pdf]
        sides = [(left, width - right) for width, found in pages for _, left, right, _ in found]
        margin = PAPERS[VARIANTS[name.partition(".")[2]].fits[0][0]].margin * MM
        foot = margin + 4 * MM  # below what the page is about
        below = [sum(bottom < foot for *_, bottom in found) for _, found in pages]

        assert min(min(room) for room in sides) > margin - 1, name
        assert max(below) - min(below) <= 2, name  # the foot of each page; PDFium may lose a letter of it


def signs(page):
    """(letter, left, right, bottom) of all letters of a page; digits are left out."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        left, bottom, right, _ = text.get_charbox(index)
        if (sign := text.get_text_range(index, 1).strip()) and not sign.isdigit():
            yield sign, left, right, bottom


def test_letters_that_paper_lacks_are_told(noted, tmp_path):
    done = run(tmp_path, "preflight", "--locale", "en", "--paper", "a4", "--fill", noted("preflight", ["done 😀"]))

    assert done.exit_code == 0
    assert "answers.json: the note of preflight." in done.stderr and "Vazirmatn lacks" in done.stderr


@pytest.mark.parametrize("paper", ["a4", "fillable"])
def test_the_sheet_bears_the_name_of_the_business(catalog, tmp_path, paper):
    shop = {"id": "a", "name": "Corner Shop", "items": {}}
    file = backup(tmp_path, json.dumps({"version": 1, "current": "a", "workspaces": [shop]}))
    done = run(tmp_path, "preflight", "--locale", "en", "--paper", paper, "--fill", file)
    name = "preflight.fillable" if paper == "fillable" else "preflight"
    content = (tmp_path / f"en/checklists/{name}.pdf").read_bytes()
    with pypdfium2.PdfDocument(content) as pdf, pikepdf.open(BytesIO(content)) as opened:
        printed = pdf[0].get_textpage().get_text_bounded()
        fields = opened.Root.AcroForm.Fields if "/AcroForm" in opened.Root else []
        values = {str(field.T): str(field.get("/V", "")) for field in fields}

    assert "Corner Shop" in done.stdout
    assert ("Corner Shop" in printed) or values["preflight/business"] == "Corner Shop"


def test_a_pocket_sheet_has_no_notes(noted, tmp_path):
    file = noted("preflight", ["unmistakable"])
    assert run(tmp_path, "preflight", "--locale", "en", "--fill", file).exit_code == 0
    with pypdfium2.PdfDocument(tmp_path / "en/checklists/preflight.pocket.pdf") as pdf:
        assert "unmistakable" not in pdf[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("locale", ["fa", "en"])
def test_notes_fill_the_fields_of_a_fillable_sheet(noted, catalog, tmp_path, locale):
    notes = [*NOTES.values(), "قرارداد نزد «سارا» است (Q3)، تا ۱۲ آبان"]
    file = noted("preflight", notes)
    wanted = ("preflight", "--locale", locale, "--paper", "fillable", "--fill", file)
    assert run(tmp_path, *wanted).exit_code == 0
    made = tmp_path / f"{locale}/checklists/preflight.fillable.pdf"
    with pikepdf.open(made) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        values = {name: str(field.get("/V", "")) for name, field in fields.items() if name.endswith("/evidence")}
        drawn = [name for name in values if "/N" in fields[name].get("/AP", {})]

    ids = [f"preflight/{item.id}/evidence" for item in catalog.checklists["preflight"].structure.items]
    held = {number % len(notes): values[id] for number, id in enumerate(ids)}
    assert [*values] == ids == drawn
    assert held[0] == "Sara" and held[3] == LONG[:300]
    assert held[5] == " · ".join("x" * 250) and held[6] == NOTES["emoji"]
    assert held[7] == notes[7]
    assert not pdfua.validate(str(made)).findings
    assert outloud.check(str(made)).errors == 0


@pytest.mark.parametrize("locale", ["fa", "en"])
def test_a_field_has_room_for_its_note(noted, tmp_path, locale):
    """What is drawn ends within the field: its last line has ink, and no ink touches its edges."""
    file = noted("preflight", [*NOTES.values(), "قرارداد نزد «سارا» است؛ " * 20])
    wanted = ("preflight", "--locale", locale, "--paper", "fillable", "--fill", file)
    assert run(tmp_path, *wanted).exit_code == 0
    with pikepdf.open(tmp_path / f"{locale}/checklists/preflight.fillable.pdf") as pdf:
        shown = [field.AP.N for field in pdf.Root.AcroForm.Fields if field.FT == "/Tx" and "/AP" in field]
        pictures = [picture_of(shape) for shape in shown]

    assert len(pictures) == 12
    for picture in pictures:
        rows = [min(row) < 128 for row in picture]
        assert any(rows[-34:])  # the last line, of 17 points at two dots a point
        assert not rows[-1] and not rows[0]
        assert all(row[0] > 200 and row[-1] > 200 for row in picture)


@pytest.mark.parametrize("locale", ["fa", "en"])
@pytest.mark.parametrize("notes", [["", "Sara"], [NOTES["sentence"]]], ids=["short", "long"])
def test_a_field_stands_on_its_line(noted, tmp_path, locale, notes):
    """A line as long as the field runs at its foot, three points above it at the most."""
    wanted = ("preflight", "--locale", locale, "--paper", "fillable", "--fill", noted("preflight", notes))
    assert run(tmp_path, *wanted).exit_code == 0
    made = tmp_path / f"{locale}/checklists/preflight.fillable.pdf"
    with pikepdf.open(made) as pdf, pypdfium2.PdfDocument(made) as drawn:
        pictures = [rows_of(page.render(scale=2, grayscale=True, may_draw_forms=False)) for page in drawn]
        fields = [
            ([float(edge) * 2 for edge in each.Rect], picture)
            for page, picture in zip(pdf.pages, pictures, strict=True)
            for each in page.Annots
            if str(each.get("/T", "")).endswith("/evidence")
        ]

    assert len(fields) > 5
    for (left, bottom, right, _), picture in fields:
        foot = len(picture) - round(bottom)
        lines = [row[round(left) + 2 : round(right) - 2] for row in picture[foot - 7 : foot + 3]]
        assert any(max(line) < 220 for line in lines)


def rows_of(picture):
    """Rows of grey dots."""
    raw = bytes(picture.buffer)
    return [raw[y * picture.stride : y * picture.stride + picture.width] for y in range(picture.height)]


def picture_of(shape):
    """The appearance of a field as rows of grey dots, two dots a point."""
    alone = pikepdf.Pdf.new()
    left, bottom, right, top = (float(edge) for edge in shape.BBox)
    alone.add_blank_page(page_size=(right - left, top - bottom))
    page = alone.pages[0]
    name = page.add_resource(alone.copy_foreign(shape), pikepdf.Name.XObject)
    page.contents_add(f"{name} Do".encode())
    out = BytesIO()
    alone.save(out)
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return rows_of(pdf[0].render(scale=2, grayscale=True))


def pixels(file):
    with pypdfium2.PdfDocument(file) as pdf:
        return bytes(pdf[0].render().buffer)


@pytest.mark.parametrize("rubbish", ["", "rubbish", "{}", '{"version": 2}', b"\xff\xfe\x00", b"\x89PNG\r\n"])
def test_what_is_no_backup_is_refused(named, tmp_path, rubbish):
    result = run(tmp_path / "out", "readiness", "--fill", backup(tmp_path, rubbish))

    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "answers.json: " in result.stderr
    assert "Traceback" not in result.output
