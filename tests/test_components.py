# SPDX-License-Identifier: EUPL-1.2
"""Each component of the theme has its states, each state its page, and no reader is led there."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site, index_pages
from dalamodellen.issues import format_issue
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.search.answers import search_pages
from dalamodellen.outputs.sitemap import render_sitemap

THEME = REPOSITORY / "theme"
FOLDERS = sorted(path.name for path in (THEME / "components").iterdir() if path.is_dir())
ADDRESS = "om/komponenter/"
SHOWN = {
    "breadcrumbs": '<nav class="breadcrumbs"',
    "cards": '<ul class="cards">',
    "charts": '<figure class="chart ',
    "checklist": '<ul class="checklist"',
    "contents": '<nav class="contents"',
    "courses": 'class="occasions"',
    "dialog": '<dialog class="dialog',
    "example": '<div class="example-banner">',
    "facts": '<dl class="facts">',
    "footer": '<footer class="site-footer">',
    "goals": '<ol class="goals">',
    "header": '<header class="site-header">',
    "icons": '<ul class="icon-list">',
    "letters": '<nav class="letters"',
    "next-choices": '<ul class="next-choices',
    "notes": 'class="note',
    "page": '<main id="frame--main" class="page-main"',
    "papers": 'class="paper paper--certificate"',
    "print": '<ul class="checklist"',
    "publicity": '<aside class="publicity"',
    "share": '<div class="share ',
    "sources": 'class="page-source"',
    "subscribe": 'class="subscribe only-on-screen"',
    "tables": "<table",
    "tasks": '<ul class="task-list">',
    "text": '<article class="md-typeset">',
    "tiles": '<ul class="tiles">',
}
"""Component → what its pages hold."""
WITHOUT = {"/cards/empty/", "/notes/written/"}
"""States that show what stands there instead."""
WRITTEN_ONCE = (
    *('<li class="card"', '<ol class="goals"', '<nav class="letters"', '<li class="tile"'),
    *('<ul class="next-choices', '<ul class="task-list"', '<ul class="icon-list"'),
    *('<div class="note">', '<div class="note note--draft"', '<blockquote class="source-words">\n'),
)
"""How the elements begin that only a component's own template may write."""


@pytest.fixture(scope="module")
def real(real_build: Build) -> Build:
    return real_build


@pytest.fixture(scope="module")
def html(real_html: Path) -> Path:
    return real_html


def _pages(build: Build) -> list[OutputFile]:
    return [file for file in build.files if file.is_page and file.uri.startswith(ADDRESS)]


def test_every_component_has_its_states_and_every_state_a_page_in_each_language(
    real: Build,
) -> None:
    assert [component.id for component in real.site.components] == FOLDERS
    wanted = {f"{ADDRESS}index.md"} | {
        f"{ADDRESS}{component.id}/{state.id}/index.md"
        for component in real.site.components
        for state in component.states
    }
    assert {component.id for component in real.site.components if component.states} == {*FOLDERS}
    for language in ("sv", "nb", "en"):
        assert {page.uri for page in _pages(real) if page.language == language} == wanted


def test_every_page_shows_its_component(html: Path) -> None:
    assert sorted(SHOWN) == FOLDERS
    pages = sorted(html.rglob(f"{ADDRESS}*/*/index.html"))
    assert len({page.parent.parent.name for page in pages}) == len(FOLDERS)
    for page in pages:
        name = page.parent.parent.name
        text = page.read_text("utf-8")
        is_shown = SHOWN[name] in text
        assert is_shown != page.as_posix().endswith(tuple(f"{one}index.html" for one in WITHOUT))


def test_every_page_says_that_it_is_made_up_and_asks_not_to_be_indexed(html: Path) -> None:
    marks = {"sv": "EXEMPEL – påhittade", "nb": "EKSEMPEL – oppdiktede", "en": "EXAMPLE – made-up"}
    pages = [page for page in sorted(html.rglob("index.html")) if ADDRESS in page.as_posix()]
    assert len(pages) > len(FOLDERS) * len(marks)
    for page in pages:
        text = page.read_text("utf-8")
        language = re.findall(r'<html lang="(\w+)"', text)[0]
        assert f'<p class="example-banner__mark"><strong>{marks[language]}' in text, page
        assert f'property="og:title" content="{marks[language]}' in text, page
        assert '<meta name="robots" content="noindex">' in text, page
        assert 'class="is-example"' in text, page


def test_no_search_list_menu_or_promise_leads_to_them(real: Build) -> None:
    at_an_address = replace(
        real.site,
        settings=real.site.settings.model_copy(update={"url": "https://www.example.org/"}),
    )
    assert "/lektioner/" in (sitemap := render_sitemap(at_an_address, real.files))
    assert ADDRESS not in sitemap
    assert not [address for address in real.addresses if ADDRESS in address]
    titles = [json.loads(str(f.content)) for f in real.files if f.uri == "assets/search/pages.json"]
    assert titles
    assert not [row for found in titles for row in found["pages"] if ADDRESS in row[1]]
    swedish = [file for file in real.files if file.language == "sv"]
    found = search_pages(index_pages(swedish, real.site), "påhittad komponent", limit=1000)[
        "results"
    ]
    assert not [result for result in found if ADDRESS in result["url"]]
    for navigation in real.navigations.values():
        frame = json.dumps({**navigation.frame, "policy": ""})
        assert ADDRESS not in frame
    others = [file for file in real.files if file.is_page and not file.uri.startswith(ADDRESS)]
    assert not [file.uri for file in others if page_url("om/komponenter/x") in str(file.content)]


def test_a_root_without_the_theme_has_none(small_site: SmallSite) -> None:
    build = build_site(small_site({"content/index.md": "# Hej\n"}), today=TODAY)
    assert (build.site.components, _pages(build)) == ((), [])


def test_a_page_written_by_hand_may_not_lie_where_one_of_them_does(small_site: SmallSite) -> None:
    root = small_site({"content/om/komponenter/cards/one.md": "# Egen\n"})
    shutil.copytree(THEME / "components/cards", root / "theme/components/cards")
    issues = build_site(root, today=TODAY, renders=False).issues
    codes = [issue.code for issue in issues if issue.severity == "error"]
    assert codes == ["page-on-generated-address"]


def test_a_page_written_by_hand_may_lead_to_one_of_them(small_site: SmallSite) -> None:
    link = "[Kort](om/komponenter/cards/one/index.md)"
    root = small_site({"content/index.md": f"# Hej\n\nSe {link}.\n"})
    shutil.copytree(THEME / "components/cards", root / "theme/components/cards")
    issues = build_site(root, today=TODAY).issues
    assert [one.code for one in issues if one.severity in ("error", "warning")] == []


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (
            "  - id: one\n    title: Ett\n    crads: []\n",
            ":6:5: error[unknown-field]: ett läge har inget fält ”crads”",
        ),
        (
            "  - {id: one, title: Ett}\n  - {id: one, title: Två}\n",
            ":5:10: error[duplicate-part]: namnet ”one” används redan på rad 4",
        ),
        (
            "  - {id: one, title: Ett, publicity: {profile: esf}}\n",
            ":4:48: error[unknown-reference]: hittar inte en text om finansiären som heter ”esf”",
        ),
        ("  []\n", ":3:1: error[empty-value]: fältet ”states” är tomt"),
        (
            "  - {id: one, title: Ett, goals: [{id: a, title: A}]}\n",
            ":4:35: error[missing-field]: fältet ”source” saknas",
        ),
    ],
)
def test_a_mistake_in_the_examples_is_told_with_its_place(
    states: str, told: str, small_site: SmallSite
) -> None:
    path = "theme/components/cards/examples.yml"
    root = small_site({path: f"title: Kort\nlead: Få ingångar.\nstates:\n{states}"})
    build = build_site(root, today=TODAY)
    errors = [format_issue(one) for one in build.issues if one.severity == "error"]
    assert [error.split("\n")[0] for error in errors] == [path + told]
    assert build.files == ()


def test_what_a_component_looks_like_is_written_in_its_own_template_only() -> None:
    pages = REPOSITORY / "generator/dalamodellen/outputs"
    written = [
        path
        for folder in (pages, THEME / "components")
        for path in sorted([*folder.rglob("*.j2"), *folder.rglob("*.py")])
    ]
    for start in WRITTEN_ONCE:
        found = [path for path in written if start in path.read_text("utf-8")]
        assert [path.parent.parent for path in found] == [THEME / "components"], start


# -- the icons --------------------------------------------------------------------------

ICONS = sorted((THEME / "icons").glob("*.html"))
ICON = re.compile(
    r'<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
    r'focusable="false"><path d="[MmLlHhVvCcSsAaZz0-9 .-]+"/></svg>\n'
)
MOST_BYTES = 320


def test_every_icon_is_one_line_on_the_same_grid_and_hidden_beside_its_word() -> None:
    assert len(ICONS) > 1
    for icon in ICONS:
        assert ICON.fullmatch(icon.read_text("utf-8")), icon.name
        assert icon.stat().st_size <= MOST_BYTES, icon.name
        path = icon.read_text("utf-8").partition(' d="')[2].partition('"')[0]
        absolute = re.findall(r"[MLHV]([\d.]+)(?: ([\d.]+))?", path)
        assert all(2 <= float(n) <= 22 for pair in absolute for n in pair if n), icon.name


def test_the_page_about_icons_shows_them_all(real: Build) -> None:
    (icons,) = [component for component in real.site.components if component.id == "icons"]
    (state,) = icons.states
    assert sorted(state.icons) == [icon.stem for icon in ICONS]


def test_no_template_draws_an_icon_of_its_own() -> None:
    files = [
        *(set(THEME.rglob("*.html")) - set(ICONS)),
        *REPOSITORY.glob("generator/**/*.j2"),
        *THEME.rglob("*.j2"),
    ]
    assert [path for path in files if 'class="icon"' in path.read_text("utf-8")] == []


def test_icons_stand_in_the_pages_and_are_no_files_of_their_own(html: Path) -> None:
    page = (html / ADDRESS / "index.html").read_text("utf-8")
    (search,) = [icon for icon in ICONS if icon.stem == "search"]
    assert f"{search.read_text('utf-8').strip()}Sök</button>" in page
    names = {path.name for path in html.rglob("*.svg")}
    assert "icon.svg" in names
    assert not names & {icon.name for icon in ICONS}
