# SPDX-License-Identifier: EUPL-1.2
"""Rules about the files that are published as they are: images, drawings, tables, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source
from dalamodellen.model.site import Site

_PROGRAMS = (".js", ".mjs", ".htm", ".html", ".xhtml")
_DRAWINGS = (".svg", ".xml")
_CODE = re.compile(
    r"(?:(?P<element><(?:script|foreignObject)\b)"
    r"|<[^<>]*?(?P<attribute>\bon[a-z]{3,}\s*=)"
    r"|<[^<>]*?(?P<address>\b(?:java|vb)script\s*:))",
    re.IGNORECASE,
)
"""Elements, attributes and addresses that make a drawing run something."""


def check_active_files(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A file that is published as it is runs nothing in the reader's browser."""
    del site
    for file in loaded.attachments:
        ending = f".{file.path.rpartition('.')[2].lower()}"
        if ending in _PROGRAMS:
            yield file.issue("active-file", name=ending)
        elif ending in _DRAWINGS and (found := _CODE.search(file.text)):
            words = next(word for word in found.groups() if word)
            before = file.text[: found.end() - len(words)]
            column = len(before) - before.rfind("\n")
            place = Source(file.path, before.count("\n") + 1, column, len(words))
            yield file.issue("active-file", place, name=words)


RULES = (check_active_files,)
