# SPDX-License-Identifier: EUPL-1.2
"""Rules about the accessibility statement: what the law asks of a public body, and of nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.accessibility import BarrierKind, Compliance, is_older_than_a_year
from dalamodellen.model.known_barriers import (
    films_without_captions,
    pictures_without_words,
)
from dalamodellen.model.period import PartialDate
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.validation import Loc

SETTINGS_KEY: RecordKey = ("settings", "site")
TEST_KEY: RecordKey = ("test_run", "accessibility")
_REQUIRED = ("compliance", "assessed_on", "method", "updated_on", "authority")
"""What a statement says that only the owner knows. The rest is worked out."""
_ONLY_IN_STATEMENTS = ("statement_url", "compliance", "authority")


def check_items(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The statement of a public body says all that the law asks for, here or where it is linked to."""
    owner = site.settings.owner
    if owner is None or not owner.is_public_body:
        return
    said = site.settings.accessibility
    at: Loc = ("accessibility",) if _is_told(loaded) else ("owner", "is_public_body")
    if site.settings.is_norwegian:
        if said.statement_url is None:
            yield loaded.issue(SETTINGS_KEY, at, "statement-link-missing", at_key=True)
        return
    missing = [f"accessibility.{name}" for name in _REQUIRED if getattr(said, name) is None]
    if site.settings.feedback_url is None and owner.email is None:
        missing.append("feedback_url")
    for name in missing:
        yield loaded.issue(SETTINGS_KEY, at, "statement-incomplete", at_key=True, name=name)


def check_claims(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Only a public body speaks in the words of the law, and only once.

    Where the law has the statement made in a central service, it is linked to and not made here.
    """
    if not _is_told(loaded):
        return
    said = site.settings.accessibility
    if not site.settings.is_of_public_body:
        for name in _ONLY_IN_STATEMENTS:
            if getattr(said, name) is not None:
                yield _claim(loaded, "statement-of-private-owner", (name,), name)
        for number, barrier in enumerate(said.barriers):
            if barrier.kind is not BarrierKind.NOT_COMPLIANT:
                place = ("barriers", number, "kind")
                yield _claim(loaded, "statement-of-private-owner", place, barrier.kind.value)
        return
    not_here = ("compliance", "authority") if site.settings.is_norwegian else ("statement_url",)
    for name in not_here:
        if getattr(said, name) is not None:
            yield _claim(loaded, "statement-twice", (name,), name)


def check_level(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The statement says neither more nor less than what is known of the site."""
    said = site.settings.accessibility
    if said.compliance is None or not site.settings.is_of_public_body:
        return
    known = [
        *(
            _where(site, "accessibility", "barriers", number)
            for number, barrier in enumerate(said.barriers)
            if barrier.kind is not BarrierKind.OUT_OF_SCOPE
        ),
        *(site.files["recording", film.id].path for film in films_without_captions(site)),
        *(site.files[key].path for key, _ in pictures_without_words(site)),
    ]
    run = site.accessibility_test
    if run is not None and run.failures:
        known.append(site.files[TEST_KEY].path)
    if said.compliance is Compliance.FULLY and known:
        yield _claim(loaded, "statement-too-good", ("compliance",), known[0])
    elif said.compliance is not Compliance.FULLY and not known:
        value = said.compliance.value
        yield _claim(loaded, "statement-without-barriers", ("compliance",), value)


def check_age(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The assessment, the facts about the authority and the test run are at most twelve months old."""
    said = site.settings.accessibility
    days: list[tuple[RecordKey, Loc, PartialDate | None]] = [
        (SETTINGS_KEY, ("accessibility", "assessed_on"), said.assessed_on)
    ]
    if said.authority is not None:
        place = ("accessibility", "authority", "as_of")
        days.append((SETTINGS_KEY, place, said.authority.as_of))
    if site.accessibility_test is not None:
        days.append((TEST_KEY, ("date",), site.accessibility_test.date))
    for key, loc, day in days:
        if day is not None and is_older_than_a_year(day, site.today):
            yield loaded.issue(key, loc, "statement-due", name=day.iso)


def _is_told(loaded: Loaded) -> bool:
    node = loaded.nodes.get(SETTINGS_KEY)
    return node is not None and "accessibility" in (node.fields or {})


def _where(site: Site, *loc: str | int) -> str:
    file = site.files[SETTINGS_KEY]
    return f"{file.path}:{file.line_of(*loc)}"


def _claim(loaded: Loaded, code: str, loc: Loc, name: str) -> Issue:
    return loaded.issue(SETTINGS_KEY, ("accessibility", *loc), code, name=name)


RULES = (check_items, check_claims, check_level, check_age)
