"""Earlier queries: kept in this browser alone, used again, erased; and storage that keeps nothing."""

import json

import pytest

KEY = "sharik.search"
CLOSED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(self, name, { get() { throw new DOMException("closed", "SecurityError"); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FIRST, SECOND = "conversion rate", "budget"


def follow(page, search, address, query):
    """Searches and opens the first result."""
    search.open(page, address)
    search.ask(page, query)
    page.locator(".hits a").first.click()
    page.wait_for_url(lambda url: url != address)


def recent(page):
    return page.locator(".recent button").all_text_contents()


def test_queries_that_led_somewhere_are_kept_shown_used_again_and_erased(page, url, locale, search, until):
    for query in (FIRST, SECOND, FIRST):
        follow(page, search, url("en"), query)
    search.open(page, url(locale, "about/"))
    assert recent(page) == [FIRST, SECOND]
    assert page.locator(".answers h2").text_content() == search.text(locale, "recent")

    page.get_by_role("button", name=SECOND).click()
    assert page.locator(search.FIELD).input_value() == SECOND
    until(page, "find('.recent') === null")
    page.locator(search.FIELD).fill("")
    until(page, "find('.recent') !== null")
    page.get_by_role("button", name=search.text(locale, "forget")).click()
    assert recent(page) == []
    assert page.locator(".answers .soft").text_content() == search.text(locale, "hint")
    assert page.evaluate("document.activeElement.name") == "q"

    search.open(page, url(locale))
    assert recent(page) == []
    assert json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))["recent"] == []


def test_a_query_that_is_only_typed_is_not_kept(page, url, search):
    search.open(page, url("en"))
    search.ask(page, FIRST)
    search.open(page, url("en"))

    assert recent(page) == []
    assert page.evaluate(f"localStorage.getItem({KEY!r})") is None


def test_no_more_than_eight_are_kept_and_the_switch_survives(page, url, search):
    page.goto(url("en"))
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"recent": [*"abcdefgh"], "slash": False})]
    )
    follow(page, search, url("en"), FIRST)
    kept = json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))

    assert kept == {"recent": [FIRST, *"abcdefg"], "slash": False}


@pytest.mark.parametrize("trouble", [CLOSED, FULL], ids=["closed", "full"])
def test_storage_that_keeps_nothing_changes_nothing_else(page, url, search, until, trouble):
    page.add_init_script(trouble)
    follow(page, search, url("en"), FIRST)
    assert page.url == url("en", "glossary/#conversion-rate")
    assert page.locator("main mark").count() == 0
    search.open(page, url("en", "about/"))
    assert recent(page) == []
    page.locator("[name=slash]").uncheck()
    page.keyboard.press("Escape")
    until(page, "!document.activeElement.closest('dialog')")  # with the next frame
    page.keyboard.press("/")
    page.locator(search.DIALOG).wait_for()


NONSENSE = ["", "{", "null", "7", '"x"', "[1]", '{"recent":"abc"}', '{"recent":{"length":3}}', '{"recent":[{},1,null]}']


def test_nonsense_in_the_storage_means_nothing_was_kept(page, url, search):
    page.goto(url("en"))
    for text in NONSENSE:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        search.open(page, url("en"))

        assert recent(page) == [], text
        assert page.locator("[name=slash]").is_checked(), text
    follow(page, search, url("en"), FIRST)
    assert json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))["recent"] == [FIRST]


def test_a_kept_query_is_text_whatever_it_holds(page, url, search):
    page.goto(url("en"))
    bad = "<img src=x onerror=alert(1)>\u202e" + "x" * 300
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"recent": [bad]})])
    search.open(page, url("en"))

    assert recent(page) == [bad]
    assert page.locator("dialog img").count() == 0
    assert page.evaluate("find('dialog').scrollWidth <= find('dialog').clientWidth")
