# SPDX-License-Identifier: EUPL-1.2
"""The accessibility page: a public body's whole statement, and for others only what is known."""

from __future__ import annotations

import re
from html import unescape

import pytest

from accessibility_report import PageView, Tools, render_report
from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.model.accessibility import TEST_PATH

URI = "tillganglighet/index.md"
APPROVED = "{status: published, approved_by: redaktionen, approved_on: 2026-11-22}"
PUBLIC = """
name: {sv: Lärcentrum, nb: Læringssenter, en: Learning centre}
languages: [sv, nb, en]
owner:
  name: {sv: Exempelkommun, nb: Eksempelkommune, en: Example Municipality}
  is_public_body: true
  country: SE
  email: webb@example.org
accessibility:
  compliance: partly
  assessed_on: 2026-11-01
  method: {sv: Vi har själva gått igenom sidorna., nb: Vi har selv gått gjennom., en: We went through it ourselves.}
  updated_on: 2026-11-02
  authority:
    name: {sv: Myndigheten för exempel, nb: Eksempelmyndigheten, en: The Example Authority}
    law: {sv: exempellagen, nb: eksempelloven, en: the Example Act}
    complaint_url: https://example.org/anmal
    as_of: 2026-11-03
  barriers:
    - what: Kartan går inte att läsa upp.
      where: /om/personuppgifter/
      reason: Den är en bild.
      planned: 2027-03
    - what: Arkivet är inskannat.
      where: /borta/
      reason: Det skulle ta tio år.
      kind: disproportionate_burden
    - what: Gamla filmer saknar syntolkning.
      reason: De är från före lagen.
      kind: out_of_scope
"""
PRIVATE = """
name: Lärcentrum
languages: [sv, nb, en]
owner: {name: Redaktionen}
accessibility:
  barriers:
    - what: Kartan går inte att läsa upp.
      reason: Den är en bild.
"""
NORWEGIAN = """
name: Karrieresenteret
languages: [nb]
owner: {name: Eksempelkommune, is_public_body: true}
accessibility:
  statement_url: https://example.org/erklaering
"""
FILM = f"""
title: Lärande i arbetslivet
url: https://example.org/film.mp4
date: 2010-05-04
missing_reason: Talaren gick inte att nå.
publication: {APPROVED}
"""
PICTURE = f"""---
title: Sidan med bild
language: sv
acknowledged:
  - code: missing-text-alternative
    reason: Fotografen har inte svarat.
    by: redaktionen
    date: 2026-11-22
publication: {APPROVED}
---

![](bild.png)
"""
TOOLS = Tools("axe-core 4.10.3", "Chromium 142", ("WCAG 2.0 A", "WCAG 2.2 AA"))


def built(small_site: SmallSite, settings: str, **files: str) -> Build:
    named = {name.replace("__", "/").replace("DOT", "."): text for name, text in files.items()}
    build = build_site(small_site({"data/site.yml": settings, **named}), today=TODAY)
    assert [issue.code for issue in build.issues if issue.severity == "error"] == []
    return build


def words(build: Build, language: str) -> str:
    """Give the page's words in a language, without markup."""
    page = next(
        str(file.content) for file in build.files if (file.uri, file.language) == (URI, language)
    )
    text = unescape(re.sub(r"<[^>]*>", " ", page.partition("\n---\n")[2]))
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def links(build: Build, language: str) -> list[str]:
    page = next(
        str(file.content) for file in build.files if (file.uri, file.language) == (URI, language)
    )
    return [unescape(href) for href in re.findall(r'<a href="([^"]*)"', page)]


ITEMS = [
    "Offentlig aktör Exempelkommun",
    "Webbplats Lärcentrum",
    "Webbplatsen är delvis förenlig med exempellagen .",
    (
        "### Sådant som inte följer lagen Kartan går inte att läsa upp. "
        "Var /om/personuppgifter/ Varför Den är en bild. Ska vara rättat mars 2027"
    ),
    "Bedömd 1 november 2026",
    "Redogörelsen senast uppdaterad 2 november 2026",
    "## Så har vi testat Vi har själva gått igenom sidorna.",
    "så svarar vi. webb@example.org",
    "Myndigheten för exempel . Anmäl bristen",
    "Uppgiften om myndigheten gällde 3 november 2026",
    (
        "undantaget för oskäligt betungande anpassning. "
        "Arkivet är inskannat. Var /borta/ Varför Det skulle ta tio år."
    ),
    (
        "### Sådant som lagen inte omfattar "
        "Gamla filmer saknar syntolkning. Var Hela webbplatsen Varför De är från före lagen."
    ),
]
"""The eleven items of a statement, and the day the facts about the authority held."""


def test_the_statement_of_a_public_body_has_its_eleven_items(small_site: SmallSite) -> None:
    build = built(small_site, PUBLIC)
    said = words(build, "sv")
    assert said.startswith("# Tillgänglighetsredogörelse ")
    assert [item for item in ITEMS if item.replace(" .", ".") not in said.replace(" .", ".")] == []


def test_the_statement_leads_to_the_barrier_the_owner_and_the_authority(
    small_site: SmallSite,
) -> None:
    assert links(built(small_site, PUBLIC), "nb")[:3] == [
        "../om/personuppgifter/",
        "mailto:webb@example.org",
        "https://example.org/anmal",
    ]


def test_the_example_in_the_guide_is_a_whole_statement(small_site: SmallSite) -> None:
    guide = (REPOSITORY / "docs/tillganglighet.md").read_text("utf-8")
    settings = next(one for one in guide.split("```yaml\n") if one.startswith("name:"))
    said = words(built(small_site, settings.partition("```")[0]), "sv")
    assert "Webbplatsen är delvis förenlig med lagen om tillgänglighet till" in said


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "Nettstedet er delvis i samsvar med eksempelloven"),
        ("en", "The site is partly compliant with the Example Act"),
    ],
)
def test_the_statement_speaks_every_language_of_the_site(
    small_site: SmallSite, language: str, told: str
) -> None:
    assert told in words(built(small_site, PUBLIC), language)


def test_a_public_body_without_exemptions_says_so(small_site: SmallSite) -> None:
    settings = PUBLIC.partition("    - what: Arkivet")[0]
    said = words(built(small_site, settings), "sv")
    assert "Vi åberopar inte undantaget för oskäligt betungande anpassning." in said
    assert "Inget innehåll här är undantaget från lagen." in said


def test_a_site_of_no_public_body_says_so_and_claims_nothing_under_the_law(
    small_site: SmallSite,
) -> None:
    said = words(built(small_site, PRIVATE), "sv")
    assert said.startswith("# Tillgänglighet Alla ska kunna")
    assert "Ingen offentlig aktör svarar för webbplatsen." in said
    assert "Den som svarar för webbplatsen: Redaktionen." in said.replace(" .", ".")
    assert "Kartan går inte att läsa upp. Var Hela webbplatsen Varför Den är en bild." in said
    assert "Inget test är sparat." in said
    assert not {"förenlig", "tillsyn", "oskäligt", "omfattar"} & set(re.findall(r"\w+", said))


def test_a_norwegian_public_body_links_to_its_statement(small_site: SmallSite) -> None:
    build = built(small_site, NORWEGIAN)
    said = words(build, "nb")
    assert said.startswith("# Tilgjengelighet Alle skal")
    assert "Eksempelkommune har tilgjengelighetserklæringen sin i en felles løsning:" in said
    assert links(build, "nb")[0] == "https://example.org/erklaering"
    assert "i samsvar med" not in said


def test_a_norwegian_owner_is_known_by_its_country_whatever_the_main_language(
    small_site: SmallSite,
) -> None:
    settings = NORWEGIAN.replace("[nb]", "[sv]").replace("body: true", "body: true, country: NO")
    assert links(built(small_site, settings), "sv")[0] == "https://example.org/erklaering"


def test_films_without_captions_and_pictures_without_words_are_listed_with_their_reasons(
    small_site: SmallSite,
) -> None:
    files = {"data__recordings__filmDOTyml": FILM, "content__sidaDOTmd": PICTURE}
    build = built(small_site, PRIVATE, content__bildDOTpng="x", **files)
    said = words(build, "sv")
    assert (
        "Filmen saknar textning eller avskrift: Lärande i arbetslivet "
        "Var https://example.org/film.mp4 Varför Talaren gick inte att nå."
    ) in said
    assert (
        "En bild saknar textalternativ. Var Sidan med bild Varför Fotografen har inte svarat."
    ) in said
    assert links(build, "sv")[1] == "../sida/"


VIEWS = [
    PageView("/nb/", "nb", 1280, "dark", ("region", "color-contrast")),
    PageView("/", "sv", 320, "light"),
    PageView("/", "sv", 1280, "forced_colors", ("region", "region")),
]


def test_the_last_test_run_is_told_with_its_day_scope_and_results(small_site: SmallSite) -> None:
    report = render_report(VIEWS, TOOLS, TODAY)
    assert report == render_report(reversed(VIEWS), TOOLS, TODAY)
    root = small_site({"data/site.yml": PRIVATE, TEST_PATH: report})
    build = build_site(root, today=TODAY)
    assert [issue for issue in build.issues if issue.code != "no-git-history"] == []
    assert (
        "Senaste testet 22 november 2026 Verktyg axe-core 4.10.3, Chromium 142 "
        "Regler WCAG 2.0 A och WCAG 2.2 AA Sidor 2 sidor, 3 visningar "
        "Språk svenska och norska Bredder 320 och 1 280 bildpunkter "
        "Utseenden ljust, mörkt och egna färger "
        "Resultat color-contrast : 1 sida region : 2 sidor"
    ) in words(build, "sv").replace("\N{NO-BREAK SPACE}", " ")


def test_faults_of_the_last_run_are_never_called_none(small_site: SmallSite) -> None:
    files = {TEST_PATH: render_report(VIEWS, TOOLS, TODAY)}
    said = words(build_site(small_site(files), today=TODAY), "sv")
    assert "Det senaste testet hittade fel. De står under nästa rubrik." in said
    assert "Vi känner inte till några brister." not in said


def test_a_run_without_faults_says_that_a_program_does_not_find_them_all(
    small_site: SmallSite,
) -> None:
    report = render_report(VIEWS[1:2], TOOLS, TODAY)
    said = words(build_site(small_site({TEST_PATH: report}), today=TODAY), "sv")
    assert "Resultat Inga fel hittades. Ett program hittar inte alla fel." in said


def test_a_run_that_looked_at_nothing_cannot_be_told_of() -> None:
    with pytest.raises(ValueError, match="no page was shown"):
        render_report([], TOOLS, TODAY)
