"""What golden tests share: the base repository with something laid over it, and files that hold what is expected."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from sharik.catalog import Catalog
from sharik.check import load_and_check

BASE = Path(__file__).parent / "base"
RENDERS = Path(__file__).parent / "renders"


@pytest.fixture(scope="session")
def base() -> Catalog:
    """The base repository: three languages, one article, checklist and guide; to be read only."""
    return load_and_check(BASE)[0]


@pytest.fixture
def lay_over_base(tmp_path: Path) -> Callable[..., Path]:
    """A copy of base/ in which some files are written, edited (old text -> new), or removed."""

    def lay(
        files: Mapping[str, str] | None = None,
        edits: Mapping[str, Mapping[str, str]] | None = None,
        binary: Mapping[str, str] | None = None,
        remove: Iterable[str] = (),
    ) -> Path:
        root = tmp_path / "repository"
        shutil.copytree(BASE, root, copy_function=shutil.copyfile)
        for path, text in (files or {}).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="")
        for path, changes in (edits or {}).items():
            text = (root / path).read_text(encoding="utf-8")
            for old, new in changes.items():
                assert text.count(old) == 1, f"{path}: {old!r} stands there {text.count(old)} times"
                text = text.replace(old, new)
            (root / path).write_text(text, encoding="utf-8", newline="")
        for path, content in (binary or {}).items():
            (root / path).write_bytes(base64.b64decode(content))
        for path in remove:
            (root / path).unlink()
        return root

    return lay


@pytest.fixture
def updating() -> bool:
    return bool(os.environ.get("UPDATE_GOLDEN"))


@pytest.fixture
def golden(updating: bool) -> Callable[[str, str], str]:
    """What the file `name` below renders/ holds; with UPDATE_GOLDEN=1 `actual` is written there first."""

    def read(name: str, actual: str) -> str:
        file = RENDERS / name
        if updating:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, encoding="utf-8", newline="")
        return file.read_text(encoding="utf-8") if file.exists() else ""

    return read
