"""A file is cut into passages, and each character of them is found again in the file."""

from __future__ import annotations

import pytest

from sharik.text.lint.engine import Place
from sharik.text.lint.extract import Language, markdown_places, yaml_places
from sharik.text.lint.passage import MASK

FA = Language("fa", "arabext")


def in_persian(keys: tuple[str, ...]) -> Language | None:
    return None if "id" in keys else FA


def cut(text: str) -> list[str]:
    return [place.passage.text for place in yaml_places(text, in_persian)]


def where(text: str, place: Place) -> str:
    """What stands in the file for each character of the passage; what is meant by several may repeat."""
    return "".join(text[place.at(i)] for i in range(len(place.passage.text)))


def test_a_page_is_its_front_matter_body_titles_and_alt_texts():
    text = '---\ntitle: عنوان\nid: x\n---\n# متن\n\n!!! note "نکته"\n    ![تصویر](a.png)\n\n=== "زبانه"\n'
    places = list(markdown_places(text, FA, in_persian))

    assert [(p.passage.text if not p.passage.markdown else "body") for p in places] == [
        *("عنوان", "body", "نکته", "زبانه", "تصویر"),
    ]
    assert [where(text, place) == place.passage.text for place in places] == [True] * 5


def test_titles_and_alt_texts_in_code_are_none():
    text = '```\n!!! note "نکته"\n![تصویر](a.png)\n```\n\n`![تصویر](a.png)`\n'

    assert len(list(markdown_places(text, FA, in_persian))) == 1


def test_a_title_is_masked_like_the_body_but_not_as_markdown():
    (_, title) = markdown_places('!!! note "نشانی `a` در https://b.c"', FA, in_persian)

    assert title.passage.prose == f"نشانی {MASK * 3} در {MASK * 11}"
    assert not title.passage.markdown


@pytest.mark.parametrize(
    "text", ["---\ntitle: a", "----\ntitle: a\n---\n", "\n---\ntitle: a\n---\n", "--- x\na\n---\n"]
)
def test_what_only_looks_like_front_matter_is_body(text):
    (place,) = markdown_places(text, FA, in_persian)

    assert (place.passage.text, place.start) == (text, 0)


@pytest.mark.parametrize("text", ["---\ntitle: [\n---\nمتن", "---\ntitle: \x07\n---\nمتن", "---\n---\nمتن"])
def test_front_matter_that_cannot_be_read_leaves_the_body(text):
    (place,) = markdown_places(text, FA, in_persian)

    assert (place.passage.text, where(text, place)) == ("متن", "متن")


YAML = [  # the file, the words in it
    ("a: متن یک\nb: [دو, سه]\nc: {d: چهار, id: x}\n", ["متن یک", "دو", "سه", "چهار"]),
    ("a: 12\nb: true\nc: 2025-11-21\nd: null\ne: ''\nf: ' '\n", []),
    ("a: 'متن ''یک'' و'\n", ["متن 'یک' و"]),
    ('a: "متن \\"یک\\" و\\u00a0\\tدو\\\\"\n', ['متن "یک" و\u00a0\tدو\\']),
    ('a: "\\x41\\U0001F600"\n', ["A😀"]),
    ("a: متن\n  یک\n  دو\nb: سه\n", ["متن یک دو", "سه"]),
    ("a: >\n  متن\n  یک\nb: سه\n", ["متن یک", "سه"]),
    ("a: >-\n  متن\n  یک\n", ["متن یک"]),
    ("a: |\n  متن\n  یک\n", ["متن\nیک"]),
    ("a: |2\n    متن\n", ["متن"]),
    ("a: &x متن\nb: *x\n", ["متن"]),
    ("a: &x 'متن'\nb: !!str یک\nc: &y\n  دو\n", ["متن", "یک", "دو"]),
    ("# توضیح\na: متن # یادداشت\n", ["متن"]),
    ('a: "متن \\\n   یک"\n', ["متن یک"]),
    ('a: "متن\n\n  یک"\n', None),  # however folded: its place counts
    ("a: [\n", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), YAML, ids=[repr(text) for text, _ in YAML])
def test_the_words_of_a_yaml_file(text, words):
    assert words is None or cut(text) == words
    for place in yaml_places(text, in_persian):
        places = [place.at(i) for i in range(len(place.passage.text))]
        assert places == sorted(places)
        assert all(0 <= at < len(text) for at in places)


def test_a_character_is_found_where_it_stands():
    text = 'a: متن\nb: "یک \\"دو\\" سه"\nc: >\n  چهار\n  پنج\n'
    for place in yaml_places(text, in_persian):
        for i, character in enumerate(place.passage.text):
            assert text[place.at(i)] == character or text[place.at(i)] in '\\\n"'


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a: متن  یک\n", "a: متن یک\n"),
        ("a: 'متن, ''یک'''\n", "a: 'متن، ''یک'''\n"),
        ('a: "متن, \\"یک\\"."\n', 'a: "متن، \\"یک\\"."\n'),  # no escape is split
        ("a: >\n  متن, یک\n  و دو .\n", "a: >\n  متن، یک\n  و دو.\n"),
        ("a: |\n  متن, یک\n  و دو .\n", "a: |\n  متن، یک\n  و دو.\n"),
        ('a: "متن\n، یک"\n', 'a: "متن\n، یک"\n'),  # nor is the end of a line a space
        ('a: "متن\\u00a0یک"\n', 'a: "متن\\u00a0یک"\n'),  # an escape is not the character: found, not repaired
        ("- متن, یک\n- id: متن, دو\n", "- متن، یک\n- id: متن, دو\n"),
    ],
)
def test_words_are_repaired_in_their_place(text, fixed, checker):
    assert checker.repaired("data/x/fa.yml", text) == fixed


def test_words_that_hold_wrong_forms_on_purpose_are_left(checker):
    text = "forbidden: [وب سایت]\nsynonyms: [وب سایت]\nbad: متن, یک\nrules: {x: {good: متن, یک}}\n"

    assert checker.problems("data/x/fa.yml", text) == []


def test_a_key_tells_the_language(checker):
    found = checker.problems("data/vocab.yml", "name:\n  fa: متن, یک\n  ar: نص, واحد\n  en: One, two\n")

    assert [(problem.code, problem.line, problem.column) for problem in found] == [("P201", 2, 10), ("P201", 3, 9)]
