# SPDX-License-Identifier: EUPL-1.2
"""What became of a project's courses: planned against held, and the seats there were. No people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.occasion import Occasion, occasions
from dalamodellen.model.site import Site


@dataclass(frozen=True)
class CourseTally:
    """How many course instances there are of each sort, and the seats in them."""

    planned: int
    """How many were to have been held by the day of the build: those held, cancelled or past."""
    held: int
    cancelled: int
    ahead: int
    """How many are still to come."""
    seats_held: int
    """Seats in those that were held, as far as their seats are known."""
    seats_ahead: int
    """Seats in those still to come."""
    unknown_seats: int
    """In how many of those held the seats are not known."""


def instances_of_project(site: Site, project_id: str) -> list[Occasion]:
    """List the course instances of a project's courses, by when they begin."""
    return [one for one in occasions(site) if one.kind is None and one.project == project_id]


def tally(site: Site, found: Iterable[Occasion]) -> CourseTally:
    """Count course instances by what became of them."""
    held, cancelled, ahead, past = [], [], [], []
    for one in found:
        if one.status is InstanceStatus.HELD:
            held.append(one)
        elif one.status is InstanceStatus.CANCELLED:
            cancelled.append(one)
        elif one.is_past(site.today):
            past.append(one)
        else:
            ahead.append(one)
    gone = [one for one in cancelled if one.is_past(site.today)]
    return CourseTally(
        planned=len(held) + len(gone) + len(past),
        held=len(held),
        cancelled=len(cancelled),
        ahead=len(ahead),
        seats_held=sum(one.seats or 0 for one in held),
        seats_ahead=sum(one.seats or 0 for one in ahead),
        unknown_seats=sum(one.seats is None for one in held),
    )
