# SPDX-License-Identifier: EUPL-1.2
"""How many slips of the finger lie between two words."""

from __future__ import annotations


def distance(one: str, other: str, most: int) -> int:
    """Count letters added, left out, changed, or swapped with the next.

    Args:
        one: A word.
        other: Another.
        most: Where to stop counting; anything above is told as `most + 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(
                last[column] + 1,
                now[column - 1] + 1,
                last[column - 1] + (letter != wanted),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before_last[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before_last, last = last, now
    return last[-1]
