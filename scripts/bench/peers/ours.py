"""Our own search on the built site."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from peers.peer import Peer, script
from sharik.cli.find import results
from sharik.search.judged import ROOT_LOCALE


def ours(site: Path) -> Peer:
    return Peer(
        "sharik", version("sharik"), site, f"self.dialogs = {json.dumps(dialogs(site))};\n{script('ours')}", urls
    )


def dialogs(site: Path) -> dict[str, str]:
    """The address of each language's script, which lies beside its page of results."""
    found = {}
    for file in site.rglob("search/dialog.js"):
        folder = file.parent.parent.relative_to(site).as_posix()
        found[ROOT_LOCALE if folder == "." else folder] = "/" + file.relative_to(site).as_posix()
    return found


def urls(answer: Any) -> list[str]:
    """The places in the reader's language; what other languages have is shown apart."""
    return [result["url"] for result in results(answer)]
