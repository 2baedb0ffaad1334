"""A checklist as data for paper/parts.typ."""

from __future__ import annotations

from sharik.localize import LocalChecklist, LocalGroup, LocalItem
from sharik.paper.answers import Answer, Answers
from sharik.paper.frame import Data, text
from sharik.paper.notes import note_data
from sharik.paper.sheet import Variant
from sharik.paper.tree import plain_nodes
from sharik.render.context import Context
from sharik.text.bidi import RTL

MODES = {"do-confirm": "paper.mode_do_confirm", "read-do": "paper.mode_read_do"}


def checklist_part(view: LocalChecklist, variant: Variant, context: Context, answers: Answers) -> Data:
    """The list with the words of its language; items that have none yet are counted, never mixed in."""

    def said(text: str) -> list[Data]:
        return plain_nodes(text, rtl=view.locale in RTL)

    business = note_data(answers.business, answers.business, "", rtl=view.locale in RTL)
    groups = [_group(group, view, variant, context, answers) for group in view.groups]
    lacking = len(lacking_items(view))
    return {
        "kind": "checklist",
        "id": view.structure.id,
        "title": said(view.title.text),
        "lead": said(view.lead.text),
        "mode": text(context, MODES[view.structure.mode]),
        "pause": {"title": said(view.pause_title.text), "text": said(view.pause_text.text)},
        "groups": [group for group in groups if group["items"]],
        "filled": {"business": business} if answers.business else {},
        "missing": text(context, "paper.missing", count=lacking) if lacking else None,
    }


def lacking_items(view: LocalChecklist) -> list[LocalItem]:
    """The items that have no words yet in the language of the list."""
    return [item for item in view.items if item.locale != view.locale]


def _group(group: LocalGroup, view: LocalChecklist, variant: Variant, context: Context, answers: Answers) -> Data:
    wanted = [item for item in group.items if item.locale == view.locale and item.part in (variant.side, "shared")]
    items = wanted if variant.side else [item for item in group.items if item.locale == view.locale]
    title = plain_nodes(group.title.text, rtl=view.locale in RTL) if group.title.locale == view.locale else []
    return {"title": title, "items": [_item(item, context, answers) for item in items]}


def _item(item: LocalItem, context: Context, answers: Answers) -> Data:
    words, structure, rtl = item.words, item.item, item.locale in RTL
    roles = context.catalog.vocab.roles
    # Who answers for it, then who helps; those who are asked or told are in the data, not on the sheet.
    who = [structure.accountable, *(role for role, letter in structure.raci.items() if letter == "R")]
    kind = structure.evidence.kind if structure.evidence else "none"
    answer = answers.items.get(item.key, Answer("open"))
    noted = text(context, "checklist.noted")
    counts = {"checklist.minutes": structure.effort, "checklist.lead_days": structure.lead_days}
    return {
        "key": item.key,
        "plain": words.text,
        "text": plain_nodes(words.text, rtl=rtl),
        "done_when": plain_nodes(words.done_when or "", rtl=rtl),
        "why": plain_nodes(words.why or "", rtl=rtl),
        "who": [roles[role].name[item.locale] for role in who],
        "side": item.part,
        "facts": [text(context, key, count=count) for key, count in counts.items() if count],
        "must": structure.weight == "must",
        "evidence": None if kind == "none" else text(context, f"paper.evidence.{kind}"),
        "state": answer.state,
        "note": note_data(answer.note, answer.shown or answer.note, noted, rtl=rtl) if answer.note else None,
    }
