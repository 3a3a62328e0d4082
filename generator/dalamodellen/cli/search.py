# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen search."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dalamodellen.cli.options import ISSUES, find_root, language_option, today_option
from dalamodellen.cli.printing import print_issues
from dalamodellen.inputs.plain_folder import is_plain_folder
from dalamodellen.issues import open_issues
from dalamodellen.jobs import cores
from dalamodellen.today import build_day

if TYPE_CHECKING:
    from dalamodellen.outputs.search.index import SearchIndex


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
@click.option("--only-my-words", is_flag=True, help="Sök bara på orden som de är skrivna.")
@language_option
@today_option
@click.pass_obj
def search(
    root: Path | None,
    query: str,
    *,
    limit: int,
    form: str,
    only_my_words: bool,
    language: str | None,
    today: date | None,
) -> None:
    """Sök på webbplatsen, eller i en mapp med Markdown."""
    from dalamodellen.outputs.search.answers import search_pages

    if root is not None and is_plain_folder(root):
        index = _index_of_folder(root, language)
    else:
        index = _index_of_site(find_root(root), language, today)
    answer = search_pages(index, query, limit=limit, only_my_words=only_my_words)
    if form == "json":
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _tell(answer)


def _index_of_folder(root: Path, language: str | None) -> SearchIndex:
    from dalamodellen.build import index_folder

    index, issues = index_folder(root, language)
    print_issues(issues, "text", "sv", to_stderr=True)
    return index


def _index_of_site(root: Path, language: str | None, today: date | None) -> SearchIndex:
    from dalamodellen.build import build_site, index_pages

    built = build_site(root, today=today or build_day(), jobs=cores())
    if built.has_errors:
        print_issues(open_issues(built.issues), "text", built.site.main_language, to_stderr=True)
        sys.exit(ISSUES)
    spoken = language or built.site.main_language
    files = [file for file in built.files if file.language == spoken]
    return index_pages(files, replace(built.site, language=spoken))


def _tell(answer: dict[str, Any]) -> None:
    for result in answer["results"]:
        heading = result["section"]["heading"]
        where = f" › {heading}" if heading else ""
        click.echo(f"{result['title']}{where} ({result['kind']})\n  {result['url']}")
        if result["snippet"]:
            click.echo(f"  {result['snippet']}")
    if not answer["results"]:
        click.echo("Inga träffar.")
    if answer["did_you_mean"]:
        click.echo(f"Menade du: {', '.join(answer['did_you_mean'])}?")
    if answer["also_matching"]:
        click.echo(f"Visar också träffar på: {', '.join(answer['also_matching'])}")
