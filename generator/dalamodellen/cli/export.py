# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen export."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from dalamodellen.cli.options import ISSUES, find_root, shown_path, today_option
from dalamodellen.cli.printing import fails, print_issues
from dalamodellen.issues import count_issues, open_issues
from dalamodellen.jobs import cores
from dalamodellen.today import build_day


@click.group()
def export() -> None:
    """Skriv webbplatsen så som andra program tar emot den."""


@export.command()
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Mapp att skriva till (förval: markdown/).",
)
@today_option
@click.pass_obj
def markdown(root: Path | None, *, to: Path | None, today: date | None) -> None:
    """Skriv alla sidor som vanlig Markdown, med det som Zensical behöver för att bygga dem."""
    from dalamodellen.build import build_site
    from dalamodellen.publish.site_folder import (
        ForeignFolderError,
        building_folder,
        check_folder,
    )
    from dalamodellen.renderers.folder import write_folder
    from dalamodellen.renderers.settings import SettingsError

    folder = find_root(root)
    target = (to or folder / "markdown").absolute()
    try:
        check_folder(target, folder)
    except ForeignFolderError as error:
        raise click.UsageError(
            f"{error} innehåller annat än det vi har skrivit och lämnas orörd.\n"
            "Välj en tom eller ny mapp med --to."
        ) from error
    built = build_site(folder, today=today or build_day(), jobs=cores())
    language = built.site.main_language
    print_issues(open_issues(built.issues), "text", language, to_stderr=True)
    if fails(built.issues, strict=False):
        click.echo(count_issues(built.issues, language), err=True)
        click.echo("Inget skrevs.", err=True)
        sys.exit(ISSUES)
    try:
        with building_folder(target) as beside:
            pages = write_folder(built, beside)
    except SettingsError as error:
        click.echo(f"Inställningarna går inte att lämna vidare: {error}", err=True)
        sys.exit(ISSUES)
    except OSError as error:
        click.echo(f"Det gick inte att skriva mappen: {error.strerror or error}.", err=True)
        sys.exit(ISSUES)
    click.echo(f"{pages} sidor i {shown_path(target)}")
