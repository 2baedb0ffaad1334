#!/usr/bin/env python3
"""Cut the site's two web fonts out of Vazirmatn: same source, same bytes.

    npm pack vazirmatn@33.0.3 && tar xzf vazirmatn-33.0.3.tgz
    python scripts/fonts.py 'package/fonts/variable/Vazirmatn[wght].ttf'

Needs fonttools and brotli, both in the development lock. The licence of the results is overrides/assets/fonts/OFL.txt.
Vazirmatn has no arrows and no bidi isolates: draw arrows as SVG.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

# fontTools ships no types.
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.scaleUpem import scale_upem  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

FONTS = Path(__file__).resolve().parent.parent / "overrides/assets/fonts"
WEIGHTS = (400, 800)
# The source has 2048; half of that is still finer than any screen and saves 6 %.
UNITS_PER_EM = 1024

DIGITS = "0123456789"
PUNCTUATION = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
TYPOGRAPHY = "\u00a0«»‹›“”‘’…–—•·−×÷"

# Neither tatweel nor alef wasla: the language rules forbid one, only the Quran has the other; 340 bytes each.
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "پچژکگیۀ"
MARKS = (
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"  # tanwin, fatha, damma, kasra, shadda, sukun
    "\u0653\u0654\u0655\u0670"  # madda, hamza above and below, small alef
)
NATIVE_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
NATIVE_PUNCTUATION = "،؛؟٪٫٬"
JOINERS = "\u200c\u200d\u200e\u200f"  # ZWNJ, ZWJ, and the two direction marks

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ACCENTED = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü"
SIGNS = "£€©"


@dataclass(frozen=True)
class Cut:
    """What one file keeps of the source."""

    name: str
    characters: str
    features: str
    scripts: str


CUTS = (
    Cut(
        name="vazirmatn-arabic.woff2",
        characters=LETTERS + MARKS + NATIVE_DIGITS + NATIVE_PUNCTUATION + JOINERS + DIGITS + PUNCTUATION + TYPOGRAPHY,
        features="init medi fina isol rlig liga calt ccmp mark mkmk kern locl tnum",
        # Only the default language of each script: the source's one Arabic-script `locl` is Urdu's.
        scripts="arab.dflt latn.dflt DFLT.dflt",
    ),
    Cut(
        name="vazirmatn-latin.woff2",
        characters=LATIN + ACCENTED + SIGNS + DIGITS + PUNCTUATION + TYPOGRAPHY,
        features="kern liga",
        scripts="latn.dflt DFLT.dflt",
    ),
)


def cut(source: Path, wanted: Cut) -> bytes:
    """The WOFF2 file of `wanted`. The order is fixed: the instancer must see the subset as a file."""
    font = reopened(subsetted(TTFont(source, recalcTimestamp=False), wanted))
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    scale_upem(font, UNITS_PER_EM)
    font.flavor = "woff2"
    return saved(font)


def subsetted(font: TTFont, wanted: Cut) -> TTFont:
    options = subset.Options()
    options.layout_features = wanted.features.split()
    options.layout_scripts = wanted.scripts.split()
    options.ignore_missing_unicodes = False
    options.notdef_outline = True
    options.hinting = False
    options.name_IDs = []
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=wanted.characters)
    subsetter.subset(font)
    return font


def reopened(font: TTFont) -> TTFont:
    return TTFont(BytesIO(saved(font)), recalcTimestamp=False)


def saved(font: TTFont) -> bytes:
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def main(arguments: list[str]) -> None:
    if len(arguments) != 1:
        sys.exit(__doc__)
    for wanted in CUTS:
        data = cut(Path(arguments[0]), wanted)
        (FONTS / wanted.name).write_bytes(data)
        print(f"{wanted.name}: {len(data)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
