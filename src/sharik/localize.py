"""What a reader of one locale gets: their words, or the first fallback's, each with its language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sharik.catalog import Catalog
from sharik.model.checklist import Checklist, Group, Item, ItemWords, Part
from sharik.model.vocab import Vocab

V = TypeVar("V")


@dataclass(frozen=True)
class Wording:
    """A text and the locale it is written in."""

    text: str
    locale: str


@dataclass(frozen=True)
class LocalItem:
    """An item with its words; `locale` is that of all three texts."""

    key: str
    item: Item
    words: ItemWords
    locale: str
    part: Part


@dataclass(frozen=True)
class LocalGroup:
    group: Group
    title: Wording
    items: tuple[LocalItem, ...]


@dataclass(frozen=True)
class LocalChecklist:
    """A checklist as a reader of `locale` sees it."""

    locale: str
    structure: Checklist
    title: Wording
    description: Wording
    lead: Wording
    pause_title: Wording
    pause_text: Wording
    groups: tuple[LocalGroup, ...]

    @property
    def items(self) -> tuple[LocalItem, ...]:
        return tuple(item for group in self.groups for item in group.items)

    def only(self, groups: Collection[str]) -> LocalChecklist:
        """The same list with none but these groups."""
        return replace(self, groups=tuple(group for group in self.groups if group.group.id in groups))


def first(found: Mapping[str, V | None], order: list[str]) -> tuple[str, V]:
    """The first locale of `order` that has something in `found`, and what it has. KeyError when none has."""
    for code in order:
        value = found.get(code)
        if value is not None:
            return code, value
    raise KeyError(order)


def localize(catalog: Catalog, id: str, locale: str) -> LocalChecklist:
    """The checklist `id` for readers of `locale`. KeyError when it does not exist or lacks words."""
    entry = catalog.checklists[id]
    order = catalog.reading_order(locale)
    code, words = first(entry.words, order)

    def group(structure: Group) -> LocalGroup:
        titles = {c: w.groups.get(structure.id) for c, w in entry.words.items()}
        at, title = first(titles, order)
        items = tuple(item(i) for i in structure.items)
        return LocalGroup(structure, Wording(title, at), items)

    def item(structure: Item) -> LocalItem:
        texts = {c: w.items.get(structure.id) for c, w in entry.words.items()}
        at, found = first(texts, order)
        return LocalItem(f"{id}.{structure.id}", structure, found, at, part(structure, catalog.vocab))

    return LocalChecklist(
        locale=locale,
        structure=entry.structure,
        title=Wording(words.title, code),
        description=Wording(words.description, code),
        lead=Wording(words.lead, code),
        pause_title=Wording(words.pause.title, code),
        pause_text=Wording(words.pause.text, code),
        groups=tuple(group(g) for g in entry.structure.groups),
    )


def part(item: Item, vocab: Vocab) -> Part:
    """Whose part an item is: the side of those who answer for it (A) or help (R); both sides: shared."""
    sides = {vocab.roles[role].side for role, letter in item.raci.items() if letter in "AR"}
    return sides.pop() if len(sides) == 1 else "shared"
