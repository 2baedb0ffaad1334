"""Pieces of a line of Persian or Arabic are numbered from its right end, whatever stands raised in it."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import typst

from sharik.paper.join import join_words
from sharik.paper.reading_order import number_in_reading_order

FONTS = Path(__file__).resolve().parents[2] / "paper/fonts"
HEAD = '#set document(title: "x")\n#set text(font: "Vazirmatn", lang: "ar", dir: rtl, fallback: false)\n'
PIECE = re.compile(rb"/MCID (\d+)[^>]*>>BDC\nq 1 0 0 -1 ([-\d.]+) ([-\d.]+) cm(.*?)\nET", re.S)
MARKED = "مُخطَّط واحد يوضّح كيف تُبنى الثقة شيئًا فشيئًا مع كلِّ عميل"
MIXED = f'{MARKED} (#text(lang: "en")[\u2066Google Ads\u2069]) ثمّ تُقاس'


def compiled(body):
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.compile((HEAD + body).encode(), format="pdf", font_paths=fonts, pdf_standards=["ua-1", "a-2a"])


def pieces(pdf):
    """(x, y, whether it is right to left) of the pieces of the first page, in the order of their numbers."""
    with pikepdf.open(BytesIO(pdf)) as document:
        content = document.pages[0].Contents.read_bytes()
    found = {int(n): (float(x), float(y), b"/ReversedChars" in body) for n, x, y, body in PIECE.findall(content)}
    assert sorted(found) == list(range(len(found)))
    return [found[number] for number in sorted(found)]


def places(pdf):
    return [x for x, _, _ in pieces(pdf)]


def test_a_line_with_raised_marks_is_read_from_the_right():
    before, after = places(compiled(MARKED)), places(join_words(compiled(MARKED)))

    assert len(before) > 2
    assert before == sorted(before)
    assert after == sorted(after, reverse=True)


def test_words_of_another_language_keep_their_place():
    """They stand between the two pieces of their line, to be read after the first."""
    after = pieces(join_words(compiled(MIXED)))
    latin = [number for number, (_, _, rtl) in enumerate(after) if not rtl and number and after[number - 1][2]]

    assert [x for x, _, _ in after] == sorted((x for x, _, _ in after), reverse=True)
    assert latin


def test_every_line_of_a_paragraph_is_read_before_the_next():
    heights = [y for _, y, _ in pieces(join_words(compiled(" ".join([MARKED] * 5))))]

    assert all(later < earlier + 4 for earlier, later in pairwise(heights))


@pytest.mark.parametrize(
    "body", ["= عنوان\nنص بلا علامات", '#set text(lang: "en", dir: ltr)\nWords and x#super[2] more']
)
def test_what_is_in_order_stays(body):
    assert places(join_words(compiled(body))) == places(compiled(body))


def piece(number, x, y=700.0, shown="/ReversedChars BMC Tj EMC"):
    return f"/Span<</MCID {number}>>BDC\nq 1 0 0 -1 {x} {y} cm\nBT {shown}\nET\nQ\nEMC"


def numbers(*parts, parents="P" * 9):
    made = number_in_reading_order("".join(parts).encode(), parents.__getitem__)
    return [int(number) for number in re.findall(rb"/MCID (\d+)", made)]


def test_pieces_of_two_paragraphs_are_not_mixed():
    assert numbers(piece(0, 10), piece(1, 90), parents="PQ") == [0, 1]


def test_pieces_of_two_lines_are_not_mixed():
    assert numbers(piece(0, 10), piece(1, 90, 680), piece(2, 95, 680.5)) == [0, 2, 1]


def test_a_line_of_latin_letters_is_not_turned():
    assert numbers(piece(0, 10, shown="Tj"), piece(1, 90, shown="Tj")) == [0, 1]


def test_pieces_without_a_parent_are_left_alone():
    untagged = pikepdf.open(BytesIO(compiled(MARKED)))
    del untagged.Root.StructTreeRoot
    untagged.save(before := BytesIO())

    assert places(join_words(before.getvalue())) == places(compiled(MARKED))
