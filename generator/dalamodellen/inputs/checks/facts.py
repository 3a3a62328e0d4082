# SPDX-License-Identifier: EUPL-1.2
"""Rules about facts told more than once: the same fact has the same value everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.indicator import Counts
from dalamodellen.model.money import Precision, Quantity
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.validation import Loc


@dataclass(frozen=True)
class _Fact:
    loc: Loc
    counts: str
    quantity: Quantity

    def is_same_as(self, other: _Fact) -> bool:
        """Whether both tell of the same thing in the same phase."""
        ours, theirs = self.quantity.what, other.quantity.what
        return (
            self.counts == other.counts
            and self.quantity.phase == other.quantity.phase
            and (ours is None or theirs is None or str(ours) == str(theirs))
        )

    def agrees_with(self, other: _Fact) -> bool:
        """Whether both have the same value, as exactly told."""
        ours, theirs = self.quantity, other.quantity
        return (ours.value, ours.precision) == (theirs.value, theirs.precision)


def check_facts_told_twice(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """One fact about the same phase has one value; 260 and "ca 260" are two.

    Different phases may differ: 23 municipalities in a pre-study, 22 in the project.
    """
    del site
    for key, project in _projects(loaded):
        for one, other in combinations(_facts(project), 2):
            if one.is_same_as(other) and not one.agrees_with(other):
                first = loaded.nodes[key].find((*one.loc, "value"))
                yield loaded.issue(
                    key,
                    (*other.loc, "value"),
                    "fact-told-twice",
                    name=other.quantity.as_recorded,
                    other=one.quantity.as_recorded,
                    first=f"{first.path}:{first.line}",
                )


def _facts(project: Project) -> Iterator[_Fact]:
    for number, quantity in enumerate(project.participants):
        yield _Fact(("participants", number), Counts.PEOPLE, quantity)
    for number, quantity in enumerate(project.organisations):
        yield _Fact(("organisations", number), Counts.ORGANISATIONS, quantity)
    for number, count in enumerate(project.counts):
        yield _Fact(("counts", number, "quantity"), count.counts, count.quantity)
    for number, whole in enumerate(project.breakdowns):
        # A breakdown is of the participants when it is about as many; it has no phase of its own.
        alike = [q for q in project.participants if q.value == whole.value]
        if alike and all(quantity.precision is not Precision.EXACT for quantity in alike):
            quantity = Quantity(value=whole.value, phase=alike[0].phase, what=alike[0].what)
            yield _Fact(("breakdowns", number), Counts.PEOPLE, quantity)


def check_lineage_facts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What a project says of another project's support is what that project says itself."""
    del site
    for key, project in _projects(loaded):
        for number, tie in enumerate(project.lineage):
            other_key = ("project", tie.project or "")
            other = loaded.records.get(other_key)
            if not isinstance(other, Project) or not tie.granted or not other.funding:
                continue
            theirs = other.funding.granted
            if theirs and (theirs.amount, theirs.currency) != (
                tie.granted.amount,
                tie.granted.currency,
            ):
                first = loaded.nodes[other_key].find(("funding", "granted", "amount"))
                yield loaded.issue(
                    key,
                    ("lineage", number, "granted"),
                    "fact-told-twice",
                    name=tie.granted.as_recorded,
                    other=theirs.as_recorded,
                    first=f"{first.path}:{first.line}",
                )


def _projects(loaded: Loaded) -> Iterator[tuple[RecordKey, Project]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project):
            yield key, record


RULES = (check_facts_told_twice, check_lineage_facts)
