# SPDX-License-Identifier: EUPL-1.2
"""Whom to ask near by: the municipality's business office, where somebody has seen its page."""

from __future__ import annotations

from dalamodellen.model.glossary import Document
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Citation
from dalamodellen.model.site import Site


def business_office(site: Site, place_id: str) -> Organisation | None:
    """Give a municipality's business office; nothing without a page, a source and a day.

    Of several the first by name is given.
    """
    for one in site.organisations:
        is_here = one.is_business_office and one.municipality == place_id and one.website
        if is_here and one.source and as_of(site, one.source) is not None:
            return one
    return None


def as_of(site: Site, citation: Citation) -> PartialDate | None:
    """Give the day that what a document says was true: when it was read, else its own date."""
    document = site.records.get(("document", citation.document))
    if not isinstance(document, Document):
        return None
    found = document.read_on or document.date
    return None if found.is_unknown else found
