"""The words of a sheet: one language, its digits, and the code of their version."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sharik.locales import DIGITS
from sharik.paper.answers import Answers
from sharik.paper.compose import sheet_data
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.paper.sheets import sheets
from sharik.urls import Publication

HERE = Publication("https://example.org/sub/")
ARABIC = re.compile(r"[\u0600-\u06ff]")
LOCALES = ("fa", "ar", "en")


def data_of(catalog, sheet, publication=HERE, state=()):
    return sheet_data(sheet, catalog, publication, Answers(items=dict(state)))[0]


def checklist(id, locale, name=""):
    return Sheet("checklists", id, locale, VARIANTS[name])


def keys(data):
    return [item["key"] for part in data["parts"] for group in part.get("groups", ()) for item in group["items"]]


def every(value):
    """All texts in the data."""
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in ("svg", "to", "key") for text in every(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in every(inner)]
    return [value] if isinstance(value, str) else []


def without(catalog, id, locale, kind, name):
    """The catalog without the words of one item, or of one group, in one language."""
    entry = catalog.checklists[id]
    kept = {key: said for key, said in getattr(entry.words[locale], kind).items() if key != name}
    words = {**entry.words, locale: entry.words[locale].model_copy(update={kind: kept})}
    return replace(catalog, checklists={**catalog.checklists, id: replace(entry, words=words)})


def with_item(catalog, id, locale, name, text):
    entry = catalog.checklists[id]
    items = entry.words[locale].items
    said = {**items, name: items[name].model_copy(update={"text": text})}
    words = {**entry.words, locale: entry.words[locale].model_copy(update={"items": said})}
    return replace(catalog, checklists={**catalog.checklists, id: replace(entry, words=words)})


@pytest.mark.parametrize("locale", LOCALES)
def test_an_item_without_words_is_left_out_and_counted(catalog, locale):
    id = "readiness"
    name = catalog.checklists[id].structure.items[1].id
    before, after = (
        data_of(made, checklist(id, locale))["parts"][0]
        for made in (catalog, without(catalog, id, locale, "items", name))
    )
    (whole, lacking) = (keys({"parts": [part]}) for part in (before, after))

    assert lacking == [key for key in whole if key != f"{id}.{name}"]
    assert before["missing"] is None
    assert after["missing"] == catalog.messages[locale].text("paper.missing", count=1)


def test_the_sheet_of_another_language_stays_whole(catalog):
    name = catalog.checklists["readiness"].structure.items[0].id
    lacking = without(catalog, "readiness", "ar", "items", name)

    assert data_of(lacking, checklist("readiness", "fa")) == data_of(catalog, checklist("readiness", "fa"))


@pytest.mark.parametrize(("kind", "place"), [("items", 0), ("groups", 0)])  # fmt: skip
def test_no_letter_of_another_language_gets_in(catalog, kind, place):
    """English, whose letters no text of the others has: whatever is missing, none of theirs fills the gap."""
    for id, entry in catalog.checklists.items():
        structure = entry.structure
        name = (structure.items if kind == "items" else structure.groups)[place].id
        found = data_of(without(catalog, id, "en", kind, name), checklist(id, "en"))

        assert [text for text in every(found["parts"]) if ARABIC.search(text)] == []


def test_a_drawing_without_words_brings_no_other_language(catalog):
    id, entry = next((id, entry) for id, entry in catalog.diagrams.items() if "en" in entry.words)
    words = {locale: said for locale, said in entry.words.items() if locale != "en"}
    lacking = replace(catalog, diagrams={**catalog.diagrams, id: replace(entry, words=words)})
    page = next(p for p in catalog.pages.values() if p.locale == "en" and f"<!-- diagram: {id} -->" in p.body)
    found = data_of(lacking, Sheet("articles", page.id, "en", VARIANTS[""]))

    assert [text for text in every(found["parts"]) if ARABIC.search(text)] == []


def test_a_guide_without_one_of_its_articles_can_be_printed(catalog):
    id, part = next(
        (id, part) for id, e in catalog.guides.items() for part in e.structure.parts if part.kind == "article"
    )
    pages = {where: page for where, page in catalog.pages.items() if where != ("en", part.page)}
    found = data_of(replace(catalog, pages=pages), Sheet("guides", id, "en", VARIANTS[""]))

    assert part.id not in [each["id"] for each in found["parts"]]
    assert found["missing"] == "1 part of this booklet is not yet in English, so it is left out here."


def test_a_list_without_words_in_a_language_is_no_sheet_there(catalog):
    entry = catalog.checklists["readiness"]
    words = {locale: said for locale, said in entry.words.items() if locale != "en"}
    lacking = replace(catalog, checklists={**catalog.checklists, "readiness": replace(entry, words=words)})
    left = {sheet.locale for sheet in sheets(lacking) if sheet.id == "readiness"}

    assert left == {"fa", "ar"}


def addresses(value):
    """Where the links in the data lead."""
    if isinstance(value, dict):
        return [value["to"]] if "to" in value else [to for inner in value.values() for to in addresses(inner)]
    return [to for inner in value for to in addresses(inner)] if isinstance(value, list) else []


def test_every_link_is_a_whole_address(catalog):
    for sheet in sheets(catalog):
        found = addresses(data_of(catalog, sheet)) if sheet.variant.name == "" else []

        assert [to for to in found if not to.startswith("http") or "/../" in to] == [], sheet.path


def test_an_english_sheet_has_persian_and_arabic_in_the_forms_of_its_terms_alone(catalog):
    for sheet in sheets(catalog):
        if sheet.locale == "en" and sheet.variant.name == "":
            data = data_of(catalog, sheet)
            terms = [{**term, "other": []} for term in data.pop("terms")]

            assert [t for t in every([data, terms]) if ARABIC.search(t) and t not in data["digits"]] == [], sheet.path


# Digits and version


@pytest.mark.parametrize("locale", LOCALES)
def test_digits_are_those_of_the_locale(catalog, locale):
    data = data_of(catalog, checklist("readiness", locale))
    own = DIGITS[catalog.locales[locale].digits]
    (part,) = data["parts"]
    facts = "".join(fact for group in part["groups"] for item in group["items"] for fact in item["facts"])

    assert "".join(data["digits"]) == own
    assert {sign for sign in facts + data["reviewed"] if sign.isdigit()} <= {*own}
    assert any(sign.isdigit() for sign in facts)


def test_the_code_of_the_version_changes_with_a_word(catalog):
    name = catalog.checklists["readiness"].structure.items[0].id
    sheet = checklist("readiness", "en")
    changed = with_item(catalog, "readiness", "en", name, "Another text.")

    assert data_of(changed, sheet)["version"] != data_of(catalog, sheet)["version"]
    assert data_of(changed, checklist("preflight", "en")) == data_of(catalog, checklist("preflight", "en"))


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("checklists", "readiness"),
        ("articles", "push-and-pull"),
    ],
)
def test_the_code_of_the_version_does_not_change_with_the_address(catalog, kind, id):
    """An article, whose links hold the address of the site, has one version wherever it is published."""
    sheet = Sheet(kind, id, "en", VARIANTS[""])
    here, there = (data_of(catalog, sheet, publication) for publication in (HERE, Publication("https://example.com/")))

    assert here["address"] != there["address"]
    assert here["version"] == there["version"]
