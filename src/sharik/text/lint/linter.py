"""Puts the checker together: each rule with the words it needs to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from sharik.model.rules import HouseStyle, WordLists
from sharik.text.inflect import Phrases
from sharik.text.lint import arabic, characters, direction, letters, markup, numbers, persian_joins, punctuation, quotes
from sharik.text.lint.engine import Check, Linter
from sharik.text.lint.lexicon import Lexicon
from sharik.text.lint.passage import MASK, Hit, Passage
from sharik.text.lint.quotations import mask_quotations
from sharik.text.lint.spelling import Spelling
from sharik.text.lint.triggers import TRIGGERS

GLOSSARY_CODES = {"fa": "FA115", "ar": "AR304", "en": "EN615"}
_PLAIN: Mapping[str, Check] = {
    **characters.RULES, **letters.RULES, **arabic.RULES, **punctuation.RULES, **quotes.RULES, **numbers.RULES,
    **direction.RULES, **markup.RULES,
}  # fmt: skip
_WORDED = ("FA115", "FA117", "AR304", "AR306", "EN615", "MD504")
CODES = frozenset({*_PLAIN, *persian_joins.CODES, *_WORDED})


@dataclass(frozen=True)
class Knowledge:
    """What the rules know of words: lists by locale, the glossary's forms by locale, and the Persian lexicon.

    `lexicon` is called when the first Persian text comes.
    """

    lists: Mapping[str, WordLists]
    house_forms: Mapping[str, Iterable[str]]
    forbidden: Mapping[str, Mapping[str, str]]  # locale -> forbidden form -> house form
    lexicon: Callable[[], Lexicon] = field(compare=False)


def make_linter(style: HouseStyle, known: Knowledge) -> Linter:
    """The rules of `style`, ready to run; all are in CODES."""
    rules = style.rules
    checks = {code: check for code, check in {**_PLAIN, **_worded(known)}.items() if code in rules}
    return Linter(rules, checks, {"fa": lambda passage: persian_joins.find_all(passage, known.lexicon())}, TRIGGERS)


def _worded(known: Knowledge) -> dict[str, Check]:
    lists = known.lists
    tanwin = Spelling({_bare(word): word for word in lists["fa"].tanwin}, "fa", inflected=False)
    empty = {code: frozenset(words.empty_links) for code, words in lists.items()}
    keep, final_ya = lists["ar"].keep, frozenset(lists["ar"].final_ya)
    spelled = {code: _word_finder(code, known) for code in GLOSSARY_CODES}
    return {
        "FA115": spelled["fa"],
        "FA117": lambda passage: tanwin.find(passage.prose),
        "AR304": lambda passage: chain(spelled["ar"](passage), arabic.form_ten(passage, keep)),
        "AR306": lambda passage: arabic.alef_maqsura(passage, final_ya),
        "EN615": spelled["en"],
        "MD504": lambda passage: markup.empty_links(passage, empty[passage.locale]),
    }


def _bare(word: str) -> str:
    return word.replace("\u064b", "")


def _word_finder(locale: str, known: Knowledge) -> Check:
    """Finds misspelt words, with their repair, and forbidden terms, for which a person must choose the form.

    In a quotation neither is told: there a word may be spoken of, or be somebody else's.
    """
    lists, forbidden = known.lists[locale], known.forbidden[locale]
    spelling = Spelling(lists.spelling, locale, keep=lists.keep)
    phrases = cache(lambda: Phrases([*known.house_forms[locale], *forbidden], locale))

    def find(passage: Passage) -> Iterator[Hit]:
        terms = ((s, e, form) for s, e, form in phrases().find(passage.prose) if form in forbidden)
        hits = [*spelling.find(passage.prose), *(Hit(s, e, None, forbidden[form]) for s, e, form in terms)]
        unquoted = mask_quotations(passage.prose) if hits else ""
        return (hit for hit in hits if MASK not in unquoted[hit.start : hit.end])

    return find
