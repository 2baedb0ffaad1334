"""What an engine needs to be measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


class SkippedError(Exception):
    """An engine that cannot be had here, and why."""


def as_it_is(answer: Any) -> list[str]:
    return list(answer)


@dataclass(frozen=True)
class Peer:
    """An engine over `folder`, which is served as a site.

    `script` defines start(locale) and ask(query, count), both asynchronous; `urls` makes addresses of an answer.
    `by_page` for an engine that knows no places smaller than pages. `is_constant` when every query fetches the same.
    """

    name: str
    version: str
    folder: Path
    script: str
    urls: Callable[[Any], list[str]] = as_it_is
    by_page: bool = False
    is_constant: bool = False


def script(name: str) -> str:
    """The script `name`, which lies beside this file."""
    return (HERE / f"{name}.js").read_text(encoding="utf-8")
