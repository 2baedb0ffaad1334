"""Numbers the pieces of a right-to-left line in the order in which they are read.

Where a mark stands higher than the font has it, such as a shadda above a tall letter, Typst ends a piece of the line,
writes the mark, and begins the next piece; it does so from left to right. A program that reads aloud follows the
numbers of the pieces (MCID, ISO 32000-1, 14.7.4.2), and so would begin with the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# What begins a piece of text: its number, and where on the page it stands, in points.
PIECE = re.compile(
    rb"/Span<<(?P<before>[^<>]*?)/MCID (?P<number>\d+)(?P<after>[^<>]*)>>BDC\n"
    rb"q 1 0 0 -1 (?P<x>[-\d.]+) (?P<y>[-\d.]+) cm"
)
RAISED = 4.0  # points between the base lines of pieces of one line, at the most; lines are further apart
Piece = re.Match[bytes]
ParentOf = Callable[[int], object]


def number_in_reading_order(content: bytes, parent_of: ParentOf) -> bytes:
    """`content` of a page with the numbers of its pieces exchanged where a line was written from its left end.

    `parent_of`: what the piece of a number is a part of in the structure of the document; pieces of one alone change.
    It is asked last: to look into the structure takes most of the time.
    """
    made, end = b"", 0
    for line in _lines(content, parent_of):
        if _is_right_to_left(content, line):
            for piece, other in zip(line, reversed(line), strict=True):
                made += content[end : piece.start("number")] + other["number"]
                end = piece.end("number")
    return made + content[end:]


def _lines(content: bytes, parent_of: ParentOf) -> Iterator[list[Piece]]:
    """Pieces that follow each other in the content and, from left to right, on the page."""
    line: list[Piece] = []
    for piece in PIECE.finditer(content):
        if line and not _goes_on(line[-1], piece, parent_of):
            if len(line) > 1:
                yield line
            line = []
        line.append(piece)
    if len(line) > 1:
        yield line


def _goes_on(last: Piece, piece: Piece, parent_of: ParentOf) -> bool:
    before, number = int(last["number"]), int(piece["number"])
    return (
        number == before + 1
        and (last["before"], last["after"]) == (piece["before"], piece["after"])  # the language
        and float(piece["x"]) >= float(last["x"])
        and abs(float(piece["y"]) - float(last["y"])) < RAISED
        and parent_of(before) == parent_of(number)
    )


def _is_right_to_left(content: bytes, line: list[Piece]) -> bool:
    texts = (content[piece.end() : content.find(b"\nET\n", piece.end())] for piece in line)
    return any(b"/ReversedChars" in text for text in texts)
