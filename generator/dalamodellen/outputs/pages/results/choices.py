# SPDX-License-Identifier: EUPL-1.2
"""What a reader can choose among all goals: each choice is a page, and none is empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dalamodellen.model.indicator import Counts, GoalLevel
from dalamodellen.model.local_results import results_by_place
from dalamodellen.model.results import Result, Standing, results_of_site
from dalamodellen.model.site import Site

URI = "resultat/index.md"
"""The page with all goals."""
CSV_URI = "resultat/resultat.csv"
"""The same as a table for spreadsheets."""
FOLDERS = {
    Standing.MISSED: "inte-natt",
    Standing.PARTLY: "delvis-natt",
    Standing.MET: "natt",
    Standing.STATED: "utan-jamforelse",
    Standing.TOO_EARLY: "for-tidigt",
    Standing.HIDDEN: "dolt",
    Standing.NOT_MEASURED: "inte-matt",
    Standing.NOT_STATED: "framgar-inte",
}
"""Standing → the folder of its page, the same in all languages."""
_VALUES = {
    Counts.PEOPLE.value: "personer",
    Counts.ORGANISATIONS.value: "organisationer",
    Counts.COMPANIES.value: "foretag",
    Counts.MUNICIPALITIES.value: "kommuner",
    Counts.ACTIVITIES.value: "aktiviteter",
    Counts.COURSE_PLACES.value: "kursplatser",
    Counts.NOTHING.value: "annat",
    GoalLevel.PROJECT.value: "projektets",
    GoalLevel.ORGANISATION.value: "organisationernas",
}
"""Value of a field → the folder of its page."""
_FEWEST_PROJECTS = 2
"""A theme of one project alone would only repeat the choice of that project."""


class Dimension(StrEnum):
    """What a choice is made by; the value is the folder of its pages."""

    PROJECT = "projekt"
    PROGRAMME = "program"
    COUNTS = "raknar"
    THEME = "tema"
    LEVEL = "niva"
    MUNICIPALITY = "kommun"


@dataclass(frozen=True)
class Choice:
    """Some of all goals: those in a standing, or those of a project, a programme, a municipality."""

    results: tuple[Result, ...]
    """Never empty."""
    dimension: Dimension | None = None
    value: str = ""
    """What was chosen by the dimension: an id, or a value of a field."""
    standing: Standing | None = None
    """What was chosen where there is no dimension; within one, each standing is a part of the page."""

    @property
    def uri(self) -> str:
        """Where its page lies."""
        if self.dimension:
            return f"resultat/{self.dimension.value}/{self.folder}/index.md"
        return f"resultat/utfall/{FOLDERS[self.standing]}/index.md" if self.standing else URI

    @property
    def folder(self) -> str:
        """The last folder of its page, where it was chosen by a dimension."""
        is_field = self.dimension in (Dimension.COUNTS, Dimension.LEVEL)
        return _VALUES[self.value] if is_field else self.value

    @property
    def project_id(self) -> str | None:
        """The project all its goals stand in, where it was chosen."""
        return self.value if self.dimension is Dimension.PROJECT else None

    def standings(self) -> dict[Standing, tuple[Result, ...]]:
        """Part its goals by standing, in their order."""
        parted: dict[Standing, list[Result]] = defaultdict(list)
        for result in self.results:
            parted[result.standing].append(result)
        return {standing: tuple(parted[standing]) for standing in Standing if parted[standing]}


def has_results(site: Site) -> bool:
    """Tell whether any project has a goal, so that there is a list of them."""
    return any(project.goals for project in site.projects)


@lru_cache(maxsize=4)
def choices_of(site: Site) -> tuple[Choice, ...]:
    """List every choice that shows something, and something else than a wider one does.

    All goals come first, then each standing, then each dimension with what is chosen by it. A goal
    is in a few of them, however many there are. A standing within a project is a part of the
    project's page, and needs none of its own.
    """
    everything = Choice(results_of_site(site))
    if not everything.results:
        return ()
    found = [everything]
    if len(parted := everything.standings()) > 1:
        found += [Choice(results, standing=standing) for standing, results in parted.items()]
    for dimension in Dimension:
        found += _by(site, everything, dimension)
    return tuple(found)


def part_id(standing: Standing) -> str:
    """Name the part of a page that holds the goals in a standing."""
    return f"utfall-{standing.value.replace('_', '-')}"


def _by(site: Site, whole: Choice, dimension: Dimension) -> Iterator[Choice]:
    """Give the choices of a dimension; none where all goals are alike in it."""
    parted: dict[str, list[Result]] = defaultdict(list)
    for result in whole.results:
        for value in _values(site, result, dimension):
            parted[value].append(result)
    for value, results in parted.items():
        projects = {result.project.id for result in results}
        is_repeated = dimension is Dimension.THEME and len(projects) < _FEWEST_PROJECTS
        if len(results) < len(whole.results) and not is_repeated:
            yield Choice(tuple(results), dimension, value)


def _values(site: Site, result: Result, dimension: Dimension) -> tuple[str, ...]:
    """Give what a goal is chosen by; several where its project has several themes."""
    project, goal = result.project, result.goal
    if dimension is Dimension.PROJECT:
        return (project.id,)
    if dimension is Dimension.PROGRAMME:
        programme = project.funding.programme if project.funding else None
        return (programme,) if programme and site.get("programme", programme) else ()
    if dimension is Dimension.COUNTS:
        return (goal.counts.value,)
    if dimension is Dimension.LEVEL:
        return (goal.level.value,)
    if dimension is Dimension.THEME:
        return tuple(dict.fromkeys(project.themes))
    return _places_of(site).get((project.id, result.number), ())


@lru_cache(maxsize=4)
def _places_of(site: Site) -> dict[tuple[str, int], tuple[str, ...]]:
    """Turn the numbers of places around: project and number of a goal → its municipalities."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for place, results in results_by_place(site).items():
        for one in results:
            key = (one.project.id, one.number)
            found[key] = (*found.get(key, ()), place)
    return found


def result_uris(site: Site) -> set[str]:
    """List the uris of all choices; the first is a promise, the others go when they are empty."""
    return {choice.uri for choice in choices_of(site)}
