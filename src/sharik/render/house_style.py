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
    title = context.inline(words.families[family.id], code)
    return f'<h2 class="rule" id="{family.id}">{title}</h2>' + "".join(
        _rule(rule, words, code, context) for rule in rules
    )


def _rule(rule: Rule, words: HouseStyleWords, code: str, context: Context) -> str:
    said = words.rules[rule.id]
    repair = context.text("rules.repairs" if rule.repairs else "rules.by_hand")
    facts = f"{context.text(f'rules.{rule.severity}')} · {repair}"
    # As written, so that nothing is isolated: the eye must see what is wrong.
    bad = f"<samp>{_UNSEEN.sub(_CHIP, escape(said.bad))}</samp>"
    return (
        f'<section class="law" id="{rule.id.lower()}">'
        f"<h3>{context.inline(said.title, code)} <code>{rule.id}</code></h3>"
        f"<p>{context.inline(said.why, code)}</p>"
        f'<dl><div class="bad"><dt>{context.text("rules.bad")}</dt><dd>{bad}</dd></div>'
        f'<div class="good"><dt>{context.text("rules.good")}</dt><dd>{context.inline(said.good, code)}</dd></div></dl>'
        f'<p class="small soft">{facts}</p></section>'
    )
