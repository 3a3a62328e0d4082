# SPDX-License-Identifier: EUPL-1.2
"""Identity numbers: found wherever they stand, told without being repeated, never guessed at.

All numbers are made up: 19121212-1212 is the example everyone uses, the others have dates
nobody gave us and check digits worked out from the public rules.
"""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.inputs.checks.personal_data import find_identity_numbers
from dalamodellen.issues import format_issue


@pytest.mark.parametrize(
    "number",
    [
        "19121212-1212",
        "191212121212",
        "121212-1212",
        "1212121212",
        "121212+1212",
        "121212 1212",
        "20200101-9815",
        "640823-3234",
        "000229-9816",
        pytest.param("701063-2391", id="a co-ordination number, ten digits"),
        pytest.param("19991291-9801", id="a co-ordination number, twelve digits"),
        pytest.param("01015000151", id="a Norwegian number"),
        pytest.param("311299 50016", id="a Norwegian number with a space"),
        pytest.param("29020050088", id="a Norwegian number of a leap day"),
        pytest.param("41015000145", id="a Norwegian D-number"),
        pytest.param("111177-1234", id="a Danish number, by its date"),
        pytest.param("290200-1234", id="a Danish number of a leap day"),
    ],
)
def test_a_number_of_a_person_is_found_whole_wherever_it_stands(number: str) -> None:
    for before, after in (
        ("", ""),
        ("nr ", "."),
        ("(", ")"),
        ("pnr:", ","),
        ("å", "ö"),
        ("–", "!"),
    ):
        found = list(find_identity_numbers(f"{before}{number}{after}"))
        assert (len(before), len(number)) in found, f"{before}{number}{after}"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("556016-0680", id="an organisation number"),
        pytest.param("16556016-0680", id="an organisation number with its prefix"),
        pytest.param("212000-0142", id="a municipality's organisation number"),
        pytest.param("202100-5489", id="an authority's organisation number"),
        pytest.param("802002-4711", id="an association's organisation number"),
        pytest.param("640823-3235", id="a wrong check digit"),
        pytest.param("641323-9812", id="month 13"),
        pytest.param("550160-1230", id="day 60 is neither a day nor a co-ordination day"),
        pytest.param("650229-9818", id="29 February of no leap year"),
        pytest.param("17121212-1212", id="a century nobody living was born in"),
        pytest.param("32135000131", id="a Norwegian number of month 13"),
        pytest.param("01015000152", id="a Norwegian number with a wrong check digit"),
        pytest.param("321177-1234", id="a Danish number of day 32"),
        pytest.param("2012-01-01/2014-06-30", id="a period"),
        pytest.param("20120101-20140630", id="a period without dashes within"),
        pytest.param("14 334 182 SEK", id="a sum of money"),
        pytest.param("17520617,1212", id="a number with decimals"),
        pytest.param("3.191212-1212", id="a section number"),
        pytest.param("978-91-7000-150-3", id="an ISBN"),
        pytest.param("070-123 45 67", id="a telephone number"),
        pytest.param("2020/00319", id="a case number"),
        pytest.param("1912121212121212", id="sixteen digits"),
        pytest.param("https://example.org/answer/6161749", id="an address"),
    ],
)
def test_other_numbers_are_left_in_peace(words: str) -> None:
    assert list(find_identity_numbers(words)) == []


def test_several_numbers_on_a_line_are_all_found() -> None:
    line = "121212-1212 och 640823-3234"
    assert set(find_identity_numbers(line)) == {(0, 11), (16, 11)}


def test_they_are_found_in_every_file_and_never_repeated(small_site: SmallSite) -> None:
    number = "19121212-1212"
    root = small_site(
        {
            "data/site.yml": f"name: Webb {number}\n",
            "data/roles/larare.yml": f"title: lärare\n# {number}\n",
            "data/roles/trasig.yml": f"title: 'a\n# {number}\n",
            "data/roles/Fel Namn.yml": f"title: {number}\n",
            "data/observations/x.csv": f"indicator,period,comment\na,2013,{number}\nb,{number},c\n",
            "content/om.md": f"---\ntitle: {number}\n---\n\n`{number}`\n",
            "content/slag.md": f"---\nkind: okänt\n---\n{number}\n",
        }
    )
    issues = [
        issue for issue in build_site(root, today=TODAY).issues if issue.code == "identity-number"
    ]
    assert [str(issue.source) for issue in issues] == [
        "content/om.md:2:8",
        "content/om.md:5:2",
        "content/slag.md:4:1",
        "data/observations/x.csv:2:8",
        "data/observations/x.csv:3:3",
        "data/roles/Fel Namn.yml:1:8",
        "data/roles/larare.yml:2:3",
        "data/roles/trasig.yml:2:3",
        "data/site.yml:1:12",
    ]
    assert not any("1212" in format_issue(issue) for issue in issues)


def test_cells_beside_each_other_are_not_read_as_one_number(small_site: SmallSite) -> None:
    root = small_site({"data/observations/x.csv": "indicator,period,value\n121212,1212,5\n"})
    codes = [issue.code for issue in build_site(root, today=TODAY).issues]
    assert "identity-number" not in codes
