"""The launcher's verbs, steps and exit codes, and the Python it runs on."""

from __future__ import annotations

import ast
import importlib.util
import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
NAMES = ("dev", "setup_venv", "setup_browser", "write_locks")


def source(name):
    return (SCRIPTS / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_old_python_can_parse_the_launcher(name):
    tree = ast.parse(source(name), feature_version=(3, 7))
    assert any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)


@pytest.mark.parametrize("name", NAMES)
def test_the_launcher_imports_the_standard_library_only(name):
    nodes = list(ast.walk(ast.parse(source(name))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {module.partition(".")[0] for module in imported} <= sys.stdlib_module_names | set(NAMES)


def test_an_old_python_gets_one_sentence_and_exit_code_2(launcher, monkeypatch, capsys):
    check = launcher.setup_venv.check_python
    monkeypatch.setattr(launcher.dev, "check_python", lambda: check((3, 10, 13)))
    assert launcher.dev.main(["serve"]) == 2
    assert capsys.readouterr().err == (
        "Sharik needs Python 3.11 or newer and this is 3.10.13: run it with a newer one.\n"
    )
    assert launcher.commands == []


def test_any_other_verb_goes_to_the_package_with_its_arguments(launcher, monkeypatch):
    given = {}
    monkeypatch.setattr(launcher.dev.os, "execve", lambda path, command, env: given.update(command=command, env=env))
    launcher.dev.main(["build", "--out", "x", "--portable"])
    assert given["command"] == [str(launcher.dev.PYTHON), "-m", "sharik", "build", "--out", "x", "--portable"]
    assert given["env"]["NO_MKDOCS_2_WARNING"] == given["env"]["PYTHONUTF8"] == "1"


@pytest.mark.parametrize("verb", ["serve", "build", "check", "ids", "status"])
def test_the_packages_verbs_need_the_site_lock_only(launcher, verb):
    launcher.dev.main([verb])
    assert launcher.verbs() == ["venv", "lock", "package", f"-m sharik {verb}"]


def test_no_verb_is_wrong_use_and_help_is_not(launcher, capsys):
    assert launcher.dev.main([]) == 2
    assert "dev.py serve" in capsys.readouterr().err
    assert launcher.dev.main(["--help"]) == 0
    assert "dev.py serve" in capsys.readouterr().out


@pytest.mark.parametrize("code", [0, 1, 2, 5])
def test_the_exit_code_of_a_child_is_passed_on(launcher, monkeypatch, code):
    monkeypatch.setattr(launcher.dev, "PYTHON", sys.executable)
    assert launcher.dev.run(["-c", f"raise SystemExit({code})"], dict(os.environ)) == code


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupted_child_stops_by_itself_and_quietly(launcher, monkeypatch, capfd):
    monkeypatch.setattr(launcher.dev, "PYTHON", sys.executable)
    child = "import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN); os.kill(os.getppid(), signal.SIGINT)"
    monkeypatch.setattr(launcher.dev, "VERBS", {"test": lambda rest: launcher.dev.run(["-c", child], {})})
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert launcher.dev.main(["test"]) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert capfd.readouterr().err == ""


@pytest.fixture
def steps(launcher, monkeypatch):
    """`test` on a ready machine with a browser: the modules that it ran, and the one that fails."""
    ran = SimpleNamespace(modules=[], env={}, failing=None)

    def run(arguments, env):
        ran.modules.append(arguments[1:])
        ran.env = env
        return 3 if arguments[1] == ran.failing else 0

    monkeypatch.setattr(launcher.dev, "ensure", lambda *locks: None)
    monkeypatch.setattr(launcher.dev, "run", run)
    monkeypatch.setattr(launcher.setup_browser, "ensure", lambda: "/usr/bin/chromium")
    return ran


def test_a_whole_run_goes_through_every_step(launcher, steps, capsys):
    assert launcher.dev.main(["test"]) == 0
    assert [" ".join(module) for module in steps.modules] == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "codespell_lib",
        "sharik check",
        "pytest -n auto --dist loadfile --no-loadscope-reorder",
    ]
    assert steps.env["CHROME"] == "/usr/bin/chromium"
    assert capsys.readouterr().out.splitlines()[-1].startswith("All well: ruff check, ")


def test_a_failed_step_stops_no_other_and_is_named_last(launcher, steps, capsys):
    steps.failing = "mypy"
    assert launcher.dev.main(["test"]) == 1
    assert steps.modules[-1][:1] == ["pytest"]
    assert capsys.readouterr().out.splitlines()[-1] == "FAILED: mypy"


def test_every_step_is_a_module_of_the_locks(launcher):
    assert [name for name, *_ in launcher.dev.STEPS.values() if importlib.util.find_spec(name) is None] == []


def test_pytest_arguments_run_pytest_alone(launcher, steps):
    steps.failing = "pytest"
    assert launcher.dev.main(["test", "-k", "print"]) == 3
    assert steps.modules == [["pytest", "-k", "print"]]


@pytest.fixture
def measurements(launcher, monkeypatch):
    """Two measurements on a ready machine with a browser; the commands that ran, and the one that fails."""
    ran = SimpleNamespace(commands=[], env={}, failing=None)
    folder = launcher.dev.ROOT / "scripts" / "bench"
    (folder / "peers").mkdir(parents=True)
    for name in ("search.py", "build_time.py", "peers/material.py"):
        (folder / name).touch()

    def run(arguments, env):
        ran.commands.append([Path(arguments[0]).relative_to(folder).as_posix(), *arguments[1:]])
        ran.env = env
        return 3 if ran.failing == ran.commands[-1][0] else 0

    monkeypatch.setattr(launcher.dev, "ensure", lambda *locks: None)
    monkeypatch.setattr(launcher.dev, "run", run)
    monkeypatch.setattr(launcher.setup_browser, "ensure", lambda: "/usr/bin/chromium")
    return ran


def test_a_measurement_that_is_named_runs_alone_with_its_options(launcher, measurements):
    measurements.failing = "search.py"

    assert launcher.dev.main(["bench", "search", "--json"]) == 3
    assert measurements.commands == [["search.py", "--json"]]
    assert measurements.env["CHROME"] == "/usr/bin/chromium"


def test_without_a_name_every_measurement_runs(launcher, measurements):
    measurements.failing = "build_time.py"

    assert launcher.dev.main(["bench", "--json"]) == 3
    assert measurements.commands == [["build_time.py", "--json"], ["search.py", "--json"]]


def test_a_measurement_that_needs_no_browser_asks_for_none(launcher, measurements, monkeypatch):
    monkeypatch.setattr(launcher.setup_browser, "ensure", lambda: pytest.fail("no browser is needed"))

    assert launcher.dev.main(["bench", "build_time"]) == 0
    assert "CHROME" not in measurements.env


@pytest.mark.parametrize("name", ["speed", "material", "search.py"])
def test_an_unknown_measurement_is_wrong_use_and_the_names_are_told(launcher, measurements, capsys, name):
    assert launcher.dev.main(["bench", name]) == 2
    assert measurements.commands == []
    assert f"'{name}'" in (told := capsys.readouterr().err)
    assert "build_time, search" in told
