"""MkDocs events -> sharik: loads the content and gives every page its text."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from sharik.build import Build
from sharik.check import load_and_check
from sharik.problems import ContentError
from sharik.render.content import finish
from sharik.render.parts import expand_page
from sharik.urls import publication

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.sharik")
LAST = -200  # after static-i18n, which works at -100
_now: dict[str, Any] = {"live": False, "build": None}  # hook modules live as long as the server


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _now["live"] = command == "serve"


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n: Any = config.plugins["i18n"]
    if "build" not in config.extra:  # MkDocs builds once per locale; the content is the same
        config.extra["build"] = _now["build"] = _load(Path(config.config_file_path).parent)
    config.extra["locale"] = i18n.current_language
    # Nothing of the theme is used: without its folder no template of it is compiled and no file of it copied.
    config.theme.dirs = [str(Path(config.config_file_path).parent / "overrides")]
    # The site map is ours, and one 404 serves all languages; MkDocs would draw both once per locale.
    config.theme.static_templates = {"404.html"} if i18n.is_default_language_build else set()
    return config


def _load(root: Path) -> Build:
    """The content. Problems end a build; while live they are shown over the last good content."""
    live: bool = _now["live"]
    last: Build | None = _now["build"]
    try:
        catalog, report = load_and_check(root)
        problems = report.errors
    except ContentError as error:
        problems = error.problems
    if not problems:
        return Build(root, catalog, publication(), (), live, bool(os.environ.get("SHARIK_PORTABLE")))
    if live and last:
        log.error("The content has problems; the last good pages stay.\n%s", "\n".join(map(str, problems)))
        return replace(last, problems=tuple(problems))
    raise PluginError("\n".join(map(str, problems)))


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = config.extra["build"]
    view = build.view(config.extra["locale"], page.file.norm_src_uri)  # type: ignore[attr-defined]
    if view is None:
        return markdown  # a new page while the content has problems
    text, parts = expand_page(view.page, view.context)
    page.meta = {"view": view, "title": view.title, "parts": parts}
    return text


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    view = page.meta.get("view")
    return str(page.meta["parts"].put_in(finish(html, view.context))) if view else html
