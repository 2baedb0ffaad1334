"""`check`: every problem in the content and in its language; `--fix` repairs what is certain."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sharik.catalog import Catalog
from sharik.check import load_and_check, load_and_compare
from sharik.check.files import check_language, chosen, is_below, repair_files
from sharik.check.knowledge import OWN, load_checker
from sharik.cli.explain import explain
from sharik.cli.report import FORMATS, count, show, tell
from sharik.load import load
from sharik.problems import ContentError, Problem, Report
from sharik.source import decode, read_front, with_ends_of
from sharik.urls import publication

ROOT = Path(__file__).resolve().parents[3]
STDIN = "stdin"


def read(root: Path) -> tuple[Catalog | None, list[Problem], list[Problem]]:
    """The content at `root` (None when there is nothing to use), its errors and its warnings."""
    try:
        catalog, report = load_and_check(root)
    except ContentError as error:
        return None, error.problems, []
    return catalog, report.errors, report.warnings


def require_good_content(root: Path) -> Catalog:
    """The content at `root`; with problems they are told and the programme ends with 1."""
    catalog, errors, _ = read(root)
    if errors or catalog is None:
        tell(errors)
        click.echo(f"{count(len(errors), 'problem')}; nothing was written.", err=True)
        raise SystemExit(1)
    return catalog


def require_address() -> None:
    """Ends the programme with 2 when SITE_URL is no web address."""
    try:
        publication()
    except ValueError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from error


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--fix", is_flag=True, help="Repair what is certain, then tell what is left.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are told.")
@click.option("--json", "form", flag_value="json", help="The same as --format=json, for editors' tools.")
@click.option("--strict", is_flag=True, help="Warnings are problems, too: missing translations, for example.")
@click.option("--stdin", is_flag=True, help="Check the text that comes in; needs --locale, or the name of its file.")
@click.option("--locale", help="The language of a text whose file name does not tell it.")
@click.option("--explain", "code", metavar="CODE", help="Say what a rule asks for, and end.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, hidden=True)
def check(
    paths: tuple[str, ...],
    fix: bool,
    form: str,
    strict: bool,
    stdin: bool,
    locale: str | None,
    code: str | None,
    root: Path,
) -> None:
    """Find every problem in data/, docs/ and the other texts of the repository, or only in PATHS."""
    require_address()
    try:
        if code is not None:
            click.echo(explain(_known(load(root, Report()), locale), code, locale))
            return
        found = _check_stdin(root, paths, locale, fix=fix) if stdin else _check_files(root, paths, locale, fix=fix)
    except ContentError as error:
        found = error.problems
    show(found, form, remarks=bool(paths or stdin), results_on_stderr=stdin and fix)
    bad = [problem for problem in found if problem.severity == "error" or (strict and problem.severity == "warning")]
    raise SystemExit(1 if bad else 0)


def _known(catalog: Catalog, locale: str | None) -> Catalog:
    """`catalog`, when it has the locale. Raises click.UsageError when it has not."""
    if locale is not None and locale not in catalog.locales:
        raise click.UsageError(f"the locale '{locale}' does not exist; known: {', '.join(catalog.locales)}")
    return catalog


def _check_stdin(root: Path, paths: tuple[str, ...], locale: str | None, *, fix: bool) -> list[Problem]:
    """The problems of the text that comes in, as if it stood in the file that is named.

    With `fix` the repaired text goes out, with the line ends it came with, and only what is left is told.
    """
    name, raw, report = (paths or (STDIN,))[0], sys.stdin.buffer.read(), Report()
    text = decode(raw, name, report)
    try:
        checker = load_checker(root, _known(load(root, Report()), locale), report)
        if locale is None and checker.teller.locale_of(name) is None:
            raise click.UsageError("--stdin needs --locale, the language of the text, or a file name that tells it")
        better = checker.repaired(name, text, locale) if text is not None and fix else text
        found = checker.problems(name, better, locale) if better is not None else []
        read_front(text or "", name, report)
    except ContentError as error:
        better, found = text, error.problems
    if fix:
        sys.stdout.buffer.write(raw if better is None else with_ends_of(raw, better))
    return sorted([*report.problems, *found], key=lambda problem: problem.place)


def _check_files(root: Path, paths: tuple[str, ...], locale: str | None, *, fix: bool) -> list[Problem]:
    wanted = [_inside(root, path) for path in paths]
    if locale is not None and not any((root / path).is_file() for path in wanted):
        raise click.UsageError("--locale is for --stdin, or for files that you name")
    files = chosen(root, wanted)
    catalog, report = load_and_compare(root)
    checker = load_checker(root, _known(catalog, locale), report)
    if fix and (repaired := repair_files(root, checker, files, locale)):
        click.echo(f"Repaired: {', '.join(repaired)}", err=True)
        report = load_and_compare(root)[1]
    check_language(root, checker, files, report, locale)
    found = {p for p in report.problems if not wanted or is_below(p.path, wanted) or p.path.startswith(OWN)}
    if wanted and not files and not found:
        raise click.UsageError('there is no text to check in what you named; see CONTRIBUTING.md, "The checker"')
    return sorted(found, key=lambda problem: problem.place)


def _inside(root: Path, path: str) -> str:
    """`path` from the repository's root. Raises click.UsageError when there is no such file or folder in it."""
    here = Path(path).resolve()
    if not here.exists() or not here.is_relative_to(root.resolve()):
        raise click.UsageError(f"there is no file or folder '{path}' in this repository")
    return here.relative_to(root.resolve()).as_posix()
