"""What every renderer of page parts needs to know about the page it writes for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sharik.catalog import Catalog
from sharik.messages import Messages
from sharik.pages import TERM_PREFIX
from sharik.text.bidi import apart, inline
from sharik.urls import Publication, page_url, relative
from sharik.uses import Use


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

    @property
    def url(self) -> str:
        """The address of the page below the site."""
        return page_url(self.served, self.path, self.catalog.vocab.default_locale)

    def text(self, key: str, **values: str | int) -> str:
        """An interface text, escaped for HTML."""
        return inline(self.messages.text(key, **values), self.locale, self.locale)

    def inline(self, text: str, locale: str) -> str:
        """A text of content, escaped, and marked when it is not in the page's language."""
        return inline(text, locale, self.locale)

    def linked(self, text: str, locale: str, uses: Sequence[Use]) -> str:
        """The same with the places that use a term as links to the page's list of terms."""
        out, end = "", 0
        for use in uses:
            word = escape(text[use.start : use.end])
            out += f'{escape(text[end : use.start])}<a href="{TERM_PREFIX}{use.term}">{word}</a>'
            end = use.end
        return apart(out + escape(text[end:]), locale, self.locale)

    def href(self, path: str, fragment: str = "") -> str:
        """The way from this page to the page `path` of the same reader."""
        default = self.catalog.vocab.default_locale
        target = page_url(self.served, path, default) + (f"#{fragment}" if fragment else "")
        return relative(target, self.url)
