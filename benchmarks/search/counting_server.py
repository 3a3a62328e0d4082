# SPDX-License-Identifier: EUPL-1.2
"""A built site served compressed, that counts what it sends; nothing is kept from one visit to the next by the server.

Reads the built site.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import peers  # noqa: F401 - puts the other benchmarks within reach
from site_server import COMPRESSED, read_headers

Sent = list[tuple[str, int]]
"""Path and bytes of each answer, in order, without headers."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        rules = folder / "_headers"
        self.folder = folder
        self.rules = read_headers(rules.read_text("utf-8")) if rules.is_file() else []
        self.sent: Sent = []
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or nothing for what is not there."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / (path + ("index.html" if path.endswith("/") else "")).lstrip(
            "/"
        )
        found = as_sent(file) if file.is_file() else None
        kind, content, is_compressed = found or ("text/plain", b"", False)
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
        self.server.sent.append((path, len(content)))
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the host's name
        """Say nothing: the table is what is printed."""


@cache
def as_sent(path: Path) -> tuple[str, bytes, bool]:
    """Give a file's type, its bytes as they are sent, and whether they are compressed."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    is_text = kind.startswith((*COMPRESSED, "application/javascript"))
    content = path.read_bytes()
    return kind, gzip.compress(content, 9) if is_text else content, is_text


@contextmanager
def counted(folder: Path) -> Iterator[tuple[str, Sent]]:
    """Serve a folder on a free port of this machine; gives its address and the list of what it has sent."""
    server = _Server(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", server.sent
    server.shutdown()
    server.server_close()
