# SPDX-License-Identifier: EUPL-1.2
"""The real data/ and content/ pass every check, and what is built of them keeps its promises."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import REPOSITORY
from dalamodellen.build import Build, index_pages
from dalamodellen.issues import open_issues
from dalamodellen.model.project import Breakdown, Project
from dalamodellen.model.reading_ease import lix, sentences_of
from dalamodellen.outputs.pages.breakdowns import rows_of
from dalamodellen.outputs.search.answers import search_pages

COMMAND = [sys.executable, "-m", "dalamodellen"]


class Outline(HTMLParser):
    """What the tests look at in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[int] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.meta: dict[str, str] = {}
        self.title = ""
        self.text: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes |= values.keys()
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in values:
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") not in ("canonical", "alternate"):
            self.loads.append(values.get("href", ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "meta":
            self.meta[values.get("property") or values.get("name", "")] = values.get("content", "")
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] == "title":
            self.title += data
        elif "script" not in self._inside and "style" not in self._inside:
            self.text.append(data)


def outline(path: Path) -> Outline:
    page = Outline()
    page.feed(path.read_text("utf-8"))
    return page


@pytest.fixture(scope="module")
def build(real_build: Build) -> Build:
    return real_build


@pytest.fixture(scope="module")
def html(real_html: Path) -> Path:
    return real_html


@pytest.fixture(scope="module")
def pages(html: Path) -> dict[str, Outline]:
    return {
        "/" + path.relative_to(html).as_posix().removesuffix("index.html"): outline(path)
        for path in sorted(html.rglob("*.html"))
    }


def _projects(build: Build) -> Iterator[Project]:
    yield from build.site.projects


# -- records --------------------------------------------------------------------


def test_the_real_site_has_no_error_and_no_warning(build: Build) -> None:
    open_ones = open_issues(build.issues)
    found = [str(i.source) + " " + i.code for i in open_ones if i.severity != "notice"]
    assert found == []


def test_every_acknowledged_warning_has_a_reason_a_reader_can_follow(build: Build) -> None:
    accepted = [issue.accepted for issue in build.issues if issue.accepted]
    assert accepted
    for one in accepted:
        assert len(one.reason.split()) >= 8, one.reason
        assert one.by == "redaktionen"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.day)


def test_all_six_projects_of_the_seeds_are_published(build: Build) -> None:
    assert sorted(project.id for project in _projects(build)) == [
        "dalalyft",
        "dalamodellen",
        "lc-komp",
        "lillehammer",
        "lyftkraft",
        "tre-m",
    ]


def test_lc_komp_adds_up_as_its_source_says(build: Build) -> None:
    project = next(p for p in _projects(build) if p.id == "lc-komp")
    values = [str(row.value) for b in project.breakdowns for _, row in rows_of(b)]
    assert values == ["260", "214", "30", "31", "29", "86", "6", "32", "46", "13", "4", "29"]
    assert len(project.goals) == 11
    assert len(project.municipalities) == 22
    assert len(project.participating_organisations) == 17


def test_tre_m_has_its_places_and_partners(build: Build) -> None:
    project = next(p for p in _projects(build) if p.id == "tre-m")
    counties = Counter(build.site.place(place).county_name for place in project.municipalities)
    assert counties == {
        "Dalarnas län": 15,
        "Västra Götalands län": 12,
        "Hallands län": 1,
        "Kalmar län": 1,
    }
    cofinanciers, partners = set(project.cofinanciers), set(project.partners)
    assert (len(cofinanciers), len(partners)) == (20, 19)
    assert (len(cofinanciers | partners), len(cofinanciers & partners)) == (25, 14)
    assert project.funding is not None
    assert project.funding.granted is not None
    assert str(project.funding.granted.amount) == "17520617"


def test_every_value_of_a_project_has_a_source(build: Build) -> None:
    own = {
        "id",
        "short_title",
        "sources",
        "publication",
        "documents",
        "acknowledged",
        "notes",
        "contacts",
        "terms",
        "owner_note",
        "period_note",
        "goals_note",
        "website",
    }
    lacking = []
    for project in _projects(build):
        for name in Project.model_fields:
            value = getattr(project, name)
            if name in own or not value or name in project.sources:
                continue
            if value == Project.model_fields[name].get_default(call_default_factory=True):
                continue
            parts = value if isinstance(value, tuple) else (value,)
            if not all(_has_source(part) for part in parts):
                lacking.append(f"{project.id}.{name}")
    assert lacking == []


def _has_source(part: object) -> bool:
    if isinstance(part, Breakdown) and part.source is None:
        return False
    found = getattr(part, "source", None)
    money = [getattr(part, name, None) for name in ("granted", "budget", "quantity")]
    return bool(found) or any(getattr(one, "source", None) for one in money if one)


def test_summaries_are_plain_words(build: Build) -> None:
    hard = {
        project.id: round(lix(sentences_of(project.summary.in_language("sv")[0])))
        for project in _projects(build)
    }
    assert {name: value for name, value in hard.items() if value >= 45} == {}


def test_six_lessons_in_three_topics_read_easily(build: Build) -> None:
    site = build.site
    assert len(site.lessons) == 6
    assert len({lesson.topic for lesson in site.lessons}) == 3
    for lesson in site.lessons:
        body = site.bodies[site.files["lesson", lesson.id].path]
        assert lix(sentences_of(body)) <= 40, lesson.id
        translated = site.written_languages("lesson", lesson.id)[1:]
        # What rests on one country's rules is not translated.
        assert lesson.applies_in == (() if translated else ("SE",)), lesson.id
        assert lesson.sources, lesson.id
        assert lesson.terms, lesson.id
    assert {site.written_languages("lesson", lesson.id) for lesson in site.lessons} == {
        ("sv",),
        ("sv", "nb", "en"),
    }


def test_the_glossary_has_at_least_thirty_terms_and_they_are_used(build: Build) -> None:
    site = build.site
    used = {term for record in [*site.lessons, *site.projects] for term in record.terms}
    assert len(site.terms) >= 30
    assert len(used) >= 10


def test_no_real_person_is_named_or_reachable(build: Build) -> None:
    names = (
        "Littke",
        "Lindgren",
        "Jakobsson",
        "Thaulow",
        "Owrenn",
        "Ottesen",
        "Haagensen",
        "De Schepper",
        "Ulvskog",
        "Lundqvist",
        "0706671439",
        "dalapeter",
    )
    texts = {
        path.relative_to(REPOSITORY).as_posix(): path.read_text("utf-8")
        for folder in ("data", "content")
        for path in sorted((REPOSITORY / folder).rglob("*"))
        if path.suffix in (".yml", ".md", ".csv")
    }
    found = [f"{path}: {name}" for path, text in texts.items() for name in names if name in text]
    mails = [path for path, text in texts.items() if re.search(r"[\w.]+@[\w-]+\.\w+", text)]
    assert found == []
    assert mails == []
    assert build.site.settings.contacts == ()


# -- what is built ---------------------------------------------------------------


def test_every_page_has_one_title_one_h1_and_a_description(pages: dict[str, Outline]) -> None:
    lacking = [
        address
        for address, page in pages.items()
        if page.tags["h1"] != 1
        or not page.title.strip()
        or (address != "/404.html" and not page.meta.get("og:title"))
    ]
    assert lacking == []
    kinds = ("/projekt/", "/lektioner/", "/kurser/", "/amnen/")
    without = [
        a for a, p in pages.items() if a.startswith(kinds) and not p.meta.get("og:description")
    ]
    assert without == []


def test_headings_never_jump_a_level(pages: dict[str, Outline]) -> None:
    jumps = {
        address: page.headings
        for address, page in pages.items()
        if any(
            after - before > 1
            for before, after in zip(page.headings, page.headings[1:], strict=False)
        )
    }
    assert jumps == {}


def test_no_page_has_the_same_id_twice(pages: dict[str, Outline]) -> None:
    doubled = {
        address: [name for name, count in Counter(page.ids).items() if count > 1]
        for address, page in pages.items()
    }
    assert {address: names for address, names in doubled.items() if names} == {}


def test_every_internal_link_and_anchor_leads_somewhere(
    pages: dict[str, Outline], html: Path
) -> None:
    dead = []
    for address, page in pages.items():
        for link in page.links:
            parts = urlsplit(urljoin(f"http://site{address}", link))
            if parts.netloc != "site" or parts.scheme != "http":
                continue
            path = unquote(parts.path)
            target = pages.get(path)
            if (target is None and not (html / path.lstrip("/")).is_file()) or (
                target is not None and parts.fragment and unquote(parts.fragment) not in target.ids
            ):
                dead.append(f"{address}: {link}")
    assert dead == []


def test_nothing_is_fetched_from_another_host(pages: dict[str, Outline], html: Path) -> None:
    foreign = [
        f"{address}: {load}"
        for address, page in pages.items()
        for load in page.loads
        if urlsplit(load).netloc
    ]
    assert foreign == []
    for sheet in html.rglob("*.css"):
        urls = re.findall(
            r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", sheet.read_text("utf-8")
        )
        assert [
            u for pair in urls for u in pair if u and not u.startswith("data:") and "//" in u
        ] == []


def test_no_page_carries_script_events_or_cookies(pages: dict[str, Outline], html: Path) -> None:
    events = {
        address: [name for name in page.attributes if name.startswith("on")]
        for address, page in pages.items()
    }
    assert {address: names for address, names in events.items() if names} == {}
    for script in html.rglob("*.js"):
        assert "cookie" not in script.read_text("utf-8")


def test_no_template_leftover_reaches_a_reader(pages: dict[str, Outline]) -> None:
    leftovers = re.compile(
        r"\bNone\b(?! of)|\{\{|\{%|\{:|\bTrue\b|\bFalse\b|Undefined|\[\]|&#\d+;|(?<=\w)\.\.(?!\.)"
    )
    found = {
        address: sorted(set(leftovers.findall(" ".join(page.text))))
        for address, page in pages.items()
    }
    assert {address: words for address, words in found.items() if words} == {}


def test_a_lesson_has_boxes_with_labels_and_its_review_is_told(pages: dict[str, Outline]) -> None:
    page = pages["/lektioner/skicka-e-faktura-till-kommunen/"]
    assert page.tags["input"] == page.tags["label"] >= 4
    text = " ".join(" ".join(page.text).split())
    assert "Ännu inte granskad av sakkunnig" in text
    assert text.index("Gör så här") < text.index("Checklista") < text.index("Vanliga fel")


def test_home_answers_with_tasks_and_says_that_no_course_is_planned(
    pages: dict[str, Outline],
) -> None:
    text = " ".join(" ".join(pages["/"].text).split())
    assert "Jag vill …" in text
    assert "skicka e-faktura till kommunen" in text
    assert "Inga kurser är planerade just nu" in text
    assert "närmare 1 700" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_number_never_loses_the_word_of_its_precision(pages: dict[str, Outline]) -> None:
    text = " ".join(" ".join(pages["/projekt/dalalyft/"].text).split())
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    bare = re.sub(r"[Nn]ärmare 1 ?700", "", text)
    assert not re.search(r"\b1 ?700\b", bare)
    assert "knappt 3,8" in text
    assert "drygt 8 400 kr" in text
    assert "14 334 182 kr" in text


def test_targets_stand_with_their_denominator(pages: dict[str, Outline]) -> None:
    text = " ".join(" ".join(pages["/projekt/lc-komp/"].text).split())
    assert "minst 13 av 17" in text
    assert text.count("Framgår inte av våra källor") >= 11


def test_foreign_words_carry_their_language(html: Path) -> None:
    page = (html / "projekt/lillehammer/index.html").read_text("utf-8")
    assert 'lang="nb"' in page


# -- commands -----------------------------------------------------------------------


def test_search_finds_what_inflection_and_missing_dots_hide(build: Build) -> None:
    expected = {
        "kurs": "/kurser/",
        "företag": "/projekt/dalalyft/",
        "kompetens": "/projekt/lc-komp/",
        "jamstalldhet": "/projekt/tre-m/",
        "fakturor": "/lektioner/skicka-e-faktura-till-kommunen/",
        "tilgänglighet": "/amnen/manniskor-och-tillganglighet/",
    }
    index = index_pages([file for file in build.files if file.language == "sv"], build.site)
    for query, address in expected.items():
        answer = search_pages(index, query, limit=10)
        assert address in [result["url"] for result in answer["results"]], query
    assert search_pages(index, "xyzzyq", limit=10)["results"] == []


def test_the_search_command_answers_in_the_promised_shape() -> None:
    arguments = ["--root", str(REPOSITORY), "search", "kurs", "--format", "json", "--limit", "3"]
    done = subprocess.run([*COMMAND, *arguments], check=True, capture_output=True, text=True)
    answer = json.loads(done.stdout)
    assert list(answer) == ["query", "results", "also_matching", "did_you_mean", "total"]
    assert [list(result) for result in answer["results"]] == [
        ["url", "title", "kind", "score", "language", "section", "snippet"]
    ] * 3
