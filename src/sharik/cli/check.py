"""`check`: every problem in the content, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sharik.catalog import Catalog
from sharik.check import load_and_check
from sharik.problems import ContentError, Problem

ROOT = Path(__file__).resolve().parents[3]


def read(root: Path) -> tuple[Catalog | None, list[Problem], list[Problem]]:
    """The content at `root` (None when there is nothing to use), its errors and its warnings."""
    try:
        catalog, report = load_and_check(root)
    except ContentError as error:
        return None, error.problems, []
    return catalog, report.errors, report.warnings


def tell(problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def require_good_content(root: Path) -> Catalog:
    """The content at `root`; with problems they are told and the programme ends with 1."""
    catalog, errors, _ = read(root)
    if errors or catalog is None:
        tell(errors)
        click.echo(f"{count(len(errors), 'problem')}; nothing was written.", err=True)
        raise SystemExit(1)
    return catalog


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@click.command()
@click.option("--strict", is_flag=True, help="Missing translations and unregistered ids are problems, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, hidden=True)
def check(strict: bool, as_json: bool, root: Path) -> None:
    """Find every problem in data/ and docs/."""
    _, errors, warnings = read(root)
    found = sorted(errors + warnings)
    if as_json:
        click.echo(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=1))
    else:
        tell(found)
        click.echo(f"{count(len(errors), 'problem')}, {count(len(warnings), 'open point')}.", err=True)
    raise SystemExit(1 if errors or (strict and warnings) else 0)
