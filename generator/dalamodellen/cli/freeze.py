# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen freeze: keeps a project's brief as it is on a day."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from dalamodellen.cli.options import ISSUES, find_root, shown_path, today_option
from dalamodellen.today import build_day

if TYPE_CHECKING:
    from dalamodellen.model.frozen import FrozenBrief
    from dalamodellen.model.project import Project
    from dalamodellen.model.site import Site


@click.command()
@click.argument("projects", metavar="[PROJECT]...", nargs=-1)
@today_option
@click.pass_obj
def freeze(root: Path | None, projects: tuple[str, ...], today: date | None) -> None:
    """Spara projektens sida i korthet som den är i dag. En sparad version ändras aldrig.

    PROJECT är ett projekts id. Utan id sparas alla publicerade projekt.
    """
    from dalamodellen.build import build_site
    from dalamodellen.inputs.writer import TakenPathError, write_new_folder
    from dalamodellen.model.frozen import FOLDER, VERSION_FILE, version_text
    from dalamodellen.outputs.pages.frozen_brief import freeze_brief

    home, day = find_root(root), today or build_day()
    build = build_site(home, today=day, renders=False)
    if build.has_errors:
        _refuse("Det finns fel i uppgifterna. Kör: dalamodellen check\nInget sparades.")
    briefs = [freeze_brief(build.site, one, day) for one in _chosen(build.site, projects)]
    for brief in briefs:
        _check(build.site, brief)
    for brief in briefs:
        name = brief.version.project
        folder = home / FOLDER / name / day.isoformat()
        files = {f"{language}.md": text for language, text in brief.texts.items()}
        try:
            write_new_folder({VERSION_FILE: version_text(brief.version), **files}, folder)
        except TakenPathError:
            _refuse(f"{shown_path(folder)} innehåller redan något och lämnas som det är.")
        except OSError as error:
            _refuse(f"{shown_path(folder)} går inte att skriva: {error.strerror or error}.")
        click.echo(f"Sparad: {shown_path(folder)}. Adress: /projekt/{name}/i-korthet/{day}/")
    click.echo("Spara i git och publicera som vanligt. Ändra inte i filerna.")


def _chosen(site: Site, names: tuple[str, ...]) -> list[Project]:
    """Find the projects by id, or say which there are."""
    found = {project.id: project for project in site.projects}
    for name in names:
        if name not in found:
            raise click.UsageError(
                f"Det finns inget publicerat projekt ”{name}”. Projekten är: {', '.join(sorted(found))}"
            )
    return [found[name] for name in dict.fromkeys(names)] if names else list(found.values())


def _check(site: Site, brief: FrozenBrief) -> None:
    """Stop before a version that stands in the way of one, is out of order, or tells of few people."""
    from dalamodellen.outputs.pages.frozen_brief import names_told_by_comparison

    name, day = brief.version.project, brief.version.day
    days = [kept.version.day for kept in site.frozen.get(name, ())]
    if day in days:
        _refuse(
            f"{name} har redan en version från {day}. Den ändras aldrig. Inget sparades.\n"
            "Vänta till i morgon om något har blivit annorlunda."
        )
    if any(day < other for other in days):
        _refuse(f"{name} har redan en nyare version, från {max(days)}. Inget sparades.")
    for other, told in names_told_by_comparison(site, brief).items():
        _refuse(
            f"{name}: den som jämför med versionen från {other} kan räkna ut ett tal om få personer:\n"
            + "\n".join(f"  {label}" for label in told)
            + "\nInget sparades. Vänta tills fler har tillkommit."
        )


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(ISSUES)
