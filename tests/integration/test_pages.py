"""What every built page must have, whatever it says."""

import base64
import hashlib
import itertools
import json
import re
from collections import Counter

NAMED = re.compile(r"\{\{|\{%|\}\}|%\}|\{\w+\}")
MARKER = re.compile(r"<!--|-->")


def hashes(texts):
    return {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}


def policy(page):
    content = page.head.one("meta", http_equiv="Content-Security-Policy")["content"]
    rules = [rule.split() for rule in content.split(";")]
    return {name: set(values) for name, *values in rules}


def inline(page, tag):
    return [e.raw for e in page.root.all(tag) if not e.get("src") and e.get("type") != "application/ld+json"]


def test_the_pages_are_those_of_the_content(pages, expected_urls):
    assert sorted(pages) == sorted(expected_urls)


def test_tags_nest(every_page):
    assert [f"{page.file}: {fault}" for page in every_page.values() for fault in page.faults] == []


def test_language_and_direction(pages, expected_urls, catalog):
    found = {url: (page.root.one("html")["lang"], page.root.one("html")["dir"]) for url, page in pages.items()}

    assert found == {url: (code, catalog.locales[code].direction) for url, (code, _) in expected_urls.items()}


def test_one_heading_of_the_first_level(every_page):
    assert {page.file: len(page.root.all("h1")) for page in every_page.values() if len(page.root.all("h1")) != 1} == {}


def test_headings_leave_out_no_level(every_page):
    def jumps(page):
        levels = [int(e.tag[1]) for e in page.body if re.fullmatch("h[1-6]", e.tag)]
        return [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]

    assert {page.file: jumps(page) for page in every_page.values() if jumps(page)} == {}


def test_every_page_has_a_title_of_its_own(every_page):
    titles = Counter(page.head.one("title").raw.strip() for page in every_page.values())

    assert [title for title, n in titles.items() if n > 1 or not title] == []


def test_every_page_has_a_description_of_its_own(every_page):
    descriptions = Counter(page.meta("description").strip() for page in every_page.values())

    assert [text for text, n in descriptions.items() if n > 1 or len(text) < 40] == []


def test_canonical_addresses_are_absolute(pages):
    assert {url: page.canonical for url, page in pages.items()} == {
        url: f"https://sharik.example/{url}" for url in pages
    }


def test_alternates_name_every_language_and_each_other(pages, expected_urls, catalog):
    default = catalog.vocab.default_locale
    by_path = {}
    for url, (code, path) in expected_urls.items():
        by_path.setdefault(path, {})[code] = pages[url].canonical
    wanted = {url: {**by_path[path], "x-default": by_path[path][default]} for url, (_, path) in expected_urls.items()}

    assert {url: page.alternates for url, page in pages.items()} == wanted


def test_pages_are_found_by_search_engines_and_the_lost_one_is_not(every_page):
    found = {page.file for page in every_page.values() if page.head.all("meta", name="robots", content="noindex")}

    assert found == {"404.html"}


def test_no_id_stands_twice(every_page):
    def twice(page):
        return [id for id, n in Counter(e["id"] for e in page.root if e.get("id")).items() if n > 1]

    assert {page.file: twice(page) for page in every_page.values() if twice(page)} == {}


def test_references_within_a_page_lead_somewhere(every_page):
    names = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")
    lost = [
        f"{page.file}: {name}={id}"
        for page in every_page.values()
        for element in page.root
        for name in names
        for id in (element.get(name) or "").split()
        if id not in page.ids
    ]

    assert lost == []


def test_no_marker_and_no_placeholder_is_left(every_page):
    left = []
    for page in every_page.values():
        texts = [text for _, text in page.root.texts()]
        attributes = [v for e in page.root for k, v in e.attributes.items() if not k.startswith("data-messages")]
        left += [f"{page.file}: {text.strip()[:80]}" for text in texts + attributes if NAMED.search(text)]
        left += [f"{page.file}: {found}" for found in MARKER.findall(page.html)]

    assert left == []


def test_the_policy_allows_what_the_page_carries_and_nothing_else(every_page):
    faults = []
    for page in every_page.values():
        rules = policy(page)
        if rules["default-src"] != {"'none'"} or rules["base-uri"] != {"'none'"}:
            faults.append(f"{page.file}: {rules}")
        for tag, rule in (("script", "script-src"), ("style", "style-src")):
            allowed = rules[rule] - {"'self'"}
            if allowed != hashes(inline(page, tag)):
                faults.append(f"{page.file}: {rule} {sorted(allowed)} is not what its <{tag}> have")
        if any(value.startswith(("http", "*")) for values in rules.values() for value in values):
            faults.append(f"{page.file}: the policy lets other hosts in")

    assert faults == []


def test_the_policy_stands_before_what_it_governs(every_page):
    def order(page):
        found = (e for e in page.head if e.tag in ("script", "style", "link") or e.get("http-equiv"))
        return next(found).tag

    assert {page.file for page in every_page.values() if order(page) != "meta"} == set()


def test_no_style_attribute_and_no_event_handler(every_page):
    def bad(name, value):
        return name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:")

    faults = [
        f"{page.file}: <{e.tag} {name}={value!r}>"
        for page in every_page.values()
        for e in page.root
        for name, value in e.attributes.items()
        if bad(name, value)
    ]

    assert faults == []


def test_nothing_is_loaded_from_elsewhere(every_page):
    loaded = [
        f"{page.file}: {address}"
        for page in every_page.values()
        for e in page.root
        for address in [e.get("src"), e.get("href") if e.tag == "link" else None, e.get("action"), e.get("srcset")]
        if address and re.match(r"(?:https?:)?//", address) and e.get("rel") not in ("canonical", "alternate")
    ]

    assert loaded == []


def structured(page):
    """The structured data of a page: its things, of whatever depth, by type."""
    found = {}

    def gather(value):
        if isinstance(value, list):
            for each in value:
                gather(each)
        elif isinstance(value, dict):
            found.setdefault(value.get("@type"), []).append(value)
            for each in value.values():
                gather(each)

    gather(json.loads(page.head.one("script", type="application/ld+json").raw))
    return found


def test_structured_data_says_what_the_page_is(pages):
    wanted = {"article": "Article", "checklist": "HowTo", "home": "WebSite"}

    assert [url for url, page in pages.items() if wanted.get(page.kind, "BreadcrumbList") not in structured(page)] == []


def test_addresses_in_structured_data_are_pages(pages):
    known = {page.canonical for page in pages.values()}
    named = {
        thing[key].partition("#")[0]
        for page in pages.values()
        for things in structured(page).values()
        for thing in things
        for key in ("item", "url")
        if isinstance(thing.get(key), str)
    }

    assert named - known == set()


def test_structured_steps_are_the_items(pages):
    for page in (p for p in pages.values() if p.kind == "checklist"):
        steps = [step["url"].partition("#")[2] for step in structured(page)["HowToStep"]]

        assert steps == [item["id"] for item in page.root.all("li", "item")], page.url


def test_cards_for_messengers(pages, site):
    faults = []
    for url, page in pages.items():
        image = page.meta("og:image").removeprefix("https://sharik.example/")
        if not (site / image).is_file():
            faults.append(f"{url}: {image}")
        if page.meta("og:url") != page.canonical or page.meta("og:description") != page.meta("description"):
            faults.append(url)
        if not all(page.meta(f"og:{name}") for name in ("title", "type", "site_name")):
            faults.append(url)

    assert faults == []


def test_every_page_says_when_it_was_reviewed_and_where_to_report(pages):
    """On pages with a text of their own; a list of pages has no date."""
    dated = [page for page in pages.values() if page.kind in ("article", "checklist", "guide", "page")]

    assert [page.url for page in dated if not page.root.all("p", "meta")] == []
    assert [page.url for page in pages.values() if len(page.root.one("footer").all("a")) < 4] == []


def test_the_reader_finds_the_same_page_in_every_language(pages, expected_urls):
    faults = []
    for url, (_, path) in expected_urls.items():
        for link in pages[url].root.one("nav", "langs").all("a"):
            file, _ = pages[url].way(link["href"])
            if expected_urls[file.removesuffix("index.html")] != (link["lang"], path):
                faults.append(f"{url}: {link['href']}")

    assert faults == []


def test_the_place_in_the_site_is_marked_once(pages):
    """The page itself, or the section it lies in; its language; the end of its path."""
    faults = []
    for url, page in pages.items():
        current = [a.get("aria-current") for a in page.root.one("nav", "nav").all("a") if a.get("aria-current")]
        wanted = [] if page.kind == "home" else ["true"] if "/" in url.partition("/")[2].strip("/") else current[:1]
        if len(current) > 1 or (wanted and current != wanted and page.lang != "fa"):
            faults.append(f"{url}: {current}")
        if [a["lang"] for a in page.root.one("nav", "langs").all("a") if a.get("aria-current")] != [page.lang]:
            faults.append(f"{url}: language")
        if page.kind != "home" and page.root.one("nav", "crumbs").all(aria_current="page")[-1].tag != "span":
            faults.append(f"{url}: path")

    assert faults == []
