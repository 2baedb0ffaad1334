"""MkDocs events -> sharik: what all templates share, and the page for unknown addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache

from sharik.render.icons import icon

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.utils.templates import TemplateContext

    from sharik.build import Build


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    compiled = Path(config.config_file_path).parent / ".cache" / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))  # MkDocs makes an environment per locale
    env.globals["icon"] = icon
    env.globals["build"] = config.extra["build"]
    return env


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    extra: dict[str, Any] = {"lost": config.extra["build"].lost()}
    context.update(extra)  # type: ignore[typeddict-item]
    return context


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    build: Build = config.extra["build"]
    return build.last_touch(output_content)
