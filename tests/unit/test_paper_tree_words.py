"""The words of HTML as nodes: left-to-right runs are isolated, and no word is lost."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.paper.tree import LRI, PDI, RLI, nodes, plain_nodes, text_of
from sharik.text.bidi import FSI

ISOLATES = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI)))


def read(html, *, rtl=False):
    return nodes(html, rtl=rtl)


def text(words, **more):
    return {"kind": "text", "text": words} | more


def english(words):
    return text(f"{FSI}{words}{PDI}", lang="en")


def paragraph(*inside):
    return {"kind": "paragraph", "nodes": list(inside)}


# Direction


def test_only_the_left_to_right_run_is_isolated():
    found = read("<p>نرخ کلیک (CTR) ۱٪ است</p>", rtl=True)

    assert found == [paragraph(text("نرخ کلیک ("), english("CTR"), text(") ۱٪ است"))]


def test_a_phone_number_is_one_run():
    assert text_of(read("<p>تلفن +98 21 1234 5678 است</p>", rtl=True)) == f"تلفن {FSI}+98 21 1234 5678{PDI} است"


def test_a_left_to_right_sheet_needs_no_isolates():
    assert text_of(read("<p>Call +98 21 1234 5678 (CTR)</p>")) == "Call +98 21 1234 5678 (CTR)"


@pytest.mark.parametrize(("direction", "begin"), [("ltr", LRI), ("rtl", RLI)])
def test_a_run_isolated_by_hand_stays_isolated_once(direction, begin):
    found = read(f'<p>با <bdi dir="{direction}">Google Ads</bdi> است</p>', rtl=direction == "ltr")

    assert found[0]["nodes"][1]["text"].count(begin) == 1
    assert text_of(found).translate(ISOLATES) == "با Google Ads است"


def test_a_text_without_marks():
    assert plain_nodes("", rtl=True) == []
    assert plain_nodes("<b> & CTR", rtl=False) == [text("<b> & CTR")]
    assert plain_nodes("نرخ CTR", rtl=True) == [text("نرخ "), english("CTR")]


def test_latin_words_are_english_and_numbers_have_no_language():
    found = plain_nodes("با Google Ads یا +98 21 1234 5678", rtl=True)

    assert [node.get("lang") for node in found] == [None, "en", None, None]


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_a_run_keeps_the_language_it_is_given(lang):
    (found,) = read(f'<p><bdi lang="{lang}">Digikala</bdi></p>', rtl=True)

    assert found["nodes"][0]["lang"] == lang


# Whatever comes

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cf"]), min_size=1, max_size=8)
INLINE = st.recursive(
    WORDS.map(lambda word: (escape(word), [word])),
    lambda inner: st.tuples(st.sampled_from(["strong", "em", "span", "abbr", "bdi"]), inner).map(
        lambda made: (f"<{made[0]}>{made[1][0]}</{made[0]}>", made[1][1])
    ),
    max_leaves=4,
)


def joined(names, parts, around=""):
    """Elements of `parts`, with their words; each in a `name` and, if given, all in `around`."""
    html = "".join(f"<{name}>{part}</{name}>" for name, (part, _) in zip(names, parts, strict=True))
    return (f"<{around}>{html}</{around}>" if around else html), [word for _, words in parts for word in words]


BLOCKS = st.recursive(
    INLINE.map(lambda made: joined(["p"], [made])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: joined(["li"] * len(parts), parts, "ul")),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: joined(["li"] * len(parts), parts, "ol")),
        inner.map(lambda part: joined(["blockquote"], [part])),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: joined(["div"] * len(parts), parts)),
    ),
    max_leaves=8,
)


@given(BLOCKS, st.booleans())
def test_no_word_is_lost_or_moved(made, rtl):
    html, words = made

    assert text_of(read(html, rtl=rtl)).translate(ISOLATES) == "".join(words)
