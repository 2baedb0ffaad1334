"""What a reader downloads: an article with its style sheet fits into the first window of TCP (10 x 1460 bytes)."""

import gzip

import pytest

ARTICLE = 14_600
WITH_FONT = 40_000
SEARCH = 8_000


def packed(text):
    return len(gzip.compress(text.encode(), 9, mtime=0))


@pytest.fixture(scope="module")
def weights(pages, site):
    """Address -> (bytes, gzipped, gzipped with the font) of every article."""
    found = {}
    for url, page in pages.items():
        if page.kind == "article":
            font, _ = page.way(page.head.one("link", rel="preload")["href"])
            size = packed(page.html)
            found[url] = (len(page.html.encode()), size, size + (site / font).stat().st_size)
    return found


def table(weights):
    rows = [f"{raw:>8,} {size:>8,} {whole:>8,}  {url}" for url, (raw, size, whole) in weights.items()]
    return "\n".join(["", f"{'raw':>8} {'gzip':>8} {'+ font':>8}", *rows])


def test_an_article_with_its_style_fits_the_first_window(weights):
    assert max(size for _, size, _ in weights.values()) <= ARTICLE, table(weights)


def test_an_article_with_its_font_stays_light(weights):
    assert max(whole for _, _, whole in weights.values()) <= WITH_FONT, table(weights)


def test_the_font_is_the_only_one_a_page_asks_for(pages):
    for url, page in pages.items():
        font = page.head.one("link", rel="preload")["href"]

        assert page.head.one("style").raw.count("@font-face") == 1, url
        assert f"url({font})" in page.head.one("style").raw, url
        assert ("arabic" in font) == (page.lang in ("fa", "ar")), url


def test_scripts_are_small_and_deferred(every_page, site):
    scripts = {
        page.way(script["src"])[0]: script.get("defer")
        for page in every_page.values()
        for script in page.root.all("script")
        if script.get("src")
    }

    assert set(scripts.values()) == {""}
    assert {name: size for name in scripts if (size := packed((site / name).read_text("utf-8"))) > 4_600} == {}


def test_the_scripts_of_search_are_small(site, catalog):
    """The engine and the dialog together; the first line of the latter is its texts and settings."""
    engine = (site / "search/engine.js").read_text("utf-8")
    for code in catalog.locales:
        folder = site / ("" if code == catalog.vocab.default_locale else code) / "search"
        first, scripts = (folder / "dialog.js").read_text("utf-8").split("\n", 1)

        assert first.startswith("(self.sharikSearch ??= {}).settings = {") and len(scripts) > 2_000
        assert packed(engine + scripts) <= SEARCH, f"{packed(engine)} + {packed(scripts)}"
