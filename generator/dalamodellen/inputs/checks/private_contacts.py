# SPDX-License-Identifier: EUPL-1.2
"""Rules about private contact data: addresses and numbers that belong to a person, not a role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source
from dalamodellen.model.site import Site

PRIVATE_HOSTS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.se",
        "hotmail.no",
        "outlook.com",
        "live.com",
        "live.se",
        "live.no",
        "msn.com",
        "yahoo.com",
        "yahoo.se",
        "icloud.com",
        "me.com",
        "mac.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "gmx.net",
        "telia.com",
        "bredband.net",
        "bredband2.com",
        "comhem.se",
        "spray.se",
        "tele2.se",
        "swipnet.se",
        "passagen.se",
        "home.se",
        "online.no",
        "start.no",
        "broadpark.no",
        "getmail.no",
        "frisurf.no",
    ]
)
"""Where private people have their mail."""
MADE_UP = ("example.org", "example.com", "example.net", ".example", ".test", ".invalid")
"""Hosts that belong to nobody."""
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_NAMED = re.compile(r"[a-zåäöæøéü]{2,}\.[a-zåäöæøéü-]{2,}", re.IGNORECASE)
"""How an address of a person looks before the @: a first name and a last name."""
_MOBILE = re.compile(
    r"(?<![\d/=.-])(?:(?:\+|00)46[ -]?(?:\(0\))?7|07)[02369](?:[ -]?\d){7}(?![\d-])"
    r"|(?<![\d/=.-])(?:\+|00)47[ -]?[49](?:[ -]?\d){7}(?![\d-])"
    r"|(?<![\d/=.,-])(?<!\d )[49]\d{2} \d{2} \d{3}(?! ?\d)"
)
"""Swedish and Norwegian mobile numbers, with or without the country's number."""


def check_private_contacts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """No file holds a person's own e-mail address or mobile number; a role's address is right."""
    del site
    for file in loaded.texts:
        # To look for the sign first is many times faster, and most files have none.
        has_email = "@" in file.text and _EMAIL.search(file.text)
        if not has_email and not _MOBILE.search(file.text):
            continue
        for number, line in enumerate(file.lines, 1):
            for match in _EMAIL.finditer(line):
                local, host = match[0].partition("@")[0], match[1].lower()
                is_private = host in PRIVATE_HOSTS or _NAMED.fullmatch(local)
                if is_private and not host.endswith(MADE_UP):
                    place = Source(file.path, number, match.start() + 1, len(match[0]))
                    yield file.issue("private-email", place, name=host)
            for match in _MOBILE.finditer(line):
                place = Source(file.path, number, match.start() + 1, len(match[0]))
                yield file.issue("mobile-number", place)


RULES = (check_private_contacts,)
