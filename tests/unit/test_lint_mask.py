"""What is not prose is masked: same length, same lines. In the tables ~ stands for a masked character."""

from __future__ import annotations

import pytest

from sharik.text.lint.mask import mask_code, mask_markdown, mask_plain
from sharik.text.lint.passage import MASK
from sharik.text.lint.quotations import mask_foreign, mask_quotations

MARKDOWN = [
    # Code
    ("a `b c` d", "a ~~~~~ d"),
    ("a ``b ` c`` d", "a ~~~~~~~~~ d"),
    ("a `b d", "a `b d"),  # nothing closes it
    ("a `b\n\nc` d", "a `b\n\nc` d"),  # not in this paragraph
    ("a `b\nc` d", "a ~~\n~~ d"),
    ("a \\`b\\` c", "a \\`b\\` c"),
    ("a\n\n```py\nb\n```\nc", "a\n\n~~~~~\n~\n~~~\nc"),
    ("~~~\nb\n```\nc\n~~~\nd", "~~~\n~\n~~~\n~\n~~~\nd"),
    ("````\n```\nb\n```\n````\nc", "~~~~\n~~~\n~\n~~~\n~~~~\nc"),
    ("a\n```\nb c", "a\n~~~\n~~~"),  # to the end of the file
    ("> ```\n> b\n> ```\nc", "~~~~~\n~~~\n~~~~~\nc"),
    # HTML
    ("a <b>c</b> d", "a ~~~c~~~~ d"),
    ('a <b c="d e" f>g</b>', "a ~~~~~~~~~~~~~g~~~~"),
    ("a <code>b c</code> d", "a ~~~~~~~~~~~~~~~~ d"),
    ("a <!-- b\nc --> d", "a ~~~~~~\n~~~~~ d"),
    ("a <!-- b\nc", "a ~~~~~~\n~"),
    ("a < b > c", "a < b > c"),
    ("<div><div>a</div>", "~~~~~~~~~~a~~~~~~"),
    # Links, images, notes
    ("a [b](c d) e", "a [b]~~~~~ e"),
    ('a [b](c_(d) "e") f', "a [b]~~~~~~~~~~~ f"),
    ("a [b](c d", "a [b](c d"),
    ("a ![b](c) d", "a ~~~~~~~ d"),
    ("a [![b](c)](d) e", "a [~~~~~~~]~~~ e"),
    ("a[^1] b\n\n[^1]: c", "a~~~~ b\n\n~~~~~ c"),
    ("a [b][c]\n\n[c]: d e", "a [b]~~~\n\n~~~~~~~~"),
    ("*[b]: c d", "~~~~~~~~~"),
    ("a <https://b.c/d> e", "a ~~~~~~~~~~~~~~~ e"),
    ("a https://b.c/d. E", "a ~~~~~~~~~~~~~. E"),
    ("به https://b.c/d، و", "به ~~~~~~~~~~~~~، و"),
    ("a www.b.c, d", "a ~~~~~~~, d"),
    ("a b.c@d.e, f", "a ~~~~~~~, f"),
    ("a b@c d", "a b@c d"),
    # What the build reads
    ("a {{ b c }} d", "a ~~~~~~~~~ d"),
    ("a {% b %} c", "a ~~~~~~~ c"),
    ("# a {#b .c}", "# a ~~~~~~~"),
    ("a {b} {c d}", "a ~~~ {c d}"),
    ('!!! note "a"\n    b', '~~~~~~~~~~~~\n    b'),
    ('=== "a"\n\n    b', '~~~~~~~\n\n    b'),
    ("??? a\n    b", "~~~~~\n    b"),
    # Tables and tags
    ("| a | b |\n|---|:-:|\n| c | d |", "││a│││b││\n~~~~~~~~~\n││c│││d││"),
    ("a | b | c", "a│││b│││c"),
    ("a | b", "a | b"),
    ("a #b c", "a ~~ c"),
    ("# a #1 b#c &#x27;", "# a #1 b#c &#x27;"),
]  # fmt: skip


def shown(prose: str) -> str:
    return prose.replace(MASK, "~")


@pytest.mark.parametrize(("text", "prose"), MARKDOWN, ids=[text for text, _ in MARKDOWN])
def test_what_is_not_prose_is_masked(text, prose):
    found = mask_markdown(text)

    assert len(found) == len(text)
    if "~~~" not in text:
        assert shown(found) == prose
    assert shown(found).replace("~", "") == prose.replace("~", "")


def test_only_code_and_placeholders_are_masked_in_plain_words():
    assert shown(mask_code("a `b` [c](d) <e>")) == "a ~~~ [c](d) <e>"
    assert shown(mask_plain("a {b} #c `d`")) == "a ~~~ ~~ `d`"


FOREIGN = [  # language, text, whether the quotation in it is masked
    ("fa", "گفت: «السلام عليكم ورحمة الله» و رفت.", True),
    ("fa", "آیهٔ ﴿قل هو الله أحد﴾ را خواند.", True),
    ("fa", "> إنما الأعمال بالنيات", True),
    ("fa", "گفت: «إِنَّ مَعَ العُسرِ يُسرًا».", True),
    ("fa", "گفت: «كتاب بازاريابي خوب است».", False),
    ("fa", "گفت: «این کتاب خوب است».", False),
    ("fa", "گفت: «حتماً مؤسسهٔ ما» را.", False),
    ("ar", "قال: «بازاریابی چیست؟» ومضى.", True),
    ("ar", "> این کتاب را بخوانید", True),
    ("ar", "قال: «التسویق الرقمي مهم» ومضى.", False),
    ("ar", "قال: «كتاب جديد» ومضى.", False),
    ("en", "The word «بازاریابی» is Persian.", False),
]


@pytest.mark.parametrize(("locale", "text", "masked"), FOREIGN, ids=[text for _, text, _ in FOREIGN])
def test_a_quotation_in_the_other_language_is_masked(locale, text, masked):
    found = mask_foreign(text, locale, {"این", "کتاب", "را", "بخوانید", "بازاریابی", "چیست"}.__contains__)

    assert (len(found), MASK in found) == (len(text), masked)


def test_four_vocalised_words_are_classical_arabic():
    text = "و گفت كَلِمَةٌ طَيِّبَةٌ كَشَجَرَةٍ طَيِّبَةٍ و رفت"
    found = mask_foreign(text, "fa", lambda word: False)

    assert found.startswith("و گفت ")
    assert found.endswith(" و رفت")
    assert "كَلِمَةٌ" not in found
    assert mask_foreign("گُل و گِل و دُر و در", "fa", lambda word: False) == "گُل و گِل و دُر و در"


def test_quotations_are_masked_for_the_rules_that_judge_words():
    text = 'a «b» “c” "d" ‘e’ don’t 5" f\n> g'

    assert shown(mask_quotations(text)) == 'a ~~~ ~~~ ~~~ ~~~ don’t 5" f\n~~~'
