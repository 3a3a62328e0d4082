# SPDX-License-Identifier: EUPL-1.2
"""Building: the same bytes everywhere, never half a site, one page at each address."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from conftest import REPOSITORY, TODAY, SmallSite, copy_of_real_site
from dalamodellen.build import Build, build_site
from dalamodellen.model.address import ADDRESSES_PATH
from dalamodellen.outputs.addresses import published_addresses
from dalamodellen.publish.site_folder import MARK

COMMAND = [sys.executable, "-m", "dalamodellen"]
DAY = ["--today", TODAY.isoformat()]
THOROUGH = bool(os.environ.get("DALAMODELLEN_THOROUGH"))
CASES = sorted((REPOSITORY / "tests/cases").iterdir())
LESSON = (REPOSITORY / "content/lektioner/skicka-e-faktura-till-kommunen.md").read_text("utf-8")


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--root", str(root), *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        cwd=root.parent,
    )


def _files(folder: Path) -> dict[str, str]:
    """Give each file with a digest of its bytes: what differs is told in a line, not in megabytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes_whatever_the_place_clock_and_language(
    tmp_path: Path, published_root: Path
) -> None:
    other = copy_of_real_site(tmp_path / "åter en mapp", has_example=True)
    second = run(
        other,
        "build",
        *DAY,
        TZ="Asia/Tokyo",
        LC_ALL="sv_SE.UTF-8",
        PYTHONHASHSEED="77",
        SOURCE_DATE_EPOCH="1000000000",
    )
    assert second.returncode == 0, second.stderr
    assert _files(published_root / "site") == _files(other / "site")


def test_one_process_and_several_write_the_same_bytes(tmp_path: Path) -> None:
    root = copy_of_real_site(tmp_path / "root", has_example=False, url="")
    for lesson in range(220):
        path = root / f"content/lektioner/lektion-{lesson}.md"
        path.write_text(LESSON.replace("Skicka e-faktura", f"Skicka [e-{lesson}]"), "utf-8")
    built = {}
    for jobs in ("1", "3"):
        done = run(root, "build", *DAY, "--jobs", jobs, "--site-dir", str(tmp_path / jobs))
        assert done.returncode == 0, done.stderr
        built[jobs] = (done.stderr, _files(tmp_path / jobs))
    assert built["1"] == built["3"]
    assert "lektioner/lektion-219/index.html" in built["1"][1]


def test_one_process_and_several_find_the_same_issues(tmp_path: Path) -> None:
    root = copy_of_real_site(tmp_path / "root", has_example=False, url="")
    for lesson in range(220):
        path = root / f"content/lektioner/lektion-{lesson}.md"
        path.write_text(f"{LESSON}\n[x](ingenstans.md) <b onclick=x>{lesson}</b>\n", "utf-8")
    one, three = (run(root, "build", *DAY, "--strict", "--jobs", jobs) for jobs in ("1", "3"))
    assert (one.returncode, one.stderr) == (three.returncode, three.stderr)
    assert one.returncode == 1
    assert "content/lektioner/lektion-219.md" in one.stderr


def test_the_day_comes_from_the_environment_when_it_is_not_given(tmp_path: Path) -> None:
    root = copy_of_real_site(tmp_path / "root", has_example=False, url="")
    lesson = root / "content/lektioner/skicka-e-faktura-till-kommunen.md"
    lesson.write_text(LESSON.replace("review_by: 2027-11-22", "review_by: 2020-01-01"))
    late = run(root, "check", SOURCE_DATE_EPOCH="1800000000")
    early = run(root, "check", SOURCE_DATE_EPOCH="1500000000")
    assert "review-due" in late.stdout
    assert "review-due" not in early.stdout


def test_a_failed_build_leaves_the_last_good_site_as_it_was(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Ett\n"})
    assert run(root, "build", *DAY).returncode == 0
    before = _files(root / "site")
    (root / "content/index.md").write_text("---\ntitle: [\n---\n# Två\n")
    failed = run(root, "build", *DAY)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert _files(root / "site") == before
    assert [path.name for path in root.glob(".site*")] == []


def test_a_killed_build_never_leaves_half_a_site(small_site: SmallSite) -> None:
    pages = {f"content/sida-{n}.md": f"# Sida {n}\n" for n in range(30)}
    root = small_site({"data/site.yml": "name: Liten\n", **pages})
    assert run(root, "build", *DAY).returncode == 0
    before = _files(root / "site")
    listed = (root / ADDRESSES_PATH).read_text("utf-8")
    (root / "content/sida-1.md").write_text("# Sida ny\n")
    (root / "content/zebra.md").write_text("# Zebra\n")
    moments = random.Random(4)  # noqa: S311 - moments to kill at, not secrets
    after = None
    for _ in range(100 if THOROUGH else 20):
        process = subprocess.Popen(
            [*COMMAND, "--root", str(root), "build", *DAY],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.05, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = _files(root / "site")
        if found != before:
            after = after or found
            assert found == after
            assert "Sida ny" in (root / "site/sida-1/index.html").read_text("utf-8")
        assert (root / ADDRESSES_PATH).read_text("utf-8") in (listed, f"{listed}/zebra/\n")
    # Whenever the last one was killed, the next build makes up for it.
    assert run(root, "build", *DAY).returncode == 0
    assert (root / ADDRESSES_PATH).read_text("utf-8") == f"{listed}/zebra/\n"
    assert sorted(path.name for path in (root / "data").iterdir()) == ["addresses.txt", "site.yml"]
    assert [path.name for path in root.glob(".site*")] == []


def test_a_folder_with_something_else_in_it_is_left_alone(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Hej\n", "mina-filer/viktigt.txt": "spara mig"})
    done = run(root, "build", "--site-dir", str(root / "mina-filer"), *DAY)
    assert done.returncode == 2
    assert (root / "mina-filer/viktigt.txt").read_text() == "spara mig"
    for target in (root, root / "content", root.parent):
        assert run(root, "build", "--site-dir", str(target), *DAY).returncode == 2
    assert (root / "content/index.md").read_text() == "# Hej\n"


def test_a_folder_named_from_where_one_stands_gets_the_site(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Hej\n"})
    done = run(root, "build", "--site-dir", "ny/plats", *DAY)
    assert done.returncode == 0, done.stderr
    assert "Hej" in (root.parent / "ny/plats/index.html").read_text("utf-8")


def test_a_link_as_the_folder_is_followed_to_where_it_leads(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Hej\n"})
    (root.parent / "verklig").mkdir()
    (root / "site").symlink_to(root.parent / "verklig")
    assert run(root, "build", *DAY).returncode == 0
    assert run(root, "build", *DAY).returncode == 0
    assert "Hej" in (root.parent / "verklig/index.html").read_text("utf-8")
    assert (root / "site").is_symlink()


def test_the_built_folder_carries_our_mark(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Hej\n"})
    assert run(root, "build", *DAY).returncode == 0
    assert (root / "site" / MARK).is_file()


def test_a_foreign_folder_of_plain_markdown_becomes_pages_at_its_own_paths(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "content/index.md": "# Välkommen\n\nSe [guiden](guide/start.md).\n",
            "content/guide/start.md": "# Start\n\n[hem](../index.md) ![bild](bild.png)\n",
            "content/guide/bild.png": b"\x89PNG",
            "content/guide/README.md": "# Guiden\n",
        }
    )
    done = run(root, "build", *DAY)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    assert {p.relative_to(site).as_posix() for p in site.rglob("*.html")} == {
        "index.html",
        "404.html",
        "guide/index.html",
        "guide/start/index.html",
    }
    assert 'href="guide/start/"' in (site / "index.html").read_text("utf-8")
    page = (site / "guide/start/index.html").read_text("utf-8")
    assert 'href="../../"' in page
    assert 'src="../bild.png"' in page
    assert (site / "guide/bild.png").read_bytes() == b"\x89PNG"


def test_a_written_page_on_a_generated_address_names_both(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/terms/moms.yml": "title: Moms\ndefinition: En skatt.\n",
            "content/ordlista.md": "# Min ordlista\n",
        }
    )
    issues = [i for i in build_site(root, today=TODAY).issues if i.severity == "error"]
    assert [(i.code, i.source.path) for i in issues] == [
        ("page-on-generated-address", "content/ordlista.md")
    ]
    assert "/ordlista/" in issues[0].text("what")
    assert "Ordlista" in issues[0].text("what")


def test_mkdocs_itself_builds_the_same_pages(tmp_path: Path) -> None:
    root = copy_of_real_site(tmp_path / "root", has_example=False, url="")
    # One run of MkDocs is one language: the site's main one. What was published in others is gone.
    (root / "data/addresses.txt").unlink()
    settings = root / "data/site.yml"
    text = settings.read_text("utf-8")
    assert "languages: [sv, nb, en]" in text
    settings.write_text(text.replace("[sv, nb, en]", "[sv]"), encoding="utf-8")
    assert run(root, "build", *DAY).returncode == 0
    settings.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"},
    )
    assert done.returncode == 0, done.stderr
    assert _files(root / "site") == _files(root / "site-mkdocs")


def test_mkdocs_stops_with_our_words_when_a_record_is_wrong(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/terms/moms.yml": "titel: Moms\ndefinition: En skatt.\n",
            "content/index.md": "# Hej\n",
            "mkdocs.yml": (REPOSITORY / "mkdocs.yml").read_text("utf-8"),
        }
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "data/terms/moms.yml:1:1: error[unknown-field]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site-mkdocs").exists()


def test_drafts_are_built_only_when_asked_for(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/projects/ny.yml": "title: Ny\nsummary: Ett nytt projekt.\n",
            "data/projects/klar.yml": (
                "title: Klar\nsummary: Ett klart projekt.\npublication:\n  status: published\n"
                "  approved_by: redaktionen\n  approved_on: 2026-11-22\n"
            ),
        }
    )
    assert run(root, "build", *DAY).returncode == 0
    assert not (root / "site/projekt/ny").exists()
    assert "Ny" not in (root / "site/a-o/index.html").read_text("utf-8").split("<main")[1]
    assert run(root, "build", "--drafts", *DAY).returncode == 0
    assert "UTKAST" in (root / "site/projekt/ny/index.html").read_text("utf-8")


def test_a_check_knows_every_address_a_build_makes(real_build: Build) -> None:
    """A check does not render pages, so it must know their addresses from the records alone."""
    builds = {case.name: build_site(case, today=TODAY) for case in CASES}
    for name, build in (builds | {"the real site": real_build}).items():
        if not build.has_errors:
            assert set(build.addresses) == published_addresses(build.site), name


def test_a_check_without_pages_tells_the_same_issues(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/projects/tre-m.yml": "title: T\nsummary: S\npublication: {status: published, "
            "approved_by: redaktionen, approved_on: 2026-11-22}\n",
            "content/projekt/tre-m.md": "# Tre-M\n",
            "content/om/index.md": "# Om\n",
        }
    )
    told = [issue.code for issue in build_site(root, today=TODAY).issues]
    assert "page-on-generated-address" in told
    assert [i.code for i in build_site(root, today=TODAY, renders=False).issues] == told
