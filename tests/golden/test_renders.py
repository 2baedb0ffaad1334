"""What the renderers make of base/, as real files in renders/: read them in a browser or an editor.

`UPDATE_GOLDEN=1 python3 scripts/dev.py test tests/golden` writes what comes out today: then read the difference.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.localize import localize
from sharik.render.checklist import checklist, tools
from sharik.render.context import Context
from sharik.render.diagram import diagram
from sharik.render.ends import sources, terms
from sharik.render.exchange import checklist_json, feed, outputs, sitemap
from sharik.render.glossary import glossary
from sharik.render.metadata import json_ld
from sharik.render.parts import expand_page
from sharik.render.view import View
from sharik.urls import Publication

PUBLICATION = Publication("https://example.org/sub/", "https://example.com/owner/repo")
LOCALES = ("fa", "ar", "en")
ARTICLE = "articles/first-steps.md"
CHANNEL_IN_ARABIC = "channel:\n  term: قناة\n  definition: كل طريق تصل به رسالتك إلى الزبون.\n"
PHOTO_IN_ARABIC = '  photo:\n    text: صورة كل سلعة "حقيقية" & واضحة.\n'


def readable(html: str) -> str:
    """One tag a line, so that a difference can be read."""
    return html.replace("><", ">\n<").strip() + "\n"


def indented(json_text: str) -> str:
    return json.dumps(json.loads(json_text), ensure_ascii=False, indent=1) + "\n"


@pytest.fixture
def gaps(lay_over_base) -> Catalog:
    """The base with an item, a term, a diagram and an article that Arabic readers get in another language."""
    root = lay_over_base(
        edits={
            "data/checklists/opening/ar.yml": {PHOTO_IN_ARABIC: ""},
            "data/glossary/ar.yml": {CHANNEL_IN_ARABIC: ""},
        },
        remove=["data/diagrams/roles/ar.yml", f"docs/ar/{ARTICLE}"],
    )
    return load_and_check(root)[0]


def context(catalog: Catalog, locale: str, path: str, served: str = "") -> Context:
    return Context(catalog, PUBLICATION, locale, path, served or locale)


def list_part(catalog: Catalog, locale: str, **settings: str) -> str:
    here = context(catalog, locale, "checklists/opening.md")
    return readable(checklist(localize(catalog, "opening", locale), here, **settings))


def bar(catalog: Catalog, locale: str) -> str:
    items = localize(catalog, "opening", locale).items
    return readable(tools(items, context(catalog, locale, "checklists/opening.md")))


def guide_page(catalog: Catalog, locale: str) -> str:
    page = catalog.pages[locale, "guides/start.md"]
    markdown, parts = expand_page(page, context(catalog, locale, page.path))
    return parts.put_in(markdown).replace("><", ">\n<")


def page_sources(catalog: Catalog, locale: str) -> str:
    page = catalog.pages[locale, ARTICLE]
    return readable(sources(page.meta.sources, context(catalog, locale, ARTICLE)))


def structured_data(catalog: Catalog, locale: str, path: str) -> str:
    page = catalog.page(locale, path)
    assert page is not None
    return indented(json_ld(View(catalog, PUBLICATION, page, locale)))


RENDERS: dict[str, Callable[[Catalog, str], str]] = {
    "checklist.html": list_part,
    "checklist-in-a-guide.html": lambda catalog, locale: list_part(catalog, locale, prefix="opening--", level=3),
    "tools.html": bar,
    "terms.html": lambda catalog, locale: readable(terms(["channel", "cpa"], context(catalog, locale, ARTICLE))),
    "glossary.html": lambda catalog, locale: readable(glossary(context(catalog, locale, "glossary.md"))),
    "sources.html": page_sources,
    "guide.md": guide_page,
    "checklist.json": lambda catalog, locale: checklist_json(catalog, PUBLICATION, "opening", locale),
    "feed.xml": lambda catalog, locale: feed(catalog, PUBLICATION, locale),
    "home.ld.json": lambda catalog, locale: structured_data(catalog, locale, "index.md"),
    "article.ld.json": lambda catalog, locale: structured_data(catalog, locale, ARTICLE),
    "checklist.ld.json": lambda catalog, locale: structured_data(catalog, locale, "checklists/opening.md"),
    "guide.ld.json": lambda catalog, locale: structured_data(catalog, locale, "guides/start.md"),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", RENDERS)
def test_a_part_is_rendered(name, locale, base, golden):
    actual = RENDERS[name](base, locale)

    assert actual == golden(f"{locale}/{name}", actual)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("id", ["push-pull", "journey", "roles", "causes"])
def test_a_diagram_is_rendered(id, locale, base, golden):
    actual = readable(diagram(id, context(base, locale, ARTICLE)))

    assert actual == golden(f"{locale}/diagram-{base.diagrams[id].structure.kind}.html", actual)


def test_the_site_map_is_rendered(base, golden):
    actual = sitemap(base, PUBLICATION)

    assert actual == golden("sitemap.xml", actual)


def test_the_site_map_leaves_fallback_pages_out(gaps):
    urls = re.findall(r"<loc>(.*?)</loc>", sitemap(gaps, PUBLICATION))

    assert [url for url in urls if "first-steps" in url] == [
        "https://example.org/sub/articles/first-steps/",
        "https://example.org/sub/en/articles/first-steps/",
    ]


def test_the_files_beside_the_pages_are_these(base):
    names = {locale: [name for name, _ in outputs(base, PUBLICATION, locale)] for locale in LOCALES}

    assert names == {
        "fa": ["data/fa/checklists/opening.json", "feed.xml", "sitemap.xml", "robots.txt"],
        "ar": ["data/ar/checklists/opening.json", "ar/feed.xml"],
        "en": ["data/en/checklists/opening.json", "en/feed.xml"],
    }


FALLBACKS: dict[str, Callable[[Catalog], str]] = {
    "checklist.html": lambda catalog: list_part(catalog, "ar"),
    "checklist.json": lambda catalog: checklist_json(catalog, PUBLICATION, "opening", "ar"),
    "diagram.html": lambda catalog: readable(diagram("roles", context(catalog, "ar", ARTICLE))),
    "guide.md": lambda catalog: guide_page(catalog, "ar"),
    "feed.xml": lambda catalog: feed(catalog, PUBLICATION, "ar"),
    "glossary.html": lambda catalog: readable(glossary(context(catalog, "ar", "glossary.md"))),
    "article.ld.json": lambda catalog: structured_data(catalog, "ar", ARTICLE),
}


@pytest.mark.parametrize("name", FALLBACKS)
def test_what_is_missing_comes_in_another_language_and_says_so(name, gaps, golden):
    actual = FALLBACKS[name](gaps)

    assert actual == golden(f"fallback/{name}", actual)


def test_without_a_repository_the_place_of_a_missing_text_is_named(gaps):
    here = Context(gaps, Publication("https://example.org/"), "ar", "checklists/opening.md", "ar")
    html = checklist(localize(gaps, "opening", "ar"), here)

    assert re.findall(r'class="untranslated">(.*?)</span>', html) == [
        "غير متاح بالعربية بعد. أضف الترجمة <code>data/checklists/opening/ar.yml</code>"
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_ids_are_unique_and_every_label_names_something(locale, base):
    page = base.pages[locale, "guides/start.md"]
    markdown, parts = expand_page(page, context(base, locale, page.path))
    html = parts.put_in(markdown)
    ids = re.findall(r'\bid="([^"]+)"', html) + re.findall(r"\{#([^}]+)\}", html)
    ids += [f"use-{term}" for term in ("channel", "cpa")]  # of the links in the text, when Markdown is done
    named = re.findall(r'(?:\bfor|aria-labelledby|aria-describedby)="([^"]+)"', html)
    linked = {target for target in re.findall(r'(?:href="|\]\()#([^")]*)', html)}

    assert sorted(ids) == sorted(set(ids))
    assert set(named) - set(ids) == set()
    assert linked - set(ids) == set()
