# SPDX-License-Identifier: EUPL-1.2
"""Women and men in a project: who, with what, why, and what is done; and nothing of few people."""

from __future__ import annotations

import re

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

PROJECT = """title: {sv: Kursprojektet, nb: Kursprosjektet, en: The course project}
summary: {sv: S, nb: S, en: S}
goals:
  - {id: kurs, title: Gått kurs, counts: people, source: kalla}
  - {id: annat, title: Annat, counts: people, source: kalla}
four_r:
  status: ongoing
  levels:
    - {id: styr, title: Styrgrupp, women: 5, men: 11}
    - {id: fa, title: Ledning, women: 2, men: 17}
    - {id: okand, title: Föreläsare, note: Listorna saknas.}
    - {id: alla, title: Deltagare, goal: kurs}
  shared:
    - {title: Timmar, level: alla, unit: hours, women: 1240, men: 2010}
    - {title: Ledningens tid, level: fa, unit: hours, women: 7777, men: 8888}
    - {title: Resor, level: alla, unit: money, currency: SEK, note: Kontot delas inte upp.}
  realia: Chefer utses av organisationerna.
  actions:
    - {text: Kurser på dagtid., goals: [kurs], status: ongoing, date: 2026-08}
    - {text: En kvinna och en man från varje.}
  source: kalla
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""
ROWS = "indicator,period,value,women,men,other\nkurs,2025,90,60,30,0\nkurs,2026,100,56,44,0\n"
URI = "projekt/t/jamstalldhet/index.md"


def built(small_site: SmallSite, project: str = PROJECT) -> Build:
    files: dict[str, str | bytes] = {
        "data/documents/kalla.yml": "title: Källan\nkind: report\n",
        "data/projects/t.yml": project,
        "data/observations/t.csv": ROWS,
        "data/site.yml": "name: W\nlanguages: [sv, nb, en]\n",
    }
    build = build_site(small_site(files), today=TODAY)
    assert [one for one in build.issues if one.severity == "error"] == []
    return build


def content(build: Build, uri: str = URI, language: str = "sv") -> str:
    return next(
        str(file.content) for file in build.files if (file.uri, file.language) == (uri, language)
    ).replace("\N{NO-BREAK SPACE}", " ")


def items(page: str) -> list[str]:
    """Give the points of all lists, without their tags."""
    return [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<li>(.*?)(?=</li>|\n)", page)]


def test_each_level_is_told_as_it_is_and_what_is_shared_is_held_against_it(
    small_site: SmallSite,
) -> None:
    page = content(built(small_site))
    assert (
        "<p>Både kvinnor och män är mellan 40 och 60 % i 1 av 2 grupper som går att visa.</p>"
        in page
    )
    assert [one for one in items(page) if "Källa:" not in one][:7] == [
        "Styrgrupp: 31,2 % kvinnor och 68,8 % män. Kvinnornas andel är 8,8 procentenheter under 40 %.",
        "Ledning: talen är dolda, för att ingen ska kunna kännas igen.",
        "Föreläsare: antalet framgår inte av våra källor.",
        "Deltagare: 56 % kvinnor och 44 % män. Båda är mellan 40 och 60 %.",
        "2026: 56 % kvinnor och 44 % män. Båda är mellan 40 och 60 %.",
        "Ledningens tid: talen är dolda, för att ingen ska kunna kännas igen.",
        "Timmar: kvinnorna är 56 % av gruppen och fick 38,2 %, 17,8 procentenheter mindre än deras andel.",
    ]


def test_actions_and_goals_lead_to_each_other_and_one_without_a_goal_says_so(
    small_site: SmallSite,
) -> None:
    page = content(built(small_site))
    assert '<br>Ska ändra: <a href="../#mal-kurs">Gått kurs</a><br>Källa:' in page
    assert page.count("Inget mål är kopplat, så det går inte att se om åtgärden hjälper.") == 1
    assert '<li><a href="../#mal-kurs">Gått kurs</a>\n<ul>\n<li>Kurser på dagtid.</li>' in page
    assert "#mal-annat" not in page


def test_each_level_and_resource_tells_its_row_and_what_a_reader_must_know(
    small_site: SmallSite,
) -> None:
    page = content(built(small_site))
    rows = {one: number for number, one in enumerate(PROJECT.splitlines(), 1)}
    told = [one for one in items(page) if " Källa: " in one and "rad" in one]
    assert len(told) == 7
    for one in told:
        title = one.partition(".")[0].partition(":")[0]
        line = int(re.findall(r"rad (\d+)", one)[0])
        assert title in next(text for text, number in rows.items() if number == line)
    assert any(one.startswith("Resor: Kontot delas inte upp. Källa:") for one in told)


def test_what_is_not_known_is_listed(small_site: SmallSite) -> None:
    unknown = content(built(small_site)).partition("## Det här framgår inte av våra källor")[2]
    assert items(unknown) == ["Resor. Kontot delas inte upp."]


def test_the_same_is_said_in_norwegian_and_english(small_site: SmallSite) -> None:
    build = built(small_site)
    assert "Både kvinner og menn er mellom 40 og 60 % i 1 av 2 grupper som kan vises." in content(
        build, language="nb"
    )
    english = content(build, language="en")
    assert (
        "Both women and men are between 40 and 60% in 1 of 2 groups that can be shown." in english
    )
    assert "## Why is it so? (R3 Realia)" in english


def test_no_file_tells_a_hidden_number_or_what_its_level_got(small_site: SmallSite) -> None:
    build = built(small_site)
    whole = "\n".join(str(file.content) for file in build.files)
    found = re.findall(r"7[\s.,\N{NO-BREAK SPACE}]?777|8[\s.,\N{NO-BREAK SPACE}]?888", whole)
    assert found == []
    # 2 of 19, in percent.
    assert re.findall(r"(?:10[.,]5|89[.,]5)[\s\N{NO-BREAK SPACE}]?%", whole) == []
    table = content(build, "projekt/t/jamstalldhet/diagram/t-levels.csv").split("\r\n")
    assert table[:3] == [
        "\ufeffrow,women,women_state,men,men_state,other,other_state,balance,source_path,source_line",
        "Styrgrupp,5,,11,,,not_applicable,women_below_40,data/projects/t.yml,9",
        "Ledning,,suppressed,,suppressed,,missing,,,",
    ]


def test_the_project_and_the_overview_lead_to_the_page(small_site: SmallSite) -> None:
    build = built(small_site)
    assert '<a href="jamstalldhet/">Kvinnor och män i projektet</a>' in content(
        build, "projekt/t/index.md"
    )
    overview = content(build, "jamstalldhet/index.md")
    assert "1 av 1 projekt har eller planerade en 4R-analys." in overview
    assert '<a href="../projekt/t/jamstalldhet/">Kursprojektet</a>' in overview


def test_a_project_of_which_nothing_is_known_has_no_page(small_site: SmallSite) -> None:
    plain = "title: K\nsummary: S\nsources: {summary: kalla}\n"
    root = small_site({"data/projects/t.yml": plain})
    uris = {file.uri for file in build_site(root, today=TODAY).files}
    assert {uri for uri in uris if "jamstalldhet" in uri} == set()
