"""Reads the whole of data/ and docs/ into a Catalog, with every problem on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from sharik.catalog import Catalog, Entry
from sharik.messages import read_messages
from sharik.model.checklist import Checklist, ChecklistWords
from sharik.model.diagram import DIAGRAM, Diagram, DiagramWords
from sharik.model.glossary import Glossary, GlossaryWords
from sharik.model.guide import Guide, GuideWords
from sharik.model.page import Site
from sharik.model.rules import HouseStyle, HouseStyleWords
from sharik.model.search import SearchRules, SearchWords
from sharik.model.validate import validate, validate_as
from sharik.model.vocab import Vocab
from sharik.pages import Page, read_page
from sharik.problems import ContentError, Report
from sharik.source import Document, read_yaml

S = TypeVar("S")
W = TypeVar("W", bound=BaseModel)
M = TypeVar("M", bound=BaseModel)


def load(root: Path, report: Report) -> Catalog:
    """The catalog of the repository at `root`; what is wrong goes into `report`.

    Raises ContentError when vocabulary, site map, glossary, house style, search rules or interface texts cannot be
    used at all.
    """
    vocab = _one(Vocab, root, "data/vocab.yml", report)
    site_document = read_yaml(root, "data/site.yml", report)
    site = validate(Site, site_document, report) if site_document else None
    if vocab is None or site is None or site_document is None:
        raise ContentError(report.errors)
    paths = {code: f"data/messages/{code}.yml" for code in vocab.locales}
    documents = {code: read_yaml(root, path, report) for code, path in paths.items()}
    read = {code: document for code, document in documents.items() if document}
    messages = read_messages(read, vocab.locales, report)
    glossary = _entry("glossary/terms.yml", Glossary, GlossaryWords, root, vocab, report)
    house_style = _entry("house-style/rules.yml", HouseStyle, HouseStyleWords, root, vocab, report)
    search = _entry("search/rules.yml", SearchRules, SearchWords, root, vocab, report)
    if (
        not glossary
        or not house_style
        or not search
        or len(read) < len(documents)
        or not all(found.texts for found in messages.values())
    ):
        raise ContentError(report.errors)
    checklists = _folder("checklists", _model(Checklist), ChecklistWords, root, vocab, report)
    diagrams: dict[str, Entry[Diagram, DiagramWords]] = _folder("diagrams", _diagram, DiagramWords, root, vocab, report)
    guides = _folder("guides", _model(Guide), GuideWords, root, vocab, report)
    pages = _pages(root, vocab, report)
    usable = {f"checklists/{id}" for id in checklists} | {f"diagrams/{id}" for id in diagrams}
    usable |= {f"guides/{id}" for id in guides} | {page.source for page in pages.values()}
    return Catalog(
        vocab=vocab,
        site=site,
        site_document=site_document,
        messages=messages,
        checklists=checklists,
        diagrams=diagrams,
        guides=guides,
        glossary=glossary,
        house_style=house_style,
        search=search,
        pages=pages,
        renames=_renames(root, report),
        unreadable=frozenset(_present(root, vocab) - usable),
    )


def _present(root: Path, vocab: Vocab) -> set[str]:
    """Everything there is a folder or a page for, whatever is in it."""
    kinds = ("checklists", "diagrams", "guides")
    folders = [folder for kind in kinds for folder in (root / "data" / kind).glob("*") if folder.is_dir()]
    pages = {f"docs/{code}/{path}" for code in vocab.locales for path in _page_paths(root, code)}
    return pages | {f"{folder.parent.name}/{folder.name}" for folder in folders}


def _page_paths(root: Path, code: str) -> list[str]:
    folder = root / "docs" / code
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md") if file.is_file())


def _one(model: type[W], root: Path, path: str, report: Report) -> W | None:
    document = read_yaml(root, path, report)
    return validate(model, document, report) if document else None


def _model(model: type[W]) -> Callable[[Document, Report], W | None]:
    return lambda document, report: validate(model, document, report)


def _diagram(document: Document, report: Report) -> Diagram | None:
    return validate_as(DIAGRAM, document, report)


def _folder(
    kind: str,
    read: Callable[[Document, Report], S | None],
    words: type[W],
    root: Path,
    vocab: Vocab,
    report: Report,
) -> dict[str, Entry[S, W]]:
    """Every data/<kind>/<id>/ by id."""
    found: dict[str, Entry[S, W]] = {}
    for folder in sorted(p for p in (root / "data" / kind).glob("*") if p.is_dir()):
        base = f"data/{kind}/{folder.name}"
        document = read_yaml(root, f"{base}/{kind.removesuffix('s')}.yml", report)
        structure = read(document, report) if document else None
        worded, documents = _words(words, base, root, vocab, report)
        if document is None or structure is None:
            continue
        if document.value["id"] != folder.name:
            hint = f"Write 'id: {folder.name}', or rename the folder."
            message = f"the id '{document.value['id']}' is not the name of the folder"
            report.error(document.path, document.line("id"), "id-mismatch", message, hint)
        found[folder.name] = Entry(structure, worded, document, documents)
    return found


def _words(
    model: type[W], base: str, root: Path, vocab: Vocab, report: Report
) -> tuple[Mapping[str, W], Mapping[str, Document]]:
    documents: dict[str, Document] = {}
    words: dict[str, W] = {}
    for code in vocab.locales:
        path = f"{base}/{code}.yml"
        document = read_yaml(root, path, report) if (root / path).exists() else None
        value = validate(model, document, report) if document else None
        if document is not None and value is not None:
            documents[code], words[code] = document, value
    return words, documents


def _entry(path: str, model: type[M], words: type[W], root: Path, vocab: Vocab, report: Report) -> Entry[M, W] | None:
    """What there is one of, with its words beside it; None when it cannot be used."""
    document = read_yaml(root, f"data/{path}", report)
    structure = validate(model, document, report) if document else None
    worded, documents = _words(words, f"data/{path.partition('/')[0]}", root, vocab, report)
    return Entry(structure, worded, document, documents) if document and structure else None


def _pages(root: Path, vocab: Vocab, report: Report) -> dict[tuple[str, str], Page]:
    found: dict[tuple[str, str], Page] = {}
    for code in vocab.locales:
        for path in _page_paths(root, code):
            page = read_page(root, code, path, report)
            if page:
                found[code, path] = page
    return found


def _renames(root: Path, report: Report) -> dict[str, str]:
    document = read_yaml(root, "data/renames.yml", report)
    value = document.value if document else {}
    if value is None:  # comments only
        return {}
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        message, hint = "this is not a list of 'old: new' lines", "One line for each id."
        report.error("data/renames.yml", 1, "invalid-value", message, hint)
        return {}
    return dict(value)
