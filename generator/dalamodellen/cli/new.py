# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen new: a starting file for a record, or for a whole site."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from dalamodellen.cli.options import ISSUES, find_root, shown_path, today_option
from dalamodellen.today import build_day

if TYPE_CHECKING:
    from dalamodellen.model.site import Collection, Site

KINDS = {
    "project": ("projekt", "ett projekt"),
    "lesson": ("lektion", "en lektion"),
    "course": ("kurs", "en kurs"),
    "event": ("träff", "en träff"),
    "organisation": ("organisation", "en organisation"),
    "post": ("inlägg", "ett inlägg"),
    "topic": ("ämne", "ett ämne"),
    "document": ("källdokument", "ett källdokument"),
}
"""Kind of record one can begin → what it is called, without and with its article."""
SCHEMA_FOLDERS = ("schemas", "docs/schemas")
"""Where a site may keep its JSON Schemas."""


@click.group()
def new() -> None:
    """Börja på något nytt. Skriver aldrig över en fil som finns."""


def _record_command(kind: str) -> click.Command:
    @click.command(kind, help=f"Börja på {KINDS[kind][1]}. NAME är en titel eller ett id.")
    @click.argument("name")
    @today_option
    @click.pass_obj
    def begin(root: Path | None, name: str, today: date | None) -> None:
        _begin_record(find_root(root), kind, name, today or build_day())

    return begin


for _kind in KINDS:
    new.add_command(_record_command(_kind))


@new.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def site(folder: Path) -> None:
    """Börja på en webbplats i en ny eller tom mapp."""
    from importlib.metadata import version

    from dalamodellen.inputs.new_place import tidy_name
    from dalamodellen.inputs.writer import TakenPathError, write_new_folder
    from dalamodellen.outputs.exports.new_site import render_new_site

    target = folder.absolute()
    words = tidy_name(target.resolve().name.replace("-", " ").replace("_", " ")) or "Webbplats"
    files = render_new_site(words[:1].upper() + words[1:], version("dalamodellen"))
    try:
        write_new_folder(files, target)
    except TakenPathError:
        raise click.UsageError(
            f"{shown_path(target)} innehåller redan något. Inget skrevs.\nVälj en ny eller tom mapp."
        ) from None
    except OSError as error:
        _refuse(f"{shown_path(target)} går inte att skriva: {error.strerror or error}.")
    click.echo(f"{len(files)} filer i {shown_path(target)}. Börja med att läsa README.md där.")


def _begin_record(root: Path, kind: str, name: str, today: date) -> None:
    from dalamodellen.inputs.loader import load_site
    from dalamodellen.inputs.new_place import tidy_name
    from dalamodellen.model.site import COLLECTIONS, WRITTEN
    from dalamodellen.outputs.exports.starting_file import (
        Start,
        missing_kinds,
        render_starting_file,
        title_of_name,
    )

    collection = next(one for one in (*COLLECTIONS, *WRITTEN) if one.kind == kind)
    site, _ = load_site(root, today=today, shows_drafts=True)
    path = _free_place(root, collection, name, site)
    ids: dict[str, list[str]] = {}
    for found, record_id in sorted(site.records):
        ids.setdefault(found, []).append(record_id)
    if missing := missing_kinds(collection.model, ids):
        _refuse(_first_create(kind, missing))
    title = title_of_name(collection.model, tidy_name(name), site.main_language)
    start = Start(title, site.main_language, today, ids, _schema_for(root, path, kind))
    _write(path, render_starting_file(collection, start))
    click.echo(f"Ny fil: {shown_path(path)}")
    if "publication" in collection.model.model_fields:
        click.echo(
            "Den är ett utkast: ”dalamodellen serve” visar den, webbplatsen gör det inte än."
        )
    click.echo("Öppna filen och skriv klart. Kör sedan: dalamodellen check")


def _free_place(root: Path, collection: Collection, name: str, site: Site) -> Path:
    """Find where the file goes, or say why it cannot go there."""
    from dalamodellen.inputs.new_place import (
        NoNameError,
        OutsideError,
        TakenIdError,
        find_place,
        id_of,
    )

    kinds = {file.path: kind for (kind, _), file in site.files.items()}
    try:
        return find_place(root, collection, id_of(name), kinds)
    except NoNameError as error:
        raise click.UsageError(
            f"”{name}” har ingen bokstav a–ö eller siffra. Skriv ett namn som kan bli en adress."
        ) from error
    except TakenIdError as error:
        _refuse(
            f"Det finns redan en sådan post: {error}. Välj ett annat namn, eller ändra i filen."
        )
    except OutsideError as error:
        _refuse(f"{error} är en genväg ut ur mappen. Inget skrevs.")


def _write(path: Path, text: str) -> None:
    from dalamodellen.inputs.writer import TakenPathError, write_new

    try:
        write_new(path, text)
    except TakenPathError:
        _refuse(f"{shown_path(path)} finns redan och lämnas som den är.")
    except OSError as error:
        _refuse(f"{shown_path(path)} går inte att skriva: {error.strerror or error}.")


def _first_create(kind: str, missing: list[str]) -> str:
    lines = [f"Webbplatsen saknar något som {KINDS[kind][1]} måste ha. Skapa det först:"]
    lines += [f'  dalamodellen new {one} "Namn på {KINDS[one][0]}"' for one in missing]
    return "\n".join([*lines, "Inget skrevs."])


def _schema_for(root: Path, path: Path, kind: str) -> str:
    """Give the way from a YAML file to its schema, where the site has one."""
    if path.suffix != ".yml":
        return ""
    for folder in SCHEMA_FOLDERS:
        schema = root / folder / f"{kind}.schema.json"
        if schema.is_file():
            return Path(os.path.relpath(schema, path.parent)).as_posix()
    return ""


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(ISSUES)
