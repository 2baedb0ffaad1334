"""The two locks, and the verb that writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_its_maker_no_host_and_a_hash_for_each_package(name):
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert "python3 scripts/dev.py lock" in text.splitlines()[0]
    assert "://" not in text
    blocks = [block for block in text.split("\n") if block[:1].isalnum()]
    assert blocks and all("==" in block and block.endswith("\\") for block in blocks)


def test_both_locks_pin_the_same_versions(launcher):
    def versions(name):
        lines = (REPOSITORY / name).read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if line[:1].isalnum()}

    assert versions(LOCKS[0]) < versions(LOCKS[1])


@pytest.fixture
def uv(launcher, monkeypatch):
    """A `lock` whose uv writes what it is told to."""
    writes = {}

    def compile_lock(uv, folder, lock, arguments):
        return writes[lock.name]

    monkeypatch.setattr(launcher.write_locks, "install_uv", lambda folder: folder)
    monkeypatch.setattr(launcher.write_locks, "compile_lock", compile_lock)
    return writes


def test_lock_writes_both_locks(launcher, uv):
    uv.update({LOCKS[0]: "a==3\n", LOCKS[1]: "a==3\nc==3\n"})
    assert launcher.dev.main(["lock"]) == 0
    assert [(launcher.setup_venv.ROOT / name).read_text() for name in LOCKS] == ["a==3\n", "a==3\nc==3\n"]


def test_lock_refuses_to_name_a_host(launcher, uv, capsys):
    before = launcher.setup_venv.SITE.read_text()
    uv.update({LOCKS[0]: "a==3\n", LOCKS[1]: "a @ https://somewhere/a.whl\n"})
    assert launcher.dev.main(["lock"]) == 1
    assert "would name a host" in capsys.readouterr().err
    assert launcher.setup_venv.SITE.read_text() == before
