# SPDX-License-Identifier: EUPL-1.2
"""The demonstration site says everywhere that it is made up, and nothing of it is in the real site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import DEMO, REPOSITORY, TODAY, URL, SmallSite, copy_of_real_site
from dalamodellen.build import Build, build_site, with_example
from dalamodellen.inputs.text_reader import TEXT_ENDINGS
from dalamodellen.issues import Issue, Source, open_issues
from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.occasion import occasions
from dalamodellen.model.settings import EXAMPLE_FOLDER, EXAMPLE_MARK
from dalamodellen.model.site import Site, title_of

COMMAND = [sys.executable, "-m", "dalamodellen"]
"""Where the tested site is published; with it, canonical addresses and a sitemap are made."""
MARKS = {
    "sv": EXAMPLE_MARK,
    "nb": "EKSEMPEL – oppdiktede opplysninger",
    "en": "EXAMPLE – made-up data",
}
HOMES = {f"/{EXAMPLE_FOLDER}/", f"/{EXAMPLE_FOLDER}/nb/", f"/{EXAMPLE_FOLDER}/en/"}
CHOICE = re.compile(r"/resultat/[^/]+/")
LINK_IN_FOOT = re.compile(r'\n *<p class="site-footer__example">.*</p>')
WAY_BACK = re.compile(r'\n *<p class="example-banner__way">.*</p>')
NAMED = ("project", "organisation", "lesson", "course", "post", "document", "programme")
"""Kinds whose titles are names of their own; a word or a topic may well be called the same."""


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    day = ["--today", TODAY.isoformat()]
    arguments = ["--root", str(root), *words, *day]
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def root(published_root: Path) -> Path:
    return published_root


@pytest.fixture(scope="module")
def html(published_root: Path) -> Path:
    """The real site with its demonstration site, published at URL."""
    return published_root / "site"


@pytest.fixture(scope="module")
def html_without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site without its demonstration site."""
    root = copy_of_real_site(tmp_path_factory.mktemp("without"), has_example=False)
    assert run(root, "build").returncode == 0
    return root / "site"


@pytest.fixture(scope="module")
def html_alone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration site by itself, where it says that it is published below the real one."""
    alone = tmp_path_factory.mktemp("alone") / "demo"
    shutil.copytree(root / DEMO, alone)
    with (alone / "data/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"url: {URL}{EXAMPLE_FOLDER}/\n")
    assert run(alone, "build").returncode == 0
    return alone / "site"


@pytest.fixture(scope="module")
def demo() -> Site:
    return build_site(REPOSITORY / DEMO, today=TODAY, renders=False).site


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def real_files(html: Path) -> dict[str, bytes]:
    found = files_below(html)
    return {name: data for name, data in found.items() if not name.startswith(f"{EXAMPLE_FOLDER}/")}


def made_up_pages(html: Path) -> dict[str, str]:
    found = files_below(html / EXAMPLE_FOLDER)
    return {name: data.decode() for name, data in found.items() if name.endswith(".html")}


def language_of(name: str) -> str:
    first = name.partition("/")[0]
    return first if first in ("nb", "en") else "sv"


def links(name: str, text: str) -> Iterator[str]:
    """Give every address a page leads to or loads, as its reader's browser resolves it."""
    for link in re.findall(r'\b(?:href|src|action)="([^"]*)"', text):
        yield urljoin(f"https://site/{name}", unescape(link))


def meta(text: str, name: str) -> list[str]:
    return [
        unescape(c)
        for c in re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', text)
    ]


# -- the mark -----------------------------------------------------------------------


def test_every_made_up_page_says_so_to_readers_in_their_language(html: Path) -> None:
    pages = made_up_pages(html)
    assert {
        "404.html",
        "nb/404.html",
        "index.html",
        "nb/om/index.html",
        "en/a-o/index.html",
    } <= set(pages)
    for name, text in pages.items():
        mark = MARKS[language_of(name)]
        body = text.partition("<body")[2]
        banner = f'<p class="example-banner__mark"><strong>{mark}</strong></p>'
        assert body.count(banner) == 1, name
        assert body.index(banner) < body.index("<h1"), name


def test_every_made_up_page_says_so_to_programs_and_to_whoever_gets_its_link(html: Path) -> None:
    for name, text in made_up_pages(html).items():
        mark = MARKS[language_of(name)]
        assert meta(text, "dalamodellen-example") == [EXAMPLE_MARK], name
        assert meta(text, "robots") == ["noindex"], name
        title = re.findall(r"<title>(.*)</title>", text)
        assert len(title) == 1, name
        assert title[0].endswith(f" ({mark})"), name
        assert [words.startswith(mark) for words in meta(text, "og:title")] == [True], name
        for told in ("description", "og:description"):
            assert [words.startswith(mark) for words in meta(text, told)] == [True], (name, told)
        assert 'rel="canonical"' not in text, name
        assert "hreflang" not in re.sub(r"<body.*", "", text, flags=re.DOTALL), name


def test_every_sheet_of_paper_says_that_it_is_made_up(html: Path) -> None:
    sheet = (html / EXAMPLE_FOLDER / "assets/site.css").read_text("utf-8")
    for mark in MARKS.values():
        assert f'content: "{mark}"' in sheet
    assert all('<body class="is-example">' in text for text in made_up_pages(html).values())


def test_every_file_to_download_carries_the_mark(html: Path) -> None:
    theme = real_files(html)
    carried = []
    for name, data in files_below(html / EXAMPLE_FOLDER).items():
        own_assets = name.split("/", 1)[-1] if language_of(name) != "sv" else name
        if name.endswith(".html") or theme.get(own_assets) == data:
            continue
        if "assets/search/" in name and not name.endswith("/directory.json"):
            # A part of the index, which a script reads after the directory.
            continue
        if Path(name).name.startswith("sitemap.xml"):
            assert b"<loc>" not in data
            continue
        is_card = re.match(r"(?:\w\w/)?assets/delning/.*\.png", name)
        assert is_card or Path(name).suffix in TEXT_ENDINGS, name
        mark = MARKS[language_of(name)] if is_card else EXAMPLE_MARK
        assert mark.encode() in data, name
        carried.append(name)
    assert {"om/deltagare-per-kommun.csv", "om/exempeldalen.svg"} <= set(carried)


def test_a_notice_that_a_made_up_page_is_not_translated_says_so_too(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/site.yml": "name: Exempeldalen\nlanguages: [sv, nb]\n"
            "url: https://example.org/\nis_example: true\n",
            "content/om.md": "# Om dalen\n\nDalen finns inte.\n",
        }
    )
    assert run(root, "build").returncode == 0
    notice = (root / "site/nb/om/index.html").read_text("utf-8")
    assert 'lang="sv"' in notice
    assert MARKS["nb"] in notice.partition("<body")[2]
    assert meta(notice, "robots") == ["noindex"]
    # Whatever address it is published at, no searcher is told of it.
    for name, data in files_below(root / "site").items():
        if name.endswith(".html"):
            assert 'rel="canonical"' not in data.decode(), name
            assert 'rel="alternate"' not in data.decode(), name


# -- what is kept apart -----------------------------------------------------------------


def test_the_real_site_is_the_same_with_and_without_the_demonstration_site(
    html: Path, html_without: Path
) -> None:
    """Its totals, lists, search, feeds, sitemap and exports: every byte, but for one link in the foot."""
    with_, without = real_files(html), real_files(html_without)
    assert list(with_) == list(without)
    for name, data in with_.items():
        if not name.endswith(".html"):
            assert data == without[name], name
            continue
        text, found = LINK_IN_FOOT.subn("", data.decode())
        assert found == 1, name
        assert text == without[name].decode(), name


def test_no_real_page_says_that_it_is_made_up_or_keeps_searchers_out(html: Path) -> None:
    for name, data in real_files(html).items():
        if name.endswith(".html"):
            text = data.decode()
            assert "dalamodellen-example" not in text, name
            assert "is-example" not in text, name
            is_not_found = name.endswith("404.html")
            is_notice = '<html lang="sv"' not in text and "noindex" in text and not is_not_found
            # The text for a report is for the project alone; choices among goals are all in one list.
            is_aside = "/rapporttext/" in f"/{name}" or CHOICE.search(f"/{name}") is not None
            assert ("noindex" in text) == (is_not_found or is_notice or is_aside), name
            is_notice = is_notice and not is_aside
            assert not (is_notice and language_of(name) == "sv"), name


def test_the_real_site_leads_to_the_demonstration_site_by_its_home_alone(html: Path) -> None:
    led = set()
    for name, data in real_files(html).items():
        if name.endswith("404.html"):
            continue
        if name.endswith(".html"):
            paths = {unquote(urlsplit(link).path) for link in links(name, data.decode())}
            led |= {path for path in paths if path.startswith(f"/{EXAMPLE_FOLDER}")}
    assert led == HOMES
    about = set(
        links(
            "om/index.html", re.sub(LINK_IN_FOOT, "", (html / "om/index.html").read_text("utf-8"))
        )
    )
    assert f"https://site/{EXAMPLE_FOLDER}/" in about


def test_nothing_made_up_is_named_in_the_real_site(html: Path, demo: Site) -> None:
    names = {
        title_of(record, language)
        for (kind, _), record in demo.records.items()
        if kind in NAMED
        for language in demo.languages
    }
    names |= {place.name for place in demo.codes.places.values()}
    names |= {record_id for kind, record_id in demo.records if kind in NAMED}
    names |= set(demo.codes.places)
    # A lesson of the real site has made up the same municipality for an example of its own.
    names -= {"Exempelkommun", "exempelkommun"}
    assert {"Exempellyftet", "Example Lift", "Grannkommun"} <= {
        n.removeprefix("The ") for n in names
    }
    assert len(demo.codes.places) == 8
    for name, data in real_files(html).items():
        if Path(name).suffix in {*TEXT_ENDINGS, ".html"}:
            text = data.decode()
            assert [one for one in sorted(names) if one in text] == [], name
            for mark in MARKS.values():
                assert name.startswith("assets/") or "/assets/" in name or mark not in text, name


def test_no_published_address_of_the_real_site_is_made_up() -> None:
    path = REPOSITORY / "data" / "addresses.txt"
    addresses = path.read_text("utf-8").split() if path.is_file() else []
    assert [one for one in addresses if one.startswith(f"/{EXAMPLE_FOLDER}/")] == []


def test_the_two_sites_search_their_own_pages_only(
    root: Path, demo: Site, real_build: Build, demo_build: Build
) -> None:
    made_up = {
        title_of(record, "sv") for (kind, _), record in demo.records.items() if kind in NAMED
    }
    assert made_up & {file.title for file in demo_build.files}
    assert not made_up & {file.title for file in real_build.files}
    assert "/projekt/exempellyftet/" in run(root / DEMO, "search", "Exempellyftet").stdout
    assert "exempellyftet" not in run(root, "search", "Exempellyftet").stdout.lower()


def test_no_made_up_course_can_be_booked(html: Path, demo: Site) -> None:
    addresses = [one.booking_url for one in demo.instances("rakna-pa-jobbet")]
    assert len(addresses) == 5
    assert all(addresses)
    sentences = {
        "": "Kursen är påhittad och går inte att boka.",
        "nb/": "Kurset er oppdiktet og kan ikke bestilles.",
        "en/": "The course is made up and cannot be booked.",
    }
    pages = made_up_pages(html)
    for tree, sentence in sentences.items():
        for course in ("rakna-pa-jobbet", "kurs-efter-ert-behov"):
            assert sentence in pages[f"{tree}kurser/{course}/index.html"]
    for name, text in pages.items():
        assert [link for link in links(name, text) if "boka" in link] == [], name


def test_the_made_up_catalogue_lies_ahead_of_whoever_looks_at_it() -> None:
    for today in (TODAY, TODAY.replace(year=TODAY.year + 3)):
        site = build_site(REPOSITORY / DEMO, today=today).site
        found = [one for one in occasions(site) if one.kind is None]
        assert (len(site.courses), len(found)) == (60, 150)
        assert sum(one.is_upcoming(today) for one in found) > 80
        assert {one.status for one in found} == set(InstanceStatus)
        assert all(one.is_past(today) for one in found if one.status is InstanceStatus.HELD)
        for status in (InstanceStatus.OPEN, InstanceStatus.PLANNED, InstanceStatus.FULL):
            assert not any(one.is_past(today) for one in found if one.status is status)


def test_the_demonstration_site_leads_to_no_host_that_is_somebodys(html: Path) -> None:
    hosts = set()
    for name, text in made_up_pages(html).items():
        for link in links(name, text):
            parts = urlsplit(link)
            # A mail to send the link on is to nobody yet.
            if not link.startswith("mailto:?"):
                is_mail = parts.scheme == "mailto"
                hosts.add(parts.path.partition("@")[2] if is_mail else parts.netloc)
    assert hosts == {"site", "example.org", "www.example.org"}


def test_no_picture_of_the_european_union_is_in_the_demonstration_site(html: Path) -> None:
    for name, text in made_up_pages(html).items():
        assert "europe" not in text.lower(), name
        assert not re.search(r"\bESF\b|\bEU\b", text), name


# -- the way between, and alone ---------------------------------------------------------------


def test_every_made_up_page_leads_back_to_the_real_site_in_the_same_language(html: Path) -> None:
    for name, text in made_up_pages(html).items():
        if name.endswith("404.html"):
            continue
        back = WAY_BACK.search(text)
        assert back, name
        tree = language_of(name)
        expected = f"https://site/{'' if tree == 'sv' else tree + '/'}"
        assert list(links(f"{EXAMPLE_FOLDER}/{name}", back[0])) == [expected], name


def test_a_page_that_does_not_exist_leads_home_within_the_demonstration_site(html: Path) -> None:
    text = made_up_pages(html)["404.html"]
    assert f'href="/bank/{EXAMPLE_FOLDER}/assets/site.css"' in text
    assert f'<a href="/bank/{EXAMPLE_FOLDER}/.">Startsidan</a>' in text or (
        f'<a href="/bank/{EXAMPLE_FOLDER}/">Startsidan</a>' in text
    )


def test_a_page_that_does_not_exist_leads_to_the_other_languages_of_its_site(html: Path) -> None:
    for name, ways in {
        f"{EXAMPLE_FOLDER}/404.html": {"nb/", "en/"},
        f"{EXAMPLE_FOLDER}/nb/404.html": {"", "en/"},
        "404.html": {"nb/", "en/"},
        "en/404.html": {"", "nb/"},
    }.items():
        text = (html / name).read_text("utf-8")
        switch = text.partition('class="site-languages"')[2].partition("</nav>")[0]
        found = {link.removeprefix("https://site") for link in links(name, switch)}
        home = "/bank/" + (f"{EXAMPLE_FOLDER}/" if name.startswith(EXAMPLE_FOLDER) else "")
        assert found == {home + way for way in ways}, name


def test_built_by_itself_the_demonstration_site_is_the_same(html: Path, html_alone: Path) -> None:
    nested, alone = files_below(html / EXAMPLE_FOLDER), files_below(html_alone)
    # Files for the host and for search engines hold at the top of a domain only.
    alone = {name: one for name, one in alone.items() if name not in ("_headers", "robots.txt")}
    assert list(nested) == list(alone)
    for name, data in nested.items():
        if name.endswith("404.html"):
            # It may be shown at any depth, so its links begin at the root of the server.
            continue
        found = WAY_BACK.sub("", data.decode()).encode() if name.endswith(".html") else data
        assert found == alone[name], name
    assert WAY_BACK.search((html_alone / "index.html").read_text("utf-8")) is None


def test_sites_with_other_languages_lead_to_the_nearest_home(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/site.yml": "name: Riktig\nlanguages: [sv, en]\nexample_site: demo\n",
            "content/om.md": "# Om\n\nHej.\n",
            "demo/data/site.yml": "name: Dalen\nlanguages: [nb, sv]\nis_example: true\n",
            "demo/content/om.md": "# Om dalen\n\nHei.\n",
        }
    )
    real = build_site(root, today=TODAY)
    both = with_example(real)
    assert both.example is not None
    assert both.files == real.files
    assert both.site is real.site
    ways = {name: one.frame["way_to_example"]["url"] for name, one in both.navigations.items()}
    assert ways == {"sv": "exempel/sv/", "en": "../exempel/"}
    backs = both.example.navigations.items()
    assert {name: one.frame["example"]["way_back"]["url"] for name, one in backs} == {
        "nb": "../",
        "sv": "../../",
    }


# -- checks --------------------------------------------------------------------------------


def test_the_demonstration_site_has_no_issue(demo_build: Build) -> None:
    issues = demo_build.issues
    assert [str(i.source) + " " + i.code for i in issues if i.code != "no-git-history"] == []
    assert open_issues(issues) == list(issues)


def test_the_demonstration_site_shows_every_outcome_in_three_languages(
    demo: Site, demo_build: Build
) -> None:
    project = next(project for project in demo.projects if project.id == "exempellyftet")
    statuses = [goal.outcome.status.value for goal in project.goals]
    assert [*dict.fromkeys(statuses)] == [
        *("met", "partly", "missed", "not_measured", "too_early", "not_stated"),
    ]
    assert demo.languages == ("sv", "nb", "en")
    assert len(demo.lessons) == 2
    notices = [f.uri for f in demo_build.files if f.is_notice]
    assert notices == []


def test_a_mistake_in_the_demonstration_site_is_told_from_the_root_and_stops_the_build(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/site.yml": "name: Riktig\nexample_site: examples/demo\n",
            "content/om.md": "# Om\n\nHej.\n",
            "examples/demo/data/site.yml": "name: Dalen\nis_example: true\n",
            "examples/demo/data/terms/fel.yml": "title: Ord\ndefinition: Ett ord.\nrelated: [finns-ej]\n",
        }
    )
    place = "examples/demo/data/terms/fel.yml:3:11: error[unknown-reference]"
    for command in ("check", "build"):
        done = run(root, command)
        assert done.returncode == 1, command
        assert place in done.stdout + done.stderr
        assert "examples/demo/data/terms/finns-ej.yml" in done.stdout + done.stderr
    assert not (root / "site").exists()
    (root / "examples/demo/data/terms/fel.yml").unlink()
    assert run(root, "build").returncode == 0
    assert (root / "site" / EXAMPLE_FOLDER / "index.html").is_file()


def test_an_issue_told_from_further_up_keeps_its_words() -> None:
    values = {"file": "data/terms/x.yml", "name": "content", "other": "content/om.md"}
    issue = Issue("unknown-reference", Source("data/a.yml", 3, 4, 5), values, "excerpt")
    assert issue.below("examples/demo") == Issue(
        "unknown-reference",
        Source("examples/demo/data/a.yml", 3, 4, 5),
        {
            "file": "examples/demo/data/terms/x.yml",
            "name": "content",
            "other": "examples/demo/content/om.md",
        },
        "excerpt",
    )
