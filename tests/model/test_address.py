# SPDX-License-Identifier: EUPL-1.2
"""An address has one form in the list and one in links, however it was written."""

from __future__ import annotations

import pytest

from dalamodellen.model.address import (
    encoded_address,
    readable_address,
    same_form,
    tidy_address,
)

SITE = "https://example.org/dal/"


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("/om/bild på ån.png", "/om/bild%20på%20ån.png"),
        ("/om/50% & fler?.pdf", "/om/50%25%20&%20fler%3F.pdf"),
        ("/om/nr #1/", "/om/nr%20%231/"),
        ("/om/a\N{COMBINING RING ABOVE}r/", "/om/år/"),
        ("/om/dold\N{ZERO WIDTH SPACE}/", "/om/dold%E2%80%8B/"),
    ],
)
def test_letters_stand_as_they_are_read_and_signs_with_a_meaning_are_encoded(
    path: str, listed: str
) -> None:
    assert readable_address(path) == listed
    assert same_form(listed) == listed


def test_an_address_is_the_same_percent_encoded_or_not() -> None:
    assert same_form("/om/p%C3%A5%20%c3%a5n/") == same_form("/om/på ån/") == "/om/på%20ån/"


def test_in_a_link_every_letter_beyond_ascii_is_encoded_and_the_anchor_kept() -> None:
    assert encoded_address("/om/på%20ån/#mål-1") == "/om/p%C3%A5%20%C3%A5n/#m%C3%A5l-1"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("om/oss/", "/om/oss/"),
        ("/om//oss/./", "/om/oss/"),
        ("/om/../../oss/", "/oss/"),
        ("/om/index.html", "/om/"),
        ("/index.html", "/"),
        ("/om/oss", "/om/oss"),
        ("\\om\\oss\\", "/om/oss/"),
        ("/om/?sida=2", "/om/"),
        ("https://example.org/dal/om/#vi", "/om/#vi"),
        ("https://example.org/dal", "/"),
        ("https://example.org/annat/", ""),
        ("//example.org/", ""),
        ("mailto:x", ""),
    ],
)
def test_what_was_meant_as_an_address_of_the_site_is_told(written: str, right: str) -> None:
    assert tidy_address(written, SITE) == right
