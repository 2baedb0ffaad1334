"""`print`: which sheets the options mean, what is written, what is refused."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner, Result

from sharik.cli import main
from sharik.paper.sheets import sheets

PRINT = sys.modules["sharik.cli.print"]


@pytest.fixture(autouse=True)
def content(catalog, monkeypatch):
    """The content of the repository, read once."""
    monkeypatch.setattr(PRINT, "require_good_content", lambda root: catalog)


@pytest.fixture
def named(monkeypatch):
    """The sheets are only named in their files: for tests of which there are."""
    monkeypatch.setattr(PRINT, "make_pdf", lambda root, sheet, data, reviewed: sheet.path.encode())


def run(out, *arguments) -> Result:
    return CliRunner().invoke(main, ["print", *map(str, arguments), "--out", str(out)])


def written(out):
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


# What is written


def test_a_sheet_is_written_as_a_pdf(tmp_path):
    out = tmp_path / "deep/print"
    result = run(out, "readiness", "--locale", "en", "--depth", "pocket")

    assert (result.exit_code, written(out)) == (0, ["en/checklists/readiness.pocket.pdf"])
    assert f"1 sheet in {out}" in result.stdout
    assert (out / "en/checklists/readiness.pocket.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["readiness", "--locale", "fa", "--paper", "a4"], ["fa/checklists/readiness.pdf"]),
        (["readiness", "--locale", "fa", "--depth", "full"], ["fa/checklists/readiness.pdf"]),
        (["readiness", "--locale", "fa", "--role", "owner"], ["fa/checklists/readiness.owner.pdf"]),
        (["readiness", "--locale", "fa", "--paper", "fillable"], ["fa/checklists/readiness.fillable.pdf"]),
        (["workshop", "--locale", "ar"], ["ar/books/workshop.letter.pdf", "ar/books/workshop.pdf"]),
        (
            ["push-and-pull", "readiness", "--paper", "large"],
            [f"{locale}/{page}.large.pdf" for locale in ("ar", "en", "fa")
             for page in ("articles/push-and-pull", "checklists/readiness")],
        ),
    ],
)  # fmt: skip
def test_the_options_choose(named, tmp_path, arguments, files):
    result = run(tmp_path, *arguments)

    assert (result.exit_code, written(tmp_path)) == (0, files)


def test_without_options_it_is_everything(named, catalog, tmp_path):
    assert run(tmp_path).exit_code == 0
    assert written(tmp_path) == sorted(sheet.path.removeprefix("print/") for sheet in sheets(catalog))


@pytest.mark.parametrize(("paper", "wish"), [("--paper", "--role"), ("--depth", "--role")])
def test_the_owners_part_is_a_full_sheet_on_a4(named, tmp_path, paper, wish):
    value = {"--paper": "a4", "--depth": "full"}[paper]
    result = run(tmp_path, "readiness", "--locale", "fa", paper, value, wish, "owner")

    assert (result.exit_code, written(tmp_path)) == (0, ["fa/checklists/readiness.owner.pdf"])


# What is refused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-list"], "there is no sheet 'no-such-list'; known: "),
        (["readiness", "b", "a"], "there is no sheet 'a, b'; known: "),
        (["--locale", "xx"], "there is no language 'xx'; known: fa, ar, en"),
        (["--paper", "a3"], "'a3' is not one of"),
        (["--depth", "shallow"], "'shallow' is not one of"),
        (["--role", "guest"], "'guest' is not one of"),
        (["--role", "owner", "--depth", "pocket"], "no sheet is owner and pocket at once"),
        (["--paper", "large", "--role", "agency"], "no sheet is agency and large at once"),
        (["--fill", "/no/such/file.json"], "/no/such/file.json: "),
    ],
)
def test_wrong_use_ends_with_two_and_writes_nothing(named, tmp_path, arguments, said):
    result = run(tmp_path / "out", *arguments)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "out").exists()


def test_a_wish_that_no_sheet_fulfils_is_told(named, tmp_path):
    assert run(tmp_path, "push-and-pull", "--role", "owner").exit_code == 2


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(named, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    out = tmp_path / "file/print"
    result = run(out, "readiness", "--locale", "fa", "--paper", "a4")

    assert result.exit_code == 2
    assert f"{out}: cannot be written: Not a directory. Choose another folder with --out." in result.stderr


def test_a_file_in_the_place_of_the_folder_is_refused(named, tmp_path):
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    result = run(tmp_path / "file", "readiness")

    assert result.exit_code == 2
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_sheet_that_cannot_be_set_is_told_and_the_others_are_written(monkeypatch, tmp_path):
    def make(root, sheet, data, reviewed):
        if sheet.locale == "ar":
            raise PRINT.TypesettingError("no glyph for ☐")
        return b"%PDF-"

    monkeypatch.setattr(PRINT, "make_pdf", make)
    result = run(tmp_path, "readiness", "--paper", "a4")

    assert result.exit_code == 1
    assert written(tmp_path) == ["en/checklists/readiness.pdf", "fa/checklists/readiness.pdf"]
    assert "docs/ar/checklists/readiness.md:1: unprintable: print/ar/checklists/readiness.pdf" in result.stderr
    assert "no glyph for ☐" in result.stderr
