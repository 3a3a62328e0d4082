# SPDX-License-Identifier: EUPL-1.2
"""What a shared page tells: the right number with its source, never a hidden one, and a whole mail."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site, index_pages
from dalamodellen.outputs.addresses import is_reserved
from dalamodellen.outputs.search.answers import search_pages
from dalamodellen.outputs.share_card import Highlight, ShareCard

SETTINGS = "name: Kunskapsbanken\nlanguages: [sv, nb, en]\nurl: https://example.org/bank/\n"
PROJECT = "title: Å & Ö\nsummary: S\n{}publication: {{status: published, approved_by: r, approved_on: 2026-11-22}}\n"
PEOPLE = (
    "participants: [{{value: 90, phase: planned, source: k, no_sex_split_reason: R}},"
    " {{value: {}, women: {}, men: {}, precision: about, phase: achieved, source: k}}]\n"
)
GOAL = (
    "goals: [{{id: a, title: Deltagare som går kursen, counts: people, source: k, no_sex_split_reason: R,"
    " target: {{value: 30, due: 2027-06-30}}, outcome: {{value: {}, source: slut}}}}]\n"
)
MONEY = "funding: {granted: {amount: 2400000, currency: SEK, source: slut}}\n"


def built(small_site: SmallSite, project: str, settings: str = SETTINGS) -> Build:
    files = {
        "data/documents/k.yml": "title: Källan\nkind: report\n",
        "data/documents/slut.yml": "title: Slutrapporten\nkind: report\n",
        "data/projects/t.yml": PROJECT.format(project),
        "data/site.yml": settings,
    }
    build = build_site(small_site(files), today=TODAY)
    assert not build.has_errors, build.issues
    return build


def card(build: Build, language: str = "sv", uri: str = "projekt/t/index.md") -> ShareCard:
    (found,) = [file.card for file in build.files if (file.uri, file.language) == (uri, language)]
    assert found is not None
    return found


def told(build: Build, language: str = "sv") -> Highlight:
    found = card(build, language).highlight
    number = found.number.replace("\N{NO-BREAK SPACE}", " ")
    return Highlight(found.kind, number, found.counts, found.source, found.words)


@pytest.mark.parametrize(
    ("project", "wanted"),
    [
        (
            PEOPLE.format(48, 30, 18) + GOAL.format(21) + MONEY,
            ("ca 48", "personer: 30 kvinnor och 18 män (utfall)", "Källa: Källan", ""),
        ),
        (
            PEOPLE.format(3, 1, 2) + GOAL.format(21) + MONEY,
            (
                "21",
                "deltagare som går kursen (hittills). Mål: minst 30 personer",
                "Källa: Slutrapporten",
                "",
            ),
        ),
        (
            PEOPLE.format(3, 1, 2) + GOAL.format(4) + MONEY,
            ("90", "personer (planerat)", "Källa: Källan", ""),
        ),
        (GOAL.format(4) + MONEY, ("2 400 000 kr", "i beviljat stöd", "Källa: Slutrapporten", "")),
        ("", ("", "", "", "Vad projektet ville, och vad som framgår av våra källor.")),
    ],
)
def test_a_card_tells_what_was_achieved_before_what_was_promised_and_never_a_hidden_number(
    small_site: SmallSite, project: str, wanted: tuple[str, ...]
) -> None:
    assert told(built(small_site, project)) == Highlight("Projekt", *wanted)


def test_women_and_men_are_told_only_where_both_may_be_shown(small_site: SmallSite) -> None:
    build = built(small_site, PEOPLE.format(48, 45, 3))
    assert told(build) == Highlight("Projekt", "ca 48", "personer (utfall)", "Källa: Källan")


@pytest.mark.parametrize(
    "project",
    ["funding: {granted: {amount: 2400000, currency: SEK}}\n", "organisations: {value: 48}\n"],
)
def test_a_number_without_a_source_is_on_no_card(small_site: SmallSite, project: str) -> None:
    assert told(built(small_site, project)).number == ""


@pytest.mark.parametrize(
    ("language", "kind", "counts", "source"),
    [
        ("nb", "Prosjekt", "i innvilget støtte", "Kilde"),
        ("en", "Project", "in support granted", "Source"),
    ],
)
def test_a_card_speaks_the_language_of_its_page(
    small_site: SmallSite, language: str, kind: str, counts: str, source: str
) -> None:
    found = told(built(small_site, MONEY), language)
    assert (found.kind, found.counts, found.source) == (kind, counts, f"{source}: Slutrapporten")


@pytest.mark.parametrize(
    ("project", "wanted"),
    [
        ("municipalities: [falun]\n", ("1 projekt", "där kommunen är med, enligt våra källor")),
        ("counties: [dalarnas-lan]\n", ("1 projekt", "i hela länet, enligt våra källor")),
    ],
)
def test_the_card_of_a_municipality_counts_the_projects_there(
    small_site: SmallSite, project: str, wanted: tuple[str, str]
) -> None:
    organisation = "title: Kommunen\nmunicipality: falun\nkind: municipality\n"
    files = {
        "data/organisations/falun.yml": organisation,
        "data/projects/t.yml": PROJECT.format(project),
        "data/site.yml": SETTINGS,
    }
    build = build_site(small_site(files), today=TODAY)
    found = card(build, uri="kommuner/falun/index.md")
    number = found.highlight.number.replace("\N{NO-BREAK SPACE}", " ")
    assert (found.title, number, found.highlight.counts) == ("Falun", *wanted)


def _mail(build: Build, language: str = "sv") -> tuple[str, dict[str, list[str]]]:
    page = next(
        str(file.content)
        for file in build.files
        if (file.uri, file.language) == ("projekt/t/index.md", language)
    )
    (link,) = re.findall(r'<a class="share__way" ([^>]*)>', page)
    address = unescape(re.findall(r'href="([^"]*)"', link)[0])
    assert re.fullmatch(r"mailto:\?[A-Za-z0-9_.~%=&-]+", address)
    return link, parse_qs(urlsplit(address).query, keep_blank_values=True)


def test_a_mail_has_title_one_line_and_the_address_with_each_letter_right(
    small_site: SmallSite,
) -> None:
    link, mail = _mail(built(small_site, PEOPLE.format(48, 30, 18)), "nb")
    assert mail == {
        "subject": ["Å & Ö"],
        "body": [
            "ca. 48 personer: 30 kvinner og 18 menn (resultat)\r\n\r\nhttps://example.org/bank/nb/projekt/t/"
        ],
    }
    assert " hidden" not in link


def test_without_an_address_of_the_site_there_are_no_cards_and_the_browser_adds_it_to_the_mail(
    small_site: SmallSite,
) -> None:
    build = built(small_site, MONEY, "name: Kunskapsbanken\n")
    link, mail = _mail(build)
    assert [file.uri for file in build.files if file.uri.endswith(".png") or file.card] == []
    assert mail["body"] == ["2 400 000 kr i beviljat stöd\r\n\r\n"]
    assert link.endswith(" hidden")


def test_a_site_of_made_up_facts_says_so_on_its_cards_and_in_its_mails(
    small_site: SmallSite,
) -> None:
    build = built(small_site, MONEY, f"{SETTINGS}is_example: true\n")
    assert card(build, "en").mark == "EXAMPLE – made-up data"
    assert _mail(build, "en")[1]["subject"] == ["EXAMPLE – made-up data: Å & Ö"]


def test_no_file_of_a_site_may_lie_where_the_cards_lie(small_site: SmallSite) -> None:
    assert is_reserved("/assets/delning/projekt/t.png")
    files = {
        "content/assets/delning/webbplatsen.png": b"\x89PNG\r\n\x1a\n",
        "data/site.yml": SETTINGS,
    }
    build = build_site(small_site(files), today=TODAY)
    assert [issue.code for issue in build.issues if issue.code.startswith("page-on")] == [
        "page-on-theme-address"
    ]


def test_no_page_is_found_by_the_words_of_its_buttons(small_site: SmallSite) -> None:
    build = built(small_site, MONEY, SETTINGS.replace("sv, nb, en", "sv"))
    files = [file for file in build.files if file.uri == "projekt/t/index.md"]
    index = index_pages(files, build.site)
    found = {
        words: [one["url"] for one in search_pages(index, words, limit=9)["results"]]
        for words in ("kopiera", "skicka", "länken", "beviljat")
    }
    assert found == {"kopiera": [], "skicka": [], "länken": [], "beviljat": ["/projekt/t/"]}


def test_cards_are_the_same_for_any_number_of_processes(small_site: SmallSite) -> None:
    root = built(
        small_site, MONEY + "municipalities: [falun, mora, rattvik, leksand, gagnef, ludvika]\n"
    ).root
    one, two = (
        {
            (file.uri, file.language): file.content
            for file in build_site(root, today=TODAY, jobs=jobs).files
            if file.uri.endswith(".png")
        }
        for jobs in (1, 3)
    )
    assert one == two
    assert len(one) == 3 * 9
