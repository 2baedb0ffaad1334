"""What integration and browser tests share: built sites, a server, a browser, no network."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("data", "docs", "hooks", "overrides", "paper", "src")  # of the repository, as far as a build needs it
FROM_OUTSIDE = ("SITE_URL", "SHARIK_PORTABLE", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME")
BELOW = "/sub/path/"
LOCAL = ("127.0.0.1", "::1", "localhost")
BUILD = 400  # seconds at the very most

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = "no browser: the browser tests did not run. Install Chromium, or set CHROME to the path of one."
_skipped_for_want_of_a_browser = pytest.StashKey[bool]()


def wait(condition: Callable[[], Any], what: str, timeout: float = 90) -> Any:
    """Waits for the first true value of a function, however long a slow machine takes."""
    end = time.monotonic() + timeout
    while not (found := condition()):
        assert time.monotonic() < end, f"waited {timeout} s in vain for {what}"
        time.sleep(0.05)
    return found


# The repository and its builds


def copy_repository(source: Path, target: Path) -> Path:
    """What a build needs of the repository at `source`, as a repository of its own at `target`."""
    for part in PARTS:
        shutil.copytree(source / part, target / part)
    shutil.copy2(source / "mkdocs.yml", target)
    return target


def sharik_command(root: Path, *arguments: str | Path, **more: str) -> tuple[list[str], dict[str, str]]:
    """The command that runs the CLI of the repository at `root`, and its environment."""
    kept = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    finished = {"SHARIK_PAPER_CACHE": str(ROOT / ".cache" / "paper")}  # by content, so that tests can share them
    environment = {**kept, **finished, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1", **more}
    return [sys.executable, "-m", "sharik", *map(str, arguments)], environment


def run_sharik(root: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    command, environment = sharik_command(root, *arguments, **more)
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def sharik() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the CLI: sharik(root, "build", "--out", out, SITE_URL=…)."""
    return run_sharik


@pytest.fixture(scope="session")
def sharik_in_background() -> Callable[..., tuple[list[str], dict[str, str]]]:
    return sharik_command


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is now: what is edited while the tests run does not reach them."""
    return copy_repository(ROOT, tmp_path_factory.mktemp("repository") / "sharik")


@pytest.fixture
def own_repository(repository: Path, tmp_path: Path) -> Path:
    """A copy of the repository that a test may change."""
    return copy_repository(repository, tmp_path / "repository")


@pytest.fixture(scope="session")
def copied_repository(repository: Path) -> Callable[[Path], Path]:
    return partial(copy_repository, repository)


@pytest.fixture(scope="session")
def catalog(repository: Path) -> Any:
    """All content of the site, as the package reads it."""
    from sharik.check import load_and_check

    return load_and_check(repository)[0]


def build_once(folder: Path, root: Path, *arguments: str, **more: str) -> Path:
    """The site in `folder`: the first process that asks for it builds it, the others wait for its outcome."""
    outcome = folder / "outcome"
    try:
        folder.mkdir()
    except FileExistsError:
        wait(lambda: outcome.exists() and outcome.read_text(encoding="utf-8"), f"the site in {folder}", timeout=BUILD)
    else:
        done = run_sharik(root, "build", "--out", folder / "site", *arguments, **more)
        outcome.write_text(f"{done.returncode} {done.stderr}", encoding="utf-8")
    assert outcome.read_text(encoding="utf-8").startswith("0 "), outcome.read_text(encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="session")
def builds(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where sites are built, once for all processes of a test run."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(request.config, "workerinput") else folder


@pytest.fixture(scope="session")
def site(repository: Path, builds: Path) -> Path:
    """The site as it is published; to be read only, as all built sites."""
    return build_once(builds / "whole", repository)


@pytest.fixture(scope="session")
def site_below(repository: Path, builds: Path) -> Path:
    """The site built for a sub-path of its host."""
    return build_once(builds / "below", repository, "--no-print", SITE_URL=f"https://example.org{BELOW}")


@pytest.fixture(scope="session")
def portable_site(repository: Path, builds: Path) -> Path:
    return build_once(builds / "portable", repository, "--portable")


# The server


class _Handler(SimpleHTTPRequestHandler):
    """Serves `directory` below `mount` as static hosts do: 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, mount: str, **kwargs: Any) -> None:
        self.mount = mount
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.mount)
        return super().translate_path("/" + path[len(self.mount) :] if inside else "/outside-of-the-site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, "404.html")
        if code != 404 or not lost.exists():
            return super().send_error(code, message, explain)
        page = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None: ...


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up; that is nothing to report."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _serving(folder: Path, mount: str) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder), mount=mount))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{mount}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def serve(site: Path) -> Iterator[str]:
    """The address of the site at the root of a host."""
    yield from _serving(site, "/")


@pytest.fixture(scope="session")
def serve_below(site_below: Path) -> Iterator[str]:
    """The address of the site below a sub-path."""
    yield from _serving(site_below, BELOW)


# The browser


def find_browser(environment: Mapping[str, str] = os.environ) -> str | None:
    chosen = environment.get("CHROME")
    return shutil.which(chosen) if chosen else next(filter(None, map(shutil.which, BROWSERS)), None)


def is_ci(environment: Mapping[str, str] = os.environ) -> bool:
    return environment.get("CI", "").lower() not in ("", "0", "false")


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Any]:
    """One browser for all tests. Without one they are skipped here, and fail in CI."""
    path = find_browser()
    if path is None and is_ci():
        pytest.fail(NO_BROWSER, pytrace=False)
    if path is None:
        request.config.stash[_skipped_for_want_of_a_browser] = True
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    options += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if config.stash.get(_skipped_for_want_of_a_browser, False):
        terminalreporter.section("NO BROWSER", red=True, bold=True)
        terminalreporter.line(NO_BROWSER)


# Nothing reaches the network; nothing waits by the clock alone


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Tests talk to this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
            raise RuntimeError(f"a test wants to reach {address}; tests use no network")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def wait_until() -> Callable[..., Any]:
    return wait
