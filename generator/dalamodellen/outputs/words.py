# SPDX-License-Identifier: EUPL-1.2
"""The site's own words: from Swedish to another language, and labels for a record's values."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dalamodellen.issues import Issue, Source
from dalamodellen.model.site import Site

Translate = Callable[[str], str]
NO_BREAK = "\N{NO-BREAK SPACE}"


@cache
def translator(language: str) -> Translate:
    """Give the function that turns a Swedish interface word into another language.

    Words without a translation stay Swedish.
    """
    return catalogue(language).gettext


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Read the site's own words in a language, from `locale/<language>/LC_MESSAGES/`."""
    home = resources.files(__package__).joinpath(
        "locale", language, "LC_MESSAGES", "dalamodellen.po"
    )
    if not home.is_file():
        return gettext.NullTranslations()
    with home.open("rb") as file:
        words = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, words)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def check_interface_words(site: Site) -> Iterator[Issue]:
    """A language the site is published in has the site's own words: headings, labels, buttons."""
    settings = site.files.get(("settings", "site"))
    for number, language in enumerate(site.settings.languages):
        has_words = isinstance(catalogue(language.value), gettext.GNUTranslations)
        if language != "sv" and not has_words:
            line = settings.line_of("languages", number) if settings else 1
            place = Source(settings.path if settings else "data/site.yml", line)
            yield Issue("interface-words-missing", place, {"parts": f"language_{language.value}"})


LABELS: dict[str, dict[str, str]] = {
    "project_status": {
        "planned": "Planerat",
        "ongoing": "Pågår",
        "ended": "Avslutat",
        "unknown": "Status okänd",
    },
    "measure_status": {
        "planned": "Planerad",
        "ongoing": "Pågår",
        "ended": "Genomförd",
        "unknown": "Status okänd",
    },
    "outcome": {
        "met": "Nått",
        "partly": "Delvis nått",
        "missed": "Inte nått",
        "too_early": "För tidigt att säga",
        "not_measured": "Inte mätt",
        "not_stated": "Framgår inte av våra källor",
    },
    "goal_level": {"project": "Projektets mål", "organisation": "Varje organisations mål"},
    "dimension": {
        "projekt": "Projekt",
        "program": "Program",
        "raknar": "Vad som räknas",
        "tema": "Tema",
        "niva": "Vems mål",
        "kommun": "Kommun med egna tal",
    },
    "counted_again": {
        "people": "Samma person kan vara med i flera projekt och räknas då flera gånger.",
        "organisations": "Samma organisation kan vara med i flera projekt och räknas då flera gånger.",
        "companies": "Samma företag kan vara med i flera projekt och räknas då flera gånger.",
        "municipalities": "Samma kommun kan vara med i flera projekt och räknas då flera gånger.",
        "activities": "",
        "course_places": "",
    },
    "target_status": {
        "preliminary": "preliminärt mål",
        "decided": "beslutat mål",
        "revised": "ändrat mål",
    },
    "operator": {"at_least": "minst", "at_most": "högst", "exactly": "precis"},
    "precision": {"about": "ca", "almost": "närmare", "over": "drygt", "at_least": "minst"},
    "derived": {"almost": "knappt"},
    "phase": {
        "application": "ansökan",
        "pre_study": "förprojektering",
        "mobilisation": "mobiliseringsfas",
        "planned": "planerat",
        "half_way": "vid halvtid",
        "achieved": "utfall",
    },
    "level": {"beginner": "Nybörjare", "intermediate": "Viss vana", "advanced": "Van"},
    "audience": {
        "soloforetagare": "soloföretagare",
        "smaforetag": "småföretag",
        "chefer": "chefer",
        "anstallda": "anställda",
        "arbetssokande": "arbetssökande",
        "projektteam": "projektteam",
    },
    "organisation_kind": {
        "municipality": "Kommun",
        "municipal_unit": "Kommunal enhet",
        "municipal_association": "Kommunalförbund",
        "region": "Region",
        "agency": "Myndighet",
        "business_office": "Näringslivskontor",
        "learning_centre": "Lärcentrum",
        "school": "Skola",
        "university": "Högskola eller universitet",
        "company": "Företag",
        "association": "Förening",
        "funder": "Finansiär",
        "other": "Organisation",
    },
    "part": {
        "owner": "Projektägare",
        "cofinanciers": "Medfinansiär",
        "partners": "Samarbetspartner",
        "participating_organisations": "Deltagande organisation",
        "transnational": "Partner utomlands",
        "lineage": "Genomförde ett besläktat projekt",
    },
    "activity": {
        "seminar": "Seminarium",
        "workshop": "Workshop",
        "network": "Nätverk",
        "local_development": "Lokalt utvecklingsarbete",
        "process_support": "Processtöd",
        "course": "Kurs",
        "study_visit": "Studiebesök",
        "platform": "Webbplattform",
        "analysis": "Analys",
        "spreading": "Spridning",
        "other": "Aktivitet",
    },
    "lineage": {
        "predecessor": "Föregångare",
        "successor": "Fortsättning",
        "part_of": "Del av",
        "has_part": "Rymmer",
        "leads_to": "Leder till",
        "learns_from": "Lär av",
    },
    "mention": {
        "parliament": "Riksdagen",
        "press": "Press",
        "presentation": "Presentation",
        "meeting": "Möte",
        "web": "Webb",
    },
    "material": {
        "film": "Film",
        "presentation": "Presentation",
        "blog": "Blogg",
        "website": "Webbplats",
        "document": "Dokument",
    },
    "confidence": {
        "high": "väl underbyggt",
        "medium": "delvis underbyggt",
        "low": "svagt underbyggt",
        "not_stated": "",
    },
    "course_type": {"open": "Öppen kurs", "bespoke": "Skräddarsydd kurs"},
    "event_kind": {
        "seminar": "Seminarium",
        "workshop": "Workshop",
        "network_meeting": "Nätverksträff",
        "conference": "Konferens",
        "other": "Träff",
    },
    "instance_status": {
        "planned": "Planerad",
        "open": "Öppen för bokning",
        "full": "Fullbokad",
        "cancelled": "Inställd",
        "held": "Genomförd",
    },
    "country": {
        "SE": "Sverige",
        "NO": "Norge",
        "DK": "Danmark",
        "FI": "Finland",
        "BE": "Belgien",
        "NL": "Nederländerna",
        "DE": "Tyskland",
        "PL": "Polen",
        "GB": "Storbritannien",
        "EE": "Estland",
        "LV": "Lettland",
        "LT": "Litauen",
        "IS": "Island",
        "IE": "Irland",
        "FR": "Frankrike",
        "ES": "Spanien",
        "PT": "Portugal",
        "IT": "Italien",
        "AT": "Österrike",
        "CZ": "Tjeckien",
    },
    "compliance": {
        "fully": "Webbplatsen är helt förenlig med",
        "partly": "Webbplatsen är delvis förenlig med",
        "not": "Webbplatsen är inte förenlig med",
    },
    "scheme": {"light": "ljust", "dark": "mörkt", "forced_colors": "egna färger"},
    "admonition": {
        "note": "Obs",
        "abstract": "I korthet",
        "summary": "I korthet",
        "tldr": "I korthet",
        "info": "Bra att veta",
        "tip": "Tips",
        "hint": "Tips",
        "success": "Så ska det vara",
        "check": "Så ska det vara",
        "done": "Så ska det vara",
        "important": "Viktigt",
        "example": "Exempel",
        "question": "Fråga",
        "help": "Hjälp",
        "faq": "Vanliga frågor",
        "quote": "Citat",
        "cite": "Citat",
        "attention": "Se upp",
        "caution": "Var försiktig",
        "warning": "Varning",
        "danger": "Fara",
        "error": "Fel",
        "failure": "Det gick fel",
        "fail": "Det gick fel",
        "missing": "Det saknas",
        "bug": "Fel i ett program",
    },
    "language": {"sv": "svenska", "nb": "norska", "en": "engelska"},
    "sex": {"women": "Kvinnor", "men": "Män", "other": "Annat eller okänt kön"},
    "answer": {
        "answers_1": "1 Inte alls",
        "answers_2": "2",
        "answers_3": "3",
        "answers_4": "4",
        "answers_5": "5 Helt och hållet",
    },
    "goals_counting": {
        "people": "Mål som räknar personer",
        "organisations": "Mål som räknar organisationer",
        "companies": "Mål som räknar företag",
        "municipalities": "Mål som räknar kommuner",
        "activities": "Mål som räknar aktiviteter",
        "course_places": "Mål som räknar kursplatser",
        "nothing": "Projektets mål",
        "percent": "Mål i procent",
    },
    "sign": {
        "zero": "noll",
        "missing": "uppgift saknas",
        "suppressed": "dolt",
        "not_applicable": "kan inte finnas",
    },
    "sign_key": {
        "zero": "– betyder noll",
        "missing": ".. betyder att uppgiften inte finns",
        "not_applicable": ". betyder att det inte kan finnas något tal",
    },
    "chart_row": {
        "targets": "Mål",
        "progress": "Tid",
        "parts": "Grupp",
        "share_of_each_sex": "Grupp",
        "sexes_within": "Grupp",
        "scale": "Påstående",
        "money": "Källa till pengarna",
        "held": "Aktivitet",
        "matrix": "Organisation",
        "time_line": "Projekt",
        "places": "Kommun",
    },
    "disorder": {
        "one-row": "En enda rad",
        "zero": "Bara nollor",
        "negative": "Tal under noll",
        "far-apart": "Från ett till en miljard",
        "gaps": "Luckor",
        "long-names": "Namn på fyrtio bokstäver",
        "suppressed": "Allt är dolt",
        "women-only": "Bara kvinnor",
        "rounded": "Tal som inte är exakta",
        "by-period": "Varje period för sig",
        "five-lines": "Fem linjer",
    },
    "direction": {"increase": "mer är bättre", "decrease": "mindre är bättre"},
}
"""Table of labels → value in a record → Swedish word."""
COUNTED: dict[str, tuple[str, str]] = {
    "people": ("person", "personer"),
    "organisations": ("organisation", "organisationer"),
    "companies": ("företag", "företag"),
    "municipalities": ("kommun", "kommuner"),
    "activities": ("aktivitet", "aktiviteter"),
    "course_places": ("kursplats", "kursplatser"),
}
"""What a number counts → the Swedish words for one, and for several."""


_DIGIT_GROUPS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def keep_digits_together(text: str) -> str:
    """Let no line break fall inside a number: the spaces in "14 334 182" become fixed."""
    return _DIGIT_GROUPS.sub(NO_BREAK, text)


def label(table: str, value: str, language: str) -> str:
    """Give the word a reader sees for a value a record can have."""
    word = LABELS[table][value]
    # gettext answers an empty word with the head of its catalogue.
    return translator(language)(word) if word else ""
