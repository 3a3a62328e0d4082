# SPDX-License-Identifier: EUPL-1.2
"""What a page says about who paid: the funder's own statement, our plain words, the emblem."""

from __future__ import annotations

from dalamodellen.model.plan import ProjectStatus
from dalamodellen.model.programme import Programme, Publicity
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.model.text import Text


def publicity_on(
    site: Site, project_id: str | None, language: str, *, is_its_own: bool = False
) -> dict[str, str | bool]:
    """Give what a page must say about its funder; nothing where no programme is certain.

    A page about a project, or grown from one, speaks of that project's funder. Other pages
    speak only where data/site.yml says who pays for the site.

    Args:
        site: The checked site.
        project_id: The project the page is about or has grown from.
        language: The language the page speaks.
        is_its_own: Whether it is the project's own page, where its name need not be told again.
    """
    project = site.records.get(("project", project_id or ""))
    funding = project.funding if isinstance(project, Project) else None
    name: Text | None = None
    is_running = True
    programme_id = site.settings.programme
    if isinstance(project, Project) and funding and funding.programme:
        programme_id = funding.programme
        if not is_its_own and site.get("project", project.id):
            name = project.short_title or project.title
        is_running = project.status in (ProjectStatus.ONGOING, ProjectStatus.PLANNED)
    programme = site.records.get(("programme", programme_id or ""))
    if not isinstance(programme, Programme):
        return {}
    found = site.records.get(("publicity", programme.publicity or ""))
    if not isinstance(found, Publicity):
        return {}
    told = publicity_words(found, name, language, is_running=is_running)
    # Nothing on a demonstration site was funded by anybody.
    return {**told, "emblem": told["emblem"] and not site.settings.is_example}


def publicity_words(
    found: Publicity, project: Text | None, language: str, *, is_running: bool
) -> dict[str, str | bool]:
    """Give a funder's words as the theme prints them.

    Args:
        found: The words of the programme.
        project: The project's name, where it must be told.
        language: The language the page speaks.
        is_running: Whether the project goes on, so that the words are in the present tense.
    """
    return {
        "emblem": found.has_eu_emblem,
        **_told("statement", found.statement, language),
        **_told("project", project, language),
        **_told("plain", found.ongoing if is_running else found.ended, language),
        **_told("disclaimer", found.disclaimer, language),
    }


def _told(name: str, text: Text | None, language: str) -> dict[str, str]:
    """Give words, with their language where it is not the page's."""
    if text is None:
        return {}
    words, told = text.in_language(language)
    return {name: " ".join(words.split()), f"{name}_language": "" if told == language else told}
