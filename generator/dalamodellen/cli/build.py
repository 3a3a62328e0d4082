# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen build."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from dalamodellen.cli.options import ISSUES, find_root, shown_path, strict_option, today_option
from dalamodellen.cli.printing import fails, print_issues
from dalamodellen.issues import count_issues, open_issues
from dalamodellen.today import build_day


@click.command()
@click.option("--site-dir", type=click.Path(path_type=Path), default=None, help="Förval: site/.")
@strict_option
@click.option("--drafts", is_flag=True, help="Bygg utkast också, med vattenstämpel.")
@click.option("--timings", is_flag=True, help="Visa hur lång tid varje steg tog.")
@today_option
@click.pass_obj
def build(
    root: Path | None,
    *,
    site_dir: Path | None,
    strict: bool,
    drafts: bool,
    timings: bool,
    today: date | None,
) -> None:
    """Kontrollera allt och bygg webbplatsen. Går något fel står den gamla kvar."""
    from dalamodellen.build import build_site
    from dalamodellen.publish.site_folder import (
        ForeignFolderError,
        building_folder,
        check_folder,
    )
    from dalamodellen.renderers.mkdocs_run import render_html

    folder = find_root(root)
    target = (site_dir or folder / "site").absolute()
    try:
        check_folder(target, folder)
    except ForeignFolderError as error:
        raise click.UsageError(
            f"{error} innehåller annat än en byggd webbplats och lämnas orörd.\n"
            "Välj en tom eller ny mapp med --site-dir."
        ) from error
    started = time.perf_counter()
    built = build_site(folder, today=today or build_day(), shows_drafts=drafts)
    checked = time.perf_counter()
    language = built.site.main_language
    print_issues(open_issues(built.issues), "text", language, to_stderr=True)
    if fails(built.issues, strict=strict):
        click.echo(count_issues(built.issues, language), err=True)
        click.echo("Inget byggdes. Den förra webbplatsen står kvar som den var.", err=True)
        sys.exit(ISSUES)
    try:
        with building_folder(target) as beside:
            pages = render_html(built, beside)
            rendered = time.perf_counter()
    except OSError as error:
        click.echo(
            f"Det gick inte att skriva webbplatsen: {error.strerror or error}.\n"
            "Den förra webbplatsen står kvar som den var.",
            err=True,
        )
        sys.exit(ISSUES)
    if timings:
        click.echo(f"läsa och kontrollera  {checked - started:6.2f} s", err=True)
        click.echo(f"göra HTML             {rendered - checked:6.2f} s", err=True)
        click.echo(f"byta plats            {time.perf_counter() - rendered:6.2f} s", err=True)
    click.echo(
        f"{pages} {'sida byggd' if pages == 1 else 'sidor byggda'}. Öppna {shown_path(target / 'index.html')}"
    )
