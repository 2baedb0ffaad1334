"""A guide: sections of articles and checklists, in order, as one page of Markdown with ids of its own."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping

from sharik.anchors import part_anchors
from sharik.localize import first, localize
from sharik.markers import drop_waivers, expand, mask_code
from sharik.model.guide import Guide, Part
from sharik.pages import TERM_PREFIX, Page, resolve
from sharik.render.checklist import checklist, signatures, tools
from sharik.render.context import Context
from sharik.render.diagram import diagram
from sharik.render.ends import sources, terms
from sharik.uses import first_uses, guide_terms, page_sources, part_of_list

_HEADING = re.compile(r"^(#{2,3})([ \t]+.*?)\{\s*#([^}\s]+)\s*\}[ \t]*$", re.M)
_TARGET = re.compile(r"(?<=\]\()(?P<target>[^)\s]*)(?=[)\s])")
_NOTE = re.compile(r"^\[\^[^\]\s]+\]:.*(?:\n(?:[ \t]+.*)?)*", re.M)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


Hold = Callable[[str], str]  # takes HTML, gives what stands for it in Markdown


def guide(id: str, context: Context, hold: Hold) -> str:
    """The guide `id` as Markdown; what is HTML already goes through `hold`."""
    entry = context.catalog.guides[id]
    structure = entry.structure
    order = context.catalog.reading_order(context.locale)
    said = {p.key: first({c: w.parts.get(p.key) for c, w in entry.words.items()}, order) for p in structure.parts}
    contents = "".join(
        f'<li><a href="#{p.id}">{_title(p, context)}</a><p>{context.inline(said[p.key][1], said[p.key][0])}</p></li>'
        for p in structure.parts
    )
    title = context.text("guide.contents")
    head = f'<nav class="contents" aria-label="{title}"><h2>{title}</h2><ol>{contents}</ol></nav>'
    parts = [_PARTS[part.kind](part, structure, context, hold) for part in structure.parts]
    return "\n".join([hold(head), *parts, hold(_ends(structure, context))])


def _title(part: Part, context: Context) -> str:
    if part.kind == "checklist":
        view = localize(context.catalog, part.id, context.locale)
        return context.inline(view.title.text, view.title.locale)
    page = _article_page(part, context)
    return context.inline(page.meta.title or page.id, page.locale)


def _article_page(part: Part, context: Context) -> Page:
    page = context.catalog.page(context.locale, f"articles/{part.id}.md")
    assert page is not None  # checked before any rendering
    return page


def _checklist(part: Part, structure: Guide, context: Context, hold: Hold) -> str:
    view = part_of_list(context.catalog, part, context.locale)
    lists = [p for p in structure.parts if p.kind == "checklist"]
    items = [item for p in lists for item in part_of_list(context.catalog, p, context.locale).items]
    minutes = context.text("checklist.minutes", count=view.structure.minutes)
    uses = first_uses(context.catalog, view)
    said = context.linked(view.lead.text, view.lead.locale, uses.get("lead", ()))
    lead = f'<p class="lead">{said} <span class="soft">({minutes})</span></p>'
    # One bar serves all lists of the page; it stands where the first of them begins.
    between = tools(items, context) if part == lists[0] else ""
    body = checklist(view, context, between=between, prefix=f"{part.id}--", level=3)
    return hold(f'{_part_title(part, context)}{lead}<div class="sheet">{body}{signatures(context)}</div>')


def _article(part: Part, structure: Guide, context: Context, hold: Hold) -> str:
    page = _article_page(part, context)
    inside = {p: part_anchors(context.catalog, p, context.locale) for p in structure.parts}
    inner = dataclasses.replace(context, locale=page.locale)  # its words speak the article's language

    def place(id: str) -> str:
        here = f"{part.id}--{id}"
        return f"#{here}" if here in inside[part] else context.href(page.path, id)

    body = rebase(sections(page, part.sections), page, inside, f"{part.id}--", here=context.path)
    renderers = {
        "diagram": lambda id: hold(diagram(id, inner, prefix=f"{part.id}--", place=place)),
        "terms": lambda _: "",
        "sources": lambda _: "",
    }
    summary = "\n".join(f"- {line}" for line in page.meta.summary or ())
    text = f"{summary}\n\n{expand(body, renderers)}"
    if page.locale != context.locale:
        direction = context.catalog.locales[page.locale].direction
        text = f'<div lang="{page.locale}" dir="{direction}" markdown="1">\n\n{text}\n\n</div>'
    return f"{hold(_part_title(part, context))}\n{text}"


def _part_title(part: Part, context: Context) -> str:
    return f'<h2 class="part" id="{part.id}">{_title(part, context)}</h2>'


_PARTS: dict[str, Callable[[Part, Guide, Context, Hold], str]] = {"article": _article, "checklist": _checklist}


def sections(page: Page, wanted: Collection[str]) -> str:
    """The body of the page, or only the ## sections whose ids are wanted, with the notes of the page."""
    body = drop_waivers(page.body)
    if not wanted:
        return body
    starts = [m.start() for m in re.finditer(r"^## ", mask_code(body), re.M)]
    chunks = [body[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    kept = [_NOTE.sub("", c) for c in chunks if (m := _HEADING.match(c)) and m[3] in wanted]
    return "\n".join([*kept, *(m[0] for m in _NOTE.finditer(body))])


def rebase(body: str, page: Page, inside: Mapping[Part, set[str]], prefix: str, *, here: str = "") -> str:
    """`body` of `page` made part of a guide: headings one level down, ids, footnotes and links prefixed.

    `inside` holds the places of every part of the guide: a link to one of them stays in the guide, at `here`.
    """
    parts = {f"{part.kind}s/{part.id}.md": (part.id, places) for part, places in inside.items()}

    def target(match: re.Match[str]) -> str:
        old = match["target"]
        if old.startswith(TERM_PREFIX) or re.match(r"[a-z][a-z0-9+.-]*:", old, re.I):
            return old
        path, fragment = resolve(page, old)
        if path == here:
            return "#main"
        id, places = parts.get(path, ("", set()))
        place = f"{id}--{fragment}" if fragment else id
        return f"#{place}" if place in places else f"../{path}" + (f"#{fragment}" if fragment else "")

    body = _outside_code(_HEADING, lambda m: f"{m[1]}#{m[2]}{{#{prefix}{m[3]}}}", body)
    body = _outside_code(_FOOTNOTE, lambda m: f"[^{prefix}{m[1]}]", body)
    return _outside_code(_TARGET, target, body)


def _outside_code(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str) -> str:
    out, end = [], 0
    for masked in pattern.finditer(mask_code(text)):
        match = pattern.match(text, masked.start()) or masked  # with the code that its line may hold
        out += [text[end : match.start()], change(match)]
        end = match.end()
    return "".join([*out, text[end:]])


def _ends(structure: Guide, context: Context) -> str:
    """The terms of all parts and the sources of all articles, each once."""
    pages = [_article_page(part, context) for part in structure.parts if part.kind == "article"]
    return terms(guide_terms(context.catalog, structure, context.locale), context) + sources(
        page_sources(pages), context
    )
