"""Runs the rules over passages, keeps waivers, and repairs what is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sharik.model.rules import Rule
from sharik.text.lines import Lines
from sharik.text.lint.passage import CELL, MASK, Hit, Passage

Check = Callable[[Passage], Iterator[Hit]]
JointCheck = Callable[[Passage], Iterable[tuple[str, Hit]]]  # of several rules that read a text together
ROUNDS = 20  # repairs that make room for others: three rounds are the most that was ever seen
_INDICATOR = re.compile(r"[\[\]{}#&*!|>'\"%@`,]|[-?:](?: |$)| ")  # what a bare YAML text may not begin with
NEVER_WAIVED = frozenset({"UNI003", "UNI004"})  # with these a text can be made to look like another one
_WAIVER = re.compile(r"(?:<!--|#)[ \t]*+lint-ok(?P<codes>(?:[ \t,]++[A-Za-z]\w*+(?:-\w++)*+)++)")


class Finding(NamedTuple):
    """A broken rule: the characters from `start` to `end` of a file.

    `right` is what is to stand there when that is certain, `advice` what may be right.
    """

    start: int
    end: int
    code: str
    found: str
    right: str | None
    advice: str | None
    severity: str
    locale: str


@dataclass(frozen=True)
class Place:
    """A passage and where it stands in its file: `offsets[i]` is the place of its character i, in order.

    A passage that stands in one piece needs only its `start`. Of the characters `meant` there stands something else in
    the file: an escape, or the end of a line. `bare` is a YAML text without quotes, which some signs would end.
    """

    passage: Passage
    start: int = 0
    offsets: Sequence[int] | None = None
    meant: frozenset[int] = frozenset()
    bare: bool = False

    def at(self, position: int) -> int:
        if self.offsets is None:
            return self.start + position
        return self.offsets[position]

    def in_one_piece(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` stand side by side in the file, as they are."""
        return self.meant.isdisjoint(range(start, max(end, start + 1)))

    def keeps_yaml(self, start: int, end: int, right: str) -> bool:
        """Whether YAML still reads one text when `right` stands between `start` and `end`."""
        if not self.bare:
            return True
        text = self.passage.text
        around = text[max(0, start - 1) : start] + right + text[end : end + 1]
        first = (right + text[end : end + 2])[:2] if start == 0 else "x"
        ends = end == len(text) and around.endswith(":")
        return not (": " in around or " #" in around or ends or _INDICATOR.match(first))


@dataclass(frozen=True)
class Linter:
    """The rules with what each needs to know: `checks` by code, `joint` by language, `rules` as the data has them."""

    rules: Mapping[str, Rule]
    checks: Mapping[str, Check]
    joint: Mapping[str, JointCheck] = field(default_factory=dict)
    triggers: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def lint(self, places: Iterable[Place]) -> list[Finding]:
        """Everything the rules find in `places`, in the order of the file."""
        found = (finding for place in places for finding in self._passage(place))
        return sorted(found, key=lambda finding: finding[:3])

    def _passage(self, place: Place) -> Iterator[Finding]:
        passage = place.passage
        characters = passage.characters
        for code, check, trigger in self._by_locale.get(passage.locale, ()):
            if trigger is None or trigger.search(characters):
                for hit in check(passage):
                    yield self._finding(code, hit, place)
        for code, hit in self.joint[passage.locale](passage) if passage.locale in self.joint else ():
            if code in self.rules:
                yield self._finding(code, hit, place)

    @cached_property
    def _by_locale(self) -> Mapping[str, list[tuple[str, Check, re.Pattern[str] | None]]]:
        """The rules for texts of each language, with what triggers them."""
        locales = {locale for rule in self.rules.values() for locale in rule.locales}
        rows = {code: (code, check, self.triggers.get(code)) for code, check in self.checks.items()}
        return {locale: [row for code, row in rows.items() if locale in self.rules[code].locales] for locale in locales}

    def _finding(self, code: str, hit: Hit, place: Place) -> Finding:
        passage, start, end = place.passage, place.at(hit.start), place.at(max(hit.end - 1, hit.start)) + 1
        prose = passage.prose[hit.start : hit.end]
        whole = place.in_one_piece(hit.start, hit.end) and MASK not in prose and CELL not in prose
        rule = self.rules[code]
        severity = rule.isolated if rule.isolated and passage.isolated else rule.severity
        found = passage.text[hit.start : hit.end]
        certain = rule.repairs and whole and "\n" not in found
        if certain and hit.right is not None and place.keeps_yaml(hit.start, hit.end, hit.right):
            right: str | None = hit.right
        else:
            right = None
        advice = hit.right if hit.right is not None else hit.advice
        return Finding(start, end, code, found, right, advice, severity, passage.locale)


def waivers(text: str, lines: Lines) -> dict[int, frozenset[str]]:
    """The codes that comments `lint-ok CODE` allow, by line."""
    found: dict[int, frozenset[str]] = {}
    for match in _WAIVER.finditer(text):
        line, _ = lines.place(match.start())
        codes = frozenset(re.findall(r"[A-Za-z][\w-]*", match["codes"])) - NEVER_WAIVED
        found[line] = found.get(line, frozenset()) | codes
    return found


def unwaived(findings: Iterable[Finding], text: str, lines: Lines) -> list[Finding]:
    """`findings` without those that are allowed on their line."""
    waived = waivers(text, lines)
    return [f for f in findings if f.code not in waived.get(lines.place(f.start)[0], ())] if waived else list(findings)


def repair(text: str, findings: Callable[[str], Iterable[Finding]]) -> str:
    """`text` with everything repaired that is certain; repairs that make others possible are followed up."""
    for _ in range(ROUNDS):
        repaired = _apply(text, findings(text))
        if repaired == text:
            break
        text = repaired
    return text


def _apply(text: str, findings: Iterable[Finding]) -> str:
    out, end = [], 0
    for finding in findings:
        if finding.right is not None and finding.start >= end:
            out += [text[end : finding.start], finding.right]
            end = finding.end
    return "".join([*out, text[end:]])
