"""The Persian words the rules ask about, read from data/lexicon (its README tells whence they come)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from sharik.text.script import ZWNJ

FOLDER = Path("data/lexicon")
LISTS = (
    *("adjectives", "compounds", "compounds-or-words", "nouns"),
    *("past-stems", "present-stems", "sounded-heh", "words"),
)
NOT_JOINING = frozenset("اآأدذرزژوؤء")  # letters that do not join the next one: no ZWNJ is needed after them
_PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
_ALONE = frozenset({"توان", "باید", "بایست", "بایستی"})  # می‌توان and its kind have no persons


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the rules ask about Persian words; compared by identity.

    words: every word without a ZWNJ inside, participles too; plural: those that take ها; compared: those that take تر;
    silent: those whose final ه is a vowel; verbs: the forms that follow می; past and present: their stems;
    compounds: words with a ZWNJ inside; whole: each compound that can only be one, by its spelling without ZWNJ.
    """

    words: frozenset[str]
    plural: frozenset[str]
    compared: frozenset[str]
    silent: frozenset[str]
    participles: frozenset[str]
    verbs: frozenset[str]
    stems: frozenset[str]
    compounds: frozenset[str]
    whole: Mapping[str, str]


def make_lexicon(lists: Mapping[str, Iterable[str]]) -> Lexicon:
    """The lexicon made of the lists data/lexicon holds, each under its file's name without the ending."""
    past, present = lists.get("past-stems", ()), lists.get("present-stems", ())
    participles = frozenset(no + stem + "ه" for stem in past for no in ("", "ن"))
    compared = participles.union(lists.get("adjectives", ()))
    plural = compared.union(lists.get("nouns", ()))
    whole = {compound.replace(ZWNJ, ""): compound for compound in lists.get("compounds", ())}
    return Lexicon(
        words=plural.union(lists.get("words", ())),
        plural=plural,
        compared=compared,
        silent=frozenset(word for word in plural if word[-1] == "ه").difference(lists.get("sounded-heh", ())),
        participles=participles,
        verbs=_ALONE.union(_forms(past, _PAST_ENDINGS), _forms(present, _PRESENT_ENDINGS)),
        stems=frozenset(present),
        compounds=frozenset(lists.get("compounds", ())).union(lists.get("compounds-or-words", ())),
        whole=MappingProxyType(whole),
    )


@lru_cache(maxsize=1)
def load_lexicon(root: Path) -> Lexicon:
    """The lexicon of the project at `root`, read once."""
    return make_lexicon({name: _read(root / FOLDER / f"{name}.txt") for name in LISTS})


def _read(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split() if file.exists() else []  # missing lists are told by `check`


def _forms(stems: Iterable[str], endings: Iterable[str]) -> set[str]:
    return {stem + ending for stem in stems for ending in endings}
