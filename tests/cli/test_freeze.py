# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen freeze keeps a brief once, and tells of no few people beside an older one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from conftest import SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.cli import main

SITE = "name: Webbplatsen\nlanguages: [sv, nb, en]\n"
PROJECT = """title: Kursprojektet
summary: S
funding: {{granted: 100000 SEK}}
participants:
  - {{value: {value}, phase: achieved, women: {women}, men: {men}, source: kalla}}
goals:
  - id: nytta
    title: Kurser som hålls
    counts: activities
    target: {{value: 10, due: 2025-06-30}}
    outcome: {{status: {status}, value: {courses}, source: kalla}}
    source: kalla
documents: [kalla]
publication: {{status: published, approved_by: redaktionen, approved_on: 2026-11-22}}
"""


def project(value: int, women: int, courses: int = 8, status: str = "partly") -> str:
    return PROJECT.format(
        value=value, women=women, men=value - women, courses=courses, status=status
    )


def root_with(small_site: SmallSite, text: str) -> Path:
    return small_site(
        {
            "data/site.yml": SITE,
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": text,
        }
    )


def freeze(root: Path, day: str, *names: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "freeze", *names, "--today", day])


def built(root: Path) -> Build:
    return build_site(root, today=date(2026, 11, 20))


def text_of(build: Build, uri: str, language: str = "sv") -> str:
    pages = {(file.uri, file.language): file.content for file in build.files}
    return str(pages[uri, language])


def files_below(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_a_version_is_kept_in_each_language_with_its_numbers(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    told = freeze(root, "2026-10-01", "t")
    folder = root / "data/frozen/t/2026-10-01"
    assert told.exit_code == 0
    assert sorted(p.name for p in folder.iterdir()) == ["en.md", "nb.md", "sv.md", "version.json"]
    assert "data/frozen" not in "".join(i.source.path for i in built(root).issues)


def test_freezing_twice_on_a_day_is_refused_and_nothing_is_written(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    freeze(root, "2026-10-01")
    before = files_below(root)
    again = freeze(root, "2026-10-01")
    assert again.exit_code == 1
    assert "har redan en version från 2026-10-01. Den ändras aldrig." in again.output
    assert files_below(root) == before


def test_a_version_before_one_that_is_there_is_refused(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    freeze(root, "2026-10-01")
    assert "har redan en nyare version, från 2026-10-01" in freeze(root, "2026-09-01").output


def test_a_project_that_is_not_there_is_told(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    told = freeze(root, "2026-10-01", "x")
    assert told.exit_code == 2
    assert "inget publicerat projekt ”x”. Projekten är: t" in told.output


def test_the_kept_words_stay_and_the_page_tells_what_has_changed(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    freeze(root, "2026-10-01")
    kept = (root / "data/frozen/t/2026-10-01/sv.md").read_text("utf-8")
    (root / "data/projects/t.yml").write_text(project(156, 80, 12, "met"), "utf-8")
    freeze(root, "2026-11-01")
    build = built(root)
    uri = "projekt/t/i-korthet/2026-10-01/index.md"
    page = text_of(build, uri)
    assert kept.strip() in page
    assert 'Det finns en nyare sparad version: <a href="../2026-11-01/">1 november 2026</a>' in page
    assert [line for line in page.splitlines() if line.startswith("<li>") and "från" in line] == [
        "<li>Antalet deltagare har ökat från 120 till 156.</li>",
        "<li>Antalet deltagare (kvinnor) har ökat från 60 till 80.</li>",
        "<li>Antalet deltagare (män) har ökat från 60 till 76.</li>",
        "<li>Målet ”Kurser som hålls”: utfallet har ökat från 8 till 12.</li>",
    ]
    assert "Målet ”Kurser som hålls”: bedömningen var ”Delvis nått”. Nu är den ”Nått”." in page
    assert "Antallet deltakere har økt fra 120 til 156." in text_of(build, uri, "nb")
    assert "The number of participants has risen from 120 to 156." in text_of(build, uri, "en")
    newest = text_of(build, "projekt/t/i-korthet/2026-11-01/index.md")
    assert "nyare sparad version" not in newest
    assert "Inget av talen har ändrats." in newest
    assert 'href="2026-11-01/"' in text_of(build, "projekt/t/i-korthet/index.md")


def test_a_difference_of_few_people_is_neither_kept_nor_told(small_site: SmallSite) -> None:
    root = root_with(small_site, project(120, 60))
    freeze(root, "2026-10-01")
    (root / "data/projects/t.yml").write_text(project(123, 60), "utf-8")
    before = files_below(root)
    told = freeze(root, "2026-11-01")
    assert told.exit_code == 1
    assert "kan räkna ut ett tal om få personer:\n  deltagare\n  deltagare (män)\n" in told.output
    assert files_below(root) == before
    page = text_of(built(root), "projekt/t/i-korthet/2026-10-01/index.md")
    changes = page.partition("Vad har ändrats")[2].partition("</ul>")[0]
    assert "123" not in changes
    assert "Deltagare: talet har ändrats, men skillnaden gäller så få" in changes


def test_a_hidden_number_is_in_no_file_that_is_kept(small_site: SmallSite) -> None:
    root = root_with(small_site, project(37, 3))
    freeze(root, "2026-10-01")
    kept = "".join(p.read_text("utf-8") for p in (root / "data/frozen").rglob("*.*"))
    assert '"value": "3"' not in kept
    assert '"value": "34"' not in kept
    assert "34 män" not in kept
    assert "3 kvinnor" not in kept
    (root / "data/projects/t.yml").write_text(project(40, 6), "utf-8")
    assert "kan räkna ut ett tal om få personer" in freeze(root, "2026-11-01").output
