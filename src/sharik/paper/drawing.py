"""A diagram on paper: the shapes of the page in ink, and its words as text beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sharik.model.diagram import Causes, Flow, Journey, Roles
from sharik.paper.tree import Node, plain_nodes
from sharik.render.context import Context
from sharik.render.diagram import beam_shape, causes_shape, journey_shape, panel_shape
from sharik.text.bidi import RTL

Say = Callable[[str], list[Node]]
Part = dict[str, Any]

SVG = "http://www.w3.org/2000/svg"
# What the style sheet of the page says of the shapes.
STYLE = (
    "path{fill:none;stroke:#1b1a22;stroke-width:2.5;stroke-linecap:round}"
    "path.off{stroke:#807a75;stroke-dasharray:1 6}path.lane{stroke:#807a75;stroke-width:1}path.on{stroke:#26408f}"
    "circle{fill:#fff;stroke:#1b1a22;stroke-width:2.5}circle.on,circle.online{fill:#26408f;stroke:#26408f}"
    "rect{fill:#1b1a22}rect.b,rect.during{fill:#fff;stroke:#26408f;stroke-width:2.5}"  # told apart in grey, too
)


def drawing(id: str, context: Context) -> list[Node]:
    """The figure `id` as parts: a title, a shape, what stands at its two ends, and columns of words.

    Empty when it has no words in the language of the sheet. KeyError when it does not exist.
    """
    entry = context.catalog.diagrams[id]
    words, rtl = entry.words.get(context.locale), context.locale in RTL
    if words is None:
        return []
    labels = words.labels

    def say(key: str) -> list[Node]:
        return plain_nodes(labels.get(key, ""), rtl=rtl)

    draw: dict[str, Callable[[Any, Say], list[Part]]] = {
        "flow": _flow,
        "journey": _journey,
        "roles": _roles,
        "causes": _causes,
    }
    parts = draw[entry.structure.kind](entry.structure, say)
    columns = 2 if entry.structure.kind == "flow" else 1
    caption = plain_nodes(words.caption, rtl=rtl)
    return [{"kind": "figure", "alt": words.caption, "caption": caption, "columns": columns, "parts": parts}]


def _part(shape: str = "", title: list[Node] | None = None, **more: Any) -> Part:
    svg = shape.replace("<svg", f'<svg xmlns="{SVG}"', 1).replace(">", f"><style>{STYLE}</style>", 1)
    return {"svg": svg if shape else None, "title": title, "ends": [], "columns": 1, "cells": []} | more


def _cell(title: list[Node], lines: list[list[Node]]) -> Part:
    return {"title": title, "lines": lines}


def _flow(structure: Flow, say: Say) -> list[Part]:
    return [
        _part(panel_shape(panel), say(panel.id), ends=[say(f"{panel.id}-start"), say(f"{panel.id}-end")])
        for panel in structure.panels
    ]


def _journey(structure: Journey, say: Say) -> list[Part]:
    def touch(id: str, lane: str) -> list[Node]:
        return [*say(id), *plain_nodes(" (", rtl=False), *say(lane), *plain_nodes(")", rtl=False)]

    cells = [_cell(say(m.id), [touch(t.id, t.lane) for t in m.touches]) for m in structure.moments]
    return [_part(_framed(journey_shape(structure)), columns=len(cells), cells=cells)]


def _framed(shape: str) -> str:
    """The journey with room for the tip of its arrow, and none above and below: a low drawing leaves fewer holes."""
    return re.sub(r'viewBox="0 0 (\d+) 150"', lambda box: f'viewBox="0 22 {int(box[1]) + 8} 106"', shape, count=1)


def _roles(structure: Roles, say: Say) -> list[Part]:
    def side(name: str) -> Part:
        return _cell(say(name), [say(duty.id) for duty in structure.duties if duty.side == name])

    return [_part(cells=[side("both")]), _part(beam_shape(2), columns=2, cells=[side("owner"), side("agency")])]


def _causes(structure: Causes, say: Say) -> list[Part]:
    def phase(name: str) -> list[Part]:
        return [_cell(say(c.id), [say(f"{c.id}-remedy")]) for c in structure.causes if c.phase == name]

    phases = [_part(title=say(name), columns=2, cells=phase(name)) for name in ("before", "during")]
    return [_part(causes_shape(structure)), *phases]
