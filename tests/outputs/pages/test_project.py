# SPDX-License-Identifier: EUPL-1.2
"""The tables of a project's page, and what stands on a page below it."""

from __future__ import annotations

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

LEGEND = ".. betyder att uppgiften inte finns"
PROJECT = """title: T
summary: S
breakdowns:
  - title: Deltagare
    value: 120
    women: 70
    men: 50
    parts:
      - {{title: lärare, value: 80, {women}}}
      - {{title: chefer, value: 40, women: 30, men: 10}}
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


def test_a_total_has_no_second_table_where_its_charts_tell_all_its_numbers(
    small_site: SmallSite,
) -> None:
    page = table(small_site, "women: 40, men: 40")
    captions = ["<caption>Deltagare</caption>", "<caption>Uppgifterna så som"]
    assert [page.count(caption) for caption in captions] == [2, 1]
    assert page.count("<table>") == 3
    # The whole is told in both: how many, and how many women and men.
    assert (
        '<tfoot><tr><th scope="row">Totalt</th><td class="number" data-heading="Antal">120' in page
    )
    assert 'data-heading="Kvinnor">70 (58,3' in page
    assert LEGEND not in page


def test_a_part_that_is_not_split_keeps_the_table_that_says_so(small_site: SmallSite) -> None:
    page = table(small_site, "no_sex_split_reason: Källan delar inte upp dem.")
    assert page.count("<caption>Deltagare</caption>") == 3
