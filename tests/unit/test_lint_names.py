"""What cannot be seen is called by name, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.text.lint.names import NAMES, conceal, reveal

SHOWN = [
    ("می\u200cشود", "می⟨ZWNJ⟩شود"),
    ("a\u00a0b", "a⟨NBSP⟩b"),
    ("a  b", "a⟨SP⟩⟨SP⟩b"),
    (" a ", "⟨SP⟩a⟨SP⟩"),
    ("a b", "a b"),
    ("a\tb\nc", "a⟨TAB⟩b⟨LF⟩c"),
    ("\u202eevil\u202c", "⟨RLO⟩evil⟨PDF⟩"),
    ("cafe\u0301", "cafe⟨U+0301⟩"),
    ("\ufffd\x07\ue000", "⟨U+FFFD⟩⟨U+0007⟩⟨U+E000⟩"),
    ("\U0010fffd", "⟨U+10FFFD⟩"),
    ("التســويق", "التس⟨TATWEEL⟩⟨TATWEEL⟩ويق"),
    ("ا\u0653ماده", "ا⟨U+0653⟩ماده"),
    ("é ä ۱۲ «ب» مُحَمَّد نقشهٔ", "é ä ۱۲ «ب» مُحَمَّد نقشهٔ"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_cannot_be_seen_is_named(text, shown):
    assert reveal(text) == shown
    assert conceal(shown) == text


def test_a_name_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        conceal("a⟨ZZZ⟩b")


def test_brackets_around_anything_else_are_left():
    assert conceal("⟨a⟩ ⟨⟩ ⟨zwnj⟩") == "⟨a⟩ ⟨⟩ ⟨zwnj⟩"


@given(text=st.text(alphabet=[*NAMES, *"aب \u0301\u0653\ufffd\U000f0000é"], max_size=30))
def test_names_tell_the_text_whole(text):
    assert conceal(reveal(text)) == text
