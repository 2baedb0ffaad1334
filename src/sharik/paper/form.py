"""A sheet to fill on a screen: the fields of an AcroForm, laid over the PDF that Typst made.

Typst writes no form fields, but it writes links. A template marks the place of a field with an empty link to
`field:<name>`. That gives its place on the page and, what could only be guessed from outside, its place in the
structure tree, beside the text it belongs to. Here the link becomes the field, and its Link element a Form element.

    [#metadata((kind: kind, name: name, label: label, lines: lines))<field>]
    place(link("field:" + name, box(width: width, height: height)))

Such a sheet declares PDF/UA-1 and not PDF/A: Acrobat opens a file that does for reading only, and PDF/A forbids what
a program may add when it is filled, as fonts that are not embedded and NeedAppearances (ISO 19005-2, 6.2.11.4, 6.4.1).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from sharik.paper.form_font import TrueType, embed_font, read_font

Draw = Callable[[str, float, float, int], bytes]  # text, width and height in points, lines: a PDF page of this size

ANCHOR = "field:"
PRINTED = 4  # flag of an annotation (ISO 32000-1, table 165)
MULTILINE = 1 << 12  # flag of a text field (table 228)
RIGHT = 2  # alignment of its text (table 222)
TYPE_SIZE = 11.0  # points, at the most
LATIN = "Helv"  # the name that viewers expect Helvetica under
# PDFium (Chrome, Edge) sets letters that are not Latin with the font of the field only if the resource bears the name
# of a font of signs (cpdf_bafontmap.cpp); else it takes one of the system's, and Persian letters are lost.
OWN = "Wingdings"

# A tick in a box of 1 by 1, from its left end; black and thick enough to be seen on a screen and on paper.
TICK = "q {w:.2f} 0 0 {h:.2f} 0 0 cm 0 G 0.13 w 1 J 1 j 0.22 0.5 m 0.43 0.27 l 0.79 0.75 l S Q"


@dataclass(frozen=True)
class Field:
    """What a reader fills in: a box to tick, or a place for `lines` of text. `label` is what it is read out as."""

    kind: Literal["check", "text"]
    name: str
    label: str
    lines: int = 1


def fields_of(queried: str) -> list[Field]:
    """The fields of a sheet in reading order, from what a Typst query for `<field>` gives (JSON).

    ValueError for a field without name or label, and for a kind that is not known.
    """
    fields = []
    for found in json.loads(queried):
        value = found["value"]
        field = Field(value["kind"], value["name"], value["label"].strip(), value.get("lines", 1))
        if field.kind not in ("check", "text") or not field.name or not field.label:
            raise ValueError(f"not a field: {value}")
        fields.append(field)
    return fields


def written_name(name: str) -> str:
    """The name of a field in the file, where a full stop would part a group from its member (ISO 32000-1, 12.7.3.2)."""
    return name.replace(".", "/")


def add_fields(
    pdf: bytes,
    fields: Sequence[Field],
    *,
    rtl: bool,
    font: bytes | None,
    values: Mapping[str, str | bool] = {},
    draw: Draw | None = None,
) -> bytes:
    """`pdf` with `fields` in the places of its anchors, filled with `values` (by name: a text, or whether ticked).

    The tab key goes through them in the order of the structure tree, as PDF/UA-1 (7.18.3) asks, which is theirs.
    `font` is a TrueType file that a reader's text is set with; Helvetica, if there is none, has no Arabic letters.
    `draw` sets the texts among the values; without it every viewer does, and most do it badly: Persian comes unjoined
    in PDFium and backwards in Poppler. The same arguments give the same bytes. ValueError if a name is given twice,
    has no anchor or no field, if a value fits no field, and for a file that declares PDF/A.
    """
    with Pdf.open(BytesIO(pdf)) as document:
        if "pdfaid:part" in document.open_metadata():
            raise ValueError("a sheet to fill must not declare PDF/A")
        anchors = _anchors(document)
        _check(fields, [name for name, *_ in anchors], values)
        face = read_font(font) if font else None
        places = {name: (anchor, page) for name, anchor, page in anchors}
        parents = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
        for field in fields:
            anchor, page = places[field.name]
            _replace_anchor(anchor, page, parents[int(anchor.StructParent)], field)
            if field.kind == "check":
                _make_check(document, anchor, ticked=bool(values.get(field.name)))
            else:
                _make_text(anchor, field, face, rtl=rtl)
                if text := str(values.get(field.name, "")):
                    _fill_text(document, anchor, text, draw and draw(text, *_size(anchor), field.lines))
        _sort_annotations(document, [places[field.name][0] for field in fields])
        document.Root.AcroForm = _form(document, [places[field.name][0] for field in fields], face)
        out = BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _anchors(document: Pdf) -> list[tuple[str, Object, Object]]:
    """(name, link, page) of every anchor."""
    found: list[tuple[str, Object, Object]] = []
    for page in document.pages:
        for link in page.obj.get("/Annots", ()):
            address = str(link.A.get("/URI", "")) if "/A" in link else ""
            if address.startswith(ANCHOR):
                found.append((address.removeprefix(ANCHOR), link, page.obj))
    return found


def _check(fields: Sequence[Field], anchored: Iterable[str], values: Mapping[str, str | bool]) -> None:
    names = Counter(written_name(field.name) for field in fields)
    if twice := [name for name, count in names.items() if count > 1]:
        raise ValueError(f"more than one field of the name {', '.join(twice)}")
    anchors, wanted = Counter(anchored), Counter(field.name for field in fields)
    if apart := [*(anchors - wanted), *(wanted - anchors)]:
        raise ValueError(f"not one field and one place of the name {', '.join(sorted(set(apart)))}")
    kinds = {field.name: bool if field.kind == "check" else str for field in fields}
    if wrong := [name for name, value in values.items() if not isinstance(value, kinds.get(name, ()))]:
        raise ValueError(f"no field for the value of {', '.join(wrong)}")


def _replace_anchor(anchor: Object, page: Object, element: Object, field: Field) -> None:
    """The link becomes a widget in its place, and its structure element, which already points to it, a Form."""
    for key in ("/A", "/Contents", "/Border", "/QuadPoints"):
        if key in anchor:
            del anchor[key]
    anchor.Subtype = Name.Widget
    anchor.F = PRINTED
    anchor.P = page
    anchor.BS = Dictionary(W=0)  # the sheet prints the box and the line
    anchor.T = String(written_name(field.name))
    # For screen readers. The element gets no /Alt, which would stand for the field itself, its kind and its state.
    anchor.TU = String(field.label)
    element.S = Name.Form
    if "/A" in element:
        del element.A


def _make_check(document: Pdf, widget: Object, *, ticked: bool) -> None:
    state = Name.Yes if ticked else Name.Off
    width, height = _size(widget)
    widget.FT = Name.Btn
    widget.V, widget.AS = state, state
    widget.MK = Dictionary(CA="4")  # a tick in the font of signs, should a program draw its own
    shapes = {"Yes": TICK.format(w=width, h=height).encode(), "Off": b""}
    widget.AP = Dictionary(
        N=Dictionary({f"/{name}": _drawing(document, shape, width, height) for name, shape in shapes.items()})
    )


def _drawing(document: Pdf, shape: bytes, width: float, height: float) -> pikepdf.Stream:
    box = Array([0, 0, width, height])
    return document.make_stream(shape, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())


def _make_text(widget: Object, field: Field, face: TrueType | None, *, rtl: bool) -> None:
    height = _size(widget)[1] / field.lines
    line = (face.ascent - face.descent) / 1000 if face else 1.2
    widget.FT = Name.Tx
    widget.DA = String(_appearance(face, min(TYPE_SIZE, height / line)))
    if rtl:
        widget.Q = RIGHT
    if field.lines > 1:
        widget.Ff = MULTILINE


def _fill_text(document: Pdf, widget: Object, text: str, drawn: bytes | None) -> None:
    """Without a drawing there is no appearance at all: a viewer that finds none makes one."""
    widget.V = String(text)
    if drawn:
        with Pdf.open(BytesIO(drawn)) as page:
            widget.AP = Dictionary(N=document.copy_foreign(page.pages[0].as_form_xobject()))


def _size(widget: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in widget.Rect)
    return right - left, top - bottom


def _appearance(face: TrueType | None, size: float) -> str:
    return f"/{OWN if face else LATIN} {size:.1f} Tf 0 g"


def _sort_annotations(document: Pdf, widgets: Sequence[Object]) -> None:
    """Fields last and in their order on every page: PDFium steps through this list, not through the tree."""
    order = {widget.objgen: number for number, widget in enumerate(widgets)}
    for page in document.pages:
        if "/Annots" in page.obj:
            page.obj.Annots = Array(sorted(page.obj.Annots, key=lambda each: order.get(each.objgen, -1)))
            page.obj.Tabs = Name.S


def _form(document: Pdf, widgets: Sequence[Object], face: TrueType | None) -> Dictionary:
    latin = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    fonts = {f"/{OWN}": embed_font(document, face)} if face else {f"/{LATIN}": document.make_indirect(latin)}
    return Dictionary(
        Fields=Array(widgets), DR=Dictionary(Font=Dictionary(fonts)), DA=String(_appearance(face, TYPE_SIZE))
    )
