"""Every page is visited once, at every width: nothing sticks out, nothing is too small to hit, nothing goes wrong."""

import pytest

SIZES = [(1366, 900), (820, 900), (390, 844), (320, 640), (320, 256)]

STICKING_OUT = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const out = findAll("body *").filter((e) => startOf(e) < -1 || endOf(e) > page.clientWidth + 1);
  return [`${page.scrollWidth} px`, ...out.slice(0, 4).map((e) => `${e.tagName}.${e.className}`)];
}"""

# WCAG 2.5.8. A field and its label are one target; links within a sentence are excepted.
TOO_SMALL = """() => findAll("a[href], button, input, select, summary").filter((e) => {
  if (!isShown(e)) return false;
  let around = e;
  while (getComputedStyle(around).display === "inline") around = around.parentElement;
  const isInSentence = around.textContent.trim().length > e.textContent.trim().length;
  const boxes = [e, ...(e.labels ?? [])].map((each) => each.getBoundingClientRect());
  return !isInSentence && !boxes.some((box) => box.width >= 24 && box.height >= 24);
}).map((e) => {
  const { width, height } = e.getBoundingClientRect();
  return `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)} ${width.toFixed()}x${height.toFixed()}`;
})"""


@pytest.fixture(scope="module")
def survey(long_lived_context, serve, addresses):
    """What was found on each page: what sticks out and what is too small at which width, faults, requests."""
    found, faults, requests = {}, [], []
    context = long_lived_context(faults)
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("response", lambda answer: answer.status < 400 or faults.append(f"{answer.status} {answer.url}"))
    for address in addresses:
        faults.clear(), requests.clear()
        page.goto(serve + address)
        out, small = {}, {}
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            out[f"{width}x{height}"] = page.evaluate(STICKING_OUT)
            small[f"{width}x{height}"] = page.evaluate(TOO_SMALL)
        found[address] = {"out": out, "small": small, "faults": [*faults], "requests": [*requests]}
    context.close()
    return found


def told(survey, kind):
    return [
        f"{address or '/'} at {size}: {what}"
        for address, record in survey.items()
        for size, hits in record[kind].items()
        for what in hits
    ]


def test_nothing_has_to_be_scrolled_sideways(survey):
    assert told(survey, "out") == []


def test_every_target_can_be_hit(survey):
    assert told(survey, "small") == []


def test_nothing_fails_and_no_other_host_is_asked(survey):
    """No console error, no violation of the policy, no failed request, no request to another host."""
    assert [f"{address}: {fault}" for address, record in survey.items() for fault in record["faults"]] == []


@pytest.mark.parametrize("path", ["", "articles/push-and-pull/", "about/", "articles/"])
def test_a_page_to_read_costs_at_most_four_requests(new_context, url, path):
    page = new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url("fa", path), wait_until="networkidle")

    assert len(asked) <= 4, asked


def test_an_unknown_address_gives_the_lost_page_in_all_languages(page, url, faults, catalog):
    for path in ("no/such/page/at/all/", "ar/articles/nothing"):
        answer = page.goto(url("fa", path), wait_until="networkidle")

        assert answer.status == 404
        assert page.evaluate("document.fonts.check('16px Vazirmatn')")
        for code, locale in catalog.locales.items():
            part = page.locator(f"section[lang={code}]")
            assert part.get_attribute("dir") == locale.direction
            assert catalog.messages[code].text("lost.title") in part.text_content()
    page.locator("section[lang=ar] .btn").click()
    assert page.url == url("ar")
    # The browser itself notes that the address does not exist; nothing else may be wrong.
    assert {fault for fault in faults if "404" not in fault} == set()
    faults.clear()


def test_the_lost_page_fits_a_phone(phone, url, faults):
    phone.goto(url("fa", "no-such-page"))

    assert phone.evaluate(STICKING_OUT) == []
    assert phone.evaluate(TOO_SMALL) == []
    faults.clear()


def test_the_site_works_below_a_sub_path(page, serve_below, faults):
    for address in ("", "ar/checklists/preflight/", "en/articles/push-and-pull/", "guides/hire-agency/"):
        page.goto(serve_below + address, wait_until="networkidle")

        assert page.evaluate("document.fonts.check('16px Vazirmatn')"), address
    page.goto(serve_below)
    page.locator(".nav a").first.click()
    page.wait_for_url(serve_below + "articles/")
    page.locator(".langs [lang=en]").click()
    page.wait_for_url(serve_below + "en/articles/")
    page.goto(serve_below + "checklists/preflight/")
    page.locator(".tick").first.check()
    page.reload()
    assert page.locator(".tick").first.is_checked()
    assert page.goto(serve_below + "nothing/here").status == 404
    page.locator("section[lang=en] .btn").click()
    page.wait_for_url(serve_below + "en/")
    assert [fault for fault in faults if "404" not in fault] == []
    faults.clear()
