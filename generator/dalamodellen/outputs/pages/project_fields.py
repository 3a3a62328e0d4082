# SPDX-License-Identifier: EUPL-1.2
"""Where each plain field of a project is from, and its fields in the order of the old project bank."""

from __future__ import annotations

from typing import Any

from dalamodellen.model.programme import Programme
from dalamodellen.model.project import Project
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape

FIELD_NAMES = {
    "title": "namn",
    "short_title": "kortnamn",
    "also_called": "andra namn",
    "summary": "sammanfattning",
    "background": "bakgrund",
    "purpose": "syfte",
    "method": "arbetssätt",
    "outcome": "resultat",
    "status": "status",
    "period": "period",
    "period_note": "period",
    "owner": "projektägare",
    "owner_note": "projektägare",
    "participants": "deltagare",
    "organisations": "organisationer",
    "target_groups": "målgrupper",
    "goals_note": "mål",
    "themes": "teman",
    "cofinanciers": "medfinansiärer",
    "partners": "samarbetspartner",
    "goals": "mål",
    "funding": "finansiering",
    "participating_organisations": "deltagande organisationer",
    "municipalities": "kommuner",
    "counties": "län",
    "office": "kontor",
    "course_areas": "kursområden",
    "notes": "anmärkningar",
}
"""Field of a project → its name in a sentence."""


def field_values(page: Page, project: Project) -> dict[str, Any]:
    """Give what the template of the fields prints, wherever it stands."""
    return {
        "field_sources": _field_sources(page, project),
        "bank_fields": _bank_fields(page, project),
    }


def _field_sources(page: Page, project: Project) -> list[tuple[str, str]]:
    """List the sources of the plain fields, one row per document and section."""
    rows: dict[str, list[str]] = {}
    for field, citation in project.sources.items():
        word = page.translate(FIELD_NAMES.get(field, field))
        found = rows.setdefault(str(page.citation(citation)), [])
        if word not in found:
            found.append(str(word))
    return [
        (Markdown(place), Markdown(", ".join(fields))) for place, fields in sorted(rows.items())
    ]


def _bank_fields(page: Page, project: Project) -> list[tuple[str, str]]:
    """List the fields of the old project bank, in its order; contact fields are left out."""
    funding = project.funding
    programme = page.site.get("programme", funding.programme if funding else None)
    rows: list[tuple[str, str]] = []

    def row(name: str, value: str) -> None:
        rows.append((page.translate(name), value or page.missing()))

    row("Program", page.text(programme.title) if isinstance(programme, Programme) else "")
    row("Programområde", page.text(funding.area) if funding else "")
    row("Projektfas", page.text(funding.phase) if funding else "")
    row("Projektägare", page.link("organisation", project.owner) if project.owner else "")
    row("Beviljat stöd", page.money(funding.granted) if funding and funding.granted else "")
    row("Total projektbudget", page.money(funding.budget) if funding and funding.budget else "")
    row("Projektperiod", page.period(project.period))
    row("Region", page.text(funding.region) if funding else "")
    row("Diarienummer", escape(funding.case_number) if funding and funding.case_number else "")
    if funding and funding.eu_share_percent is not None:
        row("EU:s andel", page.percent(funding.eu_share_percent))
    return rows
