"""What every PDF declares of itself, and what two checkers say of it."""

from __future__ import annotations

import re

import outloud
import pdfua
import pikepdf
import pytest

from sharik.paper.sheets import sheets

MAIN = ("", "pocket", "owner", "agency", "fillable")  # variants that are checked on every sheet
XMP = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
SIZES = {  # millimetres
    "": [(210, 297)],
    "letter": [(215.9, 279.4)],
    "large": [(210, 297)],
    "two-up": [(297, 210)],
    "pocket": [(148, 210), (210, 297)],
    "owner": [(210, 297)],
    "agency": [(210, 297)],
    "fillable": [(210, 297)],
}


@pytest.fixture(scope="module")
def opened(site, catalog):
    """Every sheet with its PDF."""
    files = [(sheet, pikepdf.open(site / sheet.path)) for sheet in sheets(catalog)]
    yield files
    for _, pdf in files:
        pdf.close()


def fonts(pdf):
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]


def is_embedded(font):
    holders = font.get("/DescendantFonts", [font])
    return all(
        any(key in holder.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        for holder in holders
    )


def test_the_language_is_that_of_the_sheet(opened):
    assert {s.path: str(pdf.Root.Lang) for s, pdf in opened} == {s.path: s.locale for s, _ in opened}


def test_words_of_another_language_are_marked(opened):
    """Every checklist ends with its terms and what they are called in the two other languages."""
    for sheet, pdf in opened:
        if sheet.kind == "checklists" and sheet.variant.depth == "full":
            content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
            found = {code.decode() for code in re.findall(rb"/Lang ?\((\w+)\)", content)}

            assert found >= {"fa", "ar", "en"} - {sheet.locale}, sheet.path


def test_there_is_a_title_and_viewers_show_it(opened):
    for sheet, pdf in opened:
        with pdf.open_metadata() as metadata:
            assert str(metadata["dc:title"]) == str(pdf.docinfo["/Title"]), sheet.path
        assert str(pdf.docinfo["/Title"]).strip(), sheet.path
        assert pdf.Root.ViewerPreferences.DisplayDocTitle, sheet.path


def test_pages_turn_in_the_direction_of_the_language(opened):
    found = {s.path: str(pdf.Root.ViewerPreferences.get("/Direction", "/L2R")) for s, pdf in opened}

    assert found == {s.path: "/R2L" if s.locale in ("fa", "ar") else "/L2R" for s, _ in opened}


def test_the_outline_begins_with_the_title(opened):
    for sheet, pdf in opened:
        with pdf.open_outline() as outline:
            assert outline.root, sheet.path
            if sheet.kind in ("checklists", "articles"):
                assert [entry.title for entry in outline.root] == [str(pdf.docinfo["/Title"])], sheet.path


def test_the_content_is_tagged(opened):
    assert [s.path for s, pdf in opened if not pdf.Root.MarkInfo.Marked or "/StructTreeRoot" not in pdf.Root] == []


def test_sheets_declare_what_they_conform_to(opened):
    """PDF/UA-1 and PDF/A-2a; a sheet to fill no PDF/A, which some programs open for reading only."""
    for sheet, pdf in opened:
        with pdf.open_metadata() as metadata:
            declared = {name: metadata[name] for name in XMP if name in metadata}
        assert declared == ({"pdfuaid:part": "1"} if sheet.variant.fillable else XMP), sheet.path


def test_there_is_no_font_but_the_embedded_vazirmatn(opened):
    for sheet, pdf in opened:
        names = {str(font.BaseFont) for font in fonts(pdf)}

        assert names, sheet.path
        assert {name for name in names if "Vazirmatn" not in name} == set(), sheet.path
        assert [str(f.BaseFont) for f in fonts(pdf) if "/FontDescriptor" in f or "/DescendantFonts" in f if not is_embedded(f)] == []  # fmt: skip


def test_pages_have_the_size_of_their_paper(opened):
    for sheet, pdf in opened:
        points = {tuple(float(edge) for edge in page.mediabox[2:]) for page in pdf.pages}
        sizes = {tuple(round(edge / 72 * 25.4, 1) for edge in each) for each in points}

        assert len(sizes) == 1, sheet.path
        assert sizes <= set(SIZES[sheet.variant.name]), sheet.path


def test_only_a_sheet_to_fill_has_fields(opened):
    assert [s.path for s, pdf in opened if ("/AcroForm" in pdf.Root) != s.variant.fillable] == []


def test_every_item_of_a_sheet_to_fill_has_a_box(opened, catalog):
    for sheet, pdf in opened:
        if sheet.variant.fillable:
            boxes = [str(field.T) for field in pdf.Root.AcroForm.Fields if field.FT == "/Btn"]

            items = catalog.checklists[sheet.id].structure.items
            assert boxes == [f"{sheet.id}/{item.id}" for item in items], sheet.path


# Both checkers need more than a minute of processor time for all sheets: of the variants that differ from the main
# ones by their paper or by what is left out, one of each kind and language stands for the others.


def to_check(catalog):
    main = [sheet for sheet in sheets(catalog) if sheet.variant.name in MAIN]
    others = {(s.kind, s.locale, s.variant.name): s for s in sheets(catalog) if s.variant.name not in MAIN}
    return [*main, *others.values()]


def test_pdfua_finds_no_error(site, catalog):
    found = {
        sheet.path: errors
        for sheet in to_check(catalog)
        if (errors := [f for f in pdfua.validate(site / sheet.path).findings if f.severity is pdfua.Severity.ERROR])
    }

    assert found == {}


def outloud_errors(file):
    result = outloud.check(str(file))
    assert result.error is None, file
    return [f"{finding.rule}: {finding.message}" for finding in result.findings if finding.severity == "error"]


def test_outloud_finds_no_error(site, catalog):
    wanted = to_check(catalog)

    assert {s.path: errors for s in wanted if (errors := outloud_errors(site / s.path))} == {}


def test_the_checkers_see_what_is_wrong(site, tmp_path):
    """A sheet without its structure is no accessible one."""
    file = tmp_path / "broken.pdf"
    with pikepdf.open(site / "print/fa/checklists/readiness.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Lang
        pdf.save(file)

    assert outloud_errors(file)
    assert [f for f in pdfua.validate(file).findings if f.severity is pdfua.Severity.ERROR]
