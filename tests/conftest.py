# SPDX-License-Identifier: EUPL-1.2
"""What the tests share: small sites, a fixed day, and golden files that only a person updates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accessibility_report import is_thorough
from accessibility_run import NAME, AccessibilityRun
from dalamodellen.today import build_day

TODAY = date(2026, 11, 22)
"""The day every test passes; no test looks at a clock."""
HANGING = 60
"""Seconds after which a reader counts as hanging, however busy the machine is."""
REPOSITORY = Path(__file__).resolve().parent.parent

SmallSite = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what came out as what is expected"
    )


def pytest_configure(config: pytest.Config) -> None:
    run = AccessibilityRun(REPOSITORY, build_day(), is_thorough=is_thorough())
    config.pluginmanager.register(run, NAME)


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
