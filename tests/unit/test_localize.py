from dataclasses import replace

import pytest

from sharik.localize import localize, part
from sharik.model.checklist import Item

ORDERS = [
    *[("fa", have, first) for have, first in ((("fa", "ar", "en"), "fa"), (("ar", "en"), "en"), (("ar",), "ar"))],
    *[("ar", have, first) for have, first in ((("fa", "ar", "en"), "ar"), (("fa", "en"), "en"), (("fa",), "fa"))],
    *[("en", have, first) for have, first in ((("fa", "ar", "en"), "en"), (("fa", "ar"), "fa"), (("ar",), "ar"))],
]


def with_words(base, change):
    """The base with other words of its checklist."""
    entry = base.checklists["opening"]
    return replace(base, checklists={"opening": replace(entry, words=change(entry.words))})


def without_item(words, locales):
    """The words without those of an item, except in some languages."""

    def without(found):
        return found.model_copy(update={"items": {id: item for id, item in found.items.items() if id != "photo"}})

    return {code: found if code in locales else without(found) for code, found in words.items()}


@pytest.mark.parametrize(("reader", "have", "first"), ORDERS)
def test_a_list_comes_in_the_first_language_of_the_order_that_has_it(base, reader, have, first):
    catalog = with_words(base, lambda words: {code: words[code] for code in have})
    found = localize(catalog, "opening", reader)

    assert {found.title.locale, found.lead.locale, found.groups[0].title.locale, found.items[0].locale} == {first}
    assert found.title.text == base.checklists["opening"].words[first].title
    assert found.locale == reader


@pytest.mark.parametrize(("reader", "have", "first"), ORDERS)
def test_an_item_falls_back_alone(base, reader, have, first):
    catalog = with_words(base, lambda words: without_item(words, have))

    items = {item.item.id: item.locale for item in localize(catalog, "opening", reader).items}

    assert items == {"price": reader, "photo": first, "link": reader, "hours": reader}


@pytest.mark.parametrize(("reader", "have", "first"), ORDERS)
def test_a_page_falls_back_in_the_same_order(base, reader, have, first):
    pages = {key: page for key, page in base.pages.items() if key[1] != "about.md" or key[0] in have}
    found = replace(base, pages=pages).page(reader, "about.md")

    assert found is not None
    assert found.locale == first


def test_a_page_in_no_language_is_none(base):
    assert base.page("fa", "nothing.md") is None


def test_items_come_in_the_order_of_the_structure_with_their_keys(base):
    found = localize(base, "opening", "en")

    assert [(item.key, item.words.text[:12], item.part) for item in found.items] == [
        ("opening.price", "Price and de", "owner"),
        ("opening.photo", "Each photo i", "shared"),
        ("opening.link", "The link to ", "agency"),
        ("opening.hours", "The opening ", "owner"),
    ]


@pytest.mark.parametrize(
    ("raci", "side"),
    [
        ({"owner": "A"}, "owner"),
        ({"agency": "A"}, "agency"),
        ({"content": "A", "agency": "R"}, "agency"),
        ({"owner": "A", "agency": "R"}, "shared"),
        ({"agency": "A", "owner": "R"}, "shared"),
        ({"owner": "A", "agency": "C", "content": "I"}, "owner"),
        ({"agency": "A", "owner": "I"}, "agency"),
    ],
)
def test_a_part_belongs_to_the_side_of_those_who_answer_and_help(base, raci, side):
    item = Item(id="x", rev=1, weight="must", raci=raci, effort=1)

    assert part(item, base.vocab) == side


def test_what_has_words_in_no_language_cannot_be_shown(base):
    """The checks tell it as a problem before anything is drawn."""
    for catalog in (with_words(base, lambda _: {}), with_words(base, lambda words: without_item(words, ()))):
        with pytest.raises(KeyError):
            localize(catalog, "opening", "fa")
