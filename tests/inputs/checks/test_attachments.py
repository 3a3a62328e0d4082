# SPDX-License-Identifier: EUPL-1.2
"""Files that are published as they are: program code and identity numbers in them are told."""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.inputs.loader import load_site

IDENTITY_NUMBER = "19121212-1212"
"""A number that the tax authority set aside for tests."""


def told(small_site: SmallSite, name: str, content: str | bytes) -> list[tuple[str, str]]:
    _, issues = load_site(small_site({name: content}), today=TODAY)
    return [
        (issue.code, str(issue.source).partition(":")[2])
        for issue in issues
        if issue.source.path == name
    ]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("content/a.svg", "<svg>\n <script>x</script></svg>", "2:2"),
        ("content/a.svg", "<svg onload='x()'>", "1:6"),
        ("content/a.svg", "<svg><a href='JavaScript:x'>", "1:15"),
        ("content/a.svg", "<svg><foreignObject/></svg>", "1:6"),
        ("content/a.html", "<p>Hej</p>", "1:1"),
        ("content/a.JS", "x()", "1:1"),
    ],
)
def test_a_file_with_program_code_is_told(
    small_site: SmallSite, name: str, content: str, place: str
) -> None:
    assert told(small_site, name, content) == [("active-file", place)]


@pytest.mark.parametrize(
    "content", ["<svg><title>Om onsdag = lunch</title></svg>", "<svg><path d='M0 0'/></svg>"]
)
def test_a_drawing_without_code_is_not_told(small_site: SmallSite, content: str) -> None:
    assert told(small_site, "content/a.svg", content) == []


@pytest.mark.parametrize("name", ["a.svg", "a.csv", "a.txt", "a.json", "a.vtt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_an_identity_number_in_an_attachment_is_told(
    small_site: SmallSite, name: str, encoding: str
) -> None:
    content = f"född å\n{IDENTITY_NUMBER}\n".encode(encoding)
    assert told(small_site, f"content/{name}", content) == [("identity-number", "2:1")]


@pytest.mark.parametrize(
    "name",
    [
        f"content/{IDENTITY_NUMBER}.png",
        f"content/{IDENTITY_NUMBER}/bild.png",
        "content/intyg-191212121212.pdf",
    ],
)
def test_a_file_named_after_an_identity_number_is_told(small_site: SmallSite, name: str) -> None:
    assert told(small_site, name, b"\x89") == [("identity-number-in-name", "1:1")]


@pytest.mark.parametrize("name", ["content/2027-03-10-1200.png", "content/IMG_20260101_123456.jpg"])
def test_a_file_named_after_a_day_is_not_told(small_site: SmallSite, name: str) -> None:
    assert told(small_site, name, b"\x89") == []
