"""Rules for one page and for its counterparts in the other languages."""

from __future__ import annotations

from sharik.anchors import RESERVED, brought
from sharik.catalog import Catalog
from sharik.markers import NAMES, WITHOUT_ARGUMENT, Marker
from sharik.pages import Heading, Page
from sharik.problems import Report

BLOCKS = ("case", "try", "stop", "note")


def check_pages(catalog: Catalog, report: Report) -> None:
    _check_listing(catalog, report)
    _check_front(catalog, report)
    files = {source.file for source in catalog.site.sources}
    for page in catalog.pages.values():
        _check_meta(catalog, page, files, report)
        _check_headings(catalog, page, report)
        _check_blocks(page, report)
        _check_forms(page, report)
        _check_own_marker(catalog, page, report)
        for marker in page.markers:
            _check_marker(catalog, page, marker, report)
        for term in page.terms:
            if term not in catalog.terms:
                message = f"the glossary has no term '{term}'"
                report.error(page.source, page.term_line(term), "unknown-term", message, "See data/glossary/terms.yml.")
        _check_counterpart(catalog, page, report)


def _check_listing(catalog: Catalog, report: Report) -> None:
    listed = catalog.site.paths()
    for page in catalog.pages.values():
        if page.path not in listed:
            hint = "Add it to data/site.yml at its place in the reading order."
            report.error(page.source, 1, "unlisted-page", "no list of pages names this page", hint)
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        hint = "Remove one of the two."
        report.error(catalog.site_document.path, 1, "duplicate-id", f"'{path}' is listed twice", hint)
    for kind, entries in (("checklists", catalog.checklists), ("guides", catalog.guides)):
        for id in entries:
            if catalog.page(catalog.vocab.default_locale, f"{kind}/{id}.md") is None:
                path = f"docs/{catalog.vocab.default_locale}/{kind}/{id}.md"
                hint = f"Write it: front matter with 'published:', and the line <!-- {kind[:-1]}: {id} -->."
                if path not in catalog.unreadable:
                    report.error(path, 1, "missing-file", f"the {kind[:-1]} '{id}' has no page", hint)
    for path in listed:
        have = [code for code in catalog.locales if (code, path) in catalog.pages]
        if not have and any(f"docs/{code}/{path}" in catalog.unreadable for code in catalog.locales):
            continue
        if not have:
            document = catalog.site_document
            hint = f"Write docs/{catalog.vocab.default_locale}/{path}, or remove it from this list."
            report.error(document.path, 1, "unlisted-page", f"'{path}' is listed but exists in no language", hint)
            continue
        for code in catalog.locales:
            if code not in have and f"docs/{code}/{path}" not in catalog.unreadable:
                hint = f"Readers get docs/{have[0]}/{path} until it is written."
                report.warning(f"docs/{code}/{path}", 1, "missing-page", f"there is no page in '{code}'", hint)


def _check_meta(catalog: Catalog, page: Page, files: set[str], report: Report) -> None:
    needed = {"checklist": [], "guide": []}.get(page.kind, ["title", "description"])
    if page.kind == "home":
        needed = [*needed, "home"]
    if page.kind == "article":
        needed = [*needed, "lead", "summary", "stage", "reviewed", "sources"]
    for key in needed:
        if not getattr(page.meta, key):
            report.error(page.source, 2, "missing-key", f"'{key}' is missing in the front matter", f"Add '{key}: …'.")
    if page.meta.stage and page.meta.stage not in catalog.vocab.stages:
        hint = f"Known: {', '.join(catalog.vocab.stages)}."
        line = page.meta_document.line("stage")
        report.error(page.source, line, "unknown-stage", f"the stage '{page.meta.stage}' does not exist", hint)
    for i, source in enumerate(page.meta.sources):
        line = page.meta_document.line("sources", i)
        if source.file and source.file not in files:
            hint = "See the list of sources in data/site.yml."
            report.error(page.source, line, "unknown-source", f"there is no source text '{source.file}'", hint)
        if not source.file and not (source.title and source.seen):
            hint = "Give 'title:' and 'seen:', the day you read it; or 'file:' for one of our source texts."
            report.error(page.source, line, "missing-key", "a source lacks its title or its date", hint)


def _check_headings(catalog: Catalog, page: Page, report: Report) -> None:
    seen = RESERVED | brought(catalog, page)
    for heading in page.headings:
        if heading.level == 1:
            hint = "The title comes from the front matter; start headings with ##."
            report.error(page.source, heading.line, "page-title-in-body", f"'# {heading.text}' is a title", hint)
        elif heading.id is None:
            hint = f"Write '{'#' * heading.level} {heading.text} {{#some-id}}', the same id in every language."
            report.error(page.source, heading.line, "heading-id", f"'{heading.text}' has no id", hint)
        elif heading.id in seen:
            hint = "Give one of the two another id, in every language."
            report.error(page.source, heading.line, "heading-id", f"the id '{heading.id}' is taken", hint)
        seen = seen | {heading.id or ""}


def _check_blocks(page: Page, report: Report) -> None:
    for block in page.blocks:
        if block.kind not in BLOCKS or not block.has_title:
            known = ", ".join(f'!!! {kind} "title"' for kind in BLOCKS)
            message = (
                f"'!!! {block.kind}' is not a block" if block.kind not in BLOCKS else f"'!!! {block.kind}' has no title"
            )
            report.error(page.source, block.line, "unknown-block", message, f"Known: {known}.")


def _check_forms(page: Page, report: Report) -> None:
    """What Markdown would take silently, and nobody would see."""
    for text, line in page.comments:
        hint = "A marker stands alone on its line: <!-- diagram: id -->. Other comments belong in the pull request."
        report.error(page.source, line, "unknown-marker", f"'{text}' is not a marker", hint)
    for text, line in page.underlined:
        hint = f"Write '## {text} {{#some-id}}', the same id in every language."
        report.error(page.source, line, "heading-id", f"'{text}' is a heading by the line below it", hint)
    for label, line in page.definitions:
        hint = "Write the address where the link stands: [text](address)."
        report.error(page.source, line, "link-form", f"'[{label}]:' defines a link elsewhere", hint)


def _check_own_marker(catalog: Catalog, page: Page, report: Report) -> None:
    """The page of a checklist or guide shows what its name says."""
    shown = [marker.argument for marker in page.markers if marker.name == page.kind]
    known = {**catalog.checklists, **catalog.guides}
    if page.kind in ("checklist", "guide") and page.id not in shown and all(id in known for id in shown):
        hint = f"Add the line <!-- {page.kind}: {page.id} -->."
        report.error(page.source, page.body_line, "missing-marker", f"the page does not show the {page.kind}", hint)


def _check_front(catalog: Catalog, report: Report) -> None:
    """The slip on the front page shows items that exist."""
    front, document = catalog.site.front, catalog.site_document
    entry = catalog.checklists.get(front.checklist)
    line = document.line("front")
    for needed in ("articles", "checklists"):
        if needed not in [section.id for section in catalog.site.sections]:
            message, hint = f"there is no section '{needed}'", "The front page shows it; add it to 'sections'."
            report.error(document.path, document.line("sections"), "missing-key", message, hint)
    if f"checklists/{front.checklist}" in catalog.unreadable:
        return
    if entry is None:
        hint = f"Known: {', '.join(catalog.checklists)}."
        message = f"the checklist '{front.checklist}' does not exist"
        report.error(document.path, line, "unknown-checklist", message, hint)
        return
    known = [item.id for item in entry.structure.items]
    for item in front.items:
        if item not in known:
            message = f"'{front.checklist}' has no item '{item}'"
            report.error(document.path, line, "unknown-item", message, f"Known: {', '.join(known)}.")


def _check_marker(catalog: Catalog, page: Page, marker: Marker, report: Report) -> None:
    if marker.name not in NAMES or bool(marker.argument) == (marker.name in WITHOUT_ARGUMENT):
        forms = [f"<!-- {n} -->" if n in WITHOUT_ARGUMENT else f"<!-- {n}: id -->" for n in NAMES]
        message = f"'<!-- {marker.name}{': ' + marker.argument if marker.argument else ''} -->' is not a marker"
        report.error(page.source, marker.line, "unknown-marker", message, f"Known: {' '.join(forms)}")
        return
    known = {"checklist": catalog.checklists, "diagram": catalog.diagrams, "guide": catalog.guides}
    if f"{marker.name}s/{marker.argument}" in catalog.unreadable:
        return  # it has problems of its own, which are told already
    if marker.name in known and marker.argument not in known[marker.name]:
        message = f"the {marker.name} '{marker.argument}' does not exist"
        hint = f"Known: {', '.join(known[marker.name])}."
        report.error(page.source, marker.line, f"unknown-{marker.name}", message, hint)


def _check_counterpart(catalog: Catalog, page: Page, report: Report) -> None:
    """Heading ids, their order and levels equal those of the page in its source language."""
    original = catalog.source_page(page)
    if original is None or original is page:
        return
    mine = [(heading.level, heading.id) for heading in page.headings]
    theirs = [(heading.level, heading.id) for heading in original.headings]
    if mine != theirs:
        at = next(
            (i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs))
        )
        line = page.headings[at].line if at < len(mine) else page.body_line
        here = _heading(page.headings[at]) if at < len(mine) else "no further heading"
        there = _heading(original.headings[at]) if at < len(theirs) else "no further heading"
        message = f"heading {at + 1} is {here}, but {there} in {original.source}"
        hint = "Headings have the same ids, levels and order in every language."
        report.error(page.source, line, "heading-ids-differ", message, hint)


def _heading(heading: Heading) -> str:
    name = f"{{#{heading.id}}}" if heading.id else heading.text
    return f"'{'#' * heading.level} {name}'"
