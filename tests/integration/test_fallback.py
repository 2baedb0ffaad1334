"""A page that is missing in a reader's language: the text of another one, in the reader's own frame."""

import re
from xml.etree import ElementTree

import pytest

ARTICLE = """---
title: {title}
description: {description}
lead: {title}
summary: ["{title} 1", "{title} 2", "{title} 3"]
stage: choose
published: 2026-11-20
reviewed: 2026-11-20
source_locale: {locale}
sources:
  - file: {source}
---
[a](../about.md#privacy) [b](customer-journey.md) [c](only-{other}.md#first) [d](#first) [e](#term-{term})

## {title} {{#first}}

{title}

<!-- terms -->

<!-- sources -->
"""
WORDS = {"ar": "صفحة بالعربية وحدها", "en": "A page in English alone"}
DESCRIPTIONS = {
    "ar": "صفحة يكتبها هذا الاختبار بلغة واحدة، ولا توجد في غيرها من اللغات",
    "en": "a page that this test writes in one language and in no other",
}


def fallback_url(locale, path):
    return f"{'' if locale == 'fa' else locale + '/'}{path}/"


@pytest.fixture(scope="module")
def root(copied_repository, catalog, tmp_path_factory):
    """A repository without docs/ar/about.md, with one article in Arabic alone and one in English alone."""
    root = copied_repository(tmp_path_factory.mktemp("fallback") / "repository")
    (root / "docs/ar/about.md").unlink()
    term = catalog.glossary.structure.terms[0].id
    for locale, other in (("ar", "en"), ("en", "ar")):
        text = ARTICLE.format(
            title=WORDS[locale],
            description=DESCRIPTIONS[locale],
            locale=locale,
            other=other,
            term=term,
            source=catalog.site.sources[0].file,
        )
        (root / f"docs/{locale}/articles/only-{locale}.md").write_text(text, encoding="utf-8")
    site = root / "data/site.yml"
    listed = re.sub(r"(id: articles\n +pages: \[.*?)\]", r"\1, only-ar, only-en]", site.read_text(encoding="utf-8"))
    site.write_text(listed, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def folder(root, sharik, tmp_path_factory):
    out = tmp_path_factory.mktemp("fallback") / "site"
    done = sharik(root, "build", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def pages(folder, parse_site):
    return parse_site(folder)


@pytest.fixture(scope="module")
def expected(catalog):
    """Address -> (the reader's language, that of the text): the first that has it, in the reader's order."""
    have = {"about": ["fa", "en"], "articles/only-ar": ["ar"], "articles/only-en": ["en"]}
    return {
        fallback_url(code, path): (code, next(c for c in catalog.reading_order(code) if c in written))
        for path, written in have.items()
        for code in catalog.locales
        if code not in written
    }


def test_the_pages_stand_where_the_reader_looks_for_them(pages, expected):
    assert sorted(url for url, page in pages.items() if page.file != "404.html" and page.is_fallback) == sorted(
        expected
    )


def test_the_frame_is_in_the_language_of_the_reader(pages, expected, catalog):
    for url, (reader, _) in expected.items():
        html = pages[url].root.one("html")
        assert (html["lang"], html["dir"]) == (reader, catalog.locales[reader].direction)
        assert pages[url].root.one("a", "skip").text == catalog.messages[reader].text("frame.skip")


def test_the_text_says_in_which_language_it_is(pages, expected, catalog):
    for url, (_, written) in expected.items():
        title = pages[url].root.one("h1")
        assert title.inherited("lang") == written
        assert title.inherited("dir") == catalog.locales[written].direction


def test_a_notice_says_so_in_the_language_of_the_reader(pages, expected, catalog):
    for url, (reader, written) in expected.items():
        notice = pages[url].root.one("p", "notice")
        assert notice.text == catalog.messages[reader].text(f"fallback.notice_{written}")
        assert notice.inherited("lang") == reader


def test_search_engines_are_sent_elsewhere(pages, expected):
    found = {url for url, page in pages.items() if page.head.all("meta", name="robots", content="noindex")}

    assert found - {"404.html"} == set(expected)


def test_a_fallback_page_stands_for_itself_and_has_no_counterparts(pages, expected):
    for url in expected:
        assert pages[url].canonical == f"https://sharik.example/{url}"
        assert pages[url].alternates == {}


def test_real_pages_do_not_name_it_as_a_counterpart(pages, expected):
    named = {
        address.removeprefix("https://sharik.example/")
        for page in pages.values()
        for address in page.alternates.values()
    }

    assert named & set(expected) == set()
    assert set(pages["about/"].alternates) == {"fa", "en", "x-default"}
    assert pages["ar/articles/only-ar/"].alternates == {
        "ar": "https://sharik.example/ar/articles/only-ar/",
        "x-default": "https://sharik.example/ar/articles/only-ar/",
    }


def test_site_map_and_feeds_leave_it_out(folder, expected):
    for file in ("sitemap.xml", "feed.xml", "ar/feed.xml", "en/feed.xml"):
        text = (folder / file).read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        assert [
            url for url in expected if f"sharik.example/{url}<" in text or f'sharik.example/{url}"' in text
        ] == [], file
    assert "ar/articles/only-ar/" in (folder / "ar/feed.xml").read_text(encoding="utf-8")


def test_links_on_it_stay_with_the_reader(pages, expected):
    """However a text was written, its links lead on in the reader's language."""
    for url, (reader, _) in expected.items():
        for link in pages[url].root.one("main").all("a"):
            if not link["href"].startswith("http"):
                file, _ = pages[url].way(link["href"])
                assert file.partition("/")[0] == reader or (reader == "fa" and file[:3] not in ("ar/", "en/")), (
                    url,
                    link["href"],
                )


def test_links_from_other_pages_lead_to_it(pages):
    """Not to the page in another language: the reader stays in the own frame."""
    about = [
        pages[url].way(link["href"])[0]
        for url in pages
        if url.startswith("ar/")
        for link in pages[url].root.one("main").all("a")
        if "about/" in link["href"]
    ]

    assert set(about) == {"ar/about/index.html"}
    only = pages["ar/articles/only-ar/"].root.one("article").all("a")
    assert "ar/articles/only-en/index.html" in {pages["ar/articles/only-ar/"].way(link["href"])[0] for link in only}


def test_no_link_is_broken(folder, pages, find_broken_links):
    assert find_broken_links(folder, pages) == []


def test_language_links_lead_to_the_fallback_page_and_back(pages):
    for url, home in (("about/", ""), ("ar/about/", "ar/")):
        ways = {a["lang"]: pages[url].way(a["href"])[0] for a in pages[url].root.one("nav", "langs").all("a")}
        assert ways == {"fa": "about/index.html", "ar": "ar/about/index.html", "en": "en/about/index.html"}, home


def test_titles_in_another_language_are_marked_wherever_they_stand(pages):
    """In the navigation, the lists of pages, the path and the pager: a voice must know how to read them."""
    words = {title: code for code, title in WORDS.items()}
    about = pages["en/about/"].root.one("h1").text
    unmarked = []
    for url, page in pages.items():
        for element, text in page.body.texts():
            written = words.get(text.strip()) or ("en" if text.strip() == about and page.lang == "ar" else None)
            if written and written != page.lang and element.inherited("lang") != written:
                unmarked.append(f"{url}: <{element.tag}> in {[e.tag for e in element.above()][1:4]}")

    assert unmarked == []


def test_lists_of_pages_say_which_are_not_in_the_language(pages, catalog):
    mark = catalog.messages["en"].text("fallback.mark")
    entries = pages["en/articles/"].root.one("ol", "essays").all("li")

    assert [mark in entry.text for entry in entries] == [False] * (len(entries) - 2) + [True, False]


def test_the_patch_of_static_i18n_is_needed_and_enough(
    root, copied_repository, sharik, parse_site, find_broken_links, tmp_path
):
    """Without `_widen` (hooks/files.py) a link between a fallback page and its neighbours breaks; with it none does."""
    hook = root / "hooks/files.py"
    text = hook.read_text(encoding="utf-8")
    call = re.compile(r"^    _widen\(files, .*\)\n", re.M)
    assert len(call.findall(text)) == 1
    hook.write_text(call.sub("", text), encoding="utf-8")
    try:
        done = sharik(root, "build", "--out", tmp_path / "site")
    finally:
        hook.write_text(text, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert find_broken_links(tmp_path / "site", parse_site(tmp_path / "site")) != []
