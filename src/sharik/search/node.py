"""Runs the browser's own engine outside a browser, in the Node that the browser tests bring along."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Reads scripts and questions, prints one answer a question with the milliseconds it took. Every file is there already.
_PROGRAM = """
const { scripts, questions } = JSON.parse(require("fs").readFileSync(0, "utf8"));
globalThis.self = globalThis;
for (const script of scripts) (0, eval)(script);
(async () => {
  const answers = [];
  for (const question of questions) {
    const start = performance.now();
    const answer = await self.sharikSearch.answer(question);
    answers.push({ ...answer, ms: performance.now() - start });
  }
  process.stdout.write(JSON.stringify(answers));
})();
"""
TIMEOUT = 120  # seconds
SCRIPTS = ("/engine.js", "/dialog.js")  # all other files are an index


class NoNodeError(RuntimeError):
    """There is no Node to run the engine with."""


def ask(
    files: Mapping[str, str], questions: Iterable[tuple[str, str]], *, limit: int = 10, per_page: int = 3
) -> list[dict[str, Any]]:
    """What a reader gets: the answer to each (query, locale) and its time in `ms`, with up to `limit` places.

    `files` are those of `search_files`. Raises NoNodeError.
    """
    scripts = [files["search/engine.js"], *(text for path, text in files.items() if not path.endswith(SCRIPTS))]
    locales = [path.removeprefix("search/").removesuffix(".words.js") for path in files if path.endswith(".words.js")]
    shown = {"limit": limit, "perPage": per_page, "isDone": True}
    rows = [shown | {"query": query, "locale": at, "fallback": _others(locales, at)} for query, at in questions]
    done = subprocess.run(
        [find_node(), "-e", _PROGRAM],
        input=json.dumps({"scripts": scripts, "questions": rows}),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _others(locales: Iterable[str], locale: str) -> list[str]:
    return [code for code in locales if code != locale]


def find_node() -> str:
    """Playwright's own Node, or the system's. Raises NoNodeError."""
    playwright = find_spec("playwright")
    places = [Path(folder) / "driver" for folder in (playwright and playwright.submodule_search_locations) or ()]
    for path in (*places, None):
        found = shutil.which("node", path=path)
        if found:
            return found
    raise NoNodeError("There is no Node to run the engine: `python3 scripts/dev.py find` brings one.")
