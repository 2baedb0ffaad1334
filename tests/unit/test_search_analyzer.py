"""Edges of the analyzer; what it makes of words and texts is in tests/search/vectors.yml."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.search.analyzer import ZWNJ, Analyzer, Token, character_class

TEXTS = st.text("ابپتکيىكةهیوءئم نیدرخaeginsRST09۵٫.\u200c\u200d\u0640\u064b،-", max_size=30)


@pytest.fixture(scope="module")
def analyzer(base):
    return lambda locale, **heads: Analyzer(base.search.structure, locale, heads)


@given(text=TEXTS, locale=st.sampled_from(["fa", "ar", "en"]))
def test_of_any_text_no_word_and_no_stem_is_empty(analyzer, text, locale):
    tokens = analyzer(locale).tokens(text)

    assert [token for token in tokens if not token.word or not token.stem] == []
    assert [token for token in tokens if re.search(rf"[\s{ZWNJ}\u0640]", token.word)] == []


@given(text=TEXTS, locale=st.sampled_from(["fa", "ar"]))
def test_what_is_left_in_doubt_is_long_enough_and_another_word(analyzer, base, text, locale):
    leave = base.search.structure.languages[locale].doubt.leave
    found = {stem: analyzer(locale).doubtful(stem) for _, stem in analyzer(locale).tokens(text)}

    assert {stem: rests for stem, rests in found.items() if stem in rests or len(rests) != len(set(rests))} == {}
    assert {rest for rests in found.values() for rest in rests if len(rest) < leave} == set()


@given(text=TEXTS)
def test_a_text_that_was_read_before_is_read_the_same(analyzer, text):
    one = analyzer("fa")

    assert one.tokens(text) == one.tokens(text) == analyzer("fa").tokens(text)


def test_a_word_after_a_detached_prefix_is_a_verb_only_there(analyzer):
    tokens = analyzer("fa").tokens("می خرند خرند می\u200cخرند خرند")

    assert [token.stem for token in tokens] == ["خر", "خرند", "خر", "خرند"]


def test_a_prefix_at_the_end_of_a_text_reaches_no_other_text(analyzer):
    one = analyzer("fa")
    one.tokens("می")

    assert one.tokens("خرند") == [Token("خرند", "خرند")]


def test_an_irregular_form_is_filed_under_its_head_and_keeps_its_word(analyzer):
    assert analyzer("en", mice="mouse").tokens("Mice") == [Token("mice", "mouse")]
    assert analyzer("fa", **{"قیم": "قیمت"}).tokens("قیم‌ها") == [Token("قیم", "قیمت")]


def test_a_latin_word_has_its_endings_in_every_language(analyzer):
    stems = {locale: analyzer(locale).tokens("Planning Links")[0].stem for locale in ("fa", "ar", "en")}

    assert stems == dict.fromkeys(stems, "plan")


def test_a_language_without_rules_has_words_all_the_same(analyzer):
    tokens = analyzer("tr").tokens("Kitaplar, كتاب links 2٫5")

    assert [token.word for token in tokens] == ["kitaplar", "کتاب", "links", "2", "5"]
    assert [token.stem for token in tokens][:3] == ["kitaplar", "کتاب", "link"]
    assert analyzer("tr").telling("Kitaplar, the") == ["kitaplar", "the"]
    assert analyzer("tr").doubtful("کتابت") == []


def test_words_too_common_are_those_of_the_language(analyzer):
    assert analyzer("en").telling("The plans") == ["plan"]
    assert analyzer("fa").telling("The plans") == ["the", "plan"]


def test_ranges_become_a_class_that_holds_just_them(base):
    held = re.compile(f"[{character_class(base.search.structure.delete)}]")

    assert [f"{code:04X}" for code in range(0x600, 0x700) if held.match(chr(code))] == [
        *(f"{code:04X}" for code in [*range(0x610, 0x61B), 0x640, *range(0x64B, 0x660)])
    ]
