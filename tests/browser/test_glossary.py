"""Terms: from their first use to the page's own list and to the glossary, and back; by keyboard and by touch."""

import pytest

IN_VIEW = """(id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight + 1 && box.height > 0;
}"""
PLACE = "decodeURIComponent(location.hash)"
FOCUSED = "document.activeElement.getAttribute('href')"


@pytest.fixture
def touched(new_page):
    """A phone that is touched, with and without scripts."""

    def make(**options):
        return new_page(viewport={"width": 390, "height": 760}, has_touch=True, is_mobile=True, **options)

    return make


def is_in_view(page, until, id):
    until(page, f"({IN_VIEW})('{id}')")
    return True


@pytest.mark.parametrize("path", ["checklists/preflight/", "articles/push-and-pull/"])
def test_the_keyboard_reaches_a_term_its_entry_the_glossary_and_the_way_back(page, url, locale, until, path):
    page.goto(url(locale, path))
    link = page.locator("main a.term:visible").first
    term = link.get_attribute("href").removeprefix("#term-")
    page.evaluate("""() => {
      const stops = findAll("a[href], input, button, summary, [tabindex='0']").filter(isShown);
      stops[stops.indexOf(find("main a.term")) - 1].focus();
    }""")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == f"#term-{term}"
    page.keyboard.press("Enter")
    assert page.evaluate(PLACE) == f"#term-{term}" and is_in_view(page, until, f"term-{term}")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED).endswith(f"glossary/#{term}")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == f"#use-{term}"
    page.keyboard.press("Enter")
    assert page.evaluate(PLACE) == f"#use-{term}" and is_in_view(page, until, f"use-{term}")
    page.go_back()
    page.locator(f"#term-{term} dt a").first.press("Enter")
    page.wait_for_url(url(locale, f"glossary/#{term}"))
    assert is_in_view(page, until, term)


def test_a_touched_term_leads_to_its_entry_and_ticks_nothing(touched, url, locale, until):
    page = touched()
    page.goto(url(locale, "checklists/preflight/"))
    item = page.locator(".item:has(.item__text .term)").first
    term = item.locator(".term").first.get_attribute("href").removeprefix("#term-")
    item.locator(".item__text .term").tap()
    assert page.evaluate(PLACE) == f"#term-{term}" and is_in_view(page, until, f"term-{term}")
    assert not item.locator(".tick").is_checked()
    page.locator(f"#term-{term} .term-back").tap()
    assert page.evaluate(PLACE) == f"#use-{term}" and is_in_view(page, until, f"use-{term}")


def test_the_rest_of_the_line_still_ticks(touched, url, locale):
    page = touched()
    page.goto(url(locale, "checklists/preflight/"))
    item = page.locator(".item:has(.item__text .term)").first
    line = item.locator(".item__text")
    start = 6 if locale == "en" else line.bounding_box()["width"] - 6
    line.tap(position={"x": start, "y": 14})

    assert item.locator(".tick").is_checked()


def test_a_term_in_a_folded_reason_is_shown_when_its_entry_leads_back(page, url, locale, until):
    page.goto(url(locale, "checklists/preflight/#list-of-terms"))
    use = page.locator("#use-break-even")
    assert not use.is_visible()
    page.locator("#term-break-even .term-back").click()

    assert is_in_view(page, until, "use-break-even")


def test_all_of_it_works_without_scripts(touched, url, locale):
    page = touched(java_script_enabled=False)
    page.goto(url(locale, "checklists/partner-selection/"))
    page.locator("a.term").first.tap()
    assert "#term-" in page.url
    page.locator(".gloss dt a").first.tap()
    page.wait_for_url("**/glossary/#*")
    page.locator(".alpha a").last.tap()
    assert "#l-" in page.url


def test_letters_of_the_glossary_can_be_hit_and_lead_to_their_terms(touched, url, locale, until):
    page = touched()
    page.goto(url(locale, "glossary/"))
    letter = page.locator(".alpha a").nth(3)
    box = letter.bounding_box()
    assert box["width"] >= 44 and box["height"] >= 44
    letter.tap()

    assert is_in_view(page, until, letter.get_attribute("href").removeprefix("#"))


def test_a_term_read_aloud_belongs_to_the_text_of_its_item(page, url, locale, catalog):
    """The name of the box is the whole line, the linked words among it."""
    page.goto(url(locale, "checklists/preflight/"))
    item = page.locator(".item:has(.item__text .term)").first
    id = item.get_attribute("id")
    said = catalog.checklists["preflight"].words[locale].items[id].text

    assert page.get_by_role("checkbox", name=said).first.get_attribute("id") == f"t-{id}"
