# SPDX-License-Identifier: EUPL-1.2
"""A built site as a host would serve it: compressed, kept alive, and with the headers of its `_headers`.

Reads the built site.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        rules = folder / "_headers"
        self.rules = read_headers(rules.read_text("utf-8")) if rules.is_file() else []
        self.files = dict(_files_of(folder))
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or the site's page for what is not there."""
        path = unquote(urlsplit(self.path).path)
        name = path + ("index.html" if path.endswith("/") else "")
        found = self.server.files.get(name)
        kind, content, is_compressed = found or self.server.files["/404.html"]
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        for pattern, headers in self.server.rules:
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                for key, value in headers:
                    self.send_header(key, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the host's name
        """Say nothing: the table is what is printed."""


def _files_of(folder: Path) -> Iterator[tuple[str, tuple[str, bytes, bool]]]:
    """Give each file by its path, with its type, as it is sent: compressed once, before any visit."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            is_text = kind.startswith(COMPRESSED)
            content = path.read_bytes()
            sent = gzip.compress(content, 9) if is_text else content
            sent_as = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
            yield f"/{path.relative_to(folder).as_posix()}", (sent_as, sent, is_text)


def read_headers(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give each path pattern of a `_headers` file with its headers, in order."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif line:
            rules.append((line, []))
    return rules


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address, without a slash at the end."""
    server = _Server(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
