"""Rules for guides: every part exists, with the sections it names."""

from __future__ import annotations

from sharik.catalog import Catalog
from sharik.model.guide import Part
from sharik.problems import Report
from sharik.source import Document


def check_guides(catalog: Catalog, report: Report) -> None:
    for entry in catalog.guides.values():
        document = entry.document
        if entry.structure.stage not in catalog.vocab.stages:
            message = f"the stage '{entry.structure.stage}' does not exist"
            hint = f"Known: {', '.join(catalog.vocab.stages)}."
            report.error(document.path, document.line("stage"), "unknown-stage", message, hint)
        ids = [part.id for part in entry.structure.parts]
        for i, part in enumerate(entry.structure.parts):
            if part.id in ids[:i]:
                message, hint = f"the part '{part.id}' stands twice in this guide", "Remove one of the two."
                report.error(document.path, document.line("parts", i, "id"), "duplicate-id", message, hint)
            _check_part(catalog, part, document, i, report)


def _check_part(catalog: Catalog, part: Part, document: Document, index: int, report: Report) -> None:
    line = document.line("parts", index, "id")
    places = _places(catalog, part)
    if places is None and _is_unreadable(catalog, part):
        return
    if places is None:
        hint = f"See data/{part.kind}s/." if part.kind == "checklist" else "See docs/fa/articles/."
        message = f"the {part.kind} '{part.id}' does not exist"
        report.error(document.path, line, f"unknown-{part.kind}", message, hint)
        return
    for section in part.sections:
        if section not in places:
            hint = f"Known: {', '.join(places)}."
            message = f"'{part.id}' has no section '{section}'"
            report.error(document.path, line, f"unknown-{part.kind}", message, hint)


def _is_unreadable(catalog: Catalog, part: Part) -> bool:
    page = f"docs/{catalog.vocab.default_locale}/articles/{part.id}.md"
    return (f"checklists/{part.id}" if part.kind == "checklist" else page) in catalog.unreadable


def _places(catalog: Catalog, part: Part) -> list[str] | None:
    if part.kind == "checklist":
        entry = catalog.checklists.get(part.id)
        return [group.id for group in entry.structure.groups] if entry else None
    page = catalog.page(catalog.vocab.default_locale, f"articles/{part.id}.md")
    return [heading.id or "" for heading in page.headings if heading.level == 2] if page else None
