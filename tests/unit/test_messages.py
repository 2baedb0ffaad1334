import pytest

from sharik.messages import Messages, placeholders, read_messages
from sharik.problems import Report
from sharik.source import parse_yaml

ARABIC = {
    "zero": "لا بنود",
    "one": "بند واحد",
    "two": "بندان",
    "few": "{count} بنود",
    "many": "{count} بندًا",
    "other": "{count} بند",
}


def messages(base, code: str, texts) -> Messages:
    return Messages(code, base.locales[code], texts)


def problems_of(base, **texts: str) -> list[str]:
    report = Report()
    documents = {code: parse_yaml(text, f"{code}.yml", report) for code, text in texts.items()}
    read_messages(documents, base.locales, report)
    return [f"{p.path}:{p.line}: {p.code}: {p.message}" for p in report.errors]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "لا بنود"),
        (1, "بند واحد"),
        (2, "بندان"),
        (3, "3 بنود"),
        (11, "11 بندًا"),
        (100, "100 بند"),
        (1003, "1,003 بنود"),
    ],
)
def test_a_count_chooses_the_arabic_form(base, count, text):
    assert messages(base, "ar", {"items": ARABIC}).text("items", count=count) == text


def test_numbers_are_written_in_the_digits_of_the_language(base):
    texts = {"a": "{count} از {total}: {name}"}

    assert messages(base, "fa", texts).text("a", count=1200, total=-3, name="SEO 2") == "۱٬۲۰۰ از \u2212۳: SEO 2"
    assert messages(base, "en", texts).text("a", count=1200, total=-3, name="SEO 2") == "1,200 از \u22123: SEO 2"


def test_a_form_that_a_language_lacks_falls_back_to_other(base):
    assert messages(base, "en", {"a": {"other": "{count} items"}}).text("a", count=1) == "1 items"


def test_a_value_is_not_searched_for_places(base):
    assert messages(base, "en", {"a": "{x} {y}"}).text("a", x="{y}", y="z") == "{y} z"


def test_a_group_has_its_keys_without_the_prefix(base):
    texts = {"a.b": "1", "a.c": {"other": "2"}, "ab.d": "3"}

    assert messages(base, "en", texts).group("a") == {"b": "1", "c": {"other": "2"}}


def test_places_are_those_of_the_form_other():
    assert placeholders("{a} and {b_1} and { c }") == {"a", "b_1"}
    assert placeholders({"one": "once", "other": "{n} times"}) == {"n"}


def test_a_form_may_say_the_number_in_words(base):
    assert problems_of(base, en="a: {one: once, other: '{n} times'}") == []


def test_a_misspelt_place_in_any_form_is_found(base):
    text = "a:\n  one: '{nn} time'\n  other: '{n} times'\n"

    assert problems_of(base, en=text) == ["en.yml:1: message-placeholder: 'a': {nn} is here or elsewhere alone"]


def test_languages_may_differ_in_having_plurals_at_all(base):
    assert problems_of(base, en="a: {one: '{n} x', other: '{n} xs'}", fa="a: '{n} x'") == []


def test_nested_keys_are_joined_by_dots(base):
    assert problems_of(base, en="a:\n  b:\n    c: x\n", fa="a:\n  b:\n    d: x\n") == [
        "en.yml:1: missing-key: the interface text 'a.b.d' is missing",
        "fa.yml:1: missing-key: the interface text 'a.b.c' is missing",
    ]


@pytest.mark.parametrize("text", ["- a", "a", "", "7"])
def test_a_file_that_holds_no_texts_is_one_problem(base, text):
    assert problems_of(base, en=text, fa="a: x") == ["en.yml:1: invalid-value: the file holds no texts"]


@pytest.mark.parametrize("text", ["a: [x]", "a: 1", "a:", "a: {one: [x], other: x}"])
def test_a_value_that_is_no_text_is_a_problem(base, text):
    assert problems_of(base, en=text) == ["en.yml:1: invalid-value: 'a' is not a text"]
