"""Words of lists: the house's spelling (FA115, AR304, EN615), tanwin (FA117), and the finder they share."""

from __future__ import annotations

import pytest
import yaml

from sharik.check.language import SPELLING
from sharik.text.lint.names import conceal
from sharik.text.lint.spelling import Spelling

FOUND = [  # language, wrong form -> right form, text, what stands there instead
    ("en", {"web site": "website"}, "Two web sites and the web site’s page.", ["websites", "website’s"]),
    ("en", {"web site": "website"}, "Web site, web-site, WEB SITE", ["Website", "Website"]),
    ("en", {"e-mail": "email"}, "An e-mail. E-mails!", ["email", "Emails"]),
    ("fa", {"وب سایت": "وب-سایت"}, "وب سایت، وب سایت‌های ما", ["وب-سایت", "وب-سایت-های"]),
    ("fa", {"انلاین": "آنلاین"}, "انلاین و انلاین‌تر", ["آنلاین", "آنلاین-تر"]),
    ("ar", {"الى": "إلى"}, "الى وإلى والى", ["إلى", "وإلى"]),
    ("ar", {"انشاء": "إنشاء"}, "انشاء، والانشاء، بانشائه", ["إنشاء", "والإنشاء"]),
]

SILENT = [
    ("en", {"web site": "website"}, "Cobweb sites, a web sited here, web\n\nsite, web (site), websites"),
    ("en", {"e-mail": "email"}, "e mail, the-mail, email"),
    ("fa", {"وب سایت": "وب-سایت"}, "وب‌سایت، وب. سایت، سایت وب"),
    ("fa", {"انلاین": "آنلاین"}, "آنلاین و جانلاین و انلاینده"),
    ("ar", {"الى": "إلى"}, "إلى والألى وتعالى وحالى"),
]


def shown(text: str) -> str:
    return text.replace("\u200c", "-")


@pytest.mark.parametrize(("locale", "entries", "text", "right"), FOUND, ids=[row[2] for row in FOUND])
def test_a_wrong_form_is_found_with_its_endings(locale, entries, text, right):
    entries = {wrong: good.replace("-", "\u200c") if locale == "fa" else good for wrong, good in entries.items()}
    hits = list(Spelling(entries, locale).find(text))

    assert [shown(hit.right or "") if locale == "fa" else hit.right for hit in hits] == right


@pytest.mark.parametrize(("locale", "entries", "text"), SILENT, ids=[row[2] for row in SILENT])
def test_other_words_are_left_alone(locale, entries, text):
    assert list(Spelling(entries, locale).find(text)) == []


def test_the_longest_form_counts():
    found = list(
        Spelling({"click through": "click-through", "click through rate": "CTR"}, "en").find("click through rate")
    )

    assert [(hit.start, hit.end, hit.right) for hit in found] == [(0, 18, "CTR")]


def test_words_to_keep_are_left():
    assert list(Spelling({"انلاین": "آنلاین"}, "fa", keep=["انلاینی"]).find("انلاینی")) == []


PAGES = [  # code, language, as it is written, as --fix leaves it
    ("FA115", "fa", "کسب و کار و وب سایت خود را بسازید.", "کسب⟨ZWNJ⟩وکار و وب⟨ZWNJ⟩سایت خود را بسازید."),
    ("FA117", "fa", "حتما و قطعا این کار را بکنید.", "حتماً و قطعاً این کار را بکنید."),
    ("AR304", "ar", "إختر الخطة.", "اختر الخطة."),
    ("EN615", "en", "Visit our web site.", "Visit our website."),
    ("EN615", "en", "Web sites need on-line copy.", "Websites need online copy."),
]


@pytest.mark.parametrize(("code", "locale", "text", "good"), PAGES, ids=[row[2] for row in PAGES])
def test_the_house_spells_its_way(code, locale, text, good, codes, repaired):
    assert codes(text, locale) == {code}
    assert repaired(text, locale) == conceal(good)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "The spelling “web site” is old, `web site` too, and [see](web-site.md)."),
        ("en", "Words on line 5, a check list price, an off line of text, World Trade Organization."),
        ("fa", "ننویسید «وب سایت»، و نه `وب سایت`."),
        ("fa", "این اتفاقاً حتماً واقعاً خوب است."),
        ("ar", "لا تكتب «الى» بل اكتب إلى."),
    ],
)
def test_a_word_that_is_spoken_of_is_left(locale, text, codes):
    assert codes(text, locale) == set()


@pytest.mark.parametrize("locale", ["fa", "ar", "en"])
def test_no_list_corrects_a_right_form(locale, request):
    """What stands on the right is never found as wrong: repairs would run in a circle."""
    folder = request.config.rootpath / SPELLING
    entries = yaml.safe_load((folder / f"{locale}.yml").read_text(encoding="utf-8"))["spelling"]
    spelling = Spelling(entries, locale)

    assert len(entries) > 50
    assert {right: [hit.right for hit in spelling.find(right)] for right in entries.values()} == {
        right: [] for right in entries.values()
    }
