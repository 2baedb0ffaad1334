import time
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
import pytest
import typst

from sharik.paper.join import BrokenPdfError, join_words

FONTS = Path(__file__).parents[2] / "paper" / "fonts"

HEAD = """
#set document(title: "{title}", date: datetime(year: 2026, month: 1, day: 1))
#set page(paper: "a5")
#set text(font: "Vazirmatn", lang: "{lang}", size: 11pt, fallback: false)
"""
PERSIAN = """
= برگ نخست فروش
این متن برای آزمودن نوشته شده است و آن‌قدر بلند است که خط‌ها بشکنند.
نرخ کلیک (\u2066CTR\u2069) ۱٪ است و *این بخش پررنگ است*
و می‌رویم.#footnote[پانویس با \u2066Google Ads\u2069 و چند واژه.]
== فهرست
- مورد نخست با چند واژه
- مورد دوم با #link("https://example.org/a")[پیوندی چند واژه‌ای] در میان
+ یکم کاری بکنید
+ دوم کاری دیگر
#table(columns: 2, table.header([ستون یک], [ستون دو]),
  [خانهٔ نخست جدول], [۱۲ هزار تومان], [خانهٔ سوم], [\u2066A/B testing\u2069 و آزمون])
"""
ARABIC = """
= الورقة الأولى للبيع
هذا نصّ كُتب لاختبار ضمّ كلمات السطر الواحد، وهو طويل حتى تنكسر الأسطر.
نسبة النقر (\u2066CTR\u2069) ١٪ و#strong[هذا الجزء عريض]
وَالسلام.#footnote[حاشية مع \u2066Google Ads\u2069 وكلمات أخرى.]
== القائمة
- البند الأول بعدة كلمات
- البند الثاني مع #link("https://example.org/a")[رابط من كلمات] في الوسط
#table(columns: 2, table.header([عمود أول], [عمود ثان]), [خانة أولى], [١٢ ألف ريال])
"""
ENGLISH = """
= First sheet
Some words that break over several lines, so that there is more than one line to look at,
and *bold* ones.#footnote[A note.]
- one item
"""
LINES = "نخست برگ فروش را بخوانید و سپس آن را کنار دست خود بگذارید تا هنگام کار از یاد نرود و کار درست پیش برود"


def compiled(lang, body):
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    source = HEAD.format(title=lang, lang=lang) + body
    return typst.compile(source.encode(), format="pdf", font_paths=fonts, pdf_standards=["ua-1", "a-2a"])


@pytest.fixture(scope="module")
def sheets():
    return {"fa": compiled("fa", PERSIAN), "ar": compiled("ar", ARABIC), "en": compiled("en", ENGLISH)}


@pytest.fixture(params=["fa", "ar", "en"])
def sheet(request, sheets):
    return sheets[request.param]


@pytest.fixture(scope="module")
def prose():
    return compiled("fa", LINES)


def pixels(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [bytes(page.render(scale=110 / 72).buffer) for page in document]


def text(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def instructions(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            (str(each.operator), [str(operand) for operand in each.operands])
            for page in document.pages
            for each in pikepdf.parse_content_stream(page)
        ]


def marks(pdf):
    return [operands for operator, operands in instructions(pdf) if operator in ("BMC", "BDC")]


def tags(element):
    """The structure below an element: names of tags, alternative texts, numbers of marked content."""
    if not isinstance(element, pikepdf.Dictionary):
        return element
    children = element.get("/K", [])
    children = list(children) if isinstance(children, pikepdf.Array) else [children]
    told = [str(element.get(key, "")) for key in ("/S", "/Alt", "/Lang", "/MCID")]
    return [told, [tags(child) for child in children]]


def catalog(pdf):
    """What a file says of itself and of its structure."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        with document.open_outline() as outline:
            headings = [heading.title for heading in outline.root]
        return {
            "language": str(root.Lang),
            "metadata": root.Metadata.read_bytes(),
            "preferences": {name: str(value) for name, value in root.ViewerPreferences.items()},
            "headings": headings,
            "intents": len(root.OutputIntents),
            "tags": tags(root.StructTreeRoot),
        }


def errors(pdf, path):
    path.write_bytes(pdf)
    result = outloud.check(str(path))
    assert result.error is None
    return result.errors, [each for each in pdfua.validate(path).findings if each.severity is pdfua.Severity.ERROR]


def glyphs_to_text(page, name):
    """Text of each glyph of a font, from the lines `<code> <text>` of its /ToUnicode."""
    rows = page.resources.Font[name].ToUnicode.read_bytes().decode().split("beginbfchar")[1].split("endbfchar")[0]
    pairs = (row.split() for row in rows.strip().splitlines())
    return {code.strip("<>").lower(): bytes.fromhex(told.strip("<>")).decode("utf-16-be") for code, told in pairs}


def read_by_marks(pdf):
    """A reader that turns the glyphs of each mark around, as pdf.js and pypdf do."""
    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        known, under_mark, read = {}, [], []
        for each in pikepdf.parse_content_stream(page):
            operator = str(each.operator)
            if operator == "Tf":
                known = glyphs_to_text(page, str(each.operands[0]))
            elif operator in ("TJ", "Tj"):
                shown = each.operands[0] if operator == "TJ" else each.operands
                codes = "".join(bytes(piece).hex() for piece in shown if isinstance(piece, pikepdf.String))
                under_mark += [known[codes[at : at + 4]] for at in range(0, len(codes), 4)]
            elif operator == "EMC":
                read.append("".join(reversed(under_mark)))
                under_mark = []
        return " ".join("".join(part if part.endswith(" ") else f"{part} " for part in read).split())


def with_content(content):
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Contents = document.make_stream(content)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def word(x, *, y=0, size=11, mark="ReversedChars"):
    """As krilla writes it."""
    return f"/{mark} BMC 0 Tr/f0 {size} Tf 1 0 0 -1 {x} {y} Tm<0001>Tj\nEMC"


# What changes


def test_typst_gives_each_word_its_own_mark(prose):
    """Fails once krilla marks whole lines: then nothing has to be joined any more."""
    assert marks(prose).count(["/ReversedChars"]) == len(LINES.split())


def test_the_words_of_a_line_stand_under_one_mark(prose):
    lines = len(text(prose)[0].splitlines())

    assert lines > 1
    assert marks(join_words(prose)).count(["/ReversedChars"]) == lines


def test_a_reader_that_goes_by_marks_finds_the_words_in_order(prose):
    assert read_by_marks(prose) != LINES
    assert read_by_marks(join_words(prose)) == LINES


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(word(20, y=5), id="another base line"),
        pytest.param(word(20, size=12), id="another size"),
        pytest.param(word(20, mark="Artifact"), id="another mark"),
        pytest.param("1 0 0 rg " + word(20), id="another colour"),
        pytest.param("/Span <</ActualText (a)>> BDC " + word(20) + "EMC", id="a text of its own"),
    ],
)
def test_what_does_not_continue_the_line_keeps_its_mark(other):
    pdf = with_content(f"BT {word(0)}{other} ET".encode())

    assert instructions(join_words(pdf)) == instructions(pdf)


def test_words_that_continue_a_line_keep_place_and_glyphs():
    pdf = with_content(f"BT {word(0)}{word(20)}{word(40)} ET".encode())

    shown = [operands for operator, operands in instructions(join_words(pdf)) if operator == "Tm"]
    assert [operands[4] for operands in shown] == ["0", "20", "40"]
    assert [name for name, _ in instructions(join_words(pdf))] == [
        "BT", "BMC", "Tr", "Tf", "Tm", "Tj", "Tm", "Tj", "Tm", "Tj", "EMC", "ET",
    ]  # fmt: skip


def test_the_file_gets_smaller(sheet):
    assert len(join_words(sheet)) < len(sheet)


# What stays


def test_pages_look_the_same(sheet):
    assert pixels(join_words(sheet)) == pixels(sheet)


def test_pdfium_reads_the_same_text(sheet):
    assert text(join_words(sheet)) == text(sheet)


def test_the_same_bytes_come_out_again(sheets):
    joined = {lang: join_words(sheet) for lang, sheet in sheets.items()}
    time.sleep(1.1)  # an /ID made from the clock changes every second

    assert {lang: join_words(sheet) for lang, sheet in sheets.items()} == joined


def test_a_joined_file_stays_as_it_is(sheet):
    joined = join_words(sheet)

    assert instructions(join_words(joined)) == instructions(joined)


def test_structure_language_metadata_and_outline_stay(sheet):
    joined = join_words(sheet)

    assert catalog(joined) == catalog(sheet)
    assert sorted(mark for mark in marks(joined) if "/ReversedChars" not in mark) == sorted(
        mark for mark in marks(sheet) if "/ReversedChars" not in mark
    )


def test_pdf_a_and_pdf_ua_stay_declared(sheet):
    metadata = catalog(join_words(sheet))["metadata"]

    assert b"<pdfuaid:part>1<" in metadata
    assert b"<pdfaid:part>2<" in metadata
    assert b"<pdfaid:conformance>A<" in metadata


def test_checkers_find_no_error(sheet, tmp_path):
    assert errors(sheet, tmp_path / "before.pdf") == (0, [])
    assert errors(join_words(sheet), tmp_path / "after.pdf") == (0, [])


def test_a_page_from_left_to_right_keeps_its_content(sheets):
    with pikepdf.open(BytesIO(sheets["en"])) as before, pikepdf.open(BytesIO(join_words(sheets["en"]))) as after:
        assert after.pages[0].Contents.read_bytes() == before.pages[0].Contents.read_bytes()


# What is refused


@pytest.mark.parametrize("cut", [0, 1 / 2, 0.99])
def test_a_file_that_is_cut_off_is_refused(sheet, cut):
    with pytest.raises(BrokenPdfError, match=r"cannot be read: can't find startxref$"):
        join_words(sheet[: int(len(sheet) * cut)])


def test_what_is_no_pdf_is_refused():
    with pytest.raises(BrokenPdfError, match="cannot be read"):
        join_words(b"<html>" * 400)


def test_a_page_with_damaged_content_is_refused(sheet):
    with pikepdf.open(BytesIO(sheet)) as document:
        content = document.pages[0].Contents.read_raw_bytes()
    middle = len(content) // 2
    damaged = sheet.replace(content, content[:middle] + bytes(40) + content[middle + 40 :])

    with pytest.raises(BrokenPdfError, match="cannot be read"):
        join_words(damaged)
