"""HTML as nodes for Typst: the same words, in the same places."""

from __future__ import annotations

from html import escape

import pytest
from markdown import Markdown

from sharik.paper.text import EXTENSIONS, EXTENSIONS_FOR_CODE
from sharik.paper.tree import LINE, nodes, text_of


def read(html, *, rtl=False, **more):
    return nodes(html, rtl=rtl, **more)


def of(markdown, *, rtl=False):
    return read(Markdown(extensions=[*EXTENSIONS, EXTENSIONS_FOR_CODE]).convert(markdown), rtl=rtl)


def text(words):
    return {"kind": "text", "text": words}


def paragraph(*inside):
    return {"kind": "paragraph", "nodes": list(inside)}


# Blocks


def test_a_paragraph():
    assert read("<p>One\n  two</p>") == [paragraph(text("One two"))]


def test_text_outside_of_any_block_is_a_paragraph():
    assert read("a<p>b</p>c <em>d</em>") == [
        paragraph(text("a")),
        paragraph(text("b")),
        paragraph(text("c "), {"kind": "em", "nodes": [text("d")]}),
    ]


@pytest.mark.parametrize("html", ["", " \n ", "<p> </p>", "<p></p>", "<!-- remark -->", "<hr>"])
def test_what_holds_no_words_is_nothing(html):
    assert read(html) == []


def test_a_heading_keeps_its_level():
    assert [(n["kind"], n["level"]) for n in read("<h2>a</h2><h3>b</h3>")] == [("heading", 2), ("heading", 3)]


def test_a_list_in_a_list():
    inner = {"kind": "list", "nodes": [{"nodes": [text("b")]}, {"nodes": [text("c")]}]}

    assert of("- a\n    - b\n    - c\n- d") == [
        {"kind": "list", "nodes": [{"nodes": [paragraph(text("a")), inner]}, {"nodes": [text("d")]}]}
    ]


def test_steps_begin_where_the_page_begins_them():
    assert read('<ol start="4"><li>a</li></ol>') == [{"kind": "steps", "start": 4, "nodes": [{"nodes": [text("a")]}]}]


def test_an_item_of_two_paragraphs_keeps_both():
    (found,) = of("- a\n\n    b\n")

    assert found["nodes"] == [{"nodes": [paragraph(text("a")), paragraph(text("b"))]}]


def test_a_table():
    assert of("| a | b |\n|---|---|\n| 1 | **2** |\n| 3 | 44 |") == [
        {
            "kind": "table",
            "columns": 2,
            "head": [[text("a")], [text("b")]],
            "rows": [
                [{"nodes": [text("1")]}, {"nodes": [{"kind": "strong", "nodes": [text("2")]}]}],
                [{"nodes": [text("3")]}, {"nodes": [text("44")]}],
            ],
            "letters": [1, 1, 2],
        }
    ]


def test_a_line_break_in_a_table_counts_as_a_whole_line():
    (found,) = of("| a | b |\n|---|---|\n| 1<br>2<br>3 | 4 |")

    assert found["letters"] == [1, 3 + 2 * LINE]


def test_a_definition_list():
    assert of("a\n:   b\n\nc\n:   d") == [
        {
            "kind": "terms",
            "nodes": [{"name": [text("a")], "nodes": [text("b")]}, {"name": [text("c")], "nodes": [text("d")]}],
        }
    ]


def test_an_admonition_keeps_its_role_its_title_and_what_it_holds():
    assert of('!!! stop "Halt"\n    a\n\n    - b') == [
        {
            "kind": "box",
            "role": "stop",
            "title": [text("Halt")],
            "nodes": [paragraph(text("a")), {"kind": "list", "nodes": [{"nodes": [text("b")]}]}],
        }
    ]


def test_an_admonition_without_a_title():
    (found,) = of('!!! note ""\n    a')

    assert (found["title"], found["nodes"]) == ([], [paragraph(text("a"))])


def test_a_quotation():
    assert of("> a") == [{"kind": "quote", "nodes": [paragraph(text("a"))]}]


def test_a_part_stands_in_the_place_of_its_comment():
    figure = {"kind": "figure", "alt": "A"}
    found = read("<p>a</p>\n<!--part 0-->\n<p>b</p><!--part none-->", parts=[[figure]])

    assert found == [paragraph(text("a")), figure, paragraph(text("b"))]


def test_an_element_that_nobody_foresaw_counts_as_its_text():
    assert read("<p><video>a</video></p>") == [paragraph(text("a"))]


def test_fenced_code_keeps_its_lines():
    code = [{"kind": "code", "text": "a  b"}, {"kind": "break"}, {"kind": "code", "text": "c"}]

    assert of("```\na  b\nc\n```") == [paragraph(*code)]


def test_a_list_in_a_note_becomes_lines():
    (found,) = of("a[^x]\n\n[^x]:\n    Note:\n\n    - one\n    - two")

    assert found["nodes"][-1] == {
        "kind": "note",
        "nodes": [text("Note:"), {"kind": "break"}, text("one"), {"kind": "break"}, text("two")],
    }


# Footnotes


def test_a_note_moves_to_its_reference():
    assert of("a[^x] b\n\n[^x]: Note **one**.") == [
        paragraph(
            text("a"),
            {
                "kind": "note",
                "nodes": [text("Note "), {"kind": "strong", "nodes": [text("one")]}, text(".")],
            },
            text(" b"),
        )
    ]


def test_a_note_of_two_paragraphs_has_a_break_between_them():
    (found,) = of("a[^x]\n\n[^x]: One.\n\n    Two.")

    assert found["nodes"][1]["nodes"] == [text("One."), {"kind": "break"}, text("Two.")]


def test_the_notes_are_not_repeated_at_the_end():
    assert text_of(of("a[^x]\n\n[^x]: Once.")).count("Once.") == 1


# Inline


@pytest.mark.parametrize("name", ["strong", "b"])
def test_what_is_strong(name):
    assert read(f"<p><{name}>a</{name}></p>") == [paragraph({"kind": "strong", "nodes": [text("a")]})]


def test_code_is_one_text():
    assert read("<p><code>a &lt;b&gt; <span>c</span></code></p>") == [paragraph({"kind": "code", "text": "a <b> c"})]


def test_a_link_leads_to_its_address_on_paper():
    html = '<p><a href="x.md">a <b>c</b></a></p>'
    inside = [text("a "), {"kind": "strong", "nodes": [text("c")]}]

    assert read(html, address=lambda to: f"https://example.org/{to}") == [
        paragraph({"kind": "link", "to": "https://example.org/x.md", "nodes": inside})
    ]
    assert read(html, address=lambda _: "") == [paragraph(*inside)]


def test_a_line_break():
    assert read("<p>a<br>b</p>") == [paragraph(text("a"), {"kind": "break"}, text("b"))]


@pytest.mark.parametrize("name", ["span", "abbr", "sup", "small"])
def test_elements_that_say_nothing_on_paper_leave_their_words(name):
    assert text_of(read(f"<p>a <{name}>b</{name}> c</p>")) == "a b c"


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "#panic()", "$x$ _a_ *b* @c <d>", '"]); #read("/x")'])
def test_hostile_text_stays_text(hostile):
    assert read(f"<p>{escape(hostile)}</p>") == [paragraph(text(hostile))]
