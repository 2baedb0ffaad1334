"""MkDocs events -> sharik: the text of every page, what its template is given, and the last touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from sharik.render.content import finish, link_terms
from sharik.render.parts import expand_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from sharik.build import Build

LAST = -200  # after static-i18n


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = config.extra["build"]
    view = build.view(config.extra["locale"], page.file.norm_src_uri)  # type: ignore[attr-defined]
    text, parts = expand_page(view.page, view.context)
    page.meta = {"view": view, "title": view.title, "parts": parts}
    return text


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    return link_terms(page.meta["parts"].put_in(finish(html, page.meta["view"].context)))


@event_priority(LAST)
def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    view = page.meta["view"]
    # `t` speaks the reader's language, `said` the page's; both are escaped, as MkDocs' templates are not.
    extra: dict[str, Any] = {"view": view, "t": view.frame.text, "said": view.context.text}
    context.update(extra | {"head": config.extra["build"].head(view)})  # type: ignore[typeddict-item]
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    build: Build = config.extra["build"]
    return build.last_touch(output)
