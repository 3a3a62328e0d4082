# SPDX-License-Identifier: EUPL-1.2
"""Rules about what a site may not say by itself: who pays for it, and what law it meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.checks.writing import lines_of
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue
from dalamodellen.model.course import Course
from dalamodellen.model.local_contact import as_of
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.site import Site

_FUNDED = re.compile(
    r"(?:med)?finansier(?:as|ad|ade|at|t|es|et)\s+(?:delvis\s+|delvist\s+)?(?:av|med\s+medel\s+från|med\s+midler\s+fra)"
    r"\s+(?:Europeiska\s+(?:unionen|socialfonden)|Den\s+europeiske\s+union(?:en)?|Det\s+europeiske\s+sosialfondet|EU\b)"
    r"|(?:co-?)?funded\s+by\s+(?:the\s+)?(?:European\s+(?:Union|Social\s+Fund)|EU\b)",
    re.IGNORECASE,
)
_LAWFUL = re.compile(
    r"(?:uppfyller|följer|lever\s+upp\s+till|är\s+(?:helt\s+)?förenlig\s+med|oppfyller|følger)\s+(?:alla\s+|alle\s+)?"
    r"(?:kraven?\s+(?:i|på|enligt)\s+|krav(?:ene)?\s+(?:i|til)\s+)?"
    r"(?:DOS-lagen|lagen\s+om\s+tillgänglighet|tillgänglighetslagen|webbdirektivet|WCAG|"
    r"likestillings-\s+og\s+diskrimineringsloven|forskriften?\s+om\s+universell\s+utforming)"
    r"|(?:is\s+(?:fully\s+)?compliant\s+with|complies\s+with|conforms\s+to)\s+(?:the\s+)?(?:WCAG|EN\s+301\s*549|accessibility\s+act)",
    re.IGNORECASE,
)
SEQF_LEVELS = range(1, 9)


def check_funding_claims(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Only a site whose site.yml names its programme says that the Union pays for it.

    Pages of a funded project carry their own funder's words.
    """
    if site.settings.programme is None:
        yield from _claims(site, loaded, _FUNDED, "funding-claim")


def check_law_claims(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Only a public body that owns the site says that it meets the accessibility law."""
    owner = site.settings.owner
    if owner is None or not owner.is_public_body:
        yield from _claims(site, loaded, _LAWFUL, "law-claim")


def _claims(site: Site, loaded: Loaded, pattern: re.Pattern[str], code: str) -> Iterator[Issue]:
    node = loaded.nodes.get(("settings", "site"))
    for name in ("name", "description"):
        for scalar in _scalars((node.fields or {}).get(name) if node else None):
            if match := pattern.search(scalar.scalar or ""):
                yield loaded.issue_at(scalar.source.path, scalar.source, code, name=match[0])
    paths = [
        file.path for (kind, _), file in site.files.items() if kind in ("page", "page_translation")
    ]
    for path in paths:
        for number, line in lines_of(loaded.bodies[path]):
            for match in pattern.finditer(line):
                place = loaded.body_source(path, number, match.start() + 1, len(match[0]))
                yield loaded.issue_at(path, place, code, name=match[0])


def _scalars(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    if node.scalar is not None:
        yield node
    for child in (node.fields or {}).values():
        yield from _scalars(child)


def check_levels(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A level in SeQF is from 1 to 8, and stands only with the source of the decision."""
    del site
    for key, record in loaded.records.items():
        if not isinstance(record, Course) or record.seqf_level is None:
            continue
        if record.seqf_level not in SEQF_LEVELS or record.source is None:
            yield loaded.issue(
                key, ("seqf_level",), "level-without-decision", name=str(record.seqf_level)
            )


def check_business_offices(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A municipality's business office has a page, a municipality, and a source with a day.

    Without them pages lead to the municipality's own front page.
    """
    for key, record in loaded.records.items():
        if not isinstance(record, Organisation) or not record.is_business_office:
            continue
        missing = [
            name for name in ("municipality", "website", "source") if not getattr(record, name)
        ]
        if record.source is not None and as_of(site, record.source) is None:
            missing.append("read_on")
        if missing:
            yield loaded.issue(
                key, ("kind",), "office-incomplete", name=record.id, missing=", ".join(missing)
            )


RULES = (check_funding_claims, check_law_claims, check_levels, check_business_offices)
