"""What unit tests share: the base repository of the golden tests, loaded or as a copy to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.render.context import Context
from sharik.render.view import View
from sharik.urls import Publication

BASE = Path(__file__).resolve().parents[1] / "golden/base"
PUBLICATION = Publication("https://example.org/sub/", "https://example.com/owner/repo")


@pytest.fixture(scope="session")
def base() -> Catalog:
    """Three languages, one article, checklist and guide: to be read only."""
    return load_and_check(BASE)[0]


@pytest.fixture
def base_folder(tmp_path: Path) -> Path:
    """A copy of its files, to be changed."""
    shutil.copytree(BASE, tmp_path / "base")
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
