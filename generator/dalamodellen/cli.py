# SPDX-License-Identifier: EUPL-1.2
"""The words the user types: check, build, serve, schema."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from dalamodellen.issues import Issue, count_issues, format_issue, has_errors
from dalamodellen.today import build_day

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
strict_option = click.option("--strict", is_flag=True, help="Räkna varningar som fel.")


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


@main.command()
@strict_option
@click.option("--due", is_flag=True, help="Räkna det som tiden gått ut för som fel.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="För människor, för program, eller som anmärkningar på GitHub.",
)
@today_option
@click.pass_obj
def check(root: Path | None, *, strict: bool, due: bool, form: str, today: date | None) -> None:
    """Läs och kontrollera allt. Skriver ingenting."""
    from dalamodellen.build import build_site

    build = build_site(find_root(root), today=today or build_day())
    language = build.site.main_language
    print_issues(build.issues, form, language)
    if form == "text":
        click.echo(count_issues(build.issues, language))
    is_due = due and any(issue.code.endswith("-due") for issue in build.issues)
    sys.exit(ISSUES if is_due or fails(build.issues, strict=strict) else FINE)


@main.command()
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
    print_issues(built.issues, "text", language, to_stderr=True)
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
        f"{pages} {'sida byggd' if pages == 1 else 'sidor byggda'}. Öppna {_shown(target / 'index.html')}"
    )


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@today_option
@click.pass_obj
def serve(root: Path | None, *, host: str, port: int, today: date | None) -> None:
    """Visa webbplatsen med utkast, och bygg om när något ändras."""
    from dalamodellen.renderers.mkdocs_run import serve_html

    serve_html(find_root(root), host=host, port=port, today=today or build_day())


@main.command()
@click.option("--to", type=click.Path(path_type=Path), default=None, help="Mapp att skriva till.")
def schema(to: Path | None) -> None:
    """Skriv JSON Schema för varje slags post, för redigeringsprogram."""
    from dalamodellen.outputs.exports.schemas import record_schemas

    schemas = record_schemas()
    if to is None:
        click.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    from dalamodellen.inputs.writer import ForeignFileError, write_schemas

    try:
        written = write_schemas(schemas, to)
    except ForeignFileError as error:
        raise click.UsageError(
            f"{error} är ingen fil som vi har skrivit och lämnas orörd. Välj en annan mapp med --to."
        ) from error
    click.echo(f"{len(written)} scheman i {_shown(to)}")


@main.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="För människor eller för program.",
)
@today_option
@click.pass_obj
def search(root: Path | None, query: str, *, limit: int, form: str, today: date | None) -> None:
    """Sök på webbplatsen."""
    from dalamodellen.build import build_site
    from dalamodellen.outputs.search.index import index_pages, search_pages

    built = build_site(find_root(root), today=today or build_day())
    if built.has_errors:
        print_issues(built.issues, "text", built.site.main_language, to_stderr=True)
        sys.exit(ISSUES)
    answer = search_pages(index_pages(built.files), query, limit=limit)
    if form == "json":
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    for result in answer["results"]:
        click.echo(f"{result['title']} ({result['kind']})\n  {result['url']}")
    if not answer["results"]:
        click.echo("Inga träffar.")


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
        f"Det finns varken data/ eller content/ i {_shown(start)}.\n"
        "Ange mappen med --root, eller gå till den först."
    )


def fails(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether the issues make the run fail."""
    found = list(issues)
    return has_errors(found) or (strict and any(i.severity == "warning" for i in found))


def print_issues(
    issues: Iterable[Issue], form: str, language: str, *, to_stderr: bool = False
) -> None:
    """Print issues for people, for programs, or as annotations on a pull request."""
    found = list(issues)
    if form == "json":
        click.echo(json.dumps([_as_json(i, language) for i in found], ensure_ascii=False, indent=2))
        return
    for issue in found:
        if form == "github":
            click.echo(_as_annotation(issue, language))
        else:
            colour = {"error": "red", "warning": "yellow", "notice": "blue"}[issue.severity]
            first, *rest = format_issue(issue, language).split("\n")
            click.secho(first, fg=colour, err=to_stderr)
            click.echo("\n".join(rest) + "\n", err=to_stderr)


def _as_json(issue: Issue, language: str) -> dict[str, Any]:
    return {
        "path": issue.source.path,
        "line": issue.source.line,
        "column": issue.source.column,
        "severity": issue.severity,
        "code": issue.code,
        "what": issue.text("what", language),
        "why": issue.text("why", language),
        "fix": issue.text("fix", language),
    }


def _as_annotation(issue: Issue, language: str) -> str:
    """Write an issue the way GitHub shows it beside the line of a pull request."""
    words = f"{issue.text('what', language)}\n{issue.text('why', language)}\n"
    words += issue.text("fix", language)
    for character, reference in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        words = words.replace(character, reference)
    place = issue.source
    return (
        f"::{issue.severity} file={place.path},line={place.line},col={place.column},"
        f"title={issue.code}::{words}"
    )


def _shown(path: Path) -> str:
    """Give a path as short as it can be told from here."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
