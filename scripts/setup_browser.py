"""Finds Chromium for the tests, or installs it where that disturbs nobody. Standard library only."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setup_venv import SetupProblem, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OS_RELEASE = Path("/etc/os-release")
NOTICE = """
********************************************************************************
*  NO BROWSER: the browser tests are skipped.                                  *
*  On Debian:  apt-get install chromium libatomic1                             *
*  Elsewhere:  CHROME=/path/to/chrome python3 scripts/dev.py test              *
********************************************************************************
"""


def ensure() -> str | None:
    """The path of a browser that the tests can drive; None means that they are skipped."""
    missing = missing_packages()
    if missing and can_install():
        install(missing)
        missing = missing_packages()
    if not missing:
        return find()
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise SetupProblem(f"CI without a browser would skip tests: `apt-get install {' '.join(missing)}` must work.")
    say(NOTICE)
    return None


def find() -> str | None:
    chosen = os.environ.get("CHROME")
    if not chosen:
        return next(filter(None, map(shutil.which, NAMES)), None)
    if shutil.which(chosen) is None:
        raise SetupProblem(f"CHROME={chosen} is not a program: name one or unset it.", code=2)
    return shutil.which(chosen)


def missing_packages() -> list[str]:
    return ([] if find() else ["chromium"]) + ([] if has_libatomic() else ["libatomic1"])


def has_libatomic() -> bool:
    """Playwright's bundled Node needs it, also where Chromium is there already."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def can_install() -> bool:
    """Root on Debian or Ubuntu: a container or CI, not a person's own account."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None and is_debian()


def is_debian() -> bool:
    try:
        text = OS_RELEASE.read_text(encoding="utf-8")
    except OSError:
        return False
    return re.search(r"^ID(_LIKE)?=.*\b(debian|ubuntu)\b", text, re.MULTILINE) is not None


def install(packages: list[str]) -> None:
    say(f"Installing {' and '.join(packages)} with apt-get ...")
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        if subprocess.call(["apt-get", *step], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL):
            say(f"apt-get {step[0]} failed.")
            return
