"""Pages in a browser; whatever goes wrong behind a test's back fails it, too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PREFIX = {"fa": "", "ar": "ar/", "en": "en/"}
DESK = {"width": 1366, "height": 900}
ISOLATES = re.compile("[\u2066-\u2069]")
PATIENCE = 30_000  # milliseconds; on a busy machine things take their time

# How far an element is from the start side of the window, and where a point of a drawing is, as a reader sees them.
MEASURE = """
Object.defineProperty(self, "isRtl", { get: () => document.documentElement.dir === "rtl" });
self.fromStart = (x) => isRtl ? document.documentElement.clientWidth - x : x;
self.startOf = (element) => { const r = element.getBoundingClientRect(); return isRtl ? fromStart(r.right) : r.left; };
self.endOf = (element) => { const r = element.getBoundingClientRect(); return isRtl ? fromStart(r.left) : r.right; };
self.find = (selector, inside = document) => inside.querySelector(selector);
self.findAll = (selector, inside = document) => [...inside.querySelectorAll(selector)];
self.pointOf = (path, length) => {
  const point = path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
  return fromStart(point.x);
};
self.isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(params=["fa", "ar", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def url(serve: str) -> Callable[..., str]:
    """The address of a page: url("ar", "checklists/preflight/")."""
    return lambda locale, path="": f"{serve}{PREFIX[locale]}{path}"


@pytest.fixture(scope="session")
def all_faults() -> list[str]:
    return []


@pytest.fixture(autouse=True)
def faults(all_faults: list[str]) -> Iterator[list[str]]:
    """Console errors, failed requests, violations of the policy: a test that wants some takes them out."""
    all_faults.clear()
    yield all_faults
    assert all_faults == []


def open_context(browser: Any, faults: list[str], **options: Any) -> Any:
    context = browser.new_context(**{"viewport": DESK} | options)
    context.set_default_timeout(PATIENCE)
    if options.get("java_script_enabled", True):
        context.add_init_script(MEASURE)
    watch(context, faults)
    return context


@pytest.fixture
def new_context(chromium: Any, all_faults: list[str]) -> Iterator[Callable[..., Any]]:
    """Contexts (browsers with storage of their own) that are closed in the end and watched until then."""
    contexts = []

    def make(**options: Any) -> Any:
        contexts.append(open_context(chromium, all_faults, **options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


class SharedContext:
    """A context for the pages of many tests, for a window costs more than most tests do.

    `spare`, an empty page, keeps the window open between them.
    """

    def __init__(self, context: Any) -> None:
        self.context = context
        self.spare = context.new_page()
        self.browser = context.new_cdp_session(self.spare)

    def forget(self) -> None:
        """Closes the pages of a test and removes whatever they have stored: the browser has never seen the site."""
        for page in self.context.pages:
            if page != self.spare:
                page.close()
        self.browser.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})


@pytest.fixture(scope="session")
def shared_contexts(chromium: Any, all_faults: list[str]) -> Iterator[Callable[..., SharedContext]]:
    """shared_contexts(**options): one for all tests that ask for the same options."""
    known: dict[str, SharedContext] = {}

    def get(**options: Any) -> SharedContext:
        key = json.dumps(options, sort_keys=True)
        if key not in known:
            known[key] = SharedContext(open_context(chromium, all_faults, **options))
        return known[key]

    yield get
    for each in known.values():
        each.context.close()


@pytest.fixture
def new_page(shared_contexts: Callable[..., SharedContext]) -> Iterator[Callable[..., Any]]:
    """new_page(viewport=…, color_scheme=…, **options): a page in a browser that has never seen the site.

    Pages of one test with the same options share what they store.
    """
    used = {}

    def make(*, viewport: Any = DESK, color_scheme: str = "light", **options: Any) -> Any:
        shared = shared_contexts(**options)
        used[id(shared)] = shared
        page = shared.context.new_page()
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme)
        return page

    yield make
    for shared in used.values():
        shared.forget()


@pytest.fixture(scope="session")
def long_lived_context(chromium: Any) -> Callable[..., Any]:
    """Like new_context, for fixtures that live longer than a test: long_lived_context(faults, **options)."""
    return lambda faults, **options: open_context(chromium, faults, **options)


@pytest.fixture(scope="session")
def desk(chromium: Any, all_faults: list[str]) -> Iterator[Any]:
    """One page for all tests that only look."""
    context = open_context(chromium, all_faults)
    yield context.new_page()
    context.close()


def watch(context: Any, faults: list[str]) -> None:
    context.on("console", lambda message: message.type == "error" and faults.append(f"console: {message.text}"))
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on(
        "requestfailed", lambda request: was_left(request) or faults.append(f"request: {request.url} {request.failure}")
    )
    context.on("request", lambda request: is_own(request.url) or faults.append(f"other host: {request.url}"))


def was_left(request: Any) -> bool:
    """Whether the page went away before the answer came."""
    return request.failure == "net::ERR_ABORTED"


def is_own(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:"))


@pytest.fixture
def page(new_page: Callable[..., Any]) -> Any:
    """A page on a desk, in a browser that has never seen the site."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Any]) -> Any:
    """A page 320 px wide, as on a small phone, or with 400 % zoom."""
    return new_page(viewport={"width": 320, "height": 640})


@pytest.fixture
def before_scripts() -> Callable[..., Any]:
    """with before_scripts(page, address): what a reader does while a slow network has brought the page, but no script."""

    @contextmanager
    def opened(page: Any, address: str) -> Iterator[None]:
        held: list[Any] = []
        page.route("**/assets/js/*.js", lambda route: held.append(route))
        page.goto(address, wait_until="commit")
        page.locator("footer").wait_for()
        yield
        for route in held:
            route.continue_()
        page.unroute("**/assets/js/*.js")
        page.wait_for_load_state()

    return opened


@pytest.fixture
def ids(catalog: Any) -> list[str]:
    """The items of the list that most tests of lists look at."""
    return [item.id for item in catalog.checklists["preflight"].structure.items]


@pytest.fixture
def sheet(page: Any, url: Callable[..., str]) -> Any:
    """That list in Persian, in a browser that has never seen it."""
    page.goto(url("fa", "checklists/preflight/"))
    return page


@pytest.fixture(scope="session")
def until(wait_until: Callable[..., Any]) -> Callable[[Any, str], Any]:
    """Waits until an expression is true on a page. (Playwright's own way needs `eval`, which the policy forbids.)"""
    return lambda page, expression: wait_until(lambda: page.evaluate(expression), expression, timeout=30)


class Searching:
    """What a reader does with search, in its dialog or on the page of results."""

    FIELD = ".find [name=q]"
    DIALOG = "dialog.search[open]"

    def __init__(self, until: Callable[[Any, str], Any], catalog: Any) -> None:
        self.until, self.catalog = until, catalog

    def open(self, page: Any, address: str) -> None:
        page.goto(address)
        page.keyboard.press("Control+k")
        page.locator(self.DIALOG).wait_for()

    def ask(self, page: Any, query: str) -> None:
        """Puts a query into the field without a key, as a mouse or a voice does, and waits for the answer to it."""
        page.evaluate("find('.answers > div').replaceChildren()")
        page.locator(self.FIELD).fill(query)
        self.until(page, "find('.answers > div').children.length > 0")

    def said(self, page: Any) -> str:
        """What is announced, without the marks of direction."""
        return ISOLATES.sub("", page.evaluate("find('.found').textContent"))

    def says(self, page: Any, locale: str, key: str, **values: Any) -> bool:
        """Waits until just this is announced."""
        self.until(
            page,
            f"find('.found').textContent.replace(/[\\u2066-\\u2069]/g, '') === {self.text(locale, key, **values)!r}",
        )
        return True

    def text(self, locale: str, key: str, **values: Any) -> str:
        return ISOLATES.sub("", self.catalog.messages[locale].text(f"search.script.{key}", **values))


@pytest.fixture(scope="session")
def search(until: Callable[[Any, str], Any], catalog: Any) -> Searching:
    return Searching(until, catalog)


@pytest.fixture(scope="session")
def addresses(catalog: Any) -> list[str]:
    """Every page of the site, as an address below it."""
    from sharik.urls import page_url

    default = catalog.vocab.default_locale
    return [page_url(code, path, default) for path in catalog.paths for code in catalog.locales]
