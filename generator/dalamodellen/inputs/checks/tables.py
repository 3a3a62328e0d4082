# SPDX-License-Identifier: EUPL-1.2
"""Rules about the rows of tables: each has a name of its own, and its days and numbers agree."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source
from dalamodellen.model.course import CourseInstance
from dalamodellen.model.record import ID_PATTERN, slug
from dalamodellen.model.site import Site


def _instances(loaded: Loaded) -> Iterator[tuple[TextFile, Node, CourseInstance]]:
    for file, node, part in loaded.row_nodes:
        if isinstance(part, CourseInstance):
            yield file, node, part


def _stem(file: TextFile) -> str:
    return file.path.rpartition("/")[2].rpartition(".")[0]


def check_row_ids(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The id of a course instance can be an address, and no other row of its course has it."""
    del site
    first: dict[tuple[str, str], Source] = {}
    for file, node, row in _instances(loaded):
        place = node.find(("id",))
        key = (row.course or _stem(file), row.id)
        if not ID_PATTERN.fullmatch(row.id):
            values = {"name": row.id, "example": slug(row.id) or "2027-03-falun"}
            yield file.issue("invalid-row-id", place, **values)
        elif key in first:
            taken = first[key]
            line = str(taken.line) + (f" ({taken.path})" if taken.path != file.path else "")
            yield file.issue("duplicate-row", place, name=row.id, first=line)
        else:
            first[key] = place


def check_instance_days(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A course instance does not end before it starts, and is booked before it has started."""
    del site
    for file, node, row in _instances(loaded):
        start, end, booking = row.start, row.end, row.last_booking_day
        if end and start.first_day and end.last_day and end.last_day < start.first_day:
            values = {"start": start.iso, "end": end.iso}
            yield file.issue("period-backwards", node.find(("end",)), **values)
        if booking and start.last_day and booking.first_day and booking.first_day > start.last_day:
            place = node.find(("last_booking_day",))
            yield file.issue("booking-after-start", place, last=booking.iso, start=start.iso)


def check_courses_of_rows(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A table of course instances has the name of a course, or names a course on every row."""
    del site
    known = {*loaded.files, *loaded.unread}
    for file, node, row in _instances(loaded):
        stem = _stem(file)
        is_course = ("course", stem) in known
        if row.course is None and not is_course and ("project", stem) in known:
            yield file.issue("row-without-course", node.source, name=stem)
        elif row.course not in (None, stem) and is_course:
            place = node.find(("course",))
            yield file.issue("row-of-other-course", place, name=str(row.course), file=stem)


RULES = (check_row_ids, check_instance_days, check_courses_of_rows)
