"""How problems are told: to people, to programmes, and to GitHub, which shows them at the line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import click

from sharik.problems import Problem

FORMATS = ("text", "json", "github")
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def show(problems: Sequence[Problem], form: str, *, remarks: bool = False, results_on_stderr: bool = False) -> None:
    """Prints all `problems`: as text to stderr, else to stdout. Remarks (info) are told as text only on demand."""
    if form == "json":
        found = [problem.as_dict() for problem in problems]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1), err=results_on_stderr)
        return
    told = [problem for problem in problems if remarks or problem.severity != "info"]
    if form == "github":
        for problem in told:
            click.echo(annotation(problem), err=results_on_stderr)
    else:
        tell(told)
    counts = {kind: sum(problem.severity == kind for problem in problems) for kind in _GITHUB}
    remarked = f", {count(counts['info'], 'remark')}" if counts["info"] and remarks else ""
    click.echo(f"{count(counts['error'], 'problem')}, {count(counts['warning'], 'warning')}{remarked}.", err=True)


def tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def annotation(problem: Problem) -> str:
    """The problem as a workflow command of GitHub Actions (docs.github.com, "Workflow commands")."""
    properties = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    if problem.fix:
        properties |= {"endLine": problem.fix.end_line, "endColumn": problem.fix.end_column}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = problem.message + (f"\n{problem.hint}" if problem.hint else "")
    return f"::{_GITHUB[problem.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
