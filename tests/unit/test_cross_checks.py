"""What once went wrong between files, and must not again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sharik.anchors import anchors
from sharik.catalog import Catalog
from sharik.cli.check import read
from sharik.model.guide import Part
from sharik.render.context import Context
from sharik.render.guide import guide
from sharik.urls import Publication

ABOUT, SITE, VOCAB = "docs/en/about.md", "data/site.yml", "data/vocab.yml"
TERMS, RENAMES = "data/glossary/terms.yml", "data/renames.yml"
PLACE = "Sharik belongs"


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise LookupError(f"{path}: {old!r} stands there {text.count(old)} times")
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        # A KeyError in the build.
        pytest.param(VOCAB, "  must: {name", "  might: {name", id="weight-must-is-not-in-the-vocabulary"),
        # Links and images that lead nowhere.
        pytest.param(ABOUT, PLACE, "[Sharik]() belongs", id="link-to-nothing"),
        # What Markdown makes HTML of.
        pytest.param(ABOUT, PLACE, '[Sharik](about.md){ onclick="x" } belongs', id="script-in-an-attribute-list"),
        pytest.param(ABOUT, PLACE, "Sharik &#x202e;belongs", id="override-as-an-entity"),
        pytest.param(ABOUT, PLACE, "Sharik\n===\n\nbelongs", id="underlined-title-in-the-body"),
        # Two of a kind.
        pytest.param(TERMS, "  - id: channel", "  - id: channel\n  - id: channel", id="term-twice"),
        pytest.param(SITE, "[opening]", "[opening, opening]", id="page-twice-in-a-section"),
    ],
)
def test_this_is_told_as_a_problem(base_folder, path, old, new):
    edit(base_folder, path, old, new)
    _, errors, _ = read(base_folder)

    assert path in {problem.path for problem in errors}


def errors_of(root: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in read(root)[1]]


def test_a_checklist_without_a_page_is_a_problem(base_folder):
    """Its JSON names an address that does not exist."""
    shutil.copytree(base_folder / "data/checklists/opening", base_folder / "data/checklists/closing")
    edit(base_folder, "data/checklists/closing/checklist.yml", "id: opening\n", "id: closing\n")

    assert errors_of(base_folder) != []


def test_a_file_of_renames_may_hold_comments_only(base_folder):
    (base_folder / RENAMES).write_text("# nothing yet\n", encoding="utf-8")

    assert errors_of(base_folder) == []


def test_a_checklist_that_cannot_be_read_is_one_problem(base_folder):
    """Nothing else is wrong: what names the list names something that is there."""
    edit(base_folder, "data/checklists/opening/checklist.yml", "minutes: 5", "minutes: five")

    assert errors_of(base_folder) == [("data/checklists/opening/checklist.yml", "invalid-value")]


def test_a_page_that_cannot_be_read_is_not_said_to_be_missing(base_folder):
    edit(base_folder, ABOUT, "published: 2026-11-01", "published: soon")
    _, errors, warnings = read(base_folder)

    assert [problem.code for problem in errors + warnings] == ["invalid-value"]


def test_a_wrong_marker_is_one_problem(base_folder):
    edit(base_folder, "docs/en/guides/start.md", "guide: start", "guide: begin")

    assert errors_of(base_folder) == [("docs/en/guides/start.md", "unknown-guide")]


def test_the_terms_and_sources_of_a_guide_can_be_linked(base):
    assert anchors(base, base.pages["en", "guides/start.md"]) >= {"terms", "term-cpa", "sources"}


def guide_text(catalog: Catalog, locale: str) -> str:
    return guide("start", Context(catalog, Publication(), locale, "guides/start.md", locale), lambda html: html)


def some_sections(base: Catalog) -> str:
    """The guide with one section of its article."""
    entry = base.guides["start"]
    parts = [Part(kind="article", id="first-steps", sections=("price",))]
    structure = entry.structure.model_copy(update={"parts": parts})
    return guide_text(replace(base, guides={"start": replace(entry, structure=structure)}), "en")


def test_a_diagram_in_some_sections_leads_to_the_article_for_the_others(base):
    text = some_sections(base)

    assert 'href="#first-steps--place"' not in text


def test_a_diagram_in_an_article_of_another_language_speaks_that_language(base):
    """It stands in an element that says lang="en"."""
    pages = {key: page for key, page in base.pages.items() if key != ("ar", "articles/first-steps.md")}
    text = guide_text(replace(base, pages=pages), "ar")

    assert '<figcaption id="first-steps--fig-causes">Two causes</figcaption>' in text
