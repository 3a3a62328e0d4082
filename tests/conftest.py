# SPDX-License-Identifier: EUPL-1.2
"""What the tests share: small sites, a fixed day, and golden files that only a person updates."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accessibility_report import is_thorough
from accessibility_run import NAME, AccessibilityRun
from dalamodellen.build import Build, build_site, with_example
from dalamodellen.today import build_day
from once import made_once

TODAY = date(2026, 11, 22)
"""The day every test passes; no test looks at a clock."""
HANGING = 60
"""Seconds after which a reader counts as hanging, however busy the machine is."""
REPOSITORY = Path(__file__).resolve().parent.parent
DEMO = "examples/demo"
"""Folder of the demonstration site."""
LONGEST = (
    "tests/browser/test_axe_kinds.py",
    "tests/browser/test_axe_pages.py",
    "tests/test_build.py",
    "tests/test_renderers_agree.py",
    "tests/browser/test_boxes.py",
    "tests/browser/test_print.py",
    "tests/outputs/test_languages.py",
    "tests/renderers/test_preview.py",
    "tests/test_example_site.py",
    "tests/browser/test_visits.py",
)
"""Begun before all others, so that no process is left alone with one of them at the end."""
URL = "https://www.example.org/bank/"
"""Where the published copies of the real site lie."""

SmallSite = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what came out as what is expected"
    )


def pytest_configure(config: pytest.Config) -> None:
    run = AccessibilityRun(REPOSITORY, build_day(), is_thorough=is_thorough())
    config.pluginmanager.register(run, NAME)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {REPOSITORY / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """Give a function that makes a root of files, by their paths."""

    def make(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "site"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        root.mkdir(exist_ok=True)
        return root

    return make


def run_build(root: Path, *words: str) -> None:
    """Build a site with the command, on the day of the tests."""
    told = ("--root", str(root), "build", "--today", TODAY.isoformat(), *words)
    command = [sys.executable, "-m", "dalamodellen", *told]
    subprocess.run(command, check=True, capture_output=True)


def copy_of_real_site(target: Path, *, has_example: bool, url: str = URL) -> Path:
    """Copy the real site, published at an address, with or without its demonstration site."""
    for folder in ("data", "content", *(["examples"] if has_example else [])):
        shutil.copytree(REPOSITORY / folder, target / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    settings = target / "data" / "site.yml"
    text = settings.read_text("utf-8")
    line = f"example_site: {DEMO}\n"
    assert line in text
    if url:
        text = text.replace("owner:\n", f"url: {url}\nowner:\n", 1)
    settings.write_text(text if has_example else text.replace(line, ""), encoding="utf-8")
    return target


@pytest.fixture(scope="session")
def published_root(request: pytest.FixtureRequest) -> Path:
    """A copy of the real site with its example, built into site/ at URL, once for all processes."""

    def make(target: Path) -> None:
        target.mkdir()
        run_build(copy_of_real_site(target, has_example=True))

    return made_once(request, "published", make)


@pytest.fixture(scope="session")
def real_html(request: pytest.FixtureRequest) -> Path:
    """The real site with its example, as `dalamodellen build` makes it, once for all processes."""

    def make(target: Path) -> None:
        run_build(REPOSITORY, "--site-dir", str(target))

    return made_once(request, "real-html", make)


@pytest.fixture(scope="session")
def real_build(request: pytest.FixtureRequest) -> Build:
    """The real site with its example, before any renderer, made once for all processes."""

    def make(target: Path) -> None:
        target.write_bytes(pickle.dumps(with_example(build_site(REPOSITORY, today=TODAY))))

    build = pickle.loads(made_once(request, "real-build", make).read_bytes())  # noqa: S301 - we have written it
    assert isinstance(build, Build)
    return build


@pytest.fixture(scope="session")
def demo_build(real_build: Build) -> Build:
    """The demonstration site, as a part of the real one."""
    assert real_build.example is not None
    return real_build.example
