# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen search."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from dalamodellen.cli.options import ISSUES, find_root, language_option, today_option
from dalamodellen.cli.printing import print_issues
from dalamodellen.issues import open_issues
from dalamodellen.jobs import cores
from dalamodellen.today import build_day


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="För människor eller för program.",
)
@language_option
@today_option
@click.pass_obj
def search(
    root: Path | None,
    query: str,
    *,
    limit: int,
    form: str,
    language: str | None,
    today: date | None,
) -> None:
    """Sök på webbplatsen."""
    from dalamodellen.build import build_site
    from dalamodellen.outputs.search.index import index_pages, search_pages

    built = build_site(find_root(root), today=today or build_day(), jobs=cores())
    if built.has_errors:
        print_issues(open_issues(built.issues), "text", built.site.main_language, to_stderr=True)
        sys.exit(ISSUES)
    language = language or built.site.main_language
    files = [file for file in built.files if file.language == language]
    answer = search_pages(index_pages(files), query, limit=limit)
    if form == "json":
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    for result in answer["results"]:
        click.echo(f"{result['title']} ({result['kind']})\n  {result['url']}")
    if not answer["results"]:
        click.echo("Inga träffar.")
