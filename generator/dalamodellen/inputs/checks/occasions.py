# SPDX-License-Identifier: EUPL-1.2
"""Rules about what has a time: courses and events end after they begin, and series come to an end."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.instance_table import FROM_TODAY
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue
from dalamodellen.model.course import CourseInstance, Event, InstanceStatus
from dalamodellen.model.period import PartialDate
from dalamodellen.model.series import each_time, whole_day
from dalamodellen.model.site import Site

Timed = CourseInstance | Event


def _timed(loaded: Loaded) -> Iterator[tuple[TextFile, Node, Timed]]:
    """Give every row and record that has a time, with its file and its tree."""
    for file, node, row in loaded.row_nodes:
        if isinstance(row, CourseInstance):
            yield file, node, row
    for key, record in loaded.records.items():
        if isinstance(record, Event):
            yield loaded.files[key], loaded.nodes[key], record


def _days(what: Timed) -> tuple[PartialDate, PartialDate]:
    if isinstance(what, Event):
        return what.period.start, what.period.end
    return what.start, what.end or what.start


def check_times(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What begins and ends on one day ends after it begins; an end needs a beginning and a day."""
    del site
    for file, node, what in _timed(loaded):
        start, end = _days(what)
        begins, ends = what.start_time, what.end_time
        if ends is not None and begins is None:
            yield file.issue("end-without-start", node.find(("end_time",)), end=f"{ends:%H:%M}")
        elif begins and ends and start == end and ends <= begins:
            values = {"start": f"{begins:%H:%M}", "end": f"{ends:%H:%M}"}
            yield file.issue("time-backwards", node.find(("end_time",)), **values)
        if begins is not None and not start.is_whole:
            place = node.find(("start_time",))
            yield file.issue("time-without-day", place, start=f"{begins:%H:%M}")


def check_series(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What comes again has a whole first day and an end, and comes at least once."""
    del site
    for file, node, what in _timed(loaded):
        start, _ = _days(what)
        place = node.find(("repeats",))
        if what.repeats is None:
            for name in ("until", "times", "except_days"):
                if getattr(what, name):
                    yield file.issue("end-of-no-series", node.find((name,)), name=name)
        elif whole_day(start) is None:
            yield file.issue("series-without-day", place, start=start.iso or "–")
        elif not (what.until or what.times):
            yield file.issue("series-without-end", place)
        elif isinstance(what, CourseInstance) and not each_time(what):
            yield file.issue("series-never-comes", place)


def check_made_up_days(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Only a demonstration site has courses and events that move with the day of the build."""
    if not site.settings.is_example:
        for file, node, what in _timed(loaded):
            if what.days_from_today is not None:
                yield file.issue("days-from-today-outside-example", node.find((FROM_TODAY,)))


def check_cancelled(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What says the day it was cancelled has the status cancelled too."""
    del site
    for file, node, what in _timed(loaded):
        if what.cancelled_on is not None and what.status is not InstanceStatus.CANCELLED:
            values = {"day": what.cancelled_on.iso, "status": what.status.value}
            yield file.issue("cancelled-but-not-so", node.find(("cancelled_on",)), **values)


RULES = (check_times, check_series, check_made_up_days, check_cancelled)
