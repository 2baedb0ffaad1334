"""Pagefind run over the built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from peers.peer import Peer, SkippedError, script

VERSION = "1.5.2"
PACKAGES = [f"pagefind=={VERSION}", f"pagefind_bin=={VERSION}"]


def pagefind(work: Path, built: Path) -> Peer:
    packages, site = work / "packages", work / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(packages)]
    _run([*pip, *PACKAGES], "pip could not fetch it")
    shutil.copytree(built, site)
    _run(
        [sys.executable, "-m", "pagefind", "--quiet", "--site", str(site)],
        "it did not read the site",
        PYTHONPATH=str(packages),
    )
    return Peer("pagefind", VERSION, site, script("pagefind"), by_page=True)


def _run(command: list[str], complaint: str, **more: str) -> None:
    done = subprocess.run(command, env=os.environ | more, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SkippedError(f"{complaint}: {done.stderr.strip()[-400:]}")
