"""Letters and digits of the other language (FA101-104, AR301-303, AR309, EN604)."""

from __future__ import annotations

import pytest

from sharik.text.lint.letters import house_digits
from sharik.text.lint.names import conceal
from sharik.text.lint.passage import Passage

WRONG = [  # code, language, as it is written, as --fix leaves it (None: only a person can tell)
    ("FA101", "fa", "كتاب بازاريابي خوب است.", "کتاب بازاریابی خوب است."),
    ("FA101", "fa", "حتى يك مشتری.", "حتی یک مشتری."),
    ("FA101", "fa", "این كارِ مهم را ببینید.", "این کارِ مهم را ببینید."),
    ("FA102", "fa", "این نتیجة کار است.", None),
    ("FA103", "fa", "در ٤ گام پیش بروید.", "در ۴ گام پیش بروید."),
    ("FA103", "fa", "بودجه ٢٥٪ بیشتر شد.", "بودجه ۲۵٪ بیشتر شد."),
    ("FA104", "fa", "سال گذشته 25 درصد بودجه صرف شد.", "سال گذشته ۲۵ درصد بودجه صرف شد."),
    ("FA104", "fa", "ساعت 10:30 در سال 1404 بیایید.", "ساعت ۱۰:۳۰ در سال ۱۴۰۴ بیایید."),
    ("FA104", "fa", "رشد 12.5 درصد بود و 25% سهم ماست.", "رشد ۱۲٫۵ درصد بود و ۲۵٪ سهم ماست."),
    ("FA104", "fa", "قیمت 120,000 تومان است.", "قیمت ۱۲۰٬۰۰۰ تومان است."),
    ("FA104", "fa", "تاریخ 1404/08/30 است.", "تاریخ ۱۴۰۴/۰۸/۳۰ است."),
    ("FA104", "fa", "مدل «5» را ببینید.", "مدل «۵» را ببینید."),
    ("AR301", "ar", "التسویق الرقمي مفيد للشرکات.", "التسويق الرقمي مفيد للشركات."),
    ("AR301", "ar", "العمل فی المدينة.", "العمل في المدينة."),
    ("AR301", "ar", "هذا الوادی جميل.", None),  # ي or ى
    ("AR302", "ar", "في عام ۲۰۲۵ بدأ المشروع.", "في عام 2025 بدأ المشروع."),
    ("AR303", "ar", "في عام ٢٠٢٥ بدأ المشروع.", "في عام 2025 بدأ المشروع."),
    ("AR303", "ar", "النسبة ٢٥٪ من المبيعات.", "النسبة 25% من المبيعات."),
    ("AR303", "ar", "النسبة ١٢٫٥ والمبلغ ١٬٢٠٠ فقط.", "النسبة 12.5 والمبلغ 1,200 فقط."),
    ("AR309", "ar", "الت⟨ZWNJ⟩سويق مهم.", "التسويق مهم."),
    ("EN604", "en", "Growth was ۲۵٪ this year.", None),
    ("EN604", "en", "One، two.", None),
    ("EN604", "en", "Really؟", None),
]

RIGHT = [
    ("fa", "بازاریابی دیجیتال در ۴ گام، ۲۵٪ رشد، ساعت ۱۰:۳۰، ۱۴۰۴/۰۸/۳۰."),
    ("fa", "GPT-4 و HTML5 و 3D و COVID-19 و SHA-256 و Windows 11 و ISO 9001 و 4K."),
    ("fa", "نسخهٔ 3.10.2، نشانی 192.168.1.1، تاریخ 2025-11-21، شمارهٔ #12 و قیمت $12 یا €15."),
    ("fa", "حجم 25 MB، پهنا 16 px و دما 20°C."),
    ("fa", "دستور `pip 25` و [سند](a12.md) و <https://example.com/12>."),
    ("fa", "1. هدف را بنویسید.\n2. بودجه را بنویسید."),
    ("fa", "تلفن 021-12345678 یا +98 21 1234 5678 یا +98 (21) 1234 5678."),
    ("fa", "حرف «ي» و حرف «ك» عربی‌اند و «ة» هم."),
    ("fa", "گفت: «السلام عليكم ورحمة الله» و رفت."),
    ("fa", "و نیز ﴿إِنَّ اللَّهَ عَلَىٰ كُلِّ شَيْءٍ قَدِيرٌ﴾ آمده است."),
    ("ar", "التسويق الرقمي في عام 2025 بنسبة 25% وبمبلغ 1,200 دولار."),
    ("ar", "حرف «ی» وحرف «ک» من الفارسية."),
    ("ar", "قال بالفارسية: «بازاریابی چیست؟» ومضى."),
    ("ar", "الأسماء پاريس وڤيينا وچاد."),
    ("en", "The word «بازاریابی دیجیتال، رشد» is Persian."),
    ("en", "Sharik (شريك) means partner, and `۲۵` is code."),
]


@pytest.mark.parametrize(("code", "locale", "text", "good"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_it_is_found_and_repaired(code, locale, text, good, codes, repaired):
    assert code in codes(text, locale)
    assert repaired(text, locale) == conceal(text if good is None else good)


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_right_letters_and_digits_are_left_alone(locale, text, codes):
    assert codes(text, locale) == set()


def test_digits_are_those_of_the_language():
    text = "سنة 2025 أو ٢٠٢٥"
    hits = list(house_digits(Passage(text, text, "ar", digits="arab")))

    assert [(text[hit.start : hit.end], hit.right) for hit in hits] == [("2025", "٢٠٢٥")]
