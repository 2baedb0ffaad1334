"""Finished sheets are kept by content: what did not change is not made again."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from sharik.paper import press, store
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.paper.store import draw_cards, forget_old, print_sheets, write
from sharik.problems import ContentError
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]
HERE = Publication("https://example.org/")
WANTED = [
    Sheet("checklists", "readiness", "en", VARIANTS["pocket"]),
    Sheet("checklists", "readiness", "fa", VARIANTS["pocket"]),
    Sheet("checklists", "preflight", "en", VARIANTS["pocket"]),
]


@pytest.fixture
def made(monkeypatch):
    """The sheets that were set, and how often."""
    counted = Counter()
    make = press.make_pdf

    def counting(root, sheet, data, reviewed):
        counted[sheet.id, sheet.locale] += 1
        return make(root, sheet, data, reviewed)

    monkeypatch.setattr(press, "make_pdf", counting)
    return counted


def printed(catalog, folder, wanted=WANTED, publication=HERE):
    return list(print_sheets(ROOT, catalog, publication, wanted, folder))


def with_first_item(catalog, id, locale, text):
    entry = catalog.checklists[id]
    name, said = next(iter(entry.words[locale].items.items()))
    items = {**entry.words[locale].items, name: said.model_copy(update={"text": text})}
    words = {**entry.words, locale: entry.words[locale].model_copy(update={"items": items})}
    return replace(catalog, checklists={**catalog.checklists, id: replace(entry, words=words)})


def files(folder):
    return sorted(path.name for path in folder.rglob("*"))


def test_a_sheet_says_its_pages_and_its_size(catalog, tmp_path):
    for each in printed(catalog, tmp_path):
        with pikepdf.open(each.file) as pdf:
            assert each.pages == len(pdf.pages)
        assert each.size == each.file.stat().st_size


def test_the_second_time_makes_nothing(catalog, tmp_path, made):
    first = printed(catalog, tmp_path)
    made.clear()

    assert printed(catalog, tmp_path) == first
    assert made == Counter()


@pytest.mark.parametrize("many", [2, 100], ids=["in processes", "in this process"])
def test_new_sheets_and_those_that_lie_there_come_in_the_order_asked_for(catalog, tmp_path, monkeypatch, made, many):
    (kept,) = printed(catalog, tmp_path, WANTED[1:2])
    made.clear()
    monkeypatch.setattr(store, "MANY", many)
    every = printed(catalog, tmp_path)

    assert [each.sheet for each in every] == WANTED
    assert every[1] == kept
    assert made.total() == (0 if many == 2 else 2)


def test_processes_of_their_own_make_the_same_sheets(catalog, tmp_path, monkeypatch):
    alone = printed(catalog, tmp_path / "alone")
    monkeypatch.setattr(store, "MANY", 2)
    shared = printed(catalog, tmp_path / "shared")

    assert [each.file.name for each in shared] == [each.file.name for each in alone]
    assert [each.file.read_bytes() for each in shared] == [each.file.read_bytes() for each in alone]


def test_what_cannot_be_set_in_another_process_is_told_as_well(catalog, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MANY", 2)
    with pytest.raises(ContentError) as refused:
        printed(with_first_item(catalog, "readiness", "en", "Tick ☐ here."), tmp_path)

    assert [problem.code for problem in refused.value.problems] == ["unprintable"]
    assert len(files(tmp_path)) == 2


def test_a_changed_word_makes_only_its_own_sheets_again(catalog, tmp_path, made):
    first = printed(catalog, tmp_path)
    made.clear()
    second = printed(with_first_item(catalog, "readiness", "en", "Another text."), tmp_path)

    assert made == Counter([("readiness", "en")])
    assert [a.file == b.file for a, b in zip(first, second, strict=True)] == [False, True, True]


def test_a_changed_address_makes_all_again(catalog, tmp_path, made):
    """It stands on every page of them."""
    printed(catalog, tmp_path)
    made.clear()
    printed(catalog, tmp_path, publication=Publication("https://example.com/"))

    assert made.total() == len(WANTED)


def test_variants_of_one_sheet_are_kept_apart(catalog, tmp_path):
    wanted = [replace(WANTED[0], variant=VARIANTS[name]) for name in ("", "letter", "large", "two-up", "owner")]

    assert len({each.file for each in printed(catalog, tmp_path, wanted)}) == len(wanted)


def test_what_cannot_be_set_is_told_at_its_page_after_the_others_are_made(catalog, tmp_path, made):
    broken = with_first_item(catalog, "readiness", "en", "Tick ☐ here.")
    with pytest.raises(ContentError) as refused:
        printed(broken, tmp_path)

    (problem,) = refused.value.problems
    assert (problem.path, problem.code) == ("docs/en/checklists/readiness.md", "unprintable")
    assert "print/en/checklists/readiness.pocket.pdf" in problem.message
    assert "☐" in problem.message
    assert set(made) == {(sheet.id, sheet.locale) for sheet in WANTED}
    assert len(files(tmp_path)) == 2


def test_nothing_half_written_is_left_when_setting_fails(catalog, tmp_path):
    with pytest.raises(ContentError):
        printed(with_first_item(catalog, "readiness", "en", "Tick ☐ here."), tmp_path, WANTED[:1])

    assert files(tmp_path) == []


def test_a_file_is_written_whole(tmp_path):
    assert write(tmp_path / "a/b.pdf", b"content").read_bytes() == b"content"
    assert files(tmp_path / "a") == ["b.pdf"]


def test_the_old_file_stays_when_the_new_one_cannot_be_finished(tmp_path, monkeypatch):
    file = write(tmp_path / "b.pdf", b"old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write(file, b"new")

    assert file.read_bytes() == b"old"


def test_no_unfinished_file_stays_when_writing_fails(tmp_path, monkeypatch):
    def half(self, content):
        with self.open("wb") as file:
            file.write(content[:1])
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path / "b.pdf", b"new")

    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["a.1.pdf", "a.png"])
def test_what_nobody_asked_for_in_a_month_is_forgotten(tmp_path, name):
    now = datetime(2026, 1, 31, tzinfo=UTC)
    for kept, days in (("old-", 31), ("new-", 29)):
        file = tmp_path / (kept + name)
        file.write_bytes(b"")
        used = (now - timedelta(days=days)).timestamp()
        os.utime(file, (used, used))
    forget_old(tmp_path, now)

    assert files(tmp_path) == ["new-" + name]


def test_using_a_sheet_keeps_it(catalog, tmp_path):
    (kept,) = printed(catalog, tmp_path, WANTED[:1])
    os.utime(kept.file, (0, 0))
    printed(catalog, tmp_path, WANTED[:1])
    forget_old(tmp_path, datetime.now(UTC))

    assert kept.file.exists()


def test_forgetting_where_nothing_is_kept(tmp_path):
    forget_old(tmp_path / "none", datetime(2026, 1, 1, tzinfo=UTC))

    assert files(tmp_path) == []


def test_a_card_that_was_drawn_is_not_drawn_again(catalog, tmp_path, monkeypatch):
    some = replace(catalog, pages=dict(list(catalog.pages.items())[:2]))
    first = dict(draw_cards(ROOT, some, tmp_path))
    monkeypatch.setattr(store, "draw_card", None)

    assert dict(draw_cards(ROOT, some, tmp_path)) == first
    assert len(first) == len(files(tmp_path)) == 2
