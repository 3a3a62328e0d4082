# SPDX-License-Identifier: EUPL-1.2
"""Calendars as the library icalendar reads them; ical.js reads them in tests/browser/test_calendars.py."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from conftest import SmallSite
from dalamodellen.build import build_site
from dalamodellen.issues import has_errors
from dalamodellen.outputs.feeds.icalendar_text import LONGEST_LINE, as_text, text_line
from outputs.feeds.calendar_files import FILES, WEEKS, calendar, calendar_site

ALL = "kalender/kalender.ics"


def events(content: bytes) -> Mapping[str, Any]:
    """Read a calendar: the part of each name before the site's → its event."""
    read = icalendar.Calendar.from_ical(content)
    assert read.errors == []
    return {str(event["uid"]).partition("@")[0]: event for event in read.walk("VEVENT")}


@pytest.fixture
def course(small_site: SmallSite) -> Mapping[str, Any]:
    found = events(calendar(calendar_site(small_site), "kurser/rakna/kalender.ics"))
    return {name.removeprefix("course.rakna."): event for name, event in found.items()}


def utc(event: Any, name: str) -> datetime:
    moment = event[name].dt
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def test_a_night_is_six_hours_by_the_clock_though_summer_time_begins_or_ends(
    course: Mapping[str, Any],
) -> None:
    spring, autumn = course["var"], course["host"]
    assert (utc(spring, "dtstart"), utc(spring, "dtend")) == (
        datetime(2027, 3, 27, 21, tzinfo=UTC),
        datetime(2027, 3, 28, 2, tzinfo=UTC),
    )
    assert spring["dtstart"].params["TZID"] == "Europe/Stockholm"
    assert (utc(autumn, "dtstart"), utc(autumn, "dtend")) == (
        datetime(2027, 10, 30, 20, tzinfo=UTC),
        datetime(2027, 10, 31, 3, tzinfo=UTC),
    )
    assert autumn["dtstart"].params["TZID"] == "Europe/Oslo"


def test_what_ends_at_midnight_ends_when_the_next_day_begins(course: Mapping[str, Any]) -> None:
    assert utc(course["midnatt"], "dtend") == datetime(2027, 6, 1, 22, tzinfo=UTC)


def test_what_has_no_times_is_whole_days_and_names_the_day_after_the_last(
    course: Mapping[str, Any],
) -> None:
    assert [
        (course[name]["dtstart"].dt, course[name]["dtend"].dt) for name in ("hel", "helg", "lang")
    ] == [
        (date(2027, 5, 3), date(2027, 5, 4)),
        (date(2027, 5, 8), date(2027, 5, 10)),
        (date(2027, 5, 15), date(2027, 5, 17)),
    ]
    assert course["hel"]["transp"] == "TRANSPARENT"
    assert "transp" not in course["var"]
    # When the last of several days ends is not known, so the first one's time stands in words.
    assert "Börjar: 09:00" in course["lang"]["description"]


def test_what_is_cancelled_says_so_in_three_ways(course: Mapping[str, Any]) -> None:
    cancelled = course["installd"]
    assert cancelled["status"] == "CANCELLED"
    assert cancelled["summary"] == "Inställd: Räkna; lär, pröva"
    assert "Status: Inställd" in cancelled["description"]
    # One change by hand, and the cancelling.
    assert cancelled["sequence"] == 2
    assert course["var"]["sequence"] == 2
    assert course["hel"]["sequence"] == 0


def test_only_what_is_sure_is_called_confirmed(course: Mapping[str, Any]) -> None:
    assert [course[name].get("status") for name in ("var", "midnatt", "hel")] == [
        "CONFIRMED",
        "CONFIRMED",
        None,
    ]


def test_what_has_no_whole_day_and_what_is_over_are_left_out_and_the_page_says_the_first(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site)
    names = events(calendar(build, "amnen/ekonomi/kalender.ics")).keys()
    assert {name.removeprefix("course.rakna.") for name in names} == {
        *("var", "host", "midnatt", "hel", "helg", "lang", "installd"),
    }
    page = next(file for file in build.files if file.uri == "amnen/ekonomi/index.md")
    assert "1 tillfälle har ingen dag än och finns inte i kalendern." in str(page.content)
    nobody = next(file for file in build.files if file.uri == "kommuner/lillehammer/index.md")
    assert "har ingen dag än" not in str(nobody.content)


def test_each_calendar_holds_what_its_page_is_about(small_site: SmallSite) -> None:
    build = calendar_site(small_site)

    def kinds(uri: str) -> set[str]:
        return {name.split(".")[0] for name in events(calendar(build, uri))}

    assert kinds(ALL) == kinds("projekt/lyft/kalender.ics") == {"course", "event"}
    assert kinds("amnen/ekonomi/kalender.ics") == {"course"}
    assert kinds("kommuner/falun/kalender.ics") == {"course"}
    assert len(events(calendar(build, "kommuner/lillehammer/kalender.ics"))) == WEEKS + 1
    assert kinds("kalender/traff/kalender.ics") == {"event"}
    # The calendar of one event holds it when it is over too; its page is still there.
    assert [*events(calendar(build, "kalender/slut/kalender.ics"))] == ["event.slut"]
    assert not any("utkast" in file.uri for file in build.files)


def test_an_empty_calendar_is_still_one_that_can_be_read(small_site: SmallSite) -> None:
    header = str(FILES["data/instances/rakna.csv"]).split("\n")[0]
    build = calendar_site(small_site, instances=f"{header}\n")
    read = icalendar.Calendar.from_ical(calendar(build, "amnen/ekonomi/kalender.ics"))
    assert [part.name for part in read.subcomponents] == ["VTIMEZONE"]
    assert read["X-WR-CALNAME"] == "Ekonomi – Dal"


def test_ten_years_of_a_weekly_series_begin_at_six_by_the_clock_every_wednesday(
    small_site: SmallSite,
) -> None:
    found = events(calendar(calendar_site(small_site), "kalender/traff/kalender.ics"))
    starts = [event["dtstart"].dt for event in found.values()]
    assert len(found) == len(set(starts)) == WEEKS
    assert {(one.hour, one.minute, one.weekday()) for one in starts} == {(18, 0, 2)}
    assert {one.utcoffset() for one in starts} == {timedelta(hours=1), timedelta(hours=2)}
    assert str(starts[-1].date()) == "2036-12-31"


def test_names_are_the_same_in_every_calendar_and_language_and_on_every_day(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site)
    later = build_site(build.root, today=date(2027, 4, 1))

    def uids(content: bytes) -> set[str]:
        read = icalendar.Calendar.from_ical(content)
        return {str(event["uid"]) for event in read.walk("VEVENT")}

    swedish = uids(calendar(build, ALL))
    assert len(swedish) == WEEKS + 7
    assert "course.rakna.var@example.org/dal" in swedish
    assert uids(calendar(build, ALL, "nb")) == swedish
    assert uids(calendar(later, ALL)) < swedish
    moved = str(FILES["data/instances/rakna.csv"]).replace("2027-05-03", "2027-05-04")
    assert uids(calendar(calendar_site(small_site, instances=moved), ALL)) == swedish


def test_the_stamp_is_the_last_commit_of_the_file_and_never_the_day_of_the_build(
    small_site: SmallSite,
) -> None:
    root = small_site(FILES)
    who = ["-c", "user.name=Redaktionen", "-c", "user.email=redaktionen@example.org"]
    for arguments, day in (
        (["init", "-q"], ""),
        (["add", "."], ""),
        (["commit", "-qm", "Allt"], "2026-11-01T10:20:30Z"),
    ):
        dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day} if day else {}
        _git(root, *who, *arguments, **dates)
    rows = str(FILES["data/instances/rakna.csv"]).replace("2027-05-03", "2027-05-04")
    (root / "data/instances/rakna.csv").write_text(rows, encoding="utf-8")
    day = "2026-11-20T08:00:00+01:00"
    _git(root, *who, "commit", "-qam", "Ny dag", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    stamps = []
    for today in (date(2026, 11, 22), date(2026, 12, 24)):
        found = events(calendar(build_site(root, today=today), ALL))
        stamps.append(
            (found["course.rakna.hel"]["dtstamp"].dt, found["event.traff.2027-01-06"]["dtstamp"].dt)
        )
    assert (
        stamps
        == [
            (
                datetime(2026, 11, 20, 7, tzinfo=UTC),
                datetime(2026, 11, 1, 10, 20, 30, tzinfo=UTC),
            )
        ]
        * 2
    )


def _git(root: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(
        ["git", "-C", str(root), *arguments],
        check=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(root), **environment},
    )


def test_every_line_is_short_ends_as_the_format_says_and_is_cut_between_letters(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site)
    calendars = [file.content for file in build.files if file.uri.endswith(".ics")]
    assert len(calendars) > 20
    for content in calendars:
        assert isinstance(content, bytes)
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert b"\r\n\r\n" not in content
        for line in content.removesuffix(b"\r\n").split(b"\r\n"):
            assert len(line) <= LONGEST_LINE
            assert b"\n" not in line
            assert b"\r" not in line
            line.decode()


@pytest.mark.parametrize("letter", ["a", "ö", "€", "🙂"])
def test_a_folded_line_is_the_same_when_it_is_unfolded(letter: str) -> None:
    for number in range(160):
        words = letter * number
        folded = text_line("SUMMARY", words)
        assert folded.replace("\r\n ", "") == f"SUMMARY:{words}"
        lines = folded.split("\r\n")
        assert all(len(line.encode()) <= LONGEST_LINE for line in lines)
        # No line is shorter than it must be.
        assert all(len(line.encode()) > LONGEST_LINE - 4 for line in lines[:-1])


def test_no_sign_in_words_means_anything_to_a_calendar() -> None:
    words = "C:\\Ny; a, b\r\nEND:VEVENT\n\x07\ttabb"
    assert as_text(words) == "C:\\\\Ny\\; a\\, b\\nEND:VEVENT\\n\ttabb"
    read = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{text_line('SUMMARY', words)}\r\nEND:VEVENT")
    assert read["summary"] == "C:\\Ny; a, b\nEND:VEVENT\n\ttabb"


def test_words_of_a_record_come_back_as_they_were_written(course: Mapping[str, Any]) -> None:
    event = course["var"]
    assert event["summary"] == "Räkna; lär, pröva"
    assert event["location"] == "Kursgården, Falun"
    assert event["description"] == (
        "Ta med C:\\Nytt\\jobb.\nStatus: Öppen för bokning\nBoka: https://example.org/boka\n"
        "Läs mer: https://example.org/dal/kurser/rakna/#tillfalle-var"
    )
    assert event["url"] == "https://example.org/dal/kurser/rakna/#tillfalle-var"
    assert [str(one) for one in event["categories"].cats] == ["Kurs", "Ekonomi"]


def test_words_in_another_language_than_the_calendars_say_which(small_site: SmallSite) -> None:
    found = events(calendar(calendar_site(small_site), ALL, "nb"))
    assert found["course.rakna.var"]["summary"].params["LANGUAGE"] == "sv"


def test_without_an_address_calendars_are_made_and_pages_lead_to_the_file(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site, site="name: Dalen på nätet\nlanguages: [sv]\n")
    content = calendar(build, ALL)
    assert b"https://example.org/dal" not in content
    assert b"\r\nURL:" not in content
    assert b"@dalen-pa-natet.dalamodellen\r\n" in content
    page = str(next(file for file in build.files if file.uri == "amnen/ekonomi/index.md").content)
    assert '<a href="kalender.ics" type="text/calendar">Hämta kalendern som fil</a>' in page
    assert "webcal:" not in page


def test_a_page_offers_its_calendar_in_one_press_and_the_address_to_copy(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site)
    page = str(
        next(
            file
            for file in build.files
            if (file.uri, file.language) == ("kommuner/falun/index.md", "nb")
        ).content
    )
    way = "example.org/dal/nb/kommuner/falun/kalender.ics"
    assert f'<a href="webcal://{way}">Abonner i kalenderen din</a>' in page
    assert f"<code>https://{way}</code>" in page
    assert '"type": "text/calendar"' in page


def test_addresses_of_calendars_are_promised_but_not_those_of_single_occasions(
    small_site: SmallSite,
) -> None:
    build = calendar_site(small_site)
    assert not has_errors(build.issues)
    calendars = {one for one in build.addresses if one.endswith(".ics")}
    pages = ("kalender", "amnen/ekonomi", "kommuner/falun", "kommuner/lillehammer")
    records = ("projekt/lyft", "kurser/rakna", "kalender/traff", "kalender/slut")
    assert calendars == {
        f"{tree}/{page}/kalender.ics" for tree in ("", "/nb") for page in (*pages, *records)
    }
    single = {file.uri for file in build.files if "/tillfalle-" in file.uri}
    assert "kurser/rakna/tillfalle-var.ics" in single
    assert "kalender/traff/tillfalle-2027-01-06.ics" in single
    # What is over has no file of its own, nor has what has no day.
    assert not any(name in uri for uri in single for name in ("forbi", "nagon-gang"))
    assert [*events(calendar(build, "kurser/rakna/tillfalle-var.ics"))] == ["course.rakna.var"]


def test_on_a_demonstration_site_every_entry_says_that_it_is_made_up(
    small_site: SmallSite,
) -> None:
    files = {
        "data/site.yml": "name: Dal\nlanguages: [sv]\nis_example: true\n",
        "data/courses/k.yml": "title: Kurs\ntype: open\nsummary: En kurs.\n" + _approved(),
        "data/instances/k.csv": "id,start,booking_url,status\na,2027-03-01,https://example.org/b,open\n",
    }
    build = build_site(small_site(files), today=date(2026, 11, 22))
    content = calendar(build, ALL)
    event = events(content)["course.k.a"]
    assert event["summary"] == "EXEMPEL – påhittade uppgifter: Kurs"
    assert b"X-WR-CALNAME:EXEMPEL " in content
    assert b"example.org/b" not in content


def _approved() -> str:
    return "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"


def test_drafts_are_in_no_calendar_even_where_pages_show_them(small_site: SmallSite) -> None:
    root = calendar_site(small_site).root
    shown = build_site(root, today=date(2026, 11, 22), shows_drafts=True)
    assert any(file.uri == "kalender/utkast/index.md" for file in shown.files)
    for uri in (ALL, "kalender/utkast/kalender.ics"):
        assert "event.utkast" not in events(calendar(shown, uri))
