"""The same pages with Material's search as people set it up: its plugin, and static-i18n as it comes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from peers.peer import Peer, SkippedError, script

ROOT = Path(__file__).resolve().parents[3]
PARTS = ("data", "docs", "hooks", "overrides", "src")
CHANGES = {
    "plugins:\n": "plugins:\n  - search\n",
    "reconfigure_material: false": "reconfigure_material: true",
    "reconfigure_search: false": "reconfigure_search: true",
}


def material_search(work: Path) -> Peer:
    site = work / "site"
    _build(_copy(work / "repository"), site)
    _add_scripts(site)
    return Peer("material", version("mkdocs-material"), site, script("material"), by_page=True, is_constant=True)


def _copy(target: Path) -> Path:
    """The repository with the search plugin in its settings."""
    for part in PARTS:
        shutil.copytree(ROOT / part, target / part)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        if old not in settings:
            raise SkippedError(f"mkdocs.yml has no {old!r} any more")
        settings = settings.replace(old, new)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return target


def _build(repository: Path, site: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(repository / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
        cwd=repository,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SkippedError(f"the build with Material's search failed: {done.stderr.strip()[-400:]}")


def _add_scripts(site: Path) -> None:
    """Our site drops all files of the theme; these are the ones that its search fetches."""
    package = find_spec("material")
    assert package and package.origin, "mkdocs-material is in the lock of the site"
    source, target = Path(package.origin).parent / "templates/assets/javascripts", site / "assets/javascripts"
    shutil.copytree(source / "lunr", target / "lunr", dirs_exist_ok=True)
    [worker] = (source / "workers").glob("search.*.min.js")
    (target / "workers").mkdir(exist_ok=True)
    shutil.copy(worker, target / "workers" / "search.js")
