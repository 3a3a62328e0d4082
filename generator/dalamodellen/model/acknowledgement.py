# SPDX-License-Identifier: EUPL-1.2
"""A warning that somebody answers for: it is known, and there is a reason why it stays."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.text import Text


def _check_whole(value: PartialDate) -> PartialDate:
    if not value.is_whole:
        raise PydanticCustomError("invalid-date", "no whole date", {"name": value.iso})
    return value


Day = Annotated[PartialDate, AfterValidator(_check_whole)]
"""A date with year, month and day."""


class Acknowledgement(Part):
    """One code of warning in this file that is to stay, why, who says so, and since when."""

    code: str = about(example="smart-part-missing")
    """The warning's code, as `check` prints it. Errors are never acknowledged."""
    reason: Text = about(example={"sv": "Källan anger varken mätsätt eller ansvarig."})
    """Why it stays; readers see it where it concerns what they read."""
    by: str = about(example="redaktionen")
    """The role that answers for it; never a person's name."""
    date: Day = about(example="2026-11-24")
    """The day it was acknowledged."""
