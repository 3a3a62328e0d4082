# SPDX-License-Identifier: EUPL-1.2
"""Rules about acknowledged warnings, and which of the warnings found they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Accepted, Issue, issue_texts, nearest
from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.site import TABLES, RecordKey, Site

SETTINGS_KEY: RecordKey = ("settings", "site")


def check_acknowledged_codes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Only a warning can be acknowledged: an error must be mended, and time cannot be argued with."""
    warnings = [code for code, texts in issue_texts().items() if texts.get("severity") == "warning"]
    for key in loaded.files:
        for number, acknowledgement in enumerate(acknowledgements_of(site, key)):
            code = acknowledgement.code
            if code not in warnings:
                yield loaded.issue(
                    key,
                    ("acknowledged", number, "code"),
                    "not-a-warning",
                    name=code,
                    nearest="" if code in issue_texts() else nearest(code, warnings),
                )


def acknowledgements_of(site: Site, key: RecordKey) -> tuple[Acknowledgement, ...]:
    """Give what a file acknowledges: a record, a plain page, or the settings."""
    if key == SETTINGS_KEY:
        return site.settings.acknowledged
    if key in site.translations:
        return site.translations[key].acknowledged
    kind, name = key
    if kind == "page":
        return next((page.acknowledged for page in site.pages if page.uri == name), ())
    record = site.records.get(key)
    return record.acknowledged if record else ()


def settle_issues(site: Site, issues: Iterable[Issue]) -> list[Issue]:
    """Mark the warnings that their own file acknowledges.

    A table is spoken for by the record it belongs to, and a file without
    fields of its own by data/site.yml. An acknowledgement that covers nothing
    is an error, unless other errors in its file may hide what it covers.
    """
    found = list(issues)
    keys = _keys_by_path(site)
    main_language = site.main_language
    used: set[tuple[RecordKey, str]] = set()
    settled = []
    for issue in found:
        key = keys.get(issue.source.path, SETTINGS_KEY)
        given = next((a for a in acknowledgements_of(site, key) if a.code == issue.code), None)
        if given is None or issue.severity != "warning":
            settled.append(issue)
            continue
        used.add((key, issue.code))
        reason = given.reason.in_language(main_language)[0]
        settled.append(replace(issue, accepted=Accepted(reason, given.by, given.date.iso)))
    broken = {keys.get(issue.source.path) for issue in found if issue.severity == "error"}
    for key, file in site.files.items():
        if key not in broken:
            settled += [i for i in file.if_unused if (key, i.values["name"]) not in used]
    return settled


def _keys_by_path(site: Site) -> dict[str, RecordKey]:
    keys = {file.path: key for key, file in site.files.items()}
    folders = {kind: folder for folder, (kind, _) in TABLES.items()}
    keys |= {f"{folders[kind]}/{name}.csv": (kind, name) for kind, name in site.tables}
    return keys


RULES = (check_acknowledged_codes,)
