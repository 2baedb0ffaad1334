"""The command line: results to stdout, problems to stderr; exit 0 well, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

import click

from sharik.cli.build import build
from sharik.cli.check import check
from sharik.cli.find import find
from sharik.cli.ids import ids
from sharik.cli.print import print_
from sharik.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Sharik: a trilingual guide to online marketing for small businesses."""


for command in (serve, build, check, find, print_, ids):
    main.add_command(command)
