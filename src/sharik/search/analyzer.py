"""What makes words of one text alike: the Python half of data/search/rules.yml (overrides/search/text.js is the other).

Vectors in tests/search hold both halves to the same results.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from sharik.model.search import Affixes, LanguageRules, SearchRules

ZWNJ = "\u200c"
_WORD = re.compile(rf"[0-9]+(?:\.[0-9]+)+|(?:[^\W_]|{ZWNJ})+")
_SEAM = re.compile(r"(?<=[\u0621-\u06ff])(?=[0-9a-z])|(?<=[0-9a-z])(?=[\u0621-\u06ff])")
LATIN = "en"  # whose endings Latin words have, in every language's texts


class Token(NamedTuple):
    """A word as it is compared, and its stem."""

    word: str
    stem: str


# What stands between two spaces: its words, the stems of those that tell, and whether a verb is to follow.
_Read = tuple[tuple[Token, ...], tuple[str, ...], bool]


class Analyzer:
    """Words and stems of texts in one language; `heads` leads irregular forms, as stems, to one of them.

    What has been read between two spaces is kept: texts repeat their words.
    """

    def __init__(self, rules: SearchRules, locale: str, heads: Mapping[str, str] = MappingProxyType({})) -> None:
        self._rules = rules.languages.get(locale, LanguageRules())
        self._latin = _Endings(rules.languages.get(LATIN, LanguageRules()).suffixes)
        self._endings = _Endings(self._rules.suffixes)
        tables = (rules.alike, self._rules.alike)
        alike = {ord(c): one for table in tables for one, many in table.items() for c in many}
        self._letters = dict.fromkeys(_code_points(rules.delete)) | alike
        self._apart, self._ignored = frozenset(chain(*self._rules.apart)), frozenset(chain(*self._rules.ignored))
        self._weak, self._plural = re.compile(f"[{rules.weak}]|ه$"), re.compile(rules.plural)
        self._verb, self._heads, self._article = self._rules.verb, heads, _prefix(self._rules.prefixes)
        self._stems: dict[str, str] = {}
        self._known: tuple[dict[str, _Read], ...] = {}, {}  # the second after می, before a verb

    def fold(self, text: str) -> str:
        """`text` in small letters, with one letter for all its shapes, without marks."""
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
        return text.lower().translate(self._letters)

    def tokens(self, text: str) -> list[Token]:
        """Every word of `text` in order; affixes that stand apart are no words."""
        return self._words(text)[0]

    def telling(self, text: str) -> list[str]:
        """The stems of the words of `text` that tell one place from another."""
        return self._words(text)[1]

    def _words(self, text: str) -> tuple[list[Token], list[str]]:
        every: list[Token] = []
        telling: list[str] = []
        known = self._known[False]
        for written in text.split():
            try:
                words, stems, is_verb = known[written]
            except KeyError:
                words, stems, is_verb = known[written] = self._read(written, is_verb=known is self._known[True])
            every += words
            telling += stems
            known = self._known[is_verb]
        return every, telling

    def _read(self, written: str, *, is_verb: bool) -> _Read:
        found = []
        for part in chain.from_iterable(map(_parts, _WORD.findall(_SEAM.sub(" ", self.fold(written))))):
            if self._verb and part in self._verb.prefixes:
                is_verb = True
            elif is_verb or part not in self._apart:
                stem = self._verb_stem(part) if is_verb else self.stem(part)
                found.append(Token(part, self._heads.get(stem, stem)))
                is_verb = False
        return tuple(found), tuple([token.stem for token in found if token.word not in self._ignored]), is_verb

    def stem(self, word: str) -> str:
        """`word` without the affixes it surely has."""
        if word not in self._stems:
            self._stems[word] = self._stem(word)
        return self._stems[word]

    def _stem(self, word: str) -> str:
        if "a" <= word[0] <= "z":
            return self._latin.cut(word)
        if not _is_arabic(word):  # numbers, other scripts
            return word
        if self._verb:
            for prefix in self._verb.prefixes:
                rest = word.removeprefix(prefix)
                if rest != word and len(rest) > 2 and rest[-1] in "دم":
                    return self._verb_stem(rest)
        return self._endings.cut(self._without_article(word))

    def _without_article(self, word: str) -> str:
        article = self._article.match(word)
        return word[article.end() :] if article else word

    def _verb_stem(self, word: str) -> str:
        endings = self._verb.endings if self._verb else ()
        return next((word.removesuffix(e) for e in endings if word.endswith(e) and len(word) > len(e) + 1), word)

    def doubtful(self, stem: str) -> list[str]:
        """What `stem` may be without a letter or two that need not belong to it, each once."""
        rules = self._rules.doubt
        if rules is None or not _is_arabic(stem):
            return []
        starts = [stem, *(stem[len(p) :] for p in rules.prefixes if stem.startswith(p))]
        rests = [r.removesuffix(s) for r in starts for s in ["", *rules.suffixes] if r.endswith(s)]
        long = [rest for rest in rests if len(rest) >= rules.leave]
        return [each for each in dict.fromkeys([*long, *map(self.stem, long)]) if each != stem]

    def skeleton(self, stem: str) -> str:
        """The strong letters of `stem`; empty when they are too few to tell words apart."""
        strong = self._weak.sub("", stem)
        return strong if len(strong) > 2 and _is_arabic(strong) else ""

    def is_plural(self, stem: str) -> bool:
        """Whether `stem` has the shape of a broken plural."""
        return bool(self._plural.search(stem))


def character_class(code_points: Iterable[str]) -> str:
    """Code points and ranges (0640, 064B-065F) for the brackets of a regular expression, in Python and JavaScript."""
    return "".join("-".join(rf"\u{point}" for point in each.split("-")) for each in code_points)


def _prefix(group: Affixes | None) -> re.Pattern[str]:
    """Finds the first prefix of `group` that fits."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, group.cut))})(?=.{{{group.leave}}})" if group else r"(?!)")


def _parts(word: str) -> list[str]:
    """What half-spaces join; کسب‌وکار is کسب و کار."""
    if ZWNJ not in word:
        return [word]
    first, *others = word.split(ZWNJ)
    others = [part[1:] if part.startswith("و") and len(part) > 2 else part for part in others]
    return [part for part in (first, *others) if part]


def _code_points(ranges: Iterable[str]) -> Iterator[int]:
    for each in ranges:
        first, _, last = each.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def _is_arabic(word: str) -> bool:
    return "\u0600" < word[0] <= "\u06ff"


class _Endings:
    """Groups of suffixes; of each the first that fits is cut."""

    def __init__(self, groups: Iterable[Affixes]) -> None:
        self._groups = [(tuple(group.cut), group) for group in groups]

    def cut(self, word: str) -> str:
        for endings, group in self._groups:
            if word.endswith(endings):  # most words end in none
                word = _cut(word, group)
        return word


def _cut(word: str, group: Affixes) -> str:
    for ending in group.cut:
        if word.endswith(ending) and len(word) >= len(ending) + group.leave:
            rest = word.removesuffix(ending)
            return (_single(rest) if group.single else rest) + group.put
    return word


def _single(rest: str) -> str:
    return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
