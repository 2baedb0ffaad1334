"""Asks an engine in Chromium: what it answers, how long it takes, what it fetches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from peers.peer import Peer
from peers.server import Server

RUNS = 3  # of all queries, for the time; before them one that fetches
LISTED, SHOWN = 10, 5  # results that are scored; results that are drawn first
EVERY = 6  # how many queries there are for one that is asked first
FEW = 5  # how many are asked first where all fetch the same
DELAY = 0.05  # seconds that a first request takes, as on a phone

ALL = """async ([queries, count]) => {
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const answer = await self.ask(query, count);
    answers.push([answer, performance.now() - start]);
  }
  return answers;
}"""
FIRST = """async ([locale, query, count]) => {
  const start = performance.now();
  await self.start(locale);
  await self.ask(query, count);
  return performance.now() - start;
}"""


class Run(NamedTuple):
    """Of each query: its results as addresses, and the milliseconds of an answer once everything is fetched.

    Of each query asked first, with nothing fetched: milliseconds, bytes and requests until its answer.
    """

    urls: list[list[str]]
    ms: list[float]
    first_ms: list[float]
    weights: list[int]
    requests: list[int]


def measure(page: Any, peer: Peer, server: Server, locale: str, queries: Sequence[str]) -> Run:
    answers, ms = ask_all(page, peer, server, locale, queries)
    asked_first = queries[:: max(1, len(queries) // FEW) if peer.is_constant else EVERY]
    firsts = [first(page, peer, server, locale, query) for query in asked_first]
    first_ms, weights, requests = (list(column) for column in zip(*firsts, strict=True))
    return Run([peer.urls(answer) for answer in answers], ms, first_ms, weights, requests)


def ask_all(
    page: Any, peer: Peer, server: Server, locale: str, queries: Sequence[str]
) -> tuple[list[Any], list[float]]:
    """The answers of the first run and the best time of the others: what else the machine does is no part of it."""
    open_page(page, peer, server, locale)
    page.evaluate("(locale) => self.start(locale)", locale)
    answers = [answer for answer, _ in page.evaluate(ALL, [queries, LISTED])]
    runs = [[ms for _, ms in page.evaluate(ALL, [queries, LISTED])] for _ in range(RUNS)]
    return answers, [min(times) for times in zip(*runs, strict=True)]


def first(page: Any, peer: Peer, server: Server, locale: str, query: str) -> tuple[float, int, int]:
    open_page(page, peer, server, locale)
    server.taken.clear()
    server.delay = DELAY
    ms = page.evaluate(FIRST, [locale, query, SHOWN])
    server.delay = 0
    return ms, server.weight(), len(server.taken)


def open_page(page: Any, peer: Peer, server: Server, locale: str) -> None:
    page.goto(server.page(locale))
    page.add_script_tag(content=peer.script)
