"""Puts the words of a right-to-left line, which Typst marks one by one, under one mark.

Typst's PDF writer (krilla) shows such a line from its leftmost word to its rightmost, each word between
`/ReversedChars BMC` and `EMC` (ISO 32000-1, 14.8.2.3.3). A reader that ends a text at every mark (pdf.js in Firefox,
pypdf) turns each word by itself, and so reads the line backwards. Under one mark it turns the line as a whole.

The operators that place and show the words stay as they are, so that no viewer moves a glyph. One show operator for the
line would need the widths of its glyphs, and viewers disagree about them: PDFium drops their fractions.
Not needed any more once typst#4225 and krilla#411 are solved.
"""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from pikepdf import Page, Pdf

from sharik.paper.reading_order import ParentOf, number_in_reading_order

MARK = rb"/ReversedChars BMC "
NUMBER = rb"[-\d.]+"
GLYPHS = rb" Tm[^\n]*\nEMC"
# What krilla writes for the words of a line. They share how they are painted (Tr), font and size (Tf), and the matrix
# (Tm) but for the place on the base line. A line break stands in no string: krilla escapes it.
LINE = re.compile(
    rb"%b(?P<type>\d+ Tr/\w+ [\d.]+ Tf )(?P<scale>(?:%b ){4})%b (?P<y>%b)%b" % (MARK, NUMBER, NUMBER, NUMBER, GLYPHS)
    + rb"(?:%b(?P=type)(?P=scale)%b (?P=y)%b)+" % (MARK, NUMBER, GLYPHS)
)


class BrokenPdfError(ValueError):
    """What was given is no PDF, or one that is damaged or locked."""


def join_words(pdf: bytes) -> bytes:
    """`pdf` with the words of each right-to-left line under one mark and its pieces numbered as they are read, packed
    in object streams to make it smaller.

    Pages look the same; tags, language, metadata and outline stay. A page with nothing to join keeps its content.
    The same bytes come out for the same bytes in. Raises BrokenPdfError.
    """
    joined = BytesIO()
    try:
        with Pdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            for page in document.pages:
                _join_page(document, page)
            document.save(
                joined,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                fix_metadata_version=False,  # would write all of the XMP anew
            )
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        reason = str(error).rpartition(": ")[2]  # before it stands the address of the stream in memory
        raise BrokenPdfError(f"the PDF cannot be read: {reason}") from error
    return joined.getvalue()


def _join_page(document: Pdf, page: Page) -> None:
    page.contents_coalesce()
    before = page.Contents.read_bytes()
    after = LINE.sub(_join_line, number_in_reading_order(before, _parent_of(document, page)))
    if after != before:
        page.Contents = document.make_stream(after)


def _parent_of(document: Pdf, page: Page) -> ParentOf:
    """Tells what a marked piece of `page` is a part of, by its number; one that is part of nothing is like no other."""
    if "/StructTreeRoot" not in document.Root or "/StructParents" not in page:
        return lambda number: number
    parents = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)[int(page.StructParents)]
    return lambda number: parents[number].objgen if number < len(parents) else number


def _join_line(line: re.Match[bytes]) -> bytes:
    """Between two words only the place of the second is left."""
    return line[0].replace(b"\nEMC" + MARK + line["type"], b"\n")
