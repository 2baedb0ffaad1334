"""What search answers, and how a reader walks through it: by keyboard, by mouse, by voice, read aloud."""

import re

import pytest

TERM = {"fa": "نرخ تبدیل", "ar": "معدل التحويل", "en": "conversion rate"}
FEW = {"fa": "صفحه فرود", "ar": "صفحة الهبوط", "en": "landing page"}  # two results, one, one
MANY = {"fa": "مشتری", "ar": "العميل", "en": "customer"}
BOTH = {"fa": "کشش", "ar": "الجذب", "en": "push pull"}  # an article, sections of it, terms
MISSPELT = {"fa": ("قیممت", "قیمت"), "ar": ("التسوبق", "التسويق"), "en": ("budgte", "budget")}
RETYPED = {"fa": ("kvo jfndg", "نرخ تبدیل"), "ar": ("lu]g hgjp,dg", "معدل التحويل"), "en": ("سثخ", "seo")}
ABROAD = {"fa": ("retainer", ["en", "ar"]), "ar": ("قیف", ["fa"]), "en": ("مشتری", ["fa", "ar"])}
NOWHERE = "чат"
FOCUSED = "document.activeElement.getAttribute('href') ?? document.activeElement.name"


def links(page, inside=".hits"):
    return page.evaluate("(inside) => findAll(`${inside} a`).map((a) => a.href)", inside)


def first_is_the_term(page, address, until):
    until(page, f"find('.hits a')?.href === {address('glossary/#conversion-rate')!r}")
    return True


@pytest.fixture
def address(url, locale):
    return lambda path="": url(locale, path)


@pytest.fixture
def asking(page, address, search):
    """A page whose dialog is open."""
    search.open(page, address())
    return page


# Writing


def test_what_is_typed_pasted_dictated_or_composed_is_answered(asking, address, locale, search, until):
    field = asking.locator(search.FIELD)
    field.press_sequentially(TERM[locale])
    assert first_is_the_term(asking, address, until)
    field.fill("")
    until(asking, "find('.hits') === null")
    field.fill(TERM[locale])  # no key at all
    assert first_is_the_term(asking, address, until)
    field.fill("")
    until(asking, "find('.hits') === null")
    session = asking.context.new_cdp_session(asking)
    session.send("Input.imeSetComposition", {"text": TERM[locale], "selectionStart": 0, "selectionEnd": 0})
    session.send("Input.insertText", {"text": TERM[locale]})
    assert first_is_the_term(asking, address, until)
    assert field.input_value() == TERM[locale]


def test_the_number_is_announced_in_the_digits_and_plural_of_the_language(asking, locale, search):
    for query in (FEW, TERM):
        search.ask(asking, query[locale])
        count = asking.locator(".hits a:has(span)").count()  # a page above its sections has no text of its own

        assert search.says(asking, locale, "count", count=count)
        assert asking.locator(f"{search.DIALOG} [role=status]").count() == 1
    assert count > 1


def test_results_stand_by_page_with_kind_section_and_marked_words(asking, address, locale, search):
    search.ask(asking, BOTH[locale])
    group = asking.locator(".hits > li:has(ul)")
    top, below = group.locator("> a"), group.locator("ul a")

    assert top.get_attribute("href") == address("articles/push-and-pull/")
    assert top.locator("small").text_content() == search.text(locale, "kind.article")
    assert 1 <= below.count() <= 3
    assert all(link.startswith(address("articles/push-and-pull/#")) for link in links(asking, ".hits ul"))
    kinds = set(asking.locator(".hits small").all_text_contents())
    assert kinds == {search.text(locale, "kind.article"), search.text(locale, "kind.term")}
    assert set(asking.locator(".hits small").evaluate_all("(all) => all.map((e) => e.lang)")) == {locale}
    words = BOTH[locale].removeprefix("ال").split()
    assert any(word in mark for word in words for mark in asking.locator(".hits mark").all_text_contents())


# Walking


def test_arrows_walk_from_the_field_through_the_results_and_around(asking, locale, search):
    search.ask(asking, TERM[locale])
    asking.locator(search.FIELD).focus()
    walk = ["q", *links(asking), "q"]
    for there in walk[1:]:
        asking.keyboard.press("ArrowDown")
        assert asking.evaluate("document.activeElement.href ?? document.activeElement.name") == there
    for there in walk[-2::-1]:
        asking.keyboard.press("ArrowUp")
        assert asking.evaluate("document.activeElement.href ?? document.activeElement.name") == there


def test_arrows_that_mean_something_else_stay_what_they_are(page, url, search):
    search.open(page, url("en"))
    search.ask(page, TERM["en"])
    page.locator(search.FIELD).focus()
    for key in ("Shift+ArrowDown", "Alt+ArrowDown", "Control+ArrowUp"):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == "q", key
    page.evaluate("""() => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ArrowDown", isComposing: true, bubbles: true, cancelable: true }))""")
    assert page.evaluate(FOCUSED) == "q"


def test_enter_on_a_result_opens_it_and_closes_the_dialog(asking, address, locale, search):
    search.ask(asking, TERM[locale])
    asking.locator(search.FIELD).focus()
    asking.keyboard.press("ArrowDown")
    asking.keyboard.press("Enter")

    asking.wait_for_url(address("glossary/#conversion-rate"))
    assert asking.locator(search.DIALOG).count() == 0


def test_a_result_opened_beside_the_page_leaves_the_dialog_open(page, url, search):
    search.open(page, url("en"))
    search.ask(page, TERM["en"])
    with page.context.expect_page() as opened:
        page.locator(".hits a").first.click(modifiers=["Control"])

    opened.value.wait_for_url(url("en", "glossary/#conversion-rate"))
    assert page.locator(search.DIALOG).count() == 1


def test_enter_in_the_field_and_all_results_lead_to_the_page_of_results(asking, address, locale, search, until):
    search.ask(asking, MANY[locale])
    shown = len(links(asking))
    more = asking.get_by_role("link", name=search.text(locale, "all"))
    leads = more.get_attribute("href")
    asking.locator(search.FIELD).press("Enter")

    asking.wait_for_url(re.compile(re.escape(address("search/#q=")) + ".+"))
    assert asking.url == leads
    until(asking, f"findAll('.hits a').length > {shown}")
    assert asking.locator(search.FIELD).input_value() == MANY[locale]


# When it is not so simple


def test_a_misspelt_word_is_offered_as_it_is_written(asking, locale, search, until):
    wrong, right = MISSPELT[locale]
    search.ask(asking, wrong)
    offer = asking.locator(".answers p button")
    assert asking.locator(".answers p").nth(1).text_content() == f"{search.text(locale, 'meant')} {right}"
    offer.click()

    assert asking.locator(search.FIELD).input_value() == right
    until(asking, "find('.answers p button') === null && find('.hits mark') !== null")


def test_a_keyboard_left_in_another_language_is_understood_and_said(asking, locale, search, until):
    slip, meant = RETYPED[locale]
    search.ask(asking, slip)

    until(asking, "find('.hits a')?.hash.length > 0")
    assert asking.locator(".answers p button").text_content() == meant
    assert asking.locator(".answers p:has(button)").text_content() == f"{search.text(locale, 'instead')} {meant}"


def test_other_languages_answer_under_their_own_heading(asking, locale, search, url, catalog):
    query, found = ABROAD[locale]
    search.ask(asking, query)
    headings = asking.locator(".answers h2").all_text_contents()

    assert headings == [search.text(locale, f"elsewhere.{code}") for code in found]
    assert search.said(asking) == search.text(locale, "none", query=query)
    for code in found:
        part = asking.locator(f".hits[lang={code}]")
        assert part.get_attribute("dir") == catalog.locales[code].direction
        assert all(link.startswith(url(code)) for link in links(asking, f".hits[lang={code}]"))
        assert part.locator("small").first.get_attribute("lang") == locale


def test_nothing_found_is_a_sentence_with_a_way_on(asking, address, locale, search):
    search.ask(asking, NOWHERE)

    assert search.said(asking) == search.text(locale, "none", query=NOWHERE)
    assert links(asking) == []
    assert asking.locator(".answers a").get_attribute("href") == address("glossary/")
