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
_TERM = re.compile(rf'<a href="{TERM_PREFIX}(?P<id>[^"]+)"')
_TABLE = re.compile(r"<table>.*?</table>", re.S)
_ALIGNED = re.compile(r' style="text-align: (?P<side>left|right|center);?"')
SIDES = {"left": "", "right": ' class="end"', "center": ' class="middle"'}
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
    return _footnotes(html, context)


def link_terms(html: str) -> str:
    """`html` of a whole page with its links to the list of terms; an entry leads back to the first of its links."""
    used: set[str] = set()

    def link(match: re.Match[str]) -> str:
        id = match["id"]
        place = "" if id in used else f' id="use-{id}"'
        used.add(id)
        return f'<a class="term"{place} href="{TERM_PREFIX}{id}"'

    return _TERM.sub(link, html)


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
        # Markdown writes physical sides in style attributes; columns follow the direction of the page.
        table = _ALIGNED.sub(lambda m: SIDES[m["side"]], match[0])
        table = re.sub(r"<th[^>]*>\s*</th>", "<td></td>", table)
        table = re.sub(r"<th(?=[ >])", '<th scope="col"', table)
        head, mark, body = table.partition("<tbody>")
        body = _ROW_HEAD.sub(r'\1<th scope="row"\g<style>>\g<text></th>', body)
        name = f"{label} {digits(str(count), context.messages.locale)}"
        return f'<div class="scroll wide" tabindex="0" role="region" aria-label="{name}">{head}{mark}{body}</div>'

    return _TABLE.sub(region, html)


def _footnotes(html: str, context: Context) -> str:
    note, back = context.text("page.footnote"), context.text("page.footnote_back")
    locale = context.messages.locale
    html = _FOOTNOTE_REF.sub(
        lambda m: f'{m[1]} aria-label="{note} {digits(m[2], locale)}">{digits(m[2], locale)}</a>', html
    )
    html = _FOOTNOTE_BACK.sub(lambda m: f'{m[1]} aria-label="{back}">{icon("return")}</a>', html)
    title = context.text("page.footnotes")
    return _FOOTNOTES.sub(lambda _: f'<div class="footnote" role="doc-endnotes" aria-label="{title}">', html)
