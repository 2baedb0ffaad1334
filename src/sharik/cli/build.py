"""`build`: the site, made aside and swapped in, so that nothing half-written is ever published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from sharik.cli.check import ROOT, require_address, require_good_content
from sharik.cli.print import print_site

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip knows: equal sites make equal archives
ENGINES = ("mkdocs", "properdocs")
OURS = ".sharik"  # lies in every site that we built, so that we replace no other folder


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write (default: site).")
@click.option("--portable", is_flag=True, help="Links work from a folder, without a server; adds a zip beside it.")
@click.option("--no-print", is_flag=True, help="Leave out PDFs and cards: quicker, when only the pages matter.")
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", help="What draws the pages.")
def build(out: Path | None, portable: bool, no_print: bool, engine: str) -> None:
    """Build the site; any problem in the content ends it."""
    target = (out or ROOT / ("site-portable" if portable else "site")).resolve()
    _refuse_foreign(target)
    require_address()
    catalog = require_good_content(ROOT)
    beside, facts = ({}, None) if no_print else print_site(ROOT, catalog, portable=portable)
    aside = target.with_name(f".{target.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        _draw(aside, engine, facts, portable=portable)
        _put_beside(aside, beside)
        _swap(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    if portable:
        pack(target, target.with_name(target.name + ".zip"))
    click.echo(f"Built {target}")


def _refuse_foreign(target: Path) -> None:
    """Never replaces a folder that is not a site of ours."""
    if target.exists() and any(target.iterdir()) and not (target / OURS).exists():
        click.echo(f"{target} is not empty and not a built site; choose another folder with --out.", err=True)
        raise SystemExit(2)


def _put_beside(folder: Path, files: Mapping[str, Path]) -> None:
    """Copies each of `files` to its path below `folder`."""
    for path, file in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _draw(folder: Path, engine: str, facts: str | None, *, portable: bool) -> None:
    """The pages; `facts` is what they say of their sheets."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | ({"SHARIK_PORTABLE": "1"} if portable else {})
    with TemporaryDirectory() as told:
        if facts is not None:
            (Path(told) / "sheets.json").write_text(facts, encoding="utf-8")
            environment |= {"SHARIK_PRINTED": str(Path(told) / "sheets.json")}
        _run(folder, engine, environment)
    (folder / OURS).write_text(
        "A site built by Sharik; `build` may replace this folder.\n", encoding="utf-8", newline="\n"
    )


def _run(folder: Path, engine: str, environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", engine, "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run([*command, "--config-file", str(ROOT / "mkdocs.yml")], env=environment, check=False)
    if done.returncode:
        raise SystemExit(1)


def _swap(aside: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        aside.rename(target)
    except OSError:  # the old site is better than none
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def pack(folder: Path, archive: Path) -> None:
    """The files of `folder` as a zip in which they lie below its name; the same files, the same bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = zipfile.ZipInfo(f"sharik/{file.relative_to(folder).as_posix()}", EPOCH)
            name.compress_type, name.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            zipped.writestr(name, file.read_bytes())
