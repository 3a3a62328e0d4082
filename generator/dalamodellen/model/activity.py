# SPDX-License-Identifier: EUPL-1.2
"""What a project planned and did: seminars, networks, support, fields of courses."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.money import Quantity
from dalamodellen.model.part import Part, about
from dalamodellen.model.record import (
    Citation,
    IscedField,
    PartId,
    SupportKindId,
    ThemeId,
    TopicId,
)
from dalamodellen.model.text import Prose, Text


class ActivityKind(StrEnum):
    """What sort of activity it is."""

    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    NETWORK = "network"
    LOCAL_DEVELOPMENT = "local_development"
    PROCESS_SUPPORT = "process_support"
    COURSE = "course"
    STUDY_VISIT = "study_visit"
    PLATFORM = "platform"
    ANALYSIS = "analysis"
    SPREADING = "spreading"
    OTHER = "other"


class Activity(Part):
    """Something the project planned or did."""

    id: PartId = about(example="seminarieserie")
    """Name to refer to within the project."""
    title: Text = about(example={"sv": "Seminarieserie"})
    """What it is called."""
    kind: ActivityKind = about(ActivityKind.OTHER, example="seminar")
    """What sort of activity it is."""
    description: Prose | None = about(None, example={"sv": "Gemensamma seminarier på åtta teman."})
    """What happens in it."""
    planned: Quantity | None = about(None, unit="occasions", example=20)
    """How many were planned."""
    held: Quantity | None = about(None, unit="occasions", example=18)
    """How many were held; left out when no source says so."""
    themes: tuple[ThemeId, ...] = about((), example=["omvarldsforandringar"])
    """What it is about."""
    support: tuple[SupportKindId, ...] = about((), example=["mentorskap"])
    """The kinds of process support in it."""
    source: Citation = about(example="lc-komp-projektbeskrivning, Seminarieserie")
    """Where it stands."""


class CourseArea(Part):
    """A field the project gave courses in."""

    title: Text = about(example={"sv": "Företagsekonomi"})
    """The field's name."""
    topic: TopicId | None = about(None, example="ekonomi-och-affarer")
    """The topic with lessons on it."""
    isced_f: IscedField | None = about(None, example="0411")
    """The field's code in ISCED-F."""
    participants: Quantity | None = about(None, unit="persons", example=120)
    """How many took part, where a source says so."""
    source: Citation | None = about(None, example="dalalyft-projektbanken, Sammanfattning")
    """Where it stands."""
