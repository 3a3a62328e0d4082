# SPDX-License-Identifier: EUPL-1.2
"""An organisation in the words of schema.org."""

from __future__ import annotations

from dalamodellen.model.organisation import Organisation
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.pages.structured_data.block import Node, address_of, name_of, node, words


def organisation_node(page: Page, organisation: Organisation) -> Node:
    """Say what an organisation is called and where it is, on its own page."""
    place = page.site.codes.places.get(organisation.municipality or "")
    also = [organisation.short_name, *organisation.also_called]
    return node(
        "Organization",
        name=name_of(page, organisation.title),
        alternateName=[name for name in also if name],
        url=str(organisation.website or ""),
        mainEntityOfPage=address_of(page, page.uri),
        address=node(
            "PostalAddress",
            addressLocality=place.name if place else "",
            addressCountry=organisation.country.value,
        ),
    )


def named_organisation(page: Page, organisation_id: str | None) -> Node | None:
    """Name an organisation on another page, with the way to its own."""
    found = page.site.get("organisation", organisation_id)
    if not isinstance(found, Organisation):
        return None
    own_page = address_of(page, uri_of("organisation", found.id))
    return node("Organization", name=words(page, found.title), url=own_page)
