# SPDX-License-Identifier: EUPL-1.2
"""Rules over records, one module per theme. A rule's docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dalamodellen.inputs.checks import (
    acknowledgements,
    attachments,
    claims,
    examples,
    facts,
    field_order,
    figures,
    four_r,
    frozen,
    goals,
    lessons,
    numbers,
    observations,
    occasions,
    personal_data,
    private_contacts,
    projects,
    publication,
    references,
    smart,
    statement,
    tables,
    translations,
    unsafe_text,
    writing,
)
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.jobs import do_each
from dalamodellen.model.site import Site

Rule = Callable[[Site, Loaded], Iterator[Issue]]

RULES: tuple[Rule, ...] = (
    *acknowledgements.RULES,
    *attachments.RULES,
    *claims.RULES,
    *examples.RULES,
    *facts.RULES,
    *field_order.RULES,
    *figures.RULES,
    *four_r.RULES,
    *frozen.RULES,
    *goals.RULES,
    *lessons.RULES,
    *numbers.RULES,
    *observations.RULES,
    *occasions.RULES,
    *personal_data.RULES,
    *private_contacts.RULES,
    *projects.RULES,
    *publication.RULES,
    *references.RULES,
    *smart.RULES,
    *statement.RULES,
    *tables.RULES,
    *translations.RULES,
    *unsafe_text.RULES,
    *writing.RULES,
)

FEWEST_FILES = 100
"""For each process beyond the first; the rules go through fewer before it has begun."""


def check_site(site: Site, loaded: Loaded, jobs: int = 1) -> list[Issue]:
    """Run every rule over the whole site, shared among processes."""

    def check(rule: Rule) -> list[Issue]:
        issues = list(rule(site, loaded))
        guessed = {id(issue) for issue in loaded.guessed}
        return [issue for issue in issues if id(issue) not in guessed]

    jobs = min(jobs, 1 + len(loaded.files) // FEWEST_FILES)
    return [issue for issues in do_each(check, RULES, jobs) for issue in issues]
