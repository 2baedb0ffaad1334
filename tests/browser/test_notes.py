"""A note on an item: the proof, or who will do it. It is kept like a tick, printed, and never sent anywhere."""

import json

import pypdfium2
import pytest

PATH = "checklists/preflight/"
KEY = "sharik.v1"
WHEN = "2026-01-01T00:00:00.000Z"
PERSIAN = "سارا تا پنج\u200cشنبه"
ADDRESS = "https://drive.example.com/folders/1AbC?usp=sharing"
CLOSED = (
    "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def records(page):
    """What is kept of the business that is shown, by item."""
    state = json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))
    return next(each for each in state["workspaces"] if each["id"] == state["current"])["items"]


def notes(page):
    return {key.partition(".")[2]: record["e"] for key, record in records(page).items() if "e" in record}


def keep(page, items):
    """Puts a state into the storage, as an earlier visit has left it, and comes back."""
    state = {"version": 1, "current": "mine", "workspaces": [{"id": "mine", "name": "", "items": items}]}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])
    page.reload()


def opener(page, id):
    return page.locator(f"#{id} .note summary")


def field(page, id):
    return page.locator(f"#n-{id}")


def write(page, id, text):
    if not field(page, id).is_visible():
        opener(page, id).click()
    field(page, id).fill(text)


def close(page, id):
    field(page, id).press("Escape")


def shown(page, id):
    """The note as it stands below its item, once nobody writes; None where there is none."""
    line = page.locator(f"#{id} .item__note")
    return line.locator("> bdi").inner_text() if line.is_visible() else None


def is_in_sight(page, selector):
    """Whether an element stands wholly on the screen, and nothing on it."""
    return page.evaluate(
        """(selector) => {
          const { left, right, top, bottom } = find(selector).getBoundingClientRect();
          const points = [[left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1], [right - 1, bottom - 1]];
          return points.every(([x, y]) => find(selector).contains(document.elementFromPoint(x, y)));
        }""",
        selector,
    )


def answer(page, *, yes):
    page.locator("dialog[open] button").nth(0 if yes else 1).click()
    page.locator("dialog.question").wait_for(state="detached")


def add_business(page, name):
    if not page.locator("#ws").is_visible():
        page.locator(".more summary").click()
    page.locator("[data-act=ws-add]").click()
    page.locator("dialog[open] input").fill(name)
    answer(page, yes=True)


# Writing


def test_a_note_is_written_and_closed_by_keyboard_alone(page, url, locale, catalog, ids):
    page.goto(url(locale, PATH))
    texts = catalog.messages[locale].text
    said = catalog.checklists["preflight"].words[locale].items[ids[0]].text
    assert page.locator("textarea:visible").count() == 0
    opener(page, ids[0]).focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("textbox", name=texts("checklist.note_label"), exact=True)

    assert box.count() == 1 and box.evaluate("(e) => e === document.activeElement")
    assert box.evaluate("(e) => document.getElementById(e.getAttribute('aria-describedby')).textContent") == said
    page.keyboard.type("Sara\nQ3")
    page.keyboard.press("Escape")
    assert opener(page, ids[0]).evaluate("(e) => e === document.activeElement")
    assert shown(page, ids[0]) == "Sara\nQ3"
    assert page.locator(f"#{ids[0]} .item__note b").text_content() == texts("checklist.noted")
    assert notes(page) == {ids[0]: "Sara\nQ3"}
    page.keyboard.press("Space")
    assert box.input_value() == "Sara\nQ3"


def test_a_list_without_notes_is_as_quiet_as_before(sheet, ids):
    assert sheet.locator("textarea:visible, .item__note:visible").count() == 0
    opener(sheet, ids[0]).click()
    assert sheet.locator("textarea:visible").count() == 1
    opener(sheet, ids[0]).click()

    assert sheet.locator("textarea:visible, .item__note:visible").count() == 0


def test_a_note_is_not_shown_twice(sheet, ids):
    write(sheet, ids[0], "Sara")
    assert shown(sheet, ids[0]) is None
    close(sheet, ids[0])

    assert shown(sheet, ids[0]) == "Sara"


def test_what_is_being_written_is_not_touched(sheet, ids):
    """A half-space at the end would be cleaned away from a finished note; here the rest of the word follows."""
    opener(sheet, ids[0]).click()
    field(sheet, ids[0]).press_sequentially("پنج\u200cشنبه، ")
    sheet.locator(f"#t-{ids[1]}").check()

    assert field(sheet, ids[0]).input_value() == "پنج\u200cشنبه، "
    assert notes(sheet) == {ids[0]: "پنج\u200cشنبه،"}


def test_what_is_written_before_the_scripts_come_is_kept(page, url, ids, before_scripts):
    page.goto(url("fa"))
    keep(page, {f"preflight.{ids[1]}": {"t": WHEN, "e": "Anna"}})
    with before_scripts(page, url("fa", PATH)):
        write(page, ids[0], PERSIAN)
        write(page, ids[1], "Sara")

    assert notes(page) == {ids[0]: PERSIAN, ids[1]: "Sara\nAnna"}
    assert field(page, ids[1]).input_value() == "Sara\nAnna"
    assert field(page, ids[1]).evaluate("field => field === document.activeElement")


def test_a_tick_and_a_note_do_not_disturb_each_other(sheet, ids):
    write(sheet, ids[0], "Sara")
    assert records(sheet)[f"preflight.{ids[0]}"].keys() == {"t", "e"}
    sheet.locator(f"#t-{ids[0]}").check()
    close(sheet, ids[0])
    assert (records(sheet)[f"preflight.{ids[0]}"]["s"], shown(sheet, ids[0])) == ("done", "Sara")
    sheet.locator(f"#{ids[0]} .na input").check()
    assert (records(sheet)[f"preflight.{ids[0]}"]["s"], shown(sheet, ids[0])) == ("na", "Sara")
    sheet.locator(f"#{ids[0]} .na input").uncheck()
    assert records(sheet)[f"preflight.{ids[0]}"].keys() == {"t", "e"}
    write(sheet, ids[0], " ")

    assert records(sheet) == {}


def test_a_note_changes_no_count(sheet, ids):
    before = sheet.locator("output").text_content()
    write(sheet, ids[0], "Sara")
    sheet.locator(f"#t-{ids[1]}").check()
    sheet.locator(f"#t-{ids[1]}").uncheck()

    assert sheet.locator("output").text_content() == before


def test_an_address_in_a_note_is_a_link_that_runs_from_the_left(sheet, ids):
    write(sheet, ids[0], f"لینک: {ADDRESS}\njavascript:alert(1) ftp://x.example")
    close(sheet, ids[0])
    links = sheet.locator(f"#{ids[0]} .item__note a")

    assert [link.get_attribute("href") for link in links.all()] == [ADDRESS]
    assert links.evaluate("(a) => [getComputedStyle(a).direction, getComputedStyle(a).unicodeBidi]") == [
        "ltr",
        "isolate",
    ]


HOME = "https://example.com/x"
ADDRESSES = {
    f"{HOME}.": HOME,
    f"({HOME})": HOME,
    f"({HOME}_(y)).": f"{HOME}_(y)",
    f"{HOME}, {HOME[:-1]}": HOME,
    f"({HOME}(y": f"{HOME}(y",
    f"{HOME}?!": HOME,
    f"{HOME};": HOME,
    f"{HOME}:": HOME,
    f"{HOME}?a=b.c,d&e=f:g#h": f"{HOME}?a=b.c,d&e=f:g#h",
    f"{HOME}، بعد": HOME,
    f"{HOME}؛": HOME,
    f"{HOME}؟": HOME,
    f"{HOME}۔": HOME,
    f"{HOME}…": HOME,
    f"**{HOME}**": HOME,
    f"'{HOME}'": HOME,
    f"“{HOME}”": HOME,
    f"‘{HOME}’.": HOME,
    f"«{HOME}»": HOME,
    f"{HOME}/": f"{HOME}/",
    f"{HOME}\u200cها": HOME,
}


def test_a_link_ends_before_the_punctuation_of_its_sentence(sheet, ids):
    found = {}
    for written in ADDRESSES:
        write(sheet, ids[0], written)
        close(sheet, ids[0])
        link = sheet.locator(f"#{ids[0]} .item__note a").first
        found[written] = link.get_attribute("href")
        assert (shown(sheet, ids[0]), link.inner_text()) == (written, found[written])

    assert found == ADDRESSES


def test_what_is_no_address_is_no_link(sheet, ids):
    write(sheet, ids[0], "http:// https://... https://)")
    close(sheet, ids[0])

    assert sheet.locator(f"#{ids[0]} .item__note a").count() == 0


def test_a_line_with_any_arabic_letter_runs_from_the_right(page, url, locale, ids):
    lines = {
        "CRM را سارا می‌سازد": "rtl",
        "Google Ads: مریم": "rtl",
        "Sara has it": "ltr",
        "Café ۵": "ltr",
        f"{ADDRESS} سند": "rtl",
        "https://example.com/سند is here": "ltr",
        ADDRESS: "page",
        "۱۲ ٣ 45 %": "page",
    }
    page.goto(url(locale, PATH))
    write(page, ids[0], "\n".join(lines))
    close(page, ids[0])
    own = page.evaluate("document.documentElement.dir")

    assert shown(page, ids[0]) == "\n".join(lines)
    directions = page.evaluate(
        f"findAll('#{ids[0]} .item__note bdi > span').map((line) => getComputedStyle(line).direction)"
    )
    assert directions == [own if direction == "page" else direction for direction in lines.values()]


def test_a_full_note_says_so(page, url, locale, catalog, ids):
    """What is pasted beyond that is cut by the browser, and without a word."""
    page.goto(url(locale, PATH))
    full = catalog.messages[locale].text("checklist.script.note_full", n=500)
    opener(page, ids[0]).click()
    page.keyboard.insert_text("x" * 499)
    assert page.locator(".hint").count() == 0 and page.locator(".status").text_content() == ""
    page.keyboard.insert_text("y" * 100)

    assert field(page, ids[0]).input_value() == "x" * 499 + "y"
    assert is_in_sight(page, ".hint") and page.locator(".hint").inner_text() == full
    assert page.locator(".status[role=status]").text_content() == full
    page.keyboard.press("Backspace")
    assert page.locator(".hint").count() == 0 and page.locator(".status").text_content() == ""
    page.keyboard.insert_text("y")
    page.keyboard.press("Escape")
    assert page.locator(".hint").count() == 0
    opener(page, ids[0]).click()
    assert page.locator(".hint").inner_text() == full


# What survives


def test_a_note_survives_a_reload_every_language_and_a_guide(page, url, catalog):
    list_id = next(part.id for part in catalog.guides["hire-agency"].structure.parts if part.kind == "checklist")
    first = catalog.checklists[list_id].structure.items[0].id
    page.goto(url("fa", f"checklists/{list_id}/"))
    write(page, first, PERSIAN)
    page.reload()
    assert shown(page, first) == PERSIAN
    for code in ("ar", "en"):
        page.locator(f".langs [lang={code}]").click()
        page.wait_for_url(url(code, f"checklists/{list_id}/"))
        assert shown(page, first) == PERSIAN, code
    page.goto(url("en", "guides/hire-agency/"))

    assert shown(page, f"{list_id}--{first}") == PERSIAN


def test_an_old_state_stays_readable_and_a_new_one_keeps_its_form(sheet, ids):
    keep(sheet, {f"preflight.{ids[0]}": {"s": "done", "r": 1, "t": WHEN}})
    write(sheet, ids[1], "Sara")

    assert records(sheet)[f"preflight.{ids[0]}"] == {"s": "done", "r": 1, "t": WHEN}
    assert json.loads(sheet.evaluate(f"localStorage.getItem({KEY!r})"))["version"] == 1


def test_a_note_survives_a_rename(page, url, ids):
    page.goto(url("fa", PATH))
    html = page.request.get(url("fa", PATH)).text()
    renames = json.dumps({"preflight.old": f"preflight.{ids[0]}"}).replace('"', "&quot;")
    later = html.replace('data-renames="{}"', f'data-renames="{renames}"')
    assert later != html
    page.route(url("fa", PATH), lambda route: route.fulfill(body=later, content_type="text/html"))
    keep(page, {"preflight.old": {"t": WHEN, "e": "Sara"}, f"preflight.{ids[0]}": {"s": "done", "r": 1, "t": WHEN}})

    assert shown(page, ids[0]) == "Sara"
    assert records(page) == {f"preflight.{ids[0]}": {"s": "done", "r": 1, "t": WHEN, "e": "Sara"}}


HOSTILE = {
    "markup": ("<script>alert(1)</script><img src=x onerror=alert(1)>",) * 2,
    "controls": ("a\u202eb\u2066c\u2069\u061c\u0007\u200e\u00add", "abcd"),
    "halves": ("a\ud800b\udc00 😀", "ab 😀"),
    "cells": ("a\tb\r\nc", "a b\nc"),
    "edges": ("\u200c \n نام\u200d ", "نام"),
    "long": ("x" * 10_000, "x" * 500),
    "cut in a character": ("x" * 499 + "😀", "x" * 499),
}


def test_a_note_is_plain_text_of_500_characters_at_the_most(sheet, ids):
    for written, kept in HOSTILE.values():
        keep(sheet, {f"preflight.{ids[0]}": {"t": WHEN, "e": written}})
        assert (shown(sheet, ids[0]), field(sheet, ids[0]).input_value()) == (kept, kept)
        sheet.evaluate(
            """([id, text]) => {
              const field = document.getElementById(id);
              field.value = text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [f"n-{ids[1]}", written],
        )

        assert notes(sheet) == {ids[0]: kept, ids[1]: kept}
        assert sheet.locator(".item__note :is(script, img)").count() == 0


def test_what_is_no_text_is_no_note(sheet, ids):
    for wrong in (7, None, ["x"], {"x": 1}, True, ""):
        keep(sheet, {f"preflight.{ids[0]}": {"t": WHEN, "e": wrong}, f"preflight.{ids[1]}": {"s": "na", "e": wrong}})
        sheet.locator(f"#t-{ids[2]}").check()

        assert notes(sheet) == {}, wrong
        assert set(records(sheet)) == {f"preflight.{ids[1]}", f"preflight.{ids[2]}"}, wrong


# Several businesses, two tabs


def test_a_note_belongs_to_one_business(sheet, ids):
    write(sheet, ids[0], "Sara")
    close(sheet, ids[0])
    add_business(sheet, "B")
    assert (shown(sheet, ids[0]), field(sheet, ids[0]).input_value(), records(sheet)) == (None, "", {})
    write(sheet, ids[0], "Ali")
    close(sheet, ids[0])
    sheet.locator("#ws").select_option(index=0)

    assert shown(sheet, ids[0]) == "Sara" and notes(sheet) == {ids[0]: "Sara"}


def test_what_is_being_written_stays_with_its_business_when_another_tab_chooses_one(new_page, url, catalog, ids, until):
    first, second = new_page(), new_page()
    first.goto(url("fa", PATH))
    second.goto(url("en", PATH))
    write(first, ids[0], "Sara")
    until(second, f"document.getElementById('n-{ids[0]}').value === 'Sara'")
    add_business(second, "B")
    until(first, f"document.getElementById('n-{ids[0]}').value === ''")
    first.keyboard.type(" and x y")

    assert notes(first) == {} and not field(first, ids[0]).is_visible()
    assert first.evaluate("document.activeElement.id") == ids[0]
    assert first.locator(".status").text_content() == catalog.messages["fa"].text(
        "checklist.script.chosen", name="\u2068B\u2069"
    )
    write(first, ids[0], "Ali")
    until(second, f"document.getElementById('n-{ids[0]}').value === 'Ali'")
    assert notes(second) == {ids[0]: "Ali"}
    second.locator("#ws").select_option(index=0)
    assert notes(second) == {ids[0]: "Sara"}


@pytest.fixture
def two_businesses(sheet, ids):
    """A list open for A, which has a note, while B is chosen in the storage and this tab has not heard of it."""
    keep(sheet, {f"preflight.{ids[0]}": {"t": WHEN, "e": "Sara"}})
    opener(sheet, ids[0]).click()
    sheet.keyboard.press("Control+End")
    sheet.evaluate(
        """([key, items]) => {
          const state = JSON.parse(localStorage.getItem(key));
          state.workspaces.push({ id: "other", name: "B", items });
          localStorage.setItem(key, JSON.stringify({ ...state, current: "other" }));
        }""",
        [KEY, {f"preflight.{ids[1]}": {"t": WHEN, "e": "Ali"}}],
    )
    return sheet


def all_records(page):
    state = json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))
    return {each["id"]: each["items"] for each in state["workspaces"]}


def test_what_is_typed_before_a_tab_hears_of_another_business_stays_with_the_first(two_businesses, ids):
    two_businesses.keyboard.type(", Q3 x")
    kept = all_records(two_businesses)

    assert kept["mine"][f"preflight.{ids[0]}"]["e"] == "Sara,"
    assert kept["other"] == {f"preflight.{ids[1]}": {"t": WHEN, "e": "Ali"}}
    assert (shown(two_businesses, ids[0]), shown(two_businesses, ids[1])) == (None, "Ali")
    assert not field(two_businesses, ids[0]).is_visible()


def test_what_is_ticked_before_a_tab_hears_of_another_business_stays_with_the_first(two_businesses, ids):
    two_businesses.locator(f"#t-{ids[2]}").click()

    assert all_records(two_businesses)["mine"][f"preflight.{ids[2]}"]["s"] == "done"
    assert not two_businesses.locator(f"#t-{ids[2]}").is_checked()


def test_the_first_tick_in_another_tab_does_not_disturb_a_note_that_is_begun(new_page, url, ids, until):
    first, second = new_page(), new_page()
    first.goto(url("fa", PATH))
    second.goto(url("en", PATH))
    opener(first, ids[0]).click()
    second.locator(f"#t-{ids[1]}").check()
    until(first, f"document.getElementById('t-{ids[1]}').checked")
    first.keyboard.type("Sara")

    assert notes(first) == {ids[0]: "Sara"} and field(first, ids[0]).is_visible()


def test_the_first_note_is_kept_before_its_tab_hears_of_the_first_tick_in_another(sheet, ids):
    opener(sheet, ids[0]).click()
    state = {"version": 1, "current": "mine", "workspaces": [{"id": "mine", "name": "", "items": {}}], "saved": WHEN}
    sheet.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])
    sheet.keyboard.type("Sara")

    assert all_records(sheet)["mine"][f"preflight.{ids[0]}"]["e"] == "Sara" and field(sheet, ids[0]).is_visible()


def test_the_first_mark_after_the_storage_was_emptied_is_kept(sheet, ids):
    sheet.locator(f"#t-{ids[0]}").check()
    sheet.evaluate("localStorage.clear()")
    write(sheet, ids[1], "Sara")

    assert notes(sheet) == {ids[1]: "Sara"} and field(sheet, ids[1]).is_visible()


# Clearing


def test_clearing_asks_takes_the_notes_along_and_can_be_undone(page, url, locale, catalog, ids):
    page.goto(url(locale, PATH))
    write(page, ids[0], "Sara")
    close(page, ids[0])
    page.locator(f"#t-{ids[0]}").check()
    write(page, ids[1], "Ali")
    before = records(page)
    page.locator("[data-act=reset]").click()
    name = catalog.messages[locale].text("checklist.script.default_name")
    asked = catalog.messages[locale].text("checklist.script.reset_ask", count=2, n=2, name=f"\u2068{name}\u2069")
    assert page.locator("#ask-question").text_content() == asked
    answer(page, yes=False)
    assert records(page) == before
    page.locator("[data-act=reset]").click()
    answer(page, yes=True)
    assert (records(page), shown(page, ids[0]), field(page, ids[1]).input_value()) == ({}, None, "")
    page.locator("[data-act=undo]").click()

    assert records(page) == before and shown(page, ids[0]) == "Sara"


def test_undo_brings_the_old_beside_what_was_written_since(sheet, ids):
    for id in ids[:3]:
        write(sheet, id, f"old {id}")
        sheet.locator(f"#t-{id}").check()
    sheet.locator("[data-act=reset]").click()
    answer(sheet, yes=True)
    write(sheet, ids[0], "new")
    sheet.locator(f"#{ids[1]} .na input").check()
    sheet.locator("[data-act=undo]").click()
    marks = {key.partition(".")[2]: record["s"] for key, record in records(sheet).items()}

    assert notes(sheet) == {ids[0]: f"new\nold {ids[0]}", ids[1]: f"old {ids[1]}", ids[2]: f"old {ids[2]}"}
    assert marks == {ids[0]: "done", ids[1]: "na", ids[2]: "done"}
    assert field(sheet, ids[0]).input_value() == f"new\nold {ids[0]}"


# Backup


def backup(page, tmp_path):
    if not page.locator("#ws").is_visible():
        page.locator(".more summary").click()
    with page.expect_download() as download:
        page.locator("[data-act=export]").click()
    download.value.save_as(tmp_path / "backup.json")
    return tmp_path / "backup.json"


def restore(page, file, wait_until):
    page.evaluate("find('.status').textContent = ''")
    page.locator("[data-act=import]").set_input_files(file)
    wait_until(lambda: page.locator(".status").text_content(), "what became of the backup")


def test_a_backup_brings_the_notes_to_another_browser(page, new_context, url, ids, tmp_path, wait_until):
    page.goto(url("fa", PATH))
    write(page, ids[0], f"{PERSIAN}\n{ADDRESS}")
    other = new_context().new_page()
    other.goto(url("en", PATH))
    restore(other, backup(page, tmp_path), wait_until)

    assert shown(other, ids[0]) == f"{PERSIAN}\n{ADDRESS}"


def read_in(page, items, tmp_path, wait_until):
    """Opens a backup of the business that is shown, with other items."""
    state = json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))
    state["workspaces"] = [{"id": state["current"], "name": "", "items": items}]
    file = tmp_path / "other.json"
    file.write_text(json.dumps(state), encoding="utf-8")
    restore(page, file, wait_until)


def on(year):
    return f"{year}-01-01T00:00:00.000Z"


TICK = {"s": "done", "r": 1}
LONG = "x" * 400
SPACED = "y" * 98 + " " * 20 + "z" * 50
MERGED = {
    "a tick and a later note": ({**TICK, "t": on(2024)}, {"t": on(2025), "e": "n"}, ("done", "n")),
    "a note and a later tick": ({"t": on(2024), "e": "n"}, {**TICK, "t": on(2025)}, ("done", "n")),
    "a later tick": (
        {**TICK, "t": on(2024), "e": "n", "u": on(2026)},
        {"s": "na", "r": 1, "t": on(2025), "e": "n", "u": on(2020)},
        ("na", "n"),
    ),
    "a later note": (
        {**TICK, "t": on(2026), "e": "a", "u": on(2024)},
        {"s": "na", "r": 1, "t": on(2020), "e": "b", "u": on(2025)},
        ("done", "b\na"),
    ),
    "an older note": ({"t": on(2025), "e": "a"}, {"t": on(2024), "e": "b"}, (None, "a\nb")),
    "a note of an earlier edition": ({**TICK, "t": on(2025), "e": "a"}, {"t": on(2024), "e": "b"}, ("done", "a\nb")),
    "a later part of it": ({"t": on(2024), "e": "Sara, Q3"}, {"t": on(2025), "e": "Sara"}, (None, "Sara, Q3")),
    "more than it": ({"t": on(2025), "e": "Sara"}, {"t": on(2024), "e": "Sara, Q3"}, (None, "Sara, Q3")),
    "no room for all": ({"t": on(2025), "e": LONG}, {"t": on(2024), "e": "y" * 400}, (None, f"{LONG}\n{'y' * 99}")),
    "cut in a gap": ({"t": on(2025), "e": LONG}, {"t": on(2024), "e": SPACED}, (None, f"{LONG}\n{'y' * 98}")),
    "no room at all": ({"t": on(2025), "e": "x" * 500}, {"t": on(2024), "e": "y"}, (None, "x" * 500)),
}


@pytest.mark.parametrize(("mine", "theirs", "kept"), MERGED.values(), ids=MERGED)
def test_a_backup_takes_neither_a_tick_nor_a_note_away(sheet, ids, tmp_path, wait_until, mine, theirs, kept):
    key = f"preflight.{ids[0]}"
    keep(sheet, {key: mine})
    read_in(sheet, {key: theirs}, tmp_path, wait_until)
    first = records(sheet)[key]

    assert (first.get("s"), first["e"]) == kept
    read_in(sheet, {key: theirs}, tmp_path, wait_until)
    assert records(sheet)[key] == first
    read_in(sheet, {key: mine}, tmp_path, wait_until)
    assert records(sheet)[key] == first


def test_a_note_keeps_its_date_when_its_item_is_ticked(sheet, ids):
    key = f"preflight.{ids[0]}"
    keep(sheet, {key: {"t": WHEN, "e": "Sara"}})
    sheet.locator(f"#t-{ids[0]}").check()
    ticked = records(sheet)[key]
    assert ticked["u"] == WHEN < ticked["t"]
    write(sheet, ids[0], "Ali")
    assert records(sheet)[key]["t"] == ticked["t"] <= records(sheet)[key]["u"]
    keep(sheet, {key: ticked})
    sheet.locator(f"#t-{ids[0]}").uncheck()

    assert records(sheet)[key] == {"t": WHEN, "e": "Sara"}


def test_a_backup_full_of_notes_can_be_opened_again(sheet, ids, tmp_path, wait_until):
    """Ten businesses, with a note of full length on more items than there are."""
    items = {f"list-{n}.item-{n}": {"s": "done", "r": 1, "t": WHEN, "e": "ن" * 500} for n in range(200)}
    state = {
        "version": 1,
        "current": "b0",
        "workspaces": [{"id": f"b{n}", "name": "", "items": items} for n in range(10)],
    }
    file = tmp_path / "x.json"
    file.write_text(json.dumps(state, ensure_ascii=False, indent=2), encoding="utf-8")
    restore(sheet, file, wait_until)

    assert len(notes(sheet)) == 200


# Storage that is closed or full


@pytest.mark.parametrize(("trouble", "status"), [(CLOSED, "blocked"), (FULL, "full")], ids=["closed", "full"])
def test_storage_that_keeps_nothing_is_said_and_the_note_can_still_be_saved(
    page, url, ids, catalog, tmp_path, trouble, status
):
    page.add_init_script(trouble)
    page.goto(url("fa", PATH))
    write(page, ids[0], "Sara")
    close(page, ids[0])

    assert page.locator(".status").text_content() == catalog.messages["fa"].text(f"checklist.script.{status}")
    assert shown(page, ids[0]) == "Sara"
    items = json.loads(backup(page, tmp_path).read_text("utf-8"))["workspaces"][0]["items"]
    assert items[f"preflight.{ids[0]}"]["e"] == "Sara"


@pytest.mark.parametrize("size", [(390, 844), (320, 256)], ids=["phone", "400 %"])
@pytest.mark.parametrize(("trouble", "status"), [(CLOSED, "blocked"), (FULL, "full")], ids=["closed", "full"])
def test_storage_that_keeps_nothing_is_said_where_the_reader_is(
    new_page, url, locale, ids, catalog, trouble, status, size
):
    page = new_page(viewport=dict(zip(("width", "height"), size, strict=True)))
    page.add_init_script(trouble)
    page.goto(url(locale, PATH))
    said = catalog.messages[locale].text(f"checklist.script.{status}")
    opener(page, ids[4]).click()
    page.keyboard.type("Sara")
    assert page.locator(".hint").all_inner_texts() == [said] and is_in_sight(page, ".hint")
    page.keyboard.press("Escape")
    assert is_in_sight(page, ".hint") and is_in_sight(page, f"#{ids[4]} .note summary")
    for box in (f"#t-{ids[7]}", f"#{ids[9]} .na input"):
        page.locator(box).check()
        assert page.locator(".hint").all_inner_texts() == [said] and is_in_sight(page, ".hint"), box
    assert page.locator(".status[role=status]").text_content() == said


def test_the_warning_goes_when_the_storage_keeps_again(sheet, ids):
    sheet.evaluate("self.setItem = Storage.prototype.setItem;" + FULL + "null")
    sheet.locator(f"#t-{ids[0]}").check()
    assert sheet.locator(".hint").count() == 1
    sheet.evaluate("Storage.prototype.setItem = self.setItem; null")
    sheet.locator(f"#t-{ids[1]}").check()

    assert sheet.locator(".hint").count() == 0 and sheet.locator(".status").text_content() == ""


@pytest.mark.parametrize("height", [256, 640])
def test_a_closed_note_leaves_its_button_in_sight(new_page, url, locale, ids, height):
    page = new_page(viewport={"width": 320, "height": height})
    page.goto(url(locale, PATH))
    opener(page, ids[4]).click()
    page.keyboard.type("Sara")
    page.evaluate(
        f"scrollBy(0, find('#{ids[4]} .note summary').getBoundingClientRect().top - 20)"
    )  # half below the bar
    page.keyboard.press("Escape")

    assert is_in_sight(page, f"#{ids[4]} .note summary")


# Nothing is sent


def test_a_note_gets_into_no_address_and_no_request(page, url, ids):
    sent = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.headers} {request.post_data or ''}"))
    page.goto(url("fa", PATH))
    write(page, ids[0], "unmistakable")
    page.locator(f"#t-{ids[0]}").check()
    page.locator(f"#t-{ids[0]}").press("Enter")
    page.evaluate("find('form.items').requestSubmit()")
    page.locator(f"#{ids[0]} .item__link").click()
    seen = [page.url]
    page.locator(".langs [lang=en]").click()
    page.wait_for_url(url("en", PATH) + "*")
    seen += [page.url, *page.evaluate("findAll('[href]').map((e) => e.href).filter((href) => href.includes('#'))")]

    assert [each for each in [*sent, *seen] if "unmistakable" in each] == []
    assert page.evaluate("findAll('textarea').filter((e) => e.name).length") == 0


def test_without_a_script_there_is_no_field(new_page, url, locale):
    page = new_page(java_script_enabled=False)
    page.goto(url(locale, PATH))

    assert page.locator(".note:visible, textarea:visible, .item__note:visible").count() == 0


# On a phone and on paper


def test_a_note_fits_a_small_phone(phone, url, locale, ids):
    phone.goto(url(locale, PATH))
    write(phone, ids[0], f"{ADDRESS}/{'x' * 300}")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opener(phone, ids[0]).bounding_box()["height"] >= 44
    close(phone, ids[0])

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_note_is_printed_under_its_item_black_on_white(new_page, url, locale, ids, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(url(locale, PATH))
    page.emulate_media(media="print", color_scheme=scheme)
    before = page.evaluate("findAll('.item').map((item) => item.innerText)")
    page.emulate_media(media="screen", color_scheme=scheme)
    write(page, ids[0], f"{PERSIAN}\n{ADDRESS}")  # and left open
    page.emulate_media(media="print", color_scheme=scheme)
    line = page.locator(f"#{ids[0]} .item__note")

    assert line.is_visible() and page.locator(".note:visible, textarea:visible").count() == 0
    assert line.evaluate("(e) => getComputedStyle(e).fontSize") == page.locator(f"#l-{ids[0]}").evaluate(
        "(e) => getComputedStyle(e).fontSize"
    )
    colours = page.evaluate(
        f"findAll('#{ids[0]} .item__note, #{ids[0]} .item__note *').map((e) => getComputedStyle(e).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    assert line.evaluate("(e) => startOf(e) - startOf(find('.item__text', e.parentElement))") == pytest.approx(0, abs=1)
    assert page.evaluate("findAll('.item').map((item) => item.innerText)")[1:] == before[1:]


def test_signatures_are_not_left_alone_on_a_page(page, url, catalog, ids):
    """With notes the list may need a second sheet: then its last item goes there with the lines to sign on."""
    page.goto(url("en", PATH), wait_until="networkidle")
    last = catalog.checklists["preflight"].words["en"].items[ids[-1]].text.split()[0]
    for id in ids[:5]:
        write(page, id, "Sara has it")
        pdf = pypdfium2.PdfDocument(page.pdf(print_background=False, prefer_css_page_size=True))
        pages = [each.get_textpage().get_text_bounded() for each in pdf]
        (signed,) = [text for text in pages if catalog.messages["en"].text("sheet.owner_signature") in text]

        assert last in signed and f"/{PATH}" in signed
    assert len(pages) == 3
