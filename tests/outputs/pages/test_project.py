# SPDX-License-Identifier: EUPL-1.2
"""The tables of a project's page."""

from __future__ import annotations

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

LEGEND = ".. betyder att uppgiften inte finns"
PROJECT = """title: T
summary: S
breakdowns:
  - title: Deltagare
    value: 12
    women: 7
    men: 5
    parts:
      - {{title: lärare, value: 8, {women}}}
      - {{title: chefer, value: 4, women: 3, men: 1}}
    source: kalla
publication: {{status: published, approved_by: redaktionen, approved_on: 2026-11-22}}
"""


def table(small_site: SmallSite, women: str) -> str:
    root = small_site(
        {
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": PROJECT.format(women=women),
        }
    )
    build = build_site(root, today=TODAY)
    return next(str(file.content) for file in build.files if file.uri == "projekt/t/index.md")


def test_two_points_are_explained_where_a_number_is_not_there(small_site: SmallSite) -> None:
    page = table(small_site, "no_sex_split_reason: Källan delar inte upp dem.")
    assert ">..</td>" in page
    assert LEGEND in page


def test_two_points_are_not_explained_in_a_whole_table(small_site: SmallSite) -> None:
    page = table(small_site, "women: 4, men: 4")
    assert ".." not in page
    assert LEGEND not in page
