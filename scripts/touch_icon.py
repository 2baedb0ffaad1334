#!/usr/bin/env python3
"""Draw overrides/assets/apple-touch-icon.png from favicon.svg.

    .venv/bin/python scripts/touch_icon.py /usr/bin/chromium

A tool for the rare day when the mark changes; it needs what the tests need.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).resolve().parent.parent / "overrides/assets"
PAGE = """<!doctype html><style>
body { margin: 0; block-size: 180px; display: grid; place-items: center; background: #fcfbf8 }
svg { inline-size: 124px }
</style>"""


def main(chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 180, "height": 180}, color_scheme="light")
        page.set_content(PAGE + (ASSETS / "favicon.svg").read_text(encoding="utf-8"))
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    picture.quantize(64, dither=Image.Dither.NONE).save(ASSETS / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
