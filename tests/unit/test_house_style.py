"""The rules as data: known to the checker, and each with examples that hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sharik.check.language import Checker
from sharik.text.lint.linter import CODES
from sharik.text.lint.names import conceal

FOLDER = Path(__file__).resolve().parents[2] / "data/house-style"
RULES = {
    rule["id"]: rule
    for family in yaml.safe_load((FOLDER / "rules.yml").read_text(encoding="utf-8"))["families"]
    for rule in family["rules"]
}
EXAMPLES = [
    (locale, code, words)
    for locale in ("fa", "ar", "en")
    for code, words in yaml.safe_load((FOLDER / f"{locale}.yml").read_text(encoding="utf-8"))["rules"].items()
]

# The design's table: the severity, the languages, and the rules that are repaired.
DESIGN = {
    ("error", "fa ar en"): "UNI001+ UNI002+ UNI003 UNI004 UNI005+ UNI009 MD503+ MD505",
    ("warning", "fa ar en"): "UNI006 UNI008+ P211+ MD502+ MD504",
    ("error", "fa ar"): "UNI007+ P201+ P202+ P204+ P205+ P206+ P208+ P215 BD401",
    ("warning", "fa ar"): "P203+ P207+ P209+ P214+ BD402 BD403 MD501+",
    ("error", "fa"): "FA101+ FA103+ FA105+ FA106+ FA107+ FA108+ FA109+ FA110+ FA111+ FA112+ FA113+",
    ("warning", "fa"): "FA102 FA104+ FA114+ FA115+ FA116+ FA117+ FA126+",
    ("info", "fa"): "FA118",
    ("error", "ar"): "AR301+ AR302+ AR307+ AR309+",
    ("warning", "ar"): "AR303+ AR304+ AR305+ AR306",
    ("error", "en"): "EN604",
    ("warning", "en"): "EN615+",
}
EXPECTED = {
    code.rstrip("+"): (severity, locales.split(), code.endswith("+"))
    for (severity, locales), codes in DESIGN.items()
    for code in codes.split()
}


def test_the_rules_are_those_of_the_design():
    found = {code: (rule["severity"], rule["locales"], rule.get("repairs", False)) for code, rule in RULES.items()}

    assert found == EXPECTED


def test_the_checker_knows_exactly_these_rules():
    assert set(RULES) == CODES
    assert len(RULES) == 58
    assert sum(severity == "error" for severity, *_ in EXPECTED.values()) == 33
    assert sum(severity == "warning" for severity, *_ in EXPECTED.values()) == 24


def test_every_rule_has_an_example_in_each_of_its_languages():
    assert {(locale, code) for locale, code, _ in EXAMPLES} == {
        (locale, code) for code, rule in RULES.items() for locale in rule["locales"]
    }


@pytest.fixture(scope="module")
def checkers(checker: Checker) -> dict[bool, Checker]:
    """The checker, and one for a site that writes Arabic in Arabic digits."""
    arabic = checker.locales["ar"].model_copy(update={"digits": "arab"})
    return {False: checker, True: replace(checker, locales={**checker.locales, "ar": arabic})}


NATIVE = {("ar", "P209")}  # it speaks of Arabic digits, which AR303 would replace first
NAMES = [f"{code}-{locale}" for locale, code, _ in EXAMPLES]


@pytest.fixture
def found(checkers):
    """The codes of all that breaks a rule in an example."""

    def find(text: str, locale: str, code: str) -> set[str]:
        checker = checkers[(locale, code) in NATIVE]
        return {problem.code for problem in checker.problems("docs/page.md", conceal(text), locale)}

    return find


@pytest.mark.parametrize(("locale", "code", "words"), EXAMPLES, ids=NAMES)
def test_the_bad_example_breaks_this_rule_alone(locale, code, words, found):
    assert found(words["bad"], locale, code) == {code}


@pytest.mark.parametrize(("locale", "code", "words"), EXAMPLES, ids=NAMES)
def test_the_good_example_breaks_none(locale, code, words, found):
    assert found(words["good"], locale, code) == set()


@pytest.mark.parametrize(("locale", "code", "words"), EXAMPLES, ids=NAMES)
def test_a_repair_makes_the_good_example_of_the_bad_one(locale, code, words, checkers):
    checker = checkers[(locale, code) in NATIVE]
    expected = words["good"] if RULES[code].get("repairs") else words["bad"]

    assert checker.repaired("docs/page.md", conceal(words["bad"]), locale) == conceal(expected)
