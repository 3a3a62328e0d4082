# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen build."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from dalamodellen.cli.options import (
    ISSUES,
    find_root,
    jobs_option,
    shown_path,
    strict_option,
    today_option,
)
from dalamodellen.cli.printing import fails, print_issues, why_not_written
from dalamodellen.issues import count_issues, open_issues
from dalamodellen.today import build_day


@click.command()
@click.option("--site-dir", type=click.Path(path_type=Path), default=None, help="Förval: site/.")
@strict_option
@click.option("--drafts", is_flag=True, help="Bygg utkast också, med vattenstämpel.")
@click.option(
    "--renderer",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="Vad som gör HTML av sidorna.",
)
@jobs_option
@click.option("--timings", is_flag=True, help="Visa hur lång tid varje steg tog.")
@today_option
@click.pass_obj
def build(
    root: Path | None,
    *,
    site_dir: Path | None,
    strict: bool,
    drafts: bool,
    renderer: str,
    jobs: int,
    timings: bool,
    today: date | None,
) -> None:
    """Kontrollera allt och bygg webbplatsen. Går något fel står den gamla kvar."""
    from dalamodellen.build import build_site, with_example
    from dalamodellen.cli.listing import list_addresses
    from dalamodellen.model.settings import EXAMPLE_FOLDER
    from dalamodellen.publish.site_folder import (
        ForeignFolderError,
        building_folder,
        check_folder,
    )
    from dalamodellen.renderers.settings import SettingsError
    from dalamodellen.renderers.zensical_run import ZensicalError

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
    built = build_site(folder, today=today or build_day(), shows_drafts=drafts, jobs=jobs)
    built = with_example(built, jobs=jobs)
    checked = time.perf_counter()
    language = built.site.main_language
    print_issues(open_issues(built.issues), "text", language, to_stderr=True)
    if fails(built.issues, strict=strict):
        click.echo(count_issues(built.issues, language), err=True)
        click.echo("Inget byggdes. Den förra webbplatsen står kvar som den var.", err=True)
        sys.exit(ISSUES)
    try:
        with building_folder(target) as beside:
            render = _renderer(renderer, jobs)
            pages = render(built, beside)
            if built.example is not None:
                pages += render(built.example, beside / EXAMPLE_FOLDER, is_nested=True)
            rendered = time.perf_counter()
    except (SettingsError, ZensicalError) as error:
        click.echo(
            f"Zensical gjorde ingen webbplats. Det här sade programmet:\n{error}\n"
            "Den förra webbplatsen står kvar som den var.",
            err=True,
        )
        sys.exit(ISSUES)
    except OSError as error:
        click.echo(
            f"Det gick inte att skriva webbplatsen i {shown_path(target)}: {why_not_written(error)}.\n"
            "Den förra webbplatsen står kvar som den var.",
            err=True,
        )
        sys.exit(ISSUES)
    if not drafts:
        list_addresses(built)
    if timings:
        click.echo(f"läsa och kontrollera  {checked - started:6.2f} s", err=True)
        click.echo(f"göra HTML             {rendered - checked:6.2f} s", err=True)
        click.echo(f"byta plats            {time.perf_counter() - rendered:6.2f} s", err=True)
    click.echo(
        f"{pages} {'sida byggd' if pages == 1 else 'sidor byggda'}. Öppna {shown_path(target / 'index.html')}"
    )


def _renderer(name: str, jobs: int) -> Callable[..., int]:
    """Give the function that makes HTML; each renderer is loaded only when it is asked for."""
    if name == "zensical":
        from dalamodellen.renderers import zensical_run

        return zensical_run.render_html
    from dalamodellen.renderers import mkdocs_run

    return partial(mkdocs_run.render_html, jobs=jobs)
