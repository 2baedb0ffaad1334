"""A checklist in use: three states of an item, saved in this browser alone, for several businesses."""

import json
import re

import pytest

PATH = "checklists/preflight/"
KEY = "sharik.v1"
ISOLATES = re.compile("[\u2066-\u2069]")
WORKSPACE = {"id": "mine", "name": "", "items": {}}


def stored(page):
    return json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))


def marks(page):
    """The marks of the business that is shown: {"list.item": "done" or "na"}."""
    state = stored(page)
    current = next(each for each in state["workspaces"] if each["id"] == state["current"])
    return {key: mark["s"] for key, mark in current["items"].items()}


def keep(page, items, **more):
    """Puts a state into the storage, as an earlier visit has left it."""
    state = {"version": 1, "current": "mine", "workspaces": [{**WORKSPACE, "items": items}], **more}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])


def done(rev=1):
    return {"s": "done", "r": rev, "t": "2026-01-01T00:00:00.000Z"}


def item(page, id):
    return page.locator(f"#{id}")


def tick(page, id):
    return page.locator(f"#t-{id}")


def not_for_me(page, id):
    return page.locator(f"#{id} .na input")


def open_more(page):
    """Opens the part of the tools that is folded away."""
    if not page.locator("#ws").is_visible():
        page.locator(".more summary").click()


def act(page, name):
    if name.startswith("ws-") or name == "export":
        open_more(page)
    page.locator(f"[data-act={name}]").click()


def answer(page, text=None, *, yes=True):
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    if text is not None:
        dialog.locator("input").fill(text)
    dialog.locator("button").nth(0 if yes else 1).click()
    page.locator("dialog.question").wait_for(state="detached")  # it closes before the page is told


def said(page):
    return ISOLATES.sub("", page.locator(".status").text_content())


def progress(page):
    return page.locator("output").first.text_content()


@pytest.fixture
def words(catalog):
    """What the script says: words("fa", "progress", count=…, done=…, total=…)."""
    return lambda locale, key, **values: catalog.messages[locale].text(f"checklist.script.{key}", **values)


# Three states


def test_ticks_by_mouse_label_and_keyboard(page, url, locale, ids, words):
    page.goto(url(locale, PATH))
    total = len(ids)
    assert progress(page) == words(locale, "progress", count=total, done=0, total=total)

    tick(page, ids[0]).click()
    page.locator(f"#l-{ids[1]}").click()
    tick(page, ids[2]).focus()
    page.keyboard.press("Space")

    assert marks(page) == {f"preflight.{id}": "done" for id in ids[:3]}
    assert progress(page) == words(locale, "progress", count=total, done=3, total=total)
    assert page.evaluate("[find('progress').value, find('progress').max]") == [3, total]
    page.keyboard.press("Space")
    assert set(marks(page)) == {f"preflight.{id}" for id in ids[:2]}


def test_done_and_not_for_me_exclude_each_other(page, url, locale, ids, words):
    page.goto(url(locale, PATH))
    id, total = ids[0], len(ids)
    tick(page, id).check()
    not_for_me(page, id).check()
    assert (tick(page, id).is_checked(), not_for_me(page, id).is_checked()) == (False, True)
    assert marks(page) == {f"preflight.{id}": "na"}
    left = words(locale, "progress", count=total - 1, done=0, total=total - 1)
    assert progress(page) == left + words(locale, "separator") + words(locale, "na", count=1, n=1)
    assert page.evaluate("find('progress').max") == total - 1
    assert not item(page, id).locator(".item__when").is_visible()

    tick(page, id).check()
    assert (tick(page, id).is_checked(), not_for_me(page, id).is_checked()) == (True, False)
    tick(page, id).uncheck()
    assert marks(page) == {}
    assert item(page, id).locator(".item__when").is_visible()


def test_a_box_says_its_name_its_state_and_when_it_is_done(page, url, locale, catalog, ids):
    page.goto(url(locale, PATH))
    said_words = catalog.checklists["preflight"].words[locale].items[ids[0]]
    box = page.get_by_role("checkbox", name=said_words.text, exact=True)
    box.check()

    assert box.get_attribute("id") == f"t-{ids[0]}"
    assert page.evaluate("find('.tick').getAttribute('aria-describedby')") == f"w-{ids[0]}"
    assert said_words.done_when in page.locator(f"#w-{ids[0]}").text_content()


def test_the_progress_is_announced_and_named(sheet, catalog):
    assert sheet.get_by_role("progressbar", name=catalog.messages["fa"].text("checklist.progress")).count() == 1
    assert sheet.locator("output").first.get_attribute("role") == "status"
    sheet.locator(".tick").first.check()
    assert sheet.locator("output").first.get_attribute("aria-live") == "polite"


def test_all_done_fills_the_bar(sheet, ids, words):
    for id in ids[:-1]:
        tick(sheet, id).check()
    not_for_me(sheet, ids[-1]).check()

    assert sheet.evaluate("find('progress').value === find('progress').max")
    assert progress(sheet).startswith(
        words("fa", "progress", count=len(ids) - 1, done=len(ids) - 1, total=len(ids) - 1)
    )


def test_nothing_counts_when_nothing_is_for_me(sheet, ids, words):
    for id in ids:
        not_for_me(sheet, id).check()

    assert progress(sheet) == words("fa", "na", count=len(ids), n=len(ids))


def test_a_reason_opens_by_keyboard(sheet):
    summary = sheet.locator(".why summary").first
    summary.focus()
    sheet.keyboard.press("Enter")

    assert sheet.locator(".why[open] p").first.is_visible()


def test_enter_in_a_box_neither_reloads_nor_loses_anything(sheet, ids):
    tick(sheet, ids[0]).check()
    sheet.evaluate("self.isSamePage = true")
    tick(sheet, ids[0]).focus()
    sheet.keyboard.press("Enter")

    assert sheet.evaluate("self.isSamePage")
    assert set(marks(sheet)) == {f"preflight.{ids[0]}"}


def test_conditions_of_done_can_be_folded_away(sheet):
    sheet.locator("#when").uncheck()
    assert not sheet.locator(".item__when").first.is_visible()
    sheet.locator("#when").check()
    assert sheet.locator(".item__when").first.is_visible()


# What survives


def test_marks_survive_a_reload_and_every_language(page, url, ids, words):
    page.goto(url("fa", PATH))
    tick(page, ids[0]).check()
    not_for_me(page, ids[1]).check()
    for code in ("fa", "ar", "en"):
        if code == "fa":
            page.reload()
        else:
            page.locator(f".langs [lang={code}]").click()
            page.wait_for_url(url(code, PATH))
        total = len(ids) - 1

        assert tick(page, ids[0]).is_checked() and not_for_me(page, ids[1]).is_checked(), code
        assert page.locator(".tick:checked").count() == 1
        assert progress(page).startswith(words(code, "progress", count=total, done=1, total=total))


def test_marks_made_before_the_scripts_come_are_kept(page, url, ids, words, before_scripts):
    page.goto(url("fa"))
    keep(page, {f"preflight.{ids[0]}": {**done(), "s": "na"}, f"preflight.{ids[3]}": done()})
    with before_scripts(page, url("fa", PATH)):
        tick(page, ids[0]).check()
        tick(page, ids[1]).check()
        not_for_me(page, ids[2]).check()

    kept = {ids[0]: "done", ids[1]: "done", ids[2]: "na", ids[3]: "done"}
    assert marks(page) == {f"preflight.{id}": mark for id, mark in kept.items()}
    assert [tick(page, id).is_checked() for id in ids[:4]] == [True, True, False, True]
    assert progress(page).startswith(words("fa", "progress", count=len(ids) - 1, done=3, total=len(ids) - 1))


def test_a_page_one_comes_back_to_shows_what_was_marked_since(new_page, url, ids, until):
    page, other = new_page(), new_page()
    page.goto(url("fa", PATH))
    tick(page, ids[0]).check()
    page.goto(url("fa", "about/"))
    other.goto(url("fa", PATH))
    tick(other, ids[0]).uncheck()
    tick(other, ids[1]).check()
    until(page, f"localStorage.getItem({KEY!r}).includes({ids[1]!r})")
    page.go_back()

    assert [tick(page, id).is_checked() for id in ids[:2]] == [False, True]
    assert marks(page) == {f"preflight.{ids[1]}": "done"}


def test_marks_are_the_same_in_a_guide(page, url, ids, catalog):
    guide = catalog.guides["hire-agency"].structure
    list_id = next(part.id for part in guide.parts if part.kind == "checklist")
    first = catalog.checklists[list_id].structure.items[0].id
    page.goto(url("fa", f"checklists/{list_id}/"))
    tick(page, first).check()
    page.goto(url("ar", "guides/hire-agency/"))
    assert tick(page, f"{list_id}--{first}").is_checked()
    tick(page, f"{list_id}--{first}").uncheck()
    page.goto(url("en", f"checklists/{list_id}/"))

    assert not tick(page, first).is_checked()


def rewrite(page, address, change):
    """Serves the page at `address` with its HTML changed, as a later edition of the site would."""

    def fulfil(route):
        answer = route.fetch()
        html = answer.text()
        assert change(html) != html
        route.fulfill(response=answer, body=change(html))

    page.route(address, fulfil)


def test_marks_survive_a_rename(page, url, ids):
    page.goto(url("fa", PATH))
    keep(page, {"preflight.oldest": done(), f"preflight.{ids[1]}": done(), "elsewhere.moved": done()})
    renames = {
        "preflight.oldest": "preflight.old",
        "preflight.old": f"preflight.{ids[0]}",
        "elsewhere.moved": f"preflight.{ids[2]}",
    }
    written = json.dumps(renames).replace('"', "&quot;")
    rewrite(page, url("en", PATH), lambda html: html.replace('data-renames="{}"', f'data-renames="{written}"'))
    page.goto(url("en", PATH + "#oldest"))

    assert [tick(page, id).is_checked() for id in ids[:4]] == [True, True, True, False]
    assert set(marks(page)) == {f"preflight.{id}" for id in ids[:3]}
    # A link to the old id finds the item, too.
    assert page.url.endswith(f"#{ids[0]}")


def test_an_item_whose_meaning_changed_says_so(page, url, ids, words):
    page.goto(url("fa", PATH))
    tick(page, ids[0]).check()
    rewrite(page, url("fa", PATH), lambda html: html.replace('data-rev="1"', 'data-rev="2"', 1))
    page.reload()

    assert tick(page, ids[0]).is_checked()
    assert item(page, ids[0]).locator(".item__changed").is_visible()
    assert progress(page).endswith(words("fa", "changed", count=1, n=1))
    tick(page, ids[0]).uncheck()
    tick(page, ids[0]).check()
    assert not item(page, ids[0]).locator(".item__changed").is_visible()


def test_marks_of_items_that_are_not_here_are_kept(page, url, ids):
    page.goto(url("fa", PATH))
    keep(page, {"readiness.some": done(), "preflight.not-here-any-more": done()})
    page.reload()
    tick(page, ids[0]).check()

    assert set(marks(page)) == {"readiness.some", "preflight.not-here-any-more", f"preflight.{ids[0]}"}


# Filters and links


@pytest.fixture
def parts(catalog):
    from sharik.localize import localize

    return {item.item.id: (item.part, item.item.weight) for item in localize(catalog, "preflight", "fa").items}


def shown(page):
    return page.evaluate("findAll('.item').filter(isShown).map((item) => item.id)")


@pytest.mark.parametrize("part", ["owner", "agency", "shared"])
def test_the_filter_of_parts(sheet, parts, part, words):
    sheet.locator(f"[name=part][value={part}]").check(force=True)
    wanted = [id for id, (whose, _) in parts.items() if whose in (part, "shared")]

    assert shown(sheet) == wanted
    assert said(sheet) == words("fa", "shown", count=len(wanted), n=len(wanted))
    assert sheet.evaluate("findAll('.group').filter(isShown).every((g) => findAll('.item', g).some(isShown))")
    sheet.locator("[name=part][value=all]").check(force=True)
    assert shown(sheet) == list(parts)


def test_filters_are_worked_by_arrow_keys_and_agree_with_each_other(sheet, parts):
    sheet.locator("[name=weight][value=all]").focus()
    sheet.keyboard.press("ArrowDown")
    sheet.locator("[name=part][value=all]").focus()
    sheet.keyboard.press("ArrowDown")

    assert shown(sheet) == [
        id for id, (part, weight) in parts.items() if part in ("owner", "shared") and weight == "must"
    ]


def test_a_filter_does_not_change_the_count(sheet, ids, words):
    tick(sheet, ids[0]).check()
    before = progress(sheet)
    sheet.locator("[name=weight][value=must]").check(force=True)

    assert progress(sheet) == before


def test_every_item_has_a_link_of_its_own(sheet, url, ids, until):
    link = item(sheet, ids[4]).locator(".item__link")
    link.click()
    assert sheet.url == url("fa", f"{PATH}#{ids[4]}")
    sheet.goto(url("ar", f"{PATH}#{ids[-1]}"))
    until(sheet, f"find(':target').id === {ids[-1]!r} && find(':target').getBoundingClientRect().top < innerHeight")


def test_a_link_is_stronger_than_a_filter(sheet, url, parts, until):
    hidden = next(id for id, (part, _) in parts.items() if part == "owner")
    sheet.locator("[name=part][value=agency]").check(force=True)
    assert hidden not in shown(sheet)
    sheet.evaluate(f"location.hash = {hidden!r}")

    until(sheet, f"isShown(document.getElementById({hidden!r}))")
    assert shown(sheet) == list(parts)


# Reset and undo


def test_reset_asks_and_can_be_undone(page, url, locale, ids, words):
    page.goto(url(locale, PATH))
    act(page, "reset")
    assert said(page) == words(locale, "reset_nothing")
    for id in ids[:3]:
        tick(page, id).check()
    before = marks(page)

    act(page, "reset")
    question = page.locator("dialog[open]")
    assert ISOLATES.sub("", question.locator("#ask-question").text_content()) == words(
        locale, "reset_ask", count=3, n=3, name=words(locale, "default_name")
    )
    answer(page, yes=False)
    assert marks(page) == before

    act(page, "reset")
    answer(page)
    assert marks(page) == {} and page.locator(".tick:checked").count() == 0
    assert said(page) == words(locale, "reset_done")

    act(page, "undo")
    assert marks(page) == before
    assert said(page) == words(locale, "undo_done")
    assert not page.locator("[data-act=undo]").is_visible()
    assert page.evaluate("document.activeElement.dataset.act") == "reset"


def test_reset_leaves_the_marks_of_other_lists(sheet, url, ids):
    keep(sheet, {"readiness.some": done(), f"preflight.{ids[0]}": done()})
    sheet.reload()
    act(sheet, "reset")
    answer(sheet)

    assert set(marks(sheet)) == {"readiness.some"}


def test_undo_does_not_overwrite_what_was_marked_since(sheet, ids):
    tick(sheet, ids[0]).check()
    tick(sheet, ids[1]).check()
    act(sheet, "reset")
    answer(sheet)
    not_for_me(sheet, ids[0]).check()
    act(sheet, "undo")

    assert marks(sheet) == {f"preflight.{ids[0]}": "na", f"preflight.{ids[1]}": "done"}


def test_a_dialog_is_modal_named_and_gives_the_focus_back(sheet, ids):
    tick(sheet, ids[0]).check()
    button = sheet.locator("[data-act=reset]")
    button.focus()
    sheet.keyboard.press("Enter")
    dialog = sheet.get_by_role("dialog", name=re.compile("."))
    dialog.wait_for()
    assert sheet.evaluate("document.activeElement.closest('dialog') !== null")
    assert sheet.evaluate("find('dialog').matches(':modal')")
    sheet.keyboard.press("Escape")
    dialog.wait_for(state="detached")

    assert button.evaluate("(b) => b === document.activeElement")
    assert marks(sheet) == {f"preflight.{ids[0]}": "done"}


# Several businesses


def test_businesses_are_added_renamed_and_deleted(page, url, locale, ids, words):
    page.goto(url(locale, PATH))
    tick(page, ids[0]).check()
    act(page, "ws-add")
    answer(page, "دکان دوم")
    assert said(page) == words(locale, "chosen", name="دکان دوم")
    assert page.locator(".tick:checked").count() == 0
    tick(page, ids[1]).check()

    page.locator("#ws").select_option(label=words(locale, "default_name"))
    assert [tick(page, id).is_checked() for id in ids[:2]] == [True, False]
    page.locator("#ws").select_option(label="دکان دوم")
    assert [tick(page, id).is_checked() for id in ids[:2]] == [False, True]

    act(page, "ws-rename")
    assert page.locator("dialog input").input_value() == "دکان دوم"
    answer(page, "Shop 2")
    assert said(page) == words(locale, "ws_renamed", name="Shop 2")
    page.reload()
    assert page.evaluate("find('#ws').selectedOptions[0].label") == "Shop 2"

    act(page, "ws-delete")
    answer(page, yes=False)
    assert len(stored(page)["workspaces"]) == 2
    act(page, "ws-delete")
    answer(page)
    assert said(page) == words(locale, "ws_deleted", name="Shop 2", next=words(locale, "default_name"))
    assert [tick(page, id).is_checked() for id in ids[:2]] == [True, False]
    act(page, "ws-delete")
    assert said(page) == words(locale, "ws_delete_last")
    assert len(stored(page)["workspaces"]) == 1


def test_a_name_is_shown_as_it_is_and_never_read_as_markup(sheet):
    for name in ("<img src=x onerror=alert(1)>", "a\u202eb\u2066c", "می\u200cدان"):
        act(sheet, "ws-add")
        answer(sheet, name)
    names = sheet.evaluate("findAll('#ws option').map((o) => o.label)")

    assert names[1:] == ["<img src=x onerror=alert(1)>", "abc", "می\u200cدان"]
    assert sheet.evaluate("findAll('img').length") == 0


def test_a_business_needs_a_name(sheet):
    act(sheet, "ws-add")
    sheet.locator("dialog button").first.click()
    assert sheet.locator("dialog[open]").count() == 1
    answer(sheet, yes=False)
    assert sheet.locator("#ws option").count() == 1


def test_two_tabs_agree(new_page, url, ids, until):
    first, second = new_page(), new_page()
    first.goto(url("fa", PATH))
    second.goto(url("en", PATH))
    tick(first, ids[0]).check()
    until(second, f"document.getElementById('t-{ids[0]}').checked")
    tick(second, ids[1]).check()
    until(first, f"document.getElementById('t-{ids[1]}').checked")
    act(second, "ws-add")
    answer(second, "B")

    until(first, "find('#ws').selectedOptions[0].label === 'B' && findAll('.tick:checked').length === 0")


def test_what_was_said_stays_where_there_is_no_news(sheet):
    """A browser may tell a page that was reloaded what it wrote itself before."""
    act(sheet, "ws-add")
    answer(sheet, "B")
    announced = said(sheet)
    sheet.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'sharik.v1' }))")
    assert said(sheet) == announced != ""

    sheet.evaluate("localStorage.removeItem('sharik.v1')")
    sheet.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'sharik.v1' }))")
    assert said(sheet) == ""


# Backup


def backup(page, tmp_path, name="backup.json"):
    open_more(page)
    with page.expect_download() as download:
        act(page, "export")
    file = tmp_path / name
    download.value.save_as(file)
    return file, download.value.suggested_filename


def restore(page, file, wait_until):
    page.evaluate("find('.status').textContent = ''")
    page.locator("[data-act=import]").set_input_files(file)
    wait_until(lambda: said(page), "what became of the backup")


def test_a_backup_comes_back_in_another_browser(page, new_context, url, ids, tmp_path, words, wait_until):
    page.goto(url("fa", PATH))
    tick(page, ids[0]).check()
    not_for_me(page, ids[1]).check()
    act(page, "ws-add")
    answer(page, "B")
    tick(page, ids[2]).check()
    file, name = backup(page, tmp_path)
    assert re.fullmatch(r"sharik-\d{4}-\d\d-\d\d\.json", name)
    assert said(page) == words("fa", "exported", file=name)

    other = new_context().new_page()
    other.goto(url("en", PATH))
    restore(other, file, wait_until)
    assert said(other) == words("en", "restored", count=3, n=3)
    assert marks(other) == {f"preflight.{ids[2]}": "done"}
    open_more(other)
    other.locator("#ws").select_option(index=0)
    assert marks(other) == {f"preflight.{ids[0]}": "done", f"preflight.{ids[1]}": "na"}


def test_a_backup_is_added_to_what_is_there(page, url, ids, tmp_path, words, wait_until):
    page.goto(url("fa", PATH))
    tick(page, ids[0]).check()
    file, _ = backup(page, tmp_path)
    tick(page, ids[0]).uncheck()
    tick(page, ids[1]).check()
    restore(page, file, wait_until)

    assert set(marks(page)) == {f"preflight.{id}" for id in ids[:2]}
    assert said(page) == words("fa", "imported", count=1, n=1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no json", "not_json"),
        ("[]", "not_sharik"),
        ('{"version": 1, "workspaces": "x"}', "not_sharik"),
        ('{"version": 2, "workspaces": []}', "newer"),
        ("[" + "1," * 2_500_000 + "1]", "too_big"),
    ],
    ids=["text", "list", "hollow", "newer", "big"],
)
def test_a_file_that_is_no_backup_changes_nothing(sheet, ids, tmp_path, words, wait_until, text, reason):
    tick(sheet, ids[0]).check()
    before = stored(sheet)
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    restore(sheet, file, wait_until)

    assert said(sheet) == words("fa", f"import_{reason}")
    assert stored(sheet) == before


def test_a_hostile_backup_brings_only_clean_marks(sheet, ids, tmp_path, wait_until):
    hostile = {
        "version": 1,
        "current": "__proto__",
        "workspaces": [
            {"id": "a", "name": "<script>x</script>", "items": {"__proto__": done(), "constructor.prototype": done()}},
            {"id": "../b", "name": "", "items": {}},
            {
                "id": "c",
                "name": "x" * 5000,
                "items": {f"preflight.{ids[0]}": {"s": "<b>", "r": 1}, f"preflight.{ids[1]}": done("9e99")},
            },
            None,
            7,
        ],
    }
    file = tmp_path / "x.json"
    file.write_text(json.dumps(hostile), encoding="utf-8")
    restore(sheet, file, wait_until)
    kept = {each["id"]: each for each in stored(sheet)["workspaces"]}

    assert set(kept) == {"a", "c"}
    assert set(kept["a"]["items"]) <= {"constructor.prototype"}
    assert kept["c"]["items"] == {f"preflight.{ids[1]}": {**done(), "r": 1}}
    assert kept["c"]["name"] == ""
    assert sheet.evaluate("({}).s") is None


# Storage that is closed, full or broken

CLOSED = (
    "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize(("trouble", "status"), [(CLOSED, "blocked"), (FULL, "full")], ids=["closed", "full"])
def test_storage_that_keeps_nothing_is_said_in_words_and_nothing_breaks(
    page, url, locale, ids, words, tmp_path, trouble, status
):
    page.add_init_script(trouble)
    page.goto(url(locale, PATH))
    tick(page, ids[0]).check()
    not_for_me(page, ids[1]).check()

    assert said(page) == words(locale, status)
    assert page.locator(".status").is_visible()
    assert progress(page).startswith(words(locale, "progress", count=len(ids) - 1, done=1, total=len(ids) - 1))
    file, _ = backup(page, tmp_path)
    items = json.loads(file.read_text("utf-8"))["workspaces"][0]["items"]
    assert {key: mark["s"] for key, mark in items.items()} == {
        f"preflight.{ids[0]}": "done",
        f"preflight.{ids[1]}": "na",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "7",
        '"x"',
        "[]",
        "{}",
        '{"version": 99, "workspaces": [{"id": "a", "name": "", "items": {}}]}',
        '{"version": 1, "workspaces": [null, {"id": 1}, {"id": "a", "items": []}]}',
        '{"version": 1, "workspaces": {"length": 1e9}}',
    ],
)
def test_a_state_that_cannot_be_read_is_set_aside(sheet, ids, words, text):
    sheet.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    sheet.reload()
    assert said(sheet) == words("fa", "corrupt")
    tick(sheet, ids[0]).check()

    assert marks(sheet) == {f"preflight.{ids[0]}": "done"}
    assert sheet.evaluate(f"localStorage.getItem('{KEY}.broken')") == text
    sheet.reload()
    assert tick(sheet, ids[0]).is_checked()


def test_hostile_parts_of_a_stored_state_are_left_out(sheet, ids):
    keep(
        sheet,
        {
            "__proto__": done(),
            f"preflight.{ids[0]}": done(),
            "preflight.<b>": done(),
            f"preflight.{ids[1]}": {"s": "x"},
        },
    )
    sheet.reload()
    tick(sheet, ids[2]).check()

    assert marks(sheet) == {f"preflight.{ids[0]}": "done", f"preflight.{ids[2]}": "done"}


# Without a script


@pytest.fixture
def plain(new_page, url, locale):
    """The page of a list in a browser that runs no script."""
    page = new_page(java_script_enabled=False)
    page.goto(url(locale, PATH))
    return page


def test_without_a_script_the_list_can_be_read_and_ticked(plain, ids):
    assert plain.locator(".item__text:visible").count() == len(ids)
    tick(plain, ids[0]).check()
    plain.locator(f"#l-{ids[1]}").click()
    not_for_me(plain, ids[2]).check()
    plain.locator(".why summary").first.click()

    assert tick(plain, ids[0]).is_checked() and tick(plain, ids[1]).is_checked()
    assert plain.locator(".why[open]").first.is_visible()
    assert not item(plain, ids[2]).locator(".item__when").is_visible()


def test_without_a_script_no_dead_button_is_shown(plain, locale, catalog):
    assert plain.locator("button:visible:not([data-search])").count() == 0  # that one leads to the page of results
    assert plain.locator("[data-needs-js]:visible").count() == 0
    assert plain.locator("select:visible, progress:visible").count() == 0
    # Parsed, as only a browser without scripts does; one that plays to have none does not show it all the same.
    assert plain.locator("noscript p").text_content() == catalog.messages[locale].text("checklist.without_script")


def test_without_a_script_a_guide_has_no_dead_button_either(new_page, url):
    page = new_page(java_script_enabled=False)
    page.goto(url("fa", "guides/hire-agency/"))

    assert page.locator("button:visible:not([data-search]), select:visible, progress:visible").count() == 0
    assert page.locator(".tick:visible").count() > 3


def test_with_a_script_that_never_comes_no_dead_button_stays(page, url, faults):
    """A broken connection is not the same as scripts that are switched off; the boxes work all the same."""
    page.route("**/*.js", lambda route: route.abort())
    page.goto(url("fa", PATH))
    page.locator(".tick").first.check()
    faults[:] = [fault for fault in faults if "net::ERR_FAILED" not in fault]

    assert page.locator(".tick").first.is_checked()
