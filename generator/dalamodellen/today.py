# SPDX-License-Identifier: EUPL-1.2
"""Which day the site is built for: the only place that looks at a clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def build_day(words: str | None = None) -> date:
    """Give the day that was asked for, else SOURCE_DATE_EPOCH's, else today's.

    Raises:
        ValueError: the words are no date, YYYY-MM-DD.
    """
    if words:
        return date.fromisoformat(words)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).astimezone().date()
