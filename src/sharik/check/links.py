"""Rules for links: the page and the place they lead to exist, in every language of a reader."""

from __future__ import annotations

import re
from pathlib import Path

from sharik.anchors import anchors
from sharik.catalog import Catalog
from sharik.model.diagram import Causes
from sharik.pages import Link, Page, resolve
from sharik.problems import Report

_EXTERNAL = re.compile(r"^(?:https?|mailto|tel):", re.I)


def check_links(root: Path, catalog: Catalog, report: Report) -> None:
    places = {key: anchors(catalog, page) for key, page in catalog.pages.items()}
    for page in catalog.pages.values():
        for link in page.links:
            if link.image:
                _check_image(root, page, link, report)
            elif not (_EXTERNAL.match(link.target) or _is_file(root, page, link.target)):
                _check_link(catalog, page, link.target, link.line, places, report)
        _check_causes(catalog, page, places[page.locale, page.path], report)
        if page.meta.home:
            for i, choice in enumerate(page.meta.home.where.choices):
                line = page.meta_document.line("home", "where", "choices", i, "to")
                _check_link(catalog, page, choice.to, line, places, report)


def _check_link(
    catalog: Catalog, page: Page, target: str, line: int, places: dict[tuple[str, str], set[str]], report: Report
) -> None:
    if not target:
        report.error(page.source, line, "broken-link", "a link leads nowhere", "Write its address: [text](address).")
        return
    path, fragment = resolve(page, target)
    found = catalog.page(page.locale, path)
    if found is None and f"docs/{page.locale}/{path}" in catalog.unreadable:
        return
    if found is None:
        hint = "Write the path from this file to the other one, such as ../checklists/readiness.md."
        report.error(page.source, line, "broken-link", f"'{target}' leads to no page", hint)
    elif fragment and fragment not in places[found.locale, found.path] and not _shows_unreadable(catalog, found):
        known = ", ".join(sorted(places[found.locale, found.path] - {"main"}))
        hint = f"Places there: {known}."
        report.error(page.source, line, "broken-anchor", f"'{target}': {found.source} has no place '{fragment}'", hint)


def _check_causes(catalog: Catalog, page: Page, places: set[str], report: Report) -> None:
    """A diagram of causes leads to a section for each of them."""
    for marker in page.markers:
        entry = catalog.diagrams.get(marker.argument) if marker.name == "diagram" else None
        causes = entry.structure.causes if entry and isinstance(entry.structure, Causes) else []
        for cause in causes:
            if cause.id not in places:
                message = f"the diagram '{marker.argument}' leads to '#{cause.id}', which this page does not have"
                hint = f"Give the section of this cause the id: ## … {{#{cause.id}}}."
                report.error(page.source, marker.line, "broken-anchor", message, hint)


def _shows_unreadable(catalog: Catalog, page: Page) -> bool:
    """Whether a part of the page has problems of its own, so that its places are not known."""
    return any(f"{marker.name}s/{marker.argument}" in catalog.unreadable for marker in page.markers)


def _is_file(root: Path, page: Page, target: str) -> bool:
    """Whether `target` is a file beside the pages, such as a picture or a table to take along."""
    path, _ = resolve(page, target)
    return not path.endswith(".md") and (root / "docs" / page.locale / path).is_file()


def _check_image(root: Path, page: Page, link: Link, report: Report) -> None:
    if not _is_file(root, page, link.target):
        hint = "Put the picture beside the page; pages take nothing from other hosts."
        report.error(page.source, link.line, "broken-link", f"there is no image '{link.target}'", hint)
    if not link.text.strip():
        hint = "Write what it shows between the brackets: ![…](…)."
        report.error(page.source, link.line, "image-alt", f"the image '{link.target}' has no text", hint)
