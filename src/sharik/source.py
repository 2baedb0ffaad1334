"""Reads files: text as UTF-8, YAML with the line of every value."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sharik.problems import Report
from sharik.text.front_matter import FRONT_MATTER
from sharik.text.nesting import is_shallow

Location = tuple[str | int, ...]
_LINE_END = re.compile(r"\r\n|\n|\r")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A YAML file: its plain `value`, and the line on which each part of it stands."""

    path: str
    value: Any
    lines: Mapping[Location, int]

    def line(self, *location: str | int) -> int:
        """The line of the value at `location`, or of the nearest part that encloses it."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)


def read_text(root: Path, path: str, report: Report) -> str | None:
    """The text of `root/path` with Unix line ends and no byte order mark; None after a problem."""
    try:
        raw = (root / path).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        report.error(path, 1, "missing-file", "this file does not exist", "Write it, or remove what refers to it.")
        return None
    return decode(raw, path, report)


def decode(raw: bytes, path: str, report: Report) -> str | None:
    """`raw` as text with Unix line ends and no byte order mark; None after a problem."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        report.error(path, line, "encoding", "this file is not UTF-8 here", "Save it as UTF-8.")
        return None


def rewrite(file: Path, text: str) -> None:
    """Puts `text`, of as many lines as it had, into `file`; its byte order mark and line ends stay. All or nothing."""
    target = file.resolve()
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(with_ends_of(target.read_bytes(), text))
        shutil.copymode(target, aside)
        Path(aside).replace(target)
    finally:
        Path(aside).unlink(missing_ok=True)


def with_ends_of(raw: bytes, text: str) -> bytes:
    """`text` in bytes, with the byte order mark and the line ends of `raw`, of which it is another version."""
    mark = "\ufeff" if raw.startswith(codecs.BOM_UTF8) else ""
    ends = _LINE_END.findall(raw.decode("utf-8-sig"))
    lines = text.split("\n")
    return (mark + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))).encode()


def read_yaml(root: Path, path: str, report: Report) -> Document | None:
    """The YAML file `root/path` as a Document; None after a problem that leaves nothing to use."""
    text = read_text(root, path, report)
    return None if text is None else parse_yaml(text, path, report)


def parse_yaml(text: str, path: str, report: Report, *, first_line: int = 1) -> Document | None:
    """The same for `text` that starts on line `first_line` of `path` (front matter, for example)."""
    if not is_shallow(text):
        report.error(path, first_line, "yaml-syntax", "this is not YAML: it is nested too deep", _SYNTAX_HINT)
        return None
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        what = error.problem or "it cannot be read"
        report.error(path, line, "yaml-syntax", f"this is not YAML: {what}", _SYNTAX_HINT)
        return None
    except yaml.YAMLError as error:  # a control character, found before there is a line to name
        what = str(error).split("\n")[0]
        report.error(path, first_line, "yaml-syntax", f"this is not YAML: {what}", _SYNTAX_HINT)
        return None
    reader = _Reader(path, first_line, report)
    value = reader.value(node, ()) if node else None
    return Document(path, value, reader.lines)


def read_front(text: str, path: str, report: Report) -> None:
    """Reports front matter that is not YAML in the page `path` with `text`."""
    front = FRONT_MATTER.match(text)
    if front:
        parse_yaml(front["yaml"], path, report, first_line=2)


_SYNTAX_HINT = 'Look at the spaces at the start of the line; put a text that holds ": " in quotes.'


class _Reader:
    """Turns YAML nodes into plain values and notes the line of each on the way."""

    def __init__(self, path: str, first_line: int, report: Report) -> None:
        self.path = path
        self.first_line = first_line
        self.report = report
        self.lines: dict[Location, int] = {}
        self._seen: set[int] = set()
        self._scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, at: Location) -> Any:
        self.lines.setdefault(at, node.start_mark.line + self.first_line)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, at)
        if id(node) in self._seen:  # an alias may nest without end
            hint = "Write the text out at both places."
            self.report.error(self.path, self.lines[at], "yaml-alias", "a YAML alias is used", hint)
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*at, i)) for i, child in enumerate(node.value)]
        return self._mapping(node, at)

    def _mapping(self, node: yaml.Node, at: Location) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + self.first_line
            if key in found:
                message = f"the key '{key}' stands here twice"
                self.report.error(self.path, line, "duplicate-key", message, "Remove one of the two.")
                continue
            self.lines[(*at, key)] = line
            found[key] = self.value(child, (*at, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, at: Location) -> Any:
        try:
            return self._scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:  # an impossible date, a wrong tag
            message = f"'{node.value}' cannot be read: {error}".split("\n")[0]
            self.report.error(self.path, self.lines[at], "yaml-syntax", message, "Put the value in quotes.")
            return None
