"""The body of a page on paper: every word of it, and figures where markers stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sharik.paper.sheets import KINDS
from sharik.paper.text import EXTENSIONS, EXTENSIONS_FOR_CODE, body_nodes, summary_nodes
from sharik.paper.tree import LRI, PDI, RLI, text_of
from sharik.render.context import Context
from sharik.text.bidi import FSI
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]
PUBLICATION = Publication("https://example.org/sub/")
ISOLATES = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI)))
# What Markdown does not print: comments, addresses, notes' names, attributes, the rule of a table, numbers of a list.
UNPRINTED = re.compile(
    r"<!--.*?-->|\]\([^)\s]*\)|\[\^[\w-]+\]:?|\{[#.:][^}]*\}|^!!!\s+\w+|^\s*\d+\.\s|</?\w+[^>]*>", re.M | re.S
)
UNSEEN = ("kind", "to", "svg", "alt", "lang")


class Settings(yaml.SafeLoader):
    """Reads the tags of mkdocs.yml as nothing."""


Settings.add_multi_constructor("!", lambda loader, tag, node: None)


def words(text):
    """The words of a text with how often each stands there; signs and direction marks are none."""
    return Counter(re.findall(r"[\w\u200c]+", text.translate(ISOLATES)))


def is_run(node):
    return isinstance(node, dict) and node.get("kind") == "text"


def every_text(node):
    """All texts of a node wherever it keeps them: cells, titles and names, too."""
    if isinstance(node, dict):
        return " ".join(every_text(value) for key, value in node.items() if key not in UNSEEN)
    if isinstance(node, list):
        return "".join(every_text(each) if is_run(each) else f" {every_text(each)} " for each in node)
    return node if isinstance(node, str) else ""


def prose(body):
    return UNPRINTED.sub(" ", re.sub(r"\[(?!\^)", "", body))  # a link may begin within a word


def articles(catalog):
    return [page for page in catalog.pages.values() if page.kind == "article"]


def contexts(catalog, page):
    return Context(catalog, PUBLICATION, page.locale, page.path, page.locale)


def body(context, markdown, locale="en"):
    page = context.catalog.pages[locale, "articles/first-steps.md"]
    return body_nodes(replace(page, body=markdown), context)


def test_markdown_is_read_as_on_the_site():
    configured = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Settings)["markdown_extensions"]
    names = {name for entry in configured for name in (entry if isinstance(entry, dict) else [entry])}

    assert {*EXTENSIONS, EXTENSIONS_FOR_CODE} == names - {"toc"}
    assert "toc" in names


def test_every_article_is_looked_at(catalog):
    assert {page.locale for page in articles(catalog)} == set(catalog.locales)
    assert len(articles(catalog)) >= 4 * len(catalog.locales)


def test_no_word_of_an_article_is_lost(catalog):
    lost = {}
    for page in articles(catalog):
        missing = words(prose(page.body)) - words(every_text(body_nodes(page, contexts(catalog, page))))
        if missing:
            lost[page.source] = missing

    assert lost == {}


def test_every_page_that_is_printed_can_be_read(catalog):
    """Also a checklist's page and a guide's, whose words beside the marker stand on no sheet of today."""
    printed = [page for page in articles(catalog) if page.path.partition("/")[0] in KINDS]

    assert all(body_nodes(page, contexts(catalog, page)) for page in printed)


def test_a_word_that_is_lost_would_be_noticed(catalog):
    page = articles(catalog)[0]
    found = every_text(body_nodes(page, contexts(catalog, page)))

    assert words(prose(page.body + "\n\nunheard-of")) - words(found) == Counter(["unheard", "of"])


def test_markers_become_figures(catalog):
    for page in articles(catalog):
        ids = re.findall(r"<!-- diagram: (\S+) -->", page.body)
        figures = [node for node in body_nodes(page, contexts(catalog, page)) if node["kind"] == "figure"]

        assert [figure["alt"] for figure in figures] == [
            catalog.diagrams[id].words[page.locale].caption for id in ids
        ], page.source


def test_a_figure_says_all_labels_of_its_diagram(catalog):
    for id, entry in catalog.diagrams.items():
        for locale, said in entry.words.items():
            page = catalog.pages[locale, articles(catalog)[0].path]
            found = body_nodes(page, contexts(catalog, page), f"<!-- diagram: {id} -->")

            assert words(" ".join(said.labels.values())) - words(every_text(found)) == Counter(), (id, locale)


def test_a_figure_stands_between_the_paragraphs_around_its_marker(context):
    found = body(context("en", "articles/first-steps.md"), "a\n\n<!-- diagram: causes -->\n\nb")

    assert [node["kind"] for node in found] == ["paragraph", "figure", "paragraph"]


def test_terms_and_sources_stand_at_the_end_of_the_sheet_not_in_the_text(context):
    found = body(context("en", "articles/first-steps.md"), "a\n\n<!-- terms -->\n\n<!-- sources -->\n")

    assert text_of(found) == "a"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../checklists/opening.md#price", "https://example.org/sub/en/checklists/opening/#price"),
        ("#price", "https://example.org/sub/en/articles/first-steps/#price"),
        ("https://example.com/?a=1&b=2", "https://example.com/?a=1&b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_to_a_whole_address(context, target, address):
    ((node,),) = (n["nodes"] for n in body(context("en", "articles/first-steps.md"), f"[a]({target})"))

    assert (node["kind"], node["to"]) == ("link", address)


def test_a_term_is_no_link(context):
    assert body(context("en", "articles/first-steps.md"), "[a](#term-cpa)") == [
        {"kind": "paragraph", "nodes": [{"kind": "text", "text": "a"}]}
    ]


def test_the_sixty_seconds_keep_their_marks(base):
    page = base.pages["en", "articles/first-steps.md"]
    (found,) = summary_nodes(page)

    assert len(found["nodes"]) == len(page.meta.summary)
    assert found["nodes"][0]["nodes"][0]["kind"] == "strong"
