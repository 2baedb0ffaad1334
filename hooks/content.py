"""MkDocs events -> sharik: loads the content, once for all locales."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from sharik.build import Build, load_build
from sharik.problems import ContentError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.sharik")
LAST = -200  # after static-i18n, which works at -100
_now: dict[str, Any] = {"live": False, "build": None}  # hook modules live as long as the server


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _now["live"] = command == "serve"


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n: Any = config.plugins["i18n"]
    if "build" not in config.extra:  # MkDocs builds once per locale; the content is the same
        config.extra["build"] = _now["build"] = _load(config)
    config.extra["locale"] = i18n.current_language
    # Nothing of the theme is used: without its folder no template of it is compiled and no file of it copied.
    config.theme.dirs = [str(Path(config.config_file_path).parent / "overrides")]
    # The site map is ours, and one 404 serves all languages; MkDocs would draw both once per locale.
    config.theme.static_templates = {"404.html"} if i18n.is_default_language_build else set()
    return config


def _load(config: MkDocsConfig) -> Build:
    root = Path(config.config_file_path).parent
    portable, printed = bool(os.environ.get("SHARIK_PORTABLE")), os.environ.get("SHARIK_PRINTED")
    sheets = Path(printed) if printed else None
    try:
        build = load_build(root, live=_now["live"], last=_now["build"], portable=portable, printed=sheets)
    except ContentError as error:
        raise PluginError(str(error)) from error
    if build.problems:
        log.error("The last good pages stay while there are problems.\n%s", "\n".join(map(str, build.problems)))
    return build
