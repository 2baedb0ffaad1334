"""What machines read on a page: structured data (schema.org) and the content security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable

from sharik.localize import LocalChecklist, localize
from sharik.render.view import View
from sharik.urls import page_url


def json_ld(view: View) -> str:
    """Structured data for the page as JSON that is safe inside a script element."""
    if view.kind == "article":
        graph = _article(view)
    elif view.kind == "checklist":
        id = next(m.argument for m in view.page.markers if m.name == "checklist")
        graph = _how_to(view, localize(view.catalog, id, view.page.locale))
    else:
        graph = _breadcrumbs(view) if view.crumbs else _site(view)
    data = {"@context": "https://schema.org"} | graph
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _site(view: View) -> dict[str, object]:
    name = view.frame.messages.text("site.name")
    return {"@type": "WebSite", "name": name, "url": view.canonical, "inLanguage": view.served}


def _breadcrumbs(view: View) -> dict[str, object]:
    base = view.publication.site_url
    steps = [
        {"@type": "ListItem", "position": i, "name": crumb.title, "item": base + _url(view, crumb.path)}
        for i, crumb in enumerate(view.crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _url(view: View, path: str) -> str:
    return page_url(view.served, path, view.catalog.vocab.default_locale)


def _article(view: View) -> dict[str, object]:
    return {
        "@type": "Article",
        "headline": view.title,
        "inLanguage": view.page.locale,
        "datePublished": view.page.meta.published.isoformat(),
        "dateModified": view.facts.reviewed.isoformat(),
        "author": {"@type": "Organization", "name": view.frame.messages.text("site.name")},
    }


def _how_to(view: View, checklist: LocalChecklist) -> dict[str, object]:
    sections = [
        {
            "@type": "HowToSection",
            "name": group.title.text,
            "itemListElement": [
                {"@type": "HowToStep", "name": item.words.text, "url": f"{view.canonical}#{item.item.id}"}
                | ({"text": item.words.done_when} if item.words.done_when else {})
                for item in group.items
            ],
        }
        for group in checklist.groups
    ]
    return {
        "@type": "HowTo",
        "name": view.title,
        "description": view.facts.description,
        "inLanguage": view.facts.locale,
        "totalTime": f"PT{checklist.structure.minutes}M",
        "step": sections,
    }


def content_security_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The policy that allows these inline scripts and styles by hash, and files of the site itself; nothing else."""
    script, style = _hashes(scripts), _hashes(styles)
    return (
        f"default-src 'none'; script-src 'self'{script}; style-src{style}; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'"
    )


def _hashes(texts: Iterable[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return "".join(f" 'sha256-{digest}'" for digest in digests)
