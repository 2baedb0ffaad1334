"""Rules for code points (UNI): they read the text as written, code and all, for there such things hide best."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sharik.text.lint.passage import Hit, Passage
from sharik.text.script import LETTER, ZWNJ

_JOINING = "\u0300-\u036f\u0653-\u0655"  # marks that make one character with the letter before them
_MARKS_RUN = re.compile(f"[{_JOINING}][{_JOINING}\u064b-\u065f\u0670]{{0,30}}")  # to sort more marks takes long
_VOWELS_BEFORE = re.compile("[^\u064b-\u065f\u0670][\u064b-\u065f\u0670]*$")


@cache  # of the few characters that texts are made of
def _is_other_in_nfc(character: str) -> bool:
    return unicodedata.normalize("NFC", character) != character


def composed(passage: Passage) -> Iterator[Hit]:
    """UNI001: what NFC writes with fewer characters or another one; the order of marks alone is left."""
    alone = [character for character in passage.characters if _is_other_in_nfc(character)]
    for match in re.finditer(f"[{re.escape(''.join(alone))}]", passage.text) if alone else ():
        yield Hit(match.start(), match.end(), unicodedata.normalize("NFC", match[0]))
    for match in _MARKS_RUN.finditer(passage.text):
        letter = _VOWELS_BEFORE.search(passage.text, max(0, match.start() - 8), match.start())
        start = letter.start() if letter else match.start()
        normal = unicodedata.normalize("NFC", passage.text[start : match.end()])
        if len(normal) < match.end() - start:
            yield Hit(start, match.end(), normal)


# Not ﴾ ﴿, which enclose verses, nor the signs ﷺ ﷻ ﷼ ﷽, which have no other form.
_SHAPE = "\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc"
_SHAPES = re.compile(f"[{_SHAPE}](?:[{_SHAPE} \t{ZWNJ}]*[{_SHAPE}])?")
_LEFT_OPEN, _RIGHT_OPEN = ("INITIAL", "MEDIAL"), ("MEDIAL", "FINAL")  # joined to the next letter; to the one before


def shapes(passage: Passage) -> Iterator[Hit]:
    """UNI002: presentation forms, as PDFs hold them; a run in the order of the eye is turned round."""
    for match in _SHAPES.finditer(passage.text):
        yield Hit(match.start(), match.end(), _letters(match[0]))


def _letters(run: str) -> str | None:
    """The letters of `run` in reading order; None when the shapes fit neither direction."""
    forms = [_form(character) for character in run]
    if _fit(forms):
        return _plain(run)
    return _plain(run[::-1]) if _fit(forms[::-1]) else None


def _fit(forms: list[str]) -> bool:
    return all((a in _LEFT_OPEN) == (b in _RIGHT_OPEN) for a, b in zip(["", *forms], [*forms, ""], strict=True))


def _form(character: str) -> str:
    words = unicodedata.name(character, "").split()
    return words[-2] if words[-1:] == ["FORM"] else ""


def _plain(run: str) -> str:
    return "".join(unicodedata.normalize("NFKC", c).strip() or c for c in run)


_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]|\n[ \t]*\n")
_MARKS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_PDI = "\u2069"


def overrides(passage: Passage) -> Iterator[Hit]:
    """UNI003: embeddings and overrides, with which a text can be made to look like another one."""
    yield from (Hit(m.start(), m.end()) for m in _OVERRIDES.finditer(passage.text))


def open_isolates(passage: Passage) -> Iterator[Hit]:
    """UNI004: an isolate without its end in the paragraph, or an end without its isolate."""
    open_at: list[int] = []
    for match in _ISOLATES.finditer(passage.text):
        if match[0] == _PDI and open_at:
            open_at.pop()
        elif match[0] == _PDI:
            yield Hit(match.start(), match.end())
        elif match[0][0] == "\n":
            yield from (Hit(at, at + 1) for at in open_at)
            open_at = []
        else:
            open_at.append(match.start())
    yield from (Hit(at, at + 1) for at in open_at)


def direction_marks(passage: Passage) -> Iterator[Hit]:
    """UNI006: marks of direction that nobody sees; the build isolates what needs it."""
    lonely = set(open_isolates(passage))
    yield from (hit for m in _MARKS.finditer(passage.text) if (hit := Hit(m.start(), m.end())) not in lonely)


_EMOJI = "\u2190-\u21ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_INVISIBLE = re.compile(
    "[\u200b\u2060-\u2064\u00ad\ufeff\u180e\u115f\u1160\u3164]"
    f"|(?<=[{LETTER}])\u00ac(?=[{LETTER}])"  # how an old word processor kept a half-space
    f"|(?<![\u0647\u0640{_EMOJI}])\u200d|(?<=[{_EMOJI}])\u200d(?![{_EMOJI}])|(?<=\u0647)\u200d(?=[{LETTER}])"
)


def invisible(passage: Passage) -> Iterator[Hit]:
    """UNI005: characters without width that mean nothing here; a joiner in «ه‍» or in an emoji is meant."""
    for match in _INVISIBLE.finditer(passage.text):
        right = ZWNJ if match[0] == "\u00ac" and passage.locale == "fa" else ""
        yield Hit(match.start(), match.end(), right)


_KASHIDA = re.compile(f"(?<=[{LETTER}\u064b-\u0652])\u0640+(?=[{LETTER}\u064b-\u0652])")


def kashida(passage: Passage) -> Iterator[Hit]:
    """UNI007: tatweel inside a word; «هـ», «الـ» and other letters shown alone keep theirs."""
    yield from (Hit(m.start(), m.end(), "") for m in _KASHIDA.finditer(passage.text))


_TYPOGRAPHIC = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"(?P<indent>^[ \t]*[{_TYPOGRAPHIC}][ \t{_TYPOGRAPHIC}]*)|[{_TYPOGRAPHIC}]", re.M)


def typographic_spaces(passage: Passage) -> Iterator[Hit]:
    """UNI008: spaces of another kind than the one on the keyboard; as an indent of Markdown they would begin code."""
    for match in _SPACES.finditer(passage.text):
        indents = match["indent"] and passage.markdown
        yield Hit(match.start(), match.end(), None if indents else " " * len(match[0]))


_WINDOWS = (  # what Windows shows for the bytes 80 to 9F
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030"
)
_BROKEN = re.compile(
    f"(?:[ØÙÚÛ][\u0080-\u00bf{_WINDOWS}\u2039\u203a\u20ac\u2122]){{2,}}|â€[\u0080-\u009f{_WINDOWS}\u00a6\u2122\u0153]"
    "|Ã[\u0080-\u00bf]"
    "|[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\U000f0000-\U0010ffff]"
    "|[\U000e0001-\U000e007f](?<![\U0001f3f4\U000e0001-\U000e007f].)"  # tags, but for those of a flag
)


def broken(passage: Passage) -> Iterator[Hit]:
    """UNI009: replacement characters, private icons, control codes, and UTF-8 read as something else."""
    yield from (Hit(m.start(), m.end()) for m in _BROKEN.finditer(passage.text))


RULES = {
    "UNI001": composed,
    "UNI002": shapes,
    "UNI003": overrides,
    "UNI004": open_isolates,
    "UNI005": invisible,
    "UNI006": direction_marks,
    "UNI007": kashida,
    "UNI008": typographic_spaces,
    "UNI009": broken,
}
