"""The frame of every page by keyboard: skip link, header, drawer, languages, contents."""

import itertools
import re

import pytest

# What has the focus: what it is, whether it can be seen, and whether it shows that it has the focus.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const rings = (each) => getComputedStyle(each).outlineStyle !== "none" && parseFloat(getComputedStyle(each).outlineWidth) >= 2;
  const box = e.getBoundingClientRect();
  const label = e.closest("label");
  const shown = [e, label].filter(Boolean).some((each) => {
    const { width, height, top, bottom, left, right } = each.getBoundingClientRect();
    return width > 3 && height > 3 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  });
  return {
    what: `${e.tagName.toLowerCase()}${e.id && "#" + e.id} ${e.className} ${e.dataset.act ?? ""} ${e.getAttribute("href") ?? ""}`,
    isShown: shown && isShown(e),
    isRinged: [e, label].filter(Boolean).some(rings),
    y: Math.round(box.top + scrollY),
  };
}"""


def tab_through(page, limit=400):
    """Every focus stop of the page from its top, in order."""
    stops = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or (stops and stop == stops[0]):
            return stops
        stops.append(stop)
    raise AssertionError(f"more than {limit} focus stops")


def test_the_skip_link_comes_first_and_leads_to_the_text(page, url, locale, catalog, until):
    page.goto(url(locale, "articles/push-and-pull/"))
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")

    assert page.evaluate("document.activeElement.className") == "skip"
    assert skip.text_content() == catalog.messages[locale].text("frame.skip")
    assert page.evaluate("getComputedStyle(find('.skip')).clipPath") == "none"
    box = skip.bounding_box()
    assert box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'main'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_skip_link_is_hidden_without_focus(page, url):
    page.goto(url("fa"))

    assert page.evaluate("getComputedStyle(find('.skip')).clipPath") == "inset(50%)"


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("path", ["", "articles/push-and-pull/", "checklists/preflight/", "guides/hire-agency/"])
def test_every_focus_stop_can_be_seen(new_page, url, path, width):
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(url("fa", path))
    stops = tab_through(page)

    assert [stop["what"] for stop in stops if not stop["isShown"]] == []
    assert [stop["what"] for stop in stops if not stop["isRinged"]] == []
    assert len(stops) > 15


def test_the_focus_follows_the_order_of_reading(page, url, locale):
    """Within the header: name, sections, languages, scheme. Within the page: never back to something far above."""
    page.goto(url(locale, "about/"))
    stops = tab_through(page)
    header = [stop["what"] for stop in stops][:12]

    assert "skip" in header[0] and "brand" in header[1]
    below = [stop["y"] for stop in stops if stop["y"] > 200]
    assert all(b > a - 700 for a, b in itertools.pairwise(below))


def test_the_drawer_by_keyboard(phone, url, locale, until):
    phone.goto(url(locale, "articles/"))
    for _ in range(4):  # skip link, name, search, menu
        phone.keyboard.press("Tab")
    button = phone.locator(".btn--menu")
    assert phone.evaluate("document.activeElement === find('.btn--menu')")
    assert not phone.evaluate("find('.menu').matches(':popover-open')")

    phone.keyboard.press("Enter")
    until(phone, "find('.menu').matches(':popover-open')")
    for n in range(phone.locator(".menu a").count()):
        for _ in range(1 if n else 2):  # the button that closes comes first
            phone.keyboard.press("Tab")
        assert phone.evaluate(f"document.activeElement === findAll('.menu a')[{n}]")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.scheme') !== null")

    phone.keyboard.press("Escape")
    until(phone, "!find('.menu').matches(':popover-open')")
    assert button.evaluate("(b) => b === document.activeElement")


def test_the_drawer_closes_by_its_button_and_by_a_click_beside_it(new_page, url, until):
    page = new_page(viewport={"width": 390, "height": 700})
    page.goto(url("fa"))
    page.locator(".btn--menu").click()
    page.locator(".menu__close").click()
    until(page, "!find('.menu').matches(':popover-open')")
    page.locator(".btn--menu").click()
    until(page, "find('.menu').matches(':popover-open')")
    page.mouse.click(385, 400)

    until(page, "!find('.menu').matches(':popover-open')")


def test_the_closed_drawer_is_not_in_the_order_of_focus(phone, url, locale):
    phone.goto(url(locale, "about/"))
    stops = tab_through(phone)

    assert [stop for stop in stops if "s-light" in stop["what"] or "menu__close" in stop["what"]] == []
    assert phone.evaluate("findAll('.menu a').every((a) => !isShown(a))")


def test_the_drawer_works_without_a_script(new_page, url):
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto(url("ar"))
    link = page.locator(".nav a").first
    assert not link.is_visible()
    page.locator(".btn--menu").click()
    link.click()

    assert page.url == url("ar", "articles/")


def test_on_a_desk_there_is_no_drawer(page, url):
    page.goto(url("fa"))

    assert not page.locator(".btn--menu").is_visible()
    assert not page.locator(".menu__close").is_visible()
    assert page.locator(".nav a").first.is_visible()


def test_another_language_keeps_the_page_and_the_place(page, url):
    page.goto(url("fa", "articles/push-and-pull/#which-first"))
    for code in ("ar", "en", "fa"):
        page.locator(f".langs [lang={code}]").click()
        page.wait_for_url(url(code, "articles/push-and-pull/#which-first"))

    assert page.evaluate("document.querySelector(':target').id") == "which-first"


def test_another_language_without_a_place_gets_none(page, url):
    page.goto(url("fa", "articles/push-and-pull/"))
    page.locator(".langs [lang=en]").click()
    page.wait_for_url(re.compile("/en/"))

    assert page.url == url("en", "articles/push-and-pull/")


def test_languages_lead_to_the_page_without_a_script(new_page, url):
    page = new_page(java_script_enabled=False)
    page.goto(url("fa", "articles/push-and-pull/"))
    page.locator(".langs [lang=ar]").click()

    assert page.url == url("ar", "articles/push-and-pull/")


def test_the_contents_mark_the_section_that_is_read(page, url, until):
    page.goto(url("fa", "articles/push-and-pull/"))
    for n in (2, 1, 3):
        page.locator(".toc a").nth(n).click()
        until(page, f"findAll('.toc a')[{n}].getAttribute('aria-current') === 'true'")

        assert page.locator(".toc [aria-current]").count() == 1


def test_a_link_to_a_place_is_not_hidden_under_anything(page, url, until):
    page.goto(url("fa", "checklists/preflight/#rollback"))
    until(page, "scrollY > 0")
    top, bar = page.evaluate(
        "[find('#rollback .item__text').getBoundingClientRect().top, find('.progress').getBoundingClientRect().bottom]"
    )

    assert top >= bar


def test_terms_lead_to_their_meaning_and_notes_back_to_the_text(page, url):
    page.goto(url("fa", "articles/push-and-pull/"))
    page.locator("a.term").first.click()
    assert page.evaluate("find(':target').closest('.gloss') !== null")
    page.locator(".footnote-ref").first.click()
    assert page.evaluate("find(':target').closest('.footnote') !== null")
    page.locator(".footnote-backref").first.click()
    assert page.evaluate("find(':target').tagName") == "SUP"


def test_the_font_is_the_site_s_own(page, url, locale):
    page.goto(url(locale), wait_until="networkidle")

    assert page.evaluate("[...document.fonts].map((f) => f.family + ' ' + f.status)") == ["Vazirmatn loaded"]
