# SPDX-License-Identifier: EUPL-1.2
"""Which numbers of people are hidden, so that nobody can be recognised in what is left.

Few people are hidden first. Then so much more that no hidden number can be worked out from
those that are shown: from totals, from other parts, from the other sex, from the period before.

What is safe is proved, not guessed. A hidden number is safe when there is another world in which
it is a different number and everything that is shown is the same. That world is looked for with
whole numbers; where none is found, one more number is hidden, and the search begins again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

FEWEST_PEOPLE = 5
"""A number of people below this is hidden; none is shown."""
FEWEST_SENSITIVE = 10
"""The same for groups that are easily recognised or harmed."""
WHOLE = 4
"""From this weight on, a number is hidden only when hiding all lighter ones is of no use."""
MOST_STEPS = 200
"""Steps of one search. Where it ends without an answer, more is hidden: never less."""

MOST_CHANGES = 200
"""Numbers that differ in another world. One that takes more is as good as none."""

Key = Hashable


@dataclass(frozen=True)
class Headcount:
    """A number of people that a source states and that readers may see."""

    value: int
    """How many."""
    fewest: int = FEWEST_PEOPLE
    """Below this it is hidden."""
    weight: int = 0
    """How much a reader loses with it: what weighs least is hidden first."""
    must_hide: bool = False
    """Whether it is hidden however large it is."""

    @property
    def is_few(self) -> bool:
        """Whether it is hidden for its own sake."""
        return self.must_hide or 0 < self.value < self.fewest


@dataclass(frozen=True)
class Sum:
    """A whole and parts of it that anybody can add."""

    whole: Key
    parts: tuple[Key, ...]
    is_complete: bool = False
    """Whether the parts are the whole even where rounding makes them a little more or less."""


def choose_hidden(
    counts: Mapping[Key, Headcount],
    sums: Iterable[Sum] = (),
    growing: Iterable[Sequence[Key]] = (),
) -> frozenset[Key]:
    """Choose the numbers to hide.

    Always true of what is left: no number from one up to `fewest` is shown, none is, and for each
    hidden number there are at least two values that agree with everything shown.

    Args:
        counts: Every number of people, by a key of one's own.
        sums: How they hang together. Parts that are fewer than the whole leave a rest, which
            nobody states and anybody can work out. A sum whose parts are more than its whole
            counts people twice, and says nothing.
        growing: Numbers that hold all so far, period by period. The difference between two that
            are shown is a number of people too.

    Returns:
        The keys of the numbers to hide.
    """
    system = _System(dict(counts))
    for one in sums:
        system.add_sum(one)
    for keys in growing:
        system.add_growing([key for key in keys if key in counts])
    system.protect()
    return frozenset(system.hidden)


@dataclass
class _Rest:
    """A number nobody states, but anybody can work out when the others are shown."""

    value: int
    is_few: bool


@dataclass
class _System:
    counts: dict[Key, Headcount]
    rests: dict[Key, _Rest] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    sums_of: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    hidden: set[Key] = field(default_factory=set)
    worlds: dict[Key, frozenset[Key]] = field(default_factory=dict)
    """Hidden number → the numbers that differ in a world that proves it safe."""
    given_away: set[Key] = field(default_factory=set)
    """Free numbers that follow from what is shown, one sum after the other."""

    def __post_init__(self) -> None:
        self.hidden = {key for key, count in self.counts.items() if count.is_few}

    # -- what hangs together -------------------------------------------------------------------

    def add_sum(self, one: Sum) -> None:
        """Take in a whole and its parts, and the rest that is left where there is one."""
        parts = tuple(dict.fromkeys(part for part in one.parts if part in self.counts))
        if one.whole not in self.counts or not parts or one.whole in parts:
            return
        whole = self.counts[one.whole]
        if one.is_complete:
            self._keep(Sum(one.whole, parts))
            return
        rest = whole.value - sum(self.counts[part].value for part in parts)
        if rest < 0:
            return
        if rest > 0:
            parts = (*parts, self._add_rest(rest, is_few=rest < whole.fewest))
        self._keep(Sum(one.whole, parts))

    def add_growing(self, keys: Sequence[Key]) -> None:
        """Take in numbers that hold all so far; hide those that grew by few since the last shown."""
        values = [self.counts[key].value for key in keys]
        if any(later < earlier for earlier, later in pairwise(values)):
            return
        for before, after in pairwise(keys):
            grown = self.counts[after].value - self.counts[before].value
            self._keep(Sum(after, (before, self._add_rest(grown, is_few=False))))
        # The newest says most, so the walk goes backwards from it.
        newest: Key | None = None
        for key in reversed(keys):
            if key in self.hidden:
                continue
            if newest is None or self._is_apart(newest, key):
                newest = key
            else:
                self.hidden.add(key)

    def _is_apart(self, newer: Key, older: Key) -> bool:
        grown = self.counts[newer].value - self.counts[older].value
        return grown == 0 or grown >= self.counts[newer].fewest

    def _add_rest(self, value: int, *, is_few: bool) -> Key:
        key = ("rest", len(self.rests))
        self.rests[key] = _Rest(value, is_few)
        return key

    def _keep(self, one: Sum) -> None:
        for key in (one.whole, *one.parts):
            self.sums_of[key].append(len(self.sums))
        self.sums.append(one)

    # -- what must be hidden too ----------------------------------------------------------------

    def protect(self) -> None:
        """Hide more, one number at a time, until no hidden number can be worked out."""
        few_rests = [key for key, rest in self.rests.items() if rest.is_few]
        order = {key: number for number, key in enumerate(self.counts)}
        for_their_own_sake = set(self.hidden)
        self._give_away(range(len(self.sums)))
        is_done = False
        while not is_done:
            is_done = True
            for key in [*sorted(self.hidden, key=order.__getitem__), *few_rests]:
                while not self._is_safe(key):
                    if not self._hide_one_more(key, order):
                        break
                    is_done = False
        self._show_again(self.hidden - for_their_own_sake, set(few_rests), order)

    def _show_again(self, hidden: set[Key], few_rests: set[Key], order: Mapping[Key, int]) -> None:
        """Show what turned out to be hidden in vain, what a reader would miss most first."""
        most_missed = sorted(
            hidden, key=lambda one: (-self.counts[one].weight, -self.counts[one].value, order[one])
        )
        for key in most_missed:
            worlds, given_away = dict(self.worlds), set(self.given_away)
            self.hidden.remove(key)
            self.given_away.discard(key)
            # Only a proof that changes this number is lost with it.
            lost = [one for one, world in worlds.items() if key in world]
            for one in lost:
                del self.worlds[one]
            self._give_away(self.sums_of[key])
            watched = [one for one in lost if one in self.hidden or one in few_rests]
            if not all(self._is_safe(one) for one in watched):
                self.hidden.add(key)
                self.worlds, self.given_away = worlds, given_away

    def _give_away(self, sums: Iterable[int]) -> None:
        """Find what follows from sums in which all other numbers are known."""
        waiting = list(sums)
        while waiting:
            one = self.sums[waiting.pop()]
            unknown = [
                key
                for key in (one.whole, *one.parts)
                if self.is_free(key) and key not in self.given_away
            ]
            if len(unknown) == 1:
                self.given_away.add(unknown[0])
                waiting += self.sums_of[unknown[0]]

    def _is_safe(self, key: Key) -> bool:
        if key in self.worlds:
            return True
        if key in self.given_away:
            return False
        for step in (1, -1):
            if world := _Search(self).find_world(key, step):
                # The same world proves every number that differs in it.
                self.worlds |= dict.fromkeys(world, world)
                return True
        return False

    def is_free(self, key: Key) -> bool:
        """Whether a reader does not see the number."""
        return key in self.hidden or key in self.rests

    def _hide_one_more(self, key: Key, order: Mapping[Key, int]) -> bool:
        """Hide the number that costs least of those that hang together with one; False if none."""
        for candidates in self._rings_around(key):
            best = min(
                candidates,
                key=lambda one: (
                    self.counts[one].weight >= WHOLE,
                    self._lonely_sums(one),
                    self.counts[one].weight,
                    self.counts[one].value,
                    order[one],
                ),
            )
            self.hidden.add(best)
            self.given_away.clear()
            self._give_away(range(len(self.sums)))
            return True
        return False

    def _rings_around(self, key: Key) -> Iterable[list[Key]]:
        """Give the shown numbers around a hidden one: first where a sum hides one number alone.

        Those of its own sums come first, then further away.
        """
        for is_lonely in (True, False):
            for sums in self._sums_around(key):
                chosen = [one for one in sums if not is_lonely or self._free_in(one) == 1]
                if found := [one for number in chosen for one in self._shown_in(number)]:
                    yield found

    def _sums_around(self, key: Key) -> Iterable[list[int]]:
        """Give the sums of a number, then those of the hidden numbers in them, and so on."""
        seen = {key}
        told: set[int] = set()
        ring = [key]
        while ring:
            sums = sorted({number for one in ring for number in self.sums_of[one]} - told)
            yield sums
            told |= set(sums)
            found = {
                one
                for number in sums
                for one in (self.sums[number].whole, *self.sums[number].parts)
                if self.is_free(one)
            }
            ring = list(found - seen)
            seen |= found

    def _free_in(self, number: int) -> int:
        one = self.sums[number]
        return sum(self.is_free(key) for key in (one.whole, *one.parts))

    def _shown_in(self, number: int) -> list[Key]:
        # None is always shown: it tells of nobody.
        one = self.sums[number]
        keys = (one.whole, *one.parts)
        return [key for key in keys if not self.is_free(key) and self.counts[key].value > 0]

    def _lonely_sums(self, key: Key) -> int:
        return sum(self._free_in(number) == 0 for number in self.sums_of[key])

    def value_of(self, key: Key) -> int:
        """Give the true number."""
        return self.counts[key].value if key in self.counts else self.rests[key].value

    def least_of(self, key: Key) -> int:
        """Give the least a hidden number can be: none is shown, so what is hidden is one or more."""
        return 1 if key in self.counts else 0


class _Search:
    """Looks for another world: changes to hidden numbers that change nothing that is shown."""

    def __init__(self, system: _System) -> None:
        self.system = system
        self.steps = 0
        self.changes: dict[Key, int] = {}
        self.off: dict[int, int] = {}
        """Sums that no longer add up → how much more the whole has grown than its parts."""

    def find_world(self, key: Key, step: int) -> frozenset[Key]:
        """Give the numbers that differ in a world where one is so much more; none if there is none."""
        if not self._may_change(key, step):
            return frozenset()
        self._change(key, step)
        return frozenset(self.changes) if self._mend() else frozenset()

    def _may_change(self, key: Key, step: int) -> bool:
        return self.system.value_of(key) + step >= self.system.least_of(key)

    def _change(self, key: Key, step: int) -> None:
        self.changes[key] = step
        self._shift(key, step)

    def _take_back(self, key: Key) -> None:
        self._shift(key, -self.changes.pop(key))

    def _shift(self, key: Key, step: int) -> None:
        for number in self.system.sums_of[key]:
            is_whole = self.system.sums[number].whole == key
            left = self.off.get(number, 0) + (step if is_whole else -step)
            if left:
                self.off[number] = left
            else:
                self.off.pop(number, None)

    def _mend(self) -> bool:
        """Change one more number in the sum that leaves least to choose, until all add up."""
        self.steps += 1
        if not self.off:
            return True
        if self.steps > MOST_STEPS or len(self.changes) > MOST_CHANGES:
            return False
        fewest: list[tuple[Key, int]] | None = None
        for number in self.off:
            choices = self._choices(number)
            if fewest is None or len(choices) < len(fewest):
                fewest = choices
        for key, step in fewest or []:
            self._change(key, step)
            if self._mend():
                return True
            self._take_back(key)
        return False

    def _choices(self, number: int) -> list[tuple[Key, int]]:
        """List the changes that make a sum add up again, those that touch fewest others first."""
        one, off = self.system.sums[number], self.off[number]
        found = [
            (key, -off if key == one.whole else off)
            for key in (*one.parts, one.whole)
            if key not in self.changes
            and self.system.is_free(key)
            and key not in self.system.given_away
        ]
        found = [(key, step) for key, step in found if self._may_change(key, step)]
        return sorted(found, key=lambda choice: len(self.system.sums_of[choice[0]]))
