"""All files of search beside the pages; what changes in one of them changes the address that asks for it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sharik.catalog import Catalog
from sharik.load import load
from sharik.problems import Report
from sharik.search.site import dialog_path, search_files
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def content(base) -> Catalog:
    """The base with the interface texts of the repository."""
    return replace(base, messages=load(ROOT, Report()).messages)


@pytest.fixture
def made(content):
    """All files of search; scripts and style are stood in for."""

    def make(catalog=content, read=lambda path: f'"{path}";\n') -> dict[str, str]:
        return dict(search_files(catalog, Publication(), read))

    return make


def settings(files: dict[str, str], catalog: Catalog) -> dict[str, object]:
    """What the Persian dialog knows of the other files."""
    line = files[dialog_path(catalog, "fa")].split("\n", 1)[0]
    return json.loads(line.partition(".settings = ")[2].removesuffix(";"))


def with_title(catalog, locale: str, title: str):
    page = catalog.pages[locale, "about.md"]
    changed = replace(page, meta=page.meta.model_copy(update={"title": title}))
    return replace(catalog, pages={**catalog.pages, (locale, "about.md"): changed})


def test_each_language_has_an_index_and_a_dialog_and_all_have_one_engine(made, content):
    files = made()
    indexes = {f"search/{code}{end}" for code in ("fa", "ar", "en") for end in (".js", ".words.js")}
    dialogs = {dialog_path(content, code) for code in ("fa", "ar", "en")}

    assert indexes | dialogs <= set(files)
    assert len(dialogs) == 3
    assert re.findall(r"search/(\w+)\.js", files["search/engine.js"]) == ["text", "engine", "worker"]


def test_what_is_said_in_a_language_changes_the_version_of_its_index_alone(made, content):
    before, after = settings(made(), content), settings(made(with_title(content, "ar", "من نحن")), content)

    assert {code for code in before["versions"] if before["versions"][code] != after["versions"][code]} == {"ar"}
    assert before["engine"] == after["engine"]


def test_another_engine_has_another_address(made, content):
    before, after = settings(made(), content), settings(made(read=lambda path: "1;\n"), content)

    assert before["engine"] != after["engine"]
    assert before["versions"] == after["versions"]


def test_the_same_content_makes_the_same_files(made):
    assert made() == made()
