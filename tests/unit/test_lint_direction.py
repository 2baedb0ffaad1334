"""Left-to-right runs in right-to-left text (BD401-403)."""

from __future__ import annotations

import pytest

WRONG = [  # code, language, text, what is found in it
    ("BD401", "fa", "زبان C++ را بیاموزید.", ["C++"]),
    ("BD401", "fa", "زبان C# و F# را بیاموزید.", ["C#", "F#"]),
    ("BD401", "ar", "منصة .NET قديمة.", [".NET"]),
    ("BD401", "fa", "به @sharik بنویسید.", ["@sharik"]),
    ("BD401", "ar", "اتصل على +98 21 1234 5678 الآن.", ["+98 21 1234 5678"]),
    ("BD401", "fa", "دما -۵ درجه است.", ["-۵"]),
    ("BD402", "fa", "برای سفارش به https://example.com/shop بروید.", ["https://example.com/shop"]),
    ("BD402", "ar", "زر https://example.com/a لمزيد من المعلومات.", ["https://example.com/a"]),
    ("BD403", "fa", "روش‌های SEO، SEM و PPC را بشناسید.", ["SEO، SEM"]),
    ("BD403", "ar", "أدوات SEO، SEM، PPC كثيرة.", ["SEO، SEM، PPC"]),
]

RIGHT = [
    ("fa", "مدل‌های SEO و SEM و PPC، آزمون A/B، زبان C، نسخهٔ 4.1 (بتا)، قیمت $12 و Sharik."),
    ("fa", "مدل **SEO** و *KPI* و **A/B** مهم‌اند."),
    ("fa", "از ۱۰-۱۵ تا ۲۰–۲۵ و ۱۴۰۴-۰۸-۳۰ و GPT-4."),
    ("fa", "- ۵ کار\n- ۶ کار"),
    ("fa", "کد `C++` و `-5` و `.NET` و [نام](https://example.com/a) و <https://example.com>."),
    ("fa", "نشانی info@example.com یا www.example.com است."),
    ("fa", "سایت ما:\n\nhttps://example.com/a"),
    ("fa", "متن [نام][a] است.\n\n[a]: https://example.com/a"),
    ("fa", "```\nhttps://example.com/a متن\n```"),
    ("fa", "واژه‌های SEO, SEM در پرانتز (SEO, SEM)."),
    ("ar", "معدل النقر (CTR)، ثم العائد (ROI)."),
    ("en", "C++, .NET and -5 at https://example.com/a are fine in English."),
]


def found(checker, text: str, locale: str, path: str = "docs/page.md") -> list[tuple[str, str, str]]:
    problems = checker.problems(path, text, locale)
    return [(p.code, p.severity, text.split("\n")[p.line - 1][p.column - 1 :]) for p in problems if p.code[:2] == "BD"]


@pytest.mark.parametrize(("code", "locale", "text", "runs"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_a_run_that_turns_round_is_found(code, locale, text, runs, checker):
    said = [(problem, rest) for problem, _, rest in found(checker, text, locale) if problem == code]

    assert len(said) == len(runs)
    assert [rest.startswith(run) for (_, rest), run in zip(said, runs, strict=True)] == [True] * len(runs)
    assert checker.repaired("docs/page.md", text, locale) == text


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_what_reads_right_is_left_alone(locale, text, checker):
    assert found(checker, text, locale) == []


@pytest.mark.parametrize(
    ("path", "severity"), [("docs/page.md", "info"), ("data/x/fa.yml", "info"), ("README.fa.md", "error")]
)
def test_where_the_build_isolates_a_run_it_is_only_a_remark(path, severity, checker):
    text = "زبان C++ را بیاموزید." if path.endswith(".md") else "text: زبان C++ را بیاموزید."

    assert [(code, how) for code, how, _ in found(checker, text, "fa", path)] == [("BD401", severity)]
