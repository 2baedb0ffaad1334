"""Rules for words: each belongs to something, and everything has words in some language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from sharik.catalog import Catalog, Entry
from sharik.problems import Report

# One map of words: where it stands in the file ("items"), what it is about, and the ids it needs.
Wanted = tuple[tuple[str, ...], str, list[str]]


def check_words(root: Path, catalog: Catalog, report: Report) -> None:
    """Words for unknown ids are errors; missing ones are a state (warning), unless no language has any."""

    def run(entries: Iterable[Entry[Any, Any]], wanted: Callable[[Any], list[Wanted]]) -> None:
        for entry in entries:
            _check_entry(root, catalog.locales, entry, wanted(entry.structure), report)

    run(
        catalog.checklists.values(),
        lambda s: [(("groups",), "group", [g.id for g in s.groups]), (("items",), "item", [i.id for i in s.items])],
    )
    run(catalog.diagrams.values(), lambda s: [(("labels",), "label", s.labels())])
    run(catalog.guides.values(), lambda s: [(("parts",), "part", [p.key for p in s.parts])])
    run([catalog.glossary], lambda s: [((), "term", [t.id for t in s.terms])])


def _check_entry(
    root: Path, locales: Collection[str], entry: Entry[Any, Any], wanted: list[Wanted], report: Report
) -> None:
    broken = {code for code in locales if code not in entry.words and (root / entry.word_path(code)).exists()}
    for code in locales:
        if code not in entry.words and code not in broken:
            hint = "Readers get it in another language until this file is written."
            message = f"there are no words in '{code}'"
            report.warning(entry.word_path(code), 1, "missing-words", message, hint)
    if not entry.words and not broken:
        report.error(
            entry.document.path, 1, "no-words", "there are no words in any language", "Write one file of words."
        )
    for at, kind, ids in wanted:
        _check_map(entry, at, kind, ids, report, certain=not broken)


def _check_map(
    entry: Entry[Any, Any], at: tuple[str, ...], kind: str, ids: list[str], report: Report, *, certain: bool
) -> None:
    have = {code: _map(document.value, at) for code, document in entry.word_documents.items()}
    every = {id for found in have.values() for id in found}
    for code, document in entry.word_documents.items():
        for id in have[code]:
            if id not in ids:
                hint = "Look for a misspelling, or remove these words."
                message = f"there is no {kind} '{id}'"
                report.error(document.path, document.line(*at, id), "unknown-words", message, hint)
        for id in ids:
            if id in every and id not in have[code]:
                hint = "Readers get it in another language until it is written here."
                message = f"the {kind} '{id}' has no words here"
                report.warning(document.path, document.line(*at), "missing-words", message, hint)
    for id in ids:
        if certain and have and id not in every:
            message = f"the {kind} '{id}' has words in no language"
            hint = "Write its words in at least one language file beside this one."
            report.error(entry.document.path, _line(entry, id), "no-words", message, hint)


def _map(value: Any, at: tuple[str, ...]) -> list[str]:
    for step in at:
        value = value.get(step) or {}
    return list(value)


def _line(entry: Entry[Any, Any], id: str) -> int:
    lines = entry.document.lines
    found = (line for at, line in lines.items() if at and at[-1] == "id" and _at(entry.document.value, at) == id)
    return next(found, 1)


def _at(value: Any, location: tuple[str | int, ...]) -> Any:
    for step in location:
        value = value[step]
    return value
