"""What a reader ticked, from the backup that a page's "Save a backup" writes (overrides/assets/js/state.js)."""

from __future__ import annotations

import json
from collections.abc import Mapping

STATES = ("done", "na")


class AnswersError(ValueError):
    """A file that is no backup; says what was expected and what came."""


def read_answers(text: str) -> Mapping[str, str]:
    """Item key -> "done" or "na", of the business that was chosen last. Raises AnswersError."""
    try:
        backup = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AnswersError(f"a backup is JSON; this is not: {error}") from error
    workspaces = backup.get("workspaces") if isinstance(backup, dict) else None
    if not isinstance(workspaces, list) or backup.get("version") != 1:
        raise AnswersError('a backup of these checklists has "version": 1 and "workspaces"; this file has not')
    chosen = [each for each in workspaces if isinstance(each, dict) and each.get("id") == backup.get("current")]
    business = (chosen or workspaces or [{}])[0]
    items = business.get("items") if isinstance(business, dict) else None
    if not isinstance(items, dict):
        raise AnswersError('the business chosen in this backup has no "items"')
    states = {key: item.get("s") for key, item in items.items() if isinstance(item, dict)}
    return {key: state for key, state in states.items() if isinstance(state, str) and state in STATES}
