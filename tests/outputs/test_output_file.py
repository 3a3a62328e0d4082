# SPDX-License-Identifier: EUPL-1.2
"""Addresses: where a page is found, and the way from one page to another."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalamodellen.outputs.output_file import OutputFile, page_url, relative_url

BASE = "https://example.org/webb/"
NAMES = st.sampled_from(["a", "b", "projekt", "tre-m", "å", "x.y"])
FOLDERS = st.lists(NAMES, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))
PAGES = st.builds(
    lambda folder, name: f"{folder}{name}.md",
    FOLDERS,
    st.sampled_from(["index", "README", "oss", "tre-m"]),
)
ASSETS = st.builds(lambda folder, name: f"{folder}{name}", FOLDERS, st.sampled_from(["a.png", "b"]))


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("om.md", "om/"),
        ("om/index.md", "om/"),
        ("om/README.md", "om/"),
        ("om/Readme.md", "om/"),
        ("om/oss.md", "om/oss/"),
        ("projekt/tre-m/index.md", "projekt/tre-m/"),
        ("om/oss.v2.md", "om/oss.v2/"),
        ("mdbok/index.md", "mdbok/"),
    ],
)
def test_a_page_is_found_at_its_folder(uri: str, address: str) -> None:
    assert page_url(uri) == address
    assert OutputFile(uri, "", "sv").address == f"/{address}"


def test_an_asset_is_found_where_it_lies() -> None:
    picture = OutputFile("bilder/karta.png", None, "sv")
    assert (picture.address, picture.is_page) == ("/bilder/karta.png", False)
    assert OutputFile("om.md", "", "sv").is_page


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "om/index.md", "om/"),
        ("om/index.md", "index.md", "../"),
        ("om/index.md", "om/oss.md", "oss/"),
        ("om/oss.md", "om/index.md", "../"),
        ("om/oss.md", "om/oss.md", "./"),
        ("projekt/a/index.md", "projekt/b/index.md", "../b/"),
        ("projekt/a/index.md", "ordlista/index.md#moms", "../../ordlista/#moms"),
        ("om/index.md", "om/index.md#kontakt", "./#kontakt"),
        ("om/oss.md", "bilder/karta.png", "../../bilder/karta.png"),
        ("om/oss.md", "om/karta.png", "../karta.png"),
        ("index.md", "karta.png", "karta.png"),
    ],
)
def test_the_way_between_two_pages_is_walked_as_a_browser_does(
    here: str, there: str, way: str
) -> None:
    assert relative_url(here, there) == way


@settings(max_examples=100, deadline=None, derandomize=True)
@given(PAGES, PAGES | ASSETS, st.sampled_from(["", "#moms"]))
def test_every_way_leads_back_to_where_it_should(here: str, there: str, anchor: str) -> None:
    target = page_url(there) if there.endswith(".md") else there
    found = urljoin(BASE + page_url(here), relative_url(here, there + anchor))
    assert found == BASE + target + anchor
