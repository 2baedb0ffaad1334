"""What Python writes for the browser is what the browser's engine reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.search.encode import ALPHABET, LEVELS, encode_postings, fold_words
from sharik.search.files import browser_rules

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "".join((ROOT / f"overrides/search/{name}.js").read_text("utf-8") for name in ("text", "engine"))

WORDS = st.lists(st.text("ابپتکمنیهءabcdez0123456789.", min_size=1, max_size=14), unique=True, min_size=1).map(sorted)
POSTINGS = st.dictionaries(st.integers(0, 100_000), st.integers(1, LEVELS), min_size=1).map(
    lambda d: dict(sorted(d.items()))
)


@pytest.fixture(scope="session")
def read(node, rules) -> Callable[[list[str], str], tuple[list[str], dict[int, int]]]:
    """read(words, postings): both as the engine reads them once Python has written them."""
    node(f"() => {{ {SCRIPTS} }}", None)
    index = {"rules": browser_rules(rules, "fa"), "same": {}, "pages": []}
    make = "([index, text]) => (({ stems, decode }) => [stems, decode(text)])(sharikSearch.makeEngine(index))"

    def run(words, postings):
        stems, places = node(make, [{**index, "stems": fold_words(words)}, encode_postings(postings)])
        return stems, {place: round(strength * LEVELS) for place, strength in places}

    return run


@given(words=WORDS, postings=POSTINGS)
def test_words_and_postings_come_back_as_they_were(read, words, postings):
    assert read(words, postings) == (words, postings)


@pytest.mark.parametrize(
    "words", [["ا"], ["کار", "کارت", "کارتن"], ["a" * 12 + "b", "a" * 12 + "c"], ["1", "10", "2.5"]]
)
def test_words_that_begin_alike_come_back(read, words):
    assert read(words, {0: 1})[0] == words


@pytest.mark.parametrize("place", [0, 1, 7, 8, 9, 222, 223, 224, 5_999, 100_000])
def test_a_place_far_from_the_one_before_it_comes_back(read, place):
    postings = {place: 1, place + 1: LEVELS, 3 * place + 2: 5}

    assert read(["a"], postings)[1] == postings


def test_a_word_keeps_at_most_nine_letters_of_the_one_before_it():
    assert fold_words(["کار", "کارت", "مشتری"]) == "0کار 3ت 0مشتری"
    assert fold_words(["a" * 12, "a" * 12 + "b"]) == f"0{'a' * 12} 9aaab"


def test_steps_up_to_eight_take_one_sign():
    assert [len(encode_postings({place: LEVELS})) for place in (0, 7, 8)] == [1, 1, 2]


def test_signs_need_no_escape_in_a_script():
    assert set('"\\<\n ') & set(ALPHABET) == set()
    assert len(set(ALPHABET)) == len(ALPHABET) == 91
