"""The launcher over a small tree of its own, where every command is noted and none is run."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
MODULES = ("setup_venv", "setup_browser", "write_locks", "dev")
TREE = {
    "ROOT": ".",
    "PYPROJECT": "pyproject.toml",
    "SITE": "requirements.txt",
    "DEV": "requirements-dev.txt",
    "VENV": ".venv",
    "PYTHON": ".venv/bin/python",
    "GUARD": ".cache/setup.lock",
}


@pytest.fixture
def launcher(tmp_path, monkeypatch):
    """The four modules; `commands` and `verbs()` are what they ran; `fail(word, output)` spoils one of them."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    modules = SimpleNamespace(commands=[], **{name: importlib.import_module(name) for name in MODULES})
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'sharik'\n\n[tool.ruff]\n")
    (tmp_path / "requirements.txt").write_text("# a comment\na==1 \\\n    --hash=sha256:0\nb==1\n")
    (tmp_path / "requirements-dev.txt").write_text("a==1\nb==1\nc==1\n")
    for module in (modules.setup_venv, modules.write_locks, modules.dev):
        for name, path in TREE.items():
            monkeypatch.setattr(module, name, tmp_path / path, raising=False)
    modules.fail = lambda word, output: monkeypatch.setattr(
        modules.setup_venv, "run_quietly", noting(modules, failing=word, output=output)
    )
    modules.verbs = lambda: verbs(modules.commands)
    monkeypatch.setattr(modules.setup_venv, "run_quietly", noting(modules))
    monkeypatch.setattr(modules.dev.os, "execve", lambda path, command, env: modules.commands.append(command[1:]))
    monkeypatch.setattr(modules.dev.os, "chdir", lambda path: None)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("CHROME", raising=False)
    yield modules
    for name in MODULES:
        del sys.modules[name]


def noting(modules, *, failing=None, output=""):
    """A stand-in for `run_quietly` that makes the venv's Python, and fails where told to."""

    def run_quietly(command, guard):
        modules.commands.append(command[1:])
        if failing in command:
            return output, 1
        if "venv" in command:
            modules.setup_venv.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            modules.setup_venv.PYTHON.touch()
        return "", 0

    return run_quietly


def verbs(commands):
    """The commands in a word each."""
    words = {"-r": "lock", "-e": "package", "--clear": "venv"}
    return [next((words[a] for a in command if a in words), " ".join(command)) for command in commands]
