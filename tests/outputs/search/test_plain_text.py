# SPDX-License-Identifier: EUPL-1.2
"""What the search reads of a page is what the converter makes of it, anchors included."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dalamodellen.build import Build
from dalamodellen.outputs.html_gate import new_converter
from dalamodellen.outputs.search.documents import sections_of
from dalamodellen.outputs.search.letters import words_of
from dalamodellen.outputs.search.plain_text import sections_of_page

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MOST_OTHER_WORDS = 16
"""Words of a page that may differ: what a footnote's own link says, and the kind of a note."""


@pytest.mark.parametrize("site", ["real_build", "demo_build"])
def test_every_page_has_the_sections_and_words_that_a_conversion_gives(
    site: str, request: pytest.FixtureRequest
) -> None:
    build: Build = request.getfixturevalue(site)
    converter = new_converter()
    pages = [file for file in build.files if file.is_page and not file.is_notice]
    assert len(pages) > 100
    for page in pages:
        text = _FRONT_MATTER.sub("", str(page.content))
        converted = sections_of(converter.reset().convert(text))
        read = sections_of_page(text)
        assert [(one.anchor, one.heading) for one in read if one.heading] == [
            (one.anchor, one.heading) for one in converted if one.heading
        ], page.uri
        here = Counter(word for one in read for word in words_of(one.text))
        there = Counter(word for one in converted for word in words_of(one.text))
        assert ((here - there) + (there - here)).total() <= _MOST_OTHER_WORDS, page.uri


def test_markup_is_left_out_and_its_words_are_kept() -> None:
    sections = sections_of_page(
        "# Titel\n\nEtt **fett** ord och [en länk](a(b).md), `kod` och <b>HTML</b>.\n\n"
        "## Först {: #forst }\n\n- punkt\n\n| a | b |\n|---|---|\n| c | d |\n\n"
        "## Två *ord*\n\n```\nkod # ingen rubrik\n```\n\n## Två ord\n\n> citat\n"
    )
    assert [(one.anchor, one.heading, one.text) for one in sections] == [
        ("", "", "Ett fett ord och en länk, kod och HTML."),
        ("forst", "Först", "punkt a b c d"),
        ("tva-ord", "Två ord", "kod # ingen rubrik"),
        ("tva-ord_1", "Två ord", "citat"),
    ]
