# SPDX-License-Identifier: EUPL-1.2
"""Who paid is told on a funded project's pages and materials, with the right emblem, and nowhere else."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.outputs.pages.publicity import publicity_on
from dalamodellen.renderers import mkdocs_run, zensical_run

EMBLEM = REPOSITORY / "theme/components/publicity/emblem.html"
APPROVED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"


def project(title: str, funding: str, status: str = "ended", end: str = "2016-12-31") -> str:
    return (
        f"title: {title}\nsummary: Kort.\nstatus: {status}\nperiod: 2015-01-01/{end}\n"
        f"funding: {{{funding}}}\n{APPROVED}"
    )


def course(extra: str = "") -> str:
    return f"title: Kurs\nsummary: Kort.\ntype: open\nstatus: ended\n{extra}{APPROVED}"


FUND = {
    "data/site.yml": "name: Prov\nlanguages: [sv, en]\n",
    "data/programmes/esf.yml": "title: ESF\nfund: Fonden\nperiod: 2014/2020\npublicity: esf\n",
    "data/publicity/esf.yml": (
        "title: ESF\nperiod: 2014/2020\nstatement: {sv: Medfinansieras av Europeiska unionen}\n"
        "ongoing: {sv: Får stöd av fonden., en: Is supported by the fund.}\n"
        "ended: {sv: Fick stöd av fonden., en: Was supported by the fund.}\n"
        "disclaimer: {en: Views are the authors' own.}\nhas_eu_emblem: true\n"
    ),
    "data/projects/betalt.yml": project("Betalt", "programme: esf"),
    "data/projects/oklart.yml": project("Oklart", "note: Programmet framgår inte."),
    "data/courses/med.yml": course("project: betalt\n"),
    "data/courses/utan.yml": course(),
}
SAID = {
    "emblem": True,
    "statement": "Medfinansieras av Europeiska unionen",
    "statement_language": "",
    "plain": "Fick stöd av fonden.",
    "plain_language": "",
    "disclaimer": "Views are the authors' own.",
    "disclaimer_language": "en",
}


@pytest.fixture
def build(small_site: SmallSite) -> Build:
    return build_site(small_site({**FUND}), today=TODAY)


def corners(star: str) -> list[float]:
    """List the corners of a star that begins in its top and tells the others from the one before."""
    first, *steps = re.findall(r"([Mlh])([-\d. ]+)", re.sub(r"(\d)-", r"\1 -", star))
    x, y = (float(number) for number in first[1].split())
    found = [x, y]
    for how, told in steps:
        moves = [float(number) for number in told.split()]
        if how == "h":
            moves.append(0)
        for right, down in zip(moves[::2], moves[1::2], strict=True):
            x, y = x + right, y + down
            found += [x, y]
    return found


def test_the_emblem_has_twelve_upright_stars_in_their_places_and_the_right_colours() -> None:
    svg = EMBLEM.read_text("utf-8").partition("<svg")[2]
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert box is not None
    width, height = int(box[1]), int(box[2])
    assert width * 2 == height * 3
    grounds = re.findall(r'<path fill="(#\w+)" d="([^"]+)"', svg)
    assert [colour for colour, _ in grounds] == ["#003399", "#FFCC00"]
    assert grounds[0][1] == f"M0 0h{width}v{height}H0z"
    stars = [corners(star) for star in grounds[1][1].split("z") if star.strip()]
    wanted = []
    # As on a clock: one star each hour, its five points on a small circle, one straight up.
    for hour in range(12):
        middle = complex(width / 2, height / 2) + height / 3 * complex(
            math.sin(math.tau * hour / 12), -math.cos(math.tau * hour / 12)
        )
        wanted.append(
            [
                middle
                + height / 18 * complex(math.sin(math.tau * n / 5), -math.cos(math.tau * n / 5))
                for n in range(5)
            ]
        )
    found = [[complex(*star[i : i + 2]) for i in range(0, 20, 4)] for star in stars]
    assert len(found) == 12
    for points, right in zip(found, wanted, strict=True):
        assert max(abs(a - b) for a, b in zip(points, right, strict=True)) < 0.01
    # The sides of a star are straight from point to point: each inner corner lies on two of them.
    for star, right in zip(stars, wanted, strict=True):
        corner, one, other = complex(*star[2:4]), right[0], right[2]
        across = (other - one).conjugate() * (corner - one)
        assert abs(across.imag) / abs(other - one) < 0.01


def test_a_projects_own_page_tells_its_funder_without_the_projects_name(build: Build) -> None:
    assert publicity_on(build.site, "betalt", "sv", is_its_own=True) == SAID


def test_materials_tell_the_projects_name_and_what_is_told_in_another_language(
    build: Build,
) -> None:
    assert publicity_on(build.site, "betalt", "en") == SAID | {
        "statement_language": "sv",
        "plain": "Was supported by the fund.",
        "disclaimer_language": "",
        "project": "Betalt",
        "project_language": "sv",
    }


def test_a_running_project_is_told_of_in_the_present_tense(small_site: SmallSite) -> None:
    running = project("Betalt", "programme: esf", "ongoing", "2027-01-01")
    build = build_site(small_site({**FUND, "data/projects/betalt.yml": running}), today=TODAY)
    told = publicity_on(build.site, "betalt", "sv", is_its_own=True)
    assert told == SAID | {"plain": "Får stöd av fonden."}


def test_an_uncertain_programme_and_a_page_of_no_project_say_nothing(build: Build) -> None:
    assert publicity_on(build.site, "oklart", "sv") == {}
    assert publicity_on(build.site, None, "sv") == {}


def test_a_site_that_is_funded_says_so_on_every_page(small_site: SmallSite) -> None:
    settings = "name: Prov\nprogramme: esf\n"
    build = build_site(small_site({**FUND, "data/site.yml": settings}), today=TODAY)
    assert publicity_on(build.site, None, "sv") == SAID | {"plain": "Får stöd av fonden."}


def test_an_example_site_never_shows_the_emblem(small_site: SmallSite) -> None:
    settings = "name: Prov\nis_example: true\n"
    build = build_site(small_site({**FUND, "data/site.yml": settings}), today=TODAY)
    assert publicity_on(build.site, "betalt", "sv", is_its_own=True) == SAID | {"emblem": False}


@pytest.mark.parametrize("renderer", [mkdocs_run, zensical_run])
def test_the_emblem_is_on_the_funded_projects_pages_and_materials_only(
    build: Build, tmp_path: Path, renderer: object
) -> None:
    renderer.render_html(build, tmp_path)  # type: ignore[attr-defined]
    shown = {
        path.relative_to(tmp_path).parent.as_posix(): path.read_text("utf-8")
        for path in tmp_path.rglob("*.html")
        if 'class="publicity"' in path.read_text("utf-8")
    }
    own = ["kurser/med", "projekt/betalt", "projekt/betalt/i-korthet"]
    assert sorted(shown) == [f"en/{one}" for one in own] + own
    for where, html in shown.items():
        assert html.count("publicity__emblem") == 1
        assert html.index('class="publicity"') < html.index("<h1")
        alt = (
            "Emblem of the European Union"
            if where.startswith("en/")
            else "Europeiska unionens emblem"
        )
        assert f'role="img" aria-label="{alt}"' in html
    statement = "Medfinansieras av Europeiska unionen</p>"
    assert f'<p class="publicity__statement">{statement}' in shown["projekt/betalt"]
    assert f'<p class="publicity__statement" lang="sv">{statement}' in shown["en/projekt/betalt"]


def test_every_funded_project_of_the_real_site_has_the_emblem_and_names_the_fund(
    real_build: Build,
) -> None:
    site = real_build.site
    told = {one.id: publicity_on(site, one.id, "sv", is_its_own=True) for one in site.projects}
    plain = "Projektet fick stöd av Europeiska unionen genom Europeiska socialfonden."
    old = {"emblem": True, "plain": plain, "plain_language": ""}
    new = old | {"statement": "Medfinansieras av Europeiska unionen", "statement_language": ""}
    assert told == {
        "dalalyft": old,
        "dalamodellen": old,
        "lc-komp": old,
        "lillehammer": {},
        "lyftkraft": new,
        "tre-m": old,
    }
