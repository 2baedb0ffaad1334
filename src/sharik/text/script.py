"""The letters and marks of the Arabic script, as ranges for the brackets of a regular expression."""

from __future__ import annotations

LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
MARKS = "\u064b-\u065f\u0670"  # written above or below a letter
TATWEEL = "\u0640"
ZWNJ = "\u200c"
