"""The numbers and dates that a text speaks of, whatever its digits, separators, words or calendar.

`۱٬۰۰۰`, `1,000` and `ألف` are one number, `۵٪` and `5 per cent` are one share, `۳۰ آبان ۱۴۰۵` and `2026-11-21` one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from sharik.locales import DIGITS
from sharik.text.dates import Span, dates
from sharik.text.number_words import MARKS, MULTIPLES, number_word, stands_alone

# `number` stands in digits; `word` is a cardinal that is sure; `hint` may be one; `name` holds digits (GA4, A4).
Kind = Literal["number", "date", "word", "hint", "name"]

_ASCII = str.maketrans(
    {digit: str(i) for system in DIGITS.values() for i, digit in enumerate(system)}
    | {"٬": ",", "٫": ".", "٪": "%", "\u2212": "-", "\u00a0": " ", "\u202f": " "}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LATIN = r"(?<![A-Za-z\d_])[A-Za-z_]++\d[A-Za-z\d]*+(?:-[A-Za-z\d]++)*+"
_DIGITS = r"\d++(?:[.,]\d++)*+"
_WORD = r"[A-Za-z]+|[\u0620-\u065f\u0670-\u06d3]+"
_TOKEN = re.compile(rf"(?P<name>{_LATIN}|\d+(?=[A-Z_])[A-Za-z\d_]++)|(?P<digits>{_DIGITS})|(?P<word>{_WORD})")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SHARE = re.compile(r" (?:per ?cent\b|درصد(?!\w)|[بف]ي? ?ال(?:مئة|مائة)(?!\w))")
_PERCENT = re.compile(rf" ?%|(?: ?[-–] ?| (?:to|تا|إلى) ){_DIGITS} ?%")  # the 5 of 5–10% is a share, too
_LONGEST = 30  # digits; what is longer counts nothing and is compared as it stands
_OTHER = "\ufffc"  # stands where something else has been read already
_AND = {"en": "and", "fa": "و"}


class Quantity(NamedTuple):
    """A number, share, date or name in a text: `value` is what is compared, `text` what stands there at `start`."""

    kind: Kind
    value: Decimal | Span | str
    percent: bool
    text: str
    start: int


class _Part(NamedTuple):
    """A token of a number: an amount, or a `multiple` of what stands before it; `linked` by an "and" of its own."""

    amount: Decimal
    start: int
    end: int
    digits: bool = False
    multiple: bool = False
    sure: bool = True
    linked: bool = False


@lru_cache(maxsize=20_000)  # while an editor watches, most texts stay as they are
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Every number, date and name with digits in `text`, in order."""
    plain = _ADDRESS.sub(lambda match: _OTHER * len(match[0]), text.translate(_ASCII))
    plain = _SHARE.sub(lambda match: " %".ljust(len(match[0]), _OTHER), plain)
    found: list[Quantity] = []
    pieces, end = [], 0
    for dated in dates(plain, language):
        found.append(Quantity("date", dated.span, False, text[dated.start : dated.end], dated.start))
        pieces += [plain[end : dated.start], _OTHER * (dated.end - dated.start)]
        end = dated.end
    plain = "".join([*pieces, plain[end:]])
    parts: list[_Part] = []
    for match in _TOKEN.finditer(plain):
        name = match["name"] or (match["digits"] if _is_name(match["digits"] or "") else None)
        if name:
            found.append(Quantity("name", name.lower(), False, text[match.start() : match.end()], match.start()))
        elif match["digits"]:
            parts += _amounts(plain, match)
        elif part := _word(plain, match, language):
            parts.append(part)
    found += [_quantity(text, plain, run, language) for run in _runs(plain, parts, language)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _is_name(digits: str) -> bool:
    """Whether it is the name of a version (3.7.7) or another row of digits that counts nothing."""
    return len(digits) > _LONGEST or (digits.count(".") > 1 and "," not in digits)


def _amounts(plain: str, match: re.Match[str]) -> Iterator[_Part]:
    """One amount, or several when the commas do not part thousands."""
    pieces = [match[0]] if _GROUPED.fullmatch(match[0]) else match[0].split(",")
    start = match.start()
    for piece in pieces:
        for number in [piece] if piece.count(".") < 2 else piece.split("."):
            negative = plain[start - 1 : start] == "-" and not re.match(r"[\w-]", plain[max(start - 2, 0) : start - 1])
            amount = Decimal(number.replace(",", "")) * (-1 if negative else 1)
            yield _Part(amount, start, start + len(number), digits=True)
            start += len(number) + 1


def _word(plain: str, match: re.Match[str], language: str) -> _Part | None:
    if multiple := _multiple(match[0], language):
        return _Part(Decimal(multiple), match.start(), match.end(), multiple=True)
    found = number_word(plain, match.start(), match.end(), language)
    if found is None:
        return None
    amount = Decimal(found.value)
    return _Part(amount, match.start(), match.end(), sure=found.sure, linked=found.linked)


@lru_cache(maxsize=50_000)
def _multiple(word: str, language: str) -> int | None:
    bare = word.lower() if language == "en" else MARKS.sub("", word)
    return MULTIPLES.get(language, {}).get(bare)


def _runs(plain: str, parts: list[_Part], language: str) -> Iterator[list[_Part]]:
    """The parts of each number: 12 thousand, twenty-five, ۲ میلیون و ۵۰۰ هزار."""
    run: list[_Part] = []
    for i, part in enumerate(parts):
        following = parts[i + 1] if i + 1 < len(parts) else None
        if run and not _continues(plain, run, part, following, language):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _continues(plain: str, run: list[_Part], part: _Part, following: _Part | None, language: str) -> bool:
    last, group = run[-1], _sum(run)[1]
    gap = _gap(plain, last, part)
    linked = part.linked or gap == _AND.get(language)
    if gap and not linked:
        return False
    if part.multiple:
        smaller = all(part.amount < before.amount for before in run if before.multiple and before.amount > 100)
        return not linked and group > 0 and smaller and (part.amount > 100 or group < 10)
    if part.digits:
        multiplied = following is not None and following.multiple and not _gap(plain, part, following)
        return linked and group == 0 and multiplied
    if last.digits:
        return False
    if group == 0:
        return (linked or language == "en") and part.amount < 1000
    return _fits(int(group), int(part.amount), linked, language)


def _fits(group: int, amount: int, linked: bool, language: str) -> bool:
    """Whether `amount` goes on the number that stands at `group`, as the language builds its numbers."""
    tens = group % 100
    if language == "ar" and not linked:
        return tens == group < 10 and amount in (10, 100)  # ثلاثة عشر، ثلاث مئة
    if language == "ar" and 0 < tens < 10:
        return amount in range(20, 100, 10)  # خمسة وعشرون
    below_tens = tens >= 20 and tens % 10 == 0 and amount < 10
    return (below_tens or (tens == 0 and amount < 100)) and (linked or language == "en")


def _gap(plain: str, left: _Part, right: _Part) -> str:
    return plain[left.end : right.start].strip(" -\u200c") if right.start - left.end < 8 else _OTHER


def _sum(run: list[_Part]) -> tuple[Decimal, Decimal]:
    """What is multiplied already, and what stands after it."""
    total = group = Decimal(0)
    for part in run:
        hundreds = part.amount == 100 and 0 < group < 10
        if hundreds:
            group *= part.amount
        elif part.multiple:
            total, group = total + (group or 1) * part.amount, Decimal(0)
        else:
            group += part.amount
    return total, group


def _quantity(text: str, plain: str, run: list[_Part], language: str) -> Quantity:
    start, end = run[0].start, run[-1].end
    percent = _PERCENT.match(plain, end) is not None
    bare_multiple = len(run) == 1 and run[0].multiple
    sure = all(part.sure for part in run) and not bare_multiple and stands_alone(plain, end, language)
    value = sum(_sum(run))
    kind: Kind = "number" if any(part.digits for part in run) else "word" if sure and value > 2 else "hint"
    return Quantity(kind, Decimal(value).normalize(), percent, text[start:end], start)
