"""Rules for the structure of a checklist: what paper and the literature on checklists ask for."""

from __future__ import annotations

from collections.abc import Iterable

from sharik.anchors import RESERVED, anchors
from sharik.catalog import Catalog
from sharik.model.checklist import Checklist, ChecklistWords, Item
from sharik.problems import Report
from sharik.source import Document, Location

MAX_GROUP = 9  # a pause holds five to nine items (Gawande; WHO surgical checklist)
MIN_LIST, MAX_LIST = 3, 20
MAX_TEXT = 160


def check_checklists(catalog: Catalog, report: Report) -> None:
    for entry in catalog.checklists.values():
        structure, document = entry.structure, entry.document
        _check_ids(structure, document, report)
        _check_sizes(structure, document, report)
        if structure.stage not in catalog.vocab.stages:
            _unknown(report, document, ("stage",), "stage", structure.stage, catalog.vocab.stages)
        for g, group in enumerate(structure.groups):
            for i, item in enumerate(group.items):
                _check_item(catalog, item, document, ("groups", g, "items", i), report)
        for code, words in entry.words.items():
            _check_lengths(words, entry.word_documents[code], report)


def _check_ids(structure: Checklist, document: Document, report: Report) -> None:
    seen = RESERVED | {f"{place}-{term}" for place in ("term", "use") for term in structure.terms}
    for g, group in enumerate(structure.groups):
        places: list[tuple[str, Location]] = [(group.id, ("groups", g, "id"))]
        places += [(item.id, ("groups", g, "items", i, "id")) for i, item in enumerate(group.items)]
        for id, place in places:
            if id in seen:
                message = f"the id '{id}' is taken, in this list or by the page around it"
                report.error(
                    document.path, document.line(*place), "duplicate-id", message, "Give one of the two another id."
                )
            seen = seen | {id}


def _check_sizes(structure: Checklist, document: Document, report: Report) -> None:
    count = len(structure.items)
    if not MIN_LIST <= count <= MAX_LIST:
        message = f"the list has {count} items"
        hint = f"Expected {MIN_LIST} to {MAX_LIST}; split it or join it with another."
        report.error(document.path, document.line("groups"), "list-length", message, hint)
    for g, group in enumerate(structure.groups):
        if len(group.items) > MAX_GROUP:
            message = f"the group '{group.id}' has {len(group.items)} items"
            hint = f"Expected at most {MAX_GROUP}; nobody confirms more in one pause. Split the group."
            report.error(document.path, document.line("groups", g, "id"), "group-too-long", message, hint)


def _check_item(catalog: Catalog, item: Item, document: Document, at: Location, report: Report) -> None:
    vocab = catalog.vocab
    accountable = [role for role, letter in item.raci.items() if letter == "A"]
    if len(accountable) != 1:
        message = f"'{item.id}' has {len(accountable)} accountable roles: {', '.join(accountable) or 'none'}"
        hint = "Give exactly one role the letter A; those who do the work get R, advisers C, those who are told I."
        report.error(document.path, document.line(*at, "raci"), "accountable-count", message, hint)
    for role in item.raci:
        if role not in vocab.roles:
            _unknown(report, document, (*at, "raci"), "role", role, vocab.roles)
    for criterion in sorted(item.when.criteria() if item.when else ()):
        if criterion not in vocab.criteria:
            _unknown(report, document, (*at, "when"), "criterion", criterion, vocab.criteria)
    for term in item.terms:
        if term not in catalog.terms:
            _unknown(report, document, (*at, "terms"), "term", term, ())
    for target in item.articles:
        _check_article(catalog, target, document, (*at, "articles"), report)


def _check_article(catalog: Catalog, target: str, document: Document, at: Location, report: Report) -> None:
    """`<article>#<heading id>`, in the language that every other is measured against."""
    id, _, place = target.partition("#")
    page = catalog.page(catalog.vocab.default_locale, f"articles/{id}.md")
    if page is None and f"docs/{catalog.vocab.default_locale}/articles/{id}.md" in catalog.unreadable:
        return  # it has problems of its own, which are told already
    if page is None or (place and place not in anchors(catalog, page)):
        message = f"'{target}' is not an article or a section of one"
        hint = "Write <article>#<heading id>, such as push-and-pull#compare."
        report.error(document.path, document.line(*at), "unknown-article", message, hint)


def _check_lengths(words: ChecklistWords, document: Document, report: Report) -> None:
    for id, item in words.items.items():
        if len(item.text) > MAX_TEXT:
            message = f"the text of '{id}' has {len(item.text)} characters"
            hint = f"Expected at most {MAX_TEXT}; move the rest to why or done_when."
            report.error(document.path, document.line("items", id, "text"), "item-too-long", message, hint)


def _unknown(report: Report, document: Document, at: Location, kind: str, name: str, known: Iterable[str]) -> None:
    hint = f"Known: {', '.join(known)}." if known else "See data/glossary/terms.yml."
    report.error(document.path, document.line(*at), f"unknown-{kind}", f"the {kind} '{name}' does not exist", hint)
