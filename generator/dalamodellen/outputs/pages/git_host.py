# SPDX-License-Identifier: EUPL-1.2
"""Addresses at the host that keeps the site's files in git: to read a row, and to change a file."""

from __future__ import annotations

from urllib.parse import quote

from dalamodellen.model.site import RecordFile, Site


def file_url(site: Site, file: RecordFile, line: int) -> str:
    """Give the address of a row at the git host, in the commit that changed the file last.

    Returns:
        The address, or "" when the site does not say where its files are kept.
    """
    repository = site.settings.repository_url
    if not repository:
        return ""
    commit = file.last_change.commit if file.last_change else site.settings.repository_branch
    base = str(repository).rstrip("/").removesuffix(".git")
    part = "/-/blob/" if _is_gitlab(base) else "/blob/"
    return f"{base}{part}{commit}/{quote(site.repository_prefix + file.path)}#L{line}"


def edit_url(site: Site, path: str) -> str:
    """Give the address where a file is changed at the git host; "" when there is none."""
    settings = site.settings
    if settings.edit_url:
        return settings.edit_url.replace("{path}", quote(site.repository_prefix + path))
    if not settings.repository_url:
        return ""
    base = str(settings.repository_url).rstrip("/").removesuffix(".git")
    part = "/-/edit/" if _is_gitlab(base) else "/edit/"
    return f"{base}{part}{quote(settings.repository_branch)}/{quote(site.repository_prefix + path)}"


def _is_gitlab(base: str) -> bool:
    return "gitlab" in base.split("/")[2].lower()
