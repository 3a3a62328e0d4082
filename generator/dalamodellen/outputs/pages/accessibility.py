# SPDX-License-Identifier: EUPL-1.2
"""How well everyone can use the site: the statement of a public body, else what was tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalamodellen.model.accessibility import BarrierKind
from dalamodellen.model.known_barriers import films_without_captions, pictures_without_words
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.outputs.navigation import ACCESSIBILITY
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.page import URIS, Page, page_file, uri_of
from dalamodellen.outputs.pages.written_body import generated_uris, published_uris
from dalamodellen.outputs.safe_markdown import Markdown, escape

_SETTINGS: RecordKey = ("settings", "site")


@dataclass(frozen=True)
class ShownBarrier:
    """One row of the list of what not everyone can use, in the page's words."""

    what: Markdown
    where: Markdown
    reason: Markdown
    planned: Markdown
    """Empty where no date is planned."""
    kind: BarrierKind


def render_accessibility(site: Site, language: str) -> list[OutputFile]:
    """Render the page; a root without data/ has none.

    Only where a public body answers for the site does the page speak in the words of the law,
    and not where that body's statement stands in a central service.
    """
    if not site.has_data:
        return []
    page = Page(site, ACCESSIBILITY, language)
    settings = site.settings
    run = site.accessibility_test
    is_statement = settings.is_of_public_body and not settings.is_norwegian
    barriers = [*_told(page), *_films(page), *_pictures(page)]
    groups = {kind: [one for one in barriers if one.kind is kind] for kind in BarrierKind}
    title = page.translate("Tillgänglighet")
    if is_statement:
        title = page.translate("Tillgänglighetsredogörelse")
    return [
        page_file(
            site,
            ACCESSIBILITY,
            language,
            "accessibility.md.j2",
            title=title,
            description=page.translate(
                "Hur väl alla kan använda webbplatsen, vad som brister och hur den är testad."
            ),
            key=_SETTINGS if _SETTINGS in site.files else None,
            heading=_with_break(title),
            settings=settings,
            said=settings.accessibility,
            is_statement=is_statement,
            is_linked=settings.is_of_public_body and settings.is_norwegian,
            barriers=barriers,
            not_compliant=groups[BarrierKind.NOT_COMPLIANT],
            burden=groups[BarrierKind.DISPROPORTIONATE_BURDEN],
            out_of_scope=groups[BarrierKind.OUT_OF_SCOPE],
            run=run,
            languages=[page.label("language", one) for one in run.languages] if run else [],
            widths=[page.number(one) for one in run.widths] if run else [],
            schemes=[page.label("scheme", one) for one in run.schemes] if run else [],
            contact=_contact(page, settings),
        )
    ]


def _with_break(title: str) -> Markdown:
    """Let a long title break between its two words, where a narrow screen must break it."""
    for first in ("Tillgänglighets", "Tilgjengelighets"):
        if title.startswith(first):
            return Markdown(f"{first}\N{SOFT HYPHEN}{title.removeprefix(first)}")
    return Markdown(title)


def _told(page: Page) -> Sequence[ShownBarrier]:
    """Give the barriers that the owner tells of."""
    return [
        ShownBarrier(
            what=page.text(one.what),
            where=_place(page, one.where),
            reason=page.text(one.reason),
            planned=page.date(one.planned) if one.planned else Markdown(""),
            kind=one.kind,
        )
        for one in page.site.settings.accessibility.barriers
    ]


def _films(page: Page) -> Sequence[ShownBarrier]:
    """Give the films that lack captions, each with its own reason."""
    lacks = page.translate("Filmen saknar textning eller avskrift:")
    return [
        ShownBarrier(
            what=Markdown(f"{lacks} {page.text(film.title)}"),
            where=page.outside(film.url, film.url),
            reason=page.text(film.missing_reason),
            planned=Markdown(""),
            kind=BarrierKind.NOT_COMPLIANT,
        )
        for film in films_without_captions(page.site)
    ]


def _pictures(page: Page) -> Sequence[ShownBarrier]:
    """Give the pages with pictures that lack a text alternative, each with its reason."""
    return [
        ShownBarrier(
            what=page.translate("En bild saknar textalternativ."),
            where=_record_link(page, key),
            reason=page.text(one.reason),
            planned=Markdown(""),
            kind=BarrierKind.NOT_COMPLIANT,
        )
        for key, one in pictures_without_words(page.site)
    ]


def _record_link(page: Page, key: RecordKey) -> Markdown:
    kind, name = key
    if kind == "page":
        title, language = page.site.page_title(name, page.language)
        uri = published_uris(page.site)[page.site.files[key].path]
        return Markdown(f'<a href="{page.href(uri)}">{page.marked(title, language)}</a>')
    if kind in URIS and uri_of(kind, name).partition("#")[0] in generated_uris(page.site):
        return page.link(kind, name)
    return page.own(page.site.files[key].path)


def _place(page: Page, address: str | None) -> Markdown:
    """Link to where a barrier is; a page that is not there is only named."""
    if address is None:
        return page.translate("Hela webbplatsen")
    if not address.startswith("/"):
        return page.outside(address, address)
    uris = generated_uris(page.site) | set(published_uris(page.site).values())
    found = next((uri for uri in sorted(uris) if f"/{page_url(uri)}" == address), None)
    if found is None:
        return page.own(address)
    return Markdown(f'<a href="{page.href(found)}">{page.own(address)}</a>')


def _contact(page: Page, settings: Settings) -> Markdown:
    """Give the way to tell the owner of a barrier; empty where there is none."""
    if settings.feedback_url is not None:
        return page.outside(settings.feedback_url, page.translate("Skriv till oss om en brist"))
    if settings.owner is not None and settings.owner.email is not None:
        email = settings.owner.email
        return Markdown(f'<a href="mailto:{escape(email)}">{escape(email)}</a>')
    return Markdown("")
