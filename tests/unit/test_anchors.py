from sharik.anchors import anchors, list_anchors, part_anchors
from sharik.model.guide import Part


def test_an_article_has_its_headings_footnotes_terms_and_sources(base):
    assert anchors(base, base.pages["fa", "articles/first-steps.md"]) == {
        *("main", "price", "margin", "place", "fn:sum"),
        *("terms", "term-channel", "term-cpa", "sources"),
    }


def test_a_checklist_has_its_groups_and_items(base):
    structure = base.checklists["opening"].structure

    assert list_anchors(structure) == ["offer", "price", "photo", "page", "link", "hours"]
    assert anchors(base, base.pages["en", "checklists/opening.md"]) == {
        *("main", "list-of-terms", "term-cpa"),
        *list_anchors(structure),
    }


def test_a_glossary_has_its_terms_and_the_letters_of_its_language(base):
    persian, english = (anchors(base, base.pages[locale, "glossary.md"]) for locale in ("fa", "en"))

    assert {"main", "channel", "cpa", "l-6a9", "l-latin"} <= persian
    assert {"main", "channel", "cpa", "l-63"} <= english
    assert "l-6a9" not in english and "l-63" not in persian


def test_a_guide_has_its_parts_and_their_places(base):
    assert anchors(base, base.pages["ar", "guides/start.md"]) >= {
        *("first-steps", "first-steps--price", "first-steps--margin", "first-steps--place"),
        *("opening", "opening--offer", "opening--price", "opening--hours"),
    }


def test_a_part_that_does_not_exist_brings_its_own_id_only(base):
    assert part_anchors(base, Part(kind="article", id="nothing"), "fa") == {"nothing"}
