"""What every renderer of page parts needs to know about the page it writes for."""

from __future__ import annotations

from dataclasses import dataclass

from sharik.catalog import Catalog
from sharik.messages import Messages
from sharik.text.bidi import inline
from sharik.urls import Publication, page_url, relative


@dataclass(frozen=True)
class Context:
    """The page at `path`, written in `locale` and served under `served` (another one on a fallback page)."""

    catalog: Catalog
    publication: Publication
    locale: str
    path: str
    served: str

    @property
    def messages(self) -> Messages:
        return self.catalog.messages[self.locale]

    def text(self, key: str, **values: str | int) -> str:
        """An interface text, escaped for HTML."""
        return inline(self.messages.text(key, **values), self.locale, self.locale)

    def inline(self, text: str, locale: str) -> str:
        """A text of content, escaped, and marked when it is not in the page's language."""
        return inline(text, locale, self.locale)

    def href(self, path: str, fragment: str = "") -> str:
        """The way from this page to the page `path` of the same reader."""
        default = self.catalog.vocab.default_locale
        target = page_url(self.served, path, default) + (f"#{fragment}" if fragment else "")
        return relative(target, page_url(self.served, self.path, default))
