"""Markdown (MD501-505): what a page would not show as it was meant."""

from __future__ import annotations

import pytest

from sharik.text.lint.names import conceal

WRONG = [  # code, language, as it is written, as --fix leaves it (None: only a person can tell)
    ("MD501", "fa", "این *ابزار* مهم است.", "این **ابزار** مهم است."),
    ("MD501", "ar", "هذه _الأداة_ مهمة.", "هذه **الأداة** مهمة."),
    ("MD501", "fa", "این *ابزار SEO تازه* مهم است.", "این **ابزار SEO تازه** مهم است."),
    ("MD502", "fa", "## راه حل:", "## راه حل"),
    ("MD502", "en", "# The remedy.\n\nText.", "# The remedy\n\nText."),
    ("MD502", "ar", "### الحل: {#remedy}", "### الحل {#remedy}"),
    ("MD502", "en", "## The remedy: ##", "## The remedy ##"),
    ("MD502", "en", "## The `remedy` . {#remedy .wide}", "## The `remedy` {#remedy .wide}"),
    ("MD503", "fa", "۱. هدف را بنویسید.\n۲. بودجه را بنویسید.", "1. هدف را بنویسید.\n2. بودجه را بنویسید."),
    ("MD503", "fa", "• هدف را بنویسید.\n• بودجه را بنویسید.", "- هدف را بنویسید.\n- بودجه را بنویسید."),
    ("MD503", "ar", "الخطوات:\n1- اكتب الهدف.\n2- اكتب الميزانية.", "الخطوات:\n1. اكتب الهدف.\n2. اكتب الميزانية."),
    ("MD503", "en", "Text.\n\n  ● One\n  ● Two", "Text.\n\n  - One\n  - Two"),
    ("MD504", "ar", "للمزيد [اضغط هنا](a.md).", None),
    ("MD504", "fa", "برای بیشتر [اینجا](a.md) را ببینید.", None),
    ("MD504", "en", "For more [click here](a.md).", None),
    ("MD505", "fa", "![](a.png)", None),
    ("MD505", "en", "Text ![ ](a.png) text.", None),
]

RIGHT = [
    ("fa", "این **ابزار** و *SEO* و ***مهم*** و نام_فایل_دیگر است."),
    ("fa", "ضرب ۲ * ۳ * ۴ و ستارهٔ \\*مهم\\* و `*کد*`."),
    ("fa", "* مورد یک\n* مورد دو"),
    ("fa", "## چرا؟\n\n## نمونه {#example}\n\n## و مانند آن…\n\n## نسخهٔ ۲٫۵"),
    ("en", "## What is it?\n\n## Example {#example}\n\n## Terms, forms...\n\n## Go!"),
    ("en", "## The file: `a.yml`\n\n## How many: {count}\n\n## Shown: {{ diagram }}"),
    ("en", "```\n# A comment:\n• x\n```"),
    ("fa", "```\n![](a.png)\n[اینجا](b.md)\n```\n\nو `![](a.png)`."),
    ("fa", "1. یک\n2. دو\n\n- سه\n- چهار"),
    ("fa", "این متن در سال\n۱۴. پایان"),  # a line of a paragraph
    ("fa", "| ردیف | نام |\n|---|---|\n| ۱. | بازار |"),
    ("fa", "۱۴۰۴. سالی خوب بود.\n\n۲-۳ روز صبر کنید.\n\n۵ روز دیگر."),
    ("en", "See [the price list](prices.md), ![A shop window](shop.png) and [here is the plan](plan.md)."),
    ("fa", "ببینید: [فهرست قیمت](prices.md) و ![ویترین مغازه](shop.png)."),
    ("en", "1-2 days, 3.5 hours, 5-year plan."),
    ("en", "*Italics* are _fine_ in English."),
]


@pytest.mark.parametrize(("code", "locale", "text", "good"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_it_is_found_and_repaired(code, locale, text, good, codes, repaired):
    assert code in codes(text, locale)
    assert repaired(text, locale) == conceal(text if good is None else good)


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_right_markdown_is_left_alone(locale, text, codes):
    assert codes(text, locale) == set()


def test_italics_inside_bold_are_never_repaired_into_broken_bold(repaired):
    text = "این **کار *ابزار* مهم** است."

    assert repaired(text, "fa") == text


def test_a_number_that_begins_a_word_of_the_interface_is_no_list(checker):
    assert checker.problems("data/x/fa.yml", "text: ۱. هدف را بنویسید", "fa") == []
