# SPDX-License-Identifier: EUPL-1.2
"""Tells which addresses a build has added to the list of what has been published."""

from __future__ import annotations

import click

from dalamodellen.build import Build
from dalamodellen.cli.printing import why_not_written
from dalamodellen.model.address import ADDRESSES_PATH
from dalamodellen.publish.address_list import add_addresses


def list_addresses(build: Build) -> None:
    """Add what has just been published to the list; a list that cannot be written is told of.

    A demonstration site makes no promises.
    """
    if build.site.settings.is_example:
        return
    try:
        number = add_addresses(build.root, build.addresses)
    except OSError as error:
        click.echo(
            f"Webbplatsen är byggd, men {ADDRESSES_PATH} gick inte att skriva: "
            f"{why_not_written(error)}.\n"
            "Nya adresser är därför inte antecknade, och ingen märker om de försvinner. "
            "Se till att du får skriva i data/ och att disken inte är full, och bygg igen.",
            err=True,
        )
        return
    if number:
        word = "ny adress" if number == 1 else "nya adresser"
        click.echo(f"{number} {word} skrevs till {ADDRESSES_PATH}")
