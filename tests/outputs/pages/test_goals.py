# SPDX-License-Identifier: EUPL-1.2
"""Goals: target and outcome are told in the same unit."""

from __future__ import annotations

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

PROJECT = """title: T
summary: S
target_groups:
  - {{id: alla, title: deltagare, size: 20}}
goals:
  - id: nytta
    title: Nytta
    target: {target}
    denominator: alla
    outcome: {{status: partly, value: {reached}, source: kalla}}
    source: kalla
publication: {{status: published, approved_by: redaktionen, approved_on: 2026-11-22}}
"""


def goal_lines(small_site: SmallSite, target: str, reached: str) -> list[str]:
    root = small_site(
        {
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": PROJECT.format(target=target, reached=reached),
        }
    )
    build = build_site(root, today=TODAY)
    page = next(str(file.content) for file in build.files if file.uri == "projekt/t/index.md")
    return [line for line in page.split("\n") if line.startswith('<p class="goal-')]


def test_a_number_is_told_against_the_size_of_its_group(small_site: SmallSite) -> None:
    target, outcome = goal_lines(small_site, "15", "14")
    assert target.endswith("<strong>Mål:</strong> minst 15 av 20 deltagare</p>")
    assert outcome.endswith("<strong>Utfall:</strong> Delvis nått 14 (Källan)</p>")


def test_a_share_is_reached_in_percent(small_site: SmallSite) -> None:
    assert "Delvis nått 70\N{NO-BREAK SPACE}% (Källan)" in goal_lines(small_site, "75 %", "70")[1]


def test_an_outcome_that_only_the_table_of_results_holds_is_told_by_the_rule(
    small_site: SmallSite,
) -> None:
    record = PROJECT.format(target="{value: 15, due: 2020-12-31}", reached="14")
    record = record.replace("    outcome: {status: partly, value: 14, source: kalla}\n", "")
    root = small_site(
        {
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": record,
            "data/observations/t.csv": "indicator,period,value,source\nnytta,2020,16,kalla\n",
        }
    )
    build = build_site(root, today=TODAY)
    pages = {file.uri: str(file.content) for file in build.files}
    assert (
        '<p class="goal-outcome goal-outcome--met"><strong>Utfall:</strong> Nått 16</p>'
        in (pages["projekt/t/index.md"])
    )
    assert ",16,met," in pages["projekt/t/rapporttext/t.csv"]
