# SPDX-License-Identifier: EUPL-1.2
"""Rules over records, one module per theme. A rule's docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dalamodellen.inputs.checks import (
    acknowledgements,
    attachments,
    claims,
    facts,
    field_order,
    goals,
    lessons,
    numbers,
    personal_data,
    private_contacts,
    projects,
    publication,
    references,
    smart,
    tables,
    translations,
    unsafe_text,
    writing,
)
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.site import Site

Rule = Callable[[Site, Loaded], Iterator[Issue]]

RULES: tuple[Rule, ...] = (
    *acknowledgements.RULES,
    *attachments.RULES,
    *claims.RULES,
    *facts.RULES,
    *field_order.RULES,
    *goals.RULES,
    *lessons.RULES,
    *numbers.RULES,
    *personal_data.RULES,
    *private_contacts.RULES,
    *projects.RULES,
    *publication.RULES,
    *references.RULES,
    *smart.RULES,
    *tables.RULES,
    *translations.RULES,
    *unsafe_text.RULES,
    *writing.RULES,
)


def check_site(site: Site, loaded: Loaded) -> list[Issue]:
    """Run every rule over the whole site."""
    issues = [issue for rule in RULES for issue in rule(site, loaded)]
    guessed = {id(issue) for issue in loaded.guessed}
    return [issue for issue in issues if id(issue) not in guessed]
