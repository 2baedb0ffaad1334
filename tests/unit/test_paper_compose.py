"""What stands on a sheet: which items, articles and terms."""

from __future__ import annotations

import json
from itertools import groupby

import pytest

from sharik.localize import localize
from sharik.paper.answers import Answer, Answers
from sharik.paper.compose import sheet_data
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.paper.sheets import KINDS, sheets
from sharik.paper.tree import text_of
from sharik.urls import Publication

HERE = Publication("https://example.org/sub/")


def data_of(catalog, sheet, publication=HERE, state=()):
    return sheet_data(sheet, catalog, publication, Answers(items=dict(state)))[0]


def checklist(id, locale, name=""):
    return Sheet("checklists", id, locale, VARIANTS[name])


def keys(data):
    return [item["key"] for part in data["parts"] for group in part.get("groups", ()) for item in group["items"]]


def listed(catalog, id):
    return [f"{id}.{item.id}" for item in catalog.checklists[id].structure.items]


def parts_of(items, side):
    return [item.key for item in items if item.part in (side, "shared")]


def test_every_checklist_sheet_has_its_items_in_order(catalog):
    for sheet in sheets(catalog):
        if sheet.kind == "checklists" and sheet.variant.side is None:
            assert keys(data_of(catalog, sheet)) == listed(catalog, sheet.id), sheet.path


def test_a_guide_has_the_groups_it_names(catalog):
    for id, entry in catalog.guides.items():
        wanted = [
            f"{part.id}.{item.id}"
            for part in entry.structure.parts
            if part.kind == "checklist"
            for group in catalog.checklists[part.id].structure.groups
            if not part.sections or group.id in part.sections
            for item in group.items
        ]
        for locale in entry.words:
            assert keys(data_of(catalog, Sheet("guides", id, locale, VARIANTS[""]))) == wanted, (id, locale)


@pytest.mark.parametrize("book", ["whole-book", "workshop"])
def test_a_book_has_every_item_once(catalog, book):
    for locale in catalog.locales:
        found = keys(data_of(catalog, Sheet("books", book, locale, VARIANTS[""])))

        assert sorted(found) == sorted(key for id in catalog.checklists for key in listed(catalog, id))
        assert len([id for id, _ in groupby(found, lambda key: key.partition(".")[0])]) == len(catalog.checklists)


def test_a_book_has_every_article_in_reading_order(catalog):
    for locale in catalog.locales:
        found = data_of(catalog, Sheet("books", "whole-book", locale, VARIANTS[""]))["parts"]
        paths = [p for p in catalog.paths if p.startswith("articles/") and not p.endswith("index.md")]

        assert [f"articles/{p['id']}.md" for p in found if p["kind"] == "article"] == paths


def test_owner_and_agency_together_have_the_list_and_share_what_is_shared(catalog):
    for id in catalog.checklists:
        items = localize(catalog, id, "fa").items
        owner, agency = (keys(data_of(catalog, checklist(id, "fa", side))) for side in ("owner", "agency"))

        assert (owner, agency) == (parts_of(items, "owner"), parts_of(items, "agency"))
        assert {*owner, *agency} == {item.key for item in items}
        assert {*owner} & {*agency} == {item.key for item in items if item.part == "shared"}


def test_a_group_with_nothing_for_a_side_is_left_out(catalog):
    for id in catalog.checklists:
        for side in ("owner", "agency"):
            (part,) = data_of(catalog, checklist(id, "en", side))["parts"]

            assert all(group["items"] for group in part["groups"])


def test_a_pocket_sheet_has_no_terms(catalog):
    for id in catalog.checklists:
        assert data_of(catalog, checklist(id, "fa", "pocket"))["terms"] == []
        assert data_of(catalog, checklist(id, "fa"))["terms"] != []


def test_what_was_ticked_is_ticked(catalog):
    first, second, third, *_ = listed(catalog, "readiness")
    answers = {first: Answer("done"), third: Answer("na")}
    (part,) = data_of(catalog, checklist("readiness", "en"), state=answers.items())["parts"]
    states = {item["key"]: item["state"] for group in part["groups"] for item in group["items"]}

    assert (states[first], states[second], states[third]) == ("done", "open", "na")


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_a_note_stands_with_its_item_each_line_in_its_own_direction(catalog, locale):
    first, second, *_ = listed(catalog, "readiness")
    answers = {first: Answer("open", "سارا (CTR)\n\n https://example.ir/ \n۱۲")}
    (part,) = data_of(catalog, checklist("readiness", locale), state=answers)["parts"]
    notes = {item["key"]: item["note"] for group in part["groups"] for item in group["items"]}
    own = "\u2066" if locale == "en" else "\u2067"

    assert text_of(notes[first]["nodes"]) == (
        f"\u2067سارا (\u2068CTR\u2069)\u2069 · \u2066https://example.ir/\u2069 · {own}۱۲\u2069"
    )
    assert notes[first]["text"] == "سارا (CTR) · https://example.ir/ · ۱۲"
    assert notes[second] is None


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("CRM را سارا پر می‌کند", "\u2067"),
        ("https://example.com/a سند نزد سارا است", "\u2067"),
        ("see https://fa.wikipedia.org/wiki/بازار", "\u2066"),
        ("Google Ads", "\u2066"),
        ("۱۲ / 34", "\u2067"),
    ],
)
def test_a_line_with_a_persian_word_is_right_to_left(catalog, line, begin):
    first = listed(catalog, "readiness")[0]
    (part,) = data_of(catalog, checklist("readiness", "fa"), state={first: Answer("open", line)})["parts"]

    assert part["groups"][0]["items"][0]["note"]["nodes"][0]["text"] == begin


def test_a_note_is_called_a_note_whatever_the_item_asks_for(catalog):
    """On the screen one field serves for a proof and for a name."""
    asked = listed(catalog, "preflight")
    (part,) = data_of(catalog, checklist("preflight", "en"), state=dict.fromkeys(asked, Answer("open", "x")))["parts"]

    assert {item["note"]["label"] for group in part["groups"] for item in group["items"]} == {"Note:"}


def test_ticks_and_notes_are_no_words_of_the_sheet(catalog):
    """Its version stays that of the empty sheet, so that two of them can be told to be of one edition."""
    answers = dict.fromkeys(listed(catalog, "preflight"), Answer("done", "a note"))
    wanted = checklist("preflight", "fa")

    assert data_of(catalog, wanted, state=answers)["version"] == data_of(catalog, wanted)["version"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_exist_has_no_data(catalog, kind):
    with pytest.raises(KeyError):
        data_of(catalog, Sheet(kind, "no-such-thing", "fa", VARIANTS[""]))


def test_data_is_json(catalog):
    for sheet in sheets(catalog):
        if sheet.variant.name == "":
            data = data_of(catalog, sheet)
            assert json.loads(json.dumps(data)) == data


def test_the_title_is_that_of_the_page(catalog):
    for page in catalog.pages.values():
        if page.kind == "article":
            data = data_of(catalog, Sheet("articles", page.id, page.locale, VARIANTS[""]))

            assert data["name"] == page.meta.title
            assert text_of(data["parts"][0]["title"]) == text_of(data["title"])
