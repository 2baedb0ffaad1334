"""What a reader ticked and noted: the backup that a page's "Save a backup" writes (overrides/assets/js/state.js)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

STATES = ("done", "na")
LENGTH, NAME = 500, 60  # characters of a note and of the name of a business, as on the page
# What could turn or hide the words around a text, and halves of characters. ZWNJ and ZWJ stay: Persian needs them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_UNPRINTED = "\ufffd"  # stands for what a font lacks


class AnswersError(ValueError):
    """A file that is no backup; says what was expected and what came."""


@dataclass(frozen=True)
class Answer:
    """What is kept of an item: "done", "na" or, with a note alone, "open"; the note, of one line or more; and how paper
    shows it, if it lacks a letter of it."""

    state: str
    note: str = ""
    shown: str = ""


@dataclass(frozen=True)
class Answers:
    """What one business answered: its name, and by the keys of items what is kept of them."""

    business: str = ""
    items: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def unprinted(self) -> list[str]:
        """The keys of items whose notes have letters that paper lacks."""
        return [key for key, answer in self.items.items() if answer.shown]


def read_answers(text: str, letters: Container[int]) -> Answers:
    """What the business answered that was chosen last. Raises AnswersError.

    `letters`: the code points that the font has; paper shows U+FFFD for others, such as an emoji.
    """
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
    answers = {key: _answer(item, letters) for key, item in items.items() if isinstance(item, dict)}
    kept = {key: answer for key, answer in answers.items() if answer != Answer("open")}
    name = business.get("name")
    return Answers(_shown(_clean(name[:NAME]), letters) if isinstance(name, str) else "", kept)


def _answer(item: Mapping[str, Any], letters: Container[int]) -> Answer:
    state, written = item.get("s"), item.get("e")
    known = state if isinstance(state, str) and state in STATES else "open"
    note = _clean(written[:LENGTH]) if isinstance(written, str) else ""
    shown = _shown(note, letters)
    return Answer(known, note, "" if shown == note else shown)


def _clean(note: str) -> str:
    plain = re.sub("[\t\u2028\u2029]", " ", _UNSAFE.sub("", note))
    return unicodedata.normalize("NFC", plain).strip(" \n\u00a0\u200c\u200d")


def _shown(text: str, letters: Container[int]) -> str:
    known = "".join(sign if sign == "\n" or ord(sign) in letters else _UNPRINTED for sign in text)
    return re.sub(f"{_UNPRINTED}[{_UNPRINTED}\u200d]*", _UNPRINTED, known)
