"""Correct prose of every register stays as it is: no error, and hardly a warning (tests/corpus/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = sorted(folder for folder in CORPUS.glob("*/*") if folder.is_dir())
ENOUGH = 3_000  # words per language


def texts(folder):
    return {file: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}


def count_words(text):
    return sum(any(character.isalnum() for character in word) for word in text.split())


@pytest.fixture(scope="module")
def told(checker):
    """(folder) -> every error and every warning in it, with its place."""

    def tell(folder):
        found = [
            problem
            for file, text in texts(folder).items()
            for problem in checker.problems(f"docs/{folder.parent.name}/{file.name}", text)
        ]
        return {kind: [str(p) for p in found if p.severity == kind] for kind in ("error", "warning")}

    return tell


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_correct_prose_has_no_error(folder, told):
    assert told(folder)["error"] == []


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_correct_prose_has_at_most_one_warning_in_a_thousand_words(locale, told):
    folders = [folder for folder in FOLDERS if folder.parent.name == locale]
    words = sum(count_words(text) for folder in folders for text in texts(folder).values())
    warnings = [warning for folder in folders for warning in told(folder)["warning"]]

    assert words >= ENOUGH
    assert len(warnings) * 1_000 <= words, "\n".join(warnings)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_prose_with_nothing_to_repair_stays_as_it_is(folder, checker):
    for file, text in texts(folder).items():
        path = f"docs/{folder.parent.name}/{file.name}"
        if not any(problem.fix for problem in checker.problems(path, text)):
            assert checker.repaired(path, text) == text, file.name
