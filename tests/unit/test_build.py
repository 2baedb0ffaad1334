"""What a page carries in its head, and what is done to it last."""

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sharik.build import Build, load_build
from sharik.problems import ContentError
from sharik.render.metadata import content_security_policy, json_ld
from sharik.render.parts import Parts
from sharik.text.bidi import FSI, PDI
from sharik.urls import Publication

ROOT = Path(__file__).resolve().parents[2]  # style sheets and scripts are those of the site
SUB_PATH = Publication("https://example.org/sub/")


@pytest.fixture
def build(base):
    return Build(ROOT, base, SUB_PATH, (), live=False, portable=False)


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_allows_what_the_page_carries_and_nothing_else(build):
    head = build.head(build.view("fa", "index.md"))

    assert head["policy"] == content_security_policy([head["script"]], [head["style"]])
    assert f"script-src 'self' 'sha256-{digest(head['script'])}';" in head["policy"]
    assert f"style-src 'sha256-{digest(head['style'])}';" in head["policy"]
    assert "default-src 'none'" in head["policy"]
    assert "unsafe" not in head["policy"]


def test_while_live_there_is_no_policy(build):
    live = replace(build, live=True)

    assert live.head(live.view("fa", "index.md"))["policy"] is None


@pytest.mark.parametrize(
    ("locale", "path", "address"),
    [
        ("fa", "index.md", "assets/fonts/vazirmatn-arabic.woff2"),
        ("en", "articles/first-steps.md", "../../../assets/fonts/vazirmatn-latin.woff2"),
    ],
)
def test_the_font_is_named_from_where_the_page_lies(build, locale, path, address):
    head = build.head(build.view(locale, path))

    assert head["font"] == address
    assert head["style"].startswith(f"@font-face{{font-family:Vazirmatn;src:url({address}) ")


@pytest.mark.parametrize(("portable", "start"), [(False, "/sub/"), (True, "./")])
def test_the_page_for_unknown_addresses_starts_at_the_root_or_here(build, portable, start):
    lost = replace(build, portable=portable).lost()

    assert (lost["base"], lost["locale"]) == (start, "fa")
    assert lost["homes"] == {"fa": "", "ar": "ar/", "en": "en/"}
    assert lost["head"]["font"] == start + "assets/fonts/vazirmatn-arabic.woff2"


@pytest.mark.parametrize(("portable", "href"), [(False, "x/"), (True, "x/index.html")])
def test_the_last_touch_isolates_runs_and_names_files(build, portable, href):
    html = replace(build, portable=portable).last_touch('<p lang="fa" title="SEO است"><a href="x/">C++</a></p>')

    assert html == (
        f'<p lang="fa" title="{FSI}SEO{PDI} است"><a href="{href}"><bdi lang="en" dir="ltr">C++</bdi></a></p>'
    )


def test_there_is_no_view_of_a_page_that_does_not_exist(build):
    with pytest.raises(KeyError, match=r"nothing\.md"):
        build.view("fa", "nothing.md")


def test_structured_data_cannot_end_its_script(view, base):
    page = base.pages["en", "articles/first-steps.md"]
    meta = page.meta.model_copy(update={"title": "</script><script>alert(1)"})
    pages = {**base.pages, ("en", page.path): replace(page, meta=meta)}
    text = json_ld(view("en", page.path, replace(base, pages=pages)))

    assert "<" not in text
    assert json.loads(text)["headline"] == "</script><script>alert(1)"


def test_what_is_held_back_comes_to_its_place_as_it_was():
    parts = Parts()
    text = "a" + parts.hold("<b>\\1 & <!--part 1--></b>") + "c" + parts.hold("<d>")

    assert text == "a\n<!--part 0-->\nc\n<!--part 1-->\n"
    assert parts.put_in(text) == "a\n<b>\\1 & <!--part 1--></b>\nc\n<d>\n"


# Problems in the content


def test_good_content_is_ready_to_be_drawn(base_folder):
    built = load_build(base_folder, live=False, last=None, portable=True)

    assert (built.root, built.problems, built.live, built.portable) == (base_folder, (), False, True)


@pytest.fixture
def broken_folder(base_folder):
    page = base_folder / "docs/en/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nobody](nobody.md)\n", encoding="utf-8")
    return base_folder


@pytest.mark.parametrize("live", [False, True])
def test_problems_end_a_first_build(broken_folder, live):
    with pytest.raises(ContentError, match=r"'nobody\.md' leads to no page"):
        load_build(broken_folder, live=live, last=None, portable=False)


def test_while_live_the_last_good_pages_stay_and_the_problems_are_told(broken_folder, build):
    built = load_build(broken_folder, live=True, last=build, portable=False)

    assert built.catalog is build.catalog
    assert [(p.path, p.code) for p in built.problems] == [("docs/en/about.md", "broken-link")]


def test_content_that_cannot_be_read_at_all_is_told_likewise(base_folder, build):
    (base_folder / "data/vocab.yml").unlink()
    built = load_build(base_folder, live=True, last=build, portable=False)

    assert [(p.path, p.code) for p in built.problems] == [("data/vocab.yml", "missing-file")]
