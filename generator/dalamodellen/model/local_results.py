# SPDX-License-Identifier: EUPL-1.2
"""What came of goals in one municipality, or in one organisation that has agreed to be named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dalamodellen.issues import Source
from dalamodellen.model.indicator import Indicator, Observation
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Breakdown, Project
from dalamodellen.model.site import Site
from dalamodellen.model.status import added, newest_or_all


@dataclass(frozen=True)
class LocalResult:
    """A goal's numbers in one place or organisation."""

    project: Project
    number: int
    """The goal's number in the record, from 0."""
    rows: tuple[tuple[Observation, Source], ...]
    """The rows that say so, oldest first: the newest, or all where each holds only its period."""

    @property
    def goal(self) -> Indicator:
        """The goal."""
        return self.project.goals[self.number]

    @property
    def as_of(self) -> PartialDate:
        """The last day the numbers are about."""
        return self.rows[-1][0].period.end

    def count(self, name: str) -> Decimal | None:
        """Give how many: of all, or of women or men; hidden where it is of few people."""
        return added([row for row, _ in self.rows], name)


@dataclass(frozen=True)
class LocalPart:
    """A municipality's part of a number in a project's record."""

    project: Project
    whole: Breakdown
    part: Breakdown
    loc: tuple[str | int, ...]
    """Where the part stands in the record."""


@lru_cache(maxsize=4)
def results_by_place(site: Site) -> Mapping[str, tuple[LocalResult, ...]]:
    """Give the numbers of each municipality, by its id: by project, then by the goal's number."""
    return _results_by(site, "municipality")


@lru_cache(maxsize=4)
def results_by_organisation(site: Site) -> Mapping[str, tuple[LocalResult, ...]]:
    """Give the numbers of each organisation that may be named, by its id, in the same order.

    Rows of others have lost their name before they came here.
    """
    return _results_by(site, "organisation")


def _results_by(site: Site, field: str) -> Mapping[str, tuple[LocalResult, ...]]:
    found: dict[str, list[LocalResult]] = defaultdict(list)
    for project in site.projects:
        numbers = {goal.id: number for number, goal in enumerate(project.goals)}
        rows: dict[tuple[int, str], list[tuple[Observation, Source]]] = defaultdict(list)
        for row, source in site.observations(project.id):
            name = getattr(row, field)
            if name and row.indicator in numbers and not _is_part(row, field):
                rows[numbers[row.indicator], name].append((row, source))
        for (number, name), told in sorted(rows.items()):
            sources = {id(row): source for row, source in told}
            behind = newest_or_all(project.goals[number], [row for row, _ in told])
            if behind:
                shown = tuple((row, sources[id(row)]) for row in behind)
                found[name].append(LocalResult(project, number, shown))
    return {name: tuple(results) for name, results in found.items()}


def _is_part(row: Observation, field: str) -> bool:
    """Tell whether a row is about some of those in the place or organisation only."""
    is_of_another_kind = field == "municipality" and row.organisation is not None
    return bool(row.role or row.group or row.question) or is_of_another_kind


@lru_cache(maxsize=4)
def parts_by_place(site: Site) -> Mapping[str, tuple[LocalPart, ...]]:
    """Give the parts of numbers in records that bear the name of a municipality, by its name."""
    names = {place.name for place in site.municipalities}
    found: dict[str, list[LocalPart]] = defaultdict(list)
    for project in site.projects:
        for number, whole in enumerate(project.breakdowns):
            for part, loc in _parts(whole, ("breakdowns", number)):
                name = part.title.in_language(site.main_language)[0]
                if name in names:
                    found[name].append(LocalPart(project, whole, part, loc))
    return {name: tuple(parts) for name, parts in found.items()}


def _parts(
    whole: Breakdown, loc: tuple[str | int, ...]
) -> Iterator[tuple[Breakdown, tuple[str | int, ...]]]:
    for number, part in enumerate(whole.parts):
        at = (*loc, "parts", number)
        yield part, at
        yield from _parts(part, at)
