"""Files beside the pages, for other programs: checklists as JSON, a feed per locale, the site map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

from sharik.catalog import Catalog
from sharik.localize import LocalChecklist, LocalItem, localize
from sharik.render.facts import alternates, facts
from sharik.urls import Publication, page_url

SCHEMA = 1
ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
FEED_LENGTH = 30


def checklist_json(catalog: Catalog, publication: Publication, id: str, locale: str) -> str:
    """The checklist `id` in `locale`, as data/<locale>/checklists/<id>.json publishes it."""
    view = localize(catalog, id, locale)
    structure = view.structure
    data = {
        "schema": SCHEMA,
        "id": id,
        "locale": locale,
        "url": publication.absolute(page_url(locale, f"checklists/{id}.md", catalog.vocab.default_locale)),
        "license": "CC BY 4.0",
        "title": view.title.text,
        "description": view.description.text,
        "mode": structure.mode,
        "pause": {"point": structure.pause_point, "title": view.pause_title.text, "text": view.pause_text.text},
        "stage": structure.stage,
        "minutes": structure.minutes,
        "reviewed": structure.reviewed.isoformat(),
        "groups": _groups(view),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _groups(view: LocalChecklist) -> list[dict[str, object]]:
    return [
        {"id": group.group.id, "title": group.title.text, "items": [_item(item, view.locale) for item in group.items]}
        for group in view.groups
    ]


def _item(item: LocalItem, locale: str) -> dict[str, object]:
    structure = item.item
    found: dict[str, object] = {
        "id": structure.id,
        "key": item.key,
        "rev": structure.rev,
        "text": item.words.text,
        "why": item.words.why,
        "done_when": item.words.done_when,
        "weight": structure.weight,
        "roles": dict(structure.raci),
        "part": item.part,
        "minutes": structure.effort,
        "lead_days": structure.lead_days,
    }
    return found if item.locale == locale else found | {"text_locale": item.locale}


def feed(catalog: Catalog, publication: Publication, locale: str) -> str:
    """The Atom feed of `locale` (RFC 4287): its own articles, checklists and guides, newest first."""
    default = catalog.vocab.default_locale
    messages = catalog.messages[locale]
    home = publication.absolute(page_url(locale, "index.md", default))
    kinds = ("article", "checklist", "guide")
    pages = [page for (code, _), page in catalog.pages.items() if code == locale and page.kind in kinds]
    order = {path: i for i, path in enumerate(catalog.paths)}
    pages.sort(key=lambda page: (-page.meta.published.toordinal(), order[page.path]))
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": locale})
    _text(root, "title", messages.text("site.name"))
    _text(root, "subtitle", messages.text("site.tagline"))
    _text(root, "id", home)
    ET.SubElement(root, "link", {"rel": "self", "href": home + "feed.xml"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    newest = max((facts(catalog, page).reviewed for page in pages), default=None)
    _text(root, "updated", _moment(newest or date(1970, 1, 1)))
    _text(ET.SubElement(root, "author"), "name", messages.text("site.name"))
    for page in pages[:FEED_LENGTH]:
        known = facts(catalog, page)
        url = publication.absolute(page_url(locale, page.path, default))
        entry = ET.SubElement(root, "entry")
        _text(entry, "title", known.title)
        _text(entry, "id", url)
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": url})
        _text(entry, "published", _moment(page.meta.published))
        _text(entry, "updated", _moment(known.reviewed))
        _text(entry, "summary", known.description)
    return _xml(root)


def _moment(day: date) -> str:
    return datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")


def sitemap(catalog: Catalog, publication: Publication) -> str:
    """Every page in every language in which it is really written, with its counterparts."""
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for path in catalog.paths:
        versions = alternates(catalog, publication, path)
        for code, address in versions[:-1]:
            url = ET.SubElement(root, "url")
            _text(url, "loc", address)
            _text(url, "lastmod", facts(catalog, catalog.pages[code, path]).reviewed.isoformat())
            for hreflang, href in versions:
                ET.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": hreflang, "href": href})
    return _xml(root)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _xml(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def outputs(catalog: Catalog, publication: Publication, locale: str) -> Iterator[tuple[str, str]]:
    """Every file beside the pages of `locale` (path below the site, text); the site map with the default locale."""
    default = catalog.vocab.default_locale
    for id in catalog.checklists:
        yield f"data/{locale}/checklists/{id}.json", checklist_json(catalog, publication, id, locale)
    yield page_url(locale, "index.md", default) + "feed.xml", feed(catalog, publication, locale)
    if locale == default:
        yield "sitemap.xml", sitemap(catalog, publication)
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {publication.absolute('sitemap.xml')}\n"
