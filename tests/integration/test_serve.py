"""`serve`: what an editor sees of a change, and of a mistake."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest


class Editor:
    """A repository that is being served, and the page a browser would show."""

    def __init__(self, root, port, log, wait_until):
        self.root, self.port, self.log, self.wait_until = root, port, log, wait_until

    def get(self, path="/"):
        """The page, or nothing while the server does not answer (starting, or drawing anew)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.read().decode() if answer.status == 200 else ""
        except OSError:
            return ""
        finally:
            connection.close()

    def change(self, file, old, new):
        """Replaces the first `old`; returns its line."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def sees(self, text, path="/"):
        return self.wait_until(lambda: text in (page := self.get(path)) and page, f"{text!r} on {path}")

    def sees_no_more(self, text, path="/"):
        return self.wait_until(lambda: (page := self.get(path)) and text not in page, f"the end of {text!r} on {path}")

    def hears(self, text):
        said = self.log.read_text
        return self.wait_until(lambda: text in said(encoding="utf-8"), f"{text!r} on stderr")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(copied_repository, tmp_path_factory, sharik_in_background, wait_until):
    """Serves a copy; `start` may spoil the copy before."""
    running = []

    def start(prepare=lambda root: None):
        folder = tmp_path_factory.mktemp("served")
        root, log, port = copied_repository(folder / "repository"), folder / "log", free_port()
        prepare(root)
        command, environment = sharik_in_background(root, "serve", "--port", str(port))
        with log.open("wb") as said:
            process = subprocess.Popen(
                command, cwd=root, env=environment, stdout=said, stderr=said, start_new_session=True
            )
        running.append(process)
        return Editor(root, port, log, wait_until)

    yield start
    for process in running:
        stop(process)


def stop(process):
    """As Ctrl+C does, which reaches the command and the server that it started; nothing is left behind."""
    try:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
    except ProcessLookupError:
        pass  # it has ended by itself
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def editor(served):
    editor = served()
    editor.wait_until(editor.get, "the server")
    return editor


@pytest.fixture
def home_title(catalog):
    return catalog.pages["fa", "index.md"].meta.home.hero.title


def test_a_word_of_the_data_appears(editor, catalog):
    old = catalog.messages["fa"].texts["page.summary"]
    editor.change("data/messages/fa.yml", f"summary: {old}", "summary: نشانهٔ تازه")

    editor.sees("نشانهٔ تازه", "/articles/push-and-pull/")


def test_a_sentence_of_a_page_appears(editor):
    page = editor.root / "docs/en/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence of this test.\n", encoding="utf-8")

    editor.sees("A sentence of this test.", "/en/about/")


def test_a_colour_of_the_style_sheet_appears(editor):
    editor.change("overrides/css/common.css", "--paper: #fcfbf8", "--paper: #fedcba")

    editor.sees("#fedcba")


def test_a_template_appears(editor):
    editor.change("overrides/parts/footer.html", "<footer", '<p class="soft">written by a test</p><footer')

    editor.sees("written by a test", "/ar/")


def test_no_policy_forbids_the_live_reload(editor):
    page = editor.sees("livereload")

    assert "Content-Security-Policy" not in page


def test_a_mistake_is_shown_on_every_page_and_on_stderr_until_it_is_mended(editor, home_title):
    line = editor.change("data/checklists/preflight/fa.yml", "items:\n", "items:\n  no-such-item: {text: x}\n") + 1
    place = f"data/checklists/preflight/fa.yml:{line}"
    page = editor.sees(place)
    editor.hears(f"{place}: unknown-words: ")

    assert home_title in re.sub(r"</?bdi[^>]*>", "", page)  # the last good page is still there below
    assert place in editor.sees(place, "/en/about/")
    editor.change("data/checklists/preflight/fa.yml", "  no-such-item: {text: x}\n", "")
    editor.sees_no_more(place)


def test_yaml_that_cannot_be_read_neither_stops_the_server(editor):
    line = editor.change("data/messages/ar.yml", "frame:\n", "frame:\n\tbad: x\n") + 1
    editor.sees(f"data/messages/ar.yml:{line}")
    editor.hears(f"data/messages/ar.yml:{line}: yaml-syntax: ")
    editor.change("data/messages/ar.yml", "\tbad: x\n", "")

    editor.sees_no_more("data/messages/ar.yml")


def test_a_page_without_front_matter_neither_stops_the_server(editor):
    editor.change("docs/ar/about.md", "---\n", "\n---\n")
    editor.sees("docs/ar/about.md:1")
    editor.change("docs/ar/about.md", "\n---\n", "---\n")

    editor.sees_no_more("docs/ar/about.md:1")


def test_a_server_started_over_a_mistake_waits_until_it_is_mended(served):
    file = "data/vocab.yml"
    editor = served(lambda root: (root / file).write_text("locales: [\n" + (root / file).read_text("utf-8"), "utf-8"))
    editor.hears(f"{file}:")
    editor.hears("Waiting until")
    editor.change(file, "locales: [\n", "")

    def answers():
        (editor.root / file).touch()  # saved again, as people do when nothing seems to happen
        return editor.get()

    editor.wait_until(answers, "the server")


def test_serving_writes_nothing_into_the_repository(editor, repository):
    def files(root):
        return {p.relative_to(root) for p in Path(root).rglob("*") if p.is_file() and "__pycache__" not in p.parts}

    assert {str(file) for file in files(editor.root) - files(repository) if file.parts[0] != ".cache"} == set()
