"""The files of an index: one that every search needs; other names, postings and texts in parts, fetched as needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

from sharik.model.search import LanguageRules, SearchRules
from sharik.search.analyzer import LATIN, character_class
from sharik.search.documents import Place
from sharik.search.encode import encode_postings, fold_words
from sharik.search.index import Index

VERSION = 1  # overrides/search/worker.js refuses an index of another version
TEXTS = 2_400  # characters of a file of texts; one or two places are quoted from it
POSTINGS = 1_200  # characters of a file of postings

T = TypeVar("T")
Files = Iterator[tuple[str, str]]


def index_files(index: Index, rules: SearchRules) -> Files:
    """Every file (path below the site, text) of `index`."""
    texts = list(_cut(index.places, lambda place: len(place.title + shown_text(place)), TEXTS))
    postings = [encode_postings(each) for each in index.postings.values()]
    parts = list(_cut(postings, lambda written: len(written) + 1, POSTINGS))
    yield _file(
        index.locale,
        {
            "version": VERSION,
            "locale": index.locale,
            "rules": browser_rules(rules, index.locale),
            "stems": fold_words(index.postings),
            "same": index.same,
            "pages": [[page.url, page.kind, page.places[0].title, len(page.places)] for page in index.pages],
            "parts": _starts(parts),
            "texts": _starts(texts),
        },
    )
    rows = ("|".join(" ".join(phrase) for phrase in row) for row in index.synonyms)
    yield _file(f"{index.locale}.words", "\n".join(rows))
    for number, part in enumerate(parts):
        yield _file(f"{index.locale}.p{number}", " ".join(part))
    for number, places in enumerate(texts):
        yield _file(f"{index.locale}.t{number}", [[place.anchor, place.title, shown_text(place)] for place in places])


def shown_text(place: Place) -> str:
    """What a result may quote from a place."""
    return " ".join(filter(None, (place.summary, place.text)))


def browser_rules(rules: SearchRules, locale: str) -> dict[str, Any]:
    """The rules that texts in `locale` need, as overrides/search/text.js takes them."""
    own = rules.languages.get(locale, LanguageRules())
    keyboards = [each.keyboard for code, each in rules.languages.items() if each.keyboard and locale in (code, LATIN)]
    return {
        "remove": character_class(rules.delete),
        "alike": {one: rules.alike.get(one, "") + own.alike.get(one, "") for one in rules.alike | own.alike},
        "weak": rules.weak,
        "plural": rules.plural,
        "verb": own.verb and own.verb.model_dump(),
        "apart": list(chain(*own.apart)),
        "prefixes": own.prefixes and own.prefixes.model_dump(exclude_defaults=True),
        "suffixes": [group.model_dump(exclude_defaults=True) for group in own.suffixes],
        "doubt": own.doubt and own.doubt.model_dump(),
        "ignored": list(chain(*own.ignored)),
        "latin": [group.model_dump(exclude_defaults=True) for group in rules.languages[LATIN].suffixes],
        "keyboards": [way for each in keyboards for way in ([each.latin, each.own], [each.own, each.latin])],
    }


def _file(name: str, content: object) -> tuple[str, str]:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"search/{name}.js", f'sharikSearch.take("{name}",{text})\n'


def _cut(values: Iterable[T], length: Callable[[T], int], limit: int) -> Iterator[list[T]]:
    """`values` in runs of at most `limit` characters; a longer value is a run of its own."""
    run: list[T] = []
    total = 0
    for value in values:
        if run and total + length(value) > limit:
            yield run
            run, total = [], 0
        run.append(value)
        total += length(value)
    if run:
        yield run


def _starts(runs: Iterable[list[Any]]) -> list[int]:
    """The number of the first value of each run."""
    starts, next_one = [], 0
    for run in runs:
        starts.append(next_one)
        next_one += len(run)
    return starts
