"""Rules of the house that no tool checks (design: style, section 3)."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sharik.check import load_and_check, load_and_compare
from sharik.check.files import check_language, prose_files
from sharik.problems import Report

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = sorted((ROOT / "src/sharik").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
BROWSER_SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
SEARCH_SCRIPTS = sorted((ROOT / "overrides/search").glob("*.js"))
STYLE_SHEETS = sorted((ROOT / "overrides").rglob("*.css"))
LOCKS = sorted(ROOT.glob("requirements*.txt"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_every_kind_of_file_is_found():
    """Else the tests below would look at nothing."""
    assert all([PACKAGE, HOOKS, SCRIPTS, TEMPLATES, BROWSER_SCRIPTS, STYLE_SHEETS, len(LOCKS) == 2])


# Python

IMPORT_ALL = """
import importlib, pkgutil, sys, sharik
names = [m.name for m in pkgutil.walk_packages(sharik.__path__, "sharik.") if not m.name.endswith("__main__")]
for name in names: importlib.import_module(name)
print(len(names), *sorted({"mkdocs", "material", "jinja2"} & sys.modules.keys()))
"""


def test_the_package_knows_neither_mkdocs_nor_jinja():
    """It outlives the engine that draws the site."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=True)
    modules = [path for path in PACKAGE if path.name != "__main__.py" and path.parent.name != "sharik"]
    number, *found = done.stdout.split()

    assert found == []
    assert int(number) > len(modules)


def test_markdown_is_read_for_paper_alone():
    """The site's engine brings its own; a sheet needs what that makes of a text."""
    reading = [name(path) for path in PACKAGE if re.search(r"^(from|import) markdown\b", read([path]), re.M)]

    assert reading == ["src/sharik/paper/text.py"]


@pytest.mark.parametrize(("paths", "most"), [(PACKAGE + SCRIPTS, 300), (HOOKS, 75)], ids=["files", "hooks"])
def test_a_file_is_short(paths, most):
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}

    assert {path: length for path, length in lengths.items() if length > most} == {}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def test_a_function_is_short():
    long = {
        f"{name(path)}:{function.name}": length
        for path in PACKAGE + HOOKS + SCRIPTS
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > 50
    }

    assert long == {}


def test_a_module_says_its_job_in_its_first_line():
    first = {
        name(path): (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
        for path in PACKAGE + HOOKS
    }

    assert {path: line for path, line in first.items() if not line.endswith((".", ":"))} == {}


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "core", "base", "misc", "constants"}

    assert [name(path) for path in PACKAGE + HOOKS + SCRIPTS if path.stem in drawers] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_host(lock):
    assert [line for line in lock.read_text(encoding="utf-8").splitlines() if "://" in line] == []


# Style sheets

PHYSICAL_NAME = re.compile(r"(?:^|-)(?:left|right)(?:$|-)")
PHYSICAL_VALUE = re.compile(r"^(?:text-align|text-align-last|float|clear):\s*(?:left|right)\b")
FOUR_SIDES = re.compile(r"^(?:margin|padding|inset|border-width|border-style|border-color|border-radius):(.*)$")
LATIN_ONLY = re.compile(r"^letter-spacing:|^text-transform:\s*(?:uppercase|lowercase|capitalize)|^font-style:\s*italic")


def is_physical(declaration: str) -> bool:
    """Whether it means left or right: the page then stands wrong in the other direction."""
    property = declaration.partition(":")[0]
    sides = FOUR_SIDES.match(declaration)
    values = re.sub(r"\([^()]*\)", "()", sides[1]).split() if sides else []
    return (
        bool(PHYSICAL_NAME.search(property))
        or bool(PHYSICAL_VALUE.match(declaration))
        or (len(values) == 4 and values[1] != values[3])
    )


@pytest.mark.parametrize("declaration", ["margin-left: 1px", "left: 0", "float: right", "padding: 0 1px 0 2px"])
def test_a_physical_side_would_be_found(declaration):
    assert is_physical(declaration)


@pytest.mark.parametrize("file", STYLE_SHEETS, ids=lambda path: path.name)
def test_styles_follow_the_direction_of_the_page(file, declarations):
    found = declarations(file.read_text(encoding="utf-8"))

    assert [declaration for _, declaration in found if is_physical(declaration)] == []


@pytest.mark.parametrize("file", STYLE_SHEETS, ids=lambda path: path.name)
def test_arabic_script_is_neither_spaced_nor_slanted(file, declarations):
    """It joins its letters and has no capitals and no italics: only English may have any of it."""
    found = declarations(file.read_text(encoding="utf-8"))

    assert [rule for rule in found if LATIN_ONLY.match(rule[1]) and ":lang(en)" not in rule[0]] == []


# Languages


def locales() -> dict[str, dict]:
    return yaml.safe_load((ROOT / "data/vocab.yml").read_text(encoding="utf-8"))["locales"]


def languages_of_mkdocs() -> list[dict]:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    return next(plugin["i18n"]["languages"] for plugin in settings["plugins"] if "i18n" in plugin)


def test_every_language_has_interface_texts_and_pages():
    needed = [file for code in locales() for file in (f"data/messages/{code}.yml", f"docs/{code}/index.md")]

    assert [file for file in needed if not (ROOT / file).is_file()] == []


def test_there_is_nothing_in_a_language_that_is_not_listed():
    files, folders = (ROOT / "data/messages").iterdir(), (ROOT / "docs").iterdir()

    assert {path.stem for path in files} | {path.name for path in folders} == set(locales())


def test_mkdocs_builds_the_same_languages_in_the_same_order():
    ours = [(code, locale["endonym"], i == 0) for i, (code, locale) in enumerate(locales().items())]

    assert [(found["locale"], found["name"], found.get("default", False)) for found in languages_of_mkdocs()] == ours


def test_every_language_falls_back_to_all_the_others():
    others = {code: sorted(set(locales()) - {code}) for code in locales()}

    assert {code: sorted(locale["fallback"]) for code, locale in locales().items()} == others


# Words

# Keys that no line names in full, and where they are put together.
DYNAMIC = {
    r"checklist\.act\.\w+": "render/checklist.py: a button by what it does",
    r"checklist\.(part|weight)\.\w+": "render/checklist.py: a choice by its value",
    r"checklist\.script\.\w+": "overrides/assets/js/checklist.js: see the test of the script's own keys",
    r"fallback\.notice_\w+": "overrides/main.html: by the language of the text",
    r"frame\.scheme_\w+": "overrides/parts/scheme.html: by the value of the button",
    r"language\.\w+": "render/ends.py: by the language of a source text",
    r"paper\.(side|evidence|variant)\.\w+": "paper/checklist.py, frame.py, facts.py: by the value",
    r"paper\.(whole_book|workshop)(_lead)?": "paper/compose.py: a book by its id",
    r"search\.script\.[\w.]+": "overrides/search/box.js: see the test of its own keys",
    r"rules\.(error|warning|info)": "render/house_style.py: a rule by its severity",
    r"sheet\.\w+_signature": "render/checklist.py: by the side that signs",
}
CALL = re.compile(r"(?:\b(?:text|t|said)|\])\(\s*[\"']([a-z_]+(?:\.[a-z_]+)+)[\"']\s*[,)]")


@pytest.fixture(scope="module")
def messages():
    return load_and_check(ROOT)[0].messages["en"]


def test_every_interface_text_is_used(messages):
    used = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)+)[\"']", read(PACKAGE + HOOKS + TEMPLATES)))
    dynamic = re.compile("|".join(DYNAMIC))

    assert {key for key in messages.texts if key not in used and not dynamic.fullmatch(key)} == set()


@pytest.mark.parametrize("pattern", DYNAMIC)
def test_every_exception_is_still_needed(messages, pattern):
    """And the beginning of its keys still stands somewhere in the sources."""
    start = re.match(r"[a-z]+(?:\\\.[a-z]+_?)?", pattern)
    assert start is not None

    assert [key for key in messages.texts if re.fullmatch(pattern, key)] != []
    assert re.search(start[0], read(PACKAGE + TEMPLATES)) is not None


def test_every_interface_text_that_is_asked_for_exists(messages):
    asked = set(CALL.findall(read(PACKAGE + HOOKS + TEMPLATES)))

    assert len(asked) > 30
    assert asked - messages.texts.keys() == set()


def test_the_script_asks_for_every_text_that_it_is_given(messages):
    script = read(BROWSER_SCRIPTS)
    keys = messages.group("checklist.script")

    # Why a backup is refused is said by "import_" and the reason.
    forms = {key: (f'"{key}"', f'"{key.removeprefix("import_")}"', f"messages.{key}") for key in keys}
    assert [key for key, written in forms.items() if not any(form in script for form in written)] == []


def test_the_script_is_given_every_text_that_it_asks_for(messages):
    asked = set(re.findall(r"\bwords\(\s*\"(\w+)\"", read(BROWSER_SCRIPTS)))

    assert len(asked) > 10
    assert asked - messages.group("checklist.script").keys() == set()


def test_search_says_every_text_that_it_is_given_and_no_other(messages):
    script = read(SEARCH_SCRIPTS)
    said = set(re.findall(r"\b(?:say|otherwise)\([\"`](\w+)", script))

    assert len(said) > 5
    assert {key.partition(".")[0] for key in messages.group("search.script")} == said


def said_in(value: object) -> Iterator[str]:
    """Every text in a YAML value, except the forms that the glossary forbids."""
    if isinstance(value, str):
        yield value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if key != "forbidden":
            yield from said_in(child)


def files_below(folder: str) -> list[Path]:
    return [path for path in (ROOT / folder).rglob("*") if path.suffix in (".yml", ".md", ".txt")]


def test_the_rate_of_clicks_is_never_called_crt():
    """The source texts do so; the glossary forbids it."""
    texts = {path: path.read_text(encoding="utf-8") for folder in ("data", "docs") for path in files_below(folder)}
    said = {
        path: " ".join(said_in(yaml.safe_load(text))) if path.suffix == ".yml" else text for path, text in texts.items()
    }

    assert len(said) > 50
    assert [name(path) for path, text in said.items() if "CRT" in text] == []


def test_the_content_of_this_repository_has_no_problems():
    _, report = load_and_compare(ROOT)

    assert [str(problem) for problem in report.problems] == []


def test_the_language_of_this_repository_is_clean(checker):
    report = Report()
    check_language(ROOT, checker, prose_files(ROOT), report)

    assert [str(problem) for problem in report.problems if problem.severity != "info"] == []
