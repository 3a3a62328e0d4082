# SPDX-License-Identifier: EUPL-1.2
"""Key figures and goals: the words about a number have the form that goes with it."""

from __future__ import annotations

import re

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

PROJECT = """title: T
summary: S
participants: {{value: {many}, women: {many}, men: 1}}
counts: [{{counts: municipalities, quantity: {many}}}]
municipalities: [{places}]
goals:
  - {{id: a, title: A, counts: companies, target: {many}, source: k}}
  - {{id: b, title: B, counts: activities, target: {many}, source: k}}
publication: {{status: published, approved_by: r, approved_on: 2026-11-22}}
"""

# Nothing is hidden, so that the words after one can be read.
SETTINGS = "name: N\nlanguages: [sv, nb, en]\nlimits: {fewest_people: 1}\n"


def told(small_site: SmallSite, many: int, places: str, language: str) -> list[str]:
    root = small_site(
        {
            "data/documents/k.yml": "title: K\nkind: report\n",
            "data/projects/t.yml": PROJECT.format(many=many, places=places),
            "data/site.yml": SETTINGS,
        }
    )
    with pytest.MonkeyPatch.context() as patch:
        # One woman and one man are more than one person.
        patch.setattr("dalamodellen.build.has_errors", lambda _: False)
        build = build_site(root, today=TODAY)
    page = next(
        str(file.content)
        for file in build.files
        if (file.language, file.uri) == (language, "projekt/t/index.md")
    )
    labels = re.findall(r'<span class="tile-label">(.*?)</span>', page)
    targets = re.findall(r"</strong> (.*?)</p>", page)[::2]
    totals = re.findall(r"<p>(\d+ \w+ [^<]*):</p>", page)
    return [*labels, *targets, totals[0]]


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        (
            "sv",
            ["person: 1 kvinna och 1 man", "kommun", "minst 1 företag", "minst 1 aktivitet"],
            ["personer: 2 kvinnor och 1 man", "kommuner", "minst 2 företag", "minst 2 aktiviteter"],
        ),
        (
            "nb",
            ["person: 1 kvinne og 1 mann", "kommune", "minst 1 bedrift", "minst 1 aktivitet"],
            [
                "personer: 2 kvinner og 1 mann",
                "kommuner",
                "minst 2 bedrifter",
                "minst 2 aktiviteter",
            ],
        ),
        (
            "en",
            ["person: 1 woman and 1 man", "municipality", "at least 1 firm", "at least 1 activity"],
            [
                "people: 2 women and 1 man",
                "municipalities",
                "at least 2 firms",
                "at least 2 activities",
            ],
        ),
    ],
)
def test_what_is_counted_follows_its_number(
    small_site: SmallSite, language: str, one: list[str], several: list[str]
) -> None:
    assert told(small_site, 1, "falun", language)[:4] == one
    assert told(small_site, 2, "falun, malung-salen", language)[:4] == several


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("sv", "1 kommun i 1 län", "2 kommuner i 2 län"),
        ("nb", "1 kommune i 1 fylke", "2 kommuner i 2 fylker"),
        ("en", "1 municipality in 1 county", "2 municipalities in 2 counties"),
    ],
)
def test_a_list_of_places_says_how_many_in_how_many(
    small_site: SmallSite, language: str, one: str, several: str
) -> None:
    assert told(small_site, 1, "falun", language)[-1] == one
    assert told(small_site, 2, "falun, gavle", language)[-1] == several
