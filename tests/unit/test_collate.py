import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.text.collate import ALPHABETS, LATIN, OTHER, alphabet, letter, plain, sort_key

ORDERED = {
    "fa": [
        "آخرین تعامل",
        "آزمون A/B",
        "آژانس",
        "اثر افزایشی",
        "ارزش پیشنهادی",
        "ارزش طول عمر مشتری",
        "اِسناد",
        "اینفلوئنسر",
        "بازاریابی",
        "بازاریابی آنلاین",
        "بازاریابی ایمیلی",
        "برند",
        "بریف",
        "پارامترهای UTM",
        "پرسونا",
        "تبدیل",
        "جست‌وجوی پولی",
        "چرخهٔ فروش",
        "حاشیهٔ سود",
        "حاشیهٔ مشارکت",
        "خط مبنا",
        "داده",
        "ذی‌نفع",
        "رسانهٔ پولی",
        "زمان",
        "ژرفا",
        "سئو",
        "شاخص",
        "صفحهٔ فرود",
        "ضریب",
        "طرح",
        "ظرفیت",
        "عدد",
        "غرفه",
        "فریلنسر",
        "قیف",
        "کانال",
        "کسب‌وکار با کسب‌وکار",
        "کسب‌وکار با مصرف‌کننده",
        "کسب‌وکار کوچک و متوسط",
        "کلیدواژه",
        "کلیدواژهٔ منفی",
        "گردش کار",
        "لید",
        "ماتریس",
        "مأموریت",
        "متن",
        "مؤثر",
        "نرخ ۱ درصد",
        "نرخ ۲ درصد",
        "نرخ تبدیل",
        "نمونه‌کار",
        "وفاداری",
        "همه‌کاناله",
        "یادداشت",
        "CPA",
        "SEO",
        "٪",
    ],
    "ar": [
        "إحالة",
        "أداة",
        "استراتيجية",
        "الإسناد",
        "الالتزام",
        "التزام كامل",
        "بحث",
        "البحث المدفوع",
        "تحسين محركات البحث",
        "التحليلات",
        "تحويل",
        "التسويق",
        "التسويق بالمحتوى",
        "ثقة",
        "جلسة",
        "حملة",
        "خط الأساس",
        "دعوة إلى اتخاذ إجراء",
        "ذكرى",
        "رحلة العميل",
        "زبون",
        "سير العمل",
        "شريحة",
        "صفحة",
        "صفحة الهبوط",
        "ضريبة",
        "طلب",
        "الظهور",
        "ظهور واحد",
        "عرض السعر",
        "غاية",
        "فرع",
        "قمع التسويق",
        "كلمة مفتاحية",
        "لوحة المعلومات",
        "مُخرَج",
        "مستوى",
        "مستوى عالٍ",
        "معدَّل",
        "مؤثِّر",
        "نسبة",
        "هامش",
        "وكالة",
        "الولاء",
        "يوم",
        "CPA",
        "#",
    ],
    "en": [
        "A/B test",
        "agency",
        "attribution",
        "B2B",
        "B2C",
        "break-even point",
        "breakdown",
        "click",
        "Click-through rate",
        "clicks",
        "CPA",
        "customer journey",
        "customer journey map",
        "RACI matrix",
        "SMS marketing",
        "سئو",
    ],
}


@pytest.mark.parametrize("locale", ORDERED)
def test_words_stand_in_the_order_of_the_alphabet(locale):
    shuffled = random.Random(3).sample(ORDERED[locale], len(ORDERED[locale]))

    assert sorted(shuffled, key=lambda text: sort_key(text, locale)) == ORDERED[locale]


@pytest.mark.parametrize(
    ("text", "locale", "name"),
    [
        ("آژانس", "fa", "آ"),
        ("ا\u0653ژانس", "fa", "آ"),
        ("أثر", "fa", "ا"),
        ("اِسناد", "fa", "ا"),
        ("كانال", "fa", "ک"),
        ("ياد", "fa", "ی"),
        ("«کانال»", "fa", "ک"),
        ("آزمون A/B", "fa", "آ"),
        ("CPA", "fa", "A–Z"),
        ("۷ علت", "fa", "#"),
        ("", "fa", "#"),
        ("التسويق", "ar", "ت"),
        ("الإسناد", "ar", "أ"),
        ("آلة", "ar", "أ"),
        ("التزام", "ar", "أ"),
        ("الالتزام", "ar", "أ"),
        ("ال", "ar", "أ"),
        ("مُخرَج", "ar", "م"),
        ("کانال", "ar", "ك"),
        ("پرسونا", "ar", "ب"),
        ("SEO", "ar", "A–Z"),
        ("agency", "en", "A"),
        ("“lead”", "en", "L"),
        ("کانال", "en", "#"),
        ("4P", "en", "#"),
        ("کانال", "ckb", "ک"),
        ("Kanal", "de", "K"),
    ],
)
def test_a_word_stands_under_its_letter(text, locale, name):
    assert letter(text, locale).name == name


@pytest.mark.parametrize("locale", ALPHABETS)
def test_every_letter_has_an_anchor_of_its_own_and_stands_under_itself(locale):
    letters = alphabet(locale)

    assert len({each.id for each in (*letters, LATIN, OTHER)}) == len(letters) + 2
    assert [letter(char, locale) for char in ALPHABETS[locale]] == letters
    assert all(each.id.isascii() for each in letters)


def test_anchors_are_code_points():
    assert [letter(text, "fa").id for text in ("آژانس", "کانال")] == ["l-622", "l-6a9"]
    assert letter("agency", "en").id == "l-61"


def test_alphabets_are_whole():
    assert {locale: len(letters) for locale, letters in ALPHABETS.items()} == {"fa": 33, "ar": 28, "en": 26}


def test_hamza_joiners_and_marks_do_not_count():
    assert plain("مسئلهٔ کسب‌وکار", "fa") == plain("مسيلۀ كسبوکار", "fa")
    assert plain("الإِسنادُ", "ar") == plain("اسناد", "ar")
    assert plain("Break-Even", "en") == "break even"


@given(st.text(max_size=30), st.sampled_from(["fa", "ar", "en"]))
def test_every_text_has_a_place_under_its_letter(text, locale):
    order = [*alphabet(locale), LATIN, OTHER]

    assert letter(text, locale) in order
    assert sort_key(text, locale) == sort_key(text, locale)
