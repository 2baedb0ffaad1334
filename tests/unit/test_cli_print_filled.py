"""`print` with words that are missing, and with what a reader ticked."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result

from sharik.cli import main

PRINT = sys.modules["sharik.cli.print"]


@pytest.fixture
def instead(monkeypatch):
    """Puts another content in the place of the repository's."""
    return lambda catalog: monkeypatch.setattr(PRINT, "require_good_content", lambda root: catalog)


@pytest.fixture(autouse=True)
def content(catalog, instead):
    """The content of the repository, read once."""
    instead(catalog)


@pytest.fixture
def named(monkeypatch):
    """The sheets are only named in their files: for tests of which there are."""
    monkeypatch.setattr(PRINT, "make_pdf", lambda root, sheet, data, reviewed: sheet.path.encode())


@pytest.fixture
def lacking(catalog):
    """The catalog without the English words of one item of a weight."""

    def make(weight):
        entry = catalog.checklists["readiness"]
        gone = next(item.id for item in entry.structure.items if item.weight == weight)
        items = {id: said for id, said in entry.words["en"].items.items() if id != gone}
        words = {**entry.words, "en": entry.words["en"].model_copy(update={"items": items})}
        return replace(catalog, checklists={**catalog.checklists, "readiness": replace(entry, words=words)}), gone

    return make


def run(out, *arguments) -> Result:
    return CliRunner().invoke(main, ["print", *map(str, arguments), "--out", str(out)])


# Missing words


def test_a_missing_item_is_printed_about(instead, lacking, named, tmp_path):
    instead(lacking("must")[0])

    assert run(tmp_path, "readiness", "--locale", "en", "--paper", "a4").exit_code == 0


def test_strict_refuses_a_list_without_a_required_item(instead, lacking, named, tmp_path):
    catalog, gone = lacking("must")
    instead(catalog)
    result = run(tmp_path / "out", "readiness", "--strict")

    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert f"missing-words: the required item readiness.{gone} has no words" in result.stderr
    assert result.stderr.count(gone) == 1


@pytest.mark.parametrize(("arguments", "weight"), [(["--locale", "fa"], "must"), (["--locale", "en"], "should")])
def test_strict_lets_pass_what_is_whole(instead, lacking, named, tmp_path, arguments, weight):
    instead(lacking(weight)[0])

    assert run(tmp_path, "readiness", "--paper", "a4", "--strict", *arguments).exit_code == 0


def test_strict_refuses_a_book_that_lacks_a_required_item(instead, lacking, named, tmp_path):
    instead(lacking("must")[0])

    assert run(tmp_path, "whole-book", "--locale", "en", "--strict").exit_code == 1


# Filled


def backup(tmp_path, text):
    file = tmp_path / "answers.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.fixture
def filled(catalog, tmp_path):
    """A backup in which the first item is done, and one that no list has any more."""
    first = next(iter(catalog.checklists["readiness"].structure.items)).id
    items = {f"readiness.{first}": {"s": "done"}, "readiness.no-longer-there": {"s": "done"}}
    return backup(tmp_path, json.dumps({"version": 1, "current": "a", "workspaces": [{"id": "a", "items": items}]}))


def test_ticks_of_a_backup_are_printed(filled, tmp_path):
    wanted = ("readiness", "--locale", "fa", "--paper", "a4")

    assert run(tmp_path / "empty", *wanted).exit_code == 0
    assert run(tmp_path / "filled", *wanted, "--fill", filled).exit_code == 0
    before, after = (pixels(tmp_path / name / "fa/checklists/readiness.pdf") for name in ("empty", "filled"))
    assert before != after


def test_ticks_of_a_backup_are_ticked_on_a_fillable_sheet(filled, tmp_path):
    assert run(tmp_path, "readiness", "--locale", "fa", "--paper", "fillable", "--fill", filled).exit_code == 0
    with pikepdf.open(BytesIO((tmp_path / "fa/checklists/readiness.fillable.pdf").read_bytes())) as pdf:
        ticked = [field for field in pdf.Root.AcroForm.Fields if field.get("/V") == pikepdf.Name.Yes]

    assert len(ticked) == 1


def pixels(file):
    with pypdfium2.PdfDocument(file) as pdf:
        return bytes(pdf[0].render().buffer)


@pytest.mark.parametrize("rubbish", ["", "rubbish", "{}", '{"version": 2}', b"\xff\xfe\x00", b"\x89PNG\r\n"])
def test_what_is_no_backup_is_refused(named, tmp_path, rubbish):
    result = run(tmp_path / "out", "readiness", "--fill", backup(tmp_path, rubbish))

    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "answers.json: " in result.stderr
    assert "Traceback" not in result.output
