# SPDX-License-Identifier: EUPL-1.2
"""Who paid is seen at once on every page of a funded project and its materials, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.site import TREES, addresses_in
from dalamodellen.build import Build
from dalamodellen.model.programme import Programme, Publicity
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site

SIZES = ((360, 640), (1280, 720))
"""Of a telephone and of a desk."""
SECTIONS = {"project": "projekt", "lesson": "lektioner", "course": "kurser", "post": "nytt"}
_SEEN = """() => {
    const emblem = document.querySelector('.publicity__emblem');
    const size = (one) => { const box = one.getBoundingClientRect(); return [box.width, box.height]; };
    const logos = [...document.querySelectorAll('svg, img')].filter((one) =>
        one !== emblem && one.checkVisibility() && !one.closest('.md-typeset figure'));
    const first = [emblem, ...document.querySelectorAll('.publicity__statement, .publicity__plain')];
    const covered = (one) => { const box = one.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return !(one === top || one.contains(top)); };
    return {
        outside: first.map((one) => [one, one.getBoundingClientRect()])
            .filter(([one, box]) => box.top < 0 || box.left < 0 || !box.height
                || box.right > innerWidth || box.bottom > innerHeight || covered(one))
            .map(([one]) => String(one.className.baseVal ?? one.className)),
        larger: logos.filter((one) => {
            const [width, height] = size(one), [emblemWidth, emblemHeight] = size(emblem);
            return width > emblemWidth && height > emblemHeight;
        }).map((one) => String(one.className.baseVal ?? one.src)),
    };
}"""


def address_file(path: str) -> str:
    """Give the file that a page's address leads to, below the folder of the site."""
    return path[1:] + ("index.html" if path.endswith("/") else "")


@pytest.fixture(scope="module")
def site(real_build: Build) -> Site:
    return real_build.site


def profile_of(site: Site, project_id: str | None) -> Publicity | None:
    """Give the words that a project's funder asks for, found from the records alone."""
    project = site.get("project", project_id)
    funding = project.funding if isinstance(project, Project) else None
    programme = site.records.get(("programme", (funding and funding.programme) or ""))
    profile = programme.publicity if isinstance(programme, Programme) else None
    found = site.records.get(("publicity", profile or ""))
    return found if isinstance(found, Publicity) else None


@pytest.fixture(scope="module")
def funded(site: Site, paths: list[str]) -> dict[str, Publicity]:
    """Every page about a project with a funder or grown from one, in all languages."""
    found = {}
    for (kind, name), record in site.records.items():
        if kind in SECTIONS:
            project_id = name if kind == "project" else getattr(record, "project", None)
            profile = profile_of(site, project_id)
            for tree in ("", *(f"{one}/" for one in TREES)):
                path = f"/{tree}{SECTIONS[kind]}/{name}/"
                below = ("", "rapporttext/", "jamstalldhet/", "i-korthet/", "i-detalj/")
                chosen = f"/{tree}resultat/projekt/{name}/"
                for one in (*(f"{path}{part}" for part in below), chosen):
                    if profile and one in paths:
                        found[one] = profile
    return found


@dataclass(frozen=True)
class Shown:
    """What a reader meets at the top of a page."""

    language: str
    told: list[list[str]]
    """Each text about the funder, with its language."""
    faults: list[str]
    """What is not seen whole, or larger than the emblem, in any of the sizes."""


@pytest.fixture(scope="module")
def shown(
    chromium: Browser, address: str, funded: dict[str, Publicity]
) -> Iterator[dict[str, Shown]]:
    """Open each page once and look at it in every size."""
    with chromium.new_context(base_url=address) as context:
        page = context.new_page()
        yield {path: _look(page, path) for path in funded}


def _look(page: Page, path: str) -> Shown:
    page.goto(path)
    faults = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        seen = page.evaluate(_SEEN)
        faults += [f"{path} {width}: {name} is not seen" for name in seen["outside"]]
        faults += [f"{path} {width}: {name} is larger than the emblem" for name in seen["larger"]]
    told = page.locator(".publicity [lang], .publicity p").evaluate_all(
        "(all) => all.map((one) => [one.textContent, one.closest('[lang]').lang])"
    )
    return Shown(page.locator("html").get_attribute("lang") or "", told, faults)


def test_the_emblem_and_the_words_are_seen_whole_without_scrolling(
    shown: dict[str, Shown],
) -> None:
    assert len(shown) > 30
    assert [fault for one in shown.values() for fault in one.faults] == []


def test_the_funder_is_named_in_text_too_in_words_marked_with_their_language(
    shown: dict[str, Shown], funded: dict[str, Publicity]
) -> None:
    faults = []
    for path, profile in funded.items():
        page = shown[path]
        wanted = [
            text.in_language(page.language)
            for text in (profile.statement, profile.ended, profile.disclaimer)
            if text
        ]
        faults += [
            f"{path}: {text!r} is not told in {spoken}"
            for text, spoken in wanted
            if not any(
                " ".join(text.split()) in words and spoken == how for words, how in page.told
            )
        ]
    assert faults == []


def test_no_other_page_carries_the_emblem(html: Path, funded: dict[str, Publicity]) -> None:
    with_emblem = {
        path
        for path in addresses_in(html)
        # Where the theme shows what a funder's words look like, and says that it is an example.
        if "/om/komponenter/publicity/" not in path
        and "publicity__emblem" in (html / address_file(path)).read_text("utf-8")
    }
    assert "projekt/lillehammer/index.html" in {address_file(path) for path in addresses_in(html)}
    assert with_emblem == set(funded)


def test_on_paper_the_emblem_is_larger_than_the_sites_own_mark(page: Page) -> None:
    page.goto("/projekt/lyftkraft/")
    page.emulate_media(media="print")
    assert page.evaluate(_SEEN)["larger"] == []


@pytest.mark.parametrize("name", ["esf-plus-2021-2027", "erasmus-plus-2021-2027"])
def test_words_of_programmes_that_no_project_here_has_fit_too(
    page: Page, site: Site, name: str
) -> None:
    profile = site.records["publicity", name]
    assert isinstance(profile, Publicity)
    assert profile.statement
    page.set_viewport_size({"width": 360, "height": 640})
    for tree in ("", *(f"{one}/" for one in TREES)):
        page.goto(f"/{tree}lektioner/gora-ett-dokument-som-alla-kan-lasa/")
        language = tree[:2] or "sv"
        page.locator(".publicity__words").evaluate(
            """(box, [statement, plain]) => {
                box.innerHTML = '<p class="publicity__statement"></p><p class="publicity__plain"></p>';
                box.firstChild.textContent = statement;
                box.lastChild.textContent = plain;
            }""",
            [profile.statement.in_language(language)[0], profile.ended.in_language(language)[0]],
        )
        assert page.evaluate(_SEEN) == {"outside": [], "larger": []}
