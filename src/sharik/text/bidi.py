"""Keeps left-to-right runs whole inside right-to-left text (W3C: tightly wrap every opposite-direction phrase).

In markup a run becomes `<bdi>`; in a `<title>` or an attribute, where markup cannot stand, FSI … PDI.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

FSI, PDI = "\u2068", "\u2069"
RTL = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})  # languages written from right to left (CLDR)

# Invisible characters that change the direction of what follows; nobody needs to type them here.
CONTROLS = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_AMP = "&amp;"
_URL = rf"(?:https?://|www\.)(?:[\w{_DIGIT}.+#/@:%=?~,;()!*-]|{_AMP})+"
_WORD = rf"(?:[\w.+#'’/@:%=?~-]|{_AMP})*"
# An ASCII comma or colon between Latin words is part of a Latin phrase; a list in the other script has its own comma.
_JOIN = rf"(?:[,;:]?[ \u00a0]+|[,;])(?:(?:{_AMP}|[-–/+])[ \u00a0]+)?"
_FIRST = rf"[@#.$€£~]?(?:\d+(?:[.,]\d+)*-?)?[A-Za-z]{_WORD}"
_LATIN = rf"{_FIRST}(?:{_JOIN}[A-Za-z0-9]{_WORD})*(?:[ \u00a0]\([A-Za-z0-9 .,–-]+\))?"
_PHONE = rf"\+[{_DIGIT}][{_DIGIT} \u00a0()-]{{5,}}[{_DIGIT}]"
_SIGNED = rf"(?<![\w{_DIGIT}])[-−+±](?=[{_DIGIT}])[{_DIGIT}.,٫٬]*[{_DIGIT}][%٪]?"
_ENTITY = r"&(?:\w+|#\d+|#[xX][0-9a-fA-F]+);"
# A bare number stays as it is; it is matched whole, so that a long one is not tried again from each of its digits.
_AS_IS = rf"{_ENTITY}|\d+(?:[.,]\d+)*"
_RUN = re.compile(f"{_URL}|(?P<number>{_PHONE}|{_SIGNED})|{_LATIN}|(?P<as_is>{_AS_IS})", re.A)
_TRAILING = re.compile(r"(?:[.:?/'’!,-]|(?<!&amp);)+$")

_TOKEN = re.compile(r"(<!--.*?-->|<[^>]*>)", re.S)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)")
_LANG = re.compile(r"\slang=[\"']?(?P<lang>\w+)")
_DIR = re.compile(r"\sdir=[\"']?(?P<dir>rtl|ltr)")
_SPOKEN = re.compile(r"(?P<name>\s(?:alt|title|aria-label|placeholder)=)\"(?P<value>[^\"]*)\"")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_OPAQUE = {"bdi", "bdo", "code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"}


@dataclass(frozen=True)
class _Element:
    name: str
    rtl: bool
    opaque: bool


def isolate(html: str, *, rtl: bool = False) -> str:
    """`html` with the left-to-right runs of its right-to-left parts isolated. Runs once a page: done again,
    only what stood glued to such a run (-5-5) would change.

    `rtl` is the direction outside the outermost element; `dir` and `lang` inside `html` are followed.
    """
    open_elements = [_Element("", rtl, opaque=False)]
    out: list[str] = []
    for token in _TOKEN.split(html):
        here = open_elements[-1]
        tag = _TAG.match(token) if token.startswith("<") else None
        if tag:
            token = _enter(token, tag, open_elements)
        elif here.rtl and not here.opaque and not token.startswith("<"):
            token = isolate_plain(token) if here.name == "title" else _wrap(token)
        out.append(token)
    return "".join(out)


def _enter(token: str, tag: re.Match[str], open_elements: list[_Element]) -> str:
    """Keeps the stack of open elements; returns the tag with its spoken attributes isolated."""
    name = tag["name"].lower()
    if tag["close"]:
        at = max((i for i, element in enumerate(open_elements) if element.name == name), default=0)
        del open_elements[at or len(open_elements) :]
        return token
    above = open_elements[-1]
    direction, language = _DIR.search(token), _LANG.search(token)
    rtl = above.rtl
    if direction:
        rtl = direction["dir"] == "rtl"
    elif language:
        rtl = language["lang"] in RTL
    if name not in _VOID and not token.endswith("/>"):
        open_elements.append(_Element(name, rtl, above.opaque or name in _OPAQUE))
    return _SPOKEN.sub(lambda m: f'{m["name"]}"{isolate_plain(m["value"])}"', token) if rtl else token


def isolate_plain(text: str) -> str:
    """`text` (HTML-escaped or plain) with its left-to-right runs between FSI and PDI."""
    if FSI in text:
        return text
    return _RUN.sub(lambda match: _split(match, FSI, FSI, PDI), text)


def _wrap(text: str) -> str:
    return _RUN.sub(lambda match: _split(match, '<bdi lang="en" dir="ltr">', '<bdi dir="ltr">', "</bdi>"), text)


def _split(match: re.Match[str], word: str, number: str, end: str) -> str:
    if match["as_is"]:
        return match[0]
    trailing = _TRAILING.search(match[0])
    kept = match[0][: trailing.start()] if trailing else match[0]
    if not kept:
        return match[0]
    return (number if match["number"] else word) + kept + end + match[0][len(kept) :]


def inline(text: str, locale: str, page_locale: str) -> str:
    """`text` escaped for HTML; marked with its own language and direction when the page has another."""
    return apart(escape(text, quote=True), locale, page_locale)


def apart(html: str, locale: str, page_locale: str) -> str:
    """`html` of running text, marked with its own language and direction when the page has another."""
    if locale == page_locale:
        return html
    return f'<bdi lang="{locale}" dir="{"rtl" if locale in RTL else "ltr"}">{html}</bdi>'
