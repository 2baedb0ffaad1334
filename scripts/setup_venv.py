"""Makes `.venv` from the locks, once. Standard library only; must still parse under Python 3.7.

A lock's stamp in `.venv` is written last. No stamp: not installed. The right one: ready. Another one (an older
lock, a moved tree, an interrupted installation): `.venv` is made anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
SITE = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
GUARD = ROOT / ".cache" / "setup.lock"
BEGUN = "begun"
NO_NETWORK = ("connection broken", "Max retries", "ConnectionError", "ProxyError", "Name or service", "Network is")


class SetupProblem(Exception):
    """A sentence for the person at the terminal, and the exit code."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def check_python(version: Sequence[int] = sys.version_info[:3]) -> None:
    if tuple(version) < (3, 11):
        here = ".".join(map(str, version))
        raise SetupProblem(f"Sharik needs Python 3.11 or newer and this is {here}: run it with a newer one.", code=2)


def check_modules() -> None:
    """Debian keeps a part of `venv` in a package of its own."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise SetupProblem("Python's venv module is missing: on Debian `apt-get install python3-venv`, then try again.")


def ensure(*locks: Path) -> None:
    """Whatever state `.venv` is in: afterwards the packages of these locks are installed."""
    try:
        if not all(is_ready(lock) for lock in locks):
            check_modules()
            with one_at_a_time() as guard:
                set_up(locks, guard)
    except OSError as e:
        raise SetupProblem(f"Cannot set up {VENV}: {e}.") from e


def set_up(locks: Sequence[Path], guard: int) -> None:
    if not is_ready(SITE) or any(is_spoilt(lock) for lock in locks):
        make_venv(guard)
    for lock in locks:
        if not is_ready(lock):
            install(lock, guard)


def is_ready(lock: Path) -> bool:
    return PYTHON.exists() and read_stamp(lock) == digest(lock)


def is_spoilt(lock: Path) -> bool:
    return read_stamp(lock) not in ("", digest(lock))


def stamp(lock: Path) -> Path:
    return VENV / f"{lock.stem}.stamp"


def read_stamp(lock: Path) -> str:
    try:
        return stamp(lock).read_text(encoding="utf-8")
    except OSError:
        return ""


def digest(lock: Path) -> str:
    """All that an installed `.venv` rests on; ROOT because the editable install points at it."""
    build_part = PYPROJECT.read_bytes().partition(b"\n[tool.")[0]
    here = f"{sys.implementation.cache_tag} {ROOT}".encode()
    return hashlib.sha256(b"\0".join([lock.read_bytes(), build_part, here])).hexdigest()


@contextmanager
def one_at_a_time() -> Iterator[int]:
    """Two terminals, one set-up. pip inherits the guard: were we killed, the next one waits for the orphan."""
    GUARD.parent.mkdir(exist_ok=True)
    with GUARD.open("w") as guard:
        try:
            import fcntl
        except ImportError:  # Windows
            yield guard.fileno()
            return
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another dev.py that is setting up .venv ...")
            fcntl.flock(guard, fcntl.LOCK_EX)
        yield guard.fileno()


def make_venv(guard: int) -> None:
    say("Making .venv ...")
    for lock in (SITE, DEV):
        if stamp(lock).exists():
            stamp(lock).unlink()  # before anything else goes
    create_venv(VENV, guard)


def create_venv(folder: Path, guard: int | None = None) -> None:
    output, code = run_quietly([sys.executable, "-m", "venv", "--clear", str(folder)], guard)
    if code:
        say(output.strip())
        raise SetupProblem(f"Python could not make {folder}: on Debian `apt-get install python3-venv`, then try again.")


def install(lock: Path, guard: int) -> None:
    if lock != SITE:
        stamp(lock).write_text(BEGUN, encoding="utf-8")
    names = pins(lock) - (pins(SITE) if lock != SITE else set())
    say(f"Installing {len(names)} packages from {lock.name} ...")
    pip(PYTHON, "--require-hashes", "-r", str(lock), guard=guard)
    if lock == SITE:
        pip(PYTHON, "--no-deps", "--no-build-isolation", "-e", str(ROOT), guard=guard)
    stamp(lock).write_text(digest(lock), encoding="utf-8")


def pins(lock: Path) -> set[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0] for line in lines if "==" in line and line[0].isalnum()}


def pip(python: Path, *arguments: str, guard: int | None = None) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--retries", "2", *arguments]
    output, code = run_quietly(command, guard)
    if code:
        say("\n".join(line for line in output.splitlines() if line.startswith(("ERROR", "  ", "\t"))) or output)
        raise SetupProblem(remedy(output))


def remedy(output: str) -> str:
    if "DO NOT MATCH THE HASHES" in output:
        return "A package is not the one that was locked: try again, and do not go on if that repeats."
    if any(sign in output for sign in NO_NETWORK):
        return "The packages could not be fetched: see to the network (or HTTPS_PROXY), then run the command again."
    return "pip could not install the packages, for the reason above: mend that, then run the command again."


def run_quietly(command: list[str], guard: int | None) -> tuple[str, int]:
    env = dict(os.environ, PIP_USER="0", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONUTF8="1")
    done = subprocess.run(
        command,
        cwd=str(ROOT),
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if guard is None or os.name == "nt" else (guard,),
    )
    return done.stdout, done.returncode
