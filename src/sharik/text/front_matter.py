"""Where the front matter of a page ends."""

from __future__ import annotations

import re

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)")
