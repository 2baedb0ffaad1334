"""Names for characters that cannot be seen: ⟨ZWNJ⟩, ⟨U+0653⟩."""

from __future__ import annotations

import re

NAMES = {
    "\t": "TAB", "\n": "LF", "\r": "CR", "\u00a0": "NBSP", "\u00ad": "SHY", "\u061c": "ALM", "\u0640": "TATWEEL",
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LS",
    "\u2029": "PS", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip
_CHARACTERS = {name: character for character, name in NAMES.items()} | {"SP": " "}
_UNSEEN = re.compile(
    f"[{''.join(NAMES)}]|[\x00-\x1f\x7f-\x9f\u1680\u180e\u2000-\u200a\u202f\u205f-\u2064\u3000\u3164\u115f\u1160"
    "\u0300-\u036f\ufe00-\ufe0f\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]"
    "| {2,}|^ +| +$|(?<=[اوىيی])[\u0653-\u0655]"
)
_NAMED = re.compile("⟨(?:U\\+(?P<code>[0-9A-F]{4,6})|(?P<name>[A-Z]+))⟩")


def reveal(text: str) -> str:
    """`text` with everything that cannot be seen, or not told apart, written by name."""
    return _UNSEEN.sub(lambda match: "".join(f"⟨{_name(character)}⟩" for character in match[0]), text)


def unknown_names(text: str) -> set[str]:
    """What stands in ⟨…⟩ in `text` and names no character."""
    return {match[0] for match in _NAMED.finditer(text) if match["name"] and match["name"] not in _CHARACTERS}


def _name(character: str) -> str:
    return "SP" if character == " " else NAMES.get(character) or f"U+{ord(character):04X}"


def conceal(text: str) -> str:
    """The reverse: `text` with the characters that it names. KeyError for a name that does not exist."""
    return _NAMED.sub(lambda match: chr(int(match["code"], 16)) if match["code"] else _CHARACTERS[match["name"]], text)
