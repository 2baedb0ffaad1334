"""The command line; the engine that draws a site is stood in for (tests/integration has the real one)."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharik.cli import main

BUILD, IDS = sys.modules["sharik.cli.build"], sys.modules["sharik.cli.ids"]
WORDS = "data/checklists/opening/en.yml"
PHOTO = '  photo:\n    text: Each photo is "real" & not blurred.\n'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


# check


def test_good_content_is_said_to_be_good(base_folder):
    result = run("check", "--root", base_folder)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 problems, 0 warnings.\n")


def test_a_missing_translation_is_an_open_point_and_with_strict_a_problem(base_folder):
    edit(base_folder, WORDS, PHOTO, "")
    said = (
        f"{WORDS}:10: warning: missing-words: the item 'photo' has no words here\n"
        "    Readers get it in another language until it is written here.\n"
        "0 problems, 1 warning.\n"
    )
    results = [run("check", "--root", base_folder, *more) for more in ([], ["--strict"])]

    assert [(r.exit_code, r.stdout, r.stderr) for r in results] == [(0, "", said), (1, "", said)]


def test_a_problem_ends_with_one(base_folder):
    edit(base_folder, WORDS, "Offer", "<b>Offer</b>")
    result = run("check", "--root", base_folder)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[0] == f"{WORDS}:8: html-in-words: the text holds HTML: <b>"
    assert result.stderr.splitlines()[-1] == "1 problem, 0 warnings."


def test_problems_come_as_json_on_stdout(base_folder):
    edit(base_folder, WORDS, PHOTO, "")
    edit(base_folder, WORDS, "Offer", "<b>Offer</b>")
    result = run("check", "--json", "--root", base_folder)

    assert (result.exit_code, result.stderr) == (1, "")
    assert [(p["severity"], p["path"], p["line"], p["code"]) for p in json.loads(result.stdout)] == [
        ("error", WORDS, 8, "html-in-words"),
        ("warning", WORDS, 10, "missing-words"),
    ]


def test_good_content_is_an_empty_json_list(base_folder):
    result = run("check", "--json", "--root", base_folder)

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_content_that_cannot_be_read_at_all_is_told_likewise(base_folder):
    (base_folder / "data/vocab.yml").write_text("locales: [", encoding="utf-8")
    result = run("check", "--json", "--root", base_folder)

    assert (result.exit_code, [p["code"] for p in json.loads(result.stdout)]) == (1, ["yaml-syntax"])


@pytest.mark.parametrize(
    "arguments",
    [["cheque"], ["check", "--stricter"], ["build", "--engine", "other"], ["serve", "--port", "x"], ["ids", "x"]],
)
def test_wrong_use_ends_with_two(arguments):
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr


def test_help_names_every_command():
    result = run("-h")

    assert result.exit_code == 0
    assert {line.split()[0] for line in result.stdout.partition("Commands:")[2].splitlines() if line} >= {
        "build",
        "check",
        "ids",
        "serve",
    }


# build


@pytest.fixture
def engine(monkeypatch, base_folder):
    """Draws a page, or ends as a broken engine does."""
    state = {"works": True, "calls": []}

    def draw(folder: Path, name: str, facts: str | None, *, portable: bool) -> None:
        state["calls"].append((name, portable))
        folder.mkdir()
        (folder / "index.html").write_text("new", encoding="utf-8")
        if not state["works"]:
            raise SystemExit(1)
        (folder / BUILD.OURS).write_text("ours", encoding="utf-8")

    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.setattr(BUILD, "_draw", draw)
    monkeypatch.setattr(BUILD, "print_site", lambda *_, **__: ({}, "{}"))
    monkeypatch.setattr(BUILD, "ROOT", base_folder)
    return state


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def site(tmp_path):
    """A site that was built before."""
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / BUILD.OURS).write_text("ours", encoding="utf-8")
    (folder / "old.html").write_text("old", encoding="utf-8")
    return folder


def test_a_build_replaces_the_site_before_it(engine, site):
    result = run("build", "--out", site)

    assert (result.exit_code, result.stdout) == (0, f"Built {site}\n")
    assert (names(site), names(site.parent)) == ([".sharik", "index.html"], ["site"])
    assert engine["calls"] == [("mkdocs", False)]


def test_a_build_makes_the_folder(engine, tmp_path):
    (tmp_path / "empty").mkdir()

    assert [run("build", "--out", tmp_path / name).exit_code for name in ("new", "empty")] == [0, 0]
    assert names(tmp_path / "new") == names(tmp_path / "empty") == [".sharik", "index.html"]


def test_without_a_folder_the_site_lies_in_the_repository(engine, base_folder):
    assert [run("build", *more).exit_code for more in ([], ["--portable"])] == [0, 0]
    assert {"site", "site-portable", "site-portable.zip"} <= set(names(base_folder))


@pytest.mark.parametrize("file", ["diary.txt", "index.html", "sitemap.xml"])
def test_a_folder_of_somebody_else_is_refused(engine, tmp_path, file):
    """Also when it holds a site, but none of ours."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / file).write_text("mine", encoding="utf-8")
    result = run("build", "--out", mine)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{mine} is not empty and not a built site; choose another folder with --out.\n"
    assert (names(mine), engine["calls"]) == ([file], [])


def test_an_address_that_is_none_is_refused(engine, site, monkeypatch):
    monkeypatch.setenv("SITE_URL", "example.org/guide")
    result = run("build", "--out", site)

    assert (result.exit_code, result.stdout, engine["calls"]) == (2, "", [])
    assert result.stderr.startswith("SITE_URL is 'example.org/guide'; ")


def test_a_file_is_no_folder(engine, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")

    assert run("build", "--out", tmp_path / "file").exit_code == 2


def test_when_the_engine_fails_the_old_site_stays(engine, site):
    engine["works"] = False
    result = run("build", "--out", site)

    assert result.exit_code == 1
    assert (names(site), names(site.parent)) == ([".sharik", "old.html"], ["site"])


def test_with_problems_in_the_content_nothing_is_built(engine, site, base_folder):
    edit(base_folder, WORDS, "Offer", "<b>Offer</b>")
    result = run("build", "--out", site)

    assert (result.exit_code, result.stdout, engine["calls"]) == (1, "", [])
    assert result.stderr.endswith("1 problem; nothing was written.\n")
    assert names(site) == [".sharik", "old.html"]


def test_a_missing_translation_does_not_stop_a_build(engine, site, base_folder):
    edit(base_folder, WORDS, PHOTO, "")

    assert run("build", "--out", site).exit_code == 0


def test_what_an_interrupted_build_left_is_in_nobodys_way(engine, site):
    (site.parent / ".site.new").mkdir()
    (site.parent / ".site.old").mkdir()
    (site.parent / ".site.old/x.html").write_text("x", encoding="utf-8")

    assert run("build", "--out", site).exit_code == 0
    assert names(site.parent) == ["site"]


def test_a_portable_site_comes_with_an_archive_of_always_the_same_bytes(engine, tmp_path):
    out, archive = tmp_path / "portable", tmp_path / "portable.zip"
    archives = []
    for _ in range(2):
        assert run("build", "--portable", "--out", out).exit_code == 0
        archives.append(archive.read_bytes())

    assert archives[0] == archives[1]
    assert zipfile.ZipFile(archive).namelist() == ["sharik/.sharik", "sharik/index.html"]
    assert engine["calls"] == [("mkdocs", True)] * 2


# ids


def test_new_ids_are_registered_once(monkeypatch, base_folder):
    monkeypatch.setattr(IDS, "ROOT", base_folder)
    register = base_folder / "data/published-ids.txt"
    before = register.read_text(encoding="utf-8")
    register.write_text(before.replace("item:opening.photo\n", "").replace("guide:start\n", ""), encoding="utf-8")

    assert [run("ids").stdout for _ in range(2)] == [
        "data/published-ids.txt: 2 new ids.\n",
        "data/published-ids.txt: 0 new ids.\n",
    ]
    assert register.read_text(encoding="utf-8") == before


def test_with_problems_in_the_content_no_id_is_registered(monkeypatch, base_folder):
    monkeypatch.setattr(IDS, "ROOT", base_folder)
    register = base_folder / "data/published-ids.txt"
    register.write_text("item:opening.gone\n", encoding="utf-8")

    assert run("ids").exit_code == 1
    assert register.read_text(encoding="utf-8") == "item:opening.gone\n"
