"""Measures a clean build and `check` (median of 3) and the compressed size of each kind of page."""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

RUNS = 3
LOCALES = ("ar", "en")  # fa is at the root


class Cost(NamedTuple):
    wall: float
    cpu: float
    peak: float


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sharik-bench-") as name:
        site = Path(name) / "site"
        rows = {"build": measure(["build", "--out", str(site)]), "check": measure(["check"])}
        print(f"{'':<28}{'wall s':>10}{'cpu s':>10}{'peak MB':>10}")
        for verb, cost in rows.items():
            print(f"{verb:<28}{cost.wall:>10.2f}{cost.cpu:>10.2f}{cost.peak:>10.0f}")
        print(f"\n{'page, gzip bytes':<28}{'pages':>10}{'median':>10}{'largest':>10}")
        for kind, sizes in sorted(page_sizes(site).items()):
            print(f"{kind:<28}{len(sizes):>10}{statistics.median(sizes):>10.0f}{max(sizes):>10}")


def measure(arguments: list[str]) -> Cost:
    """The median of each column; the runs write into the same folder, as a person's builds do."""
    return Cost(*map(statistics.median, zip(*(once(arguments) for _ in range(RUNS)), strict=True)))


def once(arguments: list[str]) -> Cost:
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "sharik", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"`sharik {' '.join(arguments)}` ended with {child.returncode}: run it to see why.")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / peak_unit())


def peak_unit() -> int:
    return 1024**2 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere


def page_sizes(site: Path) -> dict[str, list[int]]:
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for page in site.rglob("*.html"):
        sizes[kind_of(page.relative_to(site))].append(len(gzip.compress(page.read_bytes(), mtime=0)))
    return sizes


def kind_of(path: Path) -> str:
    """`ar/articles/x/index.html` is an `articles/*`, as `articles/y/index.html` is."""
    folders = [part for part in path.parent.parts if part not in LOCALES]
    if len(folders) > 1:
        return f"{folders[0]}/*"
    return f"{folders[0]}/" if folders else path.name


if __name__ == "__main__":
    main()
