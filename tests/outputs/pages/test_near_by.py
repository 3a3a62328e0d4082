# SPDX-License-Identifier: EUPL-1.2
"""What a municipality's page says is near: courses, whom to ask, lessons that were asked for."""

from __future__ import annotations

import csv
from datetime import date
from urllib.parse import urlsplit

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.issues import has_errors

OUT = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-20}\n"
CODES = REPOSITORY / "generator/dalamodellen/inputs/codes"
FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: Dal\nlanguages: [sv]\n",
    "data/documents/sida.yml": "title: Kommunens webbplats\nkind: web_page\nread_on: 2026-11-20\n",
    "data/organisations/a.yml": "title: Falu näringslivskontor\nkind: business_office\nmunicipality: falun\n"
    "website: https://example.org/naringsliv\nsource: sida, Företag\n",
    "data/organisations/b.yml": "title: Borlänges\nkind: business_office\nmunicipality: borlange\n"
    "website: https://example.org/ingen-kalla\n",
    "data/organisations/c.yml": "title: Lärcentrum\nmunicipality: ale\n",
    "data/projects/lyft.yml": "title: Lyftet\nsummary: Ett projekt.\nmunicipalities: [falun]\n"
    "needs: [{id: rakna, who: småföretag, need: räkna, source: sida}]\n" + OUT,
    "data/courses/k.yml": "title: Kurs\ntype: open\nsummary: En kurs.\n" + OUT,
    "data/instances/k.csv": "id,start,municipality,is_online,status\n"
    "har,2027-03-01,falun,,open\n"
    "nara,2027-03-02,borlange,,open\n"
    "langt,2027-03-03,ale,,open\n"
    "nat,2027-03-04,,true,open\n"
    "nej,2027-03-05,borlange,,cancelled\n"
    "forbi,2026-03-05,borlange,,held\n",
    "data/topics/ekonomi.yml": "title: Ekonomi\nsummary: Om pengar.\n",
    **{
        f"content/lektioner/{name}.md": f"---\nkind: lesson\ntitle: {title}\ngoal: Du kan.\nminutes: 5\n"
        f"level: beginner\ntopic: ekonomi\naudience: [smaforetag]\nproject: lyft\n{need}author: redaktionen\n"
        f"updated: 2026-11-01\nreview_by: 2027-11-22\n{OUT}---\n## Gör så här\n\n1. Gör.\n\n## Checklista\n\n"
        "- [ ] Gjort\n\n## Exempel\n\nEtt.\n\n## Vanliga fel\n\nInga.\n"
        for name, title, need in (("ja", "Efterfrågad", "need: rakna\n"), ("nej", "Oombedd", ""))
    },
}


def page(build: Build, place: str) -> str:
    uri = f"kommuner/{place}/index.md"
    return next(str(file.content) for file in build.files if file.uri == uri)


def built(small_site: SmallSite, today: date = TODAY) -> Build:
    build = build_site(small_site(FILES), today=today)
    assert not has_errors(build.issues)
    return build


def test_courses_here_come_before_those_elsewhere_in_the_county_and_online(
    small_site: SmallSite,
) -> None:
    text = page(built(small_site), "falun")
    here, near = text.split("### I närheten och på nätet")
    near = near.split("## Någon att fråga")[0]
    assert "#tillfalle-har" in here
    assert [
        name
        for name in ("har", "nara", "langt", "nat", "nej", "forbi")
        if f'tillfalle-{name}"' in near
    ] == [
        "nara",
        "nat",
    ]
    assert text.index("## Kurser och träffar här") < text.index("## Projekt här")


def test_where_nothing_comes_the_page_says_so_last(small_site: SmallSite) -> None:
    text = page(built(small_site, date(2027, 4, 1)), "falun")
    assert "Inga kurser är planerade just nu" in text
    assert "I närheten och på nätet" not in text
    assert text.index("## Projekt här") < text.index("## Kurser och träffar här")


def test_a_business_office_is_named_with_its_source_and_day(small_site: SmallSite) -> None:
    text = page(built(small_site), "falun")
    asked = text.split("## Någon att fråga")[1].split("## ")[0]
    assert (
        'href="https://example.org/naringsliv" rel="external">Falu näringslivskontor</a>' in asked
    )
    assert "Källa: Kommunens webbplats, Företag, 20 november 2026" in asked


def test_without_a_source_the_way_leads_to_the_municipality_itself_or_nowhere(
    small_site: SmallSite,
) -> None:
    build = built(small_site)
    borlange = page(build, "borlange")
    assert "ingen-kalla" not in borlange.split("## Någon att fråga")[1].split("## ")[0]
    assert 'href="https://www.borlange.se/" rel="external">borlange.se</a>' in borlange
    ale = page(build, "ale").split("## Någon att fråga")[1].split("## ")[0]
    assert "Vi har ingen adress som vi är säkra på." in ale
    assert "href" not in ale
    assert [
        issue.values["name"] for issue in build.issues if issue.code == "office-incomplete"
    ] == ["b"]


def test_lessons_that_answer_what_the_projects_here_were_told_are_listed(
    small_site: SmallSite,
) -> None:
    text = (
        page(built(small_site), "falun").split("## Lektioner som efterfrågats")[1].split("## ")[0]
    )
    assert "Efterfrågad" in text
    assert "Oombedd" not in text
    assert "Lektioner som efterfrågats" not in page(built(small_site), "ale")


def test_front_pages_are_whole_addresses_of_municipalities_in_the_official_list() -> None:
    with (CODES / "places.csv").open(encoding="utf-8") as file:
        municipalities = {
            row["id"] for row in csv.DictReader(file) if row["kind"] == "municipality"
        }
    with (CODES / "municipality_websites.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    assert set(ids) <= municipalities
    for row in rows:
        parts = urlsplit(row["website"])
        assert (parts.scheme, parts.path, parts.query) == ("https", "/", "")
        assert parts.netloc.endswith((".se", ".no"))
        assert date.fromisoformat(row["read_on"])
