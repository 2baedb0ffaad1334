"""The Persian lexicon: what it answers, how fast it comes, and that its files are in order."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sharik.text.lint.lexicon import FOLDER, Lexicon, load_lexicon, make_lexicon
from sharik.text.lint.passage import Passage
from sharik.text.lint.persian_inflection import NOMINAL, is_inflected, is_verb, takes_plural
from sharik.text.lint.persian_joins import CODES, find_all
from sharik.text.lint.persian_words import mend_word
from sharik.text.script import ZWNJ

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / FOLDER).glob("*.txt"))
KINDS = {
    "adjectives",
    "compounds",
    "compounds-or-words",
    "nouns",
    "past-stems",
    "present-stems",
    "sounded-heh",
    "words",
}


@pytest.fixture
def small() -> Lexicon:
    return make_lexicon(
        {
            "nouns": ["کتاب", "خانه", "راه"],
            "adjectives": ["سریع"],
            "words": ["تنها"],
            "sounded-heh": ["راه"],
            "compounds": [f"نرم{ZWNJ}افزار"],
            "compounds-or-words": [f"گل{ZWNJ}فروش"],
            "past-stems": ["گرفت"],
            "present-stems": ["گیر"],
        }
    )


def test_a_lexicon_knows_words_by_what_they_take(small):
    assert small.plural >= {"کتاب", "خانه", "راه", "سریع", "گرفته", "نگرفته"}
    assert small.compared >= {"سریع", "گرفته"}
    assert "کتاب" not in small.compared
    assert small.words == small.plural | {"تنها"}


def test_only_a_vowel_at_the_end_is_silent(small):
    assert small.silent == {"خانه", "گرفته", "نگرفته"}


@pytest.mark.parametrize("form", ["گیرم", "گیرد", "گیرند", "گرفت", "گرفتم", "گرفتند", "توان", "گیردشان"])
def test_verbs_come_of_their_stems(form, small):
    assert is_verb(form, small)


@pytest.mark.parametrize("form", ["گیر", "گرفته", "کتاب", "سریع", "گیردها"])
def test_what_is_no_form_of_a_verb_does_not_follow_mi(form, small):
    assert not is_verb(form, small)


def test_compounds_are_found_by_their_spelling_in_one_piece(small):
    assert small.whole == {"نرمافزار": f"نرم{ZWNJ}افزار"}
    assert small.compounds == {f"نرم{ZWNJ}افزار", f"گل{ZWNJ}فروش"}


@pytest.mark.parametrize("word", ["کتابی", "کتابم", "کتابشان", "راهی", "سریعی"])
def test_regular_endings_make_no_new_word(word, small):
    assert is_inflected(word, small, NOMINAL)
    assert mend_word(word, small) is None


@pytest.mark.parametrize("word", ["کتابها", "خانهی", "خانهم", "سریعتر", "میگیرد"])
def test_endings_that_stand_apart_are_no_regular_ones(word, small):
    assert not is_inflected(word, small, NOMINAL)


def test_a_word_made_with_yeh_takes_the_plural_too(small):
    assert takes_plural("کتابی", small)
    assert not takes_plural("تنها", small)


def test_the_rules_know_only_the_lexicon_they_are_given(small):
    text = "کتابها و روشها، نرمافزار و سختافزار، میگیرد و میرود"
    found = {text[hit.start : hit.end] for _, hit in find_all(Passage(text, text, "fa"), small)}

    assert found == {"کتابها", "نرمافزار", "میگیرد"}


def test_an_empty_lexicon_finds_only_what_needs_no_word():
    text = f"روشها و روش ها، می شود، آنرا، کتاب{ZWNJ} خوب"
    found = [code for code, _ in find_all(Passage(text, text, "fa"), make_lexicon({}))]

    assert set(found) <= {"FA106", "FA109", "FA116"}
    assert "FA106" in found


def test_every_rule_of_the_family_is_there():
    numbers = [105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 116, 118, 126]
    assert sorted(CODES) == [f"FA{number}" for number in numbers]


# The files


def test_the_lexicon_is_loaded_once_and_quickly():
    load_lexicon.cache_clear()
    start = time.perf_counter()
    lexicon = load_lexicon(ROOT)
    took = time.perf_counter() - start

    assert load_lexicon(ROOT) is lexicon
    assert took < 0.5  # 0.04 s on a machine with nothing else to do


def test_the_files_are_those_the_lexicon_asks_for():
    assert {file.stem for file in FILES} == KINDS
    assert {file.name for file in (ROOT / FOLDER).iterdir()} - {file.name for file in FILES} == {
        "LICENSE-hazm",
        "LICENSE-lilak",
        "README.md",
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_sorted_without_doubles_and_in_persian_letters(file):
    lines = file.read_text(encoding="utf-8").splitlines()

    assert lines == sorted(set(lines))
    assert [word for word in lines if not word.replace(ZWNJ, "").isprintable() or " " in word or "ي" in word] == []


def test_only_compounds_have_a_zwnj_and_each_has_one_that_matters():
    lists = {file.stem: file.read_text(encoding="utf-8").split() for file in FILES}

    assert [word for kind in ("nouns", "adjectives") for word in lists[kind] if ZWNJ in word] == []
    for kind in ("compounds", "compounds-or-words"):
        assert [word for word in lists[kind] if ZWNJ not in word] == []


def test_each_word_stays_as_it_is_and_each_compound_is_found_again():
    lexicon = load_lexicon(ROOT)
    assert [word for word in lexicon.compounds if mend_word(word, lexicon)] == []
    assert [word for word in lexicon.words if mend_word(word, lexicon)] == []
    lost = [bare for bare, whole in lexicon.whole.items() if (mend_word(bare, lexicon) or ("", ""))[1] != whole]
    assert len(lost) < len(lexicon.whole) / 100
