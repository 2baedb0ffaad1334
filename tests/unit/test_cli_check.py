"""`check` as editors and their tools use it: paths, repairs, formats, one text alone, and what a rule asks for."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharik.cli import main
from sharik.cli.report import annotation
from sharik.problems import Fix, Problem
from sharik.text.lint.linter import CODES

ROOT = Path(__file__).resolve().parents[2]
PAGE = "docs/fa/about.md"
WRONG = "این کار انجام می شود.\n"
GOOD = "این کار انجام می\u200cشود.\n"
KEYS = {"code", "severity", "path", "line", "column", "message", "hint", "fix"}


@pytest.fixture(scope="module")
def clean(tmp_path_factory) -> Path:
    """The base repository with the rules and words of the real one, repaired: it was written for fewer rules."""
    folder = tmp_path_factory.mktemp("clean") / "base"
    shutil.copytree(ROOT / "tests/golden/base", folder, copy_function=shutil.copyfile)
    for part in ("house-style", "lexicon"):
        shutil.rmtree(folder / "data" / part, ignore_errors=True)
        shutil.copytree(ROOT / "data" / part, folder / "data" / part)
    CliRunner().invoke(main, ["check", "--root", str(folder), "--fix"])
    return folder


@pytest.fixture
def folder(clean, tmp_path) -> Path:
    """A copy of it, to be changed."""
    shutil.copytree(clean, tmp_path / "base")
    return tmp_path / "base"


@pytest.fixture
def check(folder, monkeypatch):
    """Runs `check` in the repository."""
    monkeypatch.chdir(folder)

    def run(*arguments: str, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, ["check", "--root", str(folder), *arguments], input=given)

    return run


@pytest.fixture
def page(folder) -> Path:
    """A page with one mistake at its end."""
    file = folder / PAGE
    file.write_text(file.read_text(encoding="utf-8") + f"\n{WRONG}", encoding="utf-8")
    return file


# Paths


def test_a_mistake_of_language_is_a_problem(check, page):
    result = check()
    line = page.read_text(encoding="utf-8").count("\n")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{PAGE}:{line}: FA107: ")
    assert "«می شود»" in result.stderr
    assert "    بنویسید: «می⟨ZWNJ⟩شود»." in result.stderr
    assert result.stderr.endswith("\n1 problem, 0 warnings.\n")


@pytest.mark.parametrize(
    ("path", "code"), [(PAGE, 1), ("docs/fa", 1), ("docs", 1), (".", 1), ("docs/en", 0), ("data", 0)]
)
def test_only_what_is_below_a_path_is_told(check, page, path, code):
    assert check(path).exit_code == code


def test_several_paths_are_told_together(check, page):
    assert check("docs/en", "docs/fa").exit_code == 1
    assert check("docs/en", "docs/ar").exit_code == 0


@pytest.mark.parametrize("path", ["docs/xx", "/", "../elsewhere"])
def test_a_path_that_is_not_here_is_wrong_use(check, path):
    result = check(path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"there is no file or folder '{path}'" in result.stderr


def test_a_file_that_is_no_content_is_read_when_it_is_named(check, folder):
    (folder / "note.txt").write_text(WRONG, encoding="utf-8")

    assert check().exit_code == 0
    assert check("note.txt", "--locale", "fa").exit_code == 1


def test_remarks_are_told_only_for_what_is_asked(check, folder):
    file = folder / PAGE
    file.write_text(file.read_text(encoding="utf-8") + "\nزبان C++ را ببینید.\n", encoding="utf-8")
    everything, one = check(), check(PAGE)

    assert (everything.exit_code, one.exit_code) == (0, 0)
    assert everything.stderr == "0 problems, 0 warnings.\n"
    assert "info: BD401" in one.stderr
    assert one.stderr.endswith("0 problems, 0 warnings, 1 remark.\n")


def test_an_open_point_of_language_ends_well_unless_it_is_strict(check, folder):
    file = folder / PAGE
    file.write_text(file.read_text(encoding="utf-8") + "\nعالی است!!\n", encoding="utf-8")

    assert [check(PAGE).exit_code, check(PAGE, "--strict").exit_code] == [0, 1]


# Repairs


def test_a_repair_changes_its_place_alone(check, page):
    before = page.read_bytes()
    result = check("--fix")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Repaired: {PAGE}\n0 problems, 0 warnings.\n"
    assert page.read_bytes() == before.replace(WRONG.encode(), GOOD.encode())


def test_the_second_run_writes_nothing(check, page):
    check("--fix")
    stamp = page.stat().st_mtime_ns
    result = check("--fix")

    assert (result.exit_code, result.stderr) == (0, "0 problems, 0 warnings.\n")
    assert page.stat().st_mtime_ns == stamp


def test_line_ends_and_the_byte_order_mark_stay(check, page):
    text = page.read_text(encoding="utf-8")
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    page.write_bytes(raw)

    assert check("--fix").exit_code == 0
    assert page.read_bytes() == raw.replace(WRONG.strip().encode(), GOOD.strip().encode())


def test_mixed_line_ends_stay_mixed(check, folder):
    file = folder / "note.txt"
    file.write_bytes(f"یک\r\n{WRONG}دو\rسه".encode())

    assert check("--fix", "note.txt", "--locale", "fa").exit_code == 0
    assert file.read_bytes() == f"یک\r\n{GOOD}دو\rسه".encode()


def test_the_mode_of_a_file_stays_and_nothing_is_left_beside_it(check, page):
    page.chmod(0o640)
    before = sorted(path.name for path in page.parent.iterdir())
    check("--fix")

    assert page.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in page.parent.iterdir()) == before


def test_only_what_is_below_a_path_is_repaired(check, page):
    before = page.read_bytes()

    assert check("--fix", "docs/en").exit_code == 0
    assert page.read_bytes() == before


def test_a_file_that_is_not_utf_8_is_told_and_left(check, page):
    raw = page.read_bytes() + b"\xff\n"
    page.write_bytes(raw)
    result = check("--fix", "--json")

    assert result.exit_code == 1
    assert ("encoding", PAGE) in {(p["code"], p["path"]) for p in json.loads(result.stdout)}
    assert page.read_bytes() == raw


def test_a_named_file_that_is_not_utf_8_is_told(check, folder):
    (folder / "note.txt").write_bytes(b"a\n\xff\n")
    result = check("note.txt", "--locale", "en", "--json")

    assert result.exit_code == 1
    assert [(p["code"], p["line"]) for p in json.loads(result.stdout)] == [("encoding", 2)]


def test_words_in_yaml_are_repaired_in_their_place(check, folder):
    file = folder / "data/checklists/opening/fa.yml"
    before = file.read_text(encoding="utf-8")
    place = re.search(r"    text: .*", before)
    assert place is not None
    wrong = before.replace(place[0], f"    text: {WRONG.strip()}", 1)
    file.write_text(wrong, encoding="utf-8")
    check("--fix")

    assert file.read_text(encoding="utf-8") == wrong.replace(WRONG.strip(), GOOD.strip())


# Formats


def test_json_has_these_keys_and_no_others(check, page):
    result = check("--json")
    (problem,) = json.loads(result.stdout)
    line = page.read_text(encoding="utf-8").count("\n")

    assert (result.exit_code, result.stderr) == (1, "")
    assert set(problem) == KEYS
    assert (problem["code"], problem["severity"], problem["path"]) == ("FA107", "error", PAGE)
    assert (problem["line"], problem["column"]) == (line, 15)
    assert problem["fix"] == {
        "line": line, "column": 15, "end_line": line, "end_column": 21, "text": "می\u200cشود",
    }  # fmt: skip


def test_format_json_is_the_same(check, page):
    assert check("--format=json").stdout == check("--json").stdout


COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>[^\r\n]*)")
ESCAPES = (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%"))


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub reads it: what it is, its properties, its message."""
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    properties = dict(part.split("=", 1) for part in match["properties"].split(","))
    return match["kind"], {name: unescaped(value) for name, value in properties.items()}, unescaped(match["message"], 2)


def unescaped(text: str, first: int = 0) -> str:
    for written, meant in ESCAPES[first:]:
        text = text.replace(written, meant)
    return text


def test_github_shows_a_problem_at_its_place(check, page):
    result = check("--format=github")
    (line,) = result.stdout.splitlines()
    kind, properties, message = parsed(line)
    number = str(page.read_text(encoding="utf-8").count("\n"))

    assert (result.exit_code, result.stderr) == (1, "1 problem, 0 warnings.\n")
    assert kind == "error"
    assert properties == {
        "file": PAGE, "line": number, "col": "15", "endLine": number, "endColumn": "21", "title": "FA107",
    }  # fmt: skip
    assert "«می شود»" in message.split("\n")[0]
    assert "می⟨ZWNJ⟩شود" in message.split("\n")[1]


def test_nothing_in_a_problem_breaks_the_command():
    fix = Fix(3, 1, 3, 2, "x")
    problem = Problem("docs/a,b:c%.md", 3, "P201", "50%: a,b\r\nc::d", "why %0A", "warning", 7, fix)
    kind, properties, message = parsed(annotation(problem))

    assert (kind, properties["file"], properties["col"]) == ("warning", "docs/a,b:c%.md", "7")
    assert message == "50%: a,b\r\nc::d\nwhy %0A"


@pytest.mark.parametrize(("severity", "kind"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_each_severity_has_its_command(severity, kind):
    assert (
        annotation(Problem("a.md", 1, "P201", "m", severity=severity))
        == f"::{kind} file=a.md,line=1,col=1,title=P201::m"
    )


# One text


def test_a_text_that_comes_in_is_checked(check):
    result = check("--stdin", "--locale", "fa", "--json", given=WRONG)
    (problem,) = json.loads(result.stdout)

    assert result.exit_code == 1
    assert set(problem) == KEYS
    assert (problem["path"], problem["line"], problem["column"], problem["code"]) == ("stdin", 1, 15, "FA107")


def test_a_good_text_ends_well(check):
    result = check("--stdin", "--locale", "fa", "--json", given=GOOD)

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_a_repaired_text_goes_out_alone(check):
    result = check("--stdin", "--locale", "fa", "--fix", given=WRONG + "گفت «این.\n")

    assert (result.exit_code, result.stdout) == (1, GOOD + "گفت «این.\n")
    assert "P215" in result.stderr
    assert "FA107" not in result.stderr


def test_remarks_on_a_text_are_told(check):
    result = check("--stdin", "--locale", "fa", given="زبان C++ را ببینید.\n")

    assert "BD401" in result.stderr


def test_a_text_that_is_not_utf_8_is_told(check):
    result = check("--stdin", "--locale", "en", "--json", given=b"a\nb\xff\n")

    assert result.exit_code == 1
    assert [(p["code"], p["line"]) for p in json.loads(result.stdout)] == [("encoding", 2)]


@pytest.mark.parametrize(
    "arguments", [["--stdin"], ["--stdin", "--locale", "xx"], ["--locale", "xx"], ["--format=xml"]]
)
def test_wrong_use_ends_with_two(check, arguments):
    result = check(*arguments, given="a")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr


def test_a_language_that_does_not_exist_is_answered_with_those_that_do(check):
    assert "known: fa, ar, en" in check("--stdin", "--locale", "xx", given="a").stderr


# What a rule asks for


@pytest.mark.parametrize(("locale", "words"), [("fa", "فاصله"), ("ar", "مسافة"), ("en", "spaces")])
def test_a_rule_is_explained_in_each_of_its_languages(check, locale, words):
    result = check("--explain", "UNI008", "--locale", locale)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("UNI008 (warning, fa, ar, en; repaired by --fix where it is certain): ")
    assert words in result.stdout
    assert "⟨NBSP⟩" in result.stdout
    assert result.stdout.rstrip().endswith("#uni008")


def test_a_rule_of_one_language_is_explained_in_that_one(check):
    result = check("--explain", "fa107")

    assert result.exit_code == 0
    assert result.stdout.startswith("FA107 (error, fa; ")
    assert "می⟨ZWNJ⟩شود" in result.stdout or "می\u200c" in result.stdout


def test_every_rule_can_be_explained(check):
    assert {code: check("--explain", code).exit_code for code in sorted(CODES)} == dict.fromkeys(sorted(CODES), 0)


@pytest.mark.parametrize("code", ["FA999", "", "nonsense"])
def test_a_rule_that_does_not_exist_is_wrong_use(check, code):
    result = check(f"--explain={code}")

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"there is no rule '{code}'" in result.stderr


def test_a_code_of_the_core_is_explained_in_a_sentence(check):
    result = check("--explain=broken-link")

    assert result.exit_code == 0
    assert result.stdout.startswith("broken-link: A link leads to a page that does not exist.")


def test_an_address_that_is_none_is_wrong_use(check, monkeypatch):
    monkeypatch.setenv("SITE_URL", "foo")
    result = check()

    assert result.exit_code == 2
    assert "SITE_URL is 'foo'" in result.stderr
