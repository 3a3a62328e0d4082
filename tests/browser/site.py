# SPDX-License-Identifier: EUPL-1.2
"""The built site as a host would serve it, and which pages stand for the others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TREES = ("nb", "en")


class SiteServer(ThreadingHTTPServer):
    """Serves a folder on a free port of this machine, with the headers of its `_headers`."""

    def __init__(self, folder: Path) -> None:
        self.rules = read_headers(folder / "_headers")
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer

    def end_headers(self) -> None:
        path = unquote(urlsplit(self.path).path)
        for pattern, headers in self.server.rules:
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404:
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the host's name
        pass


def read_headers(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give each path pattern of a `_headers` file with its headers, in order."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif line:
            rules.append((line, []))
    return rules


def addresses_in(html: Path) -> list[str]:
    """Give the path of every page below a folder, in order."""
    return sorted(
        "/" + path.relative_to(html).as_posix().removesuffix("index.html")
        for path in html.rglob("*.html")
    )


def kind_of(address: str) -> tuple[str, str]:
    """Give the language of a page and what kind of page it is: its section, and if it lies below."""
    parts = [part for part in address.split("/") if part and part != "exempel"]
    language = parts.pop(0) if parts and parts[0] in TREES else "sv"
    if parts[:2] == ["om", "komponenter"]:
        parts[:2] = ["komponenter"]
    if len(parts) > 1 and parts[-1] == "jamstalldhet":
        return language, "projekt/…/jamstalldhet"
    if "i-korthet" in parts:
        parts = parts[2:]
    section = parts[0] if parts else "home"
    return language, section + ("/…" if len(parts) > 1 else "")


def one_of_each_kind(addresses: Iterable[str], html: Path) -> list[str]:
    """Give the longest page of each kind and language; one of the example only where it must.

    Args:
        addresses: The pages to choose among.
        html: The folder they lie in.
    """
    found: dict[tuple[str, str], tuple[bool, int, str]] = {}
    for address in addresses:
        file = html / (address[1:] + ("index.html" if address.endswith("/") else ""))
        rank = ("/exempel/" not in address, file.stat().st_size, address)
        kind = kind_of(address)
        found[kind] = max(found.get(kind, rank), rank)
    return sorted(address for *_, address in found.values())
