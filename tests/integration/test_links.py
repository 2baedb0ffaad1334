"""Every link, asset and fragment leads somewhere: at the root of a host, below it, and from a folder."""

import re


def test_no_link_is_broken(site, every_page, find_broken_links):
    assert find_broken_links(site, every_page) == []


def test_no_link_is_broken_below_a_sub_path(site_below, parse_site, find_broken_links):
    assert find_broken_links(site_below, parse_site(site_below), base="/sub/path/") == []


def test_addresses_below_a_sub_path_are_absolute_and_true(site_below, parse_site, site):
    pages = parse_site(site_below)
    known = {page.canonical for page in pages.values() if page.file != "404.html"}

    assert known == {f"https://example.org/sub/path/{url}" for url in pages if url != "404.html"}
    for page in pages.values():
        assert set(page.alternates.values()) <= known, page.file
    assert "Sitemap: https://example.org/sub/path/sitemap.xml" in (site_below / "robots.txt").read_text()
    assert "sharik.example" not in (site_below / "sitemap.xml").read_text()


def test_the_lost_page_works_at_any_depth(every_page, site_below, parse_site):
    """A server shows it for any address, so nothing on it may be relative."""
    for page, base in ((every_page["404.html"], "/"), (parse_site(site_below)["404.html"], "/sub/path/")):
        ways = [e.get("href") or e.get("src") for e in page.root if e.get("href") or e.get("src")]

        assert [way for way in ways if not way.startswith((base, "#"))] == []
        assert f"url({base}assets/" in page.head.one("style").raw


def test_no_link_of_the_portable_site_is_broken(portable_site, parse_site, find_broken_links):
    assert find_broken_links(portable_site, parse_site(portable_site)) == []


def test_links_of_the_portable_site_name_their_file(portable_site, parse_site):
    """From a folder there is no server that would add index.html."""
    bare = [
        f"{page.file}: {a['href']}"
        for page in parse_site(portable_site).values()
        for a in page.body.all("a")
        if not re.match(r"(?:https?:|#)", a["href"]) and not re.search(r"\.(?:html|xml|pdf)(?:#|$)", a["href"])
    ]

    assert bare == []


def test_canonical_addresses_do_not_depend_on_the_variant(pages, portable_site, parse_site):
    portable = parse_site(portable_site)

    assert {url: page.canonical for url, page in pages.items()} == {url: portable[url].canonical for url in pages}


def test_links_that_leave_the_site_say_so_and_are_safe(every_page):
    outside = [a for page in every_page.values() for a in page.body.all("a") if a["href"].startswith("http")]

    assert outside
    assert [a["href"] for a in outside if not a["href"].startswith("https://")] == []
    assert [a["href"] for a in outside if a.get("target")] == []


def test_linked_headings_have_the_same_ids_in_every_language(pages, expected_urls):
    """Apart from notes, from the letters of an index, and from the rules, of which each language has its own."""
    by_path = {}
    for url, (_, path) in expected_urls.items():
        if pages[url].kind == "rules":
            continue
        by_path.setdefault(path, set()).add(
            frozenset(id for id in pages[url].ids if not re.match("fn(ref)?:|l-[0-9a-f]+$", id))
        )

    assert [path for path, ids in by_path.items() if len(ids) > 1] == []


def test_ids_are_ascii(every_page):
    assert [f"{page.file}#{id}" for page in every_page.values() for id in page.ids if not id.isascii()] == []


def test_every_heading_of_a_text_can_be_linked(pages):
    faults = [
        f"{url}#{heading['id']}"
        for url, page in pages.items()
        if page.kind in ("article", "page", "rules")
        for heading in page.root.one("article").all()
        if heading.tag in ("h2", "h3") and heading.get("id") and heading["id"] not in ("terms", "sources")
        if not heading.all("a", "headerlink", href=f"#{heading['id']}")
    ]

    assert faults == []
