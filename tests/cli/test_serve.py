# SPDX-License-Identifier: EUPL-1.2
"""The command `serve` as a person meets it: in the terminal, in a browser, and when it is stopped."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from preview_browser import Seen, look

PATIENCE_SECONDS = 120
FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: Provet\nlanguages: [sv, nb]\n",
    "content/om/index.md": "# Om oss\n\nFörsta texten.\n",
}
ABOUT = "content/om/index.md"


@dataclass
class Served:
    """A preview in a process of its own."""

    root: Path
    told: Path
    """What it has said in the terminal."""
    process: subprocess.Popen[bytes]
    temporary: Path
    """The machine's folder for temporary files, as the preview sees it."""

    @property
    def words(self) -> str:
        return self.told.read_text("utf-8")

    @property
    def address(self) -> str:
        found: list[str] = []

        def is_told() -> bool:
            found[:] = re.findall(r"http://\S+", self.words)
            return bool(found)

        self.wait(is_told)
        return found[0]

    def look(self, path: str) -> Seen:
        return look(self.address, path)

    def wait(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < end, self.words
            assert self.process.poll() is None, self.words
            time.sleep(0.05)

    def stop(self, sign: signal.Signals) -> int:
        self.process.send_signal(sign)
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def serving(root: Path, package: Path | None = None) -> Iterator[Served]:
    told, temporary = root.parent / "told.txt", root.parent / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    if package is not None:
        environment["PYTHONPATH"] = str(package)
    command = [sys.executable, "-m", "dalamodellen", "--root", str(root), "serve"]
    with (
        told.open("wb") as out,
        subprocess.Popen(
            [*command, "--port", "0", "--today", TODAY.isoformat()],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
        ) as process,
    ):
        try:
            yield Served(root, told, process, temporary)
        finally:
            process.kill()


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_terminal_tells_where_what_changed_and_how_it_went(small_site: SmallSite) -> None:
    root = small_site(FILES)
    before = names(root)
    with serving(root) as preview:
        preview.wait(lambda: "sidor byggda" in preview.words)
        (root / ABOUT).write_text("# Om oss\n\nAndra texten.\n")
        preview.wait(lambda: "1 sida byggd" in preview.words)
        (root / ABOUT).write_bytes(b"# Om \xe5\n")
        preview.wait(lambda: "Inga sidor byggda på" in preview.words)
        assert preview.address.startswith("http://127.0.0.1:")
        assert preview.stop(signal.SIGINT) == 0
        assert names(preview.temporary) == []
        told = re.sub(r"\d+,\d s|:\d{4,5}/", "…", preview.words)
    assert names(root) == before
    assert told.startswith(
        "Förhandsvisning på http://127.0.0.1…\nUtkast visas. Avsluta med Ctrl+C.\n"
    )
    assert (
        "\nÄndrat: content/om/index.md\n0 fel, 0 varningar, 1 upplysning. 1 sida byggd på …" in told
    )
    assert "content/om/index.md:1:6: error[not-utf-8]: filen är inte sparad som UTF-8" in told
    assert told.count("notice[no-git-history]") == 1
    assert told.endswith("\nFörhandsvisningen är avslutad.\n")
    assert "Traceback" not in told


def test_a_preview_that_is_asked_to_end_clears_up(small_site: SmallSite) -> None:
    with serving(small_site(FILES)) as preview:
        assert preview.look("om/").status == 200
        assert preview.stop(signal.SIGTERM) == 0
        assert names(preview.temporary) == []


def test_a_busy_port_is_told_with_what_to_do(small_site: SmallSite) -> None:
    root = small_site(FILES)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "dalamodellen", "--root", root, "serve", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert f"Porten {port} är upptagen" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_host_that_is_not_here_is_told(small_site: SmallSite) -> None:
    command = [sys.executable, "-m", "dalamodellen", "--root", small_site(FILES), "serve"]
    done = subprocess.run(
        [*command, "--host", "192.0.2.1", "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Det går inte att lyssna på 192.0.2.1:0" in done.stderr
    assert "--host" in done.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give a copy of the program and its theme that a test may break."""
    for name in ("generator", "theme"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / name, tmp_path / "house" / name, ignore=ignored)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "house/mkdocs.yml")
    return tmp_path / "house"


def test_the_theme_is_shown_as_it_is_edited_and_its_mistakes_as_issues(
    small_site: SmallSite, house: Path
) -> None:
    root = small_site(FILES)
    base = house / "theme/base.html"
    good = base.read_text("utf-8")
    with serving(root, house / "generator") as preview:
        assert "Första texten." in preview.look("om/").text

        base.write_text(good.replace('class="skip-link"', 'class="skip-link ny"'), "utf-8")
        preview.wait(lambda: 'class="skip-link ny"' in preview.look("nb/om/").text)

        (house / "theme/tokens.css").write_text("@layer material; .ny { color: ")
        preview.wait(lambda: ".ny{color:" in preview.look("assets/site.css").text)

        base.write_text(good.replace("<body", "{{ words. }}<body"), "utf-8")
        line = good[: good.index("<body")].count("\n") + 1
        preview.wait(lambda: f"theme/base.html:{line}:3" in preview.look("om/").text)
        assert "Första texten." in preview.look("om/").text
        preview.wait(lambda: f"theme/base.html:{line}:3: error[broken-template]" in preview.words)

        base.write_text(good.replace("<body", "{{ page.finns.inte }}<body"), "utf-8")
        preview.wait(lambda: "finns&#39;" in preview.look("om/").text)
        assert f"theme/base.html:{line}:3" in preview.look("om/").text

        base.write_bytes(b"\xff")
        preview.wait(lambda: "theme/base.html:1:1" in preview.look("om/").text)
        (house / "theme").rename(house / "borta")
        preview.wait(lambda: "theme/base.html:1:1" not in preview.look("om/").text)
        (house / "borta").rename(house / "theme")
        base.write_text(good, "utf-8")
        preview.wait(
            lambda: (
                'class="skip-link"' in (page := preview.look("om/").text)
                and "preview-issues--errors" not in page
            )
        )
        assert "Traceback" not in preview.words
        assert preview.stop(signal.SIGINT) == 0
