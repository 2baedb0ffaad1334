"""Finishes what Markdown makes of a body: section heads, blocks, tables and notes as the style sheet knows them."""

from __future__ import annotations

import re
from html import unescape

from sharik.locales import digits
from sharik.pages import TERM_PREFIX
from sharik.render.context import Context
from sharik.render.icons import icon

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<text>.*?)</h(?P=level)>', re.S)
_BLOCK = re.compile(r'<div class="admonition (?P<kind>[\w-]+)">\n<p class="admonition-title">(?P<title>.*?)</p>', re.S)
_TABLE = re.compile(r"<table>.*?</table>", re.S)
_ROW_HEAD = re.compile(r"(<tr>\s*)<td(?P<style>[^>]*)>(?P<text>.*?)</td>", re.S)
_FOOTNOTE_REF = re.compile(r'(<a class="footnote-ref" href="#[^"]+")>(\d+)</a>')
_FOOTNOTE_BACK = re.compile(r'(<a class="footnote-backref" href="#[^"]+") title="[^"]*">[^<]*</a>')
_FOOTNOTES = re.compile(r'<div class="footnote">\s*<hr ?/?>')
_TAGS = re.compile(r"<[^>]+>")
_BLOCK_ICONS = {"stop": "info", "try": "pen", "case": "book", "note": "info"}


def finish(html: str, context: Context) -> str:
    """`html` of a body, with everything the page's components ask for."""
    html = _HEADING.sub(lambda m: _heading(m, context), html)
    html = _BLOCK.sub(_block, html)
    html = _table_regions(html, context)
    html = html.replace(f'<a href="{TERM_PREFIX}', f'<a class="term" href="{TERM_PREFIX}')
    return _footnotes(html, context)


def _heading(match: re.Match[str], context: Context) -> str:
    level, id, text = match["level"], match["id"], match["text"]
    label = context.text("page.permalink", title=unescape(_TAGS.sub("", text)))
    rule = ' class="rule"' if level == "2" else ""
    return f'<h{level}{rule} id="{id}">{text}<a class="headerlink" href="#{id}" aria-label="{label}">#</a></h{level}>'


def _block(match: re.Match[str]) -> str:
    kind = match["kind"]
    sign = icon(_BLOCK_ICONS.get(kind, "info"))
    return f'<div class="admonition {kind}">\n<p class="admonition-title">{sign} <span>{match["title"]}</span></p>'


def _table_regions(html: str, context: Context) -> str:
    """Wide tables scroll in a named region that the keyboard reaches; heads say what they head."""
    label, count = context.text("page.table"), 0

    def region(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        table = re.sub(r"<th(?P<style>[^>]*)>\s*</th>", "<td></td>", match[0])
        table = table.replace("<th>", '<th scope="col">').replace("<th style", '<th scope="col" style')
        head, mark, body = table.partition("<tbody>")
        body = _ROW_HEAD.sub(r'\1<th scope="row"\g<style>>\g<text></th>', body)
        name = f"{label} {digits(str(count), context.messages.locale)}"
        return f'<div class="scroll wide" tabindex="0" role="region" aria-label="{name}">{head}{mark}{body}</div>'

    html = _TABLE.sub(region, html)
    # Markdown writes physical sides; a table's columns follow the direction of the page.
    return html.replace("text-align: right", "text-align: end").replace("text-align: left", "text-align: start")


def _footnotes(html: str, context: Context) -> str:
    note, back = context.text("page.footnote"), context.text("page.footnote_back")
    locale = context.messages.locale
    html = _FOOTNOTE_REF.sub(
        lambda m: f'{m[1]} aria-label="{note} {digits(m[2], locale)}">{digits(m[2], locale)}</a>', html
    )
    html = _FOOTNOTE_BACK.sub(rf'\1 aria-label="{back}">{icon("return")}</a>', html)
    title = context.text("page.footnotes")
    return _FOOTNOTES.sub(f'<div class="footnote" role="doc-endnotes" aria-label="{title}">', html)
