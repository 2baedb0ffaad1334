"""What an engine is worth and costs, language by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from peers.measure import Run, measure
from peers.peer import Peer
from peers.server import serving
from sharik.search.judged import Judged, mean, score

Queries = Mapping[str, Sequence[Judged]]  # by language
Row = dict[str, float]


def measure_peer(page: Any, peer: Peer, queries: Queries) -> dict[str, dict[str, Row]]:
    """The rows of an engine by language; an engine that knows places has them by page, too."""
    with serving(peer.folder) as server:
        runs = {
            locale: measure(page, peer, server, locale, [each.query for each in judged])
            for locale, judged in queries.items()
        }
    found = {peer.name: rows(runs, queries, by_page=peer.by_page)}
    return found if peer.by_page else found | {f"{peer.name} by page": rows(runs, queries, by_page=True)}


def rows(runs: Mapping[str, Run], queries: Queries, *, by_page: bool) -> dict[str, Row]:
    return {locale: quality(run, queries[locale], by_page=by_page) | cost(run) for locale, run in runs.items()}


def quality(run: Run, judged: Sequence[Judged], *, by_page: bool) -> Row:
    found = mean([score(each, urls, by_page=by_page) for each, urls in zip(judged, run.urls, strict=True)])
    values = {
        "recall5": found.recall,
        "best5": found.best,
        "mrr": found.reciprocal,
        "mix": found.mixed,
        "empty": found.empty,
    }
    return {name: round(value, 3) for name, value in values.items()}


def cost(run: Run) -> Row:
    return {
        "bytes": round(median(run.weights)),
        "ms": round(median(run.ms), 2),
        "p95": round(p95(run.ms), 2),
        "first": round(median(run.first_ms), 1),
        "requests": median(run.requests),
    }


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]
