"""The whole data of a sheet: its frame, its parts, their terms and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sharik.catalog import Catalog
from sharik.localize import localize
from sharik.model.guide import Part
from sharik.pages import Page
from sharik.paper.answers import Answers
from sharik.paper.article import article_part
from sharik.paper.checklist import checklist_part
from sharik.paper.frame import Data, frame, sign, source_node, term_list, text
from sharik.paper.sheet import Sheet
from sharik.paper.tree import Node
from sharik.render.context import Context
from sharik.render.facts import facts, written_page
from sharik.urls import Publication
from sharik.uses import guide_terms, list_terms, page_sources, page_terms, part_of_list


def sheet_data(sheet: Sheet, catalog: Catalog, publication: Publication, answers: Answers) -> tuple[Data, date]:
    """What the template of `sheet` is given, and the day of its last review. KeyError when it does not exist."""
    context = Context(catalog, publication, sheet.locale, sheet.page, sheet.locale)
    return _KINDS[sheet.kind](sheet, context, answers)


def _checklist(sheet: Sheet, context: Context, answers: Answers) -> tuple[Data, date]:
    view = localize(context.catalog, sheet.id, sheet.locale)
    part = checklist_part(view, sheet.variant, context, answers)
    terms = list_terms(context.catalog, view) if sheet.variant.depth == "full" else []
    return _composed(sheet, context, view.title.text, view.structure.reviewed, [part], terms, [])


def _article(sheet: Sheet, context: Context, answers: Answers) -> tuple[Data, date]:
    page = context.catalog.pages[sheet.locale, sheet.page]
    known = facts(context.catalog, page)
    terms = page_terms(context.catalog, page)
    part = article_part(page, context)
    return _composed(sheet, context, known.title, known.reviewed, [part], terms, _sources([page], context))


def _guide(sheet: Sheet, context: Context, answers: Answers) -> tuple[Data, date]:
    structure = context.catalog.guides[sheet.id].structure
    page = context.catalog.pages[sheet.locale, sheet.page]
    known = facts(context.catalog, page)
    written = [part for part in structure.parts if written_page(context.catalog, sheet.locale, part.page)]
    parts = [_part(part, sheet, context, answers) for part in written]
    articles = [context.catalog.pages[sheet.locale, part.page] for part in written if part.kind == "article"]
    terms = guide_terms(context.catalog, structure, sheet.locale)
    sources = _sources(articles, context)
    lacking = len(structure.parts) - len(written)
    return _composed(
        sheet, context, known.title, known.reviewed, parts, terms, sources, lead=known.lead, lacking=lacking
    )


def _part(part: Part, sheet: Sheet, context: Context, answers: Answers) -> Data:
    if part.kind == "checklist":
        return checklist_part(part_of_list(context.catalog, part, sheet.locale), sheet.variant, context, answers)
    return article_part(context.catalog.pages[sheet.locale, part.page], context, part.sections)


def _book(sheet: Sheet, context: Context, answers: Answers) -> tuple[Data, date]:
    """Every article and checklist of the language, in reading order; of a workshop's articles the sixty seconds."""
    catalog = context.catalog
    every = [
        p for path in catalog.paths if (p := catalog.page(sheet.locale, path)) and p.kind in ("article", "checklist")
    ]
    wanted = [page for page in every if written_page(catalog, sheet.locale, page.path) is page]
    parts = [
        article_part(page, context)
        if page.kind == "article"
        else checklist_part(localize(catalog, page.id, sheet.locale), sheet.variant, context, answers)
        for page in wanted
    ]
    if sheet.id == "workshop":
        parts = [_for_workshop(part) for part in parts]
    terms = dict.fromkeys(term for page in wanted for term in page_terms(catalog, page))
    reviewed = max(facts(catalog, page).reviewed for page in wanted)
    sources = _sources([page for page in wanted if page.kind == "article"], context)
    key = f"paper.{sheet.id.replace('-', '_')}"
    title, lead = context.messages.text(key), context.messages.text(f"{key}_lead")
    lacking = len(every) - len(wanted)
    return _composed(sheet, context, title, reviewed, parts, list(terms), sources, lead=lead, lacking=lacking)


def _for_workshop(part: Data) -> Data:
    """An article as a group needs it: the sixty seconds, the drawings, room for notes."""
    if part["kind"] != "article":
        return part
    return part | {"kind": "handout", "body": [node for node in part["body"] if node["kind"] == "figure"]}


def _composed(
    sheet: Sheet,
    context: Context,
    title: str,
    reviewed: date,
    parts: list[Data],
    terms: Iterable[str],
    sources: list[list[Node]],
    *,
    lead: str = "",
    lacking: int = 0,
) -> tuple[Data, date]:
    """`lacking`: parts that have no words yet in the language of the sheet, which says so."""
    data = frame(sheet, context, title=title, lead=lead, reviewed=reviewed)
    data["missing"] = text(context, "paper.parts_missing", count=lacking) if lacking else None
    data |= {"parts": parts, "terms": term_list(terms, context), "sources": sources, "long": len(parts) > 5}
    return sign(data, context), reviewed


def _sources(pages: Iterable[Page], context: Context) -> list[list[Node]]:
    return [source_node(source, context) for source in page_sources(pages)]


_KINDS: Mapping[str, Callable[[Sheet, Context, Answers], tuple[Data, date]]] = {
    "checklists": _checklist,
    "articles": _article,
    "guides": _guide,
    "books": _book,
}
