# SPDX-License-Identifier: EUPL-1.2
"""What records already say that not everyone can use: films and pictures without words."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.course import Recording
from dalamodellen.model.site import RecordKey, Site

PICTURE_CODE = "missing-text-alternative"
"""The warning that somebody answers for when a picture has no text alternative."""


def films_without_captions(site: Site) -> list[Recording]:
    """List the films readers may see that lack captions or a transcript, by id."""
    return [
        record
        for (kind, name), record in site.records.items()
        if isinstance(record, Recording)
        and site.get(kind, name) is not None
        and not (record.captions and record.transcript)
    ]


def pictures_without_words(site: Site) -> Iterator[tuple[RecordKey, Acknowledgement]]:
    """List the records and pages that keep a picture without a text alternative, and why."""
    given: dict[RecordKey, tuple[Acknowledgement, ...]] = {
        key: record.acknowledged
        for key, record in site.records.items()
        if site.get(*key) is not None
    }
    given |= {
        ("page", page.uri): page.acknowledged
        for page in site.pages
        if site.shows_drafts or page.publication is None or page.publication.is_published
    }
    for key in sorted(given):
        for one in given[key]:
            if one.code == PICTURE_CODE:
                yield key, one
