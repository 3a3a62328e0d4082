# SPDX-License-Identifier: EUPL-1.2
"""Rules about the versions of briefs that are kept."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source
from dalamodellen.model.frozen import FOLDER, VERSION_FILE, numbers_of, shown_but_hidden_now
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site


def check_frozen(site: Site, _: Loaded) -> Iterator[Issue]:
    """A version shows no number that is hidden today: it would tell what the site keeps quiet about.

    Nor is a version kept of a project that is not there.
    """
    for name, briefs in site.frozen.items():
        project = site.records.get(("project", name))
        rows = [row for row, _ in site.observations(name)] if project else []
        for brief in briefs:
            day = brief.version.day.isoformat()
            place = Source(f"{FOLDER}/{name}/{day}/{VERSION_FILE}")
            if not isinstance(project, Project):
                yield Issue("frozen-without-project", place, {"name": name})
                continue
            now = numbers_of(project, rows, site.settings.limits, site.today)
            if shown_but_hidden_now(brief.version.numbers, now):
                yield Issue("frozen-shows-hidden", place, {"name": name, "day": day})


RULES = (check_frozen,)
