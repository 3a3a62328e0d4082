# SPDX-License-Identifier: EUPL-1.2
"""The last commit that changed a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class LastChange:
    """The last commit that changed a file."""

    commit: str
    """The commit's full hash."""
    day: date
    """The day of the commit, in UTC."""
    moment: datetime | None = field(default=None, compare=False)
    """The second of the commit, in UTC; calendars tell newer words from older by it."""

    @property
    def short(self) -> str:
        """The hash as it is printed, always as long."""
        return self.commit[:10]
