"""How search looks: on both sides of the writing direction, on a phone, on paper, to a screen reader; from every host."""

import pytest

QUERY = {"fa": "نرخ تبدیل", "ar": "معدل التحويل", "en": "conversion rate"}
NOWHERE = "чат"
LONG = "x" * 200
PREFIX = {"fa": "", "ar": "ar/", "en": "en/"}

# What is too small to hit, or sticks out of the dialog.
WRONG = """() => {
  const dialog = find("dialog[open]"), { left, right } = dialog.getBoundingClientRect();
  const targets = findAll("a, button, label, input:not([type=checkbox])", dialog).filter(isShown);
  const boxes = targets.map((e) => [e, e.getBoundingClientRect()]);
  const small = boxes.filter(([, box]) => box.width < 24 || box.height < 24);
  const out = boxes.filter(([, box]) => box.left < left - 1 || box.right > right + 1);
  const wide = dialog.scrollWidth > dialog.clientWidth ? ["it scrolls sideways"] : [];
  return [...wide, ...[...small, ...out].map(([e]) => e.outerHTML.slice(0, 120))];
}"""
SIDES = """[find(".search .find .i"), find(".search [name=q]"), find(".search [data-close]")]
  .flatMap((e) => [startOf(e), endOf(e)])"""


def test_the_magnifier_is_at_the_start_and_the_cross_at_the_end(page, url, locale, search):
    search.open(page, url(locale))
    sides = page.evaluate(SIDES)

    assert sides == sorted(sides)
    assert page.evaluate("getComputedStyle(find('.search [name=q]')).direction") == ("ltr" if locale == "en" else "rtl")


def test_nothing_sticks_out_or_is_too_small_on_a_phone(phone, url, locale, search):
    search.open(phone, url(locale))
    assert phone.evaluate(WRONG) == []
    for query in (QUERY[locale], NOWHERE, LONG):
        search.ask(phone, query)
        assert phone.evaluate(WRONG) == [], query


def test_a_screen_reader_is_told_what_everything_is(page, url, locale, search, catalog):
    said = catalog.messages[locale]
    search.open(page, url(locale))
    search.ask(page, QUERY[locale])
    dialog = page.get_by_role("dialog", name=said.text("search.title"), exact=True)
    field = dialog.get_by_role("search").get_by_role("textbox", name=said.text("search.field"), exact=True)

    assert field.evaluate("(field) => field === document.activeElement")
    assert dialog.get_by_role("button", name=said.text("frame.close"), exact=True).is_visible()
    assert dialog.get_by_role("checkbox", name=said.text("search.slash")).is_visible()
    assert dialog.get_by_role("status").inner_text() != ""
    entries = dialog.get_by_role("list").first.get_by_role("listitem")
    assert entries.count() >= 3
    kind, title = search.text(locale, "kind.term"), QUERY[locale]
    assert dialog.get_by_role("link").first.evaluate("(link) => link.innerText").split("\n")[:2] == [kind, title]


def test_the_open_dialog_is_not_printed(page, url, search):
    search.open(page, url("fa", "articles/push-and-pull/"))
    search.ask(page, QUERY["fa"])
    page.emulate_media(media="print")

    assert not page.locator("dialog.search").is_visible()
    assert page.locator("h1").is_visible()


# Every host


def finds_and_follows(page, search, until, address, code, end="glossary/"):
    """Searches from the page at `address`, follows the first result, and sees the words lit up."""
    search.open(page, address)
    search.ask(page, QUERY[code])
    page.locator(".hits a").first.click()
    page.wait_for_url(f"**/{end}#conversion-rate")
    until(page, "findAll('main mark').length > 0")
    return True


def test_search_works_below_a_sub_path(page, serve_below, locale, search, until):
    address = serve_below + PREFIX[locale]
    assert finds_and_follows(page, search, until, f"{address}articles/push-and-pull/", locale)
    assert page.url == f"{address}glossary/#conversion-rate"


@pytest.mark.parametrize("code", PREFIX)
def test_search_works_from_a_folder(page, portable_site, code, search, until):
    folder = f"{portable_site.as_uri()}/{PREFIX[code]}"
    end = "glossary/index.html"
    assert finds_and_follows(page, search, until, f"{folder}articles/push-and-pull/index.html", code, end)
    assert page.url == f"{folder}{end}#conversion-rate"

    page.keyboard.press("Control+k")
    page.locator(search.DIALOG).wait_for()
    search.ask(page, QUERY[code])
    page.locator(search.FIELD).press("Enter")
    page.wait_for_url(f"{folder}search/index.html#q=*")
    until(page, "find('.hits') !== null")
    assert page.locator(search.FIELD).input_value() == QUERY[code]
