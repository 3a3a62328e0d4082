# SPDX-License-Identifier: EUPL-1.2
"""Rules about a project as a whole: its status, its owner, its funder, its plan for access."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.period import Period
from dalamodellen.model.plan import ProjectStatus
from dalamodellen.model.programme import Programme, Publicity
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site

ACCESS_PARTS = ("physical", "activity", "communicative", "informative")


def _projects(loaded: Loaded) -> Iterator[tuple[RecordKey, Project]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project):
            yield key, record


def check_status(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Status and period agree: what has ended has an end behind it, what goes on has begun.

    A status that only the calendar has overtaken is due, not wrong.
    """
    for key, project in _projects(loaded):
        start, end = project.period.start.first_day, project.period.end.last_day
        status, today = project.status, site.today
        is_ahead = bool(start and start > today)
        is_over = bool(end and end < today and not project.period.is_open)
        is_wrong = (
            status is ProjectStatus.ENDED
            and (project.period.is_open or bool(end and end > today) or is_ahead)
        ) or (status is ProjectStatus.ONGOING and is_ahead)
        is_overtaken = (status is ProjectStatus.ONGOING and is_over) or (
            status is ProjectStatus.PLANNED and (is_over or bool(start and start <= today))
        )
        if is_wrong or is_overtaken:
            code = "status-and-period" if is_wrong else "status-due"
            yield loaded.issue(
                key,
                ("status",),
                code,
                parts=f"status_{status.value}",
                start=project.period.start.iso or "?",
                end=project.period.end.iso or "–",
            )


def check_owner_region(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """An owner outside the region the funder names is told with a neutral note, never called wrong."""
    for key, project in _projects(loaded):
        funding = project.funding
        owner = site.records.get(("organisation", project.owner or ""))
        if not funding or not funding.region or not isinstance(owner, Organisation):
            continue
        place = site.codes.places.get(owner.municipality or owner.county or "")
        region = str(funding.region)
        counties = site.codes.regions.get(region.casefold())
        if place is None or place.country != "SE" or not counties:
            continue
        if place.county_code not in counties and not project.owner_note:
            yield loaded.issue(
                key,
                ("funding", "region"),
                "owner-outside-region",
                name=region,
                place=place.name,
                county=place.county_name,
            )


def check_access_plan(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A plan for accessibility has measures in all four parts; an empty part is shown as empty."""
    del site
    for key, project in _projects(loaded):
        plan = project.accessibility_plan
        empty = [part for part in ACCESS_PARTS if plan and not getattr(plan, part)]
        if empty:
            parts = ", ".join(f"access_{part}" for part in empty)
            yield loaded.issue(key, ("accessibility_plan",), "access-part-empty", parts=parts)


def check_funder_text(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A funder is named in words: a logo alone says nothing to one who cannot see it."""
    for key, project in _projects(loaded):
        funding = project.funding
        if funding is None:
            continue
        if funding.programme is None:
            if (funding.granted or funding.budget) and not funding.note:
                yield loaded.issue(key, ("funding",), "funder-not-named", name=project.id)
            continue
        programme = site.records.get(("programme", funding.programme))
        if not isinstance(programme, Programme):
            continue
        publicity = site.records.get(("publicity", programme.publicity or ""))
        is_running = project.status in (ProjectStatus.ONGOING, ProjectStatus.PLANNED)
        has_text = isinstance(publicity, Publicity) and bool(
            publicity.statement or publicity.ongoing or not is_running
        )
        if not has_text:
            yield loaded.issue(
                key, ("funding", "programme"), "funder-without-text", name=programme.id
            )


def check_publicity_period(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The words about a funder belong to the programme's years, and no project began before them."""
    for key, record in loaded.records.items():
        if isinstance(record, Programme):
            found = _publicity(site, record)
            if found and found.period and found.period != record.period:
                yield _of_other_period(loaded, key, ("publicity",), found, record.period)
    for key, project in _projects(loaded):
        programme = site.records.get(
            ("programme", (project.funding and project.funding.programme) or "")
        )
        found = _publicity(site, programme) if isinstance(programme, Programme) else None
        start = project.period.start.first_day
        first = found.period.start.first_day if found and found.period else None
        if found and start and first and start < first:
            place = ("funding", "programme")
            yield _of_other_period(loaded, key, place, found, project.period)


def _publicity(site: Site, programme: Programme) -> Publicity | None:
    found = site.records.get(("publicity", programme.publicity or ""))
    return found if isinstance(found, Publicity) else None


def _of_other_period(
    loaded: Loaded, key: RecordKey, loc: tuple[str, ...], publicity: Publicity, used: Period
) -> Issue:
    own = publicity.period or Period()
    return loaded.issue(
        key,
        loc,
        "publicity-of-other-period",
        name=publicity.id,
        years=f"{own.start.iso}–{own.end.iso or ''}",
        start=used.start.iso or "?",
        end=used.end.iso or "",
    )


RULES = (
    check_status,
    check_owner_region,
    check_access_plan,
    check_funder_text,
    check_publicity_period,
)
