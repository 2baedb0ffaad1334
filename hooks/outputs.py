"""MkDocs events -> sharik: the files beside the pages, written once, after the last locale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FIRST = 100  # before static-i18n builds the other locales from inside this event


@event_priority(FIRST)
def on_post_build(*, config: MkDocsConfig) -> None:
    build = config.extra["build"]
    for path, text in build.outputs(config.extra["locale"]):
        file = Path(config.site_dir) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
