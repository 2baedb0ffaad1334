import re
from pathlib import Path

import pytest

from sharik.render.styles import STYLES, font, minify, styles

CSS = Path(__file__).resolve().parents[2] / "overrides/css"
FILES = sorted(CSS.glob("*.css"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_small_style_sheet_says_the_same(file, declarations):
    css = file.read_text(encoding="utf-8")

    assert declarations(minify(css)) == declarations(css)
    assert len(minify(css)) < len(css)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_is_as_small_as_it_gets(file):
    small = minify(file.read_text(encoding="utf-8"))

    assert minify(small) == small
    assert re.findall(r"\n|  |/\*|;}", small) == []


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a  >  b ,\n c { x : 1px  2px ; }\n", "a > b,c{x : 1px 2px}"),
        ("a :hover { x: calc(1px + 2px) }", "a :hover{x:calc(1px + 2px)}"),
        ("/* a { */ b { /* c */ d: e; f: g }", "b{d:e;f:g}"),
        ("@media (min-width: 1px) and (x) { a { b: c; } }", "@media (min-width: 1px) and (x){a{b:c}}"),
    ],
)
def test_selectors_and_values_keep_the_spaces_they_need(css, small):
    assert minify(css) == small


def test_every_part_that_a_kind_of_page_names_exists():
    named = {name for names in STYLES.values() for name in names}

    assert named - {file.stem for file in FILES} == set()


def test_every_part_is_used_by_some_page():
    named = {name for names in STYLES.values() for name in names}
    unused = {file.stem for file in FILES} - named

    assert unused == {"diagram", *(name for name in unused if name.startswith("diagram-"))}


@pytest.mark.parametrize(
    ("path", "drawings"),
    [
        ("about.md", []),
        ("articles/first-steps.md", ["diagram", "diagram-causes"]),
        ("guides/start.md", ["diagram", "diagram-causes"]),
    ],
)
def test_a_drawing_brings_what_its_kind_needs(view, path, drawings):
    assert [name for name in styles(view("ar", path)) if name.startswith("diagram")] == drawings


def test_each_direction_of_writing_has_its_font():
    fonts = {direction: font(direction) for direction in ("rtl", "ltr")}

    assert fonts == {"rtl": "fonts/vazirmatn-arabic.woff2", "ltr": "fonts/vazirmatn-latin.woff2"}
