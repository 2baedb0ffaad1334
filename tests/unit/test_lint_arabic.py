"""Arabic words (AR304-307)."""

from __future__ import annotations

import pytest

from sharik.text.lint.names import conceal

WRONG = [  # code, as it is written, as --fix leaves it (None: only a person can tell)
    ("AR304", "إقرأ المقال ثم إختر الخطة.", "اقرأ المقال ثم اختر الخطة."),
    ("AR304", "إستخدمت الأداة والإستخدام سهل.", "استخدمت الأداة والاستخدام سهل."),
    ("AR304", "بالإستثمار وللإستثمار ولإستخدامها.", "بالاستثمار وللاستثمار ولاستخدامها."),
    ("AR304", "ذهب الى المدينة.", "ذهب إلى المدينة."),
    ("AR305", "اقرأ الدليل جيداً قبل البدء.", "اقرأ الدليل جيدًا قبل البدء."),
    ("AR305", "شكراً وأهلاً وسهلاً.", "شكرًا وأهلًا وسهلًا."),
    ("AR306", "التسويق الرقمى مهم.", None),
    ("AR306", "العملى والنظرى معًا.", None),
    ("AR307", "البيع و الشراء عبر الإنترنت.", "البيع والشراء عبر الإنترنت."),
    ("AR307", "(و هذا) مهم.", "(وهذا) مهم."),
    ("AR307", "- و هذا مهم.", "- وهذا مهم."),
]

RIGHT = [
    "استخدم الأداة ثم اقرأ الدليل واختر الخطة.",
    "إستونيا بالجنيه الإسترليني في إسطنبول وإسبانيا.",
    "جيدًا وشكرًا ودعاءً ومساءً وخطأً وعصًا وفتًى.",
    "على إلى حتى متى لدى سوى كبرى صغرى أخرى أعلى أدنى مستوى محتوى معنى مبنى موسى عيسى ليلى",
    "المحتوى الأعلى والمستوى الأدنى على مرأى من الجميع.",
    "الأداة SEO و Google و 25% من المبيعات.",
    "حرف و يأتي بعد حرف ه.",
    "البيع والشراء، ووصلنا إلى الهدف، وواو العطف.",
    "﴿وَالضُّحَىٰ وَاللَّيْلِ إِذَا سَجَىٰ﴾",
    "سنة 1446هـ، والـ SEO، وصلى الله عليه وسلم ﷺ.",
]


@pytest.mark.parametrize(("code", "text", "good"), WRONG, ids=[f"{row[0]} {row[1]}" for row in WRONG])
def test_it_is_found_and_repaired(code, text, good, codes, repaired):
    assert code in codes(text, "ar")
    assert repaired(text, "ar") == conceal(text if good is None else good)


@pytest.mark.parametrize("text", RIGHT)
def test_right_arabic_is_left_alone(text, codes):
    assert codes(text, "ar") == set()


@pytest.mark.parametrize(("wrong", "advice"), [("الرقمى", "الرقمي"), ("العملى", "العملي")])
def test_a_doubtful_ending_comes_with_advice(wrong, advice, checker):
    (problem,) = checker.problems("docs/page.md", f"التسويق {wrong} مهم.", "ar")

    assert (problem.code, problem.fix) == ("AR306", None)
    assert advice in problem.hint
