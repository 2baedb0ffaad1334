"""Characters (UNI): what hides in a text, and what only looks as if it did. ⟨ZWNJ⟩ names what cannot be seen."""

from __future__ import annotations

import pytest

from sharik.text.lint.names import conceal

WRONG = [  # code, language, as it is written, as --fix leaves it (None: only a person can tell)
    ("UNI001", "fa", "این متن ا⟨U+0653⟩ماده است.", "این متن آماده است."),
    ("UNI001", "fa", "رو⟨U+0654⟩یا و منشا⟨U+0654⟩ کار.", "رؤیا و منشأ کار."),
    ("UNI001", "ar", "ا⟨U+0655⟩لى أين؟", "إلى أين؟"),
    ("UNI001", "en", "The cafe⟨U+0301⟩ is open.", "The café is open."),
    ("UNI001", "en", "An a⟨U+0323⟩⟨U+0302⟩ has two marks.", "An ậ has two marks."),
    ("UNI001", "en", "A resistor of 5 ⟨U+2126⟩.", "A resistor of 5 Ω."),
    ("UNI002", "ar", "ﻣﺮﺣﺒﺎ بكم في الموقع.", "مرحبا بكم في الموقع."),
    ("UNI002", "ar", "ﺎﺒﺣﺮﻣ بكم في الموقع.", "مرحبا بكم في الموقع."),  # in the order of the eye
    ("UNI002", "ar", "ﻢﻟﺎﻋ ﺎﺒﺣﺮﻣ", "مرحبا عالم"),
    ("UNI002", "ar", "ﺍﻻﺳﻢ هنا.", "الاسم هنا."),  # lam and alef in one
    ("UNI002", "ar", "ﻢﺳﻻﺍ هنا.", "الاسم هنا."),
    ("UNI002", "fa", "ﮐﺘﺎﺏ خوب است.", "کتاب خوب است."),
    ("UNI002", "en", "The ﬁrst ofﬁce.", "The first office."),
    ("UNI003", "en", "Pay ⟨RLO⟩evil⟨PDF⟩ now.", None),
    ("UNI003", "fa", "نشانی ⟨LRE⟩example⟨PDF⟩ را ببینید.", None),
    ("UNI003", "en", "Run `access⟨RLO⟩ level` as it is.", None),  # attacks hide in code
    ("UNI004", "fa", "مدل ⟨RLI⟩AIDA را بخوانید.", None),
    ("UNI004", "en", "A lonely end⟨PDI⟩ of nothing.", None),
    ("UNI004", "en", "```\ncode ⟨LRI⟩ code\n```", None),
    ("UNI005", "ar", "التس⟨ZWSP⟩ويق الرقمي مهم.", "التسويق الرقمي مهم."),
    ("UNI005", "en", "Your cus⟨SHY⟩tomers com⟨WJ⟩pare pri⟨BOM⟩ces.", "Your customers compare prices."),
    ("UNI005", "fa", "این کار انجام می¬شود.", "این کار انجام می⟨ZWNJ⟩شود."),
    ("UNI005", "ar", "الت⟨ZWJ⟩سويق مهم.", "التسويق مهم."),
    ("UNI005", "en", "A joiner ⟨ZWJ⟩ alone.", "A joiner alone."),
    ("UNI006", "ar", "السعر 25%⟨RLM⟩ تقريبًا.", None),
    ("UNI006", "fa", "مدل ⟨RLI⟩AIDA⟨PDI⟩ را بخوانید.", None),
    ("UNI006", "en", "Left⟨LRM⟩ and ⟨ALM⟩Arabic.", None),
    ("UNI007", "ar", "التســويق الرقمي مهم.", "التسويق الرقمي مهم."),
    ("UNI007", "ar", "مُحَـمَّد هنا.", "مُحَمَّد هنا."),
    ("UNI007", "fa", "بازارِ بـــزرگ شهر.", "بازارِ بزرگ شهر."),
    ("UNI008", "fa", "سفر⟨NBSP⟩مشتری مهم است.", "سفر مشتری مهم است."),
    ("UNI008", "en", "Thin⟨U+2009⟩and⟨U+202F⟩wide⟨U+3000⟩spaces.", "Thin and wide spaces."),
    ("UNI008", "fa", "سفر⟨NBSP⟩ مشتری مهم است.", "سفر مشتری مهم است."),  # what is left of it, too
    ("UNI009", "ar", "التسويق ⟨U+FFFD⟩ الرقمي.", None),
    ("UNI009", "fa", "Ø¨Ø§Ø²Ø§Ø±", None),  # UTF-8 read as Windows-1252
    ("UNI009", "en", "Itâ€™s a CafÃ©.", None),
    ("UNI009", "en", "An icon ⟨U+F101⟩ of a font, a bell ⟨U+0007⟩.", None),
]

RIGHT = [
    ("fa", "بهرهٔ بانکی، نقشهٔ راه، مسؤول، آگاهی، جزء"),  # ه with a hamza above has no other form
    ("fa", "حضرت محمد ﷺ، ۱۲۰ ﷼، ﴿بِسْمِ ٱللّٰهِ﴾ و ﷽"),
    ("fa", "سال ۱۴۰۴ ه⟨ZWJ⟩.ش برابر با ۲۰۲۵ م. است."),
    ("fa", "یک خانواده 👨⟨ZWJ⟩👩⟨ZWJ⟩👧، دلی ❤️⟨ZWJ⟩🔥، پرچمی 🏳️⟨ZWJ⟩🌈، زنی 👩🏽⟨ZWJ⟩💻 و دختری 🏃🏾⟨ZWJ⟩♀️"),
    ("ar", "مُدَّةٌ مُحَدَّدة"),  # whichever of the two marks comes first
    ("ar", "مُدَ⟨U+0651⟩ةٌ"),
    ("ar", "عام ١٤٤٦هـ"),
    ("ar", "الـ SEO و الـ KPI، وبـ«جوجل» أيضًا"),
    ("en", "Øresund, São Paulo, JOÃO, naïve, Ünlü, €5, “quotes” – dashes — and… more"),
    ("en", "Tab\there, arrows → ←, ½ ² ™ © ®, ⌘K"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "locale", "text", "good"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_it_is_found_and_repaired(code, locale, text, good, codes, repaired):
    assert code in codes(text, locale)
    assert repaired(text, locale) == conceal(text if good is None else good)


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_right_characters_are_left_alone(locale, text, codes):
    assert codes(text, locale) & UNI == set()


UNI = {f"UNI00{number}" for number in range(1, 10)}


@pytest.mark.parametrize("code", sorted(UNI))
def test_every_rule_has_its_mistakes(code):
    assert [row for row in WRONG if row[0] == code] != []


def test_shapes_that_fit_neither_order_are_only_pointed_out(codes, repaired):
    """They were broken before: nobody knows the word."""
    text = "كلمة ﺑﺑﺎﺎ هنا."

    assert "UNI002" in codes(text, "ar")
    assert repaired(text, "ar") == conceal(text)


def test_what_hides_in_code_is_found_but_left(codes, repaired):
    text = "Run `a⟨ZWSP⟩b` and `c⟨NBSP⟩d`."

    assert codes(text, "en") == {"UNI005", "UNI008"}
    assert repaired(text, "en") == conceal(text)


def test_an_isolate_ends_with_its_paragraph(checker):
    text = "\u2067one\u2069 two \u2067three\n\nfour\u2069"
    found = checker.problems("docs/page.md", text, "en")

    assert [(p.code, p.line, p.column) for p in found if p.code == "UNI004"] == [("UNI004", 1, 11), ("UNI004", 3, 5)]
