"""Which sheets there are, where they lie and how they are set."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from sharik.paper.sheet import PAPERS, VARIANTS, Sheet
from sharik.paper.sheets import BOOKS, KINDS, TEXT, sheets

FLOOR = 11  # points; smaller is hard to read on paper


def of(catalog, **wanted):
    return [s for s in sheets(catalog) if all(getattr(s, name) == value for name, value in wanted.items())]


def test_every_page_of_a_kind_has_its_sheets(catalog):
    pages = Counter((kind, locale) for locale, path in catalog.pages if (kind := path.partition("/")[0]) in KINDS)
    found = Counter((sheet.kind, sheet.locale) for sheet in sheets(catalog))

    for (kind, locale), count in pages.items():
        assert found[kind, locale] == (count - 1) * len(KINDS[kind]), (kind, locale)  # its index has none


def test_every_language_has_its_books(catalog):
    for locale in catalog.locales:
        names = [sheet.name for sheet in of(catalog, kind="books", locale=locale)]

        assert names == [name for id in BOOKS for name in (id, f"{id}.letter")]


def test_a_page_that_is_not_written_in_a_language_has_no_sheet_there(catalog):
    pages = {where: page for where, page in catalog.pages.items() if where != ("ar", "articles/push-and-pull.md")}
    gone = {s.path for s in sheets(catalog)} - {s.path for s in sheets(replace(catalog, pages=pages))}

    assert gone == {f"print/ar/articles/push-and-pull{name}.pdf" for name in ("", ".letter", ".large", ".two-up")}


def test_no_two_sheets_lie_in_one_place(catalog):
    paths = [sheet.path for sheet in sheets(catalog)]

    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    ("sheet", "path", "name", "page"),
    [
        (
            Sheet("checklists", "readiness", "fa", VARIANTS[""]),
            "print/fa/checklists/readiness.pdf",
            "",
            "checklists/readiness.md",
        ),
        (
            Sheet("articles", "push-and-pull", "ar", VARIANTS["two-up"]),
            "print/ar/articles/push-and-pull.two-up.pdf",
            "two-up",
            "articles/push-and-pull.md",
        ),
        (
            Sheet("books", "workshop", "en", VARIANTS["letter"]),
            "print/en/books/workshop.letter.pdf",
            "workshop.letter",
            "guides/index.md",
        ),
    ],
)
def test_where_a_sheet_lies_and_what_its_page_calls_it(sheet, path, name, page):
    assert (sheet.path, sheet.name, sheet.page) == (path, name, page)


def test_every_sheet_belongs_to_a_page(catalog):
    assert [s.path for s in sheets(catalog) if (s.locale, s.page) not in catalog.pages] == []


def test_only_checklists_are_ticked_parted_or_pocketed():
    assert set(KINDS["checklists"]) - set(TEXT) == {"pocket", "owner", "agency", "fillable"}
    assert KINDS["articles"] == KINDS["guides"] == TEXT


def test_no_type_is_below_the_floor(catalog):
    small = {(s.path, size) for s in sheets(catalog) for _, size in s.variant.fits if size < FLOOR}

    assert small == set()


def test_prose_is_made_but_a_little_smaller_to_save_a_page(catalog):
    tried = {
        s.variant.fits
        for s in sheets(catalog)
        if s.kind in ("articles", "guides", "books") and s.variant.name in ("", "letter")
    }

    assert tried == {(("a4", 12), ("a4", 11.5)), (("letter", 12), ("letter", 11.5))}


def test_large_print_is_large():
    assert VARIANTS["large"].fits == (("a4", 16),)


def test_a_checklist_prefers_the_full_size():
    assert VARIANTS[""].fits == (("a4", 12), ("a4", 11))


def test_every_paper_that_is_tried_exists():
    assert {paper for variant in VARIANTS.values() for paper, _ in variant.fits} == set(PAPERS)
