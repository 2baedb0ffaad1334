"""Takes out of a report what a comment on the line allows: `<!-- lint-ok numbers-differ -->`, in YAML `# lint-ok …`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sharik.catalog import Catalog
from sharik.problems import Report
from sharik.source import read_text
from sharik.text.lines import Lines
from sharik.text.lint.engine import waivers

# What two languages may rightly differ in, now and then; nothing else of the core is open to debate.
WAIVABLE = frozenset(
    {"footnotes-differ", "images-differ", "links-differ", "markers-differ", "numbers-differ", "untranslated"}
)


def waive(root: Path, report: Report) -> None:
    """Drops every problem that may be waived and whose code is allowed on its line."""
    allowed = {path: _waivers(root, path) for path in {p.path for p in report.problems if p.code in WAIVABLE}}
    report.problems[:] = [
        p for p in report.problems if p.code not in WAIVABLE or p.code not in allowed[p.path].get(p.line, ())
    ]


def check_waivers(root: Path, catalog: Catalog, report: Report) -> None:
    """Every waiver names something that can be waived."""
    rules = catalog.house_style.structure.rules.keys()
    for file in [*sorted((root / "docs").rglob("*.md")), *sorted((root / "data").rglob("*.yml"))]:
        path = file.relative_to(root).as_posix()
        for line, codes in _waivers(root, path).items():
            for code in sorted(codes - rules - WAIVABLE):
                hint = f"Rules are explained on the house-style page; of the others only {', '.join(sorted(WAIVABLE))}."
                report.error(path, line, "unknown-waiver", f"'lint-ok {code}' waives nothing", hint)


def _waivers(root: Path, path: str) -> Mapping[int, frozenset[str]]:
    text = (read_text(root, path, Report()) or "") if (root / path).is_file() else ""
    return waivers(text, Lines(text))
