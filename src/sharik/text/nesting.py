"""How deep a YAML text is nested: its parser breaks down, with the whole programme, where people never go."""

from __future__ import annotations

import re

DEEPEST = 200
_BRACKET = re.compile(r"[\[\]{}]")
_DASHES = re.compile(rf"(?:[-?][ \t]+){{{DEEPEST}}}")


def is_shallow(text: str) -> bool:
    """Whether the brackets and dashes of a YAML text are nested less than DEEPEST times."""
    depth = deepest = 0
    for sign in _BRACKET.findall(text):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest < DEEPEST and not _DASHES.search(text)
