"""Rules for structure between languages: a page and a file of words hold what their source language holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sharik.catalog import Catalog
from sharik.check.number_parity import Side, compare_numbers
from sharik.check.sections import Number, Place, Section, definitions, sections
from sharik.pages import Page
from sharik.problems import Report
from sharik.source import Document, Location, read_yaml
from sharik.text.numbers import quantities

# What is told already is not told again as a difference: on the line of a link, in the section of a marker.
_TOLD = {
    "links-differ": {"broken-link", "broken-anchor", "link-form", "unknown-term"},
    "images-differ": {"broken-link"},
    "markers-differ": {"unknown-marker", "unknown-checklist", "unknown-diagram", "unknown-guide"},
}
_WORDED = ("title", "description", "lead", "summary", "home")  # of the front matter
_OF_ITS_OWN = ("forms", "synonyms", "forbidden")  # of a term, in each language


class _Pair(NamedTuple):
    """Two files that are compared, the translation first, and the (path, code, line) of what is told already."""

    path: str
    source: str
    told: frozenset[tuple[str, str, int]]
    report: Report


def check_parity(root: Path, catalog: Catalog, report: Report) -> None:
    """Reports every difference at the translation; runs after the checks that `_TOLD` names."""
    told = frozenset((problem.path, problem.code, problem.line) for problem in report.problems)
    for page in catalog.pages.values():
        original = catalog.source_page(page)
        if original is not None and original is not page:
            _check_page(page, original, _Pair(page.source, original.source, told, report))
    for mine, theirs, language, source in worded(root, catalog):
        there = dict(texts(theirs.value))
        for at, text in texts(mine.value):
            if at in there:
                here = _side(mine, at, text, language)
                compare_numbers(here, _side(theirs, at, there[at], source), _name(at), mine.line(*at), report)


def worded(root: Path, catalog: Catalog) -> Iterator[tuple[Document, Document, str, str]]:
    """Every file of words with that of its source language, and the two languages."""
    default = catalog.vocab.default_locale
    entries = [(entry.word_documents, entry.structure.source_locale) for entry in catalog.checklists.values()]
    entries += [(entry.word_documents, entry.structure.source_locale) for entry in catalog.guides.values()]
    entries += [(entry.word_documents, default) for entry in catalog.diagrams.values()]
    entries += [(catalog.glossary.word_documents, default), (message_documents(root, catalog), default)]
    for documents, source in entries:
        for code, document in documents.items():
            if code != source and source in documents:
                yield document, documents[source], code, source


def message_documents(root: Path, catalog: Catalog) -> Mapping[str, Document]:
    """The files of interface texts."""
    read = {code: read_yaml(root, f"data/messages/{code}.yml", Report()) for code in catalog.locales}
    return {code: document for code, document in read.items() if document}


def texts(value: object, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text to be compared, with its place; of a plural, the form that all languages have."""
    if isinstance(value, dict):
        for key, child in value.items():
            alone = "other" in value and key != "other" and isinstance(child, str)
            if key not in _OF_ITS_OWN and not alone:
                yield from texts(child, (*at, key))
    elif isinstance(value, list):
        for i, child in enumerate(value):
            yield from texts(child, (*at, i))
    elif isinstance(value, str):
        yield at, value


def front_texts(page: Page) -> Iterator[tuple[Location, str]]:
    """The words of a front matter."""
    value = page.meta_document.value
    yield from texts({key: value[key] for key in _WORDED if key in value})


def _check_page(page: Page, original: Page, pair: _Pair) -> None:
    _check_front(page, original, pair)
    _compare("footnotes-differ", definitions(page), definitions(original), pair, "the notes", page.body_line)
    originals = sections(original)
    for key, section in sections(page).items():
        if key in originals:
            _check_section(section, originals[key], pair)
            here = Side(page.source, page.locale, section.numbers)
            there = Side(original.source, original.locale, originals[key].numbers)
            compare_numbers(here, there, _part(section), section.line, pair.report)


def _check_front(page: Page, original: Page, pair: _Pair) -> None:
    words = dict(front_texts(original))
    for at, text in front_texts(page):
        line, theirs = page.meta_document.line(*at), original.meta_document.line(*at)
        if at in words and at[-1] == "to":
            _compare("links-differ", [Place(text, line)], [Place(words[at], theirs)], pair, _name(at), line)
        elif at in words:
            here = _side(page.meta_document, at, text, page.locale)
            there = _side(original.meta_document, at, words[at], original.locale)
            compare_numbers(here, there, _name(at), line, pair.report)


def _check_section(mine: Section, theirs: Section, pair: _Pair) -> None:
    markers_told = _is_marker_told(mine, pair.path, pair) or _is_marker_told(theirs, pair.source, pair)
    for code, here, there, ordered in (
        ("links-differ", mine.links, theirs.links, True),
        ("links-differ", mine.addresses, theirs.addresses, False),
        ("images-differ", mine.images, theirs.images, False),
        ("footnotes-differ", mine.notes, theirs.notes, False),
        ("markers-differ", [] if markers_told else mine.markers, [] if markers_told else theirs.markers, True),
    ):
        _compare(code, here, there, pair, _part(mine), mine.line, ordered=ordered)


def _part(section: Section) -> str:
    return f"the section '{section.name}'" if section.name else "the text before the first heading"


def _side(document: Document, at: Location, text: str, language: str) -> Side:
    """One text of a file of words."""
    return Side(document.path, language, [Number(q, document.line(*at)) for q in quantities(text, language)])


def _name(at: Location) -> str:
    return f"'{'.'.join(map(str, at))}'"


def _compare(
    code: str, mine: list[Place], theirs: list[Place], pair: _Pair, where: str, line: int, *, ordered: bool = False
) -> None:
    """Reports what stands on one side only: two strangers as one difference, what is missing at `line`."""
    extra, missing = _without(mine, theirs), _without(theirs, mine)
    for i in range(max(len(extra), len(missing))):
        here, there = extra[i : i + 1], missing[i : i + 1]
        if not _is_told(code, here, there, pair):
            _report(code, here, there, pair, where, line)
    if ordered and not extra and not missing:
        swapped = ((a, b) for a, b in zip(mine, theirs, strict=True) if a.value != b.value)
        for first, other in [*swapped][:1]:
            message = f"'{first.value}' stands where {pair.source}:{other.line} has '{other.value}'"
            hint = "Put them in the same order in every language."
            pair.report.error(pair.path, first.line, code, message, hint)


def _report(code: str, here: list[Place], there: list[Place], pair: _Pair, where: str, line: int) -> None:
    hint = "Write the same here as there, or change both; the languages hold the same."
    if here and there:
        message = f"'{here[0].value}' stands here, but '{there[0].value}' in {pair.source}:{there[0].line}"
    elif here:
        message = f"'{here[0].value}' stands here, but not in {where} of {pair.source}"
    else:
        message = f"'{there[0].value}' is missing in {where}; it stands in {pair.source}:{there[0].line}"
    pair.report.error(pair.path, here[0].line if here else line, code, message, hint)


def _without(places: list[Place], others: list[Place]) -> list[Place]:
    """Those of `places` that `others` lacks, each counted as often as it stands."""
    left = Counter(place.value for place in others)
    found = []
    for place in places:
        left[place.value] -= 1
        if left[place.value] < 0:
            found.append(place)
    return found


def _is_marker_told(section: Section, path: str, pair: _Pair) -> bool:
    """Whether a marker of `section` is told already; a misspelt one may not count as a marker at all."""
    told = _TOLD["markers-differ"]
    return any(p == path and code in told and section.line <= line < section.end for p, code, line in pair.told)


def _is_told(code: str, here: list[Place], there: list[Place], pair: _Pair) -> bool:
    places = [*((pair.path, place.line) for place in here), *((pair.source, place.line) for place in there)]
    if code == "markers-differ":  # the list that a page should show, and the other one shows
        lacking = any(path in (pair.path, pair.source) and told == "missing-marker" for path, told, _ in pair.told)
        return lacking and any(place.value.startswith(("checklist:", "guide:")) for place in (*here, *there))
    return any((path, told, line) in pair.told for path, line in places for told in _TOLD.get(code, ()))
