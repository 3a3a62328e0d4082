# SPDX-License-Identifier: EUPL-1.2
"""When each page last changed: the day of the newest commit of the files it is made from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile


def last_changes(site: Site, files: Iterable[OutputFile]) -> dict[tuple[str, str], date]:
    """Give the day each page last changed, by language and uri.

    A page that is made from no file of its own, or from files that are in no
    commit, is left out: nobody knows.
    """
    changes = {file.path: file.last_change.day for file in site.files.values() if file.last_change}
    return {
        (file.language, file.uri): max(changes[path] for path in file.made_from if path in changes)
        for file in files
        if file.is_page and any(path in changes for path in file.made_from)
    }
