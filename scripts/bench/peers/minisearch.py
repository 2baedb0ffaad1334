"""MiniSearch over the places that we find, as it comes and with our rules."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from peers.peer import Peer, SkippedError, script
from sharik.catalog import Catalog
from sharik.model.search import SearchWords
from sharik.search.analyzer import Analyzer
from sharik.search.documents import pages_to_find
from sharik.search.files import browser_rules, shown_text
from sharik.search.index import heads

ROOT = Path(__file__).resolve().parents[3]
VERSION = "7.2.0"
COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)


def minisearch(work: Path, catalog: Catalog, *, with_rules: bool) -> Peer:
    work.mkdir(parents=True)
    (work / "minisearch.js").write_text(COMMENT.sub("", _library(work)), encoding="utf-8")
    shutil.copy(ROOT / "overrides/search/text.js", work)
    for locale in catalog.locales:
        _write(work / f"{locale}.places.json", places(catalog, locale))
        _write(work / f"{locale}.rules.json", rules(catalog, locale))
    start = f"self.withRules = {json.dumps(with_rules)};\n"
    name = "minisearch+rules" if with_rules else "minisearch"
    return Peer(name, VERSION, work, start + script("minisearch"), is_constant=True)


def _library(work: Path) -> str:
    npm = shutil.which("npm")
    if npm is None:
        raise SkippedError("there is no npm to fetch it with")
    command = [npm, "pack", f"minisearch@{VERSION}", "--silent"]
    done = subprocess.run(command, cwd=work, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SkippedError(f"npm could not fetch it: {done.stderr.strip()[-400:]}")
    with tarfile.open(work / f"minisearch-{VERSION}.tgz") as archive:
        file = archive.extractfile("package/dist/umd/index.js")
        assert file, "a folder instead of a file"
        return file.read().decode()


def places(catalog: Catalog, locale: str) -> list[dict[str, str]]:
    return [
        {"id": page.url + (f"#{place.anchor}" if place.anchor else ""), "title": place.title, "text": shown_text(place)}
        for page in pages_to_find(catalog, locale)
        for place in page.places
    ]


def rules(catalog: Catalog, locale: str) -> dict[str, object]:
    search = catalog.search
    words = search.words.get(locale, SearchWords())
    known = heads(words, Analyzer(search.structure, locale))
    return {"rules": browser_rules(search.structure, locale), "heads": known}


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
