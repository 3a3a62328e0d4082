# SPDX-License-Identifier: EUPL-1.2
"""Where a project is in its life, and its plans: accessibility and gender equality."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Citation
from dalamodellen.model.text import Prose, Text


class ProjectStatus(StrEnum):
    """Where the project is in its life."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Measure(Part):
    """Something to be done, and whether it was."""

    text: Text = about(example={"sv": "Utbilda styrgruppen i tillgänglighet."})
    """What is to be done."""
    status: ProjectStatus = about(ProjectStatus.PLANNED, example="planned")
    """Planned, ongoing, ended (done) or unknown."""
    date: PartialDate | None = about(None, example="2012-03")
    """When, where a source says so."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Tillgänglighet")
    """Where it stands, when it is not the plan's own source."""


class AccessibilityPlan(Part):
    """The plan in its four parts. A part without measures is shown as empty."""

    summary: Prose | None = about(None, example={"sv": "Alla ska kunna delta på lika villkor."})
    """The plan in plain words."""
    physical: tuple[Measure, ...] = about((), example=[{"text": "Tillgängliga lokaler."}])
    """Premises that everyone can reach and use."""
    activity: tuple[Measure, ...] = about((), example=[{"text": "Utbilda arbetsgivare."}])
    """How people meet each other: attitude, knowledge."""
    communicative: tuple[Measure, ...] = about((), example=[{"text": "Hörslinga."}])
    """Hearing and taking part in conversations."""
    informative: tuple[Measure, ...] = about((), example=[{"text": "Material i flera format."}])
    """Information everyone can take in."""
    general: tuple[Measure, ...] = about((), example=[{"text": "Utvärderaren följer arbetet."}])
    """Measures that belong to all four parts."""
    source: Citation = about(example="tre-m-projektbanken, Tillgänglighet")
    """Where the plan stands."""


class GenderEqualityPlan(Part):
    """What the project meant to do for equality between women and men."""

    summary: Prose | None = about(None, example={"sv": "Jämn könsfördelning eftersträvas."})
    """The plan in plain words."""
    measures: tuple[Measure, ...] = about((), example=[{"text": "Könsuppdelad statistik."}])
    """What was to be done."""
    source: Citation = about(example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where the plan stands."""
