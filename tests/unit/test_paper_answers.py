"""What was ticked, from a backup that a page saved."""

from __future__ import annotations

import json

import pytest

from sharik.paper.answers import AnswersError, read_answers


def backup(items, **more):
    return json.dumps({"version": 1, "current": "a", "workspaces": [{"id": "a", "items": items}], **more})


def test_what_was_ticked_and_what_does_not_apply():
    items = {"readiness.x": {"s": "done", "n": "a note"}, "readiness.y": {"s": "na"}, "readiness.z": {"s": "open"}}

    assert read_answers(backup(items)) == {"readiness.x": "done", "readiness.y": "na"}


def test_of_several_businesses_it_is_the_one_chosen_last():
    shops = [{"id": "a", "items": {"l.x": {"s": "done"}}}, {"id": "b", "items": {"l.x": {"s": "na"}}}]

    assert read_answers(json.dumps({"version": 1, "current": "b", "workspaces": shops})) == {"l.x": "na"}


def test_it_is_the_first_when_the_chosen_one_is_gone():
    assert read_answers(backup({"l.x": {"s": "done"}}, current="gone")) == {"l.x": "done"}


def test_what_is_in_an_item_beside_its_state_does_no_harm():
    assert read_answers(backup({"l.x": {"s": "unheard-of"}, "l.y": "done", "l.z": None})) == {}


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
        read_answers(text)


def test_a_state_of_another_kind_is_none():
    assert read_answers(backup({"l.x": {"s": ["done"]}})) == {}
