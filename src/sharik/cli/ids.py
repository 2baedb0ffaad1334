"""`ids`: registers the ids that bookmarks and saved ticks will rely on."""

from __future__ import annotations

import click

from sharik.check.ids import REGISTER, write_register
from sharik.cli.check import ROOT, require_good_content
from sharik.cli.report import count


@click.command()
def ids() -> None:
    """Add new ids to the register of published ones."""
    new = write_register(ROOT, require_good_content(ROOT))
    click.echo(f"{REGISTER}: {count(new, 'new id')}.")
