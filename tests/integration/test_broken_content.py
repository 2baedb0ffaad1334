"""Content with problems: a build names them all, with file and line, and leaves the site that stands alone."""

import re
import shutil

import pytest


def append(file, text):
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return file.read_text(encoding="utf-8").count("\n")


def replace(file, old, new):
    """Replaces the first `old`; returns its line."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.fixture
def standing_site(site, tmp_path):
    """An earlier build, which a build that fails must not touch."""
    return shutil.copytree(site, tmp_path / "site")


@pytest.fixture
def is_untouched(standing_site):
    def content():
        return {path: path.read_bytes() for path in standing_site.rglob("*") if path.is_file()}

    before = content()
    return lambda: (
        content() == before and sorted(p.name for p in standing_site.parent.iterdir()) == ["repository", "site"]
    )


def test_all_problems_of_all_kinds_and_languages_come_at_once(own_repository, sharik, standing_site):
    root = own_repository
    expected = {
        f"docs/fa/about.md:{append(root / 'docs/fa/about.md', chr(10) + '[x](no-such-page.md)' + chr(10))}": "broken-link",
        f"docs/ar/about.md:{append(root / 'docs/ar/about.md', chr(10) + '[x](about.md#no-place)' + chr(10))}": "broken-anchor",
        f"docs/en/about.md:{append(root / 'docs/en/about.md', chr(10) + '<!-- diagram: none -->' + chr(10))}": "unknown-diagram",
        f"data/checklists/preflight/checklist.yml:"
        f"{replace(root / 'data/checklists/preflight/checklist.yml', 'rev: 1', 'rev: nought')}": "invalid-value",
        f"data/guides/hire-agency/fa.yml:{append(root / 'data/guides/hire-agency/fa.yml', 'titel: x' + chr(10))}": "unknown-key",
    }
    done = sharik(root, "build", "--out", standing_site)
    told = dict(re.findall(r"^(\S+:\d+): ([a-z-]+): ", done.stderr, re.M))

    assert done.returncode == 1
    assert {place: told.get(place) for place in expected} == expected
    assert f"{len(told)} problems" in done.stderr
    assert done.stdout == ""


def test_the_site_that_stands_is_left_alone(own_repository, sharik, standing_site, is_untouched):
    replace(own_repository / "data/vocab.yml", "direction: rtl", "direction: up")

    assert sharik(own_repository, "build", "--out", standing_site).returncode == 1
    assert is_untouched()


def test_a_template_with_a_fault_leaves_the_site_alone_too(own_repository, sharik, standing_site, is_untouched):
    append(own_repository / "overrides/main.html", "{{ no_such_thing.at_all }}")

    assert sharik(own_repository, "build", "--out", standing_site).returncode == 1
    assert is_untouched()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("data/checklists/readiness/fa.yml", "title:", "\ttitle:", "yaml-syntax"),
        ("data/messages/ar.yml", "  close:", "  cloze:", "missing-key"),
        ("docs/en/about.md", "{#privacy}", "", "heading-id"),
        ("data/site.yml", "preflight]", "preflight, not-written]", "unlisted-page"),
    ],
)
def test_a_problem_is_told_with_its_file_and_line(own_repository, sharik, standing_site, file, old, new, code):
    replace(own_repository / file, old, new)
    done = sharik(own_repository, "build", "--out", standing_site)

    assert done.returncode == 1
    assert re.search(rf"^{re.escape(file)}:\d+: {code}: ", done.stderr, re.M), done.stderr
    assert "Traceback" not in done.stderr
