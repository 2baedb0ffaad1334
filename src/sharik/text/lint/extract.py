"""Cuts a file into the passages that are checked, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import yaml

from sharik.text.front_matter import FRONT_MATTER
from sharik.text.lint.engine import Place
from sharik.text.lint.mask import mask_addresses, mask_code, mask_markdown, mask_plain
from sharik.text.lint.passage import Passage
from sharik.text.lint.quotations import Knows, mask_foreign
from sharik.text.nesting import is_shallow

_TITLE = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===)[^\n\"]*\"(?P<words>[^\"\n]+)\"", re.M)
_ALT = re.compile(r"!\[(?P<words>[^\[\]\n]+)\]\(")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")  # an anchor or a tag before a value
_FOLDED = re.compile(r"\n[ \t]*|\\(?:\n[ \t]*|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|''", re.S)
_ESCAPES = {"n": "\n", "t": "\t", "0": "\0", "_": "\u00a0", "N": "\x85"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Language:
    """The language of a text and how its numbers are written."""

    locale: str
    digits: str = "latn"
    isolated: bool = True
    knows_persian: Knows = lambda word: False


LanguageOf = Callable[[tuple[str, ...]], Language | None]  # of the value under these keys; None: it is not prose


def markdown_places(text: str, language: Language, language_of: LanguageOf) -> Iterator[Place]:
    """The body of a page, the titles of its blocks, its alt texts, and the words of its front matter."""
    front = FRONT_MATTER.match(text)
    body_at = front.end() if front else 0
    if front:
        yield from (_moved(place, front.start("yaml")) for place in yaml_places(front["yaml"], language_of))
    body = text[body_at:]
    prose = mask_foreign(mask_markdown(body), language.locale, language.knows_persian)
    yield Place(_passage(body, prose, language, markdown=True), body_at)
    visible = mask_code(body)
    for pattern in (_TITLE, _ALT):
        for match in pattern.finditer(visible):
            yield Place(plain_passage(match["words"], language), body_at + match.start("words"))


def _moved(place: Place, by: int) -> Place:
    offsets = None if place.offsets is None else [offset + by for offset in place.offsets]
    return replace(place, start=place.start + by, offsets=offsets)


def plain_passage(text: str, language: Language) -> Passage:
    """A text that is not Markdown, or no more of it than bold and code."""
    prose = mask_plain(mask_addresses(mask_code(text)))
    return _passage(text, mask_foreign(prose, language.locale, language.knows_persian), language)


def _passage(text: str, prose: str, language: Language, *, markdown: bool = False) -> Passage:
    return Passage(text, prose, language.locale, language.digits, markdown, language.isolated)


def yaml_places(text: str, language_of: LanguageOf) -> Iterator[Place]:
    """Every text of a YAML file that is in some language; nothing when the file cannot be read."""
    if not is_shallow(text):
        return
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return
    for keys, scalar in _scalars(node, (), set()):
        language = language_of(keys)
        if language is not None and scalar.value.strip():
            words, start, offsets, meant = _unfolded(text, scalar)
            yield Place(plain_passage(words, language), start, offsets, meant, bare=scalar.style is None)


def yaml_shape(text: str) -> list[tuple[str, ...]] | None:
    """The keys above each text of a YAML file, in order; None when it cannot be read."""
    if not is_shallow(text):
        return None
    try:
        return [keys for keys, _ in _scalars(yaml.compose(text, Loader=_Loader), (), set())]
    except yaml.YAMLError:
        return None


def _scalars(
    node: yaml.Node | None, keys: tuple[str, ...], seen: set[int]
) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    """Every text below `node` with the keys above it; what an alias repeats is given once."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str":
        yield keys, node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child, keys, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _scalars(child, (*keys, str(key.value)), seen)


def _unfolded(text: str, node: yaml.ScalarNode) -> tuple[str, int, list[int] | None, frozenset[int]]:
    """The words of a YAML text as they are meant, and where they stand in the file: see Place."""
    start, end = node.start_mark.index, node.end_mark.index
    if properties := _PROPERTIES.match(text, start, end):
        start = properties.end()
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = text.index("\n", start) + 1
    raw = text[start:end].rstrip()
    if node.style in ("|", ">"):
        indent = len(raw) - len(raw.lstrip())
        raw, start = raw[indent:], start + indent
    if not _FOLDED.search(raw):
        return raw, start, None, frozenset()
    characters: list[str] = []
    offsets: list[int] = []
    meant: list[int] = []
    at = 0
    for match in _FOLDED.finditer(raw):
        said = _meant(match[0], node.style)
        if said != match[0]:
            characters += raw[at : match.start()]
            offsets += range(start + at, start + match.start())
            meant += range(len(characters), len(characters) + max(len(said), 1))  # or what follows on nothing
            characters += said
            offsets += [start + match.start()] * len(said)
            at = match.end()
    offsets += range(start + at, start + len(raw))
    return "".join([*characters, *raw[at:]]), start, offsets, frozenset(meant)


def _meant(written: str, style: str | None) -> str:
    if written[0] == "\n":
        return "\n" if style == "|" else " "
    if written == "''" and style == "'":
        return "'"
    if written[0] == "\\" and style == '"':
        if written[1] == "\n":
            return ""
        return _ESCAPES.get(written[1:], chr(int(written[2:], 16)) if len(written) > 2 else written[1:])
    return written
