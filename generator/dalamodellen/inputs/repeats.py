# SPDX-License-Identifier: EUPL-1.2
"""The same mistake on thousands of rows of a table is told a few times, and then counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dalamodellen.issues import Issue, Source, sort_issues

MOST_ALIKE = 20
"""Issues of one code in one table; the rest have most often the same cause."""


def cut_repeats(issues: Iterable[Issue]) -> list[Issue]:
    """Keep the first issues of each code in a table, and count the others in one notice.

    At least one of each code is kept, so nothing that was refused is accepted.
    """
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Issue] = []
    for issue in sort_issues(issues):
        key = (issue.source.path, issue.code)
        seen[key] += 1
        if not issue.source.path.endswith(".csv") or seen[key] <= MOST_ALIKE:
            kept.append(issue)
    for (path, code), number in seen.items():
        if path.endswith(".csv") and number > MOST_ALIKE:
            values = {"name": code, "number": str(number - MOST_ALIKE)}
            kept.append(Issue("and-more", Source(path), values))
    return sort_issues(kept)
