"""Each problems/<behaviour>.yml lays something over base/ and lists every problem that follows, with its hint.

`UPDATE_GOLDEN=1 python3 scripts/dev.py test tests/golden` writes what comes out today: then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sharik.check import load_and_compare
from sharik.problems import CODES, ContentError, Problem

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))


def load_case(file: Path) -> dict:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    unknown = set(case) - {"files", "edits", "binary", "remove", "problems"}
    assert unknown == set(), file.name
    return case


def problems_in(root: Path) -> list[Problem]:
    try:
        _, report = load_and_compare(root)
    except ContentError as error:
        return error.problems
    return sorted(report.errors + report.warnings)


def write_problems(file: Path, problems: list[str]) -> None:
    """Makes `problems` the last part of the case."""
    head = file.read_text(encoding="utf-8").partition("\nproblems:")[0].rstrip("\n")
    blocks = ["\n  - |-\n" + "\n".join(f"    {line}" for line in problem.split("\n")) for problem in problems]
    file.write_text(f"{head}\nproblems:{''.join(blocks) or ' []'}\n", encoding="utf-8", newline="")


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_has_exactly_these_problems(file, lay_over_base, updating):
    case = load_case(file)
    root = lay_over_base(**{k: v for k, v in case.items() if k != "problems"})
    found = [str(problem) for problem in problems_in(root)]
    if updating:
        write_problems(file, found)

    assert found == load_case(file)["problems"]


def test_every_problem_code_has_a_case():
    problems = [line for file in CASES for line in load_case(file)["problems"]]
    shown = {code for problem in problems for code in CODES if f" {code}: " in problem.split("\n")[0]}

    assert set(CODES) - shown == {"unprintable"}  # told where sheets are made: test_paper_store.py


def test_the_base_has_no_problems(lay_over_base):
    assert problems_in(lay_over_base()) == []
