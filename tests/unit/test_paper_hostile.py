"""Texts of sizes that nobody foresaw: the sheet can be set, and no letter stands outside of its pages."""

from __future__ import annotations

from itertools import cycle, islice
from operator import methodcaller
from pathlib import Path

import outloud
import pypdfium2
import pytest
import typst

from sharik.paper.answers import Answers
from sharik.paper.compose import sheet_data
from sharik.paper.press import make_pdf
from sharik.paper.sheets import sheets
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]
# Of different letters: PDFium leaves out a letter that is drawn right beside its like.
LETTERS = {"fa": "شریکبازارتهیجلدمنوقصغ", "ar": "الشريكتسوقحجلدمنهصغ", "en": "partnershipxyzqbgdfk"}
REACH = 14  # points, 5 mm: nearer to the edge many printers leave the paper white


def made(catalog, kind, locale, name, change, **more):
    sheet = next(s for s in sheets(catalog) if (s.kind, s.locale, s.variant.name) == (kind, locale, name))
    data, reviewed = sheet_data(sheet, catalog, Publication(), Answers())
    change(data["parts"][0])
    return make_pdf(ROOT, sheet, data | more, reviewed)


def word(locale, length=300):
    return "".join(islice(cycle(LETTERS[locale]), length))


def text(words):
    return [{"kind": "text", "text": words}]


def paragraph(*inside):
    return {"kind": "paragraph", "nodes": list(inside)}


def table(*texts):
    head, *body = [[text(cell) for cell in row] for row in texts]
    rows = [[{"nodes": cell} for cell in row] for row in body]
    letters = [max(len(cell) for cell in row) for row in texts]
    return {"kind": "table", "columns": len(head), "head": head, "rows": rows, "letters": letters}


def letters(pdf):
    """(letter, how many points it stands inside of its page) of all text but blanks."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            (width, height), found = page.get_size(), page.get_textpage()
            for index in range(found.count_chars()):
                if letter := found.get_text_range(index, 1).strip():
                    left, bottom, right, top = found.get_charbox(index)
                    yield letter, min(left, bottom, width - right, height - top)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def outside(pdf):
    return [(letter, round(room)) for letter, room in letters(pdf) if room < 0]


def read(pdf):
    return "".join(letter for letter, _ in letters(pdf))


def body_of(node):
    return lambda part: part.update(body=[node])


def item_of(words):
    def change(part):
        item = part["groups"][0]["items"][0]
        item.update(plain=words, text=text(words), done_when=text(words), why=text(words))

    return change


PLACES = {
    "paragraph": lambda words: body_of(paragraph(*text(words))),
    "heading": lambda words: body_of({"kind": "heading", "level": 2, "nodes": text(words)}),
    "code": lambda words: body_of(paragraph({"kind": "code", "text": words})),
    "strong": lambda words: body_of(paragraph({"kind": "strong", "nodes": text(words)})),
    "note": lambda words: body_of(paragraph(*text("a"), {"kind": "note", "nodes": text(words)})),
    "list": lambda words: body_of({"kind": "list", "nodes": [{"nodes": text(words)}]}),
    "box": lambda words: body_of({"kind": "box", "role": "stop", "title": text(words), "nodes": []}),
    "cell": lambda words: body_of(table("abc", [words, "b", words])),
}


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["", "large"])
def test_a_word_of_300_letters_stays_on_its_page(catalog, locale, place, name):
    pdf = made(catalog, "articles", locale, name, PLACES[place](word(locale)))

    assert outside(pdf) == []
    assert sum(map(read(pdf).count, set(word(locale)))) >= 300


@pytest.mark.parametrize(("locale", "title"), [*((locale, word(locale)) for locale in LETTERS), ("en", "w" * 300)])
@pytest.mark.parametrize("name", ["", "large", "two-up"])
def test_a_title_of_300_letters_stays_on_its_page(catalog, locale, name, title):
    pdf = made(catalog, "articles", locale, name, lambda part: part.update(title=text(title)))

    assert outside(pdf) == []


@pytest.mark.parametrize("place", ["paragraph", "cell"])
def test_a_long_latin_word_is_copied_whole(catalog, place):
    name = "AttributionSettings.ReportingAttributionModel" * 4
    pdf = made(catalog, "articles", "en", "large", PLACES[place](name))

    assert name in "".join(read(pdf).split())


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize("name", ["", "large", "pocket", "two-up"])
@pytest.mark.parametrize("words", [lambda of: word(of), lambda of: " ".join([word(of, 7)] * 20)], ids=["300", "160"])
def test_an_item_of_any_length_stays_on_its_page(catalog, locale, name, words):
    pdf = made(catalog, "checklists", locale, name, item_of(words(locale)))

    assert outside(pdf) == []


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize("name", ["", "large", "two-up"])
def test_a_table_of_40_columns_shows_every_cell(catalog, locale, name):
    cells = [word(locale, 20)[number % 13 :][:6] for number in range(40)]
    pdf = made(catalog, "articles", locale, name, body_of(table(cells, cells, cells)))

    assert outside(pdf) == []
    assert len(read(pdf)) >= 3 * 40 * 6


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize(
    ("kind", "name"), [("articles", ""), ("articles", "large"), ("guides", "two-up"), ("checklists", "pocket")]
)
def test_printers_reach_every_letter(catalog, locale, kind, name):
    pdf = made(catalog, kind, locale, name, lambda part: None)

    assert [letter for letter, room in letters(pdf) if room < REACH] == []


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize("columns", [2, 4, 40])
@pytest.mark.parametrize("name", ["", "large"])
def test_a_cell_of_2500_letters_shows_each(catalog, locale, columns, name):
    long, short = " ".join([word(locale, 9)] * 280), ["a"] * (columns - 1)
    pdf = made(catalog, "articles", locale, name, body_of(table([*short, "a"], [*short, long], [*short, "a"])))

    assert outside(pdf) == []
    assert sum(map(read(pdf).count, set(long) - {" "})) >= 9 * 280


def foot(pdf, folder):
    """Where the address at the foot of the first page begins; whether that is the only page; errors of its tags."""
    (folder / "sheet.pdf").write_bytes(pdf)
    findings = outloud.check(str(folder / "sheet.pdf")).findings
    with pypdfium2.PdfDocument(pdf) as document:
        found = document[0].get_textpage()
        start = [n for n in range(found.count_chars()) if found.get_text_range(n, 5) == "https"][-1]
        place = tuple(round(edge, 1) for edge in found.get_charbox(start))
        return place, len(document) == 1, [each.message for each in findings if each.severity == "error"]


@pytest.mark.parametrize("locale", LETTERS)
@pytest.mark.parametrize("name", ["", "large", "two-up"])
def test_the_foot_of_a_single_page_stands_where_all_feet_stand(catalog, tmp_path, locale, name):
    """Below the notes, and across both columns wherever the text ends; readers of tags find it, too."""
    notes, feet = [{"kind": "note", "nodes": text("note " * 30)}], []
    for size in (1, 4, 9, 40):  # paragraphs; with 9 the text ends in the second column, with 40 on another page
        body = [paragraph(*text("abc " * 60), *(notes if n == 0 else [])) for n in range(size)]
        change = methodcaller("update", body=body, summary=[])
        feet.append(foot(made(catalog, "articles", locale, name, change, terms=[], sources=[]), tmp_path))

    places, alone, errors = zip(*feet, strict=True)
    assert len(set(places)) == 1, places
    assert alone == (True, True, name != "large", False)
    assert errors == ([], [], [], [])


@pytest.mark.parametrize("lines", [5, 15, 25])
def test_a_table_of_12_rows_stands_on_one_page(catalog, lines):
    rows = [[f"cell{number}", "b"] for number in range(13)]
    body = [*(paragraph(*text("words")) for _ in range(lines)), table(*rows)]
    pdf = made(catalog, "articles", "en", "", lambda part: part.update(body=body))

    assert sorted(page.count("cell") for page in pages(pdf) if "cell" in page) == [13]


def test_each_page_of_a_guide_names_its_part(catalog):
    pdf = made(catalog, "guides", "en", "", lambda part: part.update(title=text("A part of its own")))
    *_, first, second = [page.splitlines()[:3] for page in pages(pdf)[:3]]

    assert any("A part of its own" in line for line in first)
    assert any("A part of its own" in line for line in second)


@pytest.mark.parametrize(("x", "y"), [(-40, 0), (500, 0), (0, -80), (0, 700)])
def test_what_stands_outside_would_be_noticed(x, y):
    source = f'#set page("a5")\n#set text(font: "Vazirmatn")\n#place(dx: {x}mm, dy: {y}mm)[words]'
    pdf = typst.compile(source.encode(), font_paths=[str(ROOT / "paper/fonts")], ignore_system_fonts=True)

    assert "".join(letter for letter, _ in outside(pdf)) == "words"
