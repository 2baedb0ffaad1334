"""A worksheet, a questionnaire or a case in one language as data for paper/forms.typ.

A place to write on or to tick has a name, `<form>.<question>` and, where a question has several, `.<option>`,
`.<row>.<level>` or `.<row>.<number of the cell>`: by it an answer is found, on the screen, in a backup and in a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sharik.paper.frame import Data
from sharik.paper.tree import Node, plain_nodes
from sharik.text.bidi import RTL

Written = Mapping[str, str | bool]  # name of a place -> what was written there, or whether it was ticked
TEXTS = ("title", "lead", "use", "notice", "advice", "help", "legend", "unit")  # each may be left out


def form_part(form: Mapping[str, Any], id: str, locale: str, answers: Written) -> Data:
    """The form `id`: its words, and with `answers` what a reader made of it.

    `form` has `title` and `lead`, then `use`, `signed`, `groups` of `questions`; a case `notice`, `facts` and
    `questions`. A question has `key`, `text`, `answer` and, if need be, `help`, `must` and `also`, lines to write on
    besides. The kinds of answers and what they hold are told in paper/forms.typ.
    """
    return _Composer(locale in RTL, answers).part(form, id)


@dataclass(frozen=True)
class _Composer:
    rtl: bool
    answers: Written

    def part(self, form: Mapping[str, Any], id: str) -> Data:
        return self._texts(form) | {
            "id": id,
            "signed": form.get("signed", False),
            "facts": [
                {"name": self._say(each["name"]), "text": self._say(each["text"])} for each in form.get("facts", ())
            ],
            "groups": [self._group(group, id) for group in form.get("groups", ())],
            "questions": [self._question(question, id) for question in form.get("questions", ())],
            "filled": {},
            "missing": None,
        }

    def _group(self, group: Mapping[str, Any], id: str) -> Data:
        return self._texts(group) | {
            "who": group.get("who", []),
            "side": group.get("side"),
            "questions": [self._question(question, id) for question in group["questions"]],
        }

    def _question(self, question: Mapping[str, Any], id: str) -> Data:
        name = f"{id}.{question['key']}"
        also = [{"name": f"{name}.{each['key']}", "text": each["text"]} for each in question.get("also", ())]
        return self._texts(question) | {
            "text": self._say(question["text"]),
            "must": question.get("must", False),
            "place": self._place(name, question["text"]),
            "also": also,
            "answer": self._answer(question["answer"], name, question["text"]),
        }

    def _answer(self, answer: Mapping[str, Any], name: str, asked: str) -> Data:
        heads = answer.get("heads", [])
        return self._texts(answer) | {
            "kind": answer["kind"],
            "lines": answer.get("lines", 1),
            "narrow": answer.get("narrow", False),
            "heads": [self._say(head) for head in heads],
            "options": self._boxes(answer.get("options", ()), name, asked),
            "levels": [self._say(level["text"]) for level in answer.get("levels", ())],
            "rows": [self._row(row, name, heads, answer.get("levels", ())) for row in answer.get("rows", ())],
        }

    def _boxes(self, options: Any, name: str, asked: str) -> list[Data]:
        return [
            self._place(f"{name}.{each['key']}", f"{asked}: {each['text']}") | {"text": self._say(each["text"])}
            for each in options
        ]

    def _row(self, row: Mapping[str, Any], name: str, heads: list[str], levels: Any) -> Data:
        """Of a table or a scale; where a row of a table has no text, its first column is to be filled, too."""
        here, text = f"{name}.{row['key']}", row.get("text", "")
        columns = heads[1:] if text else heads
        cells = [
            self._place(f"{here}.{number}", f"{text}: {head}" if text else head) | {"head": self._say(head)}
            for number, head in enumerate(columns, 1)
        ]
        return {"text": self._say(text), "cells": cells, "boxes": self._boxes(levels, here, text)}

    def _place(self, name: str, plain: str) -> Data:
        """A place to write on or to tick; `plain` is what it is called where it is read out."""
        answer = self.answers.get(name, "")
        wrote = answer if isinstance(answer, str) else ""
        return {
            "name": name,
            "plain": plain,
            "wrote": wrote,
            "value": self._say(wrote),
            "state": "done" if answer is True else "open",
        }

    def _texts(self, record: Mapping[str, Any]) -> Data:
        return {key: self._say(record.get(key, "")) for key in TEXTS}

    def _say(self, text: str) -> list[Node]:
        return plain_nodes(text, rtl=self.rtl)
