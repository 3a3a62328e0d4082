# SPDX-License-Identifier: EUPL-1.2
"""Rules over records, one module per theme. A rule's docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dalamodellen.inputs.checks import (
    goals,
    lessons,
    numbers,
    personal_data,
    publication,
    references,
    unsafe_text,
)
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.site import Site

Rule = Callable[[Site, Loaded], Iterator[Issue]]

RULES: tuple[Rule, ...] = (
    *goals.RULES,
    *lessons.RULES,
    *numbers.RULES,
    *personal_data.RULES,
    *publication.RULES,
    *references.RULES,
    *unsafe_text.RULES,
)


def check_site(site: Site, loaded: Loaded) -> list[Issue]:
    """Run every rule over the whole site."""
    return [issue for rule in RULES for issue in rule(site, loaded)]
