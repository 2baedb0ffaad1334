import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "overrides/assets/fonts"
ARABIC = FONTS / "vazirmatn-arabic.woff2"
LATIN = FONTS / "vazirmatn-latin.woff2"


def covered(font: Path) -> set[str]:
    return {chr(code) for code in TTFont(font).getBestCmap()}


def characters(locale: str) -> set[str]:
    """Every visible or joining character of the locale's pages, data and interface texts.

    The house style holds wrong characters on purpose; the reader's own fonts may draw them.
    """
    data = (file for file in (ROOT / "data").rglob(f"{locale}.yml") if "house-style" not in file.parts)
    files = [*(ROOT / "docs" / locale).rglob("*.md"), *data, ROOT / "data/vocab.yml"]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    return {character for character in text if unicodedata.category(character) != "Cc"}


def is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN ")


def is_arabic(character: str) -> bool:
    """Of the Arabic block, or one of its joiners: on an English page, the name of a language or of the site."""
    return "\u0600" <= character <= "\u06ff" or character in "\u200c\u200d"


def names(missing: set[str]) -> list[str]:
    return [f"U+{ord(c):04X} {unicodedata.name(c, '?')}" for c in sorted(missing)]


@pytest.mark.parametrize("font", [ARABIC, LATIN], ids=lambda font: font.stem)
def test_the_weight_runs_from_400_to_800(font):
    axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in TTFont(font)["fvar"].axes]

    assert axes == [("wght", 400, 800)]


@pytest.mark.parametrize(("font", "limit"), [(ARABIC, 24_500), (LATIN, 14_500)], ids=["arabic", "latin"])
def test_a_font_stays_small(font, limit):
    assert font.stat().st_size <= limit


@pytest.mark.parametrize("locale", ["fa", "ar"])
def test_the_arabic_font_draws_all_but_latin_letters(locale):
    wanted = {c for c in characters(locale) if not is_latin(c)}

    assert names(wanted - covered(ARABIC)) == []


def test_the_latin_font_draws_the_english_texts():
    wanted = {c for c in characters("en") if not is_arabic(c)}

    assert names(wanted - covered(LATIN)) == []


@pytest.mark.parametrize("locale", ["fa", "ar"])
def test_the_latin_font_draws_the_latin_words_of_the_others(locale):
    wanted = {c for c in characters(locale) if is_latin(c)}

    assert names(wanted - covered(LATIN)) == []


def test_both_fonts_have_the_same_measures():
    """Else a line with a Latin word would be higher than the others, and its digits of another size."""
    arabic, latin = TTFont(ARABIC), TTFont(LATIN)

    for table, field in [("head", "unitsPerEm"), ("hhea", "ascent"), ("hhea", "descent"), ("hhea", "lineGap")]:
        assert getattr(arabic[table], field) == getattr(latin[table], field), field
    widths = [[font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"] for font in (arabic, latin)]
    assert widths[0] == widths[1]
