# SPDX-License-Identifier: EUPL-1.2
"""What the site stores about people: nothing about readers, and whom it names until when."""

from __future__ import annotations

from dalamodellen.model.organisation import Contact
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page, page_file, uri_of

URI = "om/personuppgifter/index.md"


def render_personal_data(site: Site, language: str) -> list[OutputFile]:
    """Render the page; a root without data/ has none."""
    if not site.has_data:
        return []
    page = Page(site, URI, language)
    named: list[tuple[Contact, str, str]] = []
    for kind, records in (("project", site.projects), ("course", site.courses)):
        for record in records:
            named += [
                (contact, page.text(record.title), uri_of(kind, record.id))
                for contact in record.contacts
                if contact.is_named_on(site.today)
            ]
    named += [
        (contact, page.text(site.settings.name), "index.md")
        for contact in site.settings.contacts
        if contact.is_named_on(site.today)
    ]
    return [
        page_file(
            site,
            URI,
            language,
            "personal_data.md.j2",
            title=page.translate("Personuppgifter"),
            description=page.translate("Vad webbplatsen sparar, och vilka personer som nämns."),
            section="om/index.md",
            breadcrumbs=[(page.translate("Om"), "om/index.md")]
            if any(written.uri == "om/index.md" for written in site.pages)
            else [],
            named=named,
            has_checklists=bool(site.lessons),
        )
    ]
