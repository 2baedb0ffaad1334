"""Rules for ids that bookmarks and saved ticks rely on: a published id never vanishes without a word.

data/published-ids.txt is the register; the command `ids` writes it, nothing ever leaves it.
"""

from __future__ import annotations

from pathlib import Path

from sharik.catalog import RETIRED, Catalog
from sharik.problems import Report
from sharik.source import read_text

REGISTER = "data/published-ids.txt"
RENAMES = "data/renames.yml"


def read_register(root: Path, report: Report) -> dict[str, int]:
    """The ids in the register with their lines; none when it does not exist yet."""
    text = read_text(root, REGISTER, report) if (root / REGISTER).exists() else None
    lines = enumerate((text or "").split("\n"), 1)
    return {id: number for number, line in lines if (id := line.strip()) and not id.startswith("#")}


def check_ids(root: Path, catalog: Catalog, report: Report) -> None:
    register, published = read_register(root, report), set(catalog.published_ids())
    for id, line in register.items():
        kind, _, name = id.partition(":")
        if id not in published and not _follow(kind, name, catalog, published) and not _unreadable(id, catalog):
            new = name.rpartition(".")[0] + "." * ("." in name) + "new-id"
            hint = f"Put the id back, or add '{name}: {new}' or '{name}: {RETIRED}' to {RENAMES}."
            report.error(REGISTER, line, "removed-id", f"the published {kind} '{name}' is gone", hint)
    for id in sorted(published - set(register)):
        hint = f"Run 'python3 scripts/dev.py ids', or add the line '{id}' to {REGISTER} by hand."
        report.warning(REGISTER, 1, "unregistered-id", f"'{id}' is new", hint)


def _follow(kind: str, name: str, catalog: Catalog, published: set[str]) -> bool:
    """Whether the renames lead from `name` to something published, or say that it is retired."""
    seen = {name}
    while name in catalog.renames:
        name = catalog.renames[name]
        if name == RETIRED or f"{kind}:{name}" in published:
            return True
        if name in seen:
            return False
        seen.add(name)
    return False


def _unreadable(id: str, catalog: Catalog) -> bool:
    """Whether the file of `id` has problems of its own, which are told already."""
    kind, _, name = id.partition(":")
    folder = {"guide": "guides", "term": "glossary"}.get(kind, "checklists")
    return f"{folder}/{name.partition('.')[0]}" in catalog.unreadable


def write_register(root: Path, catalog: Catalog) -> int:
    """Adds the ids that are not registered yet; returns how many."""
    register = read_register(root, Report())
    new = set(catalog.published_ids()) - set(register)
    lines = ["# Ids that bookmarks and saved ticks rely on. Written by `dev.py ids`; nothing leaves it."]
    (root / REGISTER).write_text("\n".join([*lines, *sorted({*register, *new})]) + "\n", encoding="utf-8", newline="\n")
    return len(new)
