"""Both halves of the analyzer make of every vector what its line says, and of any text the same."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.search.analyzer import ZWNJ, Analyzer

LOCALES = ("fa", "ar", "en")
KINDS = {"tokens": "tokens", "doubtful": "doubtful", "skeleton": "skeleton", "plural": "isPlural"}  # in JavaScript
PYTHON = KINDS | {"plural": "is_plural"}


@pytest.fixture(scope="session")
def python(rules):
    """python(locale, "tokens", text): what Python's half makes of a text, a list for its tokens."""
    analyzers = {code: Analyzer(rules, code) for code in LOCALES}

    def call(locale: str, name: str, text: str) -> Any:
        made = getattr(analyzers[locale], name)(text)
        return [list(token) for token in made] if name == "tokens" else made

    return call


def differences(vectors, kind, analyze, name):
    """The vectors that come out otherwise, each with what came out."""
    made = [(vector, analyze(vector["locale"], name, vector["text"])) for vector in vectors[kind]]
    return [{**vector, "made": each} for vector, each in made if each != vector[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_python_makes_of_every_vector_what_it_says(kind, vectors, python):
    assert differences(vectors, kind, python, PYTHON[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_javascript_makes_of_every_vector_what_it_says(kind, vectors, javascript):
    assert differences(vectors, kind, javascript, KINDS[kind]) == []


def test_no_vector_stands_there_twice(vectors):
    seen = [(kind, vector["locale"], vector["text"]) for kind, each in vectors.items() for vector in each]

    assert len(seen) == len(set(seen)) >= 200


# Every rule has a vector


@pytest.fixture(scope="session")
def texts(vectors):
    """The texts of a language whose tokens are known, or of all."""
    return lambda *locales: "\n".join(v["text"] for v in vectors["tokens"] if v["locale"] in (locales or LOCALES))


@pytest.fixture(scope="session")
def tokens(vectors):
    return lambda *locales: list(chain(*(v["tokens"] for v in vectors["tokens"] if v["locale"] in locales)))


def test_both_ends_of_each_deleted_range_have_a_vector(rules, texts):
    ends = {chr(int(point, 16)) for each in rules.delete for point in each.split("-")}

    assert ends - set(texts()) == set()


def test_each_letter_that_counts_as_another_has_a_vector(rules, texts):
    general = set("".join(rules.alike.values())) - set(texts())
    own = {code: set("".join(each.alike.values())) - set(texts(code)) for code, each in rules.languages.items()}

    assert (general, own) == (set(), {code: set() for code in own})


def test_a_general_and_an_own_rule_for_one_letter_both_hold(rules, python, javascript):
    for call in (python, javascript):
        assert {c: call("fa", "fold", c) for c in "يىېےئ"} == dict.fromkeys("يىېےئ", "ی")


@pytest.mark.parametrize("locale", LOCALES)
def test_each_affix_that_is_cut_has_a_vector(locale, rules, tokens):
    own = rules.languages[locale]
    cut = [(word, stem) for word, stem in tokens(locale) if word != stem]
    ends = {a for group in own.suffixes for a in group.cut if not any(word.endswith(a) for word, _ in cut)}
    starts = {a for a in (own.prefixes.cut if own.prefixes else ()) if not any(word.startswith(a) for word, _ in cut)}

    assert (starts, ends) == (set(), set())


def test_each_affix_that_stands_apart_has_a_vector(rules, texts, tokens):
    apart = set(chain(*rules.languages["fa"].apart))
    written = set(texts("fa").replace(ZWNJ, " ").split())

    assert apart - written == set()


def test_each_start_and_ending_of_a_verb_has_a_vector(rules, texts, tokens):
    verb = rules.languages["fa"].verb
    written = texts("fa").replace(ZWNJ, " ").split()
    cut = [word for word, stem in tokens("fa") if word != stem]

    assert {prefix for prefix in verb.prefixes if prefix not in written} == set()
    assert {ending for ending in verb.endings if not any(word.endswith(ending) for word in cut)} == set()


@pytest.mark.parametrize("locale", ["fa", "ar"])
def test_each_affix_in_doubt_has_a_vector(locale, rules, vectors):
    doubt = rules.languages[locale].doubt
    words = [vector["text"] for vector in vectors["doubtful"] if vector["locale"] == locale and vector["doubtful"]]

    assert {each for each in doubt.prefixes if not any(word.startswith(each) for word in words)} == set()
    assert {each for each in doubt.suffixes if not any(word.endswith(each) for word in words)} == set()


# Any text

PERSIAN = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤءۀ"
ARABIC = "أإٱةىيكؤئء"
OTHER = "abcdeginorstyzABCİßéğ一ñЖσΣ\u0301\u064b\u0651\u0654\u0670\u0640ﻻﷲﬁ①½²"
UNSEEN = "\u200c\u200c\u200c\u200d\u200e\u200f\u2067\u2069\u202e\ufeff\u00ad\u200b\ufe0f"
SIGNS = "0123۴۵٦٧٫٬.,%٪؟!_-/'’()«»🚀👩🇮 \u00a0\n\t  "
PERSIAN_PIECES = "می نمی برمی ها های هایشان تر ترین ان ات ین ند یم ید کتاب خر"
ARABIC_PIECES = "وال ولل ال یات تان ون هما کم"
LATIN_PIECES = "ing ed er ment ies sses ization plan constructor e s"
PIECES = f"{PERSIAN_PIECES} {ARABIC_PIECES} {LATIN_PIECES}".split(" ")
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(PERSIAN + ARABIC + OTHER + UNSEEN + SIGNS, max_size=6)), max_size=12
).map("".join)


@given(texts=st.lists(TEXTS, min_size=5, max_size=30), locale=st.sampled_from(LOCALES))
def test_of_any_text_both_make_the_same_tokens(python, javascript, texts, locale):
    assert {t: javascript(locale, "tokens", t) for t in texts} == {t: python(locale, "tokens", t) for t in texts}


@given(text=st.text(PERSIAN + ARABIC + "ab1", min_size=1, max_size=8), locale=st.sampled_from(LOCALES))
def test_of_any_word_both_have_the_same_doubts(python, javascript, text, locale):
    for [_, stem] in python(locale, "tokens", text):
        for kind, name in KINDS.items():
            assert javascript(locale, name, stem) == python(locale, PYTHON[kind], stem)
