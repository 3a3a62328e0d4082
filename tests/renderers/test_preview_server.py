# SPDX-License-Identifier: EUPL-1.2
"""How the preview answers: right types, nothing kept, and never a file that is not of the site."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dalamodellen.renderers.preview_server import (
    PATIENCE_SECONDS,
    PreviewServer,
    Shown,
    answer,
    content_type,
)
from preview_browser import look

PAGE = "<html><head></head><body><h1>{}</h1></body></html>"
FILES = {
    "index.html": PAGE.format("Hem"),
    "404.html": PAGE.format("Finns inte"),
    "nb/404.html": PAGE.format("Finnes ikke"),
    "nb/index.html": PAGE.format("Hjem"),
    "om/index.html": PAGE.format("Om"),
    "blåbär & lingon/index.html": PAGE.format("Bär"),
    "assets/a.js": "export {};\n",
    ".hemligt": "nyckel",
}


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    folder = tmp_path / "pages"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "utanför.txt").write_text("nyckel")
    (folder / "länk.txt").symlink_to(tmp_path / "utanför.txt")
    return Shown("a", folder=folder, trees=("", "nb/"), waiting=frozenset())


@pytest.fixture
def address(shown: Shown) -> Iterator[str]:
    with PreviewServer("127.0.0.1", 0, shown) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.address
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("", 200, "Hem"),
        ("om/", 200, "Om"),
        ("om/?a=1&b", 200, "Om"),
        ("nb/", 200, "Hjem"),
        ("bl%C3%A5b%C3%A4r%20%26%20lingon/", 200, "Bär"),
        ("om/index.html", 200, "Om"),
        ("om/index.html/", 404, "Finns inte"),
        ("finns/inte/", 404, "Finns inte"),
        ("nb/finns/inte", 404, "Finnes ikke"),
        ("assets/", 404, "Finns inte"),
        (".hemligt", 404, "Finns inte"),
        ("../utanf%C3%B6r.txt", 404, "Finns inte"),
        ("%2e%2e/utanf%C3%B6r.txt", 404, "Finns inte"),
        ("om/..%2f..%2futanf%C3%B6r.txt", 404, "Finns inte"),
        ("l%C3%A4nk.txt", 404, "Finns inte"),
        ("..%5cutanf%C3%B6r.txt", 404, "Finns inte"),
        ("%00", 404, "Finns inte"),
        ("%ff", 404, "Finns inte"),
        ("a" * 3000, 404, "Finns inte"),
    ],
)
def test_an_address_gives_its_page_or_the_sites_own_404(
    path: str, status: int, heading: str, address: str
) -> None:
    seen = look(address, path)
    assert (seen.status, seen.type) == (status, "text/html; charset=utf-8")
    assert f"<h1>{heading}</h1>" in seen.text
    assert "nyckel" not in seen.text
    assert seen.headers["cache-control"] == "no-store"


def raw(address: str, request: str) -> tuple[str, str]:
    """Send a request as it stands; give what came before the body, and the body."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port or 0), timeout=60) as connection:
        connection.sendall(f"{request} HTTP/1.0\r\n\r\n".encode())
        with connection.makefile("rb") as file:
            head, _, body = file.read().decode().partition("\r\n\r\n")
    return head, body


def test_an_address_may_be_written_as_it_is_read(address: str) -> None:
    head, body = raw(address, "GET /blåbär%20&%20lingon/")
    assert head.startswith("HTTP/1.1 200 OK")
    assert "<h1>Bär</h1>" in body


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("om", "/om/"),
        ("om?a=1", "/om/?a=1"),
        ("bl%C3%A5b%C3%A4r%20%26%20lingon", "/bl%C3%A5b%C3%A4r%20%26%20lingon/"),
        ("/om", "/om/"),
    ],
)
def test_a_folder_leads_to_its_address_with_a_slash(path: str, location: str, address: str) -> None:
    seen = look(address, path)
    assert (seen.status, seen.headers["location"]) == (302, location)


def test_a_head_tells_what_a_get_would_and_sends_nothing(address: str) -> None:
    got, head = look(address, "om/"), look(address, "om/", "HEAD")
    assert head.status == 200
    assert raw(address, "HEAD /om/")[1] == ""
    assert int(head.headers["content-length"]) == len(got.body)
    assert {**got.headers, "date": ""} == {**head.headers, "date": ""}


@pytest.mark.parametrize(
    ("asked", "status", "told", "body"),
    [
        ("bytes=0-5", 206, "bytes 0-5/11", b"export"),
        ("bytes=7-", 206, "bytes 7-10/11", b"{};\n"),
        ("bytes=-4", 206, "bytes 7-10/11", b"{};\n"),
        ("bytes=0-99", 206, "bytes 0-10/11", b"export {};\n"),
        ("bytes=11-", 200, None, b"export {};\n"),
        ("bytes=3-1", 200, None, b"export {};\n"),
        ("bytes=-", 200, None, b"export {};\n"),
        ("bytes=0-1,3-4", 200, None, b"export {};\n"),
    ],
)
def test_a_film_can_be_asked_for_in_parts(
    asked: str, status: int, told: str | None, body: bytes, address: str
) -> None:
    seen = look(address, "assets/a.js", Range=asked)
    assert (seen.status, seen.headers.get("content-range"), seen.body) == (status, told, body)
    assert seen.headers["content-length"] == str(len(body))


def test_nothing_can_be_written(address: str) -> None:
    assert look(address, "om/", "POST").status == 501


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.vtt", "text/vtt; charset=utf-8"),
        ("a.pdf", "application/pdf"),
        ("a.png", "image/png"),
        ("a.mp4", "video/mp4"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("okänd.något", "application/octet-stream"),
        ("ingen", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_ending(name: str, expected: str) -> None:
    assert content_type(name) == expected


def test_the_panel_brings_its_own_style_and_script(address: str) -> None:
    own = ".dalamodellen/preview/"
    style, script = look(address, f"{own}panel.css"), look(address, f"{own}reload.js")
    assert (style.status, style.type) == (200, "text/css; charset=utf-8")
    assert (script.status, script.type) == (200, "text/javascript; charset=utf-8")
    assert look(address, f"{own}panel.html.j2").status == 404


def test_another_name_for_this_machine_is_refused(address: str) -> None:
    assert look(address, "om/", Host="evil.example").status == 403
    assert look(address, "om/", Host="localhost:8000").status == 200


def test_a_site_below_a_path_is_found_with_and_without_it(shown: Shown) -> None:
    shown.prefix = "/provet"
    assert b"<h1>Om</h1>" in bytes(answer(shown, "/provet/om/").body)  # type: ignore[arg-type]
    assert b"<h1>Om</h1>" in bytes(answer(shown, "/om/").body)  # type: ignore[arg-type]
    assert b"<h1>Hem</h1>" in bytes(answer(shown, "/provet").body)  # type: ignore[arg-type]
    assert answer(shown, "/provetom/").status is HTTPStatus.NOT_FOUND


def test_a_browser_that_has_seen_something_else_is_answered_at_once(shown: Shown) -> None:
    shown.versions = {"nb/": 3}
    question = "/.dalamodellen/preview/version?seen=a-2&path=/nb/om/"
    assert answer(shown, question).body == b"a-3"
    assert PATIENCE_SECONDS > 1
