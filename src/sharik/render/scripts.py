"""The scripts of search, joined into the few files a browser fetches, and made short."""

from __future__ import annotations

import re
from functools import cache

try:
    import minify  # of tdewolff-minify
except ImportError:  # on Apple's own processors: the same scripts, longer
    minify = None

_COMMENT_LINE = re.compile(r"^[ \t]*//[^\n]*\n", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)


@cache
def join_scripts(*scripts: str) -> str:
    """`scripts` as one, without comments and spaces and with short local names. No text in them goes over a line."""
    text = "".join(_INDENT.sub("", _COMMENT_LINE.sub("", script)) for script in scripts)
    return str(minify.string("application/javascript", text)) + "\n" if minify else text
