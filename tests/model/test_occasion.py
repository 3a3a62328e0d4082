# SPDX-License-Identifier: EUPL-1.2
"""The calendar holds every time a course is given and every event, with zone, place and status."""

from __future__ import annotations

from datetime import date, time

from conftest import TODAY, SmallSite
from dalamodellen.inputs.loader import load_site
from dalamodellen.model.clock import TimeZone
from dalamodellen.model.course import EventKind, InstanceStatus
from dalamodellen.model.occasion import Occasion, occasions

PUBLISHED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
COURSE = f"title: Räkna\ntype: open\nsummary: En kurs.\nprice: 0 SEK\nlanguages: [sv]\n{PUBLISHED}"
EVENT = f"title: Nätverk\nkind: network_meeting\nperiod: 2027-01-13\n{PUBLISHED}"


def found(small_site: SmallSite, files: dict[str, str | bytes]) -> list[Occasion]:
    return occasions(load_site(small_site(files), today=TODAY)[0])


def test_a_course_instance_carries_its_courses_facts_and_its_own(small_site: SmallSite) -> None:
    table = "id;start;start_time;end_time;municipality;address;price\nvar;2027-03-10;18;20;lillehammer;Kursgården;200 NOK\n"
    (one,) = found(small_site, {"data/courses/k.yml": COURSE, "data/instances/k.csv": table})
    assert (one.key, one.name, one.path) == (("course", "k"), "var", "data/instances/k.csv")
    assert (one.start_time, one.end_time, one.time_zone) == (time(18), time(20), TimeZone.OSLO)
    assert (str(one.title), str(one.address), one.language) == ("Räkna", "Kursgården", "sv")
    assert one.price is not None
    assert one.price.currency == "NOK"
    assert one.anchor == "tillfalle-var"


def test_a_series_of_events_is_on_each_of_its_days_and_one_may_be_cancelled(
    small_site: SmallSite,
) -> None:
    event = EVENT + "repeats: monthly\ntimes: 3\ncancelled_days: [2027-02-13]\n"
    assert [
        (one.start.iso, one.name, one.status, one.kind)
        for one in found(small_site, {"data/events/n.yml": event})
    ] == [
        ("2027-01-13", "2027-01-13", InstanceStatus.PLANNED, EventKind.NETWORK_MEETING),
        ("2027-02-13", "2027-02-13", InstanceStatus.CANCELLED, EventKind.NETWORK_MEETING),
        ("2027-03-13", "2027-03-13", InstanceStatus.PLANNED, EventKind.NETWORK_MEETING),
    ]


def test_a_lone_event_over_two_days_ends_on_the_second(small_site: SmallSite) -> None:
    event = EVENT.replace("2027-01-13", "2027-01-13/2027-01-14")
    (one,) = found(small_site, {"data/events/n.yml": event})
    assert (one.name, one.anchor) == ("", "")
    assert one.end is not None
    assert one.end.iso == "2027-01-14"
    assert not one.is_past(date(2027, 1, 14))
    assert one.is_past(date(2027, 1, 15))


def test_occasions_stand_in_order_of_day_and_hour(small_site: SmallSite) -> None:
    table = "id,start,start_time\nsen,2027-01-13,18:00\ntidig,2027-01-13,09:00\n"
    files = {
        "data/courses/k.yml": COURSE,
        "data/instances/k.csv": table,
        "data/events/n.yml": EVENT,
    }
    assert [one.name for one in found(small_site, dict(files))] == ["", "tidig", "sen"]


def test_made_up_courses_keep_their_distance_to_the_day_on_weekdays(small_site: SmallSite) -> None:
    table = "id,days_from_today\nfore,-15\nidag,1\nsen,13\n"
    files = {
        "data/site.yml": "is_example: true\n",
        "data/courses/k.yml": COURSE,
        "data/instances/k.csv": table,
        "data/events/n.yml": EVENT.replace("period: 2027-01-13", "days_from_today: 10"),
    }
    root = small_site(dict(files))
    for today, days in (
        (date(2026, 11, 22), ["2026-11-06", "2026-11-23", "2026-12-02", "2026-12-07"]),
        (date(2027, 11, 22), ["2027-11-05", "2027-11-23", "2027-12-02", "2027-12-06"]),
    ):
        assert [one.start.iso for one in occasions(load_site(root, today=today)[0])] == days
