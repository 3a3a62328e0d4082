# SPDX-License-Identifier: EUPL-1.2
"""What several commands share: options, the root they work on, and paths as people read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from dalamodellen.jobs import cores

FINE, ISSUES, WRONG_USE = 0, 1, 2


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a date, or say how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"”{value}” är inget datum; skriv till exempel 2026-11-22", param, ctx)


today_option = click.option(
    "--today", type=Day(), default=None, help="Dag att bygga för (förval: i dag)."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=cores,
    metavar="N",
    help="Antal processer att dela arbetet på (förval: de kärnor som får användas).",
)
strict_option = click.option("--strict", is_flag=True, help="Räkna varningar som fel.")

language_option = click.option(
    "--language",
    type=click.Choice(["sv", "nb", "en"]),
    default=None,
    help="Språk för det som sägs (förval: webbplatsens).",
)


def find_root(given: Path | None) -> Path:
    """Find the folder to work on: the one given, this one, or the nearest above it.

    Raises:
        click.UsageError: there is neither data/ nor content/ to be found.
    """
    start = (given or Path.cwd()).absolute()
    candidates = [start] if given else [start, *start.parents]
    for folder in candidates:
        if (folder / "data").is_dir() or (folder / "content").is_dir():
            return folder
    raise click.UsageError(
        f"Det finns varken data/ eller content/ i {shown_path(start)}.\n"
        "Ange mappen med --root, eller gå till den först."
    )


def shown_path(path: Path) -> str:
    """Give a path as short as it can be told from here."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
