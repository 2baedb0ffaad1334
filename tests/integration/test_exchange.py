"""The files beside the pages: site map, feeds, checklists as JSON, and that all of them say the same."""

import json
from datetime import datetime
from xml.etree import ElementTree

import pytest

BASE = "https://sharik.example/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
ITEM = {"id", "key", "rev", "text", "why", "done_when", "weight", "roles", "part", "minutes", "lead_days"}


@pytest.fixture(scope="session")
def lists(site, catalog):
    """(locale, id) -> the published JSON."""
    return {
        (code, id): json.loads((site / f"data/{code}/checklists/{id}.json").read_text(encoding="utf-8"))
        for code in catalog.locales
        for id in catalog.checklists
    }


def prefix(code):
    return "" if code == "fa" else f"{code}/"


def test_the_site_map_lists_the_pages_and_nothing_else(site, pages):
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", SITEMAP)
    listed = [url.findtext("s:loc", namespaces=SITEMAP) for url in urls]

    assert sorted(listed) == sorted(page.canonical for page in pages.values())


def test_the_site_map_knows_the_same_counterparts_as_the_pages(site, pages):
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", SITEMAP)
    listed = {
        url.findtext("s:loc", namespaces=SITEMAP): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)
        }
        for url in urls
    }

    assert listed == {page.canonical: page.alternates for page in pages.values()}


def test_robots_are_told_where_the_site_map_is(site):
    assert (site / "robots.txt").read_text(
        encoding="utf-8"
    ) == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_the_feed_names_pages_of_its_own_language(site, pages, code):
    feed = ElementTree.parse(site / prefix(code) / "feed.xml").getroot()
    entries = feed.findall("a:entry", ATOM)
    links = [entry.find("a:link", ATOM).get("href") for entry in entries]
    own = [p for p in pages.values() if p.lang == code and p.kind in ("article", "checklist", "guide")]

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == code
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"{BASE}{prefix(code)}feed.xml"
    assert sorted(links) == sorted(page.canonical for page in own)[:30]
    assert len({entry.findtext("a:id", namespaces=ATOM) for entry in entries}) == len(entries)
    for entry in entries:
        page = pages[entry.find("a:link", ATOM).get("href").removeprefix(BASE)]
        assert entry.findtext("a:title", namespaces=ATOM) == page.root.one("h1").text.replace("\u200e", "")
        assert entry.findtext("a:summary", namespaces=ATOM) == page.meta("description")
        for name in ("published", "updated"):
            assert datetime.fromisoformat(entry.findtext(f"a:{name}", namespaces=ATOM)).tzinfo


def test_pages_lead_to_the_feed_of_their_language(pages):
    feeds = {
        url: page.way(page.head.one("link", type="application/atom+xml")["href"])[0] for url, page in pages.items()
    }

    assert feeds == {url: f"{prefix(page.lang)}feed.xml" for url, page in pages.items()}


def test_json_has_the_schema_version_and_every_key(lists, pages):
    for (code, id), data in lists.items():
        assert (data["schema"], data["id"], data["locale"]) == (1, id, code)
        assert data["url"].removeprefix(BASE) in pages
        assert {key for group in data["groups"] for item in group["items"] for key in item} == ITEM, (code, id)


def test_items_are_the_same_in_json_page_and_all_languages(lists, pages, catalog):
    for id, entry in catalog.checklists.items():
        wanted = [(f"{id}.{item.id}", item.rev) for item in entry.structure.items]
        for code in catalog.locales:
            data = [(item["key"], item["rev"]) for group in lists[code, id]["groups"] for item in group["items"]]
            shown = pages[f"{prefix(code)}checklists/{id}/"].root.all("li", "item")

            assert data == wanted, (code, id)
            assert [(item["data-key"], int(item["data-rev"])) for item in shown] == wanted, (code, id)
            assert [item["id"] for item in shown] == [key.partition(".")[2] for key, _ in wanted], (code, id)


def test_items_say_the_same_in_json_and_page(lists, pages):
    for (code, id), data in lists.items():
        page = pages[f"{prefix(code)}checklists/{id}/"]
        words = {item["id"]: item for group in data["groups"] for item in group["items"]}
        for item in page.root.all("li", "item"):
            known = words[item["id"]]
            said = item.one("label", "item__text").text, item["data-role"], item["data-weight"]
            assert said == (" ".join(known["text"].split()), known["part"], known["weight"]), (code, item["id"])
            if known["done_when"]:
                assert item.one("p", "item__when").text.endswith(" ".join(known["done_when"].split()))


def test_items_keep_their_keys_in_a_guide(lists, pages, catalog):
    """On a page of several parts an item's anchor is <list>--<item>; the key under which it is ticked is the same."""
    for id, entry in catalog.guides.items():
        parts = [part.id for part in entry.structure.parts if part.kind == "checklist"]
        for code in catalog.locales:
            shown = pages[f"{prefix(code)}guides/{id}/"].root.all("li", "item")
            items = [i for part in parts for group in lists[code, part]["groups"] for i in group["items"]]

            assert [item["data-key"] for item in shown] == [item["key"] for item in items], (code, id)
            assert [item["id"] for item in shown] == [item["key"].replace(".", "--") for item in items], (code, id)


def test_every_item_of_a_list_has_two_boxes_and_its_own_names(pages):
    for page in (p for p in pages.values() if p.kind in ("checklist", "guide")):
        for item in page.root.all("li", "item"):
            boxes = item.all("input", type="checkbox")

            assert [box["name"] for box in boxes] == [item["data-key"], f"{item['data-key']}-na"], page.url
            assert boxes[0]["id"] == item.one("label", "item__text")["for"] == f"t-{item['id']}", page.url
