"""Where search leads: the place that was found, with the words lit up; and the page of results, with and without scripts."""

import json
import re

import pytest

SECTION = {"fa": "کشش", "ar": "الجذب", "en": "push pull"}  # leads to sections of an article
ITEM = {"fa": "بودجه", "ar": "ميزانية", "en": "budget"}  # leads to an item of a list
TERM = {"fa": "نرخ تبدیل", "ar": "معدل التحويل", "en": "conversion rate"}
LIT = "sharik.lit"
MARKS = "findAll('main mark').map((mark) => mark.textContent)"


def is_in_view(page, until):
    until(page, "(({ top, bottom }) => top < innerHeight && bottom > 0)(find(':target').getBoundingClientRect())")
    return True


# The place


def test_the_words_are_lit_up_where_a_result_leads_and_the_address_stays_clean(page, url, locale, search, until):
    search.open(page, url(locale))
    search.ask(page, SECTION[locale])
    result = page.locator(".hits ul a").first
    marked = set(result.locator("mark").all_text_contents())
    address = result.get_attribute("href")
    result.click()
    page.wait_for_url(address)
    until(page, f"{MARKS}.length > 0")

    assert "?" not in page.url
    assert set(page.evaluate(MARKS)) <= marked
    assert is_in_view(page, until)
    assert page.evaluate(f"sessionStorage.getItem({LIT!r})") is None
    page.reload(wait_until="networkidle")
    assert page.evaluate(MARKS) == []


def test_a_list_with_lit_words_can_be_ticked(page, url, locale, search, until):
    search.open(page, url(locale))
    search.ask(page, ITEM[locale])
    page.locator(".hits ul a[href*=checklists]").first.click()
    page.wait_for_url("**/checklists/**")
    until(page, f"{MARKS}.length > 0")
    id = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    page.locator(f"#l-{id}").click()

    assert page.locator(f"#t-{id}").is_checked()
    page.reload()
    assert page.locator(f"#t-{id}").is_checked()


@pytest.mark.parametrize(
    "words",
    [
        ["<img src=x onerror=alert(1)>"],
        [],
        None,
        "marketing",
        7,
        {"length": 1},
        [{}, None, 7, "", " ", ".*", "constructor"],
    ],
)
def test_nonsense_about_words_to_light_is_harmless(page, url, words):
    page.goto(url("en"))
    told = json.dumps(["/en/articles/push-and-pull/", words])
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [LIT, told])
    page.goto(url("en", "articles/push-and-pull/"), wait_until="networkidle")

    assert page.evaluate(MARKS) == []
    assert page.locator("main img").count() == 0
    assert page.evaluate(f"sessionStorage.getItem({LIT!r})") is None


def test_words_for_another_page_are_not_lit_up(page, url):
    page.goto(url("en"))
    told = json.dumps(["/en/about/", ["push"]])
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [LIT, told])
    page.goto(url("en", "articles/push-and-pull/"), wait_until="networkidle")

    assert page.evaluate(MARKS) == []
    assert page.evaluate(f"sessionStorage.getItem({LIT!r})") is None


# The page of results


@pytest.mark.parametrize("sign", ["#", "?"])
def test_the_page_of_results_answers_what_its_address_asks(page, url, locale, search, until, sign):
    page.goto(url(locale, f"search/{sign}q={TERM[locale]}"))
    until(page, f"find('.hits a')?.href === {url(locale, 'glossary/#conversion-rate')!r}")
    field = page.locator(search.FIELD)
    assert field.input_value() == TERM[locale]

    field.fill(ITEM[locale])
    field.press("Enter")
    until(page, "find('.hits a')?.href.includes('/checklists/')")
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#q={ITEM[locale]}"
    page.locator(".hits a").first.click()
    page.wait_for_url("**/checklists/**")
    page.go_back()
    until(page, "find('.hits a')?.href.includes('/checklists/')")
    assert field.input_value() == ITEM[locale]


def test_no_server_is_told_what_a_reader_looks_for(page, url, search, until):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search.open(page, url("en"))
    search.ask(page, "zebraqq")
    page.locator(search.FIELD).press("Enter")
    page.wait_for_url(re.compile("search/#q=zebraqq"))
    until(page, "find('.found')?.textContent.includes('zebraqq')")

    assert [address for address in asked if "zebraqq" in address.partition("#")[0]] == []


def test_the_keys_that_open_the_dialog_lead_to_the_field_of_the_page(page, url, search, until):
    page.goto(url("fa", "search/"))
    for key in ("Control+k", "/"):
        page.locator(".brand").focus()
        page.keyboard.press(key)
        until(page, "document.activeElement.name === 'q'")
    page.locator(".brand").focus()
    page.locator("[data-search]").click()
    until(page, "document.activeElement.name === 'q'")

    assert page.locator("dialog.search").count() == 0
    assert page.locator(search.FIELD).input_value() == ""


def test_the_field_of_the_page_answers_from_its_first_focus(page, url, search, until):
    page.goto(url("en", "search/"))
    page.locator(search.FIELD).click()
    page.keyboard.type("conversion rate")
    until(page, "find('.hits a')?.hash === '#conversion-rate'")
    page.locator(".hits a").first.click()
    page.wait_for_url("**/glossary/#conversion-rate")
    page.go_back()
    until(page, "find('.hits a')?.hash === '#conversion-rate'")

    assert page.locator(search.FIELD).input_value() == "conversion rate"


# Without a script


def test_without_a_script_the_button_leads_to_the_glossary_and_the_map(new_page, url, locale):
    page = new_page(java_script_enabled=False)
    page.goto(url(locale))
    page.locator("[data-search]").click()
    page.wait_for_url(re.compile(re.escape(url(locale, "search/")) + r"\??$"))
    page.locator(".prose a[href*=glossary]").click()
    page.wait_for_url(url(locale, "glossary/"))
    page.go_back()
    page.locator(".prose a[href*=site-map]").click()
    page.wait_for_url(url(locale, "site-map/"))


def test_the_map_names_every_page(page, url, locale, serve, catalog, addresses):
    page.goto(url(locale, "site-map/"))
    named = set(page.evaluate("findAll('main a[href]').map((a) => a.href.split('#')[0])"))
    others = tuple(url(code) for code in catalog.locales if url(code) != serve and code != locale)
    own = {serve + address for address in addresses if (serve + address).startswith(url(locale))}
    own = {address for address in own if not address.startswith(others)}

    assert len(own) > 10
    assert own - named == set()
