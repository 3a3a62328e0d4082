# SPDX-License-Identifier: EUPL-1.2
"""Words are cut between words, tags stay whole, and what is left out is marked."""

from __future__ import annotations

import pytest

from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.shortened import shorten


@pytest.mark.parametrize(
    ("words", "most", "short"),
    [
        ("ett två tre", 11, "ett två tre"),
        ("ett två tre", 10, "ett två …"),
        ("ett, två tre", 8, "ett …"),
        ("kompetensutveckling", 10, "kompeten…"),
        ('<span lang="nb">en to tre</span>', 7, '<span lang="nb">en to …</span>'),
        ("a&#42;b c d", 6, "a&#42;b …"),
    ],
)
def test_words_are_cut_to_a_length(words: str, most: int, short: str) -> None:
    assert shorten(Markdown(words), most) == short
