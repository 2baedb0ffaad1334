"""Diagrams: shapes as SVG without a letter in it, words as HTML beside it, so that words are read, not seen only.

Every drawing is made left to right; the class `flip` turns it with the direction of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Any

from sharik.localize import first
from sharik.model.diagram import Causes, Flow, Journey, Moment, Panel, Roles, Touch
from sharik.render.context import Context

Label = Callable[[str], str]
Place = Callable[[str], str]
Point = tuple[float, float]


def diagram(id: str, context: Context, *, prefix: str = "", place: Place = "#{}".format) -> str:
    """The figure `id`, its own ids behind `prefix`; `place` gives the way to a section that its words link to."""
    entry = context.catalog.diagrams[id]
    order = context.catalog.reading_order(context.locale)
    locale, words = first(entry.words, order)

    def label(key: str) -> str:
        at, text = first({code: w.labels.get(key) for code, w in entry.words.items()}, order)
        return context.inline(text, at)

    draw: dict[str, Callable[[Any, Label, Place], str]] = {
        "flow": _flow,
        "journey": _journey,
        "roles": _roles,
        "causes": _causes,
    }
    body = draw[entry.structure.kind](entry.structure, label, place)
    caption = f'<figcaption id="{prefix}fig-{id}">{context.inline(words.caption, locale)}</figcaption>'
    return f'<figure class="fig wide" aria-labelledby="{prefix}fig-{id}">{body}{caption}</figure>'


def _n(value: float) -> str:
    """A coordinate; a whole unit is finer than any screen shows."""
    return str(round(value))


def _at(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _arrow_head(tip: Point, start: Point, size: float = 10) -> str:
    """Two short lines that make `tip` the end of an arrow that comes from `start`."""
    angle = atan2(tip[1] - start[1], tip[0] - start[0])
    sides = [(tip[0] - size * cos(angle + turn), tip[1] - size * sin(angle + turn)) for turn in (pi / 5, -pi / 5)]
    return f"M{_at(sides[0])}L{_at(tip)}L{_at(sides[1])}"


# Push and pull: a firm on the left, people on the right.


def _flow(structure: Flow, label: Label, place: Place) -> str:
    return f'<div class="pp">{"".join(_panel(panel, label) for panel in structure.panels)}</div>'


def _panel(panel: Panel, label: Label) -> str:
    return (
        f"<div><b>{label(panel.id)}</b>{panel_shape(panel)}"
        f"<span><i>{label(f'{panel.id}-start')}</i><i>{label(f'{panel.id}-end')}</i></span></div>"
    )


def panel_shape(panel: Panel) -> str:
    """The firm, the people and the ways between them as SVG."""
    people = [(378.0 if i % 2 == 0 else 352.0, 14 + 112 * i / max(panel.people - 1, 1)) for i in range(panel.people)]
    lines = [_way(panel, person, i + 1) for i, person in enumerate(people)]
    dots = [_person(person, on=panel.flow == "in" and i in panel.reached) for i, person in enumerate(people, 1)]
    return (
        '<svg class="flip" viewBox="0 0 404 140" aria-hidden="true">'
        f'<circle class="on" cx="26" cy="70" r="20"/>{"".join(lines)}{"".join(dots)}</svg>'
    )


def _person(place: Point, *, on: bool) -> str:
    kind = ' class="on"' if on else ""
    return f'<circle{kind} cx="{_n(place[0])}" cy="{_n(place[1])}" r="9"/>'


def _way(panel: Panel, person: Point, number: int) -> str:
    """The line between the firm and one person: an arrow when they reach each other, else a trail that ends."""
    x, y = person
    if number not in panel.reached:
        end = (220.0, y + (70 - y) * -0.2)
        return f'<path class="off" d="M{_n(x - 14)} {_n(y)}Q{_n((x + end[0]) / 2)} {_n(y)} {_at(end)}"/>'
    near, far = (60.0, 70 + (y - 70) * 0.2), (x - 14, y)
    bend = ((near[0] + far[0]) / 2, y + (70 - y) * 0.15)
    start, tip = (near, far) if panel.flow == "out" else (far, near)
    return f'<path class="on" d="M{_at(start)}Q{_at(bend)} {_at(tip)}{_arrow_head(tip, bend)}"/>'


# The customer journey: one line through all touches, weaving between the two lanes.

_LANES = {"online": 36.0, "offline": 114.0}


def _journey(structure: Journey, label: Label, place: Place) -> str:
    columns = "".join(_moment(moment, label) for moment in structure.moments)
    legend = _legend({lane: _dot(lane) + label(lane) for lane in _LANES})
    return f'{legend}{journey_shape(structure)}<ol class="moments" role="list">{columns}</ol>'


def journey_shape(structure: Journey) -> str:
    """The line through all touches as SVG."""
    points = _points(structure.moments)
    width = 200 * len(structure.moments)
    rules = "".join(f'<path class="lane" d="M0 {_n(y)}H{width}"/>' for y in _LANES.values())
    bends = "".join(_bend(a, b) for a, b in pairwise(points))
    tip = points[-1]
    line = f'<path class="on" d="M{_at(points[0])}{bends}"/>'
    touches = [touch for moment in structure.moments for touch in moment.touches]
    dots = "".join(
        f'<circle class="{touch.lane}" cx="{_n(x)}" cy="{_n(y)}" r="9"/>'
        for touch, (x, y) in zip(touches, points, strict=True)
    )
    end, bend = (tip[0] + 46, 75.0), (tip[0] + 40, tip[1])
    tail = f'<path class="on" d="M{_at(tip)}Q{_at(bend)} {_at(end)}{_arrow_head(end, bend)}"/>'
    return f'<svg class="flip" viewBox="0 0 {width} 150" aria-hidden="true">{rules}{line}{tail}{dots}</svg>'


def _points(moments: list[Moment]) -> list[Point]:
    """One point per touch, spread evenly over the 200 units of its moment, at the height of its lane."""
    return [
        (200 * m + 200 * (t + 0.5) / len(moment.touches), _LANES[touch.lane])
        for m, moment in enumerate(moments)
        for t, touch in enumerate(moment.touches)
    ]


def _bend(a: Point, b: Point) -> str:
    middle = (a[0] + b[0]) / 2
    return f"C{_n(middle)} {_n(a[1])} {_n(middle)} {_n(b[1])} {_at(b)}"


def _legend(signs: dict[str, str]) -> str:
    return f'<p class="lanes">{"".join(f"<span>{sign}</span>" for sign in signs.values())}</p>'


def _dot(lane: str) -> str:
    return f'<svg class="dot" viewBox="0 0 12 12" aria-hidden="true"><circle class="{lane}" cx="6" cy="6" r="4"/></svg>'


def _moment(moment: Moment, label: Label) -> str:
    touches = "".join(_touch(touch, label) for touch in moment.touches)
    return f'<li><b>{label(moment.id)}</b><ul role="list">{touches}</ul></li>'


def _touch(touch: Touch, label: Label) -> str:
    return f'<li>{_dot(touch.lane)}<span>{label(touch.id)} <span class="vh">({label(touch.lane)})</span></span></li>'


# Roles: what both carry lies on a beam; each side stands under it as a stroke.


def _roles(structure: Roles, label: Label, place: Place) -> str:
    def side(name: str) -> str:
        duties = "".join(f"<li>{label(duty.id)}</li>" for duty in structure.duties if duty.side == name)
        return f'<div class="side side--{name}"><b>{label(name)}</b><ul role="list">{duties}</ul></div>'

    return f'<div class="roles">{side("both")}{beam_shape(2)}{side("owner")}{side("agency")}</div>'


def beam_shape(strokes: int) -> str:
    """The mark, drawn wide: a line resting on strokes, one per equal share of the width."""
    share = 600 / strokes
    return _carried("".join(_stroke_at(share * (i + 0.5), "ab"[i % 2]) for i in range(strokes)))


def _stroke_at(middle: float, kind: str) -> str:
    return f'<rect class="{kind}" x="{_n(middle - 6)}" y="13" width="12" height="45" rx="6"/>'


def _carried(strokes: str) -> str:
    line = '<rect width="600" height="8" rx="4"/>'
    return f'<svg class="beam flip" viewBox="0 0 600 58" aria-hidden="true">{line}{strokes}</svg>'


# Causes: a beam on as many strokes as there are causes; the words say what each lacks, and its remedy.


def _causes(structure: Causes, label: Label, place: Place) -> str:
    rows = "".join(
        f'<li class="{cause.phase}"><a href="{place(cause.id)}">{label(cause.id)}</a>'
        f"<span>{label(f'{cause.id}-remedy')}</span></li>"
        for cause in structure.causes
    )
    legend = _legend({phase: _stroke(phase) + label(phase) for phase in ("before", "during")})
    return f'{legend}{causes_shape(structure)}<ol class="causes">{rows}</ol>'


def causes_shape(structure: Causes) -> str:
    """A beam on a stroke for each cause as SVG."""
    share = 600 / len(structure.causes)
    strokes = (_stroke_at(share * (i + 0.5), cause.phase) for i, cause in enumerate(structure.causes))
    return _carried("".join(strokes))


def _stroke(phase: str) -> str:
    bar = f'<rect class="{phase}" x="4" width="4" height="12" rx="2"/>'
    return f'<svg class="dot" viewBox="0 0 12 12" aria-hidden="true">{bar}</svg>'
