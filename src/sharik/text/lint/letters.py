"""Rules for letters and digits of the other language: the same to the eye, strangers to a search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sharik.locales import DIGITS, SEPARATORS
from sharik.text.lint.numbers import UNIT
from sharik.text.lint.passage import MASK, Hit, Passage
from sharik.text.script import LETTER, MARKS, ZWNJ

_ARABIC, _PERSIAN = re.compile("[يىكہەھ]"), re.compile("[یکہەھےۃۀ]")
_TO_PERSIAN = str.maketrans("يىكہەھ", "ییکههه")
_TO_ARABIC = str.maketrans("یکہەھےۃ", "يكهههية")
_TEH_MARBUTA = re.compile(f"(?<=[{LETTER}])ة(?![{LETTER}{MARKS}{ZWNJ}])")
_ENDS_IN_YEH = ("ی", "ے")
_YEH_FOR_SURE = frozenset({"في", "هي", "التي", "الذي", "لي", "بي", "كي", "أي", "ذي", "إي", "الآتي", "التالي"})


def arabic_letters(passage: Passage) -> Iterator[Hit]:
    """FA101: ي, ك and ى instead of ی and ک."""
    if not _ARABIC.search(passage.characters):
        return
    for word in passage.words:
        right = word.text.translate(_TO_PERSIAN)
        if right != word.text and len(word.text) > 1:  # a letter alone is spoken of
            yield Hit(word.start, word.end, right)


def teh_marbuta(passage: Passage) -> Iterator[Hit]:
    """FA102: ة at the end of a Persian word."""
    for match in _TEH_MARBUTA.finditer(passage.prose):
        yield Hit(match.start(), match.end())


def persian_letters(passage: Passage) -> Iterator[Hit]:
    """AR301: ی and ک instead of ي and ك; at the end of a word ی may stand for ى, so most often a person must tell."""
    if not _PERSIAN.search(passage.characters):
        return
    for word in passage.words:
        right = word.text.translate(_TO_ARABIC)
        if (right == word.text and "ۀ" not in word.text) or len(word.text) == 1:  # a letter alone is spoken of
            continue
        certain = not word.text.endswith(_ENDS_IN_YEH) or right in _YEH_FOR_SURE
        certain = certain and not word.text.startswith("ای")  # «ایران» is «إيران»
        yield Hit(word.start, word.end, right if certain and "ۀ" not in word.text else None)


def half_space(passage: Passage) -> Iterator[Hit]:
    """AR309: ZWNJ, which Arabic does not know."""
    yield from (Hit(m.start(), m.end(), "") for m in re.finditer(ZWNJ, passage.prose))


# Digits

_DIGITS = {name: re.compile(f"[{digits}]+(?:[٬٫][{digits}]+)*") for name, digits in DIGITS.items()}
_SEPARATORS = "".join(SEPARATORS["arabext"])
_NUMBER = re.compile(r"(?P<phone>\+[0-9][0-9 ()-]{4,})|(?<![0-9])[0-9]+(?:[.,:/][0-9]+)*(?![0-9])")
_GLUED_BEFORE = re.compile(rf"[\w@#$€£+=^~\\/.&{MASK}\u2212×÷-]$")
_GLUED_AFTER = re.compile(rf"[A-Za-z_@#$€£=^~\\/&°{MASK}\u00d7-]")
_LATIN_BEFORE = re.compile(rf"[A-Za-z{MASK}][.,;:)'’-]? ?\(?$|[0-9] $")  # or another part of a telephone number
_LATIN_AFTER = re.compile(r" ?[A-Za-z]| [0-9]")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t>]*$")


def _foreign_digits(passage: Passage, name: str) -> Iterator[Hit]:
    """Numbers in the digits called `name`, with the language's own, and its separators, in their place."""
    own = str.maketrans(DIGITS[name] + _SEPARATORS, DIGITS[passage.digits] + "".join(SEPARATORS[passage.digits]))
    for match in _DIGITS[name].finditer(passage.prose):
        yield Hit(match.start(), match.end(), match[0].translate(own))


def arabic_digits(passage: Passage) -> Iterator[Hit]:
    """FA103: ٤٥٦ in Persian."""
    return _foreign_digits(passage, "arab")


def extended_digits(passage: Passage) -> Iterator[Hit]:
    """AR302: ۴۵۶ in Arabic."""
    return _foreign_digits(passage, "arabext")


def house_digits(passage: Passage) -> Iterator[Hit]:
    """FA104, AR303: numbers of prose in other digits than the language's own."""
    if passage.digits != "latn":
        yield from _latin_numbers(passage)
    if passage.locale == "ar" and passage.digits != "arab":
        yield from _foreign_digits(passage, "arab")


def _latin_numbers(passage: Passage) -> Iterator[Hit]:
    prose, own = passage.prose, str.maketrans(DIGITS["latn"], DIGITS[passage.digits])
    for match in _NUMBER.finditer(prose):
        before, after = prose[max(0, match.start() - 4) : match.start()], prose[match.end() : match.end() + 2]
        version = "." in match[0] and not UNIT.match(prose, match.end())
        if not (match["phone"] or version or _is_name(match[0], before, after) or _is_list_mark(prose, match)):
            yield Hit(match.start(), match.end(), match[0].translate(own))


def _is_name(number: str, before: str, after: str) -> bool:
    """Whether the number belongs to something in Latin letters, or is a version, an address or an ISO date."""
    telephone = number[0] == "0" and len(number) > 2 and number.isdigit()
    if telephone or number.count(".") > 1 or _GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after):
        return True
    return bool(_LATIN_BEFORE.search(before) or _LATIN_AFTER.match(after))


def _is_list_mark(prose: str, match: re.Match[str]) -> bool:
    if not re.match(r"[ \t]?[.)-](?:[ \t]|$)", prose[match.end() : match.end() + 3]):
        return False
    return bool(_LIST_MARK.search(prose[max(0, match.start() - 40) : match.start()]))


_PERSO_ARABIC_SIGN = re.compile("[،؛؟٪٫٬٠-٩۰-۹]+")
_ARABIC_NEAR = re.compile(f"[{LETTER}{MARKS}»)]\\s*$")
_ARABIC_NEXT = re.compile(f"\\s*[{LETTER}«(]")


def foreign_signs(passage: Passage) -> Iterator[Hit]:
    """EN604: digits and marks of Arabic script in English, but for those inside a phrase of that script."""
    for match in _PERSO_ARABIC_SIGN.finditer(passage.prose):
        before = passage.prose[max(0, match.start() - 3) : match.start()]
        after = passage.prose[match.end() : match.end() + 3]
        near, next_ = _ARABIC_NEAR.search(before), _ARABIC_NEXT.match(after)
        if not near and not (next_ and match[0][-1].isdigit()):
            yield Hit(match.start(), match.end())


RULES = {
    "FA101": arabic_letters,
    "FA102": teh_marbuta,
    "FA103": arabic_digits,
    "FA104": house_digits,
    "AR301": persian_letters,
    "AR302": extended_digits,
    "AR303": house_digits,
    "AR309": half_space,
    "EN604": foreign_signs,
}
