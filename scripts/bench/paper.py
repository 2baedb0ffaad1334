"""Measures the sheets and the cards: what making them costs, and what it adds to a build.

    python3 scripts/dev.py bench paper [--json]

cold       nothing is kept yet: all sheets (once), 60 lists, the first 60 sheets that are no books, all cards
warm       all of it is kept, as in a build after the first
word       as warm, but a word more in one article: its sheets are made anew, and those of its guides and of the books
site       the pages alone, `build --no-print`

Figures are medians of 3 runs, each a process of its own. Seconds are those of the making alone: `build` has read the
content before. MB is the size of the files; peak is the memory of the largest process.
The targets: after the first build at most 40 % of the time of the site; 60 sheets within 4 s; 200 MB. The 4 s were
set on lists of two pages; the 60 that are no books have articles and guides among them, and twice the pages.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from build_time import measure, peak_unit

from sharik.catalog import Catalog
from sharik.load import load
from sharik.paper.sheet import Sheet
from sharik.paper.sheets import sheets
from sharik.paper.store import draw_cards, print_sheets
from sharik.problems import Report
from sharik.urls import publication

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
SOME = 60
ARTICLE = ("fa", "articles/push-and-pull.md")
# Not this file itself: processes that make sheets would import it, which in a build (`-m sharik`) they do not.
START = "import json, paper, sys; print(json.dumps(paper.make(*sys.argv[1:])))"
PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
ALL, LISTS, FEW, CARDS, BOTH = "sheets", "lists", "some", "cards", "both"
MOST_SECONDS, MOST_MEMORY, MOST_SHARE = 4.0, 200.0, 0.4  # of 60 sheets; MB; of the time of the site, after the first


class Making(NamedTuple):
    """Files, how many of them were made anew, pages of the sheets, bytes; wall and processor seconds; peak in MB."""

    files: int
    made: int
    pages: int
    bytes: int
    wall: float
    cpu: float
    peak: float


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sharik-paper-") as name:
        work = Path(name)
        rows = {
            "all sheets, cold": in_process(ALL, work / "all"),
            f"{SOME} lists, cold": cold(LISTS, work),
            f"{SOME} sheets, cold": cold(FEW, work),
            "cards, cold": cold(CARDS, work),
        }
        in_process(CARDS, work / "all")
        rows["all, warm"] = median(in_process(BOTH, work / "all") for _ in range(RUNS))
        # Another word each time, or the second run would find what the first one made.
        rows["all, word"] = median(in_process(BOTH, work / "all", word=f"word {run}") for run in range(RUNS))
        site = measure(["build", "--no-print", "--out", str(work / "site")]).wall
    show(rows, site)


def show(rows: dict[str, Making], site: float) -> None:
    shares = {name: rows[name].wall / site for name in ("all, warm", "all, word")}
    if "--json" in sys.argv[1:]:
        made = {name: making._asdict() for name, making in rows.items()}
        print(json.dumps({"making": made, "site_seconds": site, "shares_of_site": shares}, indent=1))
        return
    titles = ("files", "made", "pages", "MB", "wall s", "cpu s", "peak MB")
    print(f"{'paper':<20}" + "".join(f"{title:>10}" for title in titles))
    for name, row in rows.items():
        counts = f"{row.files:>10}{row.made:>10}{row.pages:>10}"
        print(f"{name:<20}{counts}{row.bytes / 1e6:>10.2f}{row.wall:>10.2f}{row.cpu:>10.2f}{row.peak:>10.0f}")
    print(f"\n{'the site alone':<20}{site:>10.2f} s")
    for name, share in shares.items():
        print(f"{f'{name} / site':<20}{share:>10.0%}{verdict(share, MOST_SHARE)}")
    for name in (f"{SOME} lists, cold", f"{SOME} sheets, cold"):
        print(f"{name:<20}{rows[name].wall:>10.2f} s{verdict(rows[name].wall, MOST_SECONDS)}")
    peak = max(row.peak for row in rows.values())
    print(f"{'peak':<20}{peak:>10.0f} MB{verdict(peak, MOST_MEMORY)}")


def verdict(found: float, most: float) -> str:
    return "" if found <= most else f"  above the target, {most:g}"


def cold(what: str, work: Path) -> Making:
    return median(in_process(what, work / f"{what}-{run}") for run in range(RUNS))


def median(makings: Iterable[Making]) -> Making:
    """The median of each column."""
    return Making(*map(statistics.median, zip(*makings, strict=True)))


def in_process(what: str, folder: Path, word: str = "") -> Making:
    command = [sys.executable, "-c", START, what, str(folder), word]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the sheets could not be made: {done.stderr}")
    return Making(*json.loads(done.stdout))


def make(what: str, name: str, word: str) -> Making:
    """What the process that `in_process` starts does; `name` is that of the folder."""
    folder = Path(name)
    catalog = load(ROOT, Report())
    if word:
        page = catalog.pages[ARTICLE]
        catalog = replace(catalog, pages={**catalog.pages, ARTICLE: replace(page, body=f"{page.body}\n\n{word}\n")})
    known = set(folder.glob("*"))
    wall, cpu = time.perf_counter(), processor_time()
    pages, files = made_of(what, catalog, folder)
    seconds = time.perf_counter() - wall, processor_time() - cpu
    peak = max(resource.getrusage(who).ru_maxrss for who in PROCESSES) / peak_unit()
    return Making(len(files), len({*files} - known), pages, sum(file.stat().st_size for file in files), *seconds, peak)


def processor_time() -> float:
    """Seconds, with those of the processes that were started and have ended."""
    return sum(os.times()[:4])


def made_of(what: str, catalog: Catalog, folder: Path) -> tuple[int, list[Path]]:
    """Pages of the sheets, and the files of sheets and cards."""
    printed = list(print_sheets(ROOT, catalog, publication(), wanted(what, catalog), folder))
    cards = [] if what in (ALL, LISTS, FEW) else [file for _, file in draw_cards(ROOT, catalog, folder)]
    return sum(each.pages for each in printed), [*(each.file for each in printed), *cards]


def wanted(what: str, catalog: Catalog) -> list[Sheet]:
    if what == CARDS:
        return []
    every = list(sheets(catalog))
    if what == LISTS:
        return [sheet for sheet in every if sheet.kind == "checklists"][:SOME]
    return [sheet for sheet in every if sheet.kind != "books"][:SOME] if what == FEW else every


if __name__ == "__main__":
    main()
