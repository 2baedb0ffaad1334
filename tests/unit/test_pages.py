import pytest

from sharik.pages import Heading, Link, Page, parse_page
from sharik.problems import Report

FRONT = "---\ntitle: x\npublished: 2026-11-21\n---\n"


def page(body: str = "", path: str = "articles/x.md", front: str = FRONT) -> Page:
    report = Report()
    found = parse_page(front + body, "fa", path, report)
    assert report.problems == []
    assert found is not None
    return found


def test_headings_have_level_id_text_and_line():
    text = "\n## One {#one}\n\n### Two & {#x} { #two }  \n#### Three\n#nothing\n####### nothing\n"

    assert page(text).headings == (
        Heading(2, "one", "One", 6),
        Heading(3, "two", "Two & {#x}", 8),
        Heading(4, None, "Three", 9),
    )


def test_links_and_images_have_their_lines():
    text = 'a [b](c.md#d)\n![e f](g.png "h")\n\n[i](https://j "k") [l\nm](#n)'

    assert page(text).links == (
        Link("c.md#d", "b", 5, image=False),
        Link("g.png", "e f", 6, image=True),
        Link("https://j", "i", 8, image=False),
        Link("#n", "l\nm", 8, image=False),
    )


@pytest.mark.parametrize("code", ["`[a](b.md) <b>`", "```\n## x\n[a](b.md) <b>\n<!-- terms -->\n```"])
def test_code_holds_no_headings_links_markers_or_html(code):
    found = page(code)

    assert (found.headings, found.links, found.markers, found.html) == ((), (), (), ())


def test_html_is_found_but_comments_and_signs_are_not():
    text = 'a < b <3 <!-- c -->\n<b>x</b> <img\nsrc="y"> JavaScript:z\n'

    assert page(text).html == (("<b>", 6), ("</b>", 6), ('<img\nsrc="y">', 6), ("JavaScript:", 7))


def test_footnotes_are_known_by_their_labels():
    assert page("a[^b]\n\n[^b]: c\n[^d-1]: e\n").footnotes == ("b", "d-1")


def test_terms_come_once_in_order_with_the_line_of_the_first():
    found = page("[a](#term-b)\n[a](#term-a) [b](#term-b)")

    assert found.terms == ("b", "a")
    assert found.term_line("a") == 6


@pytest.mark.parametrize(
    ("path", "kind", "id"),
    [
        ("index.md", "home", "index"),
        ("about.md", "page", "about"),
        ("articles/index.md", "index", "index"),
        ("articles/why.md", "article", "why"),
        ("checklists/ready.md", "checklist", "ready"),
        ("guides/start.md", "guide", "start"),
        ("guides/old/start.md", "page", "start"),
    ],
)
def test_the_path_says_what_a_page_is(path, kind, id):
    found = page(path=path)

    assert (found.kind, found.id, found.source) == (kind, id, f"docs/fa/{path}")


def test_the_body_starts_after_the_front_matter():
    found = page("\ntext\n---\nmore\n")

    assert (found.body, found.body_line) == ("\ntext\n---\nmore\n", 5)


def test_front_matter_may_end_the_file():
    assert page(front=FRONT.rstrip("\n")).body == ""


@pytest.mark.parametrize("text", ["", "text", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "---\n---\n"])
def test_a_page_without_front_matter_is_no_page(text):
    report = Report()

    assert parse_page(text, "fa", "x.md", report) is None
    assert [(p.path, p.line, p.code) for p in report.problems] == [("docs/fa/x.md", 1, "missing-key")]
