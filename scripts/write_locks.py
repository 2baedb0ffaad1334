"""Writes requirements.txt and requirements-dev.txt anew from pyproject.toml, with uv. For maintainers."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setup_venv import DEV, PYPROJECT, SITE, SetupProblem, check_modules, create_venv, pip, say

HEADER = "# Made by `python3 scripts/dev.py lock` from pyproject.toml; not to be edited by hand.\n"
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--no-python-downloads", "--quiet"),
    *("--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
)


def write_locks(arguments: list[str]) -> int:
    """Pins that still fit stay as they are; `lock --upgrade` and uv's other options go to uv."""
    check_modules()
    with tempfile.TemporaryDirectory(prefix="sharik-lock-") as name:
        folder = Path(name)
        uv = install_uv(folder / "uv")
        say("Resolving ...")
        for path in filter(Path.exists, (PYPROJECT, SITE, DEV)):
            shutil.copy(path, folder)
        texts = {SITE: compile_lock(uv, folder, SITE, arguments)}
        texts[DEV] = compile_lock(uv, folder, DEV, [*arguments, "--group", "dev", "-c", SITE.name])
    for lock, text in texts.items():
        check_no_host(lock.name, text)
    for lock, text in texts.items():
        lock.write_text(text, encoding="utf-8", newline="\n")
        say(f"{lock.name}: {text.count('==')} packages")
    return 0


def install_uv(folder: Path) -> Path:
    say("Installing uv, for this once ...")
    create_venv(folder)
    binaries = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip(binaries / "python", "uv")
    return binaries / "uv"


def compile_lock(uv: Path, folder: Path, lock: Path, arguments: list[str]) -> str:
    """uv works in a copy, so that a failure leaves both locks as they were."""
    command = [uv, "pip", "compile", PYPROJECT.name, "-o", lock.name, *OPTIONS, "--python", uv.parent / "python"]
    done = subprocess.run([*map(str, command), *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise SetupProblem(f"uv could not write {lock.name}, for the reason above; the locks are as they were.")
    return HEADER + (folder / lock.name).read_text(encoding="utf-8").replace(HEADER, "")


def check_no_host(name: str, text: str) -> None:
    if "://" in text:
        line = next(line for line in text.splitlines() if "://" in line)
        raise SetupProblem(f"{name} would name a host ({line.strip()}); the locks are as they were.")
