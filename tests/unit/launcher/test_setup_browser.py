"""A browser for the tests: found, installed, or missed aloud."""

from __future__ import annotations

from types import SimpleNamespace

import pytest


@pytest.fixture
def machine(launcher, monkeypatch, tmp_path):
    """A machine to furnish: programs, libatomic, the user, the system; apt-get installs what it is asked for."""
    browser = launcher.setup_browser
    state = SimpleNamespace(programs=set(), libatomic=False, user=1000, apt=[], apt_works=True, browser=browser)

    def call(command, **kwargs):
        state.apt.append(command[1:])
        if state.apt_works and command[1] == "install":
            state.programs |= {"chromium"} & set(command)
            state.libatomic = state.libatomic or "libatomic1" in command
        return 0 if state.apt_works else 100

    release = tmp_path / "os-release"
    release.write_text('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n')
    monkeypatch.setattr(browser, "OS_RELEASE", release)
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}" if name in state.programs else None)
    monkeypatch.setattr(browser, "has_libatomic", lambda: state.libatomic)
    monkeypatch.setattr(browser.os, "geteuid", lambda: state.user, raising=False)
    monkeypatch.setattr(browser.subprocess, "call", call)
    return state


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
def test_a_browser_on_the_path_is_found(machine, name):
    machine.programs, machine.libatomic = {name}, True
    assert machine.browser.ensure() == f"/usr/bin/{name}"


def test_the_named_browser_goes_first_and_a_wrong_name_is_wrong_use(machine, launcher, monkeypatch, capsys):
    machine.programs, machine.libatomic = {"chromium", "mine"}, True
    monkeypatch.setenv("CHROME", "mine")
    assert machine.browser.ensure() == "/usr/bin/mine"
    monkeypatch.setenv("CHROME", "absent")
    monkeypatch.setattr(launcher.dev, "ensure", lambda *locks: None)
    assert launcher.dev.main(["test"]) == 2
    assert "CHROME=absent" in capsys.readouterr().err


def test_a_person_without_a_browser_gets_a_notice_and_no_installation(machine, capsys):
    machine.programs = {"apt-get"}
    assert machine.browser.ensure() is None
    assert "NO BROWSER" in capsys.readouterr().err
    assert machine.apt == []


def test_root_on_another_system_gets_a_notice_too(machine, capsys):
    machine.user, machine.programs = 0, {"apt-get"}
    machine.browser.OS_RELEASE.write_text("ID=fedora\n")
    assert machine.browser.ensure() is None
    assert machine.apt == []


@pytest.mark.parametrize(
    ("programs", "packages"),
    [({"apt-get"}, ["chromium", "libatomic1"]), ({"apt-get", "chromium"}, ["libatomic1"])],
)
def test_root_on_debian_gets_what_is_missing(machine, programs, packages):
    machine.user, machine.programs = 0, programs
    assert machine.browser.ensure() == "/usr/bin/chromium"
    assert [command[0] for command in machine.apt] == ["update", "install"]
    assert machine.apt[1][-len(packages) :] == packages


@pytest.mark.parametrize(("user", "programs"), [(0, {"apt-get"}), (1000, set())])
def test_ci_without_a_browser_fails(machine, launcher, monkeypatch, capsys, user, programs):
    machine.user, machine.programs, machine.apt_works = user, programs, False
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(launcher.dev, "ensure", lambda *locks: None)
    assert launcher.dev.main(["test"]) == 1
    assert "apt-get install chromium libatomic1" in capsys.readouterr().err
