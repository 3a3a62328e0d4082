# SPDX-License-Identifier: EUPL-1.2
"""Answers browsers during the live preview, and only there: it is no server for readers.

Reads the preview's temporary folder.
"""

from __future__ import annotations

import mimetypes
import re
import socket
import socketserver
import sys
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import SEEK_END, BufferedIOBase, BytesIO
from ipaddress import ip_address
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, quote, unquote

from dalamodellen.outputs.preview.panel import FILES, HOME, add_panel, preview_file

PATIENCE_SECONDS = 20.0
"""How long a browser waits for something new before it asks again."""
FIRST_SECONDS = 10.0
"""How long a browser waits for the first pages before it is told that they are being built."""
PIECE = 65_536
"""How many bytes of a file are sent at a time."""
HTML = "text/html; charset=utf-8"
_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""The types the site itself uses, whatever the machine believes."""
_KNOWN = mimetypes.MimeTypes()
_TEXT = ("application/json", "application/ld+json", "application/manifest+json", "application/xml")


@dataclass
class Shown:
    """What browsers are shown now. The preview changes it; the server reads it."""

    token: str
    """Tells this run of the server from others."""
    folder: Path | None = None
    """Where the pages are; None as long as none could be built."""
    trees: tuple[str, ...] = ("",)
    """The folders of the languages, from the root of the site: "", "nb/"."""
    prefix: str = ""
    """The path of the site's own address, such as "/dalamodellen"; "" when it has none."""
    panel: str = ""
    """What stands at the top of every page."""
    alone: bytes = b""
    """The page that stands at every address as long as none could be built."""
    building: bytes = b""
    """The page to show while the first ones are being built."""
    waiting: frozenset[str] | None = None
    """Trees that will soon be there for the first time; None while nothing is known of them."""
    versions: dict[str, int] = field(default_factory=dict)
    """Tree → how many times it has been shown anew."""
    looked_at: str = ""
    """The tree somebody last looked at."""
    changed: threading.Condition = field(default_factory=threading.Condition)
    """Must be held when anything of this is changed."""

    def show(self, tree: str) -> None:
        """Let the pages of a tree be shown anew. The condition must be held."""
        self.versions[tree] = self.versions.get(tree, 0) + 1
        self.changed.notify_all()

    def tree_of(self, path: str) -> str:
        """Tell which tree a path, such as "/nb/kurser/", lies in."""
        return next((tree for tree in self.trees if tree and f"{path}/".startswith(f"/{tree}")), "")

    def version(self, tree: str) -> str:
        """Name the state of a tree that is shown now."""
        return f"{self.token}-{self.versions.get(tree, 0)}"


@dataclass
class Answer:
    """What a browser gets."""

    status: HTTPStatus
    content_type: str = HTML
    body: bytes | BinaryIO = b""
    location: str = ""


def answer(shown: Shown, target: str) -> Answer:
    """Find what to answer to a request.

    Args:
        shown: What is shown now.
        target: Path and query, as the browser sent them.
    """
    path, _, query = target.partition("?")
    # More than one "/" first would be the address of another server in a redirect.
    path = "/" + unquote(path).lstrip("/")
    if shown.prefix and f"{path}/".startswith(f"{shown.prefix}/"):
        path = path[len(shown.prefix) :] or "/"
    if path.startswith(HOME):
        return _own_answer(shown, path.removeprefix(HOME), query)
    tree = shown.tree_of(path)
    with shown.changed:
        shown.changed.wait_for(lambda: not _is_awaited(shown, tree), FIRST_SECONDS)
        if _is_awaited(shown, tree):
            page = add_panel(shown.building, "", shown.version(tree))
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, body=page)
        # The state is noted before the file is read: at worst, a page is shown anew once too much.
        shown.looked_at = tree = shown.tree_of(path)
        folder, panel, seen, alone = shown.folder, shown.panel, shown.version(tree), shown.alone
    if folder is None:
        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, body=add_panel(alone, panel, seen))
    found = _find(folder, path)
    if found is not None and found.is_dir():
        found = _find(folder, f"{path}/index.html")
        if found is not None and not path.endswith("/"):
            way = quote(f"{path}/") + (f"?{query}" if query else "")
            return Answer(HTTPStatus.FOUND, location=shown.prefix + way)
    elif path.endswith("/"):
        found = None
    status = HTTPStatus.OK if found is not None else HTTPStatus.NOT_FOUND
    found = found or folder / tree / "404.html"
    try:
        if found.suffix == ".html":
            return Answer(status, body=add_panel(found.read_bytes(), panel, seen))
        return Answer(status, content_type(found.name), found.open("rb"))
    except OSError:
        # Gone since it was found, or a site without a page for this.
        return Answer(HTTPStatus.NOT_FOUND, body=add_panel(b"", panel, seen))


def _is_awaited(shown: Shown, tree: str) -> bool:
    return shown.waiting is None or tree in shown.waiting


def _own_answer(shown: Shown, name: str, query: str) -> Answer:
    """Answer to what the panel and its script ask for."""
    if name == "version":
        asked = parse_qs(query)
        seen = asked.get("seen", [""])[0]
        path = asked.get("path", ["/"])[0].removeprefix(shown.prefix)
        with shown.changed:
            shown.changed.wait_for(
                lambda: shown.version(shown.tree_of(path)) != seen, PATIENCE_SECONDS
            )
            version = shown.version(shown.tree_of(path))
        return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", version.encode())
    if name in FILES:
        return Answer(HTTPStatus.OK, content_type(name), preview_file(name))
    return Answer(HTTPStatus.NOT_FOUND)


def _find(folder: Path, path: str) -> Path | None:
    """Find the file or folder of a path, if there is one within the folder."""
    parts = [part for part in path.split("/") if part]
    if any(part.startswith(".") or "\0" in part or "\\" in part for part in parts):
        return None
    try:
        found = folder.joinpath(*parts).resolve(strict=True)
    except (OSError, ValueError):
        return None
    return found if found.is_relative_to(folder.resolve()) else None


def content_type(name: str) -> str:
    """Tell what a file is, by its ending."""
    ending = Path(name).suffix.lower()
    guess = _TYPES.get(ending) or _KNOWN.guess_type(f"x{ending}")[0] or "application/octet-stream"
    is_text = guess.startswith("text/") or guess in _TEXT
    return f"{guess}; charset=utf-8" if is_text else guess


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: PreviewServer

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def version_string(self) -> str:
        """Name the server, and not what it is made with."""
        return "dalamodellen"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the host's name
        """Say nothing: what is read is nobody's business."""

    def _answer(self) -> None:
        if not self.server.is_meant(self.headers.get("Host", "")):
            # Another site may have taught the browser that its name is this machine.
            words = f"Öppna {self.server.address}, eller starta om med --host 0.0.0.0.\n"
            found = Answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", words.encode())
        else:
            # The host reads every request as Latin-1; browsers and people send UTF-8.
            target = self.path.encode("latin-1", "replace").decode("utf-8", "replace")
            found = answer(self.server.shown, target)
        body = BytesIO(found.body) if isinstance(found.body, bytes) else found.body
        with body:
            length = body.seek(0, SEEK_END)
            # Some browsers play no film that they cannot ask for in parts.
            part = _part(self.headers.get("Range", ""), length)
            is_part = part is not None and found.status is HTTPStatus.OK
            start, end = part if is_part and part else (0, length)
            self.send_response(HTTPStatus.PARTIAL_CONTENT if is_part else found.status)
            if is_part:
                self.send_header("Content-Range", f"bytes {start}-{end - 1}/{length}")
            self._send_headers(found, end - start)
            if self.command != "HEAD":
                body.seek(start)
                _copy(body, self.wfile, end - start)

    def _send_headers(self, found: Answer, length: int) -> None:
        if found.location:
            self.send_header("Location", found.location)
        else:
            self.send_header("Content-Type", found.content_type)
            self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()


def _part(asked: str, length: int) -> tuple[int, int] | None:
    """Read which part of a file is wanted: where it begins and ends; None for the whole."""
    found = re.fullmatch(r"bytes=(\d*)-(\d*)", asked)
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, end = max(0, length - int(found[2])), length
    else:
        start, end = int(found[1]), min(length, int(found[2] or length) + 1)
    return (start, end) if start < end else None


def _copy(source: BinaryIO, target: BufferedIOBase, length: int) -> None:
    while length and (piece := source.read(min(length, PIECE))):
        target.write(piece)
        length -= len(piece)


class PreviewServer(ThreadingHTTPServer):
    """Listens on an address of its own from the moment it is made."""

    daemon_threads = True
    block_on_close = False
    # Elsewhere than here, it would let two servers have the same port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, host: str, port: int, shown: Shown) -> None:
        """Listen.

        Raises:
            OSError: somebody else listens there, or there is no such address.
        """
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        self.shown = shown
        self.host = host
        super().__init__((str(place[0]), int(place[1])), _Handler)

    def server_bind(self) -> None:
        """Listen, without asking the network what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return ip_address(str(self.server_address[0])).is_loopback

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site."""
        is_any = ip_address(str(self.server_address[0])).is_unspecified
        host = "localhost" if is_any else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def is_meant(self, asked: str) -> bool:
        """Tell whether a request names this server, and not one that only leads here."""
        if not self.is_local:
            return True
        host = asked.rpartition(":")[0] if not asked.endswith("]") else asked
        host = (host or asked).strip("[]").lower()
        return host in ("", "localhost", "127.0.0.1", "::1", self.host.lower())

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that hung up; tell of everything else."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]
