"""The rules of the checker as a page: why each is there, a bad example and a good one."""

from __future__ import annotations

import re
from html import escape

from sharik.localize import first
from sharik.model.rules import Family, HouseStyleWords, Rule
from sharik.render.context import Context

_UNSEEN = re.compile("⟨([^⟩]+)⟩")  # a character that cannot be seen, by name
_CHIP = r'<bdi class="unseen" dir="ltr">\1</bdi>'


def house_style(context: Context) -> str:
    """The rules that read the page's language, by family; each under its code as it stands in a message."""
    entry = context.catalog.house_style
    code, words = first(entry.words, context.catalog.reading_order(context.locale))
    families = [
        (family, [rule for rule in family.rules if code in rule.locales]) for family in entry.structure.families
    ]
    shown = [(family, rules) for family, rules in families if rules]
    links = "".join(
        f'<li><a href="#{family.id}">{context.inline(words.families[family.id], code)}</a></li>' for family, _ in shown
    )
    contents = f'<nav class="families" aria-label="{context.text("rules.families")}"><ul>{links}</ul></nav>'
    return contents + "".join(_family(family, rules, words, code, context) for family, rules in shown)


def _family(family: Family, rules: list[Rule], words: HouseStyleWords, code: str, context: Context) -> str:
    name = words.families[family.id]
    laws = "".join(_rule(rule, words, code, context) for rule in rules)
    return _heading("h2", family.id, context.inline(name, code), name, context) + laws


def _rule(rule: Rule, words: HouseStyleWords, code: str, context: Context) -> str:
    said = words.rules[rule.id]
    title = f"{context.inline(said.title, code)} <code>{rule.id}</code>"
    repair = context.text("rules.repairs" if rule.repairs else "rules.by_hand")
    facts = f"{context.text(f'rules.{rule.isolated or rule.severity}')} · {repair}"
    # As written, so that nothing is isolated: the eye must see what is wrong.
    bad = f"<samp>{_UNSEEN.sub(_CHIP, escape(said.bad))}</samp>"
    return (
        f'<section class="law">{_heading("h3", rule.id.lower(), title, said.title, context)}'
        f"<p>{context.inline(said.why, code)}</p>"
        f'<dl><div class="bad"><dt>{context.text("rules.bad")}</dt><dd>{bad}</dd></div>'
        f'<div class="good"><dt>{context.text("rules.good")}</dt><dd>{context.inline(said.good, code)}</dd></div></dl>'
        f'<p class="small soft">{facts}</p></section>'
    )


def _heading(tag: str, id: str, shown: str, name: str, context: Context) -> str:
    """A heading that can be linked, as Markdown's own are (see content.py)."""
    label = context.text("page.permalink", title=name)
    rule = ' class="rule"' if tag == "h2" else ""
    return f'<{tag}{rule} id="{id}">{shown}<a class="headerlink" href="#{id}" aria-label="{label}">#</a></{tag}>'
