"""Search comes at the first touch, opens and closes as readers expect, and gives the focus back."""

import pytest

DIALOG = "dialog.search[open]"
ARTICLE = "articles/push-and-pull/"
QUERIES = {"fa": ["نرخ تبدیل", "بودجه"], "ar": ["معدل التحويل", "ميزانية"], "en": ["conversion rate", "budget"]}
BUTTON = "[data-search]"

# A key as a keyboard of another layout sends it, which Playwright's own keyboard cannot.
PRESS = """(keys) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...keys });
  return document.activeElement.dispatchEvent(event);
}"""


@pytest.fixture
def asked(page):
    """The files of search that a page asks for, in order, without their version."""
    found = []

    def note(request):
        _, inside, name = request.url.partition("/search/")
        if inside:
            found.append(name.partition("?")[0])

    page.on("request", note)
    return found


def is_open(page, until):
    until(page, f"find('{DIALOG}') !== null")
    return True


def is_closed(page):
    return page.locator(DIALOG).count() == 0


def escape(page, until):
    page.keyboard.press("Escape")
    until(page, f"find('{DIALOG}') === null")
    until(page, "!document.activeElement.closest('dialog')")  # the focus leaves what is hidden with the next frame only


# What it costs


def test_nothing_is_fetched_before_the_first_touch_and_nothing_twice(page, url, locale, asked, search):
    page.goto(url(locale, ARTICLE), wait_until="networkidle")
    assert asked == []

    search.open(page, page.url)
    assert asked == ["dialog.js"]

    for query in QUERIES[locale]:
        search.ask(page, query)
    assert asked[:3] == ["dialog.js", "engine.js", f"{locale}.js"]
    assert all(name.startswith(f"{locale}.") for name in asked[2:]) and len(asked) > 4
    assert len(set(asked)) == len(asked)

    before = len(asked)
    search.ask(page, QUERIES[locale][0])
    assert len(asked) == before


@pytest.mark.parametrize("touch", ["hover", "focus"])
def test_a_pointer_or_the_focus_on_the_button_fetches_the_dialog_and_opens_nothing(page, url, asked, wait_until, touch):
    page.goto(url("en", ARTICLE))
    getattr(page.locator(BUTTON), touch)()
    wait_until(lambda: asked, "the script of the dialog")

    assert asked == ["dialog.js"]
    assert is_closed(page)


# Opening


@pytest.mark.parametrize("act", ["click", "Enter", "Space"])
def test_the_button_opens_it_and_the_focus_comes_back(page, url, until, act):
    locale = "fa"
    page.goto(url(locale))
    button = page.locator(BUTTON)
    button.click() if act == "click" else button.press(act)
    assert is_open(page, until)
    assert page.evaluate("document.activeElement.name") == "q"

    page.keyboard.press("Escape")
    assert is_closed(page)
    assert page.evaluate(f"document.activeElement === find('{BUTTON}')")


KEYS = {
    "Ctrl+K": {"key": "k", "code": "KeyK", "ctrlKey": True},
    "Cmd+K": {"key": "k", "code": "KeyK", "metaKey": True},
    "Ctrl+ن, Persian": {"key": "ن", "code": "KeyK", "ctrlKey": True},
    "Ctrl+K, Dvorak": {"key": "k", "code": "KeyV", "ctrlKey": True},
    "/": {"key": "/", "code": "Slash"},
    "/ with Shift, German": {"key": "/", "code": "Digit7", "shiftKey": True},
    "ظ, Arabic": {"key": "ظ", "code": "Slash"},
}
OTHER_KEYS = {
    "k": {"key": "k", "code": "KeyK"},
    "Ctrl+T, Dvorak": {"key": "t", "code": "KeyK", "ctrlKey": True},
    "Ctrl+/": {"key": "/", "code": "Slash", "ctrlKey": True},
    "Alt+/": {"key": "/", "code": "Slash", "altKey": True},
    "؟, Arabic": {"key": "؟", "code": "Slash", "shiftKey": True},
    "? English": {"key": "?", "code": "Slash", "shiftKey": True},
    "- German": {"key": "-", "code": "Slash"},
    "composing": {"key": "/", "code": "Slash", "isComposing": True},
}


def test_keys_of_every_layout_open_it(page, url, until):
    page.goto(url("fa"))
    for name, keys in KEYS.items():
        assert page.evaluate(PRESS, keys) is False, f"{name}: the browser must not act on it, too"
        assert is_open(page, until), name
        escape(page, until)


def test_other_keys_do_not(page, url, asked):
    page.goto(url("fa"))

    assert [name for name, keys in OTHER_KEYS.items() if page.evaluate(PRESS, keys) is False] == []
    assert is_closed(page) and asked == []


def test_a_slash_within_a_field_is_a_slash(page, url, until):
    page.goto(url("en", "checklists/preflight/"))
    page.locator("[data-act=ws-add]").evaluate("(button) => { button.closest('details').open = true; }")
    page.locator("[data-act=ws-add]").click()
    field = page.locator("dialog[open] input")
    field.fill("")
    page.keyboard.press("/")

    assert field.input_value() == "/"
    assert is_closed(page)


def test_the_slash_can_be_switched_off_and_that_is_remembered(page, url, search, until):
    locale = "fa"
    search.open(page, url(locale))
    box = page.locator(f"{DIALOG} [name=slash]")
    assert box.is_checked()
    box.uncheck()
    for _ in range(2):
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        assert is_closed(page)
        search.open(page, url(locale))
        assert not box.is_checked()
    box.check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert is_open(page, until)


# Closing


def test_it_closes_by_escape_its_cross_and_a_click_beside_it(page, url, search, until):
    search.open(page, url("ar"))
    search.ask(page, "ميزانية")
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.locator(f"{DIALOG} [data-close]").click(),
        lambda: page.mouse.click(20, 450),
    ):
        close()
        assert is_closed(page)
        page.keyboard.press("Control+k")
        assert is_open(page, until)
    assert page.locator(search.FIELD).input_value() == "ميزانية", "what was written is still there"


def test_a_click_or_a_drag_inside_does_not_close_it(page, url, search):
    search.open(page, url("en"))
    field = page.locator(search.FIELD).bounding_box()
    page.locator(f"{DIALOG} .answers").click(position={"x": 5, "y": 5})
    page.mouse.move(field["x"] + 60, field["y"] + 10)
    page.mouse.down()
    page.mouse.move(20, field["y"] + 10)
    page.mouse.up()

    assert not is_closed(page)


def test_the_focus_stays_inside_and_returns_to_where_it_was(page, url, search):
    page.goto(url("en", "checklists/preflight/"))
    page.locator(".tick").nth(3).focus()
    page.keyboard.press("Control+k")
    page.locator(DIALOG).wait_for()
    search.ask(page, "budget")
    for _ in range(25):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === findAll('.tick')[3]")
