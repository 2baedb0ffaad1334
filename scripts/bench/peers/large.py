"""A site of many pages, made of our own sentences in a new order, with as many new words as a growing site brings."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from peers.figures import Queries, p95
from peers.measure import Run, measure
from peers.ours import ours
from peers.server import packed, serving
from sharik.catalog import Catalog
from sharik.model.search import SearchWords
from sharik.search.documents import Found, Place, pages_to_find
from sharik.search.files import index_files
from sharik.search.index import Index, build_index, index_of

LARGE = 300  # pages of a language
SECTIONS, WORDS = 10, 90  # of a page: 7 headings of the second and 3 of the third level; of a section and of the start
GROWTH = 0.5  # words known grow by this power of words written (Heaps; in our own texts .42 en, .45 fa, .58 ar)
RUNS = 3
SENTENCE = re.compile(r"(?<=[.!?؟])\s+")

Row = dict[str, float]


def measure_large(page: Any, catalog: Catalog, queries: Queries, built: Path, count: int) -> dict[str, Row]:
    """Figures by language of a site like `built` with `count` pages a language, made beside it."""
    site = shutil.copytree(built, built.with_name(f"{built.name}-{count}"))
    for old in (site / "search").glob("*.*.js"):
        old.unlink()
    indexes = {locale: write_index(catalog, locale, site, count) for locale in catalog.locales}
    peer, found = ours(site), {}
    with serving(site) as server:
        for locale, judged in queries.items():
            run = measure(page, peer, server, locale, [each.query for each in judged])
            found[locale] = indexes[locale] | cost(run)
    return found


def cost(run: Run) -> Row:
    return {
        "bytes": median(run.weights),
        "most_bytes": max(run.weights),
        "ms": round(median(run.ms), 2),
        "p95": round(p95(run.ms), 2),
        "first": round(median(run.first_ms), 1),
        "requests": median(run.requests),
    }


def write_index(catalog: Catalog, locale: str, site: Path, count: int) -> Row:
    """Puts the index of a language into `site`: what it is like, and the milliseconds of the processor a page of it."""
    real = index_of(catalog, locale)
    pages = [*real.pages, *new_pages(catalog, locale, count - len(real.pages))]
    times = [index_pages(catalog, real, pages) for _ in range(RUNS)]
    _, index, files = min(times, key=lambda each: each[0])
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
    core = packed(site / f"search/{locale}.js")
    milliseconds = min(each[0] for each in times) * 1000 / len(pages)
    return {
        "pages": len(pages),
        "places": len(index.places),
        "stems": len(index.postings),
        "build_ms": round(milliseconds, 2),
        "core_bytes": core,
    }


def index_pages(catalog: Catalog, real: Index, pages: Sequence[Found]) -> tuple[float, Index, Mapping[str, str]]:
    rules, words = catalog.search.structure, catalog.search.words.get(real.locale, SearchWords())
    start = time.process_time()
    index = replace(build_index(pages, words, [], rules, real.locale), synonyms=real.synonyms)
    files = dict(index_files(index, rules))
    return time.process_time() - start, index, files


def new_pages(catalog: Catalog, locale: str, count: int) -> Iterator[Found]:
    """Pages of about a thousand words with ten headings; the same whenever the texts are the same."""
    chance = random.Random(locale)
    places = [place for page in pages_to_find(catalog, locale) for place in page.places]
    sentences = [text for place in places for text in SENTENCE.split(place.text) if 3 < len(text.split()) < 60]
    known = sorted({word for text in sentences for word in text.split() if word.isalpha()})
    written = sum(len(text.split()) for text in sentences)
    for number in range(count):
        before, written = written, written + (SECTIONS + 1) * WORDS
        fresh = len(known) * (written**GROWTH - before**GROWTH) / before**GROWTH
        coined = [coin(chance, known) for _ in range(round(fresh))]
        known += coined
        yield Found(f"new/{number}.md", f"new/{number}/", "article", tuple(sections(chance, sentences, coined)))


def coin(chance: random.Random, known: Sequence[str]) -> str:
    """A word that looks like one of the language: the start of one and the end of another."""
    start, end = chance.choice(known), chance.choice(known)
    return start[: (len(start) + 1) // 2 + 1] + end[len(end) // 2 :]


def sections(chance: random.Random, sentences: Sequence[str], coined: Sequence[str]) -> Iterator[Place]:
    for number in range(SECTIONS + 1):
        words: list[str] = []
        while len(words) < WORDS:
            words += chance.choice(sentences).split()
        for word in coined:  # what a page is about is said in most of its sections
            words[chance.randrange(len(words))] = word
        start = chance.randrange(len(words) - 5)
        title = " ".join([*words[start : start + chance.randint(3, 5)], *coined[:1]])
        yield Place(f"s{number}" if number else "", title, " ".join(words))
