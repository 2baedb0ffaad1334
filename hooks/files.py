"""MkDocs events -> sharik: which files make up the site in each locale, fallback pages among them.

With content.py the only room that knows the attributes of static-i18n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from sharik.urls import page_url

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

LAST = -200  # after static-i18n, which works at -100


@event_priority(LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for every text that exists in another language only; styles are not files of their own."""
    build, locale = config.extra["build"], config.extra["locale"]
    for file in [*files.css_files(), *files.javascript_files()]:
        if not file.src_uri.startswith("assets/"):  # it goes into the pages
            files.remove(file)
    pages: dict[str, Any] = {file.norm_src_uri: file for file in files.documentation_pages()}  # type: ignore[attr-defined]
    for path in set(pages) - set(build.catalog.paths):  # new, while the content has problems
        files.remove(pages.pop(path))
    for path in build.catalog.paths:
        page = build.catalog.page(locale, path)
        # A file that is gone while the content has problems is still in the last good catalog.
        if path not in pages and page and (build.root / page.source).exists():
            pages[path] = _fallback(f"{page.locale}/{path}", path, page.locale, config)
            files.append(pages[path])
    _widen(files, pages, list(build.catalog.locales))
    return files


def _fallback(source: str, path: str, language: str, config: MkDocsConfig) -> File:
    """The file `source`, to be served under the locale that is being built."""
    i18n: Any = config.plugins["i18n"]
    address = page_url(i18n.current_language, path, i18n.default_language) + "index.html"
    file: Any = File(source, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=address)
    file.locale, file.localization, file.norm_src_uri = language, language, path
    file.locale_alternate_of, file.alternates = i18n.current_language, {}
    return file  # type: ignore[no-any-return]


def _widen(files: Files, pages: dict[str, Any], locales: list[str]) -> None:
    """Lets links find the page of this build in any language; static-i18n looks in two of them (a test guards this)."""
    narrow = files.get_file_from_path

    def widened(path: str) -> File | None:
        start, _, rest = path.partition("/")
        return narrow(path) or pages.get(rest if start in locales else path)

    files.get_file_from_path = widened  # type: ignore[method-assign]
