"""On paper: one clean sheet for a list, a booklet for a guide, black on white from a light page and from a dark one."""

import re
import unicodedata

import pypdfium2
import pytest

MM = 96 / 25.4  # CSS pixels
A4 = (595, 842)  # points
DESK = {"width": 1366, "height": 900}
TEXT_OF_A4 = {"width": round(180 * MM), "height": 900}
FURNITURE = (
    ".mast, .foot, .crumbs, .pager, .skip, .toc, .alpha, .bar, .progress, button, select, .na, .why, .item__link, "
    ".headerlink, .term-back"
)
FRAME = ["frame.foot", "frame.licence", "frame.skip", "page.report", "checklist.saved", "checklist.act.export"]
LISTS = ["preflight", "partner-selection", "readiness"]
LETTERS = re.compile(r"\w+")


@pytest.fixture(params=["light", "dark"])
def screen(request, desk):
    """A page on a screen that is light or dark; to be looked at only."""
    desk.emulate_media(color_scheme=request.param)
    yield desk
    desk.emulate_media(color_scheme="light")


@pytest.fixture
def paper(desk):
    """A page that shows itself as on paper: as wide as the text on A4; to be looked at only."""
    desk.set_viewport_size(TEXT_OF_A4)
    desk.emulate_media(media="print")
    yield desk
    desk.emulate_media(media="null")  # not "screen", which a PDF would be made with, too
    desk.set_viewport_size(DESK)


def show(page, address):
    """Opens a page and waits for its letters, too, which a PDF needs."""
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")


def pdf_of(page):
    """The page as a reader prints it: nobody switches on the printing of backgrounds."""
    return pypdfium2.PdfDocument(page.pdf(print_background=False, prefer_css_page_size=True))


def texts(pdf):
    return [page.get_textpage().get_text_bounded() for page in pdf]


def words(text):
    """The words of a text whatever order a PDF gives to the letters of one: each as its letters in order of the alphabet."""
    plain = unicodedata.normalize("NFKC", text).replace("\u200c", "")
    return {"".join(sorted(word)) for word in LETTERS.findall(plain)}


def shades(page, size):
    """The mean brightness (0-255) of each square of `size` points."""
    picture = page.render(scale=0.5, grayscale=True)
    raw, step = bytes(picture.buffer), round(size / 2)
    return [
        sum(sum(raw[y * picture.stride + x : y * picture.stride + x + step]) for y in range(top, top + step)) / step**2
        for top in range(0, picture.height - step, step)
        for x in range(0, picture.width - step, step)
    ]


def is_black_on_white(page):
    corner = bytes(page.render(scale=0.5, grayscale=True).buffer)[0]
    squares = shades(page, 40)
    return corner == 255 and min(squares) > 100 and sum(squares) / len(squares) > 225


# A list


@pytest.mark.parametrize("id", LISTS)
def test_a_list_is_one_sheet_and_its_terms_are_another(screen, url, locale, catalog, id):
    assert set(LISTS) == set(catalog.checklists)
    show(screen, url(locale, f"checklists/{id}/"))
    pdf = pdf_of(screen)
    pages = texts(pdf)
    messages = catalog.messages[locale]

    assert len(pdf) == 2
    assert words(messages.text("terms.title")) <= words(pages[1])
    terms = [catalog.glossary.words[locale].root[term] for term in catalog.checklists[id].structure.terms]
    defined = words(" ".join(f"{term.term} {term.definition}" for term in terms))
    shares = [len(defined & words(page)) / len(defined) for page in pages]
    assert shares[0] < 0.6 and shares[1] > 0.8, shares  # a PDF may tear words apart, and small words are everywhere
    assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {A4}
    assert [n for n, text in enumerate(pages, 1) if len(text) < 40] == []
    assert [n for n, page in enumerate(pdf, 1) if not is_black_on_white(page)] == []
    found = words(pages[0])
    for key in ("business", "agency", "date"):
        assert words(messages.text(f"sheet.{key}")) <= found, key
    address = f"https://sharik.example/{url(locale, '').split('/', 3)[3]}checklists/{id}/"
    assert address in re.sub(r"\s", "", pages[0])
    assert [key for key in FRAME if words(messages.text(key)) <= words(" ".join(pages))] == []


@pytest.mark.parametrize("id", LISTS)
def test_every_word_of_a_list_is_on_the_paper(page, url, locale, catalog, id):
    show(page, url(locale, f"checklists/{id}/"))
    found = words(" ".join(texts(pdf_of(page))))
    said = catalog.checklists[id].words[locale]
    wanted = words(" ".join([said.title, said.pause.title, *(i.text for i in said.items.values())]))

    # A PDF may tear a word apart where marks stand on its letters; nearly all must be whole.
    assert len(wanted & found) / len(wanted) > 0.93, sorted(wanted - found)


def test_boxes_are_five_millimetres_at_the_start_of_the_line(paper, url, locale):
    paper.goto(url(locale, "checklists/preflight/"))
    boxes = paper.evaluate(
        """findAll(".tick").map((tick) => {
          const { width, height } = tick.getBoundingClientRect();
          const line = getComputedStyle(tick);
          return [width, height, startOf(tick), endOf(tick) - startOf(find(".item__text", tick.parentElement)), line.borderTopColor];
        })"""
    )

    for width, height, start, gap, colour in boxes:
        assert abs(width / MM - 5) < 0.1 and abs(height / MM - 5) < 0.1
        assert start / MM < 1 and gap < 0
        assert colour == "rgb(0, 0, 0)"


def test_a_sheet_has_lines_for_names_date_and_signatures(paper, url, locale, catalog):
    paper.goto(url(locale, "checklists/preflight/"))
    lines = paper.locator(".sheet-head span:visible")
    texts = catalog.messages[locale].text

    assert [line.text_content() for line in lines.all()] == [
        texts(f"sheet.{key}") for key in ("business", "agency", "date", "owner_signature", "agency_signature")
    ]
    for line in lines.all():
        assert line.evaluate("(e) => getComputedStyle(e).borderBlockEndStyle") == "solid"
        assert line.bounding_box()["width"] / MM > 40


def test_roles_and_minutes_stand_in_a_column_at_the_end(paper, url, locale):
    paper.goto(url(locale, "checklists/preflight/"))
    columns = paper.evaluate(
        "findAll('.item').map((i) => [endOf(i) - startOf(find('.item__meta', i)), endOf(find('.item__text', i)) - startOf(find('.item__meta', i))])"
    )

    for width, overlap in columns:
        assert 36 < width / MM < 50
        assert overlap < 0


def picture_of(page):
    """The first sheet, as rows of grey dots: 144 to an inch."""
    picture = pdf_of(page)[0].render(scale=2, grayscale=True)
    raw = bytes(picture.buffer)
    return [raw[y * picture.stride : y * picture.stride + picture.width] for y in range(picture.height)]


def test_marks_are_visible_on_paper_without_printed_backgrounds(page, url, locale):
    """A tick is a shape that is always printed, in the column of the boxes; nothing moves for it."""
    show(page, url(locale, "checklists/preflight/"))
    before = picture_of(page)
    page.locator(".tick").nth(0).check()
    after = picture_of(page)
    dot = 144 / 25.4  # dots to a millimetre
    changed = [
        (x, y)
        for y, rows in enumerate(zip(before, after, strict=True))
        for x, (a, b) in enumerate(zip(*rows, strict=True))
        if a != b
    ]
    darker = [place for place in changed if after[place[1]][place[0]] < 100]
    edge = 15 * dot if locale == "en" else len(before[0]) - 20 * dot

    assert len(darker) > (2 * dot) ** 2 / 2
    assert all(edge - 2 <= x <= edge + 5 * dot + 2 for x, _ in changed)
    assert max(y for _, y in changed) - min(y for _, y in changed) <= 5 * dot
    page.locator(".na input").nth(1).check()
    page.emulate_media(media="print")
    assert page.evaluate("findAll('.tick').map((t) => getComputedStyle(t).borderStyle)")[:3] == [
        "solid",
        "dashed",
        "solid",
    ]


def test_only_what_a_sheet_needs_is_printed(paper, url, locale, catalog):
    paths = ["", "about/", "glossary/", "articles/", "articles/push-and-pull/", "checklists/preflight/"]
    paths += ["guides/hire-agency/"]
    for path in paths:
        paper.goto(url(locale, path))
        shown = paper.evaluate(f"findAll({FURNITURE!r}).filter(isShown).map((e) => e.className || e.tagName)")

        assert shown == [], path


def test_an_item_is_never_torn_apart(paper, url):
    for path in ("checklists/preflight/", "guides/hire-agency/"):
        paper.goto(url("fa", path))

        assert set(paper.evaluate("findAll('.item').map((i) => getComputedStyle(i).breakInside)")) == {"avoid"}


def test_hidden_conditions_and_reasons_are_printed_as_a_sheet_needs_them(page, url):
    """Folding the conditions away is for the screen; on paper they are what one ticks by."""
    page.goto(url("fa", "checklists/preflight/"))
    page.locator("#when").uncheck()
    page.set_viewport_size(TEXT_OF_A4)
    page.emulate_media(media="print")

    assert page.evaluate("findAll('.item__when').every(isShown)")


def test_a_filter_holds_on_paper(page, url, catalog):
    """Who prints "only required" gets only these."""
    show(page, url("en", "checklists/preflight/"))
    page.locator("[name=weight][value=must]").check(force=True)
    found = " ".join(" ".join(texts(pdf_of(page))).split())
    said = catalog.checklists["preflight"]
    for item in said.structure.items:
        first_words = " ".join(said.words["en"].items[item.id].text.split()[:5])

        assert (first_words in found) == (item.weight == "must"), item.id


# Articles, guides and the glossary


def test_no_term_of_the_glossary_is_torn_apart(paper, url, locale):
    paper.goto(url(locale, "glossary/"))

    assert set(paper.evaluate("findAll('.gloss > div').map((e) => getComputedStyle(e).breakInside)")) == {"avoid"}
    assert set(paper.evaluate("findAll('.glossary h2').map((e) => getComputedStyle(e).breakAfter)")) == {"avoid"}


def test_an_article_is_printed_without_the_frame(screen, url, locale, catalog):
    show(screen, url(locale, "articles/push-and-pull/"))
    pdf = pdf_of(screen)
    whole = " ".join(texts(pdf))
    meta = catalog.pages[locale, "articles/push-and-pull.md"].meta
    messages = catalog.messages[locale]

    assert 3 <= len(pdf) <= 9
    assert all(len(text) > 40 for text in texts(pdf))
    assert [n for n, page in enumerate(pdf, 1) if not is_black_on_white(page)] == []
    assert words(meta.title) <= words(texts(pdf)[0])
    assert [key for key in FRAME if words(messages.text(key)) <= words(whole)] == []
    assert "https://developers.google.com" in re.sub(r"\s", "", whole)  # addresses are of use on paper, too


def test_a_printed_drawing_keeps_its_shapes(paper, url, locale):
    paper.goto(url(locale, "articles/push-and-pull/"))

    assert paper.evaluate("findAll('.fig svg').every((s) => isShown(s) && s.getBoundingClientRect().width > 100)")
    assert paper.evaluate("findAll('.fig').every((f) => endOf(f) <= document.documentElement.clientWidth + 1)")


def test_a_table_is_not_cut_off(paper, url, locale):
    for path in ("articles/push-and-pull/", "articles/you-and-your-agency/"):
        paper.goto(url(locale, path))

        assert paper.evaluate("findAll('table').every((t) => endOf(t) <= document.documentElement.clientWidth + 1)"), (
            path
        )


@pytest.mark.parametrize("id", ["first-30-days", "hire-agency"])
def test_a_guide_is_a_booklet(screen, url, locale, catalog, id):
    """First its title and its contents, and with them the first part; every further part begins a page."""
    show(screen, url(locale, f"guides/{id}/"))
    pdf = pdf_of(screen)
    pages = [words(text) for text in texts(pdf)]
    lines = [[words(line) for line in text.splitlines()[:2]] for text in texts(pdf)]
    titles = [heading.text_content() for heading in screen.locator("h2.part").all()]

    assert len(titles) == len(catalog.guides[id].structure.parts)
    assert all(words(title) <= pages[0] for title in titles)
    assert words(catalog.messages[locale].text("guide.contents")) <= pages[0]
    starts = [
        next((n for n, top in enumerate(lines) if n and words(title) <= set().union(*top)), None)
        for title in titles[1:]
    ]
    assert None not in starts and starts == sorted(set(starts)), starts
    assert [n for n, text in enumerate(texts(pdf), 1) if len(text) < 40] == []
    assert [n for n, page in enumerate(pdf, 1) if not is_black_on_white(page)] == []
