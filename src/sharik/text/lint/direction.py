"""Rules for left-to-right runs in right-to-left text (BD)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.text.lint.mask import mask_code
from sharik.text.lint.passage import MASK, Hit, Passage
from sharik.text.script import LETTER

# Each begins with the symbol, so that the search for it is quick.
_EDGE_SYMBOL = re.compile(
    rf"[+#](?<=[A-Za-z0-9].)[+#]*(?![\w{MASK}])"  # C++
    rf"|[.@](?<![\w.{MASK}].)[A-Za-z]\w*"  # .NET
    rf"|\+(?<![\w{MASK}].)[0-9][0-9 -]{{4,}}"  # +98 21 …
    rf"|[-\u2212](?<![\w)\]»{MASK}\u2212-].)[0-9٠-٩۰-۹]+(?![\w/-])"  # -5
)
_WORD_BEFORE = re.compile(r"[A-Za-z][\w.-]*$")
_ADDRESS = re.compile(r"(?<![<>(\w/])https?://[^\s<>()«»،؛؟\"'“”`|]+")
_ONLY_ADDRESS = re.compile(r":[ \t]*$|(?:^|\n)[ \t>*-]*(?:\d+\.[ \t]+)?$")  # «Site: https://…»
_LATIN_LIST = re.compile("(?<![A-Za-z0-9_.+#-])[A-Za-z][A-Za-z0-9_.+#-]*+(?:، ?[A-Za-z][A-Za-z0-9_.+#-]*+)+")


def edge_symbols(passage: Passage) -> Iterator[Hit]:
    """BD401: a Latin run that begins or ends in a symbol: shown turned round unless it is isolated."""
    for match in _EDGE_SYMBOL.finditer(passage.prose):
        word = _WORD_BEFORE.search(passage.prose, max(0, match.start() - 40), match.start())
        if _in_rtl_line(passage.prose, match.start()):
            yield Hit(word.start() if word else match.start(), match.end())


def _in_rtl_line(prose: str, at: int) -> bool:
    return bool(re.search(f"[{LETTER}]", prose[max(0, at - 80) : at + 80]))


def bare_addresses(passage: Passage) -> Iterator[Hit]:
    """BD402: a web address in running text; in <…>, and alone on its line, it is meant to be seen."""
    if not passage.markdown or "://" not in passage.text:
        return
    text = mask_code(passage.text)
    for match in _ADDRESS.finditer(text):
        start = max(0, match.start() - 80)
        alone = _ONLY_ADDRESS.search(text[start : match.start()]) and text[match.end() : match.end() + 1] in ("", "\n")
        definition = re.search(r"(?:^|\n)[ ]{0,3}\[[^\]\n]+\]:[^\n]*$", text[start : match.start()])
        if not alone and not definition:
            yield Hit(match.start(), match.end())


def latin_lists(passage: Passage) -> Iterator[Hit]:
    """BD403: Latin words with the comma of Arabic script between them: they read from the left."""
    yield from (Hit(m.start(), m.end()) for m in _LATIN_LIST.finditer(passage.prose))


RULES = {"BD401": edge_symbols, "BD402": bare_addresses, "BD403": latin_lists}
