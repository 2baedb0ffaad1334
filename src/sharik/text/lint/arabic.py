"""Rules for Arabic words: hamzas, tanwin, alef maqsura, the joined و."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from sharik.text.lint.passage import MASK, Hit, Passage
from sharik.text.script import LETTER, MARKS

_TANWIN = re.compile(f"(?<=[{LETTER}])ا\u064b")
_CONJUNCTION = re.compile(rf"(?<![^\s(«“\"{MASK}*-])و[ \t]+(?=[{LETTER}])")
_LETTER_NAME = re.compile("(?:حرف|الحرف|واو|الواو|أو|حروف|الأحرف|الحروف)[ \t:]*[(«]?$")
_ROOT = re.compile(f"(?<![{LETTER}{MARKS}])[{LETTER}][ \t]+$")  # «ر و ح»
_TASHKEEL = re.compile("[\u064b-\u0652\u0670\u0640]")
_FORM_TEN = re.compile("[وف]?(?:[بكلس]?(?:ال)?|لل)إست(?P<rest>[\u0621-\u064a]{3,})")
_PREFIXES = tuple(a + b for a in ("", *"وفأ") for b in ("", *"بكلس", "ال", "بال", "كال", "لل"))
_FINAL_YA = re.compile(f"(?<![{LETTER}{MARKS}\u0640])[{LETTER}{MARKS}\u0640]++(?<=ى)")
_OLD_WRITING = re.compile("[\u0670\u0671]")  # Qur'anic spelling follows rules of its own


def tanwin(passage: Passage) -> Iterator[Hit]:
    """AR305: fathatan stands on the letter before the alef."""
    yield from (Hit(m.start(), m.end(), "\u064bا") for m in _TANWIN.finditer(passage.prose))


def conjunction(passage: Passage) -> Iterator[Hit]:
    """AR307: «و» before a word is joined to it; as the name of a letter it stands alone."""
    for match in _CONJUNCTION.finditer(passage.prose):
        before = passage.prose[max(0, match.start() - 12) : match.start()]
        if not (_LETTER_NAME.search(before) or _ROOT.search(before)):
            yield Hit(match.start(), match.end(), "و")


def form_ten(passage: Passage, keep: Collection[str]) -> Iterator[Hit]:
    """AR304: «إست…» in verbs and nouns of the tenth form, which begin with a bare alef; `keep` are other words."""
    if "إست" not in _TASHKEEL.sub("", passage.prose):
        return
    for word in passage.words:
        match = _FORM_TEN.fullmatch(_TASHKEEL.sub("", word.text)) if "إست" in word.text else None
        if match and not any(("إست" + match["rest"]).startswith(other) for other in keep):
            at = word.start + word.text.index("إ")
            yield Hit(at, at + 1, "ا")


def alef_maqsura(passage: Passage, rightly: frozenset[str]) -> Iterator[Hit]:
    """AR306: a final ى that is likely a ي; `rightly` are the words that end in it."""
    for match in _FINAL_YA.finditer(passage.prose):
        word = match[0]
        spoken_of = passage.prose[match.start() - 1 : match.end() + 1] == f"«{word}»"
        if not (spoken_of or _OLD_WRITING.search(word) or _rightly(word, rightly)):
            yield Hit(match.start(), match.end(), None, word[:-1] + "ي")


@lru_cache(maxsize=20_000)
def _rightly(word: str, rightly: frozenset[str]) -> bool:
    bare = _TASHKEEL.sub("", word)
    rests = [bare[len(prefix) :] for prefix in _PREFIXES if bare.startswith(prefix)]
    return len(bare) < 2 or any(rest in rightly or _by_pattern(rest) for rest in rests)


# أفعل (أعلى), the passive participles of derived verbs (مستثنى, ملتقى), and derived verbs in the passive (يستثنى).
_PATTERN = re.compile(
    "أ[\u0621-\u064a]{2}ى"
    "|(?:مست|منت|مت|مرت|مبت|مشت|مقت|ملت|مصط|محت|معت|مهت)[\u0621-\u064a]{1,3}ى"
    "|[يتن](?:ت|ست|ن)[\u0621-\u064a]{2,3}ى"
)


def _by_pattern(word: str) -> bool:
    return bool(_PATTERN.fullmatch(word))


RULES = {"AR305": tanwin, "AR307": conjunction}
