"""`find`: what a reader's search finds, with the engine the browser runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from sharik.catalog import Catalog
from sharik.cli.check import ROOT, require_good_content
from sharik.search.node import NoNodeError, ask
from sharik.search.site import search_files
from sharik.urls import publication


@click.command()
@click.argument("query")
@click.option("--locale", default=None, help="Whose search it is (default: the first language).")
@click.option("--limit", default=10, show_default=True, help="How many places.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def find(query: str, locale: str | None, limit: int, as_json: bool) -> None:
    """Print what a reader gets for QUERY."""
    catalog = require_good_content(ROOT)
    locale = locale or catalog.vocab.default_locale
    if locale not in catalog.locales:
        raise click.UsageError(f"there is no language '{locale}'; known: {', '.join(catalog.locales)}")
    try:
        [answer] = ask(dict(search_files(catalog, publication(), read_override)), [(query, locale)], limit=limit)
    except NoNodeError as error:
        click.echo(error, err=True)
        raise SystemExit(2) from error
    found = {"query": query, "locale": locale, **summary(answer)}
    click.echo(json.dumps(found, ensure_ascii=False, indent=1) if as_json else _shown(found, catalog))


def read_override(path: str) -> str:
    return (ROOT / "overrides" / path).read_text(encoding="utf-8")


def summary(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without markup: `results` in the order a reader sees them, each with its address below the site."""
    return {
        "count": answer["count"],
        "instead": answer["instead"],
        "suggestion": answer["suggestion"],
        "results": list(results(answer)),
        "elsewhere": [result for other in answer["elsewhere"] for result in results(other)],
        "ms": round(answer["ms"], 2),
    }


def results(answer: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The places of an answer; the top of a page, where it was found, comes before its other places."""
    for group in answer["groups"]:
        page = {"page": group["url"], "kind": group["kind"], "locale": answer["locale"]}
        page |= {"title": "".join(group["title"])}
        for place in ([group] if group["text"] else []) + group["places"]:
            url = group["url"] + (f"#{place['anchor']}" if place["anchor"] else "")
            section = "" if place is group else "".join(place["title"])
            yield {"url": url, **page, "section": section, "text": "".join(place["text"])}


def _shown(found: dict[str, Any], catalog: Catalog) -> str:
    lines = [f"{found['count']} found for {found['query']} ({catalog.locales[found['locale']].endonym})"]
    lines += [f"  typed as: {found['instead']}"] if found["instead"] else []
    lines += [f"  did you mean: {found['suggestion']}"] if found["suggestion"] else []
    for result in [*found["results"], *found["elsewhere"]]:
        name = " > ".join(filter(None, (result["title"], result["section"])))
        lines += [f"\n{name}", f"  {result['locale']} {result['kind']} /{result['url']}", f"  {result['text']}"]
    return "\n".join(lines)
