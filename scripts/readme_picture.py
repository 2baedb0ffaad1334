#!/usr/bin/env python3
"""Draw .github/readme.png: a printed checklist, and the same list on a phone with its first line ticked.

    python3 scripts/dev.py build && .venv/bin/python scripts/readme_picture.py /usr/bin/chromium

Needs what the tests need.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHEET, PAGE = "print/fa/checklists/preflight.pdf", "checklists/preflight/index.html"
GROUND, EDGE = "#f4f1ea", "#ddd8cd"
WIDTH, HEIGHT, GAP = 1200, 900, 50  # twice what is shown: sharp on fine screens


def main(chromium: str) -> None:
    picture = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    sheet, phone = printed(HEIGHT - 2 * GAP), on_a_phone(chromium, HEIGHT - 2 * GAP)
    left = (WIDTH - sheet.width - phone.width - GAP) // 2
    for part, x in ((sheet, left), (phone, left + sheet.width + GAP)):
        picture.paste(part, (x, GAP))
        ImageDraw.Draw(picture).rectangle((x, GAP, x + part.width, GAP + part.height), outline=EDGE, width=2)
    picture.quantize(128, dither=Image.Dither.NONE).save(ROOT / ".github/readme.png", optimize=True)


def printed(height: int) -> Image.Image:
    """The first page of the sheet."""
    page = pypdfium2.PdfDocument(ROOT / "site" / SHEET)[0]
    picture: Image.Image = page.render(scale=2 * height / page.get_height()).to_pil()
    return picture.resize((round(height * page.get_width() / page.get_height()), height), Image.Resampling.LANCZOS)


def on_a_phone(chromium: str, height: int) -> Image.Image:
    """The list on the page, from its first group down."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": height * 390 // 400}, color_scheme="light")
        page.goto((ROOT / "site" / PAGE).as_uri())
        page.locator(".tick").first.check()
        page.locator(".group").first.evaluate("group => scrollTo(0, scrollY + group.getBoundingClientRect().top - 60)")
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    return picture.resize((400, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main(sys.argv[1])
