# SPDX-License-Identifier: EUPL-1.2
"""The list of all goals: promise and outcome on one row, choices that lead somewhere, no leaks."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.model.results import Standing
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.results.choices import Choice, Dimension, choices_of
from dalamodellen.outputs.pages.written_body import generated_uris, working_uris

CASE = REPOSITORY / "tests/cases/results"
GOLDEN = Path(__file__).parent / "golden"
CHOICE = re.compile(r'<a href="([^"]+)">(?:<[^>]+>)*([^<]+)(?:</[^>]+>)* ?</a> \((\d+)\)')


@pytest.fixture
def built(tmp_path: Path) -> Build:
    """The case, where no history tells when its files were changed."""
    return build_site(shutil.copytree(CASE, tmp_path / "case"), today=TODAY)


def page(build: Build, uri: str, language: str = "sv") -> str:
    return next(
        str(file.content) for file in build.files if (file.uri, file.language) == (uri, language)
    )


def rows_on(text: str) -> int:
    return text.count('<td data-heading="Utfall"><span class="goal-outcome')


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize(
    "uri",
    ["resultat/index.md", "kommuner/falun/index.md", "organisationer/skolan/index.md"],
)
def test_a_page_of_results_is_told_in_each_language(
    built: Build, uri: str, language: str, *, update_golden: bool
) -> None:
    golden = GOLDEN / f"{uri.split('/', maxsplit=1)[0]}.{language}.md"
    found = page(built, uri, language)
    if update_golden:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text("utf-8"), f"{golden.name} differs; see --update-golden"


def test_the_table_to_download_has_the_rows_of_the_page_in_its_order(
    built: Build, *, update_golden: bool
) -> None:
    golden = GOLDEN / "resultat.csv"
    found = page(built, "resultat/resultat.csv")
    assert found.count("\r\n") == found.count("\n")
    if update_golden:
        golden.write_text(found.replace("\r\n", "\n"), encoding="utf-8")
    assert found.replace("\r\n", "\n") == golden.read_text("utf-8")
    listed = re.findall(r"projekt/(\w+)/#mal-(\w+)", page(built, "resultat/index.md"))
    rows = [line.split(",") for line in found.split("\r\n")[1:-1]]
    assert [(row[0], row[3]) for row in rows] == listed[: len(rows)]


def test_each_goal_stands_once_and_what_failed_stands_first(built: Build) -> None:
    everything = choices_of(built.site)[0]
    goals = sorted((p.id, number) for p in built.site.projects for number in range(len(p.goals)))
    assert sorted((one.project.id, one.number) for one in everything.results) == goals
    assert list(everything.standings()) == [one for one in Standing if one is not Standing.STATED]


def test_every_choice_has_a_page_with_as_many_goals_as_stand_beside_it(built: Build) -> None:
    pages = {
        f"/{file.uri.removesuffix('index.md')}": str(file.content)
        for file in built.files
        if file.language == "sv" and file.uri.startswith("resultat/")
    }
    led = set()
    for address, text in pages.items():
        for href, name, many in CHOICE.findall(text):
            target, _, part = urljoin(address, href).partition("#")
            there = pages[target]
            shown = re.search(rf"\((\d+)\) {{: #{part} }}", there) if part else None
            assert (shown[1] if shown else str(rows_on(there))) == many, (address, name)
            led.add(target)
    assert led == {address for address in pages if not address.endswith(".csv")}


def test_no_choice_is_empty_or_the_same_as_all(built: Build) -> None:
    everything, *choices = choices_of(built.site)
    assert choices
    assert all(0 < len(one.results) < len(everything.results) for one in choices)
    assert len({one.uri for one in choices}) == len(choices)
    found = Counter(one.dimension.value for one in choices if one.dimension)
    assert found == {"projekt": 3, "program": 1, "raknar": 5, "niva": 2, "kommun": 2}


def test_the_list_is_a_promise_and_choices_are_not(built: Build) -> None:
    made = {f.uri for f in built.files if f.uri.startswith("resultat/") and f.is_page}
    aside = made - {"resultat/index.md"}
    assert "resultat/index.md" in generated_uris(built.site)
    assert aside <= working_uris(built.site)
    assert [one for one in built.addresses if "/resultat/" in one] == [
        "/en/resultat/",
        "/nb/resultat/",
        "/resultat/",
    ]
    assert {f.uri for f in built.files if f.uri in made and f.is_unindexed} == aside
    titles = json.loads(page(built, "assets/search/pages.json"))["pages"]
    assert [row[1] for row in titles if row[1].startswith("resultat")] == ["resultat/"]
    assert '<a href="../resultat/">Projektens resultat</a>' in page(built, "a-o/index.md")


def test_a_project_that_is_funded_names_its_funder_on_its_own_choice_alone(built: Build) -> None:
    funder = 'publicity: {"emblem"'
    assert funder in page(built, "resultat/projekt/forsta/index.md")
    assert funder not in page(built, "resultat/projekt/andra/index.md")
    assert funder not in page(built, "resultat/index.md")


@pytest.mark.parametrize(
    ("table", "row", "other"),
    [
        ("tredje.csv", "kurs,2025 H1,4,", "kurs,2025 H1,2,"),
        ("andra.csv", "kurs,2026 H1,3,falun", "kurs,2026 H1,1,falun"),
    ],
)
def test_nothing_that_is_published_changes_with_a_number_that_is_hidden(
    tmp_path: Path, table: str, row: str, other: str
) -> None:
    """HTML, CSV, titles, totals: not a byte of any file tells which number it is."""
    root = shutil.copytree(CASE, tmp_path / "case")
    before = build_site(root, today=TODAY)
    file = root / "data/observations" / table
    text = file.read_text("utf-8")
    assert row in text
    file.write_text(text.replace(row, other), encoding="utf-8")
    after = build_site(root, today=TODAY)
    assert before.files == after.files
    file.write_text(text.replace(row, row.replace(",3,", ",9,").replace(",4,", ",9,")), "utf-8")
    assert build_site(root, today=TODAY).files != before.files


def test_results_of_an_organisation_that_has_not_agreed_stand_nowhere(built: Build) -> None:
    assert "Resultat i organisationen" in page(built, "organisationer/skolan/index.md")
    assert "Resultat i organisationen" not in page(built, "organisationer/firman/index.md")


def test_a_municipality_without_numbers_of_its_own_says_so_in_one_line(
    small_site: SmallSite,
) -> None:
    project = "title: P\nsummary: S\nmunicipalities: [falun]\n" + PUBLISHED
    build = build_site(small_site({"data/projects/p.yml": project}), today=TODAY)
    text = page(build, "kommuner/falun/index.md")
    assert "<p>Inga källor säger vad projekten har nått i just den här kommunen.</p>" in text
    assert not [file for file in build.files if file.uri.startswith("resultat/")]


def test_a_part_of_those_in_a_municipality_is_not_all_of_them(small_site: SmallSite) -> None:
    goal = "goals:\n  - {id: kurs, title: Kurs, counts: activities, target: 9, source: k}\n"
    files = {
        "data/documents/k.yml": "title: K\nkind: report\n",
        "data/projects/p.yml": f"title: P\nsummary: S\nmunicipalities: [falun]\n{goal}{PUBLISHED}",
        "data/observations/p.csv": (
            "indicator,period,value,municipality,group\n"
            "kurs,2024,40,falun,\nkurs,2025,30,falun,kvällar\n"
        ),
    }
    text = page(build_site(small_site(files), today=TODAY), "kommuner/falun/index.md")
    assert re.findall(r'data-heading="Utfall">([^<]+)<', text) == ["40"]


def test_goals_that_are_all_unknown_are_told_in_two_sentences(small_site: SmallSite) -> None:
    goals = "goals:\n" + "".join(f"  - {{id: m{n}, title: M, source: k}}\n" for n in range(3))
    files = {
        "data/documents/k.yml": "title: K\nkind: report\n",
        "data/projects/p.yml": f"title: P\nsummary: S\n{goals}{PUBLISHED}",
    }
    build = build_site(small_site(files), today=TODAY)
    # A choice that would show the same as all is not made.
    made = [file.uri for file in build.files if file.uri.startswith("resultat/")]
    assert made == ["resultat/index.md", "resultat/resultat.csv"]
    text = page(build, "resultat/index.md")
    assert (
        "<p>Här är 3 mål i 1 projekt. Utfallet är inte känt för något av dem. "
        "Det framgår inte av våra källor.</p>"
    ) in text
    assert "<li>Framgår inte av våra källor (3)</li>" in text


PUBLISHED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"


def _many(number: int) -> dict[str, str]:
    """Give a site with so many projects of ten goals each, all in two municipalities."""
    goal = (
        "  - {{id: m{n}, title: M {n}, counts: people, target: 10, no_sex_split_reason: K, "
        "outcome: {{status: met, value: {v}, source: k}}, source: k}}\n"
    )
    goals = "goals:\n" + "".join(goal.format(n=n, v=8 + n) for n in range(10))
    return {
        "data/documents/k.yml": "title: K\nkind: report\n",
        **{
            f"data/projects/p{n}.yml": f"title: P {n}\nsummary: S\n{goals}{PUBLISHED}"
            for n in range(number)
        },
    }


def test_twice_as_many_goals_are_twice_as_many_rows_and_no_more(tmp_path: Path) -> None:
    rows = {}
    for number in (5, 10, 20):
        root = tmp_path / str(number)
        for name, text in _many(number).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        choices = choices_of(build_site(root, today=TODAY, renders=False).site)
        rows[number] = sum(len(choice.results) for choice in choices)
        lists = [one for one in choices if one.dimension is not None]
        assert sum(_links_on(one, lists) for one in choices) <= 30 * number
    assert rows[10] == 2 * rows[5]
    assert rows[20] == 2 * rows[10]


def _links_on(choice: Choice, lists: list[Choice]) -> int:
    """Count the choices a page lists: all on the pages without a dimension, one on the others."""
    return len(lists) if choice.dimension is None else 1


def test_a_theme_of_one_project_repeats_nothing(built: Build) -> None:
    assert not [one for one in choices_of(built.site) if one.dimension is Dimension.THEME]


def test_every_page_of_results_is_made_in_each_language(built: Build) -> None:
    def made(language: str) -> list[str]:
        found: list[OutputFile] = [f for f in built.files if f.language == language]
        return [file.uri for file in found if file.uri.startswith("resultat/")]

    assert made("sv") == made("nb") == made("en") != []


def test_the_card_of_a_project_counts_the_goals_that_the_list_says_are_met(built: Build) -> None:
    cards = re.findall(r'<p class="card-meta">(\D+: [^<]+)</p>', page(built, "projekt/index.md"))
    met = Counter(
        one.project.id for one in choices_of(built.site)[0].results if one.standing is Standing.MET
    )
    assert met == {"forsta": 2}
    assert cards == [
        "Antal mål: 3, utfallet är inte känt",
        "Nådda mål: 2 av 5",
        "Antal mål: 1, utfallet är inte känt",
    ]
