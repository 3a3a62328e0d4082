# SPDX-License-Identifier: EUPL-1.2
"""What pages say of themselves to programs: true, known to schema.org, and unable to close its block."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.issues import has_errors
from dalamodellen.renderers.mkdocs_run import render_html
from outputs.structured_data.vocabulary import faults, nodes_in

OUT = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-20}\n"
EVIL = "</script><script>alert(1)</script><!-- & \u2028 \\u003c/script>"
FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: Dal\nlanguages: [sv, en]\nurl: https://example.org/dal\n"
    "owner: {name: Redaktionen i Dal}\n",
    "data/topics/ekonomi.yml": "title: Ekonomi\nsummary: Om pengar.\n",
    "data/organisations/garden.yml": "title: Kursgården\nshort_name: KG\nmunicipality: falun\n"
    "website: https://example.org/garden\n",
    "data/projects/lyft.yml": "title: Lyftet\nstatus: ongoing\nowner: garden\nsummary: Ett projekt.\n"
    + OUT,
    "data/courses/rakna.yml": "title: {sv: Räkna, en: Count}\ntype: open\nstatus: ongoing\n"
    "topic: ekonomi\nproject: lyft\nprovider: garden\nsummary: Ta med ett jobb.\nlevel: beginner\n"
    "prerequisites: Inga.\noutcomes: [Räkna]\nhours: 1.5\nlanguages: [sv]\nprice: 0 SEK\n"
    "audience: [smaforetag]\nisced_f: ['0411']\nseqf_level: 4\n"
    "esco: [http://data.europa.eu/esco/skill/1]\nsource: beslut\n" + OUT,
    "data/documents/beslut.yml": "title: Beslut om inplacering\nkind: report\n",
    "data/instances/rakna.csv": "id,start,end,start_time,end_time,municipality,address,access,is_online,seats,"
    "last_booking_day,booking_url,status,price\n"
    "a,2027-03-10,,18:00,20:30,falun,Kursgården,Hiss finns.,,20,2027-03-01,https://example.org/boka?a=1&b=2,open,\n"
    "b,2027-03-17,2027-03-18,,,,,,true,,,https://example.org/boka,full,500 SEK\n"
    "c,2027-03-24,,18:00,20:30,falun,,,true,,,https://example.org/boka,cancelled,\n"
    "d,2027-04,,,,falun,,,,,,,planned,\n"
    "e,2026-03-10,,,,falun,,,,,,https://example.org/boka,held,\n",
    "data/events/slut.yml": "title: Slutkonferens\nsummary: Vi berättar.\nperiod: 2027-05-01\n"
    "municipality: falun\nproject: lyft\n" + OUT,
}


@pytest.fixture
def build(small_site: SmallSite) -> Build:
    found = build_site(small_site(FILES), today=TODAY)
    assert not has_errors(found.issues)
    return found


def said_on(build: Build, uri: str, language: str = "sv") -> dict[str, Any]:
    """Read the block of a page from its front matter."""
    return next(
        _block(str(file.content)) or {}
        for file in build.files
        if (file.uri, file.language) == (uri, language)
    )


def _block(content: str) -> dict[str, Any] | None:
    line = re.search(r'^structured: (".*")$', content.split("\n---\n", maxsplit=1)[0], re.MULTILINE)
    found: dict[str, Any] | None = json.loads(json.loads(line[1])) if line else None
    return found


def blocks(build: Build) -> dict[str, dict[str, Any]]:
    """Read all blocks of a site, by language and uri."""
    found = {
        f"{file.language}/{file.uri}": _block(str(file.content))
        for file in build.files
        if file.is_page
    }
    return {place: block for place, block in found.items() if block}


def kinds(build: Build) -> set[str]:
    return {node["@type"] for block in blocks(build).values() for node in nodes_in(block)}


def test_a_course_says_what_it_teaches_and_who_gives_it(build: Build) -> None:
    course = said_on(build, "kurser/rakna/index.md")
    instances = course.pop("hasCourseInstance")
    assert len(instances) == 3
    assert course == {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Räkna",
        "description": "Ta med ett jobb.",
        "url": "https://example.org/dal/kurser/rakna/",
        "provider": {
            "@type": "Organization",
            "name": "Kursgården",
            "url": "https://example.org/dal/organisationer/garden/",
        },
        "inLanguage": ["sv"],
        "educationalLevel": "Nybörjare",
        "coursePrerequisites": "Inga.",
        "teaches": ["Räkna"],
        "about": {"@type": "Thing", "name": "Ekonomi"},
        "audience": {"@type": "Audience", "audienceType": ["småföretag"]},
        "educationalAlignment": [
            {
                "@type": "AlignmentObject",
                "alignmentType": "educationalSubject",
                "educationalFramework": "ISCED-F 2013",
                "targetName": "0411 Accounting and taxation",
            },
            {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": "ESCO",
                "targetUrl": "http://data.europa.eu/esco/skill/1",
            },
            {
                "@type": "AlignmentObject",
                "alignmentType": "educationalLevel",
                "educationalFramework": "SeQF",
                "targetName": "SeQF 4",
            },
        ],
        "timeRequired": "PT90M",
        "offers": {"@type": "Offer", "category": "Free", "price": "0", "priceCurrency": "SEK"},
    }


def test_each_time_says_when_and_where_and_whether_there_is_a_seat(build: Build) -> None:
    first, second, third = said_on(build, "kurser/rakna/index.md")["hasCourseInstance"]
    assert first == {
        "@type": "CourseInstance",
        "url": "https://example.org/dal/kurser/rakna/#tillfalle-a",
        "courseMode": "onsite",
        "startDate": "2027-03-10T18:00",
        "endDate": "2027-03-10T20:30",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Kursgården",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Kursgården",
                    "addressLocality": "Falun",
                    "addressCountry": "SE",
                },
                "amenityFeature": {
                    "@type": "LocationFeatureSpecification",
                    "name": "Hiss finns.",
                    "value": True,
                },
            }
        ],
        "maximumAttendeeCapacity": 20,
        "inLanguage": "sv",
        "offers": {
            "@type": "Offer",
            "url": "https://example.org/boka?a=1&b=2",
            "availability": "https://schema.org/InStock",
            "validThrough": "2027-03-01",
        },
    }
    assert (second["courseMode"], second["startDate"], second["endDate"]) == (
        "online",
        "2027-03-17",
        "2027-03-18",
    )
    assert second["offers"] == {
        "@type": "Offer",
        "category": "Paid",
        "price": "500",
        "priceCurrency": "SEK",
        "url": "https://example.org/boka",
        "availability": "https://schema.org/SoldOut",
    }
    # Nobody can take a seat at what is cancelled.
    assert third["eventStatus"] == "https://schema.org/EventCancelled"
    assert "offers" not in third
    assert [one["@type"] for one in third["location"]] == ["Place", "VirtualLocation"]


def test_what_is_over_is_told_of_no_more(build: Build) -> None:
    later = build_site(build.root, today=date(2027, 3, 18))
    instances = said_on(later, "kurser/rakna/index.md")["hasCourseInstance"]
    assert [one["startDate"][:10] for one in instances] == ["2027-03-17", "2027-03-24"]
    assert said_on(build, "kalender/slut/index.md")["@type"] == "EducationEvent"
    assert said_on(build_site(build.root, today=date(2027, 5, 2)), "kalender/slut/index.md") == {}


def test_words_in_another_language_than_the_pages_say_which(build: Build) -> None:
    course = said_on(build, "kurser/rakna/index.md", "en")
    assert course["name"] == "Count"
    assert course["description"] == {"@language": "sv", "@value": "Ta med ett jobb."}
    assert course["url"] == "https://example.org/dal/en/kurser/rakna/"


def test_an_organisation_says_its_names_and_where_it_is(build: Build) -> None:
    assert said_on(build, "organisationer/garden/index.md") == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Kursgården",
        "alternateName": ["KG"],
        "url": "https://example.org/garden",
        "mainEntityOfPage": "https://example.org/dal/organisationer/garden/",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Falun",
            "addressCountry": "SE",
        },
    }


def test_without_an_address_of_the_site_addresses_lead_from_the_page(
    small_site: SmallSite,
) -> None:
    files = {**FILES, "data/site.yml": "name: Dal\nlanguages: [sv]\n"}
    course = said_on(build_site(small_site(files), today=TODAY), "kurser/rakna/index.md")
    assert course["url"] == "./"
    assert course["provider"]["url"] == "../../organisationer/garden/"


@pytest.fixture(scope="module")
def real() -> Build:
    return build_site(REPOSITORY, today=TODAY)


@pytest.fixture(scope="module")
def example() -> Build:
    root = REPOSITORY / "examples/demo"
    return build_site(root, today=TODAY, address="https://example.org/exempel/")


def test_schema_org_knows_all_that_is_said_on_every_page(
    build: Build, real: Build, example: Build
) -> None:
    wrong = {
        f"{site.root.name}: {place}": found
        for site in (build, real, example)
        for place, block in blocks(site).items()
        if (found := faults(block))
    }
    assert wrong == {}
    assert kinds(build) | kinds(example) >= {
        *("Course", "CourseInstance", "Offer", "Place", "VirtualLocation", "Organization"),
        *("LearningResource", "Dataset", "DataDownload", "EducationEvent"),
    }
    assert {"LearningResource", "Course", "Organization"} <= kinds(real)
    assert not any(
        kind.startswith("Government") for site in (real, example) for kind in kinds(site)
    )


def test_the_vocabulary_finds_what_is_wrong() -> None:
    wrong = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Räkna",
        "seats": 3,
        "timeRequired": "en kväll",
        "provider": {"@type": "Place", "name": "Falun"},
        "hasCourseInstance": [
            {"@type": "CourseInstance", "eventStatus": "https://schema.org/EventHeld"},
            {"@type": "GovernmentService"},
        ],
        "isAccessibleForFree": "ja",
    }
    assert faults(wrong) == [
        "Course has no seats",
        "Course.timeRequired is not 'en kväll'",
        "Course.provider is no Place",
        "CourseInstance.eventStatus is not 'https://schema.org/EventHeld'",
        "Course.hasCourseInstance is no GovernmentService",
        "no type GovernmentService",
        "Course.isAccessibleForFree is not 'ja'",
    ]


def test_every_lesson_and_every_chart_is_told_of_where_it_stands(example: Build) -> None:
    lessons = [one for one in example.site.lessons if one.publication.is_published]
    for lesson in lessons:
        told = said_on(example, f"lektioner/{lesson.id}/index.md")
        assert told["@type"] == "LearningResource"
        assert told["timeRequired"] == f"PT{lesson.minutes}M"
        assert told["name"].startswith("EXEMPEL – påhittade uppgifter: ")
    for project in example.site.projects:
        told = said_on(example, f"projekt/{project.id}/index.md")
        folder = f"projekt/{project.id}/diagram/"
        files = {
            f"https://example.org/exempel/{file.uri}"
            for file in example.files
            if file.uri.startswith(folder) and file.language == "sv"
        }
        data = [node for node in nodes_in(told) if node["@type"] == "Dataset"]
        assert {one["distribution"]["contentUrl"] for one in data} == files


def test_on_a_demonstration_site_nothing_can_be_booked(example: Build) -> None:
    offers = [
        node
        for block in blocks(example).values()
        for node in nodes_in(block)
        if node["@type"] == "Offer"
    ]
    assert offers
    assert not any("url" in offer or "availability" in offer for offer in offers)


class _Scripts(HTMLParser):
    """The scripts of a page, as a browser finds them: type and text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._is_in = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_in = tag == "script"
        if self._is_in:
            self.found.append((dict(attrs).get("type") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_in = self._is_in and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._is_in:
            kind, text = self.found[-1]
            self.found[-1] = (kind, text + data)


def test_nothing_in_a_record_can_close_the_block(small_site: SmallSite, tmp_path: Path) -> None:
    quoted = json.dumps(EVIL)
    files = {
        **FILES,
        "data/organisations/garden.yml": f"title: {quoted}\nshort_name: {quoted}\n",
    }
    build = build_site(small_site(files), today=TODAY, languages=["sv"])
    assert not has_errors(build.issues)
    render_html(build, tmp_path / "html")
    page = _Scripts()
    page.feed((tmp_path / "html/organisationer/garden/index.html").read_text("utf-8"))
    data = [text for kind, text in page.found if kind == "application/ld+json"]
    assert len(data) == 1
    assert not any(sign in data[0] for sign in "<>&")
    assert json.loads(data[0])["alternateName"] == [EVIL]
    assert all(not text.strip() for kind, text in page.found if kind != "application/ld+json")
