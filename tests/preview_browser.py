# SPDX-License-Identifier: EUPL-1.2
"""Asks the preview for a page, as a browser would, but follows no redirect and keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

PATIENCE_SECONDS = 60


@dataclass
class Seen:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "")


def look(address: str, path: str, method: str = "GET", **headers: str) -> Seen:
    """Ask for a path below an address."""
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request(method, f"/{path}", headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Seen(answer.status, found, answer.read())
    finally:
        connection.close()
