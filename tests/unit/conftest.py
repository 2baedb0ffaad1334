"""What unit tests share: the base repository of the golden tests, loaded or as a copy to change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.check.knowledge import load_checker
from sharik.check.language import Checker
from sharik.load import load
from sharik.problems import Report
from sharik.render.context import Context
from sharik.render.view import View
from sharik.text.lint.names import conceal
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests/golden/base"
settings.register_profile("sharik", deadline=None)  # a busy machine is no bug
settings.load_profile("sharik")
PUBLICATION = Publication("https://example.org/sub/", "https://example.com/owner/repo")


@pytest.fixture(scope="session")
def base() -> Catalog:
    """Three languages, one article, checklist and guide: to be read only."""
    return load_and_check(BASE)[0]


@pytest.fixture
def base_folder(tmp_path: Path) -> Path:
    """A copy of its files, to be changed."""
    shutil.copytree(BASE, tmp_path / "base", copy_function=shutil.copyfile)
    return tmp_path / "base"


@pytest.fixture
def context(base: Catalog) -> Callable[[str, str], Context]:
    return lambda locale, path: Context(base, PUBLICATION, locale, path, locale)


@pytest.fixture
def view(base: Catalog) -> Callable[..., View]:
    """The page at `path` for readers of `locale`, from the base or another catalog."""

    def make(locale: str, path: str, catalog: Catalog = base) -> View:
        page = catalog.page(locale, path)
        assert page is not None
        return View(catalog, PUBLICATION, page, locale)

    return make


def read_css(css: str) -> list[tuple[str, str]]:
    """(what stands before the brace, declaration) of every rule, without comments and needless spaces."""
    found: list[tuple[str, str]] = []
    before: list[str] = []
    for piece, mark in re.findall(r"([^{};]*)([{};]|$)", re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        around = r"\s*(,)\s*" if mark == "{" else r"\s*([,:])\s*"
        text = re.sub(around, r"\1", " ".join(piece.split()))
        if mark == "{":
            before.append(text)
        elif text:
            found.append((" ".join(before), text))
        if mark == "}":
            before.pop()
    return found


@pytest.fixture(scope="session")
def declarations() -> Callable[[str], list[tuple[str, str]]]:
    return read_css


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The checker of language, with the rules and words of the repository itself."""
    report = Report()
    checker = load_checker(ROOT, load(ROOT, report), report)
    assert [problem for problem in report.errors if problem.path.startswith("data/house-style")] == []
    return checker


@pytest.fixture(scope="session")
def codes(checker: Checker) -> Callable[..., set[str]]:
    """What the rules find in a text of a page; remarks are left out unless they are asked for."""

    def find(text: str, locale: str, *, remarks: bool = False) -> set[str]:
        found = checker.problems("docs/page.md", conceal(text), locale)
        return {problem.code for problem in found if remarks or problem.severity != "info"}

    return find


@pytest.fixture(scope="session")
def repaired(checker: Checker) -> Callable[[str, str], str]:
    """A text of a page as `--fix` leaves it."""
    return lambda text, locale: checker.repaired("docs/page.md", conceal(text), locale)
