"""Persian joining: each rule's mistakes with their repair, and right Persian on which every rule is silent.

In the tables `-` stands for ZWNJ, for it cannot be seen; a repair is what the whole family leaves behind.
"""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharik.text.lint.lexicon import Lexicon, load_lexicon
from sharik.text.lint.passage import MASK, Passage
from sharik.text.lint.persian_joins import CODES, find_all
from sharik.text.script import ZWNJ

ROOT = Path(__file__).resolve().parents[2]
TABLES = Path(__file__).parent / "persian"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(ROOT)


def shown(text: str) -> str:
    return text.replace(ZWNJ, "-")


def written(text: str) -> str:
    return text.replace("-", ZWNJ)


def repaired(text: str, lexicon: Lexicon) -> str:
    for _, hit in reversed(find_all(Passage(text, text, "fa"), lexicon)):
        if hit.right is not None:
            text = text[: hit.start] + hit.right + text[hit.end :]
    return text


def codes(text: str, lexicon: Lexicon) -> list[str]:
    return [code for code, _ in find_all(Passage(text, text, "fa"), lexicon)]


def table(name: str) -> list[tuple[str, str]]:
    """The rows of a table: a code at the line's start, then what belongs to it."""
    rows = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(row.split(" ", 1)[0], row.split(" ", 1)[1]) for row in rows if row and not row.startswith("#")]


WRONG, RIGHT = table("wrong"), table("right")


@pytest.mark.parametrize(("code", "row"), WRONG, ids=[f"{code} {row}" for code, row in WRONG])
def test_a_mistake_is_found_and_repaired(code, row, lexicon):
    bad, good = (written(side.strip()) for side in row.split("→"))

    assert code in codes(bad, lexicon)
    assert shown(repaired(bad, lexicon)) == shown(good)
    assert [c for c in codes(good, lexicon) if c != "FA118"] == []


@pytest.mark.parametrize(("code", "row"), RIGHT, ids=[f"{code} {row}" for code, row in RIGHT])
def test_right_persian_is_left_alone(code, row, lexicon):
    assert codes(written(row), lexicon) == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_rule_has_its_mistakes_and_twenty_five_phrases_it_spares(code):
    assert [row for rule, row in WRONG if rule == code] or code == "FA118"
    assert len({row for rule, row in RIGHT if rule == code}) >= 25


@pytest.mark.parametrize(
    ("text", "advice"), [("نیاز به برنامه ریزی داریم.", "برنامه-ریزی"), ("هر مصرف کننده این را می-داند.", "مصرف-کننده")]
)
def test_two_words_of_one_are_only_pointed_out(text, advice, lexicon):
    (finding,) = find_all(Passage(written(text), written(text), "fa"), lexicon)

    assert finding.code == "FA118"
    assert finding.hit.right is None
    assert shown(finding.hit.advice) == advice


def test_a_hit_names_the_words_it_joins(lexicon):
    text = "این کار انجام می شود."
    ((_, hit),) = find_all(Passage(text, text, "fa"), lexicon)

    assert (text[hit.start : hit.end], shown(hit.right)) == ("می شود", "می-شود")


def test_what_is_masked_joins_nothing(lexicon):
    for text in ("روش `x` های تازه", "می `x` شود"):
        prose = re.sub("`x`", MASK * 3, text)
        assert find_all(Passage(text, prose, "fa"), lexicon) == ()


def test_a_line_ends_a_phrase(lexicon):
    assert codes("این روش\nهای و هوی\nنمی\nشود", lexicon) == []


# Whatever the words and whatever is between them, one repair leaves nothing to repair.

WORDS = sorted(load_lexicon(ROOT).plural)[::97]
WORDS += re.findall(
    r"\w+",
    "می نمی ها های هایی تر ترین ای ام اند ی را شود کند خورد رفت گرفته شده خانه همه مهم سریع کار روش نرم افزار ریزی",
)
GLUE = st.sampled_from([" ", " ", "", ZWNJ, ZWNJ * 2, " " + ZWNJ, ZWNJ + " ", "، ", ".\n", "  ", "\u00a0"])
NOISE = st.text(alphabet="اآبتدرزژسشعکگلمنهویةۀيكـ" + ZWNJ * 4 + " \u064e\u0654۱a،«»", max_size=40)
PHRASES = st.lists(st.tuples(st.sampled_from(WORDS), GLUE), max_size=12).map(lambda ps: "".join(w + g for w, g in ps))


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(PHRASES, NOISE))
def test_a_repaired_text_needs_no_repair(text):
    lexicon = load_lexicon(ROOT)
    text = repaired(text, lexicon)
    assert shown(repaired(text, lexicon)) == shown(text)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(PHRASES, NOISE))
def test_repairs_do_not_overlap_and_change_only_joints(text):
    found = find_all(Passage(text, text, "fa"), load_lexicon(ROOT))
    hits = [hit for _, hit in found if hit.right is not None]

    assert all(one.end <= other.start for one, other in pairwise(hits))
    for hit in hits:
        bare = re.sub(f"[{ZWNJ} \u00a0]", "", text[hit.start : hit.end]).replace("\u06c0", "\u0647\u0654")
        assert re.sub(f"[{ZWNJ} ]", "", hit.right).replace("\u0654", "ی") == bare.replace("\u0654", "ی")


@pytest.mark.parametrize(
    "piece", ["روش های ", "می شود ", "نرمافزارها", "گرفته اند ", ZWNJ, "می ", "ها ", "ۀ ", "که ای "]
)
def test_the_time_grows_with_the_text_alone(piece, lexicon):
    def took(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        find_all(Passage(text, text, "fa"), lexicon)
        return time.perf_counter() - start

    took(100)
    assert min(took(16_000) for _ in range(3)) < 14 * min(took(4_000) for _ in range(3)) + 0.02
