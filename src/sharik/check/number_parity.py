"""Whether two texts speak of the same numbers, each counted as often as it stands.

A number in digits needs its like on the other side, in digits or as a word; only a repetition may be left out. A word
alone proves little (one language says "three times", another "tripled"), so words are compared only when each side has
one that the other lacks. The same holds for names with digits: GA4 may be left out, but is not to become GA5.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sharik.check.sections import Number
from sharik.problems import Report
from sharik.text.dates import Span, year_span
from sharik.text.numbers import Quantity

_YEARS = (*range(1300, 1500), *range(1900, 2123))  # of the Persian calendar and of ours
_WORDS = ("word", "hint")
_AS_NOUNS = {"ar": (1, 2)}  # a language whose nouns say one and two themselves: يوم، يومان

Key = tuple[object, bool]  # a number, date or name, and whether it is a share


class Side(NamedTuple):
    """One of two texts that are compared: its file, language and numbers."""

    path: str
    language: str
    numbers: list[Number]

    def of(self, *kinds: str) -> list[Number]:
        return [number for number in self.numbers if number.quantity.kind in kinds]


def compare_numbers(mine: Side, theirs: Side, where: str, line: int, report: Report) -> None:
    """Reports numbers of `mine` that differ from `theirs`; what is missing is told at `line`."""
    here, there = unmatched(mine, theirs)
    for i in range(max(len(here), len(there))):
        _report(here[i : i + 1], there[i : i + 1], mine, theirs, where, line, report)


def unmatched(mine: Side, theirs: Side) -> tuple[list[Number], list[Number]]:
    """What is surely wrong: the numbers of each side that the other one should have and has not."""
    here, there = _cancel(mine.of("number", "date"), theirs.of("number", "date"))
    here, there = _reread(here, there)
    there, here = _reread(there, here)
    words_here, words_there = _cancel(mine.of("word"), theirs.of("word"))
    here, words_there = _cancel(here, words_there)
    there, words_here = _cancel(there, words_here)
    if here and there:  # one of them is a slip, which a stray "one" or "second" must not excuse
        here, there = _unsaid(here, theirs) or here, _unsaid(there, mine) or there
    else:
        here = _without_nouns(_unsaid(here, theirs), theirs.language)
        there = _without_nouns(_unsaid(there, mine), mine.language)
    words_here = _cancel(words_here, theirs.of("hint"))[0]
    words_there = _cancel(words_there, mine.of("hint"))[0]
    both = min(len(here) + len(words_here), len(there) + len(words_there))
    names_here, names_there = _cancel(mine.of("name"), theirs.of("name"))
    pairs = min(len(names_here), len(names_there))
    here += words_here[: max(both - len(here), 0)]
    there += words_there[: max(both - len(there), 0)]
    return here + names_here[:pairs], there + names_there[:pairs]


def _cancel(these: list[Number], those: list[Number]) -> tuple[list[Number], list[Number]]:
    """Both lists without what they have in common: the equal, then dates and years of two calendars that overlap."""
    if not these or not those:
        return these, those
    these, those = _trim(these, those)
    equal = Counter(map(_key, these)) & Counter(map(_key, those))
    these, those = _drop(these, equal), _drop(those, equal)
    left, right = _spans(these), _spans(those)
    met: set[int] = set()
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0].meets(right[j][0]):
            met |= {id(left[i][1]), id(right[j][1])}
            i, j = i + 1, j + 1
        elif left[i][0] < right[j][0]:
            i += 1
        else:
            j += 1
    return [n for n in these if id(n) not in met], [n for n in those if id(n) not in met]


def _trim(these: list[Number], those: list[Number]) -> tuple[list[Number], list[Number]]:
    """Both lists without their equal beginnings and ends, so that of two equal numbers the wrong one is left."""
    for _ in range(2):
        same = 0
        while same < min(len(these), len(those)) and _key(these[same]) == _key(those[same]):
            same += 1
        these, those = these[same:][::-1], those[same:][::-1]
    return these, those


def _key(number: Number) -> Key:
    return number.quantity.value, number.quantity.percent


def _keys(number: Number) -> set[Key]:
    """All single numbers that it may be; a word like "half" is also said as 50%."""
    quantity, percent = number.quantity, number.quantity.percent
    keys = {_key(number), *((reading[0], percent) for reading in quantity.readings if len(reading) == 1)}
    if quantity.kind in _WORDS and isinstance(quantity.value, Decimal) and 0 < quantity.value < 1 and not percent:
        keys.add(((quantity.value * 100).normalize(), True))
    return keys


def _reread(these: list[Number], those: list[Number]) -> tuple[list[Number], list[Number]]:
    """Both lists without those of `these` that can be read in another way, as `those` have it."""
    kept = []
    for number in these:
        same = next(filter(None, (_like(reading, those, number) for reading in _rows(number))), [])
        those = [other for other in those if other not in same]
        kept += [] if same else [number]
    return kept, those


def _rows(number: Number) -> list[tuple[Decimal, ...]]:
    quantity = number.quantity
    first = [(quantity.value,)] if isinstance(quantity.value, Decimal) else []
    return [*first, *quantity.readings] if quantity.readings else []


def _like(reading: tuple[Decimal, ...], numbers: list[Number], of: Number) -> list[Number]:
    """The numbers that are, together, `reading`; none if one is missing."""
    found: list[Number] = []
    percent = of.quantity.percent
    whole = next((n for n in numbers if len(reading) > 1 and reading in n.quantity.readings), None)
    if whole:
        return [whole]
    for value in reading:
        like = next((n for n in numbers if (value, percent) in _keys(n) and n not in found), None)
        if like is None:
            return []
        found.append(like)
    return found


def _drop(numbers: list[Number], equal: Counter[Key]) -> list[Number]:
    """`numbers` without the first ones that are `equal`."""
    left = equal.copy()
    kept = []
    for number in numbers:
        if left[_key(number)] > 0:
            left[_key(number)] -= 1
        else:
            kept.append(number)
    return kept


def _spans(numbers: list[Number]) -> list[tuple[Span, Number]]:
    """The dates and years among `numbers`, in the order of time."""
    found = ((_span(number.quantity), number) for number in numbers)
    return sorted(((span, number) for span, number in found if span), key=lambda pair: pair[0])


def _span(quantity: Quantity) -> Span | None:
    if isinstance(quantity.value, Span):
        return quantity.value
    is_year = (
        quantity.kind == "number" and quantity.text.isdigit() and not quantity.percent and quantity.value in _YEARS
    )
    return year_span(int(quantity.text)) if is_year else None


def _unsaid(numbers: list[Number], other: Side) -> list[Number]:
    """Those of `numbers` that `other` says nowhere, not even with a word; it need not repeat what it said once."""
    said = set(map(_key, other.numbers))
    loose = {key for n in other.numbers if n.quantity.readings or n.quantity.kind in _WORDS for key in _keys(n)}
    return [number for number in numbers if _key(number) not in said and _keys(number).isdisjoint(loose)]


def _without_nouns(numbers: list[Number], language: str) -> list[Number]:
    return [number for number in numbers if number.quantity.value not in _AS_NOUNS.get(language, ())]


def _report(
    here: list[Number], there: list[Number], mine: Side, theirs: Side, where: str, line: int, report: Report
) -> None:
    hint = "Write the same number, date or percentage in both; a word will do as well as digits."
    if here and there:
        message = f"{_show(here[0])} stands here, but {_show(there[0])} in {theirs.path}:{there[0].line}"
    elif here:
        message = f"{_show(here[0])} stands here, but not in {where} of {theirs.path}"
    else:
        message = f"{_show(there[0])} is missing in {where}; it stands in {theirs.path}:{there[0].line}"
    report.error(mine.path, here[0].line if here else line, "numbers-differ", message, hint)


def _show(number: Number) -> str:
    """The number as it stands there; a date or a number in other digits also as the other language may have it."""
    quantity = number.quantity
    shown = f"'{quantity.text}{'%' if quantity.percent else ''}'"
    if isinstance(quantity.value, Span) and quantity.value.precision == "day":
        return f"{shown} ({date.fromordinal(quantity.value.first).isoformat()})"
    return shown
