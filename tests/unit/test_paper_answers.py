"""What was ticked and noted, from a backup that a page saved."""

from __future__ import annotations

import json

import pytest

from sharik.paper.answers import Answer, AnswersError, read_answers

EVERY = range(0x110000)  # letters of a font that lacks none


def items_of(text):
    return read_answers(text, EVERY).items


def backup(items, **more):
    return json.dumps({"version": 1, "current": "a", "workspaces": [{"id": "a", "items": items}], **more})


def test_what_was_ticked_and_what_does_not_apply():
    items = {"readiness.x": {"s": "done", "n": "a note"}, "readiness.y": {"s": "na"}, "readiness.z": {"s": "open"}}

    assert items_of(backup(items)) == {"readiness.x": Answer("done"), "readiness.y": Answer("na")}


def test_of_several_businesses_it_is_the_one_chosen_last():
    shops = [{"id": "a", "items": {"l.x": {"s": "done"}}}, {"id": "b", "items": {"l.x": {"s": "na"}}}]

    assert items_of(json.dumps({"version": 1, "current": "b", "workspaces": shops})) == {"l.x": Answer("na")}


def test_it_is_the_first_when_the_chosen_one_is_gone():
    assert items_of(backup({"l.x": {"s": "done"}}, current="gone")) == {"l.x": Answer("done")}


def test_what_is_in_an_item_beside_its_state_does_no_harm():
    assert items_of(backup({"l.x": {"s": "unheard-of"}, "l.y": "done", "l.z": None})) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "a backup is JSON", id="empty"),
        pytest.param("{", "a backup is JSON", id="cut off"),
        pytest.param("\ufeff{}", "a backup is JSON", id="byte order mark"),
        pytest.param("[]", '"version": 1 and "workspaces"', id="list"),
        pytest.param("{}", '"version": 1 and "workspaces"', id="nothing in it"),
        pytest.param('{"version": 2, "workspaces": []}', '"version": 1', id="another version"),
        pytest.param('{"version": 1, "workspaces": {}}', '"workspaces"', id="workspaces of another kind"),
        pytest.param('{"version": 1, "workspaces": []}', 'no "items"', id="no business"),
        pytest.param('{"version": 1, "workspaces": [{"id": "a"}]}', 'no "items"', id="no items"),
        pytest.param('{"version": 1, "workspaces": [5]}', 'no "items"', id="a number"),
        pytest.param('{"version": 1, "workspaces": [null]}', 'no "items"', id="null"),
        pytest.param("[" * 200_000, "a backup is JSON", id="very deep"),
    ],
)
def test_what_is_no_backup_is_refused_in_a_sentence(text, said):
    with pytest.raises(AnswersError, match=said):
        read_answers(text, EVERY)


def test_a_state_of_another_kind_is_none():
    assert items_of(backup({"l.x": {"s": ["done"]}})) == {}


# Notes


def noted(note):
    """The note that is read when a backup holds `note`."""
    return items_of(backup({"l.x": {"s": "done", "e": note}}))["l.x"].note


def test_a_note_is_read_with_and_without_a_tick():
    items = {"l.x": {"s": "na", "e": "سارا\nhttps://example.ir/"}, "l.y": {"e": "پنج\u200cشنبه"}, "l.z": {"e": " \n "}}

    assert items_of(backup(items)) == {
        "l.x": Answer("na", "سارا\nhttps://example.ir/"),
        "l.y": Answer("open", "پنج\u200cشنبه"),
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("<script>alert(1)</script> #set $x$", "<script>alert(1)</script> #set $x$", id="markup"),
        pytest.param("a\u202eb\u2066c\u2069\u061c\x00\x1b\u200e\u00add\x85", "abcd", id="controls"),
        pytest.param("a\ud800b\udc00", "ab", id="halves of characters"),
        pytest.param("a\tb\u2028c\r\nd", "a b c\nd", id="tabs and ends of lines"),
        pytest.param("\u200c نام \u200d\n", "نام", id="edges"),
        pytest.param("x" * 10_000, "x" * 500, id="long"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param(["x"], "", id="list"),
        pytest.param(7, "", id="number"),
        pytest.param(None, "", id="null"),
    ],
)
def test_a_note_is_plain_text_of_500_characters_at_the_most(written, read):
    assert noted(written) == read


def test_what_a_font_lacks_is_replaced_visibly_and_told():
    letters = {*map(ord, "abcن \u200d")}
    written = "a😀👩\u200d💻 b\nن✓"
    answers = read_answers(backup({"l.x": {"s": "done", "e": written}, "l.y": {"e": "abc"}}), letters)

    assert answers.items["l.x"] == Answer("done", written, "a\ufffd b\nن\ufffd")
    assert answers.unprinted == ["l.x"]


# The business


@pytest.mark.parametrize(
    ("name", "read"), [("فروشگاه نقش", "فروشگاه نقش"), ("a\u202eb", "ab"), (7, ""), (None, ""), ("x" * 90, "x" * 60)]
)
def test_the_name_of_the_business_is_plain_text(name, read):
    shops = [{"id": "a", "name": name, "items": {}}]

    assert read_answers(json.dumps({"version": 1, "workspaces": shops}), EVERY).business == read
