# SPDX-License-Identifier: EUPL-1.2
"""What the browser tests share: the real site built once, served under its own headers, and Chromium.

Writes only below pytest's own temporary folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from accessibility_report import Tools
from accessibility_run import NAME, AccessibilityRun
from browser.axe import STANDARDS, axe_source, axe_version
from browser.chromium import MISSING, SWITCHES, find_chromium
from browser.site import SiteServer, addresses_in, one_of_each_kind
from dalamodellen.model.settings import EXAMPLE_FOLDER


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def html(real_html: Path) -> Path:
    """The real site as HTML."""
    return real_html


@pytest.fixture(scope="session")
def address(html: Path) -> Iterator[str]:
    """Where the site is served on this machine, without a slash at the end."""
    server = SiteServer(html)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def paths(html: Path) -> list[str]:
    """Every page of the site itself, as the path of its address."""
    return [path for path in addresses_in(html) if not path.startswith(f"/{EXAMPLE_FOLDER}/")]


@pytest.fixture(scope="session")
def kinds(html: Path) -> list[str]:
    """The longest page of each kind in each language; of the example what the site lacks."""
    return one_of_each_kind(addresses_in(html), html)


@pytest.fixture(scope="session")
def example_kinds(html: Path) -> list[str]:
    """The longest page of each kind in each language of the example."""
    example = [path for path in addresses_in(html) if path.startswith(f"/{EXAMPLE_FOLDER}/")]
    return one_of_each_kind(example, html)


@pytest.fixture
def accessibility_run(request: pytest.FixtureRequest) -> AccessibilityRun:
    """Where what axe saw is gathered."""
    run = request.config.pluginmanager.get_plugin(NAME)
    assert isinstance(run, AccessibilityRun)
    return run


@pytest.fixture
def tools(chromium: Browser) -> Tools:
    """What looks for faults, with versions."""
    return Tools(f"axe-core {axe_version()}", f"Chromium {chromium.version}", STANDARDS)


@pytest.fixture
def axe_page(page: Page) -> Page:
    """A page that holds axe-core, whatever is opened in it."""
    page.add_init_script(axe_source())
    return page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = find_chromium()
    if not program:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*SWITCHES])
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """An empty profile, so that no test sees what another did."""
    made = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def chromium_without_scripts(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """As `context`, with JavaScript off."""
    made = chromium.new_context(base_url=address, java_script_enabled=False)
    yield made
    made.close()
