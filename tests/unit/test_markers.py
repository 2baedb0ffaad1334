import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.markers import Marker, expand, find_markers, mask_code

SHOW = {name: lambda argument, name=name: f"[{name}={argument}]" for name in ("checklist", "diagram", "terms")}
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
MARKERS = st.tuples(st.sampled_from(["checklist", "diagram"]), IDS)
LINES = st.text(alphabet=st.characters(exclude_characters="`~<\n\r", exclude_categories=["Cs"]))


@given(st.lists(LINES | MARKERS))
def test_only_markers_change(pieces):
    """The text between them comes out as it went in."""
    written = [piece if isinstance(piece, str) else f"<!-- {piece[0]}: {piece[1]} -->" for piece in pieces]
    expected = [piece if isinstance(piece, str) else f"[{piece[0]}={piece[1]}]" for piece in pieces]

    assert expand("\n".join(written), SHOW) == "\n".join(expected)


@given(st.text(alphabet="`~ab \n#[](){}<!->:"))
def test_text_without_markers_comes_out_unchanged(text):
    if not any(find_markers(text)):
        assert expand(text, {}) == text


@given(st.text(alphabet="`~ab \n\r\u0633"))
def test_masking_keeps_every_line_and_its_length(text):
    masked = mask_code(text)

    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("<!-- terms -->", "[terms=]"),
        ("<!--terms-->", "[terms=]"),
        ("a\n<!-- checklist: x -->\nb", "a\n[checklist=x]\nb"),
        ("<!--\tchecklist :  x\t-->  ", "[checklist=x]"),
        ("  <!-- checklist: x -->", "  [checklist=x]"),
        ("<!-- checklist: x y -->", "[checklist=x y]"),
        ("<!-- checklist: -->", "[checklist=]"),
    ],
)
def test_a_marker_stands_on_a_line_of_its_own(text, expanded):
    assert expand(text, SHOW) == expanded


@pytest.mark.parametrize(
    "code",
    [
        "`<!-- terms -->`",
        "``a ` <!-- terms -->``",
        "```\n<!-- terms -->\n```",
        "```` md\n```\n<!-- terms -->\n```\n````",
        "~~~\n<!-- terms -->\n~~~~",
        "```\n<!-- terms -->\nnever closed",
        '!!! note "x"\n    ```\n    <!-- terms -->\n    ```',
    ],
)
def test_a_marker_inside_code_is_left_alone(code):
    assert expand(code, {}) == code
    assert list(find_markers(code)) == []


def test_a_marker_after_code_is_found():
    assert expand("```\nx\n```\n<!-- terms -->\n`x`\n<!-- terms -->", SHOW) == "```\nx\n```\n[terms=]\n`x`\n[terms=]"


def test_an_ordinary_comment_is_no_marker():
    assert list(find_markers("<!-- ask Sara about this -->")) == []


def test_a_marker_knows_its_line_and_needs_no_known_name():
    text = "a\n\n<!-- chart: x -->\n```\n<!-- terms -->\n```\n<!-- terms -->"

    assert list(find_markers(text, first_line=10)) == [Marker("chart", "x", 12), Marker("terms", "", 16)]


def test_what_a_renderer_gives_is_not_read_again():
    assert expand("<!-- terms -->", {"terms": lambda _: "<!-- terms -->"}) == "<!-- terms -->"


def test_a_name_without_a_renderer_is_an_error_of_the_programme():
    with pytest.raises(KeyError, match="terms"):
        expand("<!-- terms -->", {})
