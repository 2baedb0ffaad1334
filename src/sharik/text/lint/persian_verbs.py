"""Whether a lone «می» or «نمی» belongs to the verb after it, or is wine, the month of May or a little moisture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import Word
from sharik.text.lint.persian_context import BEFORE_WINE, DRUNK, MAY, MOIST, PREFIXES, WINE
from sharik.text.lint.persian_inflection import is_verb
from sharik.text.script import ZWNJ

_NEAR = 12  # words on either side in which wine or rain is looked for
# Who drinks, draws, tastes or sips wine does it with these; the words before them tell that something else is meant.
_DRINKING = ("خور", "کش", "نوش", "گسار", "چش", "پیما", "پیمو")
_HAMZA = "\u0654"  # of an ezafe, which no verb follows
_ORDER = re.compile("^[بنم](?=.)")


def joins_verb(words: Sequence[Word], index: int, before: str, lexicon: Lexicon) -> bool:
    """Whether the word at `index`, one of PREFIXES, is a part of the verb that follows it.

    `before` is the character in front of it, blanks apart; what follows is known to be only a space away.
    """
    particle, verb = words[index].text, words[index + 1].text
    if not is_verb(verb, lexicon) or before.isdecimal():
        return False
    previous = words[index - 1].text if index else ""
    near = {word.text for word in words[max(0, index - _NEAR) : index + _NEAR]}
    if particle == "نمی":
        return near.isdisjoint(MOIST) or not _is_bare(verb, lexicon)
    if particle != "می":
        return True
    if previous.endswith(_HAMZA) or previous in MAY or previous in BEFORE_WINE or not near.isdisjoint(WINE):
        return False
    return not verb.startswith(_DRINKING) or previous in DRUNK


def _is_bare(verb: str, lexicon: Lexicon) -> bool:
    """Whether the form is that of a past without a person, as in «نمی نشست»."""
    return verb[-1] in "تد" and verb + "ند" in lexicon.verbs


def is_finite(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the word at `index` ends a sentence rather than names a thing: a verb, an order, a copula."""
    text = words[index].text
    bare = text.rpartition(ZWNJ)[2]
    if text.startswith(("می" + ZWNJ, "نمی" + ZWNJ)) or (index and words[index - 1].text in PREFIXES):
        return True
    if bare in lexicon.plural:
        return False
    orders = {_ORDER.sub("", text), text.removeprefix("بی"), text.removeprefix("نی")} - {text}
    return bare in lexicon.verbs or any(form in lexicon.stems or form in lexicon.verbs for form in orders)
