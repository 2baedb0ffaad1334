"""A checklist as HTML: real checkboxes in labels, readable, tickable and printable without a script."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape

from sharik.locales import number
from sharik.localize import LocalChecklist, LocalGroup, LocalItem
from sharik.render.context import Context
from sharik.render.icons import PAUSE, ROLE, icon
from sharik.uses import Uses, first_uses

PARTS = ("all", "owner", "agency", "shared")
WEIGHTS = ("all", "must")
NOTE = 500  # characters, as in state.js


def checklist(view: LocalChecklist, context: Context, *, between: str = "", prefix: str = "", level: int = 2) -> str:
    """The pause point, what stands `between`, and the list; ids start with `prefix`, group headings are of `level`."""
    structure = view.structure
    script = escape(json.dumps(context.messages.group("checklist.script"), ensure_ascii=False), quote=True)
    renames = escape(json.dumps(_renames(view, context)), quote=True)
    uses = first_uses(context.catalog, view)
    groups = "".join(_group(group, context, prefix, level, uses) for group in view.groups)
    total = len(view.items)
    begun = context.text("checklist.script.progress", count=total, done=0, total=total)
    return (
        f"{_pause(view, context, prefix, uses)}{between}"
        f'<form class="items" data-checklist="{structure.id}" data-messages="{script}" data-renames="{renames}" '
        f'data-digits="{context.messages.locale.digits}" autocomplete="off">'
        f'<p class="progress" data-needs-js><progress max="{total}" value="0" '
        f'aria-label="{context.text("checklist.progress")}"></progress><output role="status">{begun}</output></p>'
        f"{groups}</form>"
    )


def _renames(view: LocalChecklist, context: Context) -> dict[str, str]:
    """Old item keys that lead to this list, for ticks saved under them."""
    start = view.structure.id + "."
    every = context.catalog.renames.items()
    return {old: new for old, new in every if old.startswith(start) or new.startswith(start)}


def _pause(view: LocalChecklist, context: Context, prefix: str, uses: Uses) -> str:
    id = f"{prefix}pause"
    stop = context.text("checklist.stop")
    title = context.inline(view.pause_title.text, view.pause_title.locale)
    text = context.linked(view.pause_text.text, view.pause_text.locale, uses.get("pause", ()))
    return (
        f'<section class="pause" aria-labelledby="{id}">{PAUSE}'
        f'<strong id="{id}">{stop} {title}</strong><p>{text}</p></section>'
    )


def _group(group: LocalGroup, context: Context, prefix: str, level: int, uses: Uses) -> str:
    id = prefix + group.group.id
    count = context.text("checklist.items", count=len(group.items))
    items = "".join(_item(item, context, prefix, uses) for item in group.items)
    return (
        f'<section class="group rule" aria-labelledby="{id}"><h{level} class="group__title" id="{id}">'
        f"{context.inline(group.title.text, group.title.locale)} <small>{count}</small></h{level}>"
        f'<ul role="list">{items}</ul></section>'
    )


def _item(item: LocalItem, context: Context, prefix: str, uses: Uses) -> str:
    structure, words = item.item, item.words
    id = prefix + structure.id
    weight = " item--must" if structure.weight == "must" else ""
    described = f' aria-describedby="w-{id}"' if words.done_when else ""
    return (
        f'<li class="item{weight}" id="{id}" data-key="{item.key}" data-rev="{structure.rev}" '
        f'data-role="{item.part}" data-weight="{structure.weight}">'
        f'<input class="tick" type="checkbox" id="t-{id}" name="{item.key}"{described}>'
        f'<label class="item__text" id="l-{id}" for="t-{id}">{_said("text", item, context, uses)}</label>'
        f"{_when(item, context, id, uses)}"
        f'<div class="item__meta">{_facts(item, context)}{_why(item, context, uses)}{_note(id, context)}'
        f'<span class="item__changed" hidden>{context.text("checklist.changed")}</span>'
        f"{_untranslated(item, context)}"
        f'<a class="item__link" href="#{id}" aria-label="{context.text("checklist.permalink")}" '
        f'aria-describedby="l-{id}">#</a>'
        f'<label class="na"><input type="checkbox" name="{item.key}-na" aria-describedby="l-{id}">'
        f"<span>{context.text('checklist.not_for_me')}</span></label></div>"
        f'<p class="item__note" hidden><b>{context.text("checklist.noted")}</b> <bdi></bdi></p></li>'
    )


def _said(kind: str, item: LocalItem, context: Context, uses: Uses) -> str:
    """One of the texts of an item, or nothing; the first use of a term in the list is a link."""
    return context.linked(getattr(item.words, kind) or "", item.locale, uses.get(f"{item.item.id}.{kind}", ()))


def _when(item: LocalItem, context: Context, id: str, uses: Uses) -> str:
    """The done-when line; its label speaks the language of the text, not of the page."""
    if not item.words.done_when:
        return ""
    label = context.inline(context.catalog.messages[item.locale].text("checklist.done_when"), item.locale)
    return f'<p class="item__when" id="w-{id}"><b>{label}</b> {_said("done_when", item, context, uses)}</p>'


def _facts(item: LocalItem, context: Context) -> str:
    structure, vocab = item.item, context.catalog.vocab
    # Who answers for it, then who helps; those who are asked or told are in the data, not on the page.
    who = [structure.accountable, *(role for role, letter in structure.raci.items() if letter == "R")]
    names = " + ".join(vocab.roles[role].name[context.locale] for role in who)
    facts = [f'<span class="role">{ROLE}{escape(names)}</span>']
    if structure.effort:
        facts.append(f"<span>{context.text('checklist.minutes', count=structure.effort)}</span>")
    if structure.lead_days:
        facts.append(f"<span>{context.text('checklist.lead_days', count=structure.lead_days)}</span>")
    if structure.weight == "must":
        facts.append(f'<span class="must">{escape(vocab.weights["must"].name[context.locale])}</span>')
    return "".join(facts)


def _why(item: LocalItem, context: Context, uses: Uses) -> str:
    """The reason on demand, with the articles that say more."""
    why = _said("why", item, context, uses) if item.words.why else ""
    links = [_article(target, context) for target in item.item.articles]
    more = f" {context.text('checklist.read')} {context.text('list.comma').join(links)}" if links else ""
    if not why and not more:
        return ""
    return f'<details class="why"><summary>{context.text("checklist.why")}</summary><p>{why}{more}</p></details>'


def _note(id: str, context: Context) -> str:
    """Where the reader writes; it has no name, so that no form ever sends it."""
    return (
        f'<details class="note" data-needs-js><summary aria-describedby="l-{id}">{context.text("checklist.note")}'
        f'</summary><label for="n-{id}">{context.text("checklist.note_label")}</label>'
        f'<textarea id="n-{id}" rows="2" maxlength="{NOTE}" aria-describedby="l-{id}"></textarea></details>'
    )


def _article(target: str, context: Context) -> str:
    id, _, place = target.partition("#")
    page = context.catalog.page(context.served, f"articles/{id}.md")
    title = page.meta.title if page and page.meta.title else id
    locale = page.locale if page else context.locale
    return f'<a href="{context.href(f"articles/{id}.md", place)}">{context.inline(title, locale)}</a>'


def _untranslated(item: LocalItem, context: Context) -> str:
    if item.locale == context.locale:
        return ""
    path = context.catalog.checklists[item.key.partition(".")[0]].word_path(context.locale)
    known = context.locale in context.catalog.checklists[item.key.partition(".")[0]].words
    url = context.publication.edit_url(path, exists=known)
    add = context.text("checklist.add_words")
    offer = f'<a href="{escape(url)}">{add}</a>' if url else f"{add} <code>{path}</code>"
    return f'<span class="untranslated">{context.text("checklist.untranslated")} {offer}</span>'


def signatures(context: Context) -> str:
    """Two lines to sign on, on paper only."""
    both = "".join(f"<span>{context.text(f'sheet.{side}_signature')}</span>" for side in ("owner", "agency"))
    return f'<div class="sheet-only sheet-head sheet-signs">{both}</div>'


def tools(items: Sequence[LocalItem], context: Context) -> str:
    """The bar of a page's lists: filters, print, workspaces, backup. Only a script can serve it."""
    parts = {part: sum(item.part in (part, "shared") or part == "all" for item in items) for part in PARTS}
    weights = {weight: sum(item.item.weight == weight or weight == "all" for item in items) for weight in WEIGHTS}
    return (
        f'<div class="bar" data-needs-js>{_choice(context, "part", parts)}{_choice(context, "weight", weights)}'
        f'<label class="toggle"><input type="checkbox" id="when" checked autocomplete="off">'
        f"{context.text('checklist.short')}</label>"
        f'<p class="acts">{_button(context, "print", icon("print"))}{_button(context, "reset")}'
        f"{_button(context, 'undo', hidden=True)}</p>"
        f'<details class="more"><summary>{context.text("checklist.more")}</summary>'
        f'<p class="field"><label for="ws">{context.text("checklist.workspace")}</label><select id="ws"></select></p>'
        f'<p class="acts">{"".join(_button(context, act) for act in ("ws-add", "ws-rename", "ws-delete"))}</p>'
        f'<p class="acts">{_button(context, "export", icon("download"))}'
        f'<label class="btn">{context.text("checklist.act.import")}'
        f'<input class="vh" type="file" data-act="import" accept="application/json,.json"></label></p></details>'
        f'<p class="status" role="status"></p></div>'
    )


def _choice(context: Context, name: str, counts: Mapping[str, int]) -> str:
    radios = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"{" checked" if value == "all" else ""}>'
        f"{context.text(f'checklist.{name}.{value}')} <small>{number(count, context.messages.locale)}</small></label>"
        for value, count in counts.items()
    )
    return f'<fieldset class="seg"><legend>{context.text(f"checklist.{name}.title")}</legend>{radios}</fieldset>'


def _button(context: Context, act: str, sign: str = "", *, hidden: bool = False) -> str:
    text = context.text(f"checklist.act.{act.replace('-', '_')}")
    return f'<button class="btn" type="button" data-act="{act}"{" hidden" if hidden else ""}>{sign}{text}</button>'
