import json
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from sharik.localize import localize
from sharik.render.exchange import FEED_LENGTH, SITEMAP, checklist_json, feed, outputs, sitemap
from sharik.urls import Publication

HERE = Publication("https://example.org/sub/")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_the_json_of_a_checklist_holds_what_the_page_shows(base, locale):
    data = json.loads(checklist_json(base, HERE, "opening", locale))
    shown = localize(base, "opening", locale)
    items = [item for group in data["groups"] for item in group["items"]]

    assert [item["key"] for item in items] == [item.key for item in shown.items]
    assert [item["text"] for item in items] == [item.words.text for item in shown.items]
    assert [item["part"] for item in items] == [item.part for item in shown.items]
    assert (data["title"], data["locale"], data["schema"]) == (shown.title.text, locale, 1)
    assert [item for item in items if "text_locale" in item] == []


def test_the_json_is_plain_unicode_that_can_be_read_and_compared(base):
    text = checklist_json(base, HERE, "opening", "fa")

    assert "پیش از باز کردن صفحه" in text
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" == text


def titles(xml: str) -> list[str | None]:
    return [title.text for title in ET.fromstring(xml).findall("a:entry/a:title", ATOM)]


def with_article(base, title: str, published: date, id: str = "new"):
    page = base.pages["en", "articles/first-steps.md"]
    meta = page.meta.model_copy(update={"title": title, "published": published, "reviewed": published})
    return {("en", f"articles/{id}.md"): replace(page, path=f"articles/{id}.md", meta=meta)}


def test_the_feed_tells_the_newest_first(base):
    pages = {**base.pages, **with_article(base, "New", date(2026, 12, 1))}

    xml = feed(replace(base, pages=pages), HERE, "en")

    assert titles(xml) == ["New", "Start", 'The "first" steps', "Before the page opens"]
    assert ET.fromstring(xml).findtext("a:updated", namespaces=ATOM) == "2026-12-01T00:00:00Z"


def test_what_has_a_meaning_in_xml_is_escaped(base):
    pages = {**base.pages, **with_article(base, '<Q> & "A" ]]>', date(2026, 12, 1))}

    assert titles(feed(replace(base, pages=pages), HERE, "en"))[0] == '<Q> & "A" ]]>'


def test_the_feed_has_an_end(base):
    pages = dict(base.pages)
    for n in range(40):
        pages |= with_article(base, f"Article {n}", date(2027, 1, 1) + timedelta(days=n), f"a{n}")

    found = titles(feed(replace(base, pages=pages), HERE, "en"))

    assert (len(found), found[0]) == (FEED_LENGTH, "Article 39")


def test_a_language_without_pages_has_an_empty_feed(base):
    pages = {key: page for key, page in base.pages.items() if key[0] != "ar"}

    assert titles(feed(replace(base, pages=pages), HERE, "ar")) == []


def test_the_site_map_names_every_real_page_once(base):
    found = [loc.text for loc in ET.fromstring(sitemap(base, HERE)).iter(f"{{{SITEMAP}}}loc")]

    assert len(found) == len(set(found)) == len(base.pages)


def test_robots_are_told_where_the_site_map_is(base):
    assert dict(outputs(base, HERE, "fa"))["robots.txt"].endswith("\nSitemap: https://example.org/sub/sitemap.xml\n")
