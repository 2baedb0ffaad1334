import importlib
import re
from pathlib import Path

import pytest
import yaml

from sharik.cli import main as cli
from sharik.markers import mask_code
from sharik.problems import CODES

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ("fa", "ar", "en")
SERVE, TEST = "python3 scripts/dev.py serve", "python3 scripts/dev.py test"
RECIPES = ("Article", "Checklist", "Translation", "Case", "Term", "Diagram", "Guide", "Search", "Code", "Rule")

MARKDOWN = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "decisions").glob("*.md")),
    *sorted((ROOT / ".github").rglob("*.md")),
]
CONTRIBUTING = sorted(ROOT.glob("CONTRIBUTING*.md"))
RECORDS = sorted((ROOT / "decisions").glob("*.md"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PLAIN = [ROOT / name for name in ("LICENSE", "LICENSE-CONTENT", "NOTICE")]
DOCUMENTS = [*MARKDOWN, *PLAIN, *sorted((ROOT / ".github").rglob("*.yml"))]

FIELDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """The lines below `## title`, up to the next heading of that level."""
    return re.split(r"^## ", text, flags=re.M)[1 + titles(text).index(title)]


def titles(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.M)


def anchors(text: str) -> set[str]:
    """The places that GitHub gives a document: its headings, in small letters, words joined by hyphens."""
    headings = re.findall(r"^#{1,6} (.+)$", mask_code(text), re.M)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def relative_links(path: Path) -> list[str]:
    targets = re.findall(r"\]\(([^)\s]+)\)", mask_code(read(path)))
    return [target for target in targets if not target.startswith(("https://", "http://"))]


def codes_in_table(text: str) -> list[str]:
    return re.findall(r"^\| `([a-z]+(?:-[a-z]+)+|encoding|unprintable|untranslated)` \|", text, re.M)


@pytest.fixture
def verbs(monkeypatch):
    """Every verb of the launcher: its own, and those of the package."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return {*importlib.import_module("dev").VERBS, *cli.commands}


# README


def test_the_readme_shows_the_two_commands_each_on_a_line_of_its_own():
    lines = read("README.md").splitlines()

    assert f"    {SERVE}" in lines
    assert f"    {TEST}" in lines


def test_the_readme_is_short():
    assert len(read("README.md").splitlines()) <= 90


def test_every_path_that_the_readme_names_exists():
    text = read("README.md")
    tree = re.findall(r"^    (\S+)  ", text, re.M) + re.findall(r"\S+\.txt", text)
    quoted = [word for word in re.findall(r"`([\w.<>/-]+)`", text) if "/" in word.strip("<>")]
    paths = {*tree, *quoted}
    missing = [path for path in paths for place in places(path) if not list(ROOT.glob(place))]

    assert {"docs/<locale>/", "src/sharik/", "requirements-dev.txt"} <= paths
    assert missing == []


def places(path: str) -> list[str]:
    """The patterns that `path` stands for: one for each locale, any id."""
    path = path.replace("<id>", "*").rstrip("/")
    return [path.replace("<locale>", locale) for locale in LOCALES] if "<locale>" in path else [path]


def test_the_readme_shows_a_picture_with_words_for_it():
    target, words = re.findall(r'<img src="([^"]+)" .*alt="([^"]+)">', read("README.md"))[0]

    assert len(words) > 40
    assert (ROOT / target).stat().st_size <= 150_000


# Links, commands, words


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_every_relative_link_leads_somewhere(path):
    broken = []
    for target in relative_links(path):
        file, _, place = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        if not there.exists() or (place and place not in anchors(read(there))):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_every_command_in_a_document_exists(path, verbs):
    named = set(re.findall(r"scripts/dev\.py ([a-z][\w-]*)", read(path)))

    assert named - verbs == set()


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_every_option_in_a_document_exists(path):
    known = {verb: {option for p in command.params for option in p.opts} for verb, command in cli.commands.items()}
    named = re.findall(rf"`[^`]*\b({'|'.join(known)}) (--[\w-]+)", read(path))

    assert [(verb, option) for verb, option in named if option not in known[verb]] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_a_document_names_no_address_of_a_person_and_leaves_nothing_open(path):
    text = read(path)

    assert re.findall(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text) == []
    assert "TODO" not in text


# CONTRIBUTING


def test_every_code_of_the_checker_is_explained_once_and_no_other():
    explained = codes_in_table(section(read("CONTRIBUTING.md"), "What the checker says"))

    assert explained == sorted(CODES)


@pytest.mark.parametrize("path", CONTRIBUTING, ids=name)
def test_a_guide_for_translators_explains_real_codes_only(path):
    explained = codes_in_table(read(path))

    assert explained
    assert set(explained) <= set(CODES)


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_has_at_most_ten_lines_and_ends_with_its_command(title):
    lines = [line for line in section(read("CONTRIBUTING.md"), title).splitlines()[1:] if line]

    assert len(lines) <= 10
    assert [line.partition(".")[0] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert "`python3 scripts/dev.py " in lines[-1]


@pytest.mark.parametrize("path", CONTRIBUTING, ids=name)
def test_no_list_of_steps_has_more_than_ten(path):
    text = read(path)
    steps = {title: len(re.findall(r"^\d+\. ", section(text, title), re.M)) for title in titles(text)}

    assert {title: count for title, count in steps.items() if count > 10} == {}


@pytest.mark.parametrize("path", CONTRIBUTING, ids=name)
def test_a_guide_in_a_right_to_left_language_is_shown_that_way(path):
    text, is_rtl = read(path), ".fa" in path.suffixes or ".ar" in path.suffixes

    assert text.startswith('<div dir="rtl">\n\n# ') == is_rtl
    assert text.endswith("\n\n</div>\n") == is_rtl


# Records of decisions


def test_records_are_numbered_without_a_gap():
    assert [path.name[:3] for path in RECORDS] == [f"{n:03}" for n in range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("path", RECORDS, ids=name)
def test_a_record_is_short_and_has_its_three_parts(path):
    text = read(path)

    assert text.startswith(f"# {path.name[:3]}. ")
    assert re.search(r"^(Proposed|Accepted|Replaced by \d{3}), \d{4}-\d\d-\d\d\.$", text, re.M)
    assert titles(text) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 40


# Forms and workflows


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_is_one_that_github_accepts(path):
    form = yaml.safe_load(read(path))
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]

    assert form["name"] and form["description"] and form["labels"]
    assert {field["type"] for field in form["body"]} <= FIELDS
    assert all(field["attributes"]["label"] for field in fields)
    assert all(field["attributes"]["value"] for field in form["body"] if field["type"] == "markdown")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_can_be_read_in_three_languages(path):
    form = yaml.safe_load(read(path))
    labels = [field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"]

    assert [text for text in [form["name"], form["description"], *labels] if len(text.split(" · ")) != 3] == []


def test_github_runs_the_test_command_of_the_readme():
    jobs = yaml.safe_load(read(".github/workflows/test.yml"))["jobs"]

    assert TEST in [step.get("run") for step in jobs["test"]["steps"]]


def test_github_tells_what_is_found_at_its_line_and_goes_on_to_the_tests():
    steps = yaml.safe_load(read(".github/workflows/test.yml"))["jobs"]["test"]["steps"]
    commands = [step.get("run") for step in steps]

    assert commands.index("python3 scripts/dev.py check --format=github") < commands.index(TEST)
    assert steps[commands.index(TEST)]["if"] == "${{ !cancelled() }}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_pins_its_actions_and_asks_for_few_rights(path):
    workflow = yaml.safe_load(read(path))
    actions = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]

    assert workflow["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert [action for action in actions if not re.fullmatch(r"actions/[\w-]+@v\d+", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_command_of_a_workflow_exists(path, verbs):
    assert set(re.findall(r"scripts/dev\.py (\w+)", read(path))) <= verbs


def test_proposals_for_packages_come_monthly_and_together():
    updates = yaml.safe_load(read(".github/dependabot.yml"))["updates"]

    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert all(update["schedule"] == {"interval": "monthly"} and update["groups"] for update in updates)
