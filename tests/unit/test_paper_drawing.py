"""Drawings on paper: what is drawn stands inside of its frame."""

from __future__ import annotations

import re

from sharik.paper.drawing import drawing
from sharik.render.context import Context
from sharik.urls import Publication

STROKE = 2.5


def shapes(catalog, id):
    context = Context(catalog, Publication(), "en", "index.md", "en")
    return [part["svg"] for node in drawing(id, context) for part in node["parts"] if part["svg"]]


def corners(svg):
    """The points that lines of `svg` lead to or are bent by."""
    numbers = [float(n) for d in re.findall(r'class="on" d="([^"]+)"', svg) for n in re.findall(r"-?[\d.]+", d)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_arrow_at_the_end_of_a_journey_is_not_cut_off(catalog):
    journeys = [id for id, entry in catalog.diagrams.items() if entry.structure.kind == "journey"]
    for svg in [svg for id in journeys for svg in shapes(catalog, id)]:
        left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())

        assert max(x for x, _ in corners(svg)) + STROKE <= left + width
        assert min(y for _, y in corners(svg)) - STROKE >= top
        assert max(y for _, y in corners(svg)) + STROKE <= top + height
    assert journeys
