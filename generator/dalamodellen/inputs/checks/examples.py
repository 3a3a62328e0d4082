# SPDX-License-Identifier: EUPL-1.2
"""Rules about a demonstration site: it says everywhere that it is made up, and names nobody real."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.checks.private_contacts import MADE_UP
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source
from dalamodellen.model.programme import Publicity
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site

_HOST = re.compile(r"(?:https?://|//(?=[\w.-]+/)|@)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
"""The host in a web address or an e-mail address."""
_NAMES_OF_FORMATS = ("www.w3.org", "purl.org")
"""Hosts in the names of formats, such as that of a drawing; nobody is led there."""


def check_example_files(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Every text file of a demonstration site that is published as it is says that it is made up."""
    if site.settings.is_example:
        for file in loaded.attachments:
            if EXAMPLE_MARK not in file.text:
                yield file.issue("example-without-mark", name=EXAMPLE_MARK)


def check_example_addresses(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Addresses in a demonstration site lead to example.org, .com or .net, which are nobody's."""
    if not site.settings.is_example:
        return
    for file in (*loaded.texts, *loaded.attachments):
        for number, line in enumerate(file.lines, 1):
            for match in _HOST.finditer(line):
                host = match[1].lower()
                if not _is_made_up(host) and host not in _NAMES_OF_FORMATS:
                    place = Source(file.path, number, match.start(1) + 1, len(host))
                    yield file.issue("example-real-address", place, name=host)


def _is_made_up(host: str) -> bool:
    return f".{host}".endswith(tuple(f".{name.lstrip('.')}" for name in MADE_UP))


def check_example_emblem(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """No demonstration site carries the emblem of the European Union: nothing there was funded."""
    if not site.settings.is_example:
        return
    for key, record in loaded.records.items():
        if isinstance(record, Publicity) and record.has_eu_emblem:
            yield loaded.issue(key, ("has_eu_emblem",), "example-with-emblem")


RULES = (check_example_files, check_example_addresses, check_example_emblem)
