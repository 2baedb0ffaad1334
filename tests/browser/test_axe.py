"""axe-core finds nothing on any page, in any language, light or dark, wide or narrow (WCAG 2.2 A and AA, best practice)."""

from pathlib import Path

import axe_playwright_python
import pytest

from sharik.urls import page_url

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
SCHEMES = [("light", TAGS), ("dark", COLOURS)]  # a scheme changes nothing but colours
SIGHTS = [(1280, *each) for each in SCHEMES]  # (width, scheme, what is asked)
NARROW = (320, "light", TAGS)  # pages of one kind fold alike: the longest of each kind stands for all

RUN = """([asked, part]) => {
  const options = { runOnly: asked, resultTypes: ["violations"], elementRef: false, preload: false };
  return axe.run(part, options).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)}`)));
}"""
WHOLE = "html"
# axe compares a word with its first letter, both drawn on a canvas. Where letters join it takes the word for an icon and
# asks no contrast of it: a third of our Persian, two thirds of our Arabic. When all drawings are alike, words are words.
NO_ICONS = "CanvasRenderingContext2D.prototype.fillText = function () { this.fillRect(0, 0, 99, 99); };"
# A page of a hundred equal entries is examined whole once; for its other sights some stand for all.
EQUAL = ".gloss > div:nth-child(n+5), .glossary > .gloss:nth-of-type(n+3), .law:nth-of-type(n+5)"
THIN_OUT = "(equal) => document.querySelectorAll(equal).forEach((e) => e.remove())"


@pytest.fixture
def open_examined(new_page):
    """A page with axe in it, which the policy of the site would forbid: only here it is passed over."""

    def open_page(**options):
        page = new_page(bypass_csp=True, reduced_motion="reduce", **options)
        page.add_init_script(NO_ICONS)
        page.add_init_script(path=AXE)
        return page

    return open_page


def examine(page, part=WHOLE):
    """What is wrong with a part of a page, in the light and in the dark."""
    wrong = []
    for scheme, asked in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        wrong += [f"{scheme}: {fault}" for fault in page.evaluate(RUN, [asked, part])]
    return wrong


def survey(page, addresses, serve, sights):
    """What is wrong with each address at each of `sights`; every page is loaded once."""
    wrong = []
    for address in addresses:
        page.goto(serve + address)
        for width, scheme, asked in sights:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            if (width, scheme, asked) != SIGHTS[0]:
                page.evaluate(THIN_OUT, EQUAL)
            wrong += [f"/{address} {scheme} {width}: {fault}" for fault in page.evaluate(RUN, [asked, WHOLE])]
    return wrong


@pytest.fixture
def longest(catalog, site):
    """The longest page of each kind in each language, as an address below the site."""
    size = {}
    for (locale, path), page in catalog.pages.items():
        url = page_url(locale, path, catalog.vocab.default_locale)
        size.setdefault((page.kind, locale), {})[url] = (site / url / "index.html").stat().st_size
    return [max(of_kind, key=of_kind.get) for of_kind in size.values()]


@pytest.mark.slow
def test_no_page_has_a_violation(open_examined, addresses, longest, serve):
    page = open_examined()

    assert survey(page, [*addresses, "404.html"], serve, SIGHTS) == []
    assert survey(page, longest, serve, [NARROW]) == []


def test_the_contrast_of_joined_letters_is_examined(open_examined, url, locale):
    page = open_examined()
    page.goto(url(locale, "checklists/preflight/"))
    page.evaluate("for (const title of findAll('h1, h2')) title.style.color = '#999'")
    titles = page.locator("h1:visible, h2:visible").count()

    assert len([fault for fault in examine(page) if "light: color-contrast: <h" in fault]) == titles > 3


def test_the_open_drawer_has_no_violation(open_examined, url, locale):
    page = open_examined(viewport={"width": 320, "height": 640})
    page.goto(url(locale, "articles/"))
    page.locator(".btn--menu").click()
    page.locator(".menu a").first.wait_for(state="visible")

    assert examine(page) == []


@pytest.mark.parametrize("act", ["ws-add", "reset"])
def test_an_open_dialog_has_no_violation(open_examined, url, locale, act):
    page = open_examined(viewport={"width": 320, "height": 640})
    page.goto(url(locale, "checklists/preflight/"))
    page.locator(".tick").first.check()
    page.locator(".more summary").click()
    page.locator(f"[data-act={act}]").click()
    page.locator("dialog[open]").wait_for()

    assert examine(page) == []


SEARCHES = {"fa": "کشش", "ar": "الجذب", "en": "push pull"}  # with sections below an article, and terms


def test_search_has_no_violation(open_examined, url, locale, search):
    """With what was sought before, results, a word that is misspelt, none, another language, and on its own page."""
    page = open_examined(viewport={"width": 320, "height": 640})
    page.goto(url(locale, "guides/"))
    page.evaluate("localStorage.setItem('sharik.search', JSON.stringify({ recent: ['budget', 'نرخ'] }))")
    search.open(page, page.url)
    assert examine(page) == []
    for query in [SEARCHES[locale], "campagn", "чат", "retainer"]:
        search.ask(page, query)
        assert examine(page, search.DIALOG) == [], query  # the page below it does not change
    page.set_viewport_size({"width": 1280, "height": 800})
    assert examine(page) == []
    page.goto(url(locale, f"search/#q={SEARCHES[locale]}"))
    page.locator(".hits a").first.wait_for()
    assert examine(page) == []


def test_a_list_in_use_has_no_violation(open_examined, url, locale):
    """With all three states of an item, a note, reasons and fields open, a filter on, something said."""
    page = open_examined()
    page.goto(url(locale, "checklists/preflight/#link"))
    page.locator(".tick").nth(0).check()
    page.locator(".na input").nth(1).check()
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.locator("textarea").nth(3).fill("https://example.com/ سارا")
    page.locator("textarea").nth(3).press("Escape")
    page.locator("[name=weight][value=must]").check(force=True)
    assert page.locator("textarea:visible").count() > 1 and page.locator(".item__note a:visible").count() == 1

    assert examine(page) == []
