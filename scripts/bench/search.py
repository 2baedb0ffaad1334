"""Measures our search beside its peers: how well they answer the judged queries, how fast, and what readers fetch.

    python3 scripts/dev.py bench search [--json] [--only NAME ...] [--large] [--pages N]

best@5     share of the best answers that are among the first five results, mean over all queries of tests/search
recall@5   the same, where instead of a single best answer any that was accepted will do
MRR        mean of 1 / rank of the first right result, up to the tenth
mixed      share of the first five that is in another language; empty: share of queries that find nothing
KB         brotli of all that is fetched from the first touch to the first answer, median over the queries, cold cache;
           of ours with its dialog, of the peers without what they would need to draw theirs
ms, p95    an answer once everything is fetched; first: with nothing fetched, from a server that takes 50 ms a request
           KB, first and requests are those of every sixth query: a rare one may fetch more than `most KB` says

Engines that know pages alone are scored by page, and ours is so once more. --large adds a site of 300 pages a language,
--pages one of N.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from peers.figures import Queries, measure_peer
from peers.large import LARGE, measure_large
from peers.material import material_search
from peers.minisearch import minisearch
from peers.ours import ours
from peers.pagefind import pagefind
from peers.peer import Peer, SkippedError
from peers.table import print_engines, print_large
from playwright.sync_api import sync_playwright

from sharik.catalog import Catalog
from sharik.load import load
from sharik.problems import Report
from sharik.search.judged import Judged, read_queries

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "tests/search/queries"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> None:
    options = read_options()
    catalog, queries = load(ROOT, Report()), read_all_queries()
    with tempfile.TemporaryDirectory(prefix="sharik-search-") as name, browser() as chromium:
        page, work = chromium.new_page(), Path(name)
        versions = {"chromium": chromium.version}
        site = build(work / "site")
        makers = peers(work, site, catalog)
        chosen = {name: makers[name] for name in makers if not options.only or name in options.only}
        engines = measure_peers(page, chosen, queries, versions)
        large = measure_large(page, catalog, queries, site, options.pages) if options.pages else {}
    if options.json:
        found = {"versions": versions, "date": date.today().isoformat(), "engines": engines, "large": large}
        print(json.dumps(found, indent=1))
        return
    print_engines(engines)
    print_large(large)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", action="append", default=[], metavar="NAME")

    parser.add_argument("--large", action="store_const", const=LARGE, dest="pages")
    parser.add_argument("--pages", type=int, metavar="N")
    return parser.parse_args()


def read_all_queries() -> Queries:
    """Both halves, in the order of the site's languages."""
    queries: dict[str, list[Judged]] = {}
    for path in sorted(QUERIES.glob("*.tsv"), reverse=True):
        queries.setdefault(path.name.partition(".")[0], []).extend(read_queries(path))
    return queries


@contextmanager
def browser() -> Iterator[Any]:
    path = shutil.which(os.environ.get("CHROME", "")) or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("no browser: search is measured in Chromium. Install it, or set CHROME to the path of one.")
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()


def peers(work: Path, site: Path, catalog: Catalog) -> dict[str, Callable[[], Peer]]:
    return {
        "sharik": lambda: ours(site),
        "material": lambda: material_search(work / "material"),
        "pagefind": lambda: pagefind(work / "pagefind", site),
        "minisearch": lambda: minisearch(work / "minisearch", catalog, with_rules=False),
        "minisearch+rules": lambda: minisearch(work / "minisearch-rules", catalog, with_rules=True),
    }


def build(site: Path) -> Path:
    done = subprocess.run([sys.executable, "-m", "sharik", "build", "--out", str(site)], stdout=sys.stderr, check=False)
    if done.returncode:
        sys.exit("the site could not be built: run `python3 scripts/dev.py build` to see why.")
    return site


def measure_peers(
    page: Any, makers: Mapping[str, Callable[[], Peer]], queries: Queries, versions: dict[str, str]
) -> dict[str, Any]:
    engines: dict[str, Any] = {}
    for name, make in makers.items():
        try:
            peer = make()
        except SkippedError as reason:
            print(f"\n*** SKIPPED: {name}: {reason}\n", file=sys.stderr, flush=True)
            engines[name] = {"skipped": str(reason)}
            continue
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        versions[name] = peer.version
        engines |= measure_peer(page, peer, queries)
    return engines


if __name__ == "__main__":
    main()
