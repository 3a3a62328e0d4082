# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen serve."""

from __future__ import annotations

import errno
import signal
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dalamodellen.cli.options import find_root, today_option
from dalamodellen.cli.printing import print_issues
from dalamodellen.issues import count_issues, format_issue, open_issues
from dalamodellen.today import build_day

if TYPE_CHECKING:
    from dalamodellen.renderers.preview import Round
    from dalamodellen.renderers.preview_server import PreviewServer

MOST_NAMED = 3
"""How many changed files are named; of more, the number is told."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adress att lyssna på.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port att lyssna på; 0 för vilken ledig som helst.",
)
@today_option
@click.pass_obj
def serve(root: Path | None, *, host: str, port: int, today: date | None) -> None:
    """Visa webbplatsen med utkast, och bygg om när något ändras."""
    from dalamodellen.renderers.preview import open_preview

    folder = find_root(root)
    try:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                # The temporary folder is to be removed however the preview is stopped.
                signal.signal(getattr(signal, name), signal.default_int_handler)
        with ExitStack() as stack:
            try:
                opened = open_preview(
                    folder, host=host, port=port, day=lambda: today or build_day()
                )
                server, rounds = stack.enter_context(opened)
            except OSError as error:
                raise click.UsageError(_why_not(error, host, port)) from error
            _tell_address(server)
            told: set[str] = set()
            for done in rounds:
                told = _tell_round(done, told)
    except KeyboardInterrupt:
        click.echo("\nFörhandsvisningen är avslutad.")


def _tell_address(server: PreviewServer) -> None:
    click.echo(f"Förhandsvisning på {server.address}")
    click.echo("Utkast visas. Avsluta med Ctrl+C.")
    if not server.is_local:
        click.echo("Andra på samma nät kan också se sidorna, utkasten med.")


def _tell_round(done: Round, told: set[str]) -> set[str]:
    """Tell what changed, every error, what else is new, and how it went.

    Returns:
        All issues there are now, as they are told.
    """
    if done.changed:
        click.echo(f"\nÄndrat: {_named(done.changed)}")
    found = {format_issue(issue, done.language): issue for issue in open_issues(done.issues)}
    new = [i for words, i in found.items() if i.severity == "error" or words not in told]
    print_issues(new, "text", done.language, to_stderr=True)
    if done.fault:
        click.echo(done.fault, err=True)
        click.echo(
            "Programmet stannade på ett fel i sig självt (ovan). Förhandsvisningen går vidare.",
            err=True,
        )
    count = count_issues(done.issues, done.language)
    seconds = f"{done.seconds:.1f}".replace(".", ",")
    click.echo(f"{count}. {_pages(done)} på {seconds} s.")
    return set(found)


def _pages(done: Round) -> str:
    if done.fault or any(issue.severity == "error" for issue in done.issues):
        return "Inga sidor byggda"
    return "1 sida byggd" if done.pages == 1 else f"{done.pages} sidor byggda"


def _named(paths: Sequence[str]) -> str:
    """Name a few of the paths, and count the others."""
    left = len(paths) - MOST_NAMED
    return ", ".join(paths[:MOST_NAMED]) + (f" och {left} till" if left > 0 else "")


def _why_not(error: OSError, host: str, port: int) -> str:
    """Say why nobody can listen on an address, and what to do about it."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"Porten {port} är upptagen: något annat lyssnar redan på {host}:{port}.\n"
            f"Stäng det, eller välj en annan port: dalamodellen serve --port {port + 1}"
        )
    if error.errno == errno.EACCES:
        return f"Du får inte lyssna på porten {port}. Välj en över 1023 med --port."
    return (
        f"Det går inte att lyssna på {host}:{port}: {error.strerror or error}.\n"
        "Välj en annan adress med --host eller en annan port med --port."
    )
