# SPDX-License-Identifier: EUPL-1.2
"""The text for a report: every goal with target, outcome and sentences, to copy or to take home."""

from __future__ import annotations

import json

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

PROJECT = """title: Kursprojektet
summary: S
purpose: Fler ska gå kurs.
target_groups:
  - {id: alla, title: deltagare, size: 20}
goals:
  - id: nytta
    title: Deltagare som har nytta av kursen
    counts: people
    target: {value: 15, due: 2025-06-30}
    denominator: alla
    measured_by: "=Enkät, efter kursen"
    outcome: {status: partly, value: 14, source: kalla}
    no_sex_split_reason: Källan delar inte upp talet.
    source: kalla
  - id: andel
    title: Deltagare som är nöjda
    target: 75 %
    denominator: alla
    source: kalla
  - id: klokare
    title: Alla blir klokare
    source: kalla
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""
BASE = "projekt/t/rapporttext/"


def built(small_site: SmallSite, settings: str = "") -> Build:
    files = {
        "data/documents/kalla.yml": "title: Källan\nkind: report\n",
        "data/projects/t.yml": PROJECT,
    }
    if settings:
        files["data/site.yml"] = settings
    return build_site(small_site(files), today=TODAY)


def content(build: Build, uri: str, language: str = "sv") -> str:
    return next(
        str(file.content) for file in build.files if (file.uri, file.language) == (uri, language)
    ).replace("\N{NO-BREAK SPACE}", " ")


def test_the_text_has_the_headings_of_a_final_report_and_a_part_for_each_goal(
    small_site: SmallSite,
) -> None:
    assert content(built(small_site), f"{BASE}t.txt") == (
        "Kursprojektet\n\n"
        "Projektidé och förväntade resultat\n\n"
        "Fler ska gå kurs.\n\n\n"
        "Projektets resultat, mål och indikatorer\n\n"
        "1. Deltagare som har nytta av kursen\n"
        "Mål: minst 15 av 20 deltagare\n"
        "Utfall: Delvis nått 14 (Källan)\n"
        "Utfallet är 14 av 20 personer. "
        "Målet är minst 15 av 20 personer senast 30 juni 2025, och det fattas 1 person.\n"
        "Mäts genom: =Enkät, efter kursen\n\n"
        "2. Deltagare som är nöjda\n"
        "Mål: minst 75 % av deltagare (20)\n"
        "Utfall: Framgår inte av våra källor\n"
        "Målet är minst 75 %.\n\n"
        "3. Alla blir klokare\n"
        "Utfall: Framgår inte av våra källor\n"
    )


def test_the_table_has_a_line_a_goal_and_nothing_a_spreadsheet_would_reckon(
    small_site: SmallSite,
) -> None:
    lines = content(built(small_site), f"{BASE}t.csv").split("\r\n")
    assert lines[0] == (
        "\ufeffgoal,title,counts,operator,target,target_unit,target_status,due,"
        "outcome,outcome_status,as_of,measured_by,text"
    )
    assert lines[1].startswith(
        "nytta,Deltagare som har nytta av kursen,people,at_least,15,number,decided,2025-06-30,"
        '14,partly,,"\'=Enkät, efter kursen","Utfallet är 14 av 20 personer. '
    )
    assert lines[3:] == ["klokare,Alla blir klokare,nothing,,,,,,,not_stated,,,", ""]


def test_the_page_says_the_same_and_leads_to_both_files(small_site: SmallSite) -> None:
    page = content(built(small_site), f"{BASE}index.md")
    assert "Målet är minst 15 av 20 personer senast 30 juni 2025, och det fattas 1 person." in page
    assert '<a href="t.txt" download>' in page
    assert '<a href="t.csv" download>' in page


def test_it_is_for_the_project_and_not_for_lists_or_search_engines(small_site: SmallSite) -> None:
    build = built(small_site)
    page = next(file for file in build.files if file.uri == f"{BASE}index.md")
    assert page.is_unindexed
    titles = json.loads(content(build, "assets/search/pages.json"))
    found = [row[1] for row in titles["pages"]]
    assert sorted(url for url in found if url.startswith("projekt/")) == [
        "projekt/",
        "projekt/t/",
        "projekt/t/i-korthet/",
    ]
    assert '<a href="rapporttext/">' in content(build, "projekt/t/index.md")
    assert f"/{BASE}" not in build.addresses


def test_it_is_told_in_each_language(small_site: SmallSite) -> None:
    build = built(small_site, "name: N\nlanguages: [sv, nb, en]\n")
    assert "og det mangler 1 person." in content(build, f"{BASE}t.txt", "nb")
    assert "and the outcome is 1 person short of it." in content(build, f"{BASE}t.txt", "en")
    english = content(build, f"{BASE}index.md", "en")
    assert 'title: "Text for the report: t"' in english
    assert '<span lang="sv">Deltagare som är nöjda</span>' in english


def test_both_files_of_a_demonstration_site_say_that_they_are_made_up(
    small_site: SmallSite,
) -> None:
    build = built(small_site, "name: N\nis_example: true\n")
    assert content(build, f"{BASE}t.txt").startswith("EXEMPEL – påhittade uppgifter\n")
    lines = content(build, f"{BASE}t.csv").rstrip().split("\r\n")
    assert lines[0].endswith(",about")
    assert all(line.endswith(",EXEMPEL – påhittade uppgifter") for line in lines[1:])
