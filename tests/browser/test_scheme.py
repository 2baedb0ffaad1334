"""Light, dark, or as the device: by keyboard, remembered, without a flash and without a script."""

import pytest

GROUND = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(252, 251, 248)", "rgb(21, 21, 27)"
KEY = "sharik.scheme"


@pytest.mark.parametrize(("device", "ground"), [("light", LIGHT), ("dark", DARK)])
def test_the_device_decides_at_first(new_page, url, device, ground):
    page = new_page(color_scheme=device)
    page.goto(url("fa"))

    assert page.evaluate(GROUND) == ground
    assert page.locator("#s-auto").is_checked()


def test_the_choice_by_keyboard(page, url):
    """The order is light, dark, auto in the source; arrow keys walk through the three."""
    page.goto(url("en"))
    page.locator("#s-auto").focus()
    page.keyboard.press("ArrowUp")
    assert page.locator("#s-dark").is_checked()
    assert page.evaluate(GROUND) == DARK
    page.keyboard.press("ArrowUp")
    assert page.locator("#s-light").is_checked()
    assert page.evaluate(GROUND) == LIGHT


def test_each_radio_has_a_name(page, url, locale, catalog):
    page.goto(url(locale))
    for scheme in ("light", "dark", "auto"):
        name = catalog.messages[locale].text(f"frame.scheme_{scheme}")

        assert page.get_by_role("radio", name=name, exact=True).get_attribute("id") == f"s-{scheme}"


@pytest.mark.parametrize(("device", "chosen", "ground"), [("light", "dark", DARK), ("dark", "light", LIGHT)])
def test_the_choice_is_remembered_on_every_page(new_page, url, device, chosen, ground):
    page = new_page(color_scheme=device)
    page.goto(url("fa"))
    page.locator(f"#s-{chosen}").check(force=True)
    assert page.evaluate(GROUND) == ground
    for address in (url("fa"), url("ar", "articles/push-and-pull/"), url("en", "checklists/preflight/")):
        page.goto(address)

        assert page.evaluate(GROUND) == ground
        assert page.locator(f"#s-{chosen}").is_checked()
    page.locator("#s-auto").check(force=True)
    page.reload()
    assert page.evaluate(GROUND) == (LIGHT if device == "light" else DARK)


def test_a_remembered_choice_stands_before_the_first_paint(new_context, url, faults):
    """Set by the line in the head: when the body begins it is already there, and no other script has run."""
    context = new_context()
    context.add_init_script(f"""
      if (location.protocol === "http:") localStorage.setItem({KEY!r}, "dark");
      new MutationObserver((_, observer) => {{
        if (!document.body) return;
        self.atFirstPaint = document.documentElement.dataset.scheme;
        observer.disconnect();
      }}).observe(document, {{ childList: true, subtree: true }});
    """)
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())  # whatever loads later must not matter
    page.goto(url("ar"))

    assert page.evaluate("atFirstPaint") == "dark"
    assert page.evaluate(GROUND) == DARK
    faults[:] = [fault for fault in faults if "net::ERR_FAILED" not in fault]


@pytest.mark.parametrize("stored", ["light", "auto", None])
def test_a_choice_made_before_the_scripts_come_is_kept(page, url, before_scripts, stored):
    page.goto(url("fa"))
    if stored:
        page.locator(f"#s-{stored}").check(force=True)
    with before_scripts(page, url("fa", "about/")):
        page.locator("#s-dark").check(force=True)
    assert page.evaluate(GROUND) == DARK
    page.goto(url("ar"))

    assert page.evaluate(GROUND) == DARK


def test_a_page_one_comes_back_to_takes_the_choice_made_since(new_context, url):
    """Browsers may bring back the radios as they were left: that is no new choice."""
    page = new_context().new_page()
    page.goto(url("fa"))
    page.locator("#s-light").check(force=True)
    page.goto(url("fa", "about/"))
    page.locator("#s-dark").check(force=True)
    page.go_back()

    assert page.evaluate(GROUND) == DARK
    assert page.locator("#s-dark").is_checked()


@pytest.mark.parametrize(("device", "chosen", "ground"), [("light", "dark", DARK), ("dark", "light", LIGHT)])
def test_the_choice_works_without_a_script(new_page, url, device, chosen, ground):
    page = new_page(java_script_enabled=False, color_scheme=device)
    page.goto(url("fa"))
    before = page.screenshot(clip={"x": 2, "y": 2, "width": 4, "height": 4})
    page.locator(f"#s-{chosen}").check(force=True)
    after = page.screenshot(clip={"x": 2, "y": 2, "width": 4, "height": 4})

    assert before != after
    page.locator("#s-auto").check(force=True)
    assert page.screenshot(clip={"x": 2, "y": 2, "width": 4, "height": 4}) == before


def test_all_open_pages_follow(new_page, url, until):
    first, second = new_page(), new_page()
    first.goto(url("fa"))
    second.goto(url("en", "about/"))
    first.locator("#s-dark").check(force=True)

    until(second, f"{GROUND} === {DARK!r}")
    assert second.locator("#s-dark").is_checked()


@pytest.mark.parametrize("stored", ["purple", "", "<b>", "{}"])
def test_nonsense_in_the_storage_means_as_the_device(page, url, stored):
    page.goto(url("fa"))
    page.evaluate(f"localStorage.setItem({KEY!r}, {stored!r})")
    page.reload()

    assert page.evaluate(GROUND) == LIGHT
    assert page.locator("#s-auto").is_checked()


def test_closed_storage_keeps_the_choice_for_the_page(new_context, url):
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });"
    )
    page = context.new_page()
    page.goto(url("fa"))
    page.locator("#s-dark").check(force=True)

    assert page.evaluate(GROUND) == DARK
