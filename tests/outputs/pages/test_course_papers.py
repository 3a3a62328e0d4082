# SPDX-License-Identifier: EUPL-1.2
"""Papers for those who hold a course: what is known is filled in, and both sheets name the funder."""

from __future__ import annotations

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.issues import has_errors

OUT = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-20}\n"
DATA = REPOSITORY / "data"
URI = "kurser/k/intyg/index.md"


def built(
    small_site: SmallSite, status: str = "ongoing", programme: str = "esf-2014-2020"
) -> Build:
    borrowed = [
        *(DATA / "publicity").glob("*.yml"),
        *(DATA / "programmes").glob("*.yml"),
        *(DATA / "documents").glob("*.yml"),
    ]
    funding = f"funding: {{programme: {programme}}}\n" if programme else ""
    files: dict[str, str | bytes] = {
        f"data/{path.parent.name}/{path.name}": path.read_bytes() for path in borrowed
    }
    files |= {
        "data/site.yml": "name: Dal\nlanguages: [sv, en]\n",
        "data/organisations/g.yml": "title: Kursgården\n",
        "data/projects/lyft.yml": f"title: Lyftet\nstatus: ongoing\nsummary: Ett projekt.\n{funding}{OUT}",
        "data/courses/k.yml": f"title: {{sv: Räkna, en: Count}}\ntype: open\nstatus: {status}\nproject: lyft\n"
        f"provider: g\nsummary: En kurs.\nminutes: 180\noutcomes: [Räkna <ut>]\n{OUT}",
    }
    build = build_site(small_site(files), today=TODAY)
    assert not has_errors(build.issues)
    return build


def papers(build: Build, language: str = "sv") -> tuple[str, str]:
    """Give the front matter with the first sheet, and the second sheet."""
    text = next(
        str(file.content) for file in build.files if (file.uri, file.language) == (URI, language)
    )
    first, _, second = text.partition('<section class="paper paper--attendance"')
    return first, second


def test_the_certificate_says_what_is_known_and_leaves_lines_for_the_rest(
    small_site: SmallSite,
) -> None:
    first, _ = papers(built(small_site))
    assert '<p class="paper__course">Räkna</p>' in first
    assert 'id="papper-tid" value="3 timmar"' in first
    assert "Räkna &lt;ut&gt;" in first
    assert "Anordnare: Kursgården" in first
    assert "Projekt: Lyftet" in first
    assert first.count("<input ") == 6


def test_both_sheets_carry_the_funders_words_and_emblem(small_site: SmallSite) -> None:
    first, second = papers(built(small_site))
    statement = "Medfinansieras av Europeiska unionen"
    assert f'"statement": "{statement}"' in first
    assert '"emblem": true' in first
    assert statement in second
    assert "publicity__emblem" in second


def test_where_no_funder_is_certain_none_is_named(small_site: SmallSite) -> None:
    first, second = papers(built(small_site, programme=""))
    assert "publicity" not in first + second


def test_the_list_has_lines_for_a_class_and_says_what_must_not_be_published(
    small_site: SmallSite,
) -> None:
    _, second = papers(built(small_site))
    assert second.count('<th scope="row">') == 16
    assert second.count('class="paper__more"') == 13
    assert "lägg aldrig ut den på webben" in second
    assert [
        word for word in ("Antal kvinnor", "Antal män", "Vill inte uppge") if word in second
    ] == [
        "Antal kvinnor",
        "Antal män",
        "Vill inte uppge",
    ]


def test_papers_are_in_each_language_and_no_promise_to_readers(small_site: SmallSite) -> None:
    build = built(small_site)
    first, second = papers(build, "en")
    assert '<p class="paper__course">Count</p>' in first
    assert "Attendance list" in second
    assert not any("intyg" in address for address in build.addresses)
    assert '"noindex"' in first


def test_a_course_that_is_over_has_no_papers_and_leads_to_none(small_site: SmallSite) -> None:
    build = built(small_site, status="ended")
    assert URI not in {file.uri for file in build.files}
    page = next(str(file.content) for file in build.files if file.uri == "kurser/k/index.md")
    assert "intyg" not in page
