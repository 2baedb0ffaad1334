"""The index of one language: which stems lead to which places, how strongly, and which words mean one thing.

Ranking is BM25F (Robertson and Zaragoza 2009): a word counts by the field it stands in, against the length of the
text around it, and saturates. That much is known here and kept as a level from 1 to 8; the browser adds rarity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import mean

from sharik.catalog import Catalog
from sharik.model.search import SearchRules, SearchWords
from sharik.search.analyzer import Analyzer
from sharik.search.documents import Found, Place, other_names, pages_to_find

WEIGHTS = {"title": 5.0, "names": 4.0, "asked": 1.5, "summary": 2.0, "text": 1.0}
LENGTH = 0.6  # how far a long text counts less: b of BM25
SATURATION = 4.0  # at this weight a word counts half of what it can: k1 of BM25F
LEVELS = 8

Postings = dict[int, int]  # place -> level


@dataclass(frozen=True)
class Index:
    """`postings` by stem, sorted; places are numbered through all pages. `same` leads a stem to the one it is filed
    under; `synonyms` are phrases (stems), the first of each row as the texts say it."""

    locale: str
    pages: tuple[Found, ...]
    postings: Mapping[str, Postings]
    same: Mapping[str, str]
    synonyms: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def places(self) -> list[Place]:
        return [place for page in self.pages for place in page.places]


def index_of(catalog: Catalog, locale: str) -> Index:
    """The index of everything that `catalog` says in `locale`."""
    glossary, words = catalog.glossary.words.get(locale), catalog.search.words.get(locale, SearchWords())
    said = glossary.root if glossary else {}
    names = [[said[t.id].term, *other_names(t, said[t.id])] for t in catalog.glossary.structure.terms if t.id in said]
    return build_index(pages_to_find(catalog, locale), words, names, catalog.search.structure, locale)


def build_index(
    pages: Iterable[Found], words: SearchWords, names: Iterable[list[str]], rules: SearchRules, locale: str
) -> Index:
    """The index of `pages`; each of `names` is what the texts say, then what else it is called."""
    found = tuple(pages)
    lead = heads(words, Analyzer(rules, locale))
    analyzer = Analyzer(rules, locale, lead)
    postings = _postings([place for page in found for place in page.places], analyzer)
    same = {stem: head for stem, head in lead.items() if head in postings}
    rows = (_row(row, postings, analyzer) for row in (*names, *words.synonyms))
    return Index(locale, found, postings, same, tuple(row for row in rows if row))


def heads(words: SearchWords, analyzer: Analyzer) -> dict[str, str]:
    """The stem of every irregular form -> the stem of the first of its row."""
    found: dict[str, str] = {}
    for row in words.forms:
        stems = [tokens[0].stem for form in row if (tokens := analyzer.tokens(form))]
        found |= {stem: stems[0] for stem in stems[1:] if stem != stems[0]}
    return found


def _postings(places: list[Place], analyzer: Analyzer) -> dict[str, Postings]:
    texts = [analyzer.telling(place.text) for place in places]
    average = mean(map(len, texts)) if texts else 0.0
    postings: defaultdict[str, Postings] = defaultdict(dict)
    for number, (place, text) in enumerate(zip(places, texts, strict=True)):
        for stem, weight in _weights(place, text, average or 1.0, analyzer).items():
            postings[stem][number] = level(weight)
    return dict(sorted(postings.items()))


def _weights(place: Place, text: list[str], average: float, analyzer: Analyzer) -> dict[str, float]:
    """How much each stem weighs at `place`; words too common to find anything count in titles alone."""
    fields = (
        (WEIGHTS["title"], [token.stem for token in analyzer.tokens(place.title)]),
        (WEIGHTS["names"], analyzer.telling(" / ".join(place.names))),
        (WEIGHTS["asked"], analyzer.telling(" / ".join(place.asked))),
        (WEIGHTS["summary"], analyzer.telling(place.summary)),
        (WEIGHTS["text"] / (1 - LENGTH + LENGTH * len(text) / average), text),
    )
    weights: defaultdict[str, float] = defaultdict(float)
    for weight, stems in fields:
        for stem in stems:
            weights[stem] += weight
    return weights


@lru_cache(maxsize=65_536)  # the places of a site share most weights
def level(weight: float) -> int:
    """How strongly a word of this weight speaks for its place: 1 to LEVELS."""
    return max(1, min(LEVELS, round(LEVELS * weight / (weight + SATURATION))))


def _row(row: Iterable[str], postings: Mapping[str, Postings], analyzer: Analyzer) -> tuple[tuple[str, ...], ...]:
    """The phrases of a row as stems, each once; none when the texts do not say the first."""
    phrases = [tuple(analyzer.telling(phrase)) for phrase in row]
    kept = list(dict.fromkeys(phrase for phrase in phrases if phrase))
    is_said = len(kept) > 1 and kept[0] == phrases[0] and all(stem in postings for stem in kept[0])
    return tuple(kept) if is_said else ()
