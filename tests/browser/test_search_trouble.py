"""Whatever is typed, and whatever is missing or broken: a sentence in the reader's language, no exception, nothing injected."""

import pytest

QUERIES = [
    *[
        "",
        "   ",
        "a" * 10_000,
        "ب " * 5_000,
        "\u064b\u064c",
        "؟!،",
        "😀",
        "数字营销",
        "реклама",
        "שיווק",
        "\u0000",
        "0",
        "-",
    ],
    *["<img src=x onerror=alert(1)>", "</script><b>x", '"', "%E0%A4%A", "$&", "{query}", "{count}", "&lt;"],
    *["\u202eabc\u2069", "\u2067نرخ", "\u200c", "\u200cها", "ـ", "ال", "می", "و", "the", "2.5", "١٫٥", "1" * 300],
    *["__proto__", "constructor", "constructors", "toString", "hasOwnProperty", ".*+?^${}()|[]\\", "how to"],
]
SURROGATES = ["'\\ud800'", "'a\\ud800b'", "'budget \\udc00'"]

# Asks the page of results as Enter does; gives what is announced for each query, null where nothing happens.
ASK_ALL = """async (queries) => {
  const announced = [];
  for (const query of queries) {
    const answer = new Promise((done) => {
      new MutationObserver(() => done(find(".found").textContent)).observe(find(".answers > div"), { childList: true });
      setTimeout(done, 10000, null);
    });
    find(".find [name=q]").value = query;
    find(".find").requestSubmit();
    announced.push(await answer);
  }
  return announced;
}"""


@pytest.fixture
def results(page, url, locale, until):
    """The page of results after its first answer."""
    page.goto(url(locale, "search/#q=budget"))
    until(page, "find('.answers > div')?.children.length > 0")
    return page


def test_every_query_has_an_answer_and_none_is_markup(results, locale, search):
    pictures = results.evaluate("document.images.length")
    announced = dict(zip(QUERIES, results.evaluate(ASK_ALL, QUERIES), strict=True))
    broken = search.text(locale, "broken")

    assert [query for query, said in announced.items() if said in (None, broken)] == []
    assert [query for query, said in announced.items() if not said and query.strip()] == []
    assert results.evaluate("document.images.length") == pictures
    assert results.locator(".answers :is(img, script, iframe)").count() == 0


def test_half_a_character_has_an_answer(results, locale, search):
    for said in results.evaluate(f"() => ({ASK_ALL})([{', '.join(SURROGATES)}])"):
        assert said not in (None, "", search.text(locale, "broken"))


@pytest.mark.parametrize(
    "query", ["%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "%", "%E0%A4%A", "%00", "&q=&q", "a" * 5_000]
)
def test_an_address_that_asks_for_nonsense_has_an_answer(page, url, until, query):
    page.goto(url("en", f"search/#q={query}"))
    until(page, "find('.answers > div')?.children.length > 0")

    assert page.locator(".answers img").count() == 0


def test_controls_of_direction_do_not_leave_the_sentence(page, url, search, until):
    page.goto(url("en", "search/#q=%E2%80%AExyzqqq"))
    until(page, "find('.found')?.textContent.includes('xyzqqq')")

    assert "\u202e" not in page.locator(".found").text_content()


# Broken files

TAKE = 'sharikSearch.take("en",{})'
BROKEN = {
    "no script": ("en.js", "x"),
    "half of one": ("en.js", 'sharikSearch.take("en",{"version":1,'),
    "nothing": ("en.js", ""),
    "an empty index": ("en.js", TAKE.replace("{}", "{}")),
    "an older one": ("en.js", TAKE.replace("{}", '{"version":0}')),
    "a hollow one": ("en.js", TAKE.replace("{}", '{"version":1}')),
    "no index": ("en.js", None),
    "no postings": ("en.p*.js", None),
    "no texts": ("en.t*.js", None),
    "no engine": ("engine.js", None),
    "an engine that is none": ("engine.js", "x"),
}


def spoil(page, name, body):
    """Answers requests for a file of search with `body`, or says that it is not there."""
    answer = {"status": 404} if body is None else {"body": body, "content_type": "text/javascript"}
    page.route(f"**/search/{name}*", lambda route: route.fulfill(**answer))


def take_out_missing_files(faults):
    """What the browser itself says about a missing file; the fixture looks at the rest."""
    faults[:] = [fault for fault in faults if "404" not in fault and "net::ERR_FAILED" not in fault]


@pytest.mark.parametrize("trouble", BROKEN)
def test_a_broken_file_is_a_sentence_and_search_recovers(page, url, search, faults, trouble):
    name, body = BROKEN[trouble]
    spoil(page, name, body)
    search.open(page, url("en"))
    for query in ("budget", "landing page"):
        page.locator(search.FIELD).fill(query)
        assert search.says(page, "en", "broken")
        page.evaluate("find('.found').textContent = ''")
    assert page.locator(".answers a").count() == 0
    if name == "engine.js":
        page.unroute_all()
        search.ask(page, "landing page")
        assert search.says(page, "en", "count", count=1)
    take_out_missing_files(faults)


def test_the_sentence_is_in_the_language_of_the_reader(page, url, locale, search, faults):
    spoil(page, f"{locale}.js", None)
    search.open(page, url(locale))
    page.locator(search.FIELD).fill("budget")

    assert search.says(page, locale, "broken")
    take_out_missing_files(faults)


def test_without_other_names_search_still_answers(page, url, search, faults):
    spoil(page, "en.words.js", None)
    search.open(page, url("en"))
    search.ask(page, "budgte")

    assert page.locator(".hits a").count() > 0
    take_out_missing_files(faults)


def test_a_language_that_cannot_be_read_keeps_no_other_from_answering(page, url, search, faults):
    spoil(page, "fa.js", None)
    search.open(page, url("en"))
    search.ask(page, "مشتری")

    assert page.locator(".hits").get_attribute("lang") == "ar"
    take_out_missing_files(faults)


@pytest.mark.parametrize("act", ["click", "hover", "Control+k"])
def test_without_its_script_the_button_leads_to_the_page_of_results(page, url, faults, act):
    locale = "fa"
    spoil(page, "dialog.js", None)
    page.goto(url(locale))
    button = page.locator("[data-search]")
    if act == "Control+k":
        page.keyboard.press(act)
    else:
        button.hover()
        button.click()

    page.wait_for_url(lambda address: address.startswith(url(locale, "search/")))
    assert page.locator(".prose a[href*=site-map]").is_visible()
    take_out_missing_files(faults)


def test_a_slow_index_says_so_and_a_later_question_wins(page, url, search, until):
    held = []
    page.route("**/search/en.js*", lambda route: held.append(route))
    search.open(page, url("en"))
    page.locator(search.FIELD).fill("budget")
    assert search.says(page, "en", "loading")
    page.locator(search.FIELD).fill("")
    until(page, "find('.found').textContent === ''")
    held.pop().continue_()
    page.locator(search.FIELD).fill("landing page")

    assert search.says(page, "en", "count", count=1)
