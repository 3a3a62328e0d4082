# SPDX-License-Identifier: EUPL-1.2
"""A second reader, ical.js, understands the calendars as the first one does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import icalendar

from conftest import REPOSITORY, SmallSite
from outputs.feeds.calendar_files import WEEKS, calendar, calendar_site


def read(content: bytes) -> dict[str, Any]:
    """Read a calendar with ical.js."""
    done = subprocess.run(
        [
            str(Path(sys.executable).parent / "node"),
            str(REPOSITORY / "tests/browser/read_calendar.mjs"),
        ],
        input=content,
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_ical_js_reads_hours_days_names_and_words_as_they_were_meant(
    small_site: SmallSite,
) -> None:
    content = calendar(calendar_site(small_site), "kalender/kalender.ics")
    found = read(content)
    by_name = {event["uid"].partition("@")[0]: event for event in found["events"]}
    assert found["name"] == "Kalender – Dal"
    assert len(by_name) == len(found["events"]) == WEEKS + 7
    times = {
        name: (by_name[f"course.rakna.{name}"]["start"], by_name[f"course.rakna.{name}"]["end"])
        for name in ("var", "host", "midnatt", "hel", "helg", "lang")
    }
    assert times == {
        "var": ("2027-03-27T21:00:00.000Z", "2027-03-28T02:00:00.000Z"),
        "host": ("2027-10-30T20:00:00.000Z", "2027-10-31T03:00:00.000Z"),
        "midnatt": ("2027-06-01T16:00:00.000Z", "2027-06-01T22:00:00.000Z"),
        "hel": ("2027-05-03", "2027-05-04"),
        "helg": ("2027-05-08", "2027-05-10"),
        "lang": ("2027-05-15", "2027-05-17"),
    }
    assert by_name["course.rakna.var"]["zone"] == "Europe/Stockholm"
    assert by_name["course.rakna.host"]["zone"] == "Europe/Oslo"
    assert by_name["course.rakna.var"]["summary"] == "Räkna; lär, pröva"
    assert by_name["course.rakna.var"]["location"] == "Kursgården, Falun"
    assert by_name["course.rakna.var"]["description"].startswith("Ta med C:\\Nytt\\jobb.\nStatus:")
    assert by_name["course.rakna.installd"]["status"] == "CANCELLED"
    assert by_name["course.rakna.installd"]["sequence"] == 2
    weekly = [event for name, event in by_name.items() if name.startswith("event.traff.")]
    assert {event["start"][11:] for event in weekly} == {"17:00:00.000Z", "16:00:00.000Z"}
    # The two readers agree about every event, all ten years.
    first = {
        str(event["uid"]): (str(event["summary"]), event["dtstart"].dt)
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
    }
    assert {event["uid"]: event["summary"] for event in found["events"]} == {
        uid: summary for uid, (summary, _) in first.items()
    }
    for event in found["events"]:
        begins = first[event["uid"]][1]
        if event["start"].endswith("Z"):
            assert begins.timestamp() == _seconds(event["start"])
        else:
            assert begins.isoformat() == event["start"]


def _seconds(moment: str) -> float:
    return icalendar.vDDDTypes.from_ical(
        moment.replace("-", "").replace(":", "").replace(".000", "")
    ).timestamp()
