"""The HTML of a text as nodes for Typst (paper/nodes.typ draws them): the same words and marks as on the page.

A node is a dictionary with `kind`, and `text` or `nodes`. Left-to-right runs are nodes of their own: with their
language in `lang`, as on the page, and between direction isolates, which no font needs a glyph for; `text(dir: ..)` of
Typst would only embed them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sharik.paper.html import Element, parse
from sharik.text.bidi import FSI, PDI, isolate_plain

Node = dict[str, Any]
Address = Callable[[str], str]  # what a link leads to on paper; empty for none
LRI, RLI = "\u2066", "\u2067"
_RUN = re.compile(f"({FSI}[^{PDI}]*{PDI})")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_SPACE = re.compile(r"[ \t\r\n]+")
_NOTE = re.compile(r"#fn:(.+)")
LINE = 80  # letters


def plain_nodes(text: str, *, rtl: bool) -> list[Node]:
    """A text without marks."""
    if not rtl:
        return [{"kind": "text", "text": text}] if text else []
    return [_run(piece) for piece in _RUN.split(isolate_plain(text)) if piece]


def _run(piece: str) -> Node:
    """A piece of right-to-left text; Latin words in it are English, as text.bidi.isolate says on the page."""
    is_english = piece.startswith(FSI) and _LATIN_LETTER.search(piece)
    return {"kind": "text", "text": piece} | ({"lang": "en"} if is_english else {})


def nodes(html: str, *, rtl: bool, address: Address = str, parts: Sequence[list[Node]] = ()) -> list[Node]:
    """The nodes of `html`; `parts` stand where their comments do. An element nobody foresaw counts as its text."""
    root = parse(html)
    notes = {id: item for div in root.all("div") if "footnote" in div.classes for item, id in _notes(div)}
    return _Tree(rtl, address, parts, notes).blocks(root)


def _notes(div: Element) -> Iterator[tuple[Element, str]]:
    for item in div.all("li"):
        if id := item.attributes.get("id"):
            yield item, id.removeprefix("fn:")


@dataclass(frozen=True)
class _Tree:
    rtl: bool
    address: Address
    parts: Sequence[list[Node]]
    notes: dict[str, Element]

    def blocks(self, element: Element) -> list[Node]:
        """What stands in `element`; text between blocks becomes paragraphs."""
        found: list[Node] = []
        running: list[Node] = []
        for child in element.inside:
            if isinstance(child, int):
                found += [*_paragraph(running), *self.parts[child]]
                running = []
            elif isinstance(child, Element) and child.name in _BLOCKS:
                found += [*_paragraph(running), *_BLOCKS[child.name](self, child)]
                running = []
            else:
                running += self.inline(child)
        return [*found, *_paragraph(running)]

    def running(self, element: Element) -> list[Node]:
        """What stands in an element that holds no blocks."""
        return _trimmed([node for child in element.inside for node in self.inline(child)])

    def inline(self, child: Element | str | int) -> list[Node]:
        if isinstance(child, int):
            return self.parts[child]
        if isinstance(child, str):
            return plain_nodes(_SPACE.sub(" ", child), rtl=self.rtl)
        return _INLINE.get(child.name, _same)(self, child)

    def item(self, element: Element) -> Node:
        """An item of a list; one paragraph alone is its text."""
        inside = self.blocks(element)
        return {"nodes": inside[0]["nodes"] if len(inside) == 1 and inside[0]["kind"] == "paragraph" else inside}


def _paragraph(running: list[Node]) -> list[Node]:
    inside = _trimmed(running)
    return [{"kind": "paragraph", "nodes": inside}] if inside else []


def _trimmed(inside: list[Node]) -> list[Node]:
    """Without the blanks at both ends."""
    inside = [dict(node) for node in inside]
    while inside and inside[0].get("text", "x").isspace():
        del inside[0]
    while inside and inside[-1].get("text", "x").isspace():
        del inside[-1]
    if inside and "text" in inside[0]:
        inside[0]["text"] = inside[0]["text"].lstrip()
    if inside and "text" in inside[-1]:
        inside[-1]["text"] = inside[-1]["text"].rstrip()
    return inside


def text_of(found: Sequence[Node]) -> str:
    """The words of nodes, without marks."""
    return "".join(node.get("text", "") or text_of(node.get("nodes", ())) for node in found)


# Inline elements


def _wrapped(kind: str) -> Callable[[_Tree, Element], list[Node]]:
    return lambda tree, element: [{"kind": kind, "nodes": [n for child in element.inside for n in tree.inline(child)]}]


def _same(tree: _Tree, element: Element) -> list[Node]:
    return [node for child in element.inside for node in tree.inline(child)]


def _isolate(tree: _Tree, element: Element) -> list[Node]:
    direction = element.attributes.get("dir", "ltr")
    inner = _Tree(direction == "rtl", tree.address, tree.parts, tree.notes)
    text = (RLI if direction == "rtl" else LRI) + text_of(_same(inner, element)) + PDI
    lang = element.attributes.get("lang")
    return [{"kind": "text", "text": text} | ({"lang": lang} if lang else {})]


def _code(tree: _Tree, element: Element) -> list[Node]:
    return [{"kind": "code", "text": element.text}]


def _link(tree: _Tree, element: Element) -> list[Node]:
    note = _NOTE.fullmatch(element.attributes.get("href", ""))
    if note and "footnote-ref" in element.classes:
        return _note(tree, tree.notes[note[1]])
    to = tree.address(element.attributes.get("href", ""))
    inside = _same(tree, element)
    return [{"kind": "link", "to": to, "nodes": inside}] if to and inside else inside


def _note(tree: _Tree, element: Element) -> list[Node]:
    """What a note says, without the way back."""
    back = [link for link in element.all("a") if "footnote-backref" in link.classes]
    inside: list[Node] = []
    for block in tree.blocks(_without(element, back)):
        for line in _lines(block):
            inside += [*([{"kind": "break"}] if inside else []), *line]
    return [{"kind": "note", "nodes": _trimmed(inside)}]


def _lines(block: Node) -> list[list[Node]]:
    """The lines of a block that stands where only running text can."""
    inside: list[Node] = block.get("nodes", [])
    if block["kind"] in ("list", "steps", "box", "quote"):
        return [line for item in inside for line in (_lines(item) if "kind" in item else [item["nodes"]])]
    return [inside]


def _without(element: Element, dropped: Sequence[Element]) -> Element:
    kept = [
        _without(child, dropped) if isinstance(child, Element) else child
        for child in element.inside
        if not any(child is each for each in dropped)
    ]
    return Element(element.name, element.attributes, kept)


def _break(tree: _Tree, element: Element) -> list[Node]:
    return [{"kind": "break"}]


_INLINE: dict[str, Callable[[_Tree, Element], list[Node]]] = {
    **dict.fromkeys(("span", "abbr", "sup", "sub", "u", "small", "mark", "p", "bdo"), _same),
    **dict.fromkeys(("strong", "b"), _wrapped("strong")),
    **dict.fromkeys(("em", "i", "cite", "dfn"), _wrapped("em")),
    **dict.fromkeys(("code", "kbd", "samp"), _code),
    "bdi": _isolate,
    "a": _link,
    "br": _break,
}


# Blocks


def _heading(tree: _Tree, element: Element) -> list[Node]:
    level = min(int(element.name[1]), 4)
    return [{"kind": "heading", "level": level, "nodes": tree.running(element)}]


def _list(tree: _Tree, element: Element) -> list[Node]:
    items = [tree.item(child) for child in element.inside if isinstance(child, Element) and child.name == "li"]
    if element.name == "ul":
        return [{"kind": "list", "nodes": items}]
    return [{"kind": "steps", "start": int(element.attributes.get("start", "1")), "nodes": items}]


def _terms(tree: _Tree, element: Element) -> list[Node]:
    inside: list[Node] = []
    for child in element.inside:
        if isinstance(child, Element) and child.name == "dt":
            inside.append({"name": tree.running(child), "nodes": []})
        elif isinstance(child, Element) and child.name == "dd" and inside:
            inside[-1]["nodes"] += tree.item(child)["nodes"]
    return [{"kind": "terms", "nodes": inside}]


def _table(tree: _Tree, element: Element) -> list[Node]:
    cells = [[c for c in row.inside if isinstance(c, Element) and c.name in ("th", "td")] for row in element.all("tr")]
    head, *body = [[tree.running(cell) for cell in row] for row in cells]
    return [
        {
            "kind": "table",
            "columns": len(head),
            "head": head,
            "rows": [[{"nodes": cell} for cell in row] for row in body],
            "letters": [max(map(_length, row), default=0) for row in cells],
        }
    ]


def _length(cell: Element) -> int:
    """The letters of a cell; a line break counts as a line of the widest column."""
    return len(cell.text) + LINE * len([*cell.all("br")])


def _div(tree: _Tree, element: Element) -> list[Node]:
    if "footnote" in element.classes:
        return []  # notes stand at the foot of their pages
    if "admonition" not in element.classes:
        return tree.blocks(element)
    title = next((p for p in element.all("p") if "admonition-title" in p.classes), None)
    role = next((name for name in element.classes if name != "admonition"), "note")
    inside = tree.blocks(_without(element, [title] if title else []))
    return [{"kind": "box", "role": role, "title": tree.running(title) if title else [], "nodes": inside}]


def _code_block(tree: _Tree, element: Element) -> list[Node]:
    lines = element.text.rstrip("\n").split("\n")
    found = [node for line in lines for node in ({"kind": "break"}, {"kind": "code", "text": line})]
    return [{"kind": "paragraph", "nodes": found[1:]}]


def _quote(tree: _Tree, element: Element) -> list[Node]:
    return [{"kind": "quote", "nodes": tree.blocks(element)}]


def _nothing(tree: _Tree, element: Element) -> list[Node]:
    return []


_BLOCKS: dict[str, Callable[[_Tree, Element], list[Node]]] = {
    "p": lambda tree, element: _paragraph(tree.running(element)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "dl": _terms,
    "table": _table,
    **dict.fromkeys(("div", "section", "details", "figure"), _div),
    "pre": _code_block,
    "blockquote": _quote,
    "hr": _nothing,
}
