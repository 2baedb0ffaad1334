"""MkDocs events -> sharik: what the templates are given, and the last touch on every page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.plugins import event_priority

from sharik.render.icons import icon
from sharik.text.bidi import isolate
from sharik.urls import name_index_files

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

LAST = -200  # after static-i18n


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    env.bytecode_cache = FileSystemBytecodeCache(str(_compiled(config)))  # MkDocs makes an environment per locale
    env.globals["icon"] = icon
    env.globals["build"] = config.extra["build"]
    return env


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    extra: dict[str, Any] = {"lost": config.extra["build"].lost()}
    context.update(extra)  # type: ignore[typeddict-item]
    return context


def _compiled(config: MkDocsConfig) -> Path:
    folder = Path(config.config_file_path).parent / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@event_priority(LAST)
def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    view = page.meta.get("view")
    if view:
        extra: dict[str, Any] = {"view": view, "t": view.frame.messages.text, "said": view.context.messages.text}
        context.update(extra | {"head": config.extra["build"].head(view)})  # type: ignore[typeddict-item]
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    return _last_touch(output, config)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    return _last_touch(output_content, config)


def _last_touch(html: str, config: MkDocsConfig) -> str:
    html = isolate(html)
    return name_index_files(html) if config.extra["build"].portable else html
