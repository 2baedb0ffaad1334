"""Judged queries (tests/search/queries) and how well a list of results answers one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

SHOWN = 5  # results that most readers look at
ROOT_LOCALE = "fa"  # the first of data/vocab.yml: its pages lie in no folder of their own
HEAD = ["class", "query", "must", "also"]
_FOLDER = re.compile(r"([a-z]{2})/")  # of another language; no page of ours has so short a name


@dataclass(frozen=True)
class Judged:
    """A query of a reader of `locale`; `kind` is what is difficult about it.

    `must` are the best answers: one, or two when the reader needs both. `also` are answers that the judges accepted.
    """

    kind: str
    query: str
    locale: str
    must: tuple[str, ...]
    also: tuple[str, ...]


class Score(NamedTuple):
    """Of one query, or the mean of many: everything is between 0 and 1."""

    recall: float  # share of what the reader needs that the first five results meet
    best: float  # share of `must` among them
    reciprocal: float  # 1 / rank of the first result that is right
    mixed: float  # share of the first five that is in another language
    empty: float  # 1 when nothing was found


def read_queries(path: Path) -> list[Judged]:
    """The queries of a file named after its language (`fa.tune.tsv`), in order. ValueError tells of a broken row."""
    locale, (head, *rows) = path.name.partition(".")[0], path.read_text(encoding="utf-8").splitlines()
    if head.split("\t") != HEAD:
        raise ValueError(f"{path}:1: the columns are {', '.join(HEAD)}")
    return [_judged(row, locale, f"{path}:{line}") for line, row in enumerate(rows, 2) if row]


def _judged(row: str, locale: str, where: str) -> Judged:
    cells = [cell.strip() for cell in row.split("\t")]
    if len(cells) != len(HEAD) or not all(cells[:3]):
        raise ValueError(f"{where}: a row has a class, a query, a place that must be found, and maybe others")
    kind, query, must, also = cells
    return Judged(kind, query, locale, _addresses(must, locale), _addresses(also, locale))


def _addresses(places: str, locale: str) -> tuple[str, ...]:
    return tuple(address(place, locale) for place in places.split())


def address(place: str, locale: str) -> str:
    """The address of a place as editors name it: `checklists` is an index, `index` the home, `glossary#kpi` a term."""
    page, mark, anchor = place.partition("#")
    folder = "" if locale == ROOT_LOCALE else f"{locale}/"
    return folder + ("" if page == "index" else f"{page}/") + mark + anchor


def locale_of(url: str) -> str:
    """The language of the page at `url`, an address below the site."""
    folder = _FOLDER.match(url)
    return folder[1] if folder else ROOT_LOCALE


def score(judged: Judged, urls: Iterable[str], *, by_page: bool = False) -> Score:
    """How well `urls` (addresses below the site, the best first) answer `judged`.

    A need is met by its `must`; where there is only one, also by what was accepted instead.

    An address without fragment is met by any place of its page. `by_page` drops all fragments: pages are found, and
    pages are asked for.
    """
    found, must, also = list(urls), judged.must, judged.also
    if by_page:
        found, must, also = _pages(found), tuple(_pages(must)), tuple(_pages(also))
    shown = found[:SHOWN]
    best = fmean(any(_meets(url, wanted) for url in shown) for wanted in must)
    accepted = len(must) == 1 and any(_is_right(url, also) for url in shown)
    return Score(
        recall=1.0 if accepted else best,
        best=best,
        reciprocal=next((1 / rank for rank, url in enumerate(found, 1) if _is_right(url, (*must, *also))), 0.0),
        mixed=fmean(locale_of(url) != judged.locale for url in shown) if shown else 0.0,
        empty=float(not found),
    )


def _pages(urls: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(url.partition("#")[0] for url in urls))


def _meets(url: str, wanted: str) -> bool:
    return url == wanted or url.partition("#")[0] == wanted


def _is_right(url: str, wanted: Iterable[str]) -> bool:
    return any(_meets(url, each) for each in wanted)


def mean(scores: Sequence[Score]) -> Score:
    """The mean of each figure. ValueError when there are no scores."""
    return Score(*(fmean(score[figure] for score in scores) for figure in range(len(Score._fields))))
