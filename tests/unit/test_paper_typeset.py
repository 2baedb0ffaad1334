"""Typst makes a sheet, or says in a sentence why not; nothing is replaced in silence."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sharik.paper.typeset import TypesettingError, forget, query, typeset

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 1, 2)
TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: auto)
#set text(font: "Vazirmatn", fallback: false)
#heading(data.title)
#par(data.text)
#metadata(data.text) <told>
"""


@pytest.fixture
def root(tmp_path):
    """A repository with one template and the fonts of the real one."""
    shutil.copytree(ROOT / "paper/fonts", tmp_path / "paper/fonts")
    (tmp_path / "paper/plain.typ").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def made(root, text="words", **more):
    return typeset(root, "plain", {"title": "Title", "text": text}, reviewed=DAY, **more)


def written(root, source):
    (root / "paper/plain.typ").write_text(source, encoding="utf-8")
    return root


def read(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_textpage().get_text_range()


def test_a_template_and_its_data_make_a_pdf(root):
    assert read(made(root)).split() == ["Title", "words"]


def test_a_picture_is_asked_for_by_its_format(root):
    assert made(root, format="png").startswith(b"\x89PNG")


def test_the_same_data_make_the_same_bytes(root):
    assert made(root) == made(root)


def test_the_day_inside_is_that_of_the_review(root):
    with pikepdf.open(BytesIO(made(root))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260102")


@pytest.mark.parametrize(
    "hostile", ["#panic()", "$x$ *b* _i_ @ref <label>", '"]); #read("style.typ")', "= a", "\\u{41}", "//", "/* a", "`"]
)
def test_data_never_become_markup(root, hostile):
    assert hostile in read(made(root, hostile))


@pytest.mark.parametrize("missing", ["☐", "🙂", "漢", "→"])
def test_a_letter_that_no_font_has_is_an_error_that_names_the_text(root, missing):
    with pytest.raises(TypesettingError) as refused:
        made(root, f"before {missing} after")

    assert missing in str(refused.value)


def test_a_warning_is_an_error(root):
    written(root, '#set document(title: "a")\n#set text(font: ("Vazirmatn", "No Such Font"), fallback: false)\na')

    with pytest.raises(TypesettingError, match="unknown font family: no such font"):
        made(root)


def test_a_template_that_is_missing_is_named(root):
    with pytest.raises(TypesettingError, match=r"nothing\.typ"):
        typeset(root, "nothing", {}, reviewed=DAY)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("#", "expected expression"),
        ('#panic("no such node")', "no such node"),
        ("#json(bytes(sys.inputs.data)).absent", "absent"),
    ],
)
def test_a_template_with_a_fault_says_what_it_is(root, source, said):
    with pytest.raises(TypesettingError, match=said):
        made(written(root, '#set document(title: "a")\n#set text(font: "Vazirmatn")\n' + source))


def test_a_sheet_without_a_title_is_no_accessible_one(root):
    with pytest.raises(TypesettingError, match="PDF/UA-1"):
        made(written(root, '#set text(font: "Vazirmatn")\nwords'))


def test_a_template_reads_no_file_above_its_folder(root):
    (root / "secret.txt").write_text("secret", encoding="utf-8")

    with pytest.raises(TypesettingError):
        made(written(root, '#set document(title: "a")\n#set text(font: "Vazirmatn")\n#read("../secret.txt")'))


def test_what_a_sheet_says_of_itself(root):
    told = json.loads(query(root, "plain", {"title": "Title", "text": "words"}, "<told>"))

    assert [each["value"] for each in told] == ["words"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells how much memory is in use")
def test_what_was_done_for_sheets_is_forgotten(root):
    """Typst would remember the last ten: 37 MB here."""

    def make(number):
        made(root, " ".join(f"word-{number}-{place}" for place in range(4000)))
        forget()
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    first, *_, last = (make(number) for number in range(9))

    assert last - first < 15


def test_a_sheet_is_the_same_after_the_others_are_forgotten(root):
    before = made(root)
    forget()

    assert made(root) == before
