"""The places a search can lead to, each with its words: pages, their sections, items of lists, terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sharik.catalog import Catalog
from sharik.markers import find_markers
from sharik.model.glossary import Term, TermWords
from sharik.pages import Heading, Page, resolve
from sharik.render.facts import facts, written_page
from sharik.text.plain import plain
from sharik.urls import page_url

Kind = Literal["article", "checklist", "guide", "term", "page"]


@dataclass(frozen=True)
class Place:
    """Somewhere on a page: `anchor` is empty for its top.

    A title and what follows it are shown; `names` (other names) and `asked` (how people ask for it) are found as well,
    though they stand nowhere.
    """

    anchor: str
    title: str
    text: str
    summary: str = ""
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A page in the words of its own language: `path` is below docs/<locale>/, `url` below the site.

    Its top is the first of its places.
    """

    path: str
    url: str
    kind: Kind
    places: tuple[Place, ...] = field(repr=False)


def pages_to_find(catalog: Catalog, locale: str) -> list[Found]:
    """Every page that is really written in `locale`, in reading order. Fallback text belongs to its own language."""
    found, asked = [], _asked(catalog, locale)
    for path in catalog.paths:
        if page := written_page(catalog, locale, path):
            kind, places = KINDS.get(page.kind, ("page", _nothing))
            url = page_url(locale, path, catalog.vocab.default_locale)
            every = (_top(catalog, page), *places(catalog, page))
            told = (replace(place, asked=tuple(asked.get(place_id(path, place.anchor), ()))) for place in every)
            found.append(Found(path, url, kind, tuple(told)))
    return found


def _asked(catalog: Catalog, locale: str) -> dict[str, list[str]]:
    """How people ask for a place: what data/search says, and for a page what the front page says."""
    words, home = catalog.search.words.get(locale), catalog.pages.get((locale, "index.md"))
    asked = {id: [*phrases] for id, phrases in words.asked.items()} if words else {}
    if home and home.meta.home:
        for choice in home.meta.home.where.choices:
            asked.setdefault(place_id(*resolve(home, choice.to)), []).extend((choice.say, choice.label))
    return asked


def place_id(path: str, anchor: str) -> str:
    """How editors name a place: `articles/push-and-pull#pull`, `articles` for its index, `index` for the home."""
    page = path.removesuffix(".md").removesuffix("/index")
    return f"{page}#{anchor}" if anchor else page


def _top(catalog: Catalog, page: Page) -> Place:
    known = facts(catalog, page)
    summary = [known.lead or known.description, *map(plain, page.meta.summary or ())]
    start = next((text for heading, text in _sections(page) if heading is None), "")
    return Place("", known.title, plain(start), summary=" ".join(summary))


def _sections(page: Page) -> Iterator[tuple[Heading | None, str]]:
    """The parts of a body, each with the heading (of level 2 or 3) above it."""
    lines = page.body.split("\n")
    heads = [h for h in page.headings if h.level in (2, 3)]
    starts = [h.line - page.body_line for h in heads]
    yield None, "\n".join(lines[: starts[0] if starts else None])
    for head, start, end in zip(heads, starts, [*starts, len(lines)][1:], strict=True):
        yield head, "\n".join(lines[start + 1 : end])


def _headings(catalog: Catalog, page: Page) -> Iterator[Place]:
    for heading, text in _sections(page):
        if heading and heading.id:
            yield Place(heading.id, plain(heading.text), f"{plain(text)} {_drawings(catalog, page, text)}".strip())


def _drawings(catalog: Catalog, page: Page, text: str) -> str:
    """The words of the drawings that a section shows."""
    shown = [catalog.diagrams.get(m.argument) for m in find_markers(text) if m.name == "diagram"]
    words = [entry.words[page.locale] for entry in shown if entry and page.locale in entry.words]
    return " ".join(text for each in words for text in (each.caption, *each.labels.values()))


def _items(catalog: Catalog, page: Page) -> Iterator[Place]:
    """The items of the list on `page` that have words in its language."""
    for id in (m.argument for m in page.markers if m.name == "checklist"):
        entry = catalog.checklists.get(id)
        words = entry.words.get(page.locale) if entry else None
        if entry is None or words is None:
            continue
        yield Place("pause", words.pause.title, words.pause.text)
        for item in entry.structure.items:
            if said := words.items.get(item.id):
                yield Place(item.id, said.text, " ".join(filter(None, (said.why, said.done_when))))


def _terms(catalog: Catalog, page: Page) -> Iterator[Place]:
    words = catalog.glossary.words[page.locale].root
    for term in catalog.glossary.structure.terms:
        if said := words.get(term.id):
            text = " ".join(filter(None, (said.definition, said.note)))
            yield Place(term.id, said.term, text, names=other_names(term, said))


def other_names(term: Term, words: TermWords) -> tuple[str, ...]:
    """What a term is also called: in short, in irregular forms, by its synonyms, and as the house does not write it."""
    short = [term.abbr] if term.abbr and term.abbr != words.term else []
    return (*short, *words.forms, *words.synonyms, *words.forbidden)


def _nothing(catalog: Catalog, page: Page) -> Iterator[Place]:
    """Of a home, an index or a guide only the top is found: its parts are found where they come from."""
    return iter(())


# What is found on a page of each kind beside its top; a new kind enters here.
KINDS: Mapping[str, tuple[Kind, Callable[[Catalog, Page], Iterable[Place]]]] = {
    "article": ("article", _headings),
    "checklist": ("checklist", _items),
    "guide": ("guide", _nothing),
    "glossary": ("term", _terms),
    "page": ("page", _headings),
}
