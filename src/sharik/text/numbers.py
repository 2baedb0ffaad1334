"""The numbers and dates that a text speaks of, whatever its digits, separators, words or calendar.

`۱٬۰۰۰`, `1k` and `ألف` are one number, `۵٪` and `5 per cent` are one share, `۳۰ آبان ۱۴۰۵` and `2026-11-21` one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from sharik.locales import DIGITS
from sharik.text.dates import Span, dates
from sharik.text.number_words import (
    WORD,
    adds_fraction,
    denominator,
    number_word,
    said_by_noun,
    stands_alone,
)

# `number` stands in digits; `word` is a cardinal that is sure; `hint` may be one; `name` holds digits (GA4, A4).
Kind = Literal["number", "date", "word", "hint", "name"]

_ASCII = str.maketrans(
    {digit: str(i) for system in DIGITS.values() for i, digit in enumerate(system)}
    | {"٬": ",", "٫": ".", "٪": "%", "\u2212": "-", "\u00a0": " ", "\u202f": " "}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ABBREVIATED = {"k": 10**3, "K": 10**3, "M": 10**6, "bn": 10**9}
_OF_MONEY = {**_ABBREVIATED, "m": 10**6, "b": 10**9, "B": 10**9}  # $5m; elsewhere those are metres and bytes
_LATIN = r"(?<![A-Za-z\d_])[A-Za-z_]++\d[A-Za-z\d]*+(?:-[A-Za-z\d]++)*+"
_MODEL = r"[48]K\b|(?<![$€£])\d+(?=[A-Z_])(?![KM]\b)[A-Za-z\d_]++"  # the 4K of screens
_PHONE = (  # of Iran with its 0 or +98, of any country with its +
    r"(?<![\w.,/+-])(?:(?:\+|00)\d{1,3}[ -]?(?:\(0\)[ -]?)?(?:\d[ ()-]?){7,10}\d"
    r"|\(?0\d{2,3}\)?[ -]?(?:\d[ -]?){6,7}\d)(?!\d|[.,/]\d)"
)
_DIGITS = r"\d++(?:[.,]\d++)*+"
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": 1 / Decimal(3), "⅔": 2 / Decimal(3)}
_TOKEN = re.compile(
    rf"(?P<phone>{_PHONE})|(?P<name>{_LATIN}|{_MODEL})"
    r"|(?P<slashed>(?<![\d/.,])(?:(?P<whole>\d{1,2}) )?(?P<over>\d{1,3})/(?P<under>\d{1,3})(?![\d/]|[.,]\d))"
    rf"|(?P<vulgar>(?:(?P<before>\d{{1,3}}) ?)?(?P<sign>[{''.join(_VULGAR)}]))"
    rf"|(?P<digits>{_DIGITS})|(?P<word>{WORD})"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SHARE = re.compile(r" (?:per ?cent\b|درصد(?!\w)|[بف]ي? ?ال(?:مئة|مائة)(?!\w))")
_PERCENT = re.compile(
    rf"(?: (?:of )?(?:a|one))? ?%|(?: ?[-–] ?| (?:to|تا|إلى) ){_DIGITS} ?%"
)  # the 5 of 5–10% is a share, too
_LONGEST = 30  # digits; what is longer counts nothing and is compared as it stands
_OTHER = "\ufffc"  # stands where something else has been read already
_AND = {"en": "and", "fa": "و"}
_OF_A = ("a", "of a")  # half a million
_MINUS = re.compile(r"(?<![\w-])-$|(?<!\d )(?<!\w)(?:minus|negative|منفی|ناقص|سالب) $", re.I)
_NEGATIVE_KEYWORD = re.compile(r"(?:واژ|کلم|عبارت)[^ ]* منفی $")  # what is negative there is not the number


class Quantity(NamedTuple):
    """A number, share, date or name in a text: `value` is what is compared, `text` what stands there at `start`.

    `readings` are the other numbers that the same characters may be: ۱/۵ is 1.5, a fifth, or one and five.
    """

    kind: Kind
    value: Decimal | Span | str
    percent: bool
    text: str
    start: int
    readings: tuple[tuple[Decimal, ...], ...] = ()


class _Part(NamedTuple):
    """A token of a number: an amount, or a `multiple` of what stands before it; `linked` by an "and" of its own."""

    amount: Decimal
    start: int
    end: int
    digits: bool = False
    multiple: bool = False
    sure: bool = True
    linked: bool = False
    fraction: bool = False
    readings: tuple[tuple[Decimal, ...], ...] = ()


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
        if match.lastgroup == "word":
            touches = parts and parts[-1].end == match.start()
            part = (_abbreviation(plain, match, parts[-1]) if touches else None) or _word(plain, match, language)
            parts += [part] if part else []
        elif name := _name(match):
            found.append(Quantity("name", name, False, text[match.start() : match.end()], match.start()))
        else:
            parts += _amounts(text, match, language)
    found += [_quantity(text, plain, run, language) for run in _runs(plain, parts, language)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _name(match: re.Match[str]) -> str | None:
    """What is compared of a name, a telephone number or the number of a version (3.7.7), which count nothing."""
    if match["phone"]:
        return re.sub(r"^(?:\+|00)98(?:0(?=\d{10}))?|^0(?!0)", "", re.sub(r"[^\d+]", "", match[0]))
    digits = match["digits"] or ""
    if len(digits) > _LONGEST or (digits.count(".") > 1 and "," not in digits):
        return digits
    return match["name"].lower() if match["name"] else None


def _amounts(text: str, match: re.Match[str], language: str) -> Iterator[_Part]:
    """One amount, or several when the commas do not part thousands."""
    if match["slashed"]:
        yield from _slashed(text, match, language)
        return
    if match["vulgar"]:
        yield _Part(_VULGAR[match["sign"]] + int(match["before"] or 0), *match.span(), digits=True)
        return
    pieces = [match[0]] if _GROUPED.fullmatch(match[0]) else match[0].split(",")
    start = match.start()
    for piece in pieces:
        for number in [piece] if piece.count(".") < 2 else piece.split("."):
            yield _Part(Decimal(number.replace(",", "")), start, start + len(number), digits=True)
            start += len(number) + 1


def _slashed(text: str, match: re.Match[str], language: str) -> Iterator[_Part]:
    """A fraction, a decimal as Persian writes it too, or two numbers; 24/7 is all day."""
    over, under = Decimal(match["over"]), Decimal(match["under"])
    whole = Decimal(match["whole"] or 0)
    if (match["over"], match["under"]) == ("24", "7") and not whole:
        yield _Part(over, match.start(), match.end("over"), digits=True)
        yield _Part(under, *match.span("under"), sure=False)  # a hint: the others may leave it unsaid
        return
    values = [(whole + over / under,)] if under else []
    if language == "fa" and not whole:
        decimal = (Decimal(f"{over}.{match['under']}"),)
        values = [*values, decimal] if text[match.start()].isascii() else [decimal, *values]
    apart = tuple(sorted((whole, over, under) if whole else (over, under)))
    if values:
        yield _Part(values[0][0], *match.span(), digits=True, readings=(*values[1:], apart))
    else:
        yield _Part(over, match.start("over"), match.end("over"), digits=True)
        yield _Part(under, *match.span("under"), digits=True)


def _abbreviation(plain: str, match: re.Match[str], last: _Part) -> _Part | None:
    """The k of 10k, which touches its number."""
    money = plain[max(last.start - 1, 0) : last.start] in ("$", "€", "£")
    times = (_OF_MONEY if money else _ABBREVIATED).get(match[0])
    inside = re.match(r"[\w-]", plain[match.end() : match.end() + 1])
    return _Part(Decimal(times), *match.span(), multiple=True) if last.digits and times and not inside else None


def _word(plain: str, match: re.Match[str], language: str) -> _Part | None:
    found = number_word(plain, match.start(), match.end(), language)
    if found is None:
        return None
    span = match.span()
    return _Part(found.value, *span, False, found.multiple, found.sure, found.linked, found.fraction)


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
    if part.fraction:
        between = plain[last.end : part.start].strip(" -\u200c") if part.start - last.end < _LONGEST else _OTHER
        return not last.fraction and adds_fraction(between, language, linked=part.linked)
    gap = _gap(plain, last, part)
    if last.fraction:
        return part.multiple and (not gap or gap in _OF_A)
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
    total = group = last = Decimal(0)
    for part in run:
        if part.amount == 100 and 0 < group < 10:
            group *= part.amount
        elif part.multiple:
            total, group, last = total + (group or 1) * part.amount, Decimal(0), part.amount
        elif part.fraction and not group:  # یک میلیون و نیم
            group = part.amount
            total, group = (total + group * last, Decimal(0)) if total else (total, group)
        else:
            group += part.amount
    return total, group


def _quantity(text: str, plain: str, run: list[_Part], language: str) -> Quantity:
    start, end = run[0].start, run[-1].end
    percent = _PERCENT.match(plain, end) is not None
    bare_multiple = len(run) == 1 and run[0].multiple
    sure = all(part.sure for part in run) and not bare_multiple and stands_alone(plain, end, language)
    in_digits = any(part.digits for part in run)
    value = sum(_sum(run), Decimal(said_by_noun(plain, start, language) if run[0].fraction else 0))
    readings = run[0].readings if len(run) == 1 else ()
    if all(part.sure for part in run) and not run[-1].fraction and (under := denominator(plain, end, language)):
        value, other, sure = (value, value / under, sure) if in_digits else (value / under, value, False)
        readings = ((other,),)  # three quarters are 0.75, or nine months
    if sign := _minus(plain, start):
        value, start, readings = -value, start - sign, ()
    kind: Kind = "number" if in_digits else "word" if sure and value > 2 else "hint"
    return Quantity(kind, value.normalize(), percent, text[start:end], start, readings)


def _minus(plain: str, start: int) -> int:
    """How many characters before `start` say that the number is below zero."""
    if plain[start - 1 : start] not in ("-", " "):
        return 0
    before = plain[max(start - 24, 0) : start]
    match = _MINUS.search(before)
    return len(match[0]) if match and not _NEGATIVE_KEYWORD.search(before) else 0
