import re
from dataclasses import replace

import pytest

from sharik.model.guide import Part
from sharik.render.guide import guide, rebase

PLACES = {
    Part(kind="article", id="first-steps"): {"first-steps", "first-steps--price"},
    Part(kind="checklist", id="opening"): {"opening", "opening--price"},
}


@pytest.fixture
def rebased(base):
    page = base.pages["en", "articles/first-steps.md"]
    return lambda text: rebase(text, page, PLACES, "first-steps--")


@pytest.mark.parametrize(
    ("written", "in_the_guide"),
    [
        ("## Price {#price}", "### Price {#first-steps--price}"),
        ("### Margin { #margin }", "#### Margin {#first-steps--margin}"),
        ("[a](#price)", "[a](#first-steps--price)"),
        ('[a](../checklists/opening.md#price "b")', '[a](#opening--price "b")'),
        ("[a](../checklists/opening.md)", "[a](#opening)"),
        ("[a](../about.md#five-sources)", "[a](../about.md#five-sources)"),
        ("[a](second-steps.md)", "[a](../articles/second-steps.md)"),
        ("[a](../index.md)", "[a](../index.md)"),
        ("[a](#term-cpa)", "[a](#term-cpa)"),
        ("[a](https://b.example/#c)", "[a](https://b.example/#c)"),
        ("![a](b.png)", "![a](../articles/b.png)"),
        ("a[^b]\n\n[^b]: c", "a[^first-steps--b]\n\n[^first-steps--b]: c"),
        ("`## x {#x}` `[a](b.md)` `[^c]`", "`## x {#x}` `[a](b.md)` `[^c]`"),
        ("```\n## x {#x}\n```", "```\n## x {#x}\n```"),
    ],
)
def test_an_article_becomes_a_part_of_a_guide(rebased, written, in_the_guide):
    assert rebased(written) == in_the_guide


def test_a_link_to_a_section_that_the_guide_leaves_out_leads_to_the_article(rebased):
    assert rebased("[a](#margin)") == "[a](../articles/first-steps.md#margin)"


@pytest.fixture
def guide_with(base, context):
    """The Markdown of the guide with other parts."""

    def make(*parts: Part) -> str:
        entry = base.guides["start"]
        structure = entry.structure.model_copy(update={"parts": list(parts)})
        catalog = replace(base, guides={"start": replace(entry, structure=structure)})
        return guide("start", replace(context("en", "guides/start.md"), catalog=catalog), lambda html: html)

    return make


def test_a_part_may_be_some_sections_of_an_article(guide_with):
    text = guide_with(Part(kind="article", id="first-steps", sections=("place",)))

    assert "### Place {#first-steps--place}" in text
    assert "first-steps--price}" not in text
    assert "Each [channel]" not in text


def test_some_sections_of_an_article_bring_their_footnotes(guide_with):
    """Though the notes stand below the last section of the page."""
    text = guide_with(Part(kind="article", id="first-steps", sections=("price",)))

    assert "Work it out for each order.[^first-steps--sum]" in text
    assert "[^first-steps--sum]: With a calculator." in text


def test_a_part_may_be_some_groups_of_a_list(guide_with):
    text = guide_with(Part(kind="checklist", id="opening", sections=("page",)))

    assert 'id="opening--page"' in text
    assert 'id="opening--hours"' in text
    assert 'id="opening--price"' not in text


def test_a_guide_without_lists_has_no_bar_for_them(guide_with):
    assert 'class="bar"' not in guide_with(Part(kind="article", id="first-steps"))
    assert 'class="bar"' in guide_with(Part(kind="checklist", id="opening"))


def test_terms_and_sources_of_articles_come_once_at_the_end(guide_with):
    article = Part(kind="article", id="first-steps")
    text = guide_with(article, article)

    assert [text.count(f'id="{id}"') for id in ("terms", "term-cpa", "sources")] == [1, 1, 1]
    assert text.index('id="terms"') < text.index('id="sources"')


def test_a_guide_of_lists_alone_has_their_terms_and_no_sources(guide_with):
    text = guide_with(Part(kind="checklist", id="opening"))

    assert re.findall(r'<a href="#term-cpa">|id="(?:terms|term-cpa|sources)"', text) == [
        '<a href="#term-cpa">',
        'id="terms"',
        'id="term-cpa"',
    ]


def test_a_guide_has_the_terms_of_the_groups_it_shows(guide_with):
    assert 'id="term' not in guide_with(Part(kind="checklist", id="opening", sections=("page",)))
