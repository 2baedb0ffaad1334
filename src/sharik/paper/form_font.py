"""A TrueType font as one that the reader of a PDF types with: any character of the font, whole, as a Type0 font."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from struct import iter_unpack, unpack_from

import pikepdf
from pikepdf import Array, Dictionary, Name

SYMBOLIC = 4  # ISO 32000-1, table 123: its characters are not those of the standard Latin set alone
UNICODE_BMP = (3, 1)  # platform and encoding of the cmap that every text font has


@dataclass(frozen=True)
class TrueType:
    """What a PDF says about a font; lengths are in thousandths of the font's size."""

    data: bytes
    name: str
    box: tuple[int, ...]
    ascent: int
    descent: int
    glyphs: Mapping[int, int]  # code point of the basic plane: glyph
    widths: tuple[int, ...]  # of every glyph


def read_font(data: bytes) -> TrueType:
    """The font in `data`, a TrueType file; ValueError for another file, or one without a Unicode cmap."""
    if data[:4] != b"\0\1\0\0":
        raise ValueError("not a TrueType font")
    count = unpack_from(">H", data, 4)[0]
    tables = {data[at : at + 4].decode(): unpack_from(">LL", data, at + 8) for at in range(12, 12 + 16 * count, 16)}
    table = {tag: data[start : start + length] for tag, (start, length) in tables.items()}
    unit: int = unpack_from(">H", table["head"], 18)[0]
    ascent, descent = unpack_from(">hh", table["hhea"], 4)
    measured = unpack_from(">H", table["hhea"], 34)[0]
    glyphs = unpack_from(">H", table["maxp"], 4)[0]
    advances = [advance for advance, _ in iter_unpack(">Hh", table["hmtx"][: 4 * measured])]
    advances += advances[-1:] * (glyphs - measured)  # the last one holds for all that follow

    def scaled(length: int) -> int:
        return round(length * 1000 / unit)

    return TrueType(
        data,
        _postscript_name(table["name"]),
        tuple(map(scaled, unpack_from(">4h", table["head"], 36))),
        scaled(ascent),
        scaled(descent),
        dict(_characters(_unicode_cmap(table["cmap"]))),
        tuple(map(scaled, advances)),
    )


def _postscript_name(names: bytes) -> str:
    count, texts = unpack_from(">HH", names, 2)
    for *_, kind, length, at in iter_unpack(">6H", names[6 : 6 + 12 * count]):
        if kind == 6:
            # In UTF-16 or in ASCII; a PostScript name has no other letters.
            return names[texts + at : texts + at + length].replace(b"\0", b"").decode("ascii")
    raise ValueError("a font without a PostScript name")


def _unicode_cmap(cmap: bytes) -> bytes:
    for at in range(4, 4 + 8 * unpack_from(">H", cmap, 2)[0], 8):
        platform, encoding, start = unpack_from(">HHL", cmap, at)
        if (platform, encoding) == UNICODE_BMP and unpack_from(">H", cmap, start)[0] == 4:
            return cmap[start:]
    raise ValueError("a font without a Unicode cmap of format 4")


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """(code point, glyph) of a cmap of format 4: https://learn.microsoft.com/typography/opentype/spec/cmap"""
    double = unpack_from(">H", cmap, 6)[0]
    for at in range(0, double, 2):
        columns = (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
        end, first, delta, offset = (unpack_from(">H", cmap, column + at)[0] for column in columns)
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:  # counted from its own place in the table
                glyph = unpack_from(">H", cmap, 16 + 3 * double + at + offset + 2 * (code - first))[0]
            shifted = (glyph + delta) & 0xFFFF
            if shifted and (glyph or not offset):  # 0 is the glyph of what the font has not
                yield code, shifted


def embed_font(pdf: pikepdf.Pdf, font: TrueType) -> pikepdf.Object:
    """`font` in `pdf` as a Type0 font whose codes are the code points of its letters.

    By glyph numbers, a glyph of two letters would have one meaning, and the other letter could not be typed.
    """
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/" + font.name),
        Flags=SYMBOLIC,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.ascent,
        StemV=80,
        FontFile2=pdf.make_stream(font.data, Length1=len(font.data)),
    )
    places = bytearray(2 * 0x10000)
    for code, glyph in font.glyphs.items():
        places[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/" + font.name),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=pdf.make_stream(bytes(places)),
        DW=font.widths[0],
        W=_widths(font),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/" + font.name),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(font)),
        )
    )


def _widths(font: TrueType) -> Array:
    """One after another: the first code of a run, the widths of the run."""
    out = Array()
    codes = sorted(font.glyphs)
    for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]):
        same = [code for _, code in run]
        out.append(same[0])
        out.append(Array([font.widths[font.glyphs[code]] for code in same]))
    return out


def _to_unicode(font: TrueType) -> bytes:
    """Every code means itself; a range may not cross a row of 256 codes, a block holds 100 ranges."""
    rows = sorted({code >> 8 for code in font.glyphs})
    ranges = "\n".join(f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows[:100])
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{len(rows)} beginbfrange\n{ranges}\nendbfrange\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
