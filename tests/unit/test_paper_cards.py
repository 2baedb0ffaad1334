import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from sharik.load import load
from sharik.paper.cards import card_data, card_path, draw_card
from sharik.paper.typeset import TypesettingError, typeset
from sharik.problems import Report
from sharik.text.bidi import FSI, PDI

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "articles/first-steps.md"
GROUND = (0xFC, 0xFB, 0xF8)
MARGIN = 96
# What stands between the kicker and the rule at the foot: the title and its lead.
MIDDLE = (0, 140, 1200, 505)


@pytest.fixture(scope="module")
def catalog(base):
    """The base with all interface texts; it has but some of its own."""
    return replace(base, messages=load(ROOT, Report()).messages)


@pytest.fixture
def data(catalog):
    """What the template is told of the article, with other words where they are given."""
    return lambda locale, **words: card_data(catalog, catalog.pages[locale, ARTICLE]) | words


def png(data):
    def set_type(template, data, format):
        return typeset(ROOT, template, data, reviewed=date(2026, 11, 1), format=format)

    return draw_card(data, set_type)


def draw(data):
    return Image.open(BytesIO(png(data))).convert("RGB")


def ink(picture, box=None):
    """(left, top, right, bottom) of all that is drawn inside `box`, in the pixels of `box`."""
    part = picture.crop(box) if box else picture
    return ImageChops.difference(part, Image.new("RGB", part.size, GROUND)).getbbox()


@pytest.mark.parametrize(
    ("locale", "path", "card"),
    [
        ("fa", "index.md", "cards/index.png"),
        ("ar", "index.md", "cards/ar/index.png"),
        ("fa", "articles/push-and-pull.md", "cards/articles/push-and-pull.png"),
        ("en", "articles/index.md", "cards/en/articles/index.png"),
        ("fa", "reindex.md", "cards/reindex.png"),
        ("ar", "about.md", "cards/ar/about.png"),
    ],
)
def test_a_card_lies_under_the_address_of_its_page(locale, path, card):
    assert card_path(locale, path, "fa") == card


@pytest.mark.parametrize(
    ("locale", "path", "kicker"),
    [
        ("en", ARTICLE, ["Article", "Stage 1: Plan"]),
        ("fa", ARTICLE, ["مقاله", "مرحلهٔ ۱: برنامه"]),
        ("ar", "checklists/opening.md", ["قائمة تحقق", "المرحلة 2: التنفيذ"]),
        ("en", "guides/start.md", ["Guide", "Stage 1: Plan"]),
    ],
)
def test_a_card_names_the_kind_and_the_stage_of_its_page(catalog, locale, path, kicker):
    assert card_data(catalog, catalog.pages[locale, path])["kicker"] == kicker


def test_a_page_without_a_kind_says_what_the_site_is_about(catalog):
    tagline = catalog.messages["en"].text("site.tagline")

    assert card_data(catalog, catalog.pages["en", "about.md"])["kicker"] == [tagline]
    assert card_data(catalog, catalog.pages["en", "index.md"])["title"] == tagline


def test_a_glossary_counts_its_terms(catalog):
    assert card_data(catalog, catalog.pages["en", "glossary.md"])["kicker"] == [
        catalog.messages["en"].text("glossary.terms", count=len(catalog.terms))
    ]


def test_the_first_sentence_may_stand_for_a_lead_and_the_description_for_none(catalog):
    page = catalog.pages["en", "about.md"]

    def leads(**meta):
        return card_data(catalog, replace(page, meta=page.meta.model_copy(update=meta)))["leads"]

    assert leads(lead="At 3.5 percent? Yes. Then stop.") == ["At 3.5 percent? Yes. Then stop.", "At 3.5 percent?"]
    assert leads(lead="One line") == ["One line"]
    assert leads(lead=None)[0] == page.meta.description


def test_latin_words_are_isolated_where_the_script_runs_the_other_way(catalog):
    def titled(locale):
        page = catalog.pages[locale, ARTICLE]
        return card_data(catalog, replace(page, meta=page.meta.model_copy(update={"title": "نرخ کلیک (CTR) ۱٪"})))

    assert titled("fa")["title"] == f"نرخ کلیک ({FSI}CTR{PDI}) ۱٪"
    assert FSI not in titled("en")["title"]


def test_a_card_speaks_the_language_of_its_title(catalog):
    opening = catalog.checklists["opening"]
    untranslated = replace(opening, words={code: said for code, said in opening.words.items() if code != "ar"})
    without = replace(catalog, checklists={**catalog.checklists, "opening": untranslated})
    found = card_data(without, without.pages["ar", "checklists/opening.md"])

    assert (found["locale"], found["rtl"], found["brand"], found["kicker"][0]) == ("en", False, "Sharik", "Checklist")


def test_a_card_has_the_size_that_messengers_expect(data):
    assert draw(data("fa")).size == (1200, 630)


@pytest.mark.parametrize("path", ["index.md", ARTICLE, "checklists/opening.md", "guides/start.md", "glossary.md"])
@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_every_kind_of_page_keeps_the_margins(catalog, locale, path):
    left, top, right, bottom = ink(draw(card_data(catalog, catalog.pages[locale, path])))

    assert (left, right) == pytest.approx((MARGIN, 1200 - MARGIN), abs=1)  # an edge may be half a pixel
    assert top >= 30
    assert bottom <= 610


@pytest.mark.parametrize(("locale", "title"), [("fa", "کشش"), ("ar", "الجذب")])
def test_a_script_from_the_right_starts_at_the_right(data, locale, title):
    left, _, right, _ = ink(draw(data(locale, title=title, leads=[])), MIDDLE)

    assert left > 600
    assert 1200 - MARGIN - 12 <= right <= 1200 - MARGIN


def test_a_script_from_the_left_starts_at_the_left(data):
    left, _, right, _ = ink(draw(data("en", title="Pull", leads=[])), MIDDLE)

    assert MARGIN <= left <= MARGIN + 12
    assert right < 600


def test_the_strokes_carry_the_line_at_its_start(data):
    lapis = (0x26, 0x40, 0x8F)
    strokes = {code: draw(data(code)).crop((0, 530, 1200, 580)) for code in ("fa", "en")}

    assert strokes["en"].getpixel((158, 20)) == lapis  # ink first, then lapis, as one reads
    assert strokes["fa"].getpixel((1200 - 158, 20)) == lapis


@pytest.mark.parametrize(("locale", "letter"), [("fa", "ب"), ("ar", "ش"), ("en", "W")])
@pytest.mark.parametrize("count", [24, 60, 300, 1000])
def test_a_title_without_a_space_stays_inside(data, locale, letter, count):
    picture = draw(data(locale, title=letter * count))
    left, _, right, _ = ink(picture, MIDDLE)

    assert left >= MARGIN - 2
    assert right <= 1200 - MARGIN + 2
    assert ink(picture, (0, 494, 1200, 519)) is None  # nothing between the middle and the rule


@pytest.mark.parametrize("locale", ["fa", "en"])
def test_a_lead_without_a_space_stays_inside(data, locale):
    left, _, right, _ = ink(draw(data(locale, leads=["m" * 70])), MIDDLE)

    assert left >= MARGIN - 2
    assert right <= 1200 - MARGIN + 2


def test_a_lead_that_has_no_room_gives_way_to_a_shorter_one_or_to_none(data):
    long, short = "word " * 80, "A word."
    plain = png(data("en", leads=[]))

    assert png(data("en", leads=[long, short])) == png(data("en", leads=[short])) != plain
    assert png(data("en", leads=[long])) == plain


def test_an_isolated_run_keeps_the_percent_sign_on_its_side(data):
    """U+2068 does in Typst what U+2066 does, and leaves no mark of its own."""
    titles = [f"نرخ کلیک ({start}CTR{PDI}) ۱٪" for start in ("\u2066", FSI)]
    bare = "نرخ کلیک (CTR) ۱٪"

    assert png(data("fa", title=titles[0])) == png(data("fa", title=titles[1])) != png(data("fa", title=bare))


def test_data_are_never_markup(data):
    """What would stop, hide or change the title as markup is drawn letter by letter."""
    letters = png(data("en", title="#panic()[x] *b* <x>"))

    assert letters != png(data("en", title="b"))
    assert letters != png(data("en", title="#panic()[x] b <x>"))
    assert letters != png(data("en", title="#panic()[x] *b*"))


def test_a_letter_that_the_font_lacks_is_named(data):
    with pytest.raises(TypesettingError, match="漢"):
        png(data("fa", title="نشان 漢"))


def test_the_same_data_give_the_same_bytes_in_every_process(data):
    draw_again = (
        "import json, sys, runpy; sys.stdout.buffer.write(runpy.run_path(sys.argv[1])['png'](json.loads(sys.argv[2])))"
    )
    command = [sys.executable, "-c", draw_again, __file__, json.dumps(data("fa"))]

    assert subprocess.run(command, capture_output=True, check=True).stdout == png(data("fa"))


@pytest.mark.parametrize("locale", ["fa", "ar"])
def test_the_name_is_drawn_as_in_the_header(locale):
    template = (ROOT / "paper/card.typ").read_text(encoding="utf-8")
    header = (ROOT / f"overrides/parts/mark_{locale}.html").read_text(encoding="utf-8")
    shared = re.search(r"#let shared = (.*?)#let", template, re.S)[1]
    own = re.search(rf"\n  {locale}: shared \+ (.*)", template)[1]

    assert "".join(re.findall(r'"(.*?)"', shared + own)) == re.search(r' d="(.*?)"', header)[1]
