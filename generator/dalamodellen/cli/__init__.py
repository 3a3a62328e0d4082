# SPDX-License-Identifier: EUPL-1.2
"""The words the user types: one module a command."""

from __future__ import annotations

from pathlib import Path

import click

from dalamodellen.cli.build import build
from dalamodellen.cli.check import check
from dalamodellen.cli.export import export
from dalamodellen.cli.freeze import freeze
from dalamodellen.cli.new import new
from dalamodellen.cli.schema import schema
from dalamodellen.cli.search import search
from dalamodellen.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=None,
    help="Mappen med data/ och content/ (förval: den här mappen eller närmast ovanför).",
)
@click.version_option(package_name="dalamodellen")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Dalamodellen: gör en lärande webbplats av projektens egna uppgifter."""
    context.obj = root


for command in (build, check, export, freeze, new, schema, search, serve):
    main.add_command(command)
