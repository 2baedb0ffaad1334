"""Rules for the terms of a checklist: each exists, and the texts of the list use it."""

from __future__ import annotations

from sharik.catalog import Catalog
from sharik.localize import localize
from sharik.problems import Report
from sharik.uses import forms, list_terms


def check_uses(catalog: Catalog, report: Report) -> None:
    for id, entry in catalog.checklists.items():
        document = entry.document
        for i, term in enumerate(entry.structure.terms):
            line = document.line("terms", i)
            if term not in catalog.terms:
                message, hint = f"the term '{term}' does not exist", "See data/glossary/terms.yml."
                report.error(document.path, line, "unknown-term", message, hint)
            elif term in entry.structure.terms[:i]:
                message, hint = f"the term '{term}' stands twice", "Remove one of the two."
                report.error(document.path, line, "duplicate-id", message, hint)
        for code in entry.words:
            _check_locale(catalog, id, code, report)


def _check_locale(catalog: Catalog, id: str, code: str, report: Report) -> None:
    """Every term of the list is used by what readers of `code` see: their words, or those that stand in for them."""
    entry = catalog.checklists[id]
    try:
        used = list_terms(catalog, localize(catalog, id, code))
    except KeyError:
        return  # something has words in no language, which is told already
    for i, term in enumerate(entry.structure.terms):
        wanted = forms(catalog, term, code)
        if term in catalog.terms and term not in used and wanted:
            message = f"the list names the term '{term}', but no text in '{code}' uses it"
            looked = ", ".join(f"'{form}'" for form in wanted)
            hint = f"Looked for {looked}, inflected or not; use one in {entry.word_path(code)}, or remove the term."
            report.error(entry.document.path, entry.document.line("terms", i), "unused-term", message, hint)
