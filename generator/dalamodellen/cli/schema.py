# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen schema."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dalamodellen.cli.options import language_option, shown_path


@click.command()
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Mapp att skriva till.",
)
@language_option
def schema(to: Path | None, language: str | None) -> None:
    """Skriv JSON Schema för varje slags post, för redigeringsprogram."""
    from dalamodellen.outputs.exports.schemas import record_schemas

    schemas = record_schemas(language or "sv")
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
    click.echo(f"{len(written)} scheman i {shown_path(to)}")
