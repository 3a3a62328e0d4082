# SPDX-License-Identifier: EUPL-1.2
"""The live preview: every edit is shown, every mistake is survived, and the root is left alone."""

from __future__ import annotations

import os
import random
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.renderers.mkdocs_run import render_html
from dalamodellen.renderers.preview import Round, open_preview
from preview_browser import Seen, look

THOROUGH = bool(os.environ.get("DALAMODELLEN_THOROUGH"))
PATIENCE_SECONDS = 120
"""Far more than anything here takes."""
SITE = """\
name: {sv: Provet, nb: Prøven, en: The trial}
description: {sv: En liten webbplats., nb: Et lite nettsted., en: A small site.}
languages: [sv, nb, en]
"""
PROJECT = """\
title: {sv: Lyftet, nb: Løftet, en: The lift}
summary: {sv: Vi lärde oss., nb: Vi lærte., en: We learned.}
publication: {status: draft}
"""
FILES: dict[str, str | bytes] = {
    "data/site.yml": SITE,
    "data/projects/lyftet.yml": PROJECT,
    "data/terms/mall.yml": "title: {sv: Mall, nb: Mal, en: Template}\n"
    "definition: {sv: Ett mönster., nb: Et mønster., en: A pattern.}\n",
    "content/om/index.md": "# Om oss\n\nFörsta texten. [Mer om oss](mer.md)\n",
    "content/om/mer.md": "# Mer om oss\n\nMer text.\n",
    "content/om/blad.txt": "ett blad\n",
}
ABOUT = "content/om/index.md"


@dataclass
class Running:
    """A preview that a test drives: it builds when it is asked to."""

    root: Path
    address: str
    rounds: Iterator[Round]

    def build(self) -> Round:
        """Build after the next change; the change is there already, or soon."""
        done: list[Round] = []
        thread = threading.Thread(target=lambda: done.append(next(self.rounds)), daemon=True)
        thread.start()
        thread.join(PATIENCE_SECONDS)
        assert done, "nothing was built"
        return done[0]

    def write(self, name: str, content: str | bytes) -> Round:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.build()

    def look(self, path: str) -> Seen:
        return look(self.address, path)


@contextmanager
def running(root: Path) -> Iterator[Running]:
    with open_preview(root, host="127.0.0.1", port=0, day=lambda: TODAY) as (server, rounds):
        yield Running(root, server.address, rounds)


def pages(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def built(root: Path, target: Path) -> dict[str, bytes]:
    """Give the files of a whole build with its drafts."""
    shutil.rmtree(target, ignore_errors=True)
    render_html(build_site(root, today=TODAY, shows_drafts=True), target)
    return pages(target)


def served(preview: Running, names: dict[str, bytes]) -> dict[str, bytes]:
    """Ask for each file, and give what was served without what the preview adds."""
    own = rb'<(?:script|link rel="stylesheet") (?:src|href)="/\.dalamodellen[^\n]*\n'
    added = re.compile(
        own + rb'|(?<=</a>)\n<section class="preview-issues".*?</section>', re.DOTALL
    )
    found = {}
    for name in names:
        seen = preview.look(name.removesuffix("index.html"))
        found[name] = added.sub(b"", seen.body) if name.endswith(".html") else seen.body
    return found


def test_the_preview_serves_the_same_pages_as_a_build_with_drafts(
    small_site: SmallSite, tmp_path: Path
) -> None:
    root = small_site(FILES)
    expected = built(root, tmp_path / "built")
    before = pages(root)
    with running(root) as preview:
        first = preview.build()
        assert [issue.code for issue in first.issues] == ["no-git-history"]
        assert served(preview, expected) == expected
        home = preview.look("")
    assert (first.changed, first.fault) == ((), "")
    assert first.pages == sum(name.endswith("/index.html") for name in expected) + 1
    assert {"nb/projekt/lyftet/index.html", "en/om/index.html", "om/blad.txt"} <= expected.keys()
    assert "preview-issues--errors" not in home.text
    assert pages(root) == before
    assert not (root / "site").exists()


def test_after_any_edit_the_preview_is_what_a_build_would_be(
    small_site: SmallSite, tmp_path: Path
) -> None:
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        preview.write("content/om/ny.md", "# En ny sida\n")
        assert preview.look("om/ny/").status == 200
        (root / "content/om/mer.md").unlink()
        preview.write(ABOUT, "# Om oss\n\nAndra texten.\n")
        preview.write("data/projects/lyftet.yml", PROJECT.replace("Lyftet", "Klivet"))
        preview.write("content/om/blad.txt", "ett annat blad\n")
        preview.write("data/site.yml", SITE.replace("Provet", "Försöket"))
        expected = built(root, tmp_path / "built")
        assert served(preview, expected) == expected
        assert preview.look("om/mer/").status == 404
        (root / "content/om").rename(root / "content/oss")
        preview.build()
        assert preview.look("oss/").status == 200
        assert preview.look("om/blad.txt").status == 404


def test_an_edit_makes_only_the_pages_it_changes_anew(small_site: SmallSite) -> None:
    with running(small_site(FILES)) as preview:
        preview.build()
        done = preview.write(ABOUT, "# Om oss\n\nAndra texten. [Mer om oss](mer.md)\n")
        assert (done.changed, done.pages, done.fault) == ((ABOUT,), 1, "")
        assert "Andra texten." in preview.look("om/").text
        assert preview.look("om/mer/").status == 200


def test_a_link_leads_to_a_page_that_has_come_back(small_site: SmallSite) -> None:
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        (root / "content/om/mer.md").rename(root / "content/om/borta.md")
        preview.build()
        assert 'href="mer.md"' in preview.look("om/").text
        (root / "content/om/borta.md").rename(root / "content/om/mer.md")
        preview.build()
        assert 'href="mer/"' in preview.look("om/").text


def test_several_files_saved_together_are_built_once(small_site: SmallSite) -> None:
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        (root / "content/om/mer.md").write_text("# Mer\n")
        (root / "content/om/blad.txt").write_text("nytt")
        done = preview.write(ABOUT, "# Om oss\n")
        assert done.changed == ("content/om/blad.txt", ABOUT, "content/om/mer.md")


def test_another_set_of_languages_is_another_set_of_trees(small_site: SmallSite) -> None:
    with running(small_site(FILES)) as preview:
        preview.build()
        preview.write("data/site.yml", SITE.replace("[sv, nb, en]", "[nb, sv]"))
        assert 'lang="nb"' in preview.look("").text
        assert 'lang="sv"' in preview.look("sv/").text
        assert [preview.look(path).status for path in ("nb/", "en/")] == [404, 404]
        preview.write("data/site.yml", SITE)
        assert 'lang="sv"' in preview.look("").text
        assert [preview.look(path).status for path in ("nb/", "en/", "sv/")] == [200, 200, 404]


BREAKS: dict[str, tuple[str, str | bytes, str]] = {
    "yaml": ("data/projects/lyftet.yml", 'title: "Lyftet\n', "data/projects/lyftet.yml:1:8"),
    "front matter": ("content/om/mer.md", "---\ntitle: [\n---\nText.\n", "content/om/mer.md:"),
    "settings": ("data/site.yml", "name: {sv: Provet\n", "data/site.yml:"),
    "table": ("data/observations/lyftet.csv", "fel;fält\n1\n", "data/observations/lyftet.csv:"),
    "not utf-8": (ABOUT, b"# Om \xe5\n", "content/om/index.md:1:6"),
    "control": (ABOUT, "# Om\0\n", "content/om/index.md:1:5"),
    "renderer yaml": ("mkdocs.yml", "plugins: [dalamodellen\n", "mkdocs.yml:"),
    "renderer setting": (
        "mkdocs.yml",
        "site_name: x\nplugins: [dalamodellen]\nmarkdown_extensions: [finns_inte]\n",
        "mkdocs.yml:3:1",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_mistake_is_shown_above_the_last_good_page_until_it_is_mended(
    name: str, small_site: SmallSite
) -> None:
    path, broken, place = BREAKS[name]
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        done = preview.write(path, broken)
        assert done.fault == ""
        if name == "renderer setting":
            assert [issue.code for issue in done.issues if issue.severity == "error"] == [
                "renderer-setting"
            ]
        for address in ("om/", "nb/projekt/lyftet/", "finns/inte/"):
            seen = preview.look(address)
            assert place in seen.text, seen.text
            assert "Sidan nedanför är gammal" in seen.text
        assert "Första texten." in preview.look("om/").text
        if path in FILES:
            preview.write(path, FILES[path])
        else:
            (root / path).unlink()
            preview.build()
        seen = preview.look("om/")
        assert (seen.status, "preview-issues--errors" in seen.text) == (200, False)


def test_a_site_that_never_worked_shows_what_is_wrong_at_every_address(
    small_site: SmallSite,
) -> None:
    with running(small_site({**FILES, "data/site.yml": "name: [\n"})) as preview:
        preview.build()
        for path in ("", "om/", "en/kurser/", "assets/site.css"):
            seen = preview.look(path)
            assert (seen.status, seen.type) == (500, "text/html; charset=utf-8")
            assert "data/site.yml:" in seen.text
            assert "Det finns ingen sida att visa ännu." in seen.text
            assert "/reload.js" in seen.text
        preview.write("data/site.yml", SITE)
        assert "Första texten." in preview.look("om/").text
        assert preview.look("nb/").status == 200


def test_data_may_go_away_and_come_back(small_site: SmallSite, tmp_path: Path) -> None:
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        (root / "data").rename(tmp_path / "aside")
        assert preview.build().fault == ""
        assert preview.look("projekt/lyftet/").status == 404
        (root / "content").rename(tmp_path / "content")
        assert preview.build().fault == ""
        assert preview.look("").status in (200, 404, 500)
        (tmp_path / "content").rename(root / "content")
        (tmp_path / "aside").rename(root / "data")
        preview.build()
        assert [preview.look(path).status for path in ("om/", "nb/projekt/lyftet/")] == [200, 200]


def test_a_folder_in_the_place_of_a_file_is_survived(small_site: SmallSite) -> None:
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        for name in ("data/site.yml", ABOUT):
            (root / name).unlink()
            (root / name).mkdir()
            assert preview.build().fault == ""
            (root / name).rmdir()
            preview.write(name, FILES[name])
        assert preview.look("om/").status == 200


def test_an_error_of_our_own_is_told_and_the_preview_goes_on(small_site: SmallSite) -> None:
    days: list[date | ZeroDivisionError] = [TODAY, ZeroDivisionError("ett fel i oss"), TODAY]

    def day() -> date:
        one = days.pop(0)
        if isinstance(one, date):
            return one
        raise one

    root = small_site(FILES)
    with open_preview(root, host="127.0.0.1", port=0, day=day) as (server, rounds):
        preview = Running(root, server.address, rounds)
        preview.build()
        done = preview.write(ABOUT, "# Om oss\n\nAndra texten.\n")
        seen = preview.look("om/")
        assert "Traceback" in done.fault
        assert "ZeroDivisionError: ett fel i oss" in seen.text
        assert ("Traceback" in seen.text, "Första texten." in seen.text) == (False, True)
        preview.write(ABOUT, "# Om oss\n\nTredje texten.\n")
        seen = preview.look("om/")
        assert ("Tredje texten." in seen.text, "preview-issues--errors" in seen.text) == (
            True,
            False,
        )


def test_a_build_that_stops_while_files_are_changing_is_begun_anew(small_site: SmallSite) -> None:
    root = small_site(FILES)
    days: list[date | None] = [TODAY, None, TODAY]

    def day() -> date:
        one = days.pop(0)
        if one is None:
            (root / ABOUT).write_text("# Om oss\n\nTredje texten.\n")
            raise FileNotFoundError(ABOUT)
        return one

    with open_preview(root, host="127.0.0.1", port=0, day=day) as (server, rounds):
        preview = Running(root, server.address, rounds)
        preview.build()
        done = preview.write(ABOUT, "# Om oss\n\nAndra texten.\n")
        assert (done.fault, days) == ("", [])
        assert "Tredje texten." in preview.look("om/").text


def test_a_browser_is_told_when_its_own_language_has_something_new(small_site: SmallSite) -> None:
    with running(small_site(FILES)) as preview:
        preview.build()
        told: list[str] = []

        def ask(path: str) -> str:
            seen = re.findall(r'data-seen="(.*?)"', preview.look(path).text)[0]
            question = f".dalamodellen/preview/version?seen={seen}&path=/{path}"
            thread = threading.Thread(target=lambda: told.append(preview.look(question).text))
            thread.start()
            threads.append(thread)
            return str(seen)

        threads: list[threading.Thread] = []
        seen = ask("om/")
        norwegian = re.findall(r'data-seen="(.*?)"', preview.look("nb/").text)[0]
        preview.write(ABOUT, "# Om oss\n\nAndra texten. [Mer om oss](mer.md)\n")
        threads[0].join(PATIENCE_SECONDS)
        assert told not in ([], [seen])
        assert f'data-seen="{told[0]}"' in preview.look("om/").text
        # The page is not translated, and its title is the same: nothing is new in Norwegian.
        assert f'data-seen="{norwegian}"' in preview.look("nb/").text


def _edit(root: Path, choose: random.Random) -> None:
    """Do something a person, an editor or an accident might do to a site."""
    files = sorted(path for top in ("data", "content") for path in (root / top).rglob("*"))
    texts = [path for path in files if path.is_file()] or [root / "content/ny.md"]
    path = choose.choice(texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_bytes() if path.exists() else b"# Ny\n"
    place = choose.randrange(len(text) + 1)
    junk = choose.choice(
        [b"{{", b"\n---\n", b'"', b"\t", b"\xff", b"\0", b"[", b"<b", b": - ", b"&"]
    )
    match choose.randrange(6):
        case 0:
            path.unlink(missing_ok=True)
        case 1:
            path.unlink(missing_ok=True)
            path.mkdir()
        case 2:
            shutil.rmtree(root / choose.choice(["data", "content"]), ignore_errors=True)
        case 3:
            path.write_bytes(text[:place])
        case 4:
            (root / "mkdocs.yml").write_bytes(b"plugins: [dalamodellen]\n" + junk)
        case _:
            path.write_bytes(text[:place] + junk + text[place:])


@pytest.mark.parametrize("seed", range(20 if THOROUGH else 1))
def test_no_chain_of_edits_stops_the_preview(
    seed: int, small_site: SmallSite, tmp_path: Path
) -> None:
    choose = random.Random(seed)  # noqa: S311 - the same edits every time
    root = small_site(FILES)
    with running(root) as preview:
        preview.build()
        for number in range(30 if THOROUGH else 12):
            _edit(root, choose)
            # Something of its own in every step, so that there is always something to build.
            done = preview.write(f"content/steg-{number}.md", f"# Steg {number}\n")
            assert done.fault == ""
            assert preview.look("").status in (200, 404, 500)
        for top in ("data", "content"):
            shutil.rmtree(root / top, ignore_errors=True)
        (root / "mkdocs.yml").unlink(missing_ok=True)
        small_site(FILES)
        preview.build()
        expected = built(root, tmp_path / "built")
        assert served(preview, expected) == expected
