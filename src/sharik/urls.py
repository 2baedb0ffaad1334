"""Addresses: where a page lies on the site, and how one page names another. Pure text."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

DEFAULT_SITE_URL = "https://sharik.example/"  # a reserved name: stands until a publisher sets SITE_URL

BRANCH = "main"  # what readers mend, also when they look at the preview of a pull request


@dataclass(frozen=True)
class Publication:
    """Where this build will live: `site_url` ends in a slash; `repository_url` may be unknown."""

    site_url: str = DEFAULT_SITE_URL
    repository_url: str | None = None

    def absolute(self, url: str) -> str:
        return self.site_url + url

    @property
    def base(self) -> str:
        """The path of the site on its host: `/`, or `/sharik/` below a sub-path."""
        return urlsplit(self.site_url).path

    def edit_url(self, path: str, *, exists: bool = True) -> str | None:
        """The page of the web editor for the file `path`, or for writing it; None when the repository is unknown."""
        if self.repository_url is None:
            return None
        folder, _, name = path.rpartition("/")
        place = f"edit/{BRANCH}/{path}" if exists else f"new/{BRANCH}/{folder}?filename={name}"
        return f"{self.repository_url}/{place}"

    @property
    def report_url(self) -> str | None:
        return f"{self.repository_url}/issues/new/choose" if self.repository_url else None


def publication(environment: Mapping[str, str] = os.environ) -> Publication:
    """The publication that the environment describes: SITE_URL, and what GitHub Actions sets."""
    site = environment.get("SITE_URL", "").strip() or DEFAULT_SITE_URL
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    repository = f"{server}/{name}" if server and name else None
    return Publication(site_url(site), repository)


def site_url(value: str) -> str:
    """`value` with the one trailing slash that every address is built on. ValueError when it is no web address."""
    if not re.match(r"https?://[^/\s]", value):
        raise ValueError(f"SITE_URL is '{value}'; write the whole address, such as https://example.org/guide/")
    return value.rstrip("/") + "/"


def page_url(locale: str, path: str, default_locale: str) -> str:
    """The address of the page `path` below the site: `ar/articles/x/`; empty for the default home."""
    prefix = "" if locale == default_locale else f"{locale}/"
    folder, slash, name = path.rpartition("/")
    return prefix + (folder + slash if name == "index.md" else path.removesuffix(".md") + "/")


def relative(target: str, start: str) -> str:
    """`target` (an address below the site, maybe with a fragment) as the page at `start` writes it."""
    address, mark, fragment = target.partition("#")
    if address == start and mark:
        return f"#{fragment}"
    way = posixpath.relpath("/" + address, "/" + start)
    slash = "/" if address.endswith("/") or not address else ""
    return f"{way}{slash}{mark}{fragment}"


_FOLDER_LINK = re.compile(r'(?P<start> (?:href|action)=")(?P<way>(?![a-z][a-z0-9+.-]*:|/|#)[^"#?]*/)(?P<end>[#"?])')


def name_index_files(html: str) -> str:
    """`html` with every relative link to a folder naming its index.html, as file:// needs it."""
    return _FOLDER_LINK.sub(r"\g<start>\g<way>index.html\g<end>", html)
