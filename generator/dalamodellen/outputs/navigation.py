# SPDX-License-Identifier: EUPL-1.2
"""The short navigation and the words of the frame around every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.fitted_title import fitted_title
from dalamodellen.outputs.hosting import policy
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.share_card import SITE_CARD, Highlight, ShareCard
from dalamodellen.outputs.words import translator

MAIN = (
    ("Lektioner", "lektioner/index.md"),
    ("Kurser", "kurser/index.md"),
    ("Kalender", "kalender/index.md"),
    ("Projekt", "projekt/index.md"),
    ("Kommuner", "kommuner/index.md"),
    ("Nytt", "nytt/index.md"),
    ("Ordlista", "ordlista/index.md"),
)
FOOTER = (
    ("Om webbplatsen", "om/index.md"),
    ("Projektens resultat", "resultat/index.md"),
    ("Organisationer", "organisationer/index.md"),
    ("Ämnen", "amnen/index.md"),
    ("Personuppgifter", "om/personuppgifter/index.md"),
    ("Tillgänglighet", "tillganglighet/index.md"),
)
A_TO_Z = "a-o/index.md"
SEARCH = "sok/index.md"
ACCESSIBILITY = "tillganglighet/index.md"
COMPONENTS = "om/komponenter/index.md"
LANGUAGE_NAMES = {"sv": "Svenska", "nb": "Norsk", "en": "English"}
"""Each language's own name for itself."""
_LOCALES = {"sv": "sv_SE", "nb": "nb_NO", "en": "en_GB"}
"""What those who show links call each language."""
MOST_WRITTEN = 7
"""A site of plain pages shows at most this many of them in the navigation."""


@dataclass(frozen=True)
class Navigation:
    """What the frame around every page needs, ready to print."""

    name: str
    """The site's name."""
    description: str
    """What the site is, in one or two sentences."""
    url: str
    """The address the site is published at; "" when it is not known."""
    language: str
    """The language of the frame."""
    tree: str
    """The folder its pages lie in: "" for the main language, else such as "nb/"."""
    pages: tuple[tuple[str, str], ...]
    """Title and uri of the pages in the navigation."""
    frame: dict[str, Any]
    """Lists and words the theme prints; only text, lists and maps."""


def navigation(
    site: Site, files: Sequence[OutputFile], language: str, built: Sequence[str]
) -> Navigation:
    """Choose the pages of the navigation among those that exist in a language.

    Args:
        site: The checked site.
        files: The pages in the language.
        language: The language of the frame.
        built: The languages that there are trees of, to choose between.
    """
    translate = translator(language)
    uris = {file.uri: file for file in files}
    main = [(translate(title), uri) for title, uri in MAIN if uri in uris]
    if not main:
        top = [page for page in site.pages if page.uri in uris and page.uri.count("/") <= 1]
        main = [
            (site.page_title(page.uri, language)[0], page.uri) for page in top if page_url(page.uri)
        ][:MOST_WRITTEN]
    footer = [(translate(title), uri) for title, uri in FOOTER if uri in uris]
    settings = site.settings
    name, name_language = site_name(site, language)
    described = settings.description.in_language(language) if settings.description else ("", "")
    mark = translate(EXAMPLE_MARK) if settings.is_example else ""
    not_found = translate("Sidan finns inte")
    return Navigation(
        name=name,
        description=described[0],
        url=f"{settings.root_url}{tree_of(site, language)}" if settings.url else "",
        language=language,
        tree=tree_of(site, language),
        pages=tuple(main),
        frame={
            "languages": _languages(site, language, built),
            "head_title": fitted_title(name, "", mark),
            "not_found_head_title": fitted_title(not_found, name, mark),
            "card": {"url": SITE_CARD, "alt": site_card(site, language).alt}
            if settings.root_url
            else {},
            "name_language": "" if name_language == language else name_language,
            "description_language": "" if described[1] == language else described[1],
            "locale": _LOCALES[language],
            "root_url": settings.root_url,
            "nav": [{"title": title, "url": page_url(uri)} for title, uri in main],
            "footer": [{"title": title, "url": page_url(uri)} for title, uri in footer],
            "example": _example(site, language),
            "way_to_example": {},
            "policy": policy(is_in_page=True),
            "a_to_z_url": page_url(A_TO_Z) if A_TO_Z in uris else "",
            "lessons_url": page_url(MAIN[0][1]) if MAIN[0][1] in uris else "",
            "words": {
                "skip": translate("Hoppa till innehållet"),
                "main_navigation": translate("Huvudmeny"),
                "footer_navigation": translate("Sidfot"),
                "breadcrumbs": translate("Du är här"),
                "home": translate("Startsidan"),
                "a_to_z": translate("A–Ö"),
                "a_to_z_title": translate("Allt från A till Ö"),
                "contents": translate("På den här sidan"),
                "languages": translate("Språk"),
                "funder": translate("Finansiär"),
                "eu_emblem": translate("Europeiska unionens emblem"),
                "menu": translate("Meny"),
                "close": translate("Stäng"),
                "scheme": translate("Utseende"),
                "scheme_device": translate("Som enheten"),
                "scheme_light": translate("Ljust"),
                "scheme_dark": translate("Mörkt"),
                "search": translate("Sök"),
                "search_field": translate("Vad vill du göra eller veta?"),
                "search_fails": translate("Sökningen gick inte att hämta. Leta från A till Ö."),
                "search_slash": translate("Öppna sökningen med tangenten /"),
                "lessons": translate("Lektioner"),
                "licence": translate(
                    "Texter får användas fritt enligt CC BY 4.0, uppgifter enligt CC0."
                ),
                "back_to_footnote": translate("Tillbaka till fotnot {} i texten"),
                "not_found_title": not_found,
                "not_found_text": translate(
                    "Sidan kan ha flyttat, eller så är adressen felskriven."
                ),
            },
        },
    )


def site_card(site: Site, language: str) -> ShareCard:
    """Give the words of the card that pages without one of their own share."""
    described = site.settings.description
    return ShareCard(
        title=site_name(site, language)[0],
        highlight=Highlight(words=described.in_language(language)[0] if described else ""),
        mark=translator(language)(EXAMPLE_MARK) if site.settings.is_example else "",
    )


def _example(site: Site, language: str) -> dict[str, Any]:
    """Say that all is made up, where it is; the words in Swedish too, for those who look for them."""
    if not site.settings.is_example:
        return {}
    translate = translator(language)
    return {
        "mark": translate("EXEMPEL – påhittade uppgifter"),
        "mark_sv": EXAMPLE_MARK,
        "text": translate("Inget här har hänt på riktigt."),
        "way_back": {},
    }


def with_way_to_example(real: Navigation, example: Navigation, folder: str) -> Navigation:
    """Lead from the foot of every page to the demonstration site's home, by its name.

    Args:
        real: The frame to add the way to.
        example: The frame of the demonstration site, in the same language if it has it.
        folder: Where the demonstration site lies, from the root of the site.
    """
    translate = translator(real.language)
    url = _up(real.tree) + f"{folder}/{example.tree}"
    title = f"{translate('Exempel på en hel webbplats, påhittad:')} {example.name}"
    return replace(real, frame={**real.frame, "way_to_example": {"title": title, "url": url}})


def with_way_back(example: Navigation, real: Navigation, folder: str) -> Navigation:
    """Lead from the head of every page of a demonstration site to the home of the real site.

    Args:
        example: The frame of the demonstration site.
        real: The frame of the real site, in the same language if it has it.
        folder: Where the demonstration site lies, from the root of the real site.
    """
    way_back = {
        "title": f"{translator(example.language)('Till den riktiga webbplatsen:')} {real.name}",
        "url": f"{_up(example.tree)}../{real.tree}",
    }
    root = real.frame["root_url"] or "/"
    return replace(
        example,
        url=f"{root}{folder}/{example.tree}",
        frame={**example.frame, "example": {**example.frame["example"], "way_back": way_back}},
    )


def _up(tree: str) -> str:
    return "../" if tree else ""


def tree_of(site: Site, language: str) -> str:
    """Give the folder that the pages in a language lie in, from the root of the site."""
    return "" if language == site.main_language else f"{language}/"


def _languages(site: Site, language: str, built: Sequence[str]) -> list[dict[str, Any]]:
    """List the languages of the site, each with the way to its tree from this one."""
    if len(built) < 2:  # noqa: PLR2004 - one language is no choice
        return []
    back = "../" if tree_of(site, language) else ""
    return [
        {
            "code": one,
            "locale": _LOCALES[one],
            "name": LANGUAGE_NAMES[one],
            "tree": tree_of(site, one),
            "way": back + tree_of(site, one),
            "is_current": one == language,
            "is_main": one == site.main_language,
            "not_found": translator(one)("Sidan finns inte"),
        }
        for one in built
    ]


def site_name(site: Site, language: str) -> tuple[str, str]:
    """Give the site's name, and the language it is in.

    A root without data/site.yml is named after its own first page.
    """
    if "name" not in site.settings.model_fields_set:
        for page in site.pages:
            if page.uri.lower() in ("index.md", "readme.md"):
                return site.page_title(page.uri, language)
    return site.settings.name.in_language(language)
