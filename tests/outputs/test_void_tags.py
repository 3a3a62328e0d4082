# SPDX-License-Identifier: EUPL-1.2
"""Elements that hold nothing are written without a slash, wherever they came from."""

from __future__ import annotations

import pytest

from dalamodellen.outputs.html_gate import new_converter


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("---", "<hr>"),
        ("a<br />b<BR/>c", "<p>a<br>b<BR>c</p>"),
        ("<img src='a/b.png' alt=\"1 > 0\" />", "<p><img src='a/b.png' alt=\"1 > 0\"></p>"),
        # Here the slash belongs to the address.
        ("<img src=a/>", "<p><img src=a/></p>"),
        ("`<br />`", "<p><code>&lt;br /&gt;</code></p>"),
        ('![<br />](b.png "x />")', '<p><img alt="&lt;br /&gt;" src="b.png" title="x /&gt;"></p>'),
    ],
)
def test_void_elements_have_no_slash(text: str, html: str) -> None:
    assert new_converter().convert(text) == html
