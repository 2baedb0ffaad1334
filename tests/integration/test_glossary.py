"""The glossary of each language, and the ways to it from the articles, checklists and guides."""

import re

import pytest

from sharik.text.collate import letter, sort_key

LOCALES = ["fa", "ar", "en"]


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def glossary(pages, locale):
    return pages[f"{'' if locale == 'fa' else locale + '/'}glossary/"]


def entries(page):
    return [div for dl in page.root.all("dl", "gloss") for div in dl.children if getattr(div, "tag", "") == "div"]


def name_of(entry):
    """The name as it is shown: what stands in the dt before its small print."""
    dt = entry.one("dt")
    return " ".join("".join(text for e, text in dt.texts() if not inside_small_print(e, dt)).split())


def inside_small_print(element, dt):
    return any(e.tag == "span" for e in element.above() if e in list(dt))


def test_every_term_has_one_place(glossary, catalog):
    ids = [entry["id"] for entry in entries(glossary)]

    assert sorted(ids) == sorted(catalog.terms)
    assert len(set(ids)) == len(ids)


def test_terms_stand_in_the_order_of_the_language(glossary, locale):
    names = [name_of(entry) for entry in entries(glossary)]

    assert names == sorted(names, key=lambda name: sort_key(name, locale))


def test_each_term_stands_under_its_letter(glossary, locale):
    for heading in glossary.root.one("article", "glossary").all("h2"):
        siblings = heading.parent.children
        terms = next(e for e in siblings[siblings.index(heading) :] if getattr(e, "tag", "") == "dl")
        for entry in terms.all("dt"):
            assert letter(name_of(entry.parent), locale) == (heading["id"], heading.text), entry.text


def test_letters_lead_to_their_headings_and_the_others_lead_nowhere(glossary):
    nav = glossary.root.one("nav", "alpha")
    headings = [h["id"] for h in glossary.root.one("article", "glossary").all("h2")]

    assert [a["href"] for a in nav.all("a")] == [f"#{id}" for id in headings]
    assert {span.get("aria-hidden") for span in nav.all("span")} <= {"true"}
    assert nav.get("aria-label")


def test_every_entry_has_the_words_and_the_forms_of_the_other_languages(glossary, locale, catalog):
    words = catalog.glossary.words
    for entry in entries(glossary):
        id = entry["id"]
        assert name_of(entry) == words[locale].root[id].term
        assert words[locale].root[id].definition in entry.one("dd").text
        forms = {(bdi["lang"], bdi["dir"]): bdi.text for bdi in entry.one("dt").all("bdi") if bdi["lang"] != "en"}
        english = [bdi.text for bdi in entry.one("dt").all("bdi", lang="en", dir="ltr")]
        others = [code for code in LOCALES if code != locale]
        for code in others:
            if code == "en":
                assert words["en"].root[id].term in english
            else:
                assert forms[code, "rtl"] == words[code].root[id].term


def test_notes_are_shown_and_synonyms_are_not(glossary, locale, catalog):
    for entry in entries(glossary):
        said = catalog.glossary.words[locale].root[entry["id"]]
        shown = [p.text for p in entry.one("dd").all("p")]
        assert (said.note in shown) if said.note else len([p for p in shown if p == said.definition]) == 1


def test_what_a_term_names_is_linked_on_the_page(glossary, catalog):
    by_id = {term.id: term for term in catalog.glossary.structure.terms}
    for entry in entries(glossary):
        linked = {a["href"].removeprefix("#") for a in entry.all("a") if a["href"].startswith("#")}
        assert linked == {*by_id[entry["id"]].related, *by_id[entry["id"]].confuse}


def test_a_term_names_the_pages_that_use_it(pages, glossary):
    """Exactly those articles and checklists whose own list of terms has it; each link leads to the first use."""
    by_file = {page.file: page for page in pages.values()}
    named = {
        (entry["id"], *glossary.way(a["href"]))
        for entry in entries(glossary)
        for a in entry.all("a")
        if not a["href"].startswith("#")
    }
    listed = {
        (id.removeprefix("term-"), page.file, id.replace("term-", "use-", 1))
        for page in pages.values()
        if page.lang == glossary.lang and page.kind in ("article", "checklist")
        for id in page.ids
        if id.startswith("term-")
    }

    assert named == listed
    assert all(place in by_file[file].ids for _, file, place in named)


def test_every_term_in_a_text_leads_to_an_entry_that_leads_to_the_glossary(pages):
    seen = 0
    for page in pages.values():
        for link in page.root.all("a", "term"):
            id = link["href"].removeprefix("#term-")
            entry = next(e for e in page.root if e.get("id") == f"term-{id}")
            way = page.way(entry.one("dt").all("a")[0]["href"])
            home = "" if page.lang == "fa" else f"{page.lang}/"
            assert way == (f"{home}glossary/index.html", id), page.url
            seen += 1

    assert seen > 100


def test_each_entry_leads_back_to_the_first_use(pages):
    for page in pages.values():
        uses = [a for a in page.root.all("a", "term")]
        for id in [id.removeprefix("term-") for id in page.ids if id.startswith("term-")]:
            first = next(a for a in uses if a["href"] == f"#term-{id}")
            entry = next(e for e in page.root if e.get("id") == f"term-{id}")
            assert first.get("id") == f"use-{id}", (page.url, id)
            assert entry.one("a", "term-back")["href"] == f"#use-{id}"
        assert [a["id"] for a in uses if a.get("id")] == [f"use-{id}" for id in dict.fromkeys(
            a["href"].removeprefix("#term-") for a in uses
        )]  # fmt: skip


def test_a_checklist_links_the_terms_it_names(pages, catalog, locale):
    home = "" if locale == "fa" else f"{locale}/"
    for id, entry in catalog.checklists.items():
        page = pages[f"{home}checklists/{id}/"]
        linked = [a["href"].removeprefix("#term-") for a in page.root.one("main").all("a", "term")]

        assert sorted(linked) == sorted(entry.structure.terms)
        assert [id for id in re.findall(r'<div id="term-([^"]+)"', page.html)] == linked


def test_a_guide_has_the_terms_of_its_lists(pages, catalog, locale):
    home = "" if locale == "fa" else f"{locale}/"
    for id, guide in catalog.guides.items():
        page = pages[f"{home}guides/{id}/"]
        whole = [p.id for p in guide.structure.parts if p.kind == "checklist" and not p.sections]
        wanted = {f"term-{term}" for part in whole for term in catalog.checklists[part].structure.terms}

        assert wanted <= page.ids
        assert len(re.findall('id="term-', page.html)) == len({i for i in page.ids if i.startswith("term-")})


def test_the_glossary_is_in_the_header_of_every_page(pages):
    for page in pages.values():
        ways = [page.way(a["href"])[0] for a in page.root.one("nav", "nav").all("a")]
        home = "" if page.lang == "fa" else f"{page.lang}/"
        assert f"{home}glossary/index.html" in ways, page.url
