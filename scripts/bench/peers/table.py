"""The figures as tables, one a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HEADS = ("recall@5", "best@5", "MRR", "mixed", "empty", "KB", "ms", "p95", "first", "requests")
LINE = (
    "{recall5:>10.3f}{best5:>10.3f}{mrr:>10.3f}{mix:>10.3f}{empty:>10.3f}{kb:>10.1f}{ms:>10.2f}{p95:>10.2f}{first:>10.1f}"
    "{requests:>10.0f}"
)


def print_engines(engines: Mapping[str, Any]) -> None:
    measured = {name: rows for name, rows in engines.items() if "skipped" not in rows}
    for locale in next(iter(measured.values()), {}):
        print(f"\n{locale:<24}" + "".join(f"{head:>10}" for head in HEADS))
        for name, rows in measured.items():
            print(f"{name:<24}" + LINE.format(kb=rows[locale]["bytes"] / 1000, **rows[locale]))
    for name, rows in engines.items():
        if "skipped" in rows:
            print(f"\n{name} was skipped: {rows['skipped']}")


def print_large(large: Mapping[str, Any]) -> None:
    if not large:
        return
    heads = ("pages", "places", "stems", "ms a page", "KB", "most KB", "ms", "p95", "first", "requests")
    line = "{pages:>10}{places:>10}{stems:>10}{build_ms:>10.2f}{kb:>10.1f}{most_kb:>10.1f}{ms:>10.2f}{p95:>10.2f}"
    print(f"\n{'a large site':<24}" + "".join(f"{head:>10}" for head in heads))
    for locale, row in large.items():
        sizes = {"kb": row["bytes"] / 1000, "most_kb": row["most_bytes"] / 1000}
        print(f"{locale:<24}" + (line + "{first:>10.1f}{requests:>10.0f}").format(**sizes, **row))
