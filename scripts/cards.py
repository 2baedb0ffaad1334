#!/usr/bin/env python3
"""Draw the picture that a shared link shows, overrides/assets/card.<locale>.png, and the touch icon beside it.

    .venv/bin/python scripts/cards.py /usr/bin/chromium

The words come from data/messages/, the marks from overrides/parts/mark_<locale>.html and favicon.svg.
A tool for the rare day when one of them changes; it needs what the tests need.
"""

from __future__ import annotations

import base64
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "overrides/assets"

STYLE = """
@font-face { font-family: Arabic; src: url(data:font/woff2;base64,%s); font-weight: 400 800 }
@font-face { font-family: Latin; src: url(data:font/woff2;base64,%s); font-weight: 400 800 }
body { margin: 0; background: #fcfbf8; color: #1b1a22; display: grid; justify-items: center; --lapis: #26408f }
.card { block-size: 630px; grid-template-rows: 1fr auto auto 120px; font: 500 50px/1.9 Arabic }
.card:lang(en) { font-family: Latin }
h1 { align-self: end; display: flex; align-items: center; gap: 32px; margin: 0; font: 800 168px/1.2 Latin }
h1 svg { block-size: 168px }
h1 .word { block-size: 240px }
.vh { display: none }
p { margin: 24px 0 44px }
.mark__b { fill: var(--lapis) } .mark__c { stroke: var(--lapis) }
.line { position: relative; inline-size: 1008px; block-size: 4px; border-radius: 2px; background: currentColor }
.line i { position: absolute; inset-block-start: 14px; inset-inline-start: 24px; inline-size: 12px; block-size: 46px }
.line i { border-radius: 6px; background: currentColor }
.line i + i { inset-inline-start: 56px; background: var(--lapis) }
.icon { block-size: 180px; align-items: center }
.icon svg { inline-size: 124px }
"""
CARD = '<h1>{mark}</h1><p>{tagline}</p><div class="line"><i></i><i></i></div>'


def main(chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for locale, facts in read("data/vocab.yml")["locales"].items():
            mark = (ROOT / f"overrides/parts/mark_{locale}.html").read_text(encoding="utf-8")
            body = CARD.format(mark=mark, tagline=read(f"data/messages/{locale}.yml")["site"]["tagline"])
            opening = f'<body class="card" lang="{locale}" dir="{facts["direction"]}">'
            draw(browser, opening + body, ASSETS / f"card.{locale}.png", width=1200, height=630)
        icon = (ASSETS / "favicon.svg").read_text(encoding="utf-8")
        draw(browser, f'<body class="icon">{icon}', ASSETS / "apple-touch-icon.png", width=180, height=180)
        browser.close()


def draw(browser: Browser, body: str, to: Path, *, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.set_content(f"<!doctype html><style>{style()}</style>{body}")
    page.evaluate("document.fonts.ready")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(to, optimize=True)
    page.close()


def style() -> str:
    fonts = [(ASSETS / f"fonts/vazirmatn-{script}.woff2").read_bytes() for script in ("arabic", "latin")]
    return STYLE % tuple(base64.b64encode(font).decode() for font in fonts)


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1])
