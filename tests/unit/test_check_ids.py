from dataclasses import replace

import pytest

from sharik.check import load_and_check
from sharik.check.ids import REGISTER, check_ids, read_register, write_register
from sharik.problems import Report

IDS = ["checklist:opening", "guide:start", *(f"item:opening.{id}" for id in ("hours", "link", "photo", "price"))]
IDS += ["term:channel", "term:cpa"]


def test_published_are_lists_items_guides_and_terms(base):
    assert base.published_ids() == IDS


def test_the_register_is_written_sorted_and_keeps_what_is_gone(base, base_folder):
    (base_folder / REGISTER).write_text("item:opening.price\nguide:gone\n", encoding="utf-8")

    assert write_register(base_folder, base) == 7
    assert list(read_register(base_folder, Report())) == sorted([*IDS, "guide:gone"])
    assert write_register(base_folder, base) == 0


def test_the_register_is_made_when_there_is_none(base, base_folder):
    (base_folder / REGISTER).unlink()

    assert write_register(base_folder, base) == 8
    assert load_and_check(base_folder)[1].problems == []


def test_the_register_may_come_from_windows(base_folder):
    text = (base_folder / REGISTER).read_bytes()
    (base_folder / REGISTER).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))

    assert load_and_check(base_folder)[1].problems == []


def test_a_register_that_is_not_utf8_is_a_problem(base_folder):
    (base_folder / REGISTER).write_bytes("# é\n".encode("latin-1"))

    assert [p.code for p in load_and_check(base_folder)[1].errors] == ["encoding"]


@pytest.mark.parametrize(
    ("renames", "codes"),
    [
        ({}, ["removed-id"]),
        ({"opening.old": "opening.link"}, []),
        ({"opening.old": "retired"}, []),
        ({"opening.old": "opening.older", "opening.older": "opening.link"}, []),
        ({"opening.old": "opening.older", "opening.older": "retired"}, []),
        ({"opening.old": "opening.older"}, ["removed-id"]),
        ({"opening.old": "opening.old"}, ["removed-id"]),
        ({"opening.old": "b", "b": "c", "c": "opening.old"}, ["removed-id"]),
        ({"opening.old": "opening"}, ["removed-id"]),  # a list is no item
    ],
)
def test_a_removed_id_must_lead_somewhere(base, base_folder, renames, codes):
    with (base_folder / REGISTER).open("a", encoding="utf-8") as register:
        register.write("item:opening.old\n")
    report = Report()
    check_ids(base_folder, replace(base, renames=renames), report)

    assert [(p.line, p.code) for p in report.errors] == [(10, code) for code in codes]
