"""The words of a text as search reads them."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from markdown import markdown

from sharik.text.front_matter import FRONT_MATTER
from sharik.text.plain import plain

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(ROOT.glob("docs/*/articles/*.md"))
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "sane_lists",
    "tables",
    "pymdownx.superfences",
]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def words_of_html(text: str) -> Counter[str]:
    """The words that a reader of the page sees; the numbers of footnotes and the ways back are none."""
    html = markdown(text, extensions=EXTENSIONS)
    html = re.sub(r"<!--.*?-->", " ", html, flags=re.S)
    html = re.sub(r'<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>', "", html)
    html = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r"\1", html)
    html = re.sub(r"</?(?:a|em|strong|code|abbr|span)\b[^>]*>", "", html)
    return words(unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.relative_to(ROOT / "docs").as_posix())
def test_the_words_of_an_article_are_those_of_its_page(file):
    body = FRONT_MATTER.sub("", file.read_text("utf-8"), count=1)

    assert words(plain(body)) == words_of_html(body)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", ""),
        ("One\n\ntwo\n  three", "One two three"),
        ("**Bold**, *soft* and _soft_", "Bold, soft and soft"),
        ("snake_case, 2 * 3", "snake_case, 2 * 3"),
        ("[a [small] cart](../x.md#y)", "a [small] cart"),
        ('![A (small) cart](cart.png "title")', "A (small) cart"),
        ("[site](https://example.org/a_(b))", "site"),
        ("A sum.[^sum]\n\n[^sum]: By hand.", "A sum. By hand."),
        ("## A title {#a-title}", "A title"),
        ("- one\n- two\n\n1. three", "one two three"),
        ("> quoted\n> twice", "quoted twice"),
        ("| a | b |\n|---|---:|\n| 1 | 2 \\| 3 |", "a b 1 2 | 3"),
        ('!!! stop "Wait"\n    First this.', "Wait First this."),
        ("<!-- diagram: journey -->\nSeen", "Seen"),
        ("*[CPA]: cost per action\nCPA", "CPA"),
        ("[ref]: https://example.org\nSeen", "Seen"),
        ("`code` and\n```\nmore\n```", "code and more"),
        ("2 &lt; 3 &amp; \\*no\\*", "2 < 3 & *no*"),
        ("قیمت\u200cها {#price}", "قیمت\u200cها"),
    ],
)
def test_a_text_is_read_without_its_marks(text, seen):
    assert plain(text) == seen
