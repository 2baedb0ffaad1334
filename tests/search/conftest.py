"""The two halves of the analyzer: Python's, and the browser's in one Node that answers line by line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from sharik.model.search import SearchRules
from sharik.search.files import browser_rules
from sharik.search.node import find_node

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ("fa", "ar", "en")
settings.register_profile("sharik", deadline=None)  # a busy machine is no bug
settings.load_profile("sharik")

# Each line in: [script, value]. Each line out: what the script, a function, makes of the value.
PROGRAM = """
globalThis.self = globalThis;
const made = new Map();
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [script, value] = JSON.parse(line);
  const answer = {};
  try {
    if (!made.has(script)) made.set(script, (0, eval)(script));
    answer.value = made.get(script)(value) ?? null;
  } catch (error) {
    answer.error = error.stack;
  }
  process.stdout.write(JSON.stringify(answer) + "\\n");
});
"""


@pytest.fixture(scope="session")
def rules() -> SearchRules:
    return SearchRules.model_validate(yaml.safe_load((ROOT / "data/search/rules.yml").read_text("utf-8")))


@pytest.fixture(scope="session")
def vectors() -> dict[str, list[dict[str, Any]]]:
    return yaml.safe_load((Path(__file__).parent / "vectors.yml").read_text("utf-8"))


@pytest.fixture(scope="session")
def node() -> Iterator[Callable[[str, Any], Any]]:
    """node(script, value): what a JavaScript function makes of a value."""
    with subprocess.Popen(
        [find_node(), "-e", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin and process.stdout

        def run(script: str, value: Any) -> Any:
            process.stdin.write(json.dumps([script, value]) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert "error" not in answer, answer["error"]
            return answer["value"]

        yield run
        process.stdin.close()


@pytest.fixture(scope="session")
def javascript(node: Callable[[str, Any], Any], rules: SearchRules) -> Callable[[str, str, str], Any]:
    """javascript(locale, "tokens", text): what the browser's half makes of a text, a list for its tokens."""
    node(f"() => {{ {(ROOT / 'overrides/search/text.js').read_text('utf-8')} }}", None)
    node("(rules) => { self.rules = rules; }", {code: browser_rules(rules, code) for code in LOCALES})
    node(
        "() => { self.analyzers = Object.fromEntries(Object.entries(rules).map("
        "([code, each]) => [code, sharikSearch.makeAnalyzer(each, {})])); }",
        None,
    )
    call = (
        "([code, name, text]) => { const made = analyzers[code][name](text);"
        " return name === 'tokens' ? made.map(({ word, stem }) => [word, stem]) : made; }"
    )
    return lambda locale, name, text: node(call, [locale, name, text])
