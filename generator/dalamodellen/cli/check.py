# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen check."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from dalamodellen.cli.mending import mend_files, print_mended
from dalamodellen.cli.options import (
    FINE,
    ISSUES,
    find_root,
    language_option,
    strict_option,
    today_option,
)
from dalamodellen.cli.printing import fails, print_issues
from dalamodellen.issues import count_issues, open_issues
from dalamodellen.jobs import cores
from dalamodellen.today import build_day


@click.command()
@strict_option
@click.option("--due", is_flag=True, help="Räkna det som tiden gått ut för som fel.")
@click.option("--acknowledged", is_flag=True, help="Visa också varningar som någon har godtagit.")
@click.option("--fix", is_flag=True, help="Rätta först det som är säkert att rätta.")
@language_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    help="För människor, för program, eller som anmärkningar hos GitHub eller GitLab.",
)
@today_option
@click.pass_obj
def check(
    root: Path | None,
    *,
    strict: bool,
    due: bool,
    acknowledged: bool,
    fix: bool,
    language: str | None,
    form: str,
    today: date | None,
) -> None:
    """Läs och kontrollera allt. Skriver ingenting, utom med --fix."""
    from dalamodellen.build import build_site, with_example

    folder = find_root(root)
    mended = mend_files(folder) if fix else []
    build = build_site(folder, today=today or build_day(), renders=False, jobs=cores())
    build = with_example(build, renders=False)
    language = language or build.site.main_language
    print_mended(mended, language)
    print_issues(build.issues if acknowledged else open_issues(build.issues), form, language)
    if form == "text":
        click.echo(count_issues(build.issues, language))
    is_due = due and any(issue.severity == "due" for issue in build.issues)
    sys.exit(ISSUES if is_due or fails(build.issues, strict=strict) else FINE)
