# SPDX-License-Identifier: EUPL-1.2
"""A pasted link reads right without scripts: the head of each kind of page, in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from conftest import REPOSITORY, TODAY, URL, SmallSite
from dalamodellen.build import build_site
from dalamodellen.model.settings import EXAMPLE_FOLDER, EXAMPLE_MARK
from dalamodellen.outputs.fitted_title import LONGEST
from dalamodellen.outputs.pages.front_matter import LONGEST_DESCRIPTION
from dalamodellen.renderers.mkdocs_run import render_html

LOCALES = {"": "sv_SE", "nb/": "nb_NO", "en/": "en_GB"}
"""Folder of a language → what those who show links call it."""
MARKS = {
    "": EXAMPLE_MARK,
    "nb/": "EKSEMPEL – oppdiktede opplysninger",
    "en/": "EXAMPLE – made-up data",
}
EXAMPLE = f"{EXAMPLE_FOLDER}/"
REAL_PAGES = (
    *("", "projekt/", "projekt/tre-m/", "projekt/lillehammer/", "projekt/dalalyft/i-korthet/"),
    *("kommuner/falun/", "resultat/"),
)
MADE_UP_PAGES = (
    *("", "projekt/exempellyftet/", "projekt/exempelnatet/", "projekt/exempelnatet/i-korthet/"),
    *("kommuner/exempelkommun/", "resultat/"),
)
PAGES = [
    (site, tree, page)
    for tree in LOCALES
    for site, page in (
        *(("", page) for page in REAL_PAGES),
        *((EXAMPLE, page) for page in MADE_UP_PAGES),
    )
]
WITH_OWN_CARD = re.compile(r"(?:projekt|kommuner)/.+/|resultat/")


@dataclass
class Head(HTMLParser):
    """What a program that shows links reads of a page."""

    title: str = ""
    told: dict[str, list[str]] = field(default_factory=dict)
    """Name or property of a `<meta>`, or relation of a `<link>` → what each says."""
    _is_title: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_title = tag == "title"
        values = {name: value or "" for name, value in attrs}
        name = values.get("property") or values.get("name") or values.get("rel")
        if tag in ("meta", "link") and name:
            said = values.get("content") or values.get("href", "")
            self.told.setdefault(name, []).append(said)

    def handle_data(self, data: str) -> None:
        self.title += data.strip() if self._is_title else ""


def head(path: Path) -> Head:
    parser = Head()
    parser.feed(path.read_text("utf-8").partition("</head>")[0])
    return parser


@pytest.fixture(scope="module")
def html(published_root: Path) -> Path:
    """The real site at a known address, with its demonstration site."""
    return published_root / "site"


@pytest.mark.parametrize(("site", "tree", "page"), PAGES)
def test_a_pasted_link_says_what_the_page_is_whose_it_is_and_shows_its_card(
    site: str, tree: str, page: str, html: Path
) -> None:
    found = head(html / site / tree / page / "index.html")
    told = {name: said for name, said in found.told.items() if name.startswith(("og:", "twitter:"))}
    (title,), (description,) = told.pop("og:title"), told.pop("og:description")
    (image,), (alt,) = told.pop("og:image"), told.pop("og:image:alt")
    (name,) = told.pop("og:site_name")
    address = f"{URL}{site}{tree}{page}"
    assert told == {
        "og:type": ["article" if page else "website"],
        "og:url": [address],
        "og:locale": [LOCALES[tree]],
        "og:locale:alternate": [said for other, said in LOCALES.items() if other != tree],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "twitter:card": ["summary_large_image"],
    }
    assert 3 <= len(found.title) <= LONGEST
    assert found.told["description"] == [description]
    mark = MARKS[tree] if site else ""
    assert 20 <= len(description) <= LONGEST_DESCRIPTION + len(f"{mark}. ") + 2
    assert found.told.get("canonical", []) == ([] if site else [address])
    file = html / image.removeprefix(URL)
    picture = Image.open(BytesIO(file.read_bytes()))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    shown = f"{page.rstrip('/')}.png" if WITH_OWN_CARD.fullmatch(page) else "webbplatsen.png"
    assert image == f"{URL}{site}{tree}assets/delning/{shown}"
    assert mark in title
    assert alt.startswith(mark)
    assert name in alt
    if WITH_OWN_CARD.fullmatch(page):
        assert title.removeprefix(f"{mark}: ") in alt
    assert len(alt) <= 420  # what those who show links cut at


@pytest.mark.parametrize(
    ("tree", "funder"),
    [
        ("", "Projektet fick stöd av Europeiska unionen genom Europeiska socialfonden."),
        (
            "nb/",
            "Prosjektet fikk støtte fra Den europeiske union gjennom Det europeiske sosialfondet.",
        ),
        (
            "en/",
            "The project was supported by the European Union through the European Social Fund.",
        ),
    ],
)
def test_the_card_of_a_funded_project_names_who_paid(tree: str, funder: str, html: Path) -> None:
    (alt,) = head(html / tree / "projekt/tre-m/index.html").told["og:image:alt"]
    assert funder in alt


def test_every_card_of_the_site_is_small_and_only_pages_that_are_sent_on_have_their_own(
    html: Path,
) -> None:
    cards = sorted(html.rglob("assets/delning/**/*.png"))
    assert {
        path.relative_to(html).as_posix() for path in cards if path.stat().st_size > 40_000
    } == set()
    named = [path.relative_to(html).as_posix().partition("assets/delning/")[2] for path in cards]
    kinds = {name.split("/")[0].removesuffix(".png") for name in named}
    assert kinds == {"kommuner", "projekt", "resultat", "webbplatsen"}


def test_the_pages_of_the_components_show_no_card_as_if_they_were_the_sites(
    small_site: SmallSite, tmp_path: Path
) -> None:
    files = {
        "data/site.yml": f"name: N\nurl: {URL}\n",
        "theme/components/share/examples.yml": (
            REPOSITORY / "theme/components/share/examples.yml"
        ).read_text("utf-8"),
    }
    render_html(build_site(small_site(files), today=TODAY), tmp_path / "html")
    told = head(tmp_path / "html/om/komponenter/share/both/index.html").told
    assert "og:image" not in told
    assert "twitter:card" not in told


def test_without_an_address_no_page_names_a_picture(small_site: SmallSite, tmp_path: Path) -> None:
    build = build_site(small_site({"content/om.md": "# Om\n\nHej.\n"}), today=TODAY)
    render_html(build, tmp_path / "html")
    told = head(tmp_path / "html/om/index.html").told
    assert [name for name in told if name.startswith(("og:image", "twitter:", "og:url"))] == []
    assert list((tmp_path / "html").rglob("*.png")) == []


@pytest.mark.parametrize(
    ("settings", "home", "missing"),
    [
        ("name: Dalen\n", "Dalen", "Sidan finns inte – Dalen"),
        (
            f"name: {'Kunskap ' * 9}\n",
            "Kunskap Kunskap Kunskap Kunskap Kunskap Kunskap Kunskap Kunskap…",
            "Sidan finns inte",
        ),
        (
            f"name: {'Kunskap ' * 9}\nis_example: true\n",
            "Kunskap Kunskap Kunskap Kunskap… (EXEMPEL – påhittade uppgifter)",
            "Sidan finns inte (EXEMPEL – påhittade uppgifter)",
        ),
    ],
)
def test_a_long_name_of_the_site_leaves_room_in_the_titles_of_home_and_of_pages_not_found(
    settings: str, home: str, missing: str, small_site: SmallSite, tmp_path: Path
) -> None:
    term = "title: Ord\ndefinition: Ett ord.\n"
    build = build_site(
        small_site({"data/site.yml": settings, "data/terms/o.yml": term}), today=TODAY
    )
    render_html(build, tmp_path / "html")
    assert head(tmp_path / "html/index.html").title == home
    assert head(tmp_path / "html/404.html").title == missing
    assert len(home) <= LONGEST
