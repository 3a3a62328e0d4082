# SPDX-License-Identifier: EUPL-1.2
"""Whatever goes wrong while a site is written, the last good one is whole and people are told."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite

COMMAND = [sys.executable, "-m", "dalamodellen"]
DAY = ["--today", TODAY.isoformat()]
LIST = "data/addresses.txt"
SMALL = 4_000
"""Bytes; less than any stylesheet, so a file of this size is where a full disk stops."""


def build(root: Path, *options: str, largest: int | None = None) -> subprocess.Popen[str]:
    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.Popen(
        [*COMMAND, "--root", str(root), "build", *DAY, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=root.parent,
        preexec_fn=limit,  # noqa: PLW1509 - no threads are running here
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a build, and give its exit code and what it told."""
    code, _, told = heard(process)
    return code, told


def heard(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a build, and give its exit code, its answer and what it told."""
    with process:
        answer, told = process.communicate()
    return process.returncode, answer, told


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_disk_that_is_full_leaves_the_last_good_site_and_says_so(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Ett\n"})
    assert finished(build(root))[0] == 0
    before = files(root / "site")
    (root / "content/index.md").write_text("# Två\n")
    process = build(root, largest=SMALL)
    code, told = finished(process)
    assert code == 1
    assert "Traceback" not in told
    assert "Det gick inte att skriva webbplatsen i " in told
    assert "Den förra webbplatsen står kvar som den var." in told
    assert files(root / "site") == before
    assert [path.name for path in root.glob(".site*")] == []


@pytest.mark.parametrize("large", [0, 1])
def test_a_disk_that_is_full_for_one_of_several_processes_is_told_too(
    large: int, small_site: SmallSite
) -> None:
    pages = {f"content/sida-{number:02}.md": f"# Sida {number}\n" for number in range(60)}
    root = small_site(pages)
    assert finished(build(root))[0] == 0
    before = files(root / "site")
    # Of two pages beside each other one is made in another process.
    words = "Ord, ord, ord.\n\n" * 20_000
    (root / f"content/sida-0{large}.md").write_text(f"# Stor\n\n{words}")
    code, told = finished(build(root, "--jobs", "2", largest=300_000))
    assert (code, "Traceback" in told) == (1, False)
    assert "Det gick inte att skriva webbplatsen" in told
    assert files(root / "site") == before
    assert [path.name for path in root.glob(".site*")] == []


def test_a_place_that_cannot_be_written_is_told(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Ett\n", "upptagen": "en fil"})
    process = build(root, "--site-dir", str(root / "upptagen/site"))
    code, told = finished(process)
    assert code == 1
    assert "Traceback" not in told
    assert "Det gick inte att skriva webbplatsen i " in told
    assert (root / "upptagen").read_text() == "en fil"


def test_two_builds_at_once_leave_one_whole_site(small_site: SmallSite) -> None:
    pages = {f"content/sida-{number}.md": f"# Sida {number}\n" for number in range(20)}
    root = small_site({"data/site.yml": "name: Liten\n", **pages})
    assert finished(build(root))[0] == 0
    alone = files(root / "site")
    listed = (root / LIST).read_text()
    (root / LIST).unlink()
    both = [build(root), build(root)]
    # Both are running; each is waited for in turn.
    ends = [finished(process) for process in both]
    assert [code for code, _ in ends] == [0, 0], ends
    assert files(root / "site") == alone
    assert (root / LIST).read_text() == listed
    assert [path.name for path in root.glob(".site*")] == []


def test_a_build_lists_what_it_published_and_says_how_much_was_new(small_site: SmallSite) -> None:
    root = small_site({"data/site.yml": "name: Liten\n", "content/om.md": "# Om\n"})
    draft = "---\npublication:\n  status: draft\n---\n# Utkast\n"
    (root / "content/utkast.md").write_text(draft)
    code, answer, _ = heard(build(root, "--drafts"))
    assert (code, (root / LIST).exists()) == (0, False)
    code, answer, _ = heard(build(root))
    assert code == 0
    assert answer.splitlines()[0] == f"4 nya adresser skrevs till {LIST}"
    lines = (root / LIST).read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "/",
        "/om/",
        "/om/personuppgifter/",
        "/tillganglighet/",
    ]
    (root / "content/till.md").write_text("# Till\n")
    assert heard(build(root))[1].splitlines()[0] == f"1 ny adress skrevs till {LIST}"
    assert "adress" not in heard(build(root))[1]


def test_a_build_that_fails_lists_nothing(small_site: SmallSite) -> None:
    root = small_site({"data/site.yml": "name: Liten\n", "content/om.md": "# Om\n"})
    assert finished(build(root, largest=SMALL))[0] == 1
    assert not (root / LIST).exists()


def test_a_list_that_cannot_be_written_is_told_and_the_site_is_built(small_site: SmallSite) -> None:
    root = small_site({"data/site.yml": "name: Liten\n", "content/om.md": "# Om\n", LIST: "/om/\n"})
    (root / LIST).chmod(0o444)
    code, answer, told = heard(build(root))
    assert code == 0, told
    assert "sidor byggda" in answer
    assert f"Webbplatsen är byggd, men {LIST} gick inte att skriva" in told
    assert "Se till att du får skriva i data/" in told
    assert (root / LIST).read_text() == "/om/\n"
    assert (root / "site/om/index.html").is_file()


def test_a_published_page_that_is_gone_stops_the_build_until_a_redirect_leads_on(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/site.yml": "name: Liten\n",
            "content/om.md": "# Om\n",
            "content/vara-lokaler.md": "# Lokaler\n",
        }
    )
    assert finished(build(root))[0] == 0
    (root / "content/vara-lokaler.md").rename(root / "content/lokaler.md")
    code, told = finished(build(root))
    assert code == 1
    assert "error[address-vanished]" in told
    line = "/vara-lokaler/: /lokaler/"
    assert line in told
    (root / "data/redirects.yml").write_text(f"{line}\n")
    code, told = finished(build(root))
    assert code == 0, told
    assert 'url=../lokaler/"' in (root / "site/vara-lokaler/index.html").read_text("utf-8")
    assert {"/lokaler/", "/vara-lokaler/"} <= set((root / LIST).read_text().splitlines())
