"""Which terms a list and a page use: found in the texts that their readers get, in the order in which they are read."""

from dataclasses import replace

from sharik.catalog import Catalog
from sharik.localize import localize
from sharik.model.checklist import ChecklistWords, ItemWords
from sharik.render.ends import terms
from sharik.render.glossary import glossary as render_glossary
from sharik.uses import Use, first_uses, forms, list_terms, page_terms


def with_list(base: Catalog, terms: list[str], **texts: str) -> Catalog:
    """The base whose list names `terms`, with other English texts: lead, pause, or <item>_<kind>."""
    entry = base.checklists["opening"]
    words = entry.words["en"]
    items = dict(words.items)
    for place, text in texts.items():
        id, _, kind = place.partition("_")
        if kind:
            items[id] = ItemWords.model_validate(items[id].model_dump() | {kind: text})
    said = words.model_dump() | {"items": {id: item.model_dump() for id, item in items.items()}}
    said |= {"lead": texts.get("lead", words.lead)}
    said["pause"] |= {"text": texts.get("pause", words.pause.text)}
    structure = entry.structure.model_copy(update={"terms": terms})
    changed = replace(entry, structure=structure, words={**entry.words, "en": ChecklistWords.model_validate(said)})
    return replace(base, checklists={"opening": changed})


def uses(catalog: Catalog, locale: str = "en") -> dict[str, list[Use]]:
    return dict(first_uses(catalog, localize(catalog, "opening", locale)))


def test_a_term_is_known_by_its_house_form_and_its_abbreviation(base):
    assert forms(base, "cpa", "en") == ["cost per action", "CPA"]
    assert forms(base, "channel", "fa") == ["کانال"]
    assert forms(base, "nothing", "en") == []


def test_an_abbreviation_that_the_name_holds_is_not_said_twice(base, context):
    glossary = base.glossary
    said = glossary.words["en"].model_copy(deep=True)
    said.root["cpa"] = said.root["cpa"].model_copy(update={"term": "CPA figure"})
    changed = replace(base, glossary=replace(glossary, words={**glossary.words, "en": said}))

    for html in (render_glossary(here := replace(context("en", "glossary.md"), catalog=changed)), terms(["cpa"], here)):
        assert "CPA figure" in html and "<span>CPA</span>" not in html


def test_only_the_first_use_of_a_term_counts(base):
    catalog = with_list(base, ["cpa"], photo_text="The CPA of each photo", link_text="cost per action")

    assert uses(catalog) == {"price.text": [Use(52, 55, "cpa")]}


def test_texts_are_read_in_the_order_of_the_page(base):
    catalog = with_list(base, ["cpa", "channel"], price_why="One channel", hours_text="A channel", pause="No CPA yet")

    assert uses(catalog) == {"pause": [Use(3, 6, "cpa")], "price.why": [Use(4, 11, "channel")]}
    assert list_terms(catalog, localize(catalog, "opening", "en")) == ["cpa", "channel"]


def test_the_lead_comes_before_everything(base):
    catalog = with_list(base, ["channel", "cpa"], lead="Costs per action by channel")

    assert uses(catalog) == {"lead": [Use(0, 16, "cpa"), Use(20, 27, "channel")]}


def test_terms_that_the_list_does_not_name_are_left_alone(base):
    assert uses(with_list(base, [])) == {}


def test_words_of_another_language_are_searched_for_its_own_forms(base):
    entry = with_list(base, ["channel"]).checklists["opening"]
    persian = entry.words["fa"].model_copy(update={"lead": "کانال‌هایتان را بشناسید"})
    catalog = replace(base, checklists={"opening": replace(entry, words={"fa": persian})})

    assert uses(catalog) == {"lead": [Use(0, 12, "channel")]}


def test_a_page_has_the_terms_it_links_and_those_of_its_lists(base):
    terms = {path: page_terms(base, base.pages["en", path]) for path in ("articles/first-steps.md", "about.md")}

    assert terms == {"articles/first-steps.md": ["channel", "cpa"], "about.md": []}
    assert page_terms(base, base.pages["en", "checklists/opening.md"]) == ["cpa"]
    assert page_terms(base, base.pages["en", "guides/start.md"]) == ["channel", "cpa"]
