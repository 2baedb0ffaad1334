"""The files of the repository whose words people read: which they are, what is wrong in them, and their repair."""

from __future__ import annotations

from pathlib import Path

from sharik.check.language import YAML, Checker
from sharik.problems import Report
from sharik.source import parse_yaml, read_text, rewrite

PROSE = (
    *("docs/**/*.md", "data/**/*.yml", "data/**/*.md", "*.md", "decisions/*.md"),
    *(".github/**/*.md", ".github/**/*.yml"),
)
LOADED = ("data/", "docs/")  # what is wrong with the form of these was told when they were loaded
READABLE = (".md", ".txt", *YAML)


def prose_files(root: Path) -> list[str]:
    """Every file whose words people read, from the repository's root."""
    found = {file.relative_to(root).as_posix() for pattern in PROSE for file in root.glob(pattern)}
    return sorted(found)


def chosen(root: Path, wanted: list[str]) -> list[str]:
    """The files to be read: all prose, or of it what is below the paths `wanted`, and the files named among them."""
    files = prose_files(root)
    if not wanted:
        return files
    named = {path for path in wanted if (root / path).is_file() and path.endswith(READABLE)}
    return sorted({path for path in files if is_below(path, wanted)} | named)


def is_below(path: str, wanted: list[str]) -> bool:
    """Whether `path` is one of the paths `wanted`, or in a folder among them."""
    return any(path == place or place == "." or path.startswith(place + "/") for place in wanted)


def check_language(root: Path, checker: Checker, paths: list[str], report: Report, locale: str | None = None) -> None:
    """Adds every problem of language in the files `paths`; `locale` for those whose name does not tell theirs."""
    for path in paths:
        text = read_text(root, path, report)
        if text is not None and path.endswith(YAML) and not path.startswith(LOADED):
            parse_yaml(text, path, report)
        if text is not None:
            report.problems += checker.problems(path, text, None if checker.teller.locale_of(path) else locale)


def repair_files(root: Path, checker: Checker, paths: list[str], locale: str | None = None) -> list[str]:
    """Repairs what is certain in the files `paths`; returns those that were written."""
    repaired = []
    for path in paths:
        text = read_text(root, path, Report())
        if text is None:
            continue
        better = checker.repaired(path, text, None if checker.teller.locale_of(path) else locale)
        if better != text:
            rewrite(root / path, better)
            repaired.append(path)
    return repaired
