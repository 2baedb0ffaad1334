"""`serve`: the site on this machine, drawn again after every change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import click

from sharik.cli.check import ROOT, read
from sharik.cli.report import count, tell
from sharik.urls import publication

WATCHED = ("data", "docs")


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port on 127.0.0.1.")
def serve(port: int) -> None:
    """Serve the site on this machine and draw it again after every change."""
    click.echo(f"Building; then open http://127.0.0.1:{port}{publication().base} (Ctrl+C ends it).", err=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    command += ["--config-file", str(ROOT / "mkdocs.yml")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # takes MkDocs along
    try:
        while code := subprocess.run(command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False).returncode:
            _wait_for_good_content(code)
    except KeyboardInterrupt:
        pass


def _wait_for_good_content(code: int) -> None:
    """The first build found problems, which it has told; there is nothing to show until they are mended."""
    seen = _state(ROOT)
    _, errors, _ = read(ROOT)
    if not errors:
        raise SystemExit(code)  # it ended for another reason, such as a port that is taken
    while errors:
        click.echo(f"{count(len(errors), 'problem')}. Waiting until the files are mended …", err=True)
        while _state(ROOT) == seen:
            time.sleep(0.3)
        seen = _state(ROOT)
        _, errors, _ = read(ROOT)
        tell(errors)


def _state(root: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    for file in (file for folder in WATCHED for file in (root / folder).rglob("*")):
        with suppress(FileNotFoundError):  # an editor's own file, gone again
            found[str(file)] = file.stat().st_mtime
    return found
