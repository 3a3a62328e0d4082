# SPDX-License-Identifier: EUPL-1.2
"""The whole root: what is read, by which name, and that one file's faults are its own."""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.inputs.loader import load_site, slug
from dalamodellen.model.text import Text


def codes(small_site: SmallSite, files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    _, issues = load_site(small_site(files), today=TODAY)
    return [(i.code, str(i.source)) for i in issues if i.code != "no-git-history"]


def test_an_empty_root_is_a_site_without_anything(small_site: SmallSite) -> None:
    site, issues = load_site(small_site({}), today=TODAY)
    assert (site.records, site.pages, site.has_data) == ({}, (), False)
    assert [issue.code for issue in issues] == ["no-git-history"]


def test_records_have_the_name_of_their_file_and_pages_their_path(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/roles/larare.yml": "title: lärare\n",
            "content/om/index.md": "# Om oss\n",
            "content/om/karta.png": b"\x89PNG",
        }
    )
    site, _ = load_site(root, today=TODAY)
    assert list(site.records) == [("role", "larare")]
    assert [(page.uri, page.title) for page in site.pages] == [("om/index.md", "Om oss")]
    assert site.assets == ("content/om/karta.png",)


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("om.md", "# Om oss\n\nText.", "Om oss"),
        ("om.md", "Om oss\n======\n\nText.", "Om oss"),
        ("om.md", "# Om **oss** och [dem](x.md) #", "Om oss och dem"),
        ("om.md", "# Om oss { #om .rubrik }", "Om oss"),
        ("om.md", "```\n# kod\n```\n\n# Om oss", "Om oss"),
        ("om.md", "## Om oss", "Om"),
        ("om.md", "---\ntitle: Fältets\n---\n\n# Rubrikens", "Fältets"),
        ("om.md", "---\ntitle:\n---\n\n# Rubrikens", "Rubrikens"),
        ("mitt-fina_hus.md", "Text.", "Mitt fina hus"),
        ("om/index.md", "Text.", "Om"),
        ("om/README.md", "Text.", "Om"),
        ("index.md", "Text.", "Start"),
    ],
)
def test_a_page_has_the_title_it_says_or_shows_or_the_name_of_its_file(
    small_site: SmallSite, path: str, text: str, title: str
) -> None:
    site, _ = load_site(small_site({f"content/{path}": text}), today=TODAY)
    assert [page.title for page in site.pages] == [title]


def test_broken_settings_keep_their_languages_so_that_no_other_file_is_blamed(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/site.yml": "languages: [nb, sv]\nnam: x\n",
            "data/roles/laerer.yml": "title: lærer\n",
        }
    )
    site, issues = load_site(root, today=TODAY)
    assert site.main_language == "nb"
    assert site.records["role", "laerer"].title == Text(nb="lærer")  # type: ignore[attr-defined]
    assert [issue.code for issue in issues] == ["no-git-history", "unknown-field"]


def test_a_broken_record_is_blamed_and_those_that_name_it_are_not(small_site: SmallSite) -> None:
    assert codes(
        small_site,
        {
            "data/organisations/falun.yml": "titel: Falun\n",
            "data/organisations/mora.yml": "title: 'Mora\n",
            "data/projects/tre-m.yml": "title: T\nsummary: S\npartners: [falun, mora]\n",
        },
    ) == [
        ("missing-field", "data/organisations/falun.yml:1:1"),
        ("unknown-field", "data/organisations/falun.yml:1:1"),
        ("quote-not-closed", "data/organisations/mora.yml:1:8"),
        ("draft", "data/projects/tre-m.yml:1:1"),
    ]


def test_an_empty_value_is_told_wherever_it_stands_and_once(small_site: SmallSite) -> None:
    text = "title:\nsummary: S\nowner: ~\nnotes:\n  -\nfunding:\n  call: null\nalso_called: ['']\n"
    assert codes(small_site, {"data/projects/tre-m.yml": text}) == [
        ("empty-value", "data/projects/tre-m.yml:1:1"),
        ("empty-value", "data/projects/tre-m.yml:3:1"),
        ("empty-value", "data/projects/tre-m.yml:5:4"),
        ("fields-out-of-order", "data/projects/tre-m.yml:6:1"),
        ("empty-value", "data/projects/tre-m.yml:7:3"),
    ]


def test_observations_are_held_against_the_goals_of_their_own_project(
    small_site: SmallSite,
) -> None:
    goals = "goals: [{id: nytta, title: Nytta, source: kalla}]\n"
    row = "indicator,period,value\nnytta,2013,5\n"
    told = codes(
        small_site,
        {
            "data/documents/kalla.yml": "title: Källa\nkind: report\n",
            "data/projects/med.yml": f"title: T\nsummary: S\n{goals}",
            "data/projects/utan.yml": "title: T\nsummary: S\n",
            "data/observations/med.csv": row,
            "data/observations/utan.csv": row,
        },
    )
    assert [found for found in told if found[0] not in ("draft", "smart-part-missing")] == [
        ("unknown-goal", "data/observations/utan.csv:2:1")
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lärare & chefer", "larare-chefer"),
        ("ÆØÅ", "aoa"),
        ("Fylla i.md", "fylla-i-md"),
        ("日本", "namn"),
        ("--a--b--", "a-b"),
    ],
)
def test_a_name_that_works_as_an_address_is_suggested(words: str, name: str) -> None:
    assert slug(words) == name


def test_a_person_named_in_the_settings_needs_an_end_too(small_site: SmallSite) -> None:
    files: dict[str, str | bytes] = {
        "data/site.yml": "contacts:\n  - {role: Redaktör, name: Namn Namnsson}\n"
    }
    assert codes(small_site, files) == [("contact-without-end", "data/site.yml:2:28")]


def test_a_pages_title_that_is_no_text_is_told(small_site: SmallSite) -> None:
    files: dict[str, str | bytes] = {"content/om.md": "---\ntitle: [Om oss]\n---\n\nText.\n"}
    assert codes(small_site, files) == [("not-text", "content/om.md:2:1")]


@pytest.mark.parametrize("name", ["nöje", "med mellanslag", 'x"y'])
def test_a_parts_id_that_cannot_be_an_anchor_is_told(small_site: SmallSite, name: str) -> None:
    text = f"title: T\nsummary: S\nneeds:\n  - {{id: '{name}', who: a, need: b, source: kalla}}\n"
    files: dict[str, str | bytes] = {
        "data/documents/kalla.yml": "title: Källa\nkind: report\n",
        "data/projects/tre-m.yml": text,
    }
    assert [code for code, _ in codes(small_site, files) if code != "draft"] != []
