"""Setting up on machines that are new, offline, busy, or were interrupted."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_missing_part_of_venv_names_the_debian_package(launcher, monkeypatch, capsys, module):
    find = launcher.setup_venv.importlib.util.find_spec
    monkeypatch.setattr(
        launcher.setup_venv.importlib.util, "find_spec", lambda name: None if name == module else find(name)
    )
    assert launcher.dev.main(["serve"]) == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err
    assert launcher.commands == []


def test_a_first_command_sets_up_and_a_second_does_not(launcher, capsys):
    launcher.dev.main(["ids"])
    assert launcher.verbs() == ["venv", "lock", "package", "-m sharik ids"]
    assert capsys.readouterr().err == "Making .venv ...\nInstalling 2 packages from requirements.txt ...\n"
    launcher.commands.clear()
    launcher.dev.main(["ids"])
    assert launcher.verbs() == ["-m sharik ids"]
    assert capsys.readouterr().err == ""


def test_the_lock_is_installed_with_hashes_and_the_package_without_isolation(launcher):
    launcher.setup_venv.ensure(launcher.setup_venv.SITE)
    _, lock, package = launcher.commands
    assert lock[-3:] == ["--require-hashes", "-r", str(launcher.setup_venv.SITE)]
    assert package[-4:] == ["--no-deps", "--no-build-isolation", "-e", str(launcher.setup_venv.ROOT)]


def test_the_tests_packages_come_into_the_same_venv(launcher, capsys):
    setup = launcher.setup_venv
    setup.ensure(setup.SITE)
    launcher.commands.clear()
    setup.ensure(setup.SITE, setup.DEV)
    assert launcher.verbs() == ["lock"]
    assert "Installing 1 packages from requirements-dev.txt" in capsys.readouterr().err


@pytest.mark.parametrize("step", ["--clear", "-r", "-e"])
def test_an_interrupted_set_up_starts_again(launcher, monkeypatch, step):
    setup = launcher.setup_venv
    whole = setup.run_quietly

    def interrupted(command, guard):
        if step in command:
            raise KeyboardInterrupt
        return whole(command, guard)

    monkeypatch.setattr(setup, "run_quietly", interrupted)
    assert launcher.dev.main(["ids"]) == 130
    launcher.commands.clear()
    monkeypatch.setattr(setup, "run_quietly", whole)
    launcher.dev.main(["ids"])
    assert launcher.verbs() == ["venv", "lock", "package", "-m sharik ids"]


def test_an_interrupted_installation_of_the_tests_packages_spoils_tests_only(launcher, monkeypatch):
    setup = launcher.setup_venv
    setup.ensure(setup.SITE)
    whole = setup.run_quietly
    monkeypatch.setattr(setup, "run_quietly", lambda command, guard: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        setup.ensure(setup.SITE, setup.DEV)
    assert setup.is_ready(setup.SITE)
    launcher.commands.clear()
    monkeypatch.setattr(setup, "run_quietly", whole)
    setup.ensure(setup.SITE, setup.DEV)
    assert launcher.verbs() == ["venv", "lock", "package", "lock"]


@pytest.mark.parametrize(
    ("path", "text", "remade"),
    [
        ("requirements.txt", "a==2\n", True),
        ("pyproject.toml", "[project]\nname = 'other'\n\n[tool.ruff]\n", True),
        ("pyproject.toml", "[project]\nname = 'sharik'\n\n[tool.ruff]\nline-length = 90\n", False),
        ("requirements-dev.txt", "a==1\nb==1\nc==2\n", False),
    ],
)
def test_the_venv_is_made_anew_when_what_it_rests_on_has_changed(launcher, path, text, remade):
    setup = launcher.setup_venv
    setup.ensure(setup.SITE)
    (setup.ROOT / path).write_text(text)
    assert setup.is_ready(setup.SITE) is not remade


def test_a_moved_tree_and_another_python_make_the_venv_anew(launcher, monkeypatch, tmp_path):
    setup = launcher.setup_venv
    setup.ensure(setup.SITE)
    monkeypatch.setattr(setup, "ROOT", tmp_path / "elsewhere")
    assert not setup.is_ready(setup.SITE)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup.sys, "implementation", SimpleNamespace(cache_tag="cpython-399"))
    assert not setup.is_ready(setup.SITE)


def test_no_network_is_said_in_a_sentence(launcher, monkeypatch, capsys):
    output = "WARNING: Retrying after connection broken by 'ProxyError(...)'\nERROR: No matching distribution found\n"
    launcher.fail("-r", output)
    assert launcher.dev.main(["serve"]) == 1
    *_, error, sentence = capsys.readouterr().err.splitlines()
    assert error == "ERROR: No matching distribution found"
    assert sentence.startswith("The packages could not be fetched: see to the network")
    assert not launcher.setup_venv.is_ready(launcher.setup_venv.SITE)


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "A package is not the one that was locked"),
        ("ERROR: No space left on device", "pip could not install the packages, for the reason above"),
    ],
)
def test_another_failure_of_pip_gets_its_own_remedy(launcher, output, start):
    assert launcher.setup_venv.remedy(output).startswith(start)


def test_a_tree_that_cannot_be_written_is_said_in_a_sentence(launcher, capsys):
    launcher.setup_venv.GUARD.parent.write_text("a file where a folder belongs")
    assert launcher.dev.main(["serve"]) == 1
    assert capsys.readouterr().err.startswith("Cannot set up ")


def test_a_lost_lock_is_said_in_a_sentence(launcher, capsys):
    launcher.setup_venv.SITE.unlink()
    launcher.setup_venv.PYTHON.parent.mkdir(parents=True)
    launcher.setup_venv.PYTHON.touch()
    assert launcher.dev.main(["serve"]) == 1
    assert "requirements.txt" in capsys.readouterr().err


def test_two_set_ups_at_once_follow_each_other(launcher, capfd):
    pytest.importorskip("fcntl")
    guard = launcher.setup_venv.GUARD
    guard.parent.mkdir()
    holder = (
        "import fcntl, sys, time; handle = open(sys.argv[1], 'w'); fcntl.flock(handle, fcntl.LOCK_EX);"
        "print(flush=True); time.sleep(0.3)"
    )
    with subprocess.Popen([sys.executable, "-c", holder, guard], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        launcher.setup_venv.ensure(launcher.setup_venv.SITE)
        assert other.wait() == 0
    assert capfd.readouterr().err.startswith("Waiting for another dev.py")
