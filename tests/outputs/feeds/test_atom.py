# SPDX-License-Identifier: EUPL-1.2
"""Feeds of news and lessons: what RFC 4287 demands, and what a reader's program makes of them."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

OUT = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-20}\n"
LESSON = """---
kind: lesson
title: {title}
goal: Du kan räkna & <skriva>.
minutes: 5
level: beginner
topic: ekonomi
audience: [smaforetag]
project: lyft
author: redaktionen
updated: {updated}
review_by: 2027-11-22
{out}---
## Gör så här

1. Räkna.

## Checklista

- [ ] Räknat

## Exempel

Ett.

## Vanliga fel

Inga.
"""
FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: Dal\nlanguages: [sv, nb]\nurl: https://example.org/dal\n"
    "owner: {name: Redaktionen i Dal}\n",
    "data/topics/ekonomi.yml": "title: Ekonomi\nsummary: Om pengar.\n",
    "data/projects/lyft.yml": "title: Lyftet\nsummary: Ett projekt.\n" + OUT,
    "content/nytt/a.md": f"---\nkind: post\ntitle: Först & <sist>\ndate: 2026-10-01\n"
    f"summary: Vi öppnar.\ntags: [projekt]\nauthor: projektledaren\n{OUT}---\nText.\n",
    "content/nytt/b.md": f"---\nkind: post\ntitle: Sedan\ndate: 2026-11\n{OUT}---\nText.\n",
    "content/nytt/b.nb.md": "---\ntitle: Siden\n---\nTekst.\n",
    "content/nytt/c.md": "---\nkind: post\ntitle: Utkast\ndate: 2026-11-10\n---\nText.\n",
    "content/lektioner/rakna.md": LESSON.format(title="Räkna", updated="2026-11-01", out=OUT),
    "content/lektioner/skriva.md": LESSON.format(title="Skriva", updated="2026-11-21", out=OUT),
}
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NEWS, LESSONS = "nytt/atom.xml", "lektioner/atom.xml"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
HOW_MANY = {"id": 1, "title": 1, "updated": 1} | dict.fromkeys(
    ("generator", "subtitle", "rights", "published", "summary", "content"), 0
)
"""The fewest there may be of each element in a feed or an entry; the most is one."""
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


@pytest.fixture
def build(small_site: SmallSite) -> Build:
    return build_site(small_site(FILES), today=TODAY)


def feed(build: Build, uri: str, language: str = "sv") -> str:
    return next(
        str(file.content) for file in build.files if (file.uri, file.language) == (uri, language)
    )


def faults(text: str) -> list[str]:
    """List what breaks the rules of RFC 4287, each with its section."""
    root = ET.fromstring(text)  # noqa: S314 - our own text
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    rules = {
        "4.1.1: the document is a feed": root.tag == f"{ATOM}feed",
        "4.1.1: no two entries are the same": len(ids) == len(set(ids)),
        "4.1.1: a feed has an author, or each of its entries has": all(
            one.find(f"{ATOM}author") is not None for one in (entries or [root])
        )
        or root.find(f"{ATOM}author") is not None,
        "3.2: a person has one name": all(
            len(person.findall(f"{ATOM}name")) == 1 for person in root.iter(f"{ATOM}author")
        ),
        "3.3: a date is as RFC 3339 writes it": all(
            MOMENT.fullmatch(moment.text or "")
            for name in ("updated", "published")
            for moment in root.iter(f"{ATOM}{name}")
        ),
        "4.2.6: an id is an absolute IRI": all(
            ABSOLUTE.fullmatch(one.text or "") for one in root.iter(f"{ATOM}id")
        ),
        "4.1.1: a feed should link to itself": "self" in _relations(root),
        "4.1.2: an entry without content has an alternate link": all(
            "alternate" in _relations(entry) for entry in entries
        ),
    }
    counted = [
        f"{section}: {name}"
        for section, container in (("4.1.1", root), *(("4.1.2", entry) for entry in entries))
        for name, fewest in HOW_MANY.items()
        if not fewest <= len(container.findall(f"{ATOM}{name}")) <= 1
    ]
    return [*(rule for rule, is_kept in rules.items() if not is_kept), *counted]


def _relations(container: ET.Element) -> list[str]:
    return [link.get("rel", "alternate") for link in container.findall(f"{ATOM}link")]


@pytest.mark.parametrize("language", ["sv", "nb"])
@pytest.mark.parametrize("uri", [NEWS, LESSONS])
def test_a_feed_follows_the_rules_of_its_format(build: Build, uri: str, language: str) -> None:
    text = feed(build, uri, language)
    assert faults(text) == []
    read = feedparser.parse(text.encode())
    assert not read.bozo
    assert read.version == "atom10"
    assert len(read.entries) == 2


def test_the_rules_find_what_is_wrong(build: Build) -> None:
    text = feed(build, NEWS)
    root = ET.fromstring(text)  # noqa: S314 - our own text
    assert len(root.findall(f"{ATOM}entry")) == 2
    broken = re.sub(r"<id>urn:uuid:\S+?</id>", "<id>nytt</id>", text, count=1)
    broken = re.sub(r"  <updated>.*?</updated>\n", "", broken, count=1)
    broken = broken.replace("<author><name>Redaktionen i Dal</name></author>", "")
    broken = broken.replace("2026-11-01T00:00:00Z", "2026-11")
    assert set(faults(broken)) == {
        "4.1.1: updated",
        "4.2.6: an id is an absolute IRI",
        "3.3: a date is as RFC 3339 writes it",
        "4.1.1: a feed has an author, or each of its entries has",
    }


def test_news_come_newest_first_with_words_as_they_were_written(build: Build) -> None:
    read = feedparser.parse(feed(build, NEWS).encode())
    assert read.feed.title == "Nytt – Dal"
    assert [(entry.title, entry.link, entry.published[:10]) for entry in read.entries] == [
        ("Sedan", "https://example.org/dal/nytt/b/", "2026-11-01"),
        ("Först & <sist>", "https://example.org/dal/nytt/a/", "2026-10-01"),
    ]
    first = read.entries[1]
    assert (first.summary, first.author, [tag.term for tag in first.tags]) == (
        "Vi öppnar.",
        "projektledaren",
        ["projekt"],
    )


def test_new_lessons_come_by_the_day_they_were_approved(build: Build) -> None:
    read = feedparser.parse(feed(build, LESSONS).encode())
    assert [(one.title, one.published[:10], one.updated[:10]) for one in read.entries] == [
        ("Skriva", "2026-11-20", "2026-11-21"),
        ("Räkna", "2026-11-20", "2026-11-20"),
    ]


def test_what_is_not_written_in_a_language_is_told_in_its_own_and_leads_there(
    build: Build,
) -> None:
    root = ET.fromstring(feed(build, NEWS, "nb"))  # noqa: S314 - our own text
    told = [
        (
            entry.findtext(f"{ATOM}title"),
            entry.find(f"{ATOM}title").get(XML_LANGUAGE),  # type: ignore[union-attr]
            entry.find(f"{ATOM}link").get("href"),  # type: ignore[union-attr]
            entry.find(f"{ATOM}link").get("hreflang"),  # type: ignore[union-attr]
        )
        for entry in root.findall(f"{ATOM}entry")
    ]
    assert told == [
        ("Siden", None, "https://example.org/dal/nb/nytt/b/", "nb"),
        ("Först & <sist>", "sv", "https://example.org/dal/nytt/a/", "sv"),
    ]


def test_ids_are_the_same_whatever_the_day_and_the_title(build: Build) -> None:
    path = build.root / "content/nytt/b.md"
    path.write_text(path.read_text("utf-8").replace("Sedan", "Nu"), encoding="utf-8")
    later = build_site(build.root, today=date(2027, 2, 1))
    ids = re.findall(r"<id>(.*?)</id>", feed(build, NEWS))
    assert re.findall(r"<id>(.*?)</id>", feed(later, NEWS)) == ids
    assert len(set(ids)) == 3
    assert "Nu" in feed(later, NEWS)


def test_drafts_are_in_no_feed_even_where_pages_show_them(build: Build) -> None:
    shown = build_site(build.root, today=TODAY, shows_drafts=True)
    assert any(file.uri == "nytt/c/index.md" for file in shown.files)
    assert "Utkast" not in feed(shown, NEWS)


def test_without_an_address_links_lead_from_the_feed_to_the_pages(small_site: SmallSite) -> None:
    files = {**FILES, "data/site.yml": "name: Dal\nlanguages: [sv, nb]\n"}
    build = build_site(small_site(files), today=TODAY)
    uris = {file.uri for file in build.files}
    for language, tree in (("sv", ""), ("nb", "nb/")):
        text = feed(build, NEWS, language)
        assert faults(text) == []
        here = f"https://anywhere.example/{tree}{NEWS}"
        root = ET.fromstring(text)  # noqa: S314 - our own text
        links = [urljoin(here, link.get("href", "")) for link in root.iter(f"{ATOM}link")]
        assert here in links
        for link in links:
            path = link.removeprefix("https://anywhere.example/").removeprefix("nb/")
            assert path in uris or f"{path}index.md" in uris


def test_the_page_of_a_feed_names_it_in_its_head_and_offers_it(build: Build) -> None:
    page = feed(build, "nytt/index.md")
    assert '"url": "nytt/atom.xml"' in page
    assert 'href="atom.xml" type="application/atom+xml">Följ nyheterna i ett flöde (Atom)' in page
    assert "<code>https://example.org/dal/nytt/atom.xml</code>" in page
    assert {"/nytt/atom.xml", "/nb/lektioner/atom.xml"} <= set(build.addresses)


def test_on_a_demonstration_site_feed_and_entries_say_that_all_is_made_up(
    small_site: SmallSite,
) -> None:
    settings = f"{FILES['data/site.yml']}is_example: true\n"
    build = build_site(small_site({**FILES, "data/site.yml": settings}), today=TODAY)
    read = feedparser.parse(feed(build, NEWS).encode())
    titles = [read.feed.title, *(entry.title for entry in read.entries)]
    assert all(title.startswith("EXEMPEL – påhittade uppgifter: ") for title in titles)
