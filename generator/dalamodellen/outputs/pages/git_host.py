# SPDX-License-Identifier: EUPL-1.2
"""Addresses at the host that keeps the site's files in git: to read a row, and to change a file."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from dalamodellen.model.site import RecordFile, Site


def file_url(site: Site, file: RecordFile, line: int) -> str:
    """Give the address of a row at the git host, in the commit that changed the file last.

    Returns:
        The address, or "" when the site does not say where its files are kept, or the file
        is in no commit: there is nothing at the host to read yet.
    """
    repository = site.settings.repository_url
    if not repository or file.last_change is None:
        return ""
    commit = file.last_change.commit
    base = str(repository).rstrip("/").removesuffix(".git")
    part = "/-/blob/" if _is_gitlab(base) else "/blob/"
    return f"{base}{part}{commit}/{quote(site.repository_prefix + file.path)}#L{line}"


@lru_cache(maxsize=4)
def has_history(site: Site) -> bool:
    """Whether git knows any of the site's files, so that one it does not know is new."""
    return any(file.last_change for file in site.files.values())


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
