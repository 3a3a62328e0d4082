# SPDX-License-Identifier: EUPL-1.2
"""The way to be told when a course comes: a mail that is begun, or the site's own form."""

from __future__ import annotations

from urllib.parse import quote

from dalamodellen.model.course import Course
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape


def interest_address(page: Page, wish: str, course: Course | None = None) -> Markdown:
    """Give the address where one asks to be told; "" where the site names nobody to ask.

    The script of the catalogue adds what was chosen to the end of it.

    Args:
        page: The page it stands on.
        wish: What the reader wants to hear of, in plain words.
        course: The course it is about, whose own contact is asked first.
    """
    settings = page.site.settings
    about = quote(wish, safe="")
    if settings.interest_url:
        joint = "&" if "?" in str(settings.interest_url) else "?"
        return escape(f"{settings.interest_url}{joint}kurs={about}")
    email = _asked(page, course)
    if not email:
        return Markdown("")
    subject = quote(page.translate("Meddela mig när kursen kommer"), safe="")
    return Markdown(f"mailto:{email}?subject={subject}&amp;body={about}")


def _asked(page: Page, course: Course | None) -> str:
    own = [course.interest, *course.contacts] if course else []
    settings = page.site.settings
    owner = settings.owner.email if settings.owner else None
    found = [one.email for one in (*own, *settings.contacts) if one and one.email]
    return str(next(iter(found), owner or ""))
