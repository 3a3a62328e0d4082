# SPDX-License-Identifier: EUPL-1.2
"""Tables of course instances: of one course or of a project's courses, and the days of made-up ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source, nearest
from dalamodellen.model.course import CourseInstance
from dalamodellen.model.series import spread_rows

FROM_TODAY = "days_from_today"
_SATURDAY = 5
_NEEDED = ("id", "start")


def place_from_today(node: Node, name: str, today: date) -> None:
    """Give a record or row that says how far off it is the day that it means.

    Made-up courses lie ahead of whoever looks at the demonstration site, whenever that is. What
    would fall on a Saturday or Sunday is on the nearest weekday further from today. Words that are
    no number are left for the model to tell.

    Args:
        node: The record or row; given a field if it has `days_from_today` and not that field.
        name: The field that holds its day.
        today: The day of the build.
    """
    fields = node.fields or {}
    said = fields.get(FROM_TODAY)
    if said is None or name in fields or not (said.scalar or "").lstrip("+-").isdigit():
        return
    ahead = int(said.scalar or "")
    try:
        day = today + timedelta(days=ahead)
    except OverflowError:
        return
    step = timedelta(days=1 if ahead >= 0 else -1)
    while day.weekday() >= _SATURDAY:
        day += step
    fields[name] = Node(said.source, scalar=day.isoformat())
    node.keys.setdefault(name, said.source)


def ready_rows(
    file: TextFile, rows: Sequence[Node], today: date, issues: list[Issue]
) -> list[Node]:
    """Give the rows of a table of course instances, each with its day; none where a column is missing.

    Every row would be told to lack what the whole table lacks.
    """
    missing = list(_missing_columns(file, rows))
    issues += missing
    if missing:
        return []
    for node in rows:
        place_from_today(node, "start", today)
    return list(rows)


def _missing_columns(file: TextFile, rows: Sequence[Node]) -> Iterator[Issue]:
    """Tell once of each column that every row needs and the table does not have."""
    if not rows:
        return
    keys = rows[0].keys
    unknown = [name for name in keys if name not in CourseInstance.model_fields]
    header = min((place.line for place in keys.values()), default=1)
    for name in _NEEDED:
        if name not in keys and not (name == "start" and FROM_TODAY in keys):
            alike = nearest(name, unknown)
            place = keys.get(alike, Source(file.path, header))
            yield file.issue(
                "missing-column", place, name=name, found=", ".join(keys), nearest=alike
            )


def keep_instances(
    loaded: Loaded, stem: str, rows: Sequence[tuple[CourseInstance, Source]]
) -> None:
    """Keep every time of every row with its course: the one it names, else the file's."""
    by_course: dict[str, list[tuple[CourseInstance, Source]]] = defaultdict(list)
    for row, source in rows:
        by_course[row.course or stem].append((row, source))
    for course, found in by_course.items():
        loaded.keep_rows(("course", course), spread_rows(found))
