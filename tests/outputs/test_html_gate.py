# SPDX-License-Identifier: EUPL-1.2
"""The gate: no tag, attribute or address that can run anything stands on a finished page."""

from __future__ import annotations

import pytest

from dalamodellen.outputs.html_gate import find_unsafe, is_safe_address


@pytest.mark.parametrize(
    "address",
    [
        *("", "om/index.md", "../om/", "/om/", "#a", "?q=1", "https://example.org/", "HTTP://x"),
        *("mailto:a@example.org", "tel:+46123", "./a:b", "om/a:b", "a?b:c", "a#b:c", "å ä"),
    ],
)
def test_addresses_that_lead_somewhere_are_safe(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:x", "JAVASCRIPT:x", " javascript:x", "java\nscript:x", "java\u200bscript:x"),
        *("\ufeffjavascript:x", "javascript&colon;x", "&#106;avascript:x", "data:text/html,x"),
        *("vbscript:x", "file:///etc/passwd", "ftp://x", "//example.org", "blob:x", "a:b"),
    ],
)
def test_addresses_that_run_something_or_hide_where_they_lead_are_not(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>x</p>", []),
        ('<td align="right">x</td>', []),
        ('<td style="text-align: right;">x</td>', ["<td style>"]),
        ('<td style="color: red">x</td>', ["<td style>"]),
        ("<script>x</script>", ["<script>"]),
        ("<SCRIPT>x</SCRIPT>", ["<script>"]),
        ('<a href="javascript:x" onclick="y">z</a>', ["<a href>", "<a onclick>"]),
        ('<img src="data:image/svg+xml;base64,AA">', ["<img src>"]),
        ('<img src="data:image/png;base64,AA">', []),
        ('<a href="data:image/png;base64,AA">x</a>', ["<a href>"]),
        ("<!-- x -->", ["<!-- x "]),
        ("<!DOCTYPE html>", ["<!DOCTYPE html>"]),
        ("<?php x ?>", ["<?php x ?"]),
        ("<x-y>z</x-y>", ["<x-y>"]),
        ("<br/><hr />", []),
    ],
)
def test_the_gate_tells_every_tag_attribute_and_address_that_is_not_allowed(
    page: str, found: list[str]
) -> None:
    assert list(find_unsafe(page)) == found


def test_the_gate_reads_references_as_a_browser_does() -> None:
    assert list(find_unsafe('<a href="java&#115;cript:x">y</a>')) == ["<a href>"]
