"""The analyzer in the browser itself: the same vectors as in tests/search."""

from pathlib import Path

import pytest
import yaml

from sharik.search.files import browser_rules

VECTORS = Path(__file__).resolve().parents[1] / "search/vectors.yml"
NAMES = {"tokens": "tokens", "doubtful": "doubtful", "skeleton": "skeleton", "plural": "isPlural"}

# Loads the engine as the site does (the policy forbids eval) and gives what it makes of every vector.
MAKE = """async ([engine, rules, names, vectors]) => {
  await new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement("script"), { src: engine, onload: done, onerror: fail }));
  });
  const analyzers = Object.fromEntries(Object.entries(rules).map(([code, each]) => [code, sharikSearch.makeAnalyzer(each, {})]));
  const plain = (made) => Array.isArray(made) ? made.map((each) => each.word ? [each.word, each.stem] : each) : made;
  return Object.fromEntries(Object.entries(vectors).map(([kind, list]) =>
    [kind, list.map(({ locale, text }) => plain(analyzers[locale][names[kind]](text)))]));
}"""


@pytest.fixture(scope="module")
def vectors():
    return yaml.safe_load(VECTORS.read_text("utf-8"))


@pytest.fixture
def made(page, url, serve, catalog, vectors):
    page.goto(url("en"))
    rules = {code: browser_rules(catalog.search.structure, code) for code in catalog.locales}
    return page.evaluate(MAKE, [f"{serve}search/engine.js", rules, NAMES, vectors])


def test_the_browser_makes_of_every_vector_what_it_says(made, vectors):
    pairs = [(kind, vector, each) for kind in NAMES for vector, each in zip(vectors[kind], made[kind], strict=True)]

    assert [(vector, each) for kind, vector, each in pairs if each != vector[kind]] == []
