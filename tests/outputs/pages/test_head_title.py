# SPDX-License-Identifier: EUPL-1.2
"""The title in the browser's tab is at most one line, and still says what matters."""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.inputs.loader import load_site
from dalamodellen.outputs.fitted_title import LONGEST
from dalamodellen.outputs.pages.head_title import head_title

WORDS = "Ett ord och ett ord till, "


@pytest.mark.parametrize(
    ("settings", "title", "wanted"),
    [
        ("name: N\n", "A" * 66, ""),
        ("name: N\n", "A" * 67, "A" * 67),
        (
            "name: N\n",
            WORDS * 3,
            "Ett ord och ett ord till, Ett ord och ett ord till, Ett ord och ett…",
        ),
        (
            "name: Dalen\nis_example: true\n",
            "Dalens företagarförening",
            "",
        ),
        (
            "name: Exempeldalens webbplats\nis_example: true\n",
            "Dalens företagarförening",
            "Dalens företagarförening (EXEMPEL – påhittade uppgifter)",
        ),
    ],
)
def test_a_long_title_loses_the_name_of_the_site_and_then_its_end(
    small_site: SmallSite, settings: str, title: str, wanted: str
) -> None:
    site, _ = load_site(small_site({"data/site.yml": settings}), today=TODAY)
    assert head_title(site, title, "sv") == wanted
    assert len(wanted) <= LONGEST
