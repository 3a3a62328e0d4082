# SPDX-License-Identifier: EUPL-1.2
"""The catalogue, its choices and data, the calendar and events: what a reader is told, and when."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

PUBLISHED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
NONE = "Inga kurser är planerade just nu"
SITE = "name: Sidan\nlanguages: [sv, nb, en]\nowner: {name: Redaktionen, email: redaktionen@example.org}\n"
TOPIC = "title: {sv: Pengar, nb: Penger, en: Money}\nsummary: Räkna.\n"


def course(title: str, more: str = "", kind: str = "open", status: str = "ongoing") -> str:
    return f"title: {title}\ntype: {kind}\nstatus: {status}\nsummary: En kurs.\n{more}{PUBLISHED}"


FILES = {
    "data/site.yml": SITE,
    "data/topics/pengar.yml": TOPIC,
    "data/courses/rakna.yml": course(
        "Räkna", "topic: pengar\nlevel: beginner\nlanguages: [sv]\nprice: 0 SEK\nindustries: [C]\n"
    ),
    "data/courses/salja.yml": course("Sälja", "price: 500 SEK\nlanguages: [sv]\n"),
    "data/courses/ert-behov.yml": course("Ert behov", kind="bespoke"),
    "data/courses/gammal.yml": course("Gammal", status="ended"),
    "data/instances/rakna.csv": (
        "id,start,start_time,end_time,municipality,is_online,status,booking_url,language\n"
        "var,2027-03-10,18:00,20:30,falun,,open,https://example.org/boka,\n"
        "natet,2027-03-12,,,,true,full,,nb\n"
        "forra,2026-03-10,,,falun,,held,,\n"
    ),
    "data/instances/salja.csv": (
        "id,start,end,municipality,status\n"
        "dagar,2027-03-10,2027-03-11,borlange,planned\n"
        "nej,2027-01-10,,borlange,cancelled\n"
    ),
    "data/events/natverk.yml": (
        "title: Nätverk\nkind: network_meeting\nperiod: 2027-03-10\nmunicipality: falun\n"
        + PUBLISHED
    ),
    "data/events/forr.yml": "title: Förr\nkind: conference\nperiod: okänd\nstatus: held\n"
    + PUBLISHED,
}


@pytest.fixture
def built(small_site: SmallSite) -> Build:
    build = build_site(small_site(dict(FILES)), today=TODAY)
    assert [issue.code for issue in build.issues if issue.severity == "error"] == []
    return build


def page(build: Build, uri: str, language: str = "sv") -> str:
    found = {(file.uri, file.language): file.content for file in build.files}
    return str(found[uri, language])


def uris(build: Build) -> set[str]:
    return {file.uri for file in build.files if file.language == "sv"}


def data(build: Build, language: str = "sv") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(build, "kurser/kurser.json", language))
    return found


def listed(text: str) -> list[str]:
    """Give the titles of the rows of a page, in their order."""
    return re.findall(r'occasion-what"><a [^>]*>([^<]+)</a>', text)


def test_the_catalogue_lists_what_comes_by_day_and_a_cancelled_course_says_so(built: Build) -> None:
    text = page(built, "kurser/index.md")
    assert listed(text) == ["Sälja", "Sälja", "Räkna", "Räkna"]
    assert "ons 10 mars 2027" in text
    assert "kl. 18:00–20:30" in text
    assert "ons 10 mars 2027 – tors 11 mars 2027" in text
    assert re.search(r'<li data-last="2027-01-10" class="is-cancelled">.*Inställd', text)
    assert "Listan gjordes 22 november 2026." in text


def test_what_was_held_or_is_over_is_not_to_come(built: Build) -> None:
    assert "2026-03-10" not in page(built, "kurser/index.md")
    assert "2026-03-10" not in page(built, "kurser/kommun/falun/index.md")
    own = page(built, "kurser/rakna/index.md")
    assert (
        own.index("Kommande tillfällen")
        < own.index("Tidigare tillfällen")
        < own.index("2026-03-10")
    )


def test_there_is_a_page_for_each_topic_place_and_month_with_courses_and_no_other(
    built: Build,
) -> None:
    lists = ("kurser/", "kalender/")
    others = (".ics", "/intyg/index.md")
    found = {uri for uri in uris(built) if uri.startswith(lists) and not uri.endswith(others)}
    assert found == {
        "kalender/forr/index.md",
        "kalender/index.md",
        "kalender/manad/2026-03/index.md",
        "kalender/manad/2027-01/index.md",
        "kalender/manad/2027-03/index.md",
        "kalender/natverk/index.md",
        "kurser/amne/pengar/index.md",
        "kurser/ert-behov/index.md",
        "kurser/gammal/index.md",
        "kurser/index.md",
        "kurser/kommun/borlange/index.md",
        "kurser/kommun/falun/index.md",
        "kurser/kurser.json",
        "kurser/pa-natet/index.md",
        "kurser/rakna/index.md",
        "kurser/salja/index.md",
    }


def test_a_municipality_tells_what_is_held_in_the_rest_of_its_county(built: Build) -> None:
    text = page(built, "kurser/kommun/falun/index.md")
    here, near = text.split("I andra kommuner i länet")
    assert listed(here) == ["Räkna"]
    assert listed(near) == ["Sälja", "Sälja"]


def test_the_data_of_the_filters_are_columns_of_each_time_and_of_courses_without_one(
    built: Build,
) -> None:
    found = data(built)
    rows = found["rows"]
    titles = [found["courses"][number][1] for number in rows["kurs"]]
    assert titles == ["Sälja", "Sälja", "Räkna", "Räkna", "Ert behov"]
    first = date(1970, 1, 1).toordinal()
    days = [date.fromordinal(first + sum(rows["dag"][: n + 1])).isoformat() for n in range(4)]
    assert days == ["2027-01-10", "2027-03-10", "2027-03-10", "2027-03-12"]
    assert {len(column) for name, column in rows.items() if name != "kurs"} == {4}
    assert [found["hours"][number] for number in rows["tid"]] == ["", "", "18:00–20:30", ""]
    assert [found["places"][number][1] for number in rows["kommun"]] == [
        *("Borlänge", "Borlänge", "Falun", ""),
    ]
    assert rows["natet"] == [0, 0, 0, 1]
    assert [found["statuses"][number] for number in rows["status"]] == [
        *("Inställd", "Planerad", "Öppen för bokning", "Fullbokad"),
    ]
    assert rows["namn"] == ["nej", "dagar", "var", "natet"]


def test_a_time_in_another_language_than_its_course_is_chosen_by_its_own(built: Build) -> None:
    found = data(built)
    told = {found["courses"][number][1]: [] for number in found["rows"]["kurs"]}
    for number in found["rows"]["kurs"]:
        told[found["courses"][number][1]].append(found["courses"][number][8])
    assert told["Räkna"] == [["sv"], ["nb"]]


def test_the_data_speak_the_language_of_the_tree(built: Build) -> None:
    assert data(built, "nb")["statuses"][1] == "Åpent for påmelding"
    assert data(built, "en")["statuses"][3] == "Cancelled"


def test_no_course_to_come_says_so_and_offers_to_tell_when_one_does(small_site: SmallSite) -> None:
    files = {"data/site.yml": SITE, "data/courses/gammal.yml": FILES["data/courses/gammal.yml"]}
    build = build_site(small_site(dict(files)), today=TODAY)
    for uri in ("kurser/index.md", "index.md", "kurser/gammal/index.md"):
        assert NONE in page(build, uri), uri
    assert "mailto:redaktionen@example.org?subject=Meddela%20mig" in page(build, "kurser/index.md")
    assert "kurser/kurser.json" not in uris(build)
    assert "kalender/index.md" not in uris(build)
    # Nobody waits for a course of a project that is over.
    assert "Meddela mig" not in page(build, "kurser/gammal/index.md")


def test_a_form_of_the_site_or_a_contact_of_the_course_is_asked_before_the_owner(
    small_site: SmallSite,
) -> None:
    contact = "contacts: [{role: Kurssamordnaren, email: kurs@example.org}]\n"
    files = {
        "data/site.yml": SITE,
        "data/courses/rakna.yml": course("Räkna", contact),
    }
    root = small_site(dict(files))
    assert "mailto:kurs@example.org" in page(build_site(root, today=TODAY), "kurser/rakna/index.md")
    (root / "data/site.yml").write_text(f"{SITE}interest_url: https://example.org/meddela?x=1\n")
    text = page(build_site(root, today=TODAY), "kurser/rakna/index.md")
    assert 'href="https://example.org/meddela?x=1&kurs=R%C3%A4kna"' in unescape(text)


def test_a_bespoke_course_has_a_route_and_no_date(built: Build) -> None:
    text = page(built, "kurser/ert-behov/index.md")
    assert "Beskriv ert behov" in text
    assert NONE not in text
    assert "<time" not in text


def test_a_course_is_booked_until_its_last_day_and_never_when_it_is_full(
    small_site: SmallSite,
) -> None:
    head = "id,start,status,booking_url,last_booking_day\n"
    boka = "https://example.org/boka"
    rows = [
        f"open,2027-03-10,open,{boka}/1,2027-03-01\n",
        f"sen,2027-03-10,open,{boka}/2,2026-11-01\n",
        f"full,2027-03-10,full,{boka}/3,2027-03-01\n",
        f"nej,2027-03-10,cancelled,{boka}/4,2027-03-01\n",
        f"forbi,2026-03-10,held,{boka}/5,2026-03-01\n",
    ]
    files = {"data/courses/k.yml": course("Kurs"), "data/instances/k.csv": head + "".join(rows)}
    text = page(build_site(small_site(dict(files)), today=TODAY), "kurser/k/index.md")
    assert re.findall(r'href="https://example.org/(boka/\d)"', text) == ["boka/1"]


def test_a_month_is_a_table_of_weeks_and_a_list_of_days(built: Build) -> None:
    text = page(built, "kalender/manad/2027-03/index.md")
    weeks = re.findall(r'<tr><th scope="row">(\d+)</th>', text)
    assert weeks == ["9", "10", "11", "12", "13"]
    assert [int(day) for day in re.findall(r'month-day">(\d+)<', text)] == [*range(1, 32)]
    assert re.findall(r'<h2 id="(dag-[\d-]+)">', text) == ["dag-2027-03-10", "dag-2027-03-12"]
    # What has an hour stands where the hour is; the others first.
    assert listed(text) == ["Sälja", "Nätverk", "Räkna", "Räkna"]
    assert "18:00 <a href" in text
    assert '<abbr title="måndag">mån</abbr>' in text


def test_a_busy_day_leads_from_the_table_to_all_of_it(small_site: SmallSite) -> None:
    rows = "".join(f"t{n},2027-03-10,0{n}:00\n" for n in range(1, 6))
    files = {
        "data/courses/k.yml": course("K"),
        "data/instances/k.csv": f"id,start,start_time\n{rows}",
    }
    text = page(build_site(small_site(dict(files)), today=TODAY), "kalender/manad/2027-03/index.md")
    assert '<a href="#dag-2027-03-10">2 till</a>' in text
    assert len(listed(text)) == 5


def test_an_event_on_an_unknown_day_has_been_and_is_not_to_come(built: Build) -> None:
    text = page(built, "kalender/index.md")
    before, after = text.split("## Har varit, en okänd dag")
    assert "Förr" not in before
    assert "Framgår inte av våra källor" in after
    assert "Framgår inte av våra källor" in page(built, "kalender/forr/index.md")


def test_the_calendar_holds_events_and_courses_by_month(built: Build) -> None:
    text = page(built, "kalender/index.md")
    assert text.index("## Januari 2027") < text.index("## Mars 2027")
    assert "Nätverksträff · " in text


def test_only_pages_with_something_to_hide_bring_the_scripts(built: Build) -> None:
    assert 'scripts: ["upcoming", "courses"]' in page(built, "kurser/index.md")
    assert 'scripts: ["upcoming"]' in page(built, "index.md")
    assert "scripts:" not in page(built, "kurser/gammal/index.md")
    assert "scripts:" not in page(built, "kalender/manad/2027-03/index.md")


def test_five_thousand_times_are_a_small_file(small_site: SmallSite) -> None:
    # benchmarks/courses.py measures the whole page; here only that nothing grows with each row.
    rows = "".join(f"t{n},2027-{n % 12 + 1:02}-10,falun\n" for n in range(500))
    files = {
        "data/courses/k.yml": course("K"),
        "data/instances/k.csv": f"id,start,municipality\n{rows}",
    }
    build = build_site(small_site(dict(files)), today=TODAY)
    assert len(page(build, "kurser/kurser.json")) < 500 * 22
    assert len(listed(page(build, "kurser/index.md"))) == 12
