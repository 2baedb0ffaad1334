"""Rules for the closed lists: each names what exists, and has a name in every language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from sharik.anchors import RESERVED, letter_anchors
from sharik.catalog import Catalog
from sharik.model.checklist import Weight
from sharik.problems import Report
from sharik.render.icons import PATHS

VOCAB = "data/vocab.yml"


def check_vocab(catalog: Catalog, report: Report) -> None:
    vocab, locales = catalog.vocab, list(catalog.locales)
    for code, locale in vocab.locales.items():
        for other in locale.fallback:
            _known(report, VOCAB, 1, f"the fallback of '{code}'", other, [c for c in locales if c != code])
    for id, stage in vocab.stages.items():
        _known(report, VOCAB, 1, f"the icon of '{id}'", stage.icon, PATHS)
    for weight in get_args(Weight):
        if weight not in vocab.weights:
            message, hint = f"the weight '{weight}' is missing", "Add it with its names."
            report.error(VOCAB, 1, "missing-key", message, hint)
    stages = ((id, stage.name) for id, stage in vocab.stages.items())
    roles = ((id, role.name) for id, role in vocab.roles.items())
    weights = ((id, weight.name) for id, weight in vocab.weights.items())
    for id, name in (*stages, *roles, *weights):
        for code in (code for code in locales if code not in name):
            message, hint = f"'{id}' has no name in '{code}'", f"Add '{code}: …' to its names."
            report.error(VOCAB, 1, "missing-key", message, hint)
    for i, source in enumerate(catalog.site.sources):
        line = catalog.site_document.line("sources", i)
        _known(report, catalog.site_document.path, line, f"the language of '{source.file}'", source.language, locales)
    for page in catalog.pages.values():
        if page.meta.source_locale:
            line = page.meta_document.line("source_locale")
            _known(report, page.source, line, "source_locale", page.meta.source_locale, locales)
    lists = ((e.document, e.structure.source_locale) for e in catalog.checklists.values())
    guides = ((e.document, e.structure.source_locale) for e in catalog.guides.values())
    for document, source_locale in (*lists, *guides):
        _known(report, document.path, document.line("source_locale"), "source_locale", source_locale, locales)
    _check_terms(catalog, report)


def _check_terms(catalog: Catalog, report: Report) -> None:
    ids = [term.id for term in catalog.glossary.structure.terms]
    taken = RESERVED.union(*(letter_anchors(code) for code in catalog.locales))
    for i, term in enumerate(catalog.glossary.structure.terms):
        if term.id in taken:
            document = catalog.glossary.document
            message, hint = f"the id '{term.id}' is taken by the page of the glossary", "Give the term another id."
            report.error(document.path, document.line("terms", i, "id"), "duplicate-id", message, hint)
        if term.id in ids[:i]:
            document = catalog.glossary.document
            message, hint = f"the term '{term.id}' stands twice", "Remove one of the two."
            report.error(document.path, document.line("terms", i, "id"), "duplicate-id", message, hint)
        for other in (*term.related, *term.confuse):
            if other not in catalog.terms:
                document = catalog.glossary.document
                message = f"'{term.id}' names the term '{other}', which does not exist"
                report.error(
                    document.path, document.line("terms", i), "unknown-term", message, "See the ids in this file."
                )


def _known(report: Report, path: str, line: int, what: str, value: str, known: Iterable[str]) -> None:
    if value not in known:
        report.error(path, line, "invalid-value", f"{what} is '{value}'", f"Expected one of {', '.join(known)}.")
