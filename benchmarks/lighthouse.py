# SPDX-License-Identifier: EUPL-1.2
"""What Lighthouse says of our pages on a slow telephone, beside plain Material in the same run.

Run: PATH=$PWD/.venv/bin:$PATH npm ci --prefix benchmarks
     .venv/bin/python benchmarks/lighthouse.py [--runs 5] [--site-dir site]

Lighthouse's own mobile settings: a screen of 412 pixels, 1.6 Mbit/s, 150 ms there and
back, a processor four times as slow; the median of the runs, in which all pages take
turns. Both sites are served from this machine, compressed, ours with the headers of its
`_headers`. The peer is the lesson of benchmarks/build.py in plain Material, with the
fonts of the device. Chromium is the one of the browser tests, and it knows no other
address than this machine's: a page that asked elsewhere would fail its run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from build import make_peer
from site_server import served

REPOSITORY = Path(__file__).resolve().parent.parent
LIGHTHOUSE = REPOSITORY / "benchmarks/node_modules/lighthouse/cli/index.js"
FINDER = REPOSITORY / "tests/browser/chromium.py"
OURS = {
    "home": "/",
    "lesson": "/lektioner/skicka-e-faktura-till-kommunen/",
    "project": "/projekt/dalalyft/",
    "project with charts": "/projekt/lc-komp/",
    "longest project": "/projekt/tre-m/",
    "catalogue": "/projekt/",
    "home, nb": "/nb/",
    "catalogue, nb": "/nb/projekt/",
}
PEER = {"home": "/", "lesson": "/lektioner/lektion-1/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    # Nothing has an address but this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True)
class Measured:
    """What one run, or the median of several, says of a page."""

    scores: tuple[float, ...]
    """Of 100, in the order of `CATEGORIES`."""
    lcp_seconds: float
    """When the largest part in the window was drawn."""
    blocked_ms: float
    """How long the page could not answer."""
    shift: float
    """How much moved while it was opened."""
    sent_kb: float
    """All that was sent, with headers."""
    lacking: tuple[str, ...]
    """Audits that did not pass in full."""


def measure(url: str, chromium: str, folder: Path) -> Measured:
    """Let Lighthouse open a page once, in an empty profile."""
    report = folder / "report.json"
    flags = " ".join(f"'{one}'" if " " in one else one for one in SWITCHES)
    subprocess.run(
        [
            node(),
            str(LIGHTHOUSE),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            "--no-enable-error-reporting",
            f"--chrome-flags={flags}",
        ],
        check=True,
        env={**os.environ, "CHROME_PATH": chromium, "HOME": str(folder), "CI": "1"},
    )
    return read_report(json.loads(report.read_text("utf-8")))


def node() -> str:
    """Give the Node of the tests, else the machine's own."""
    own = Path(sys.executable).with_name("node")
    return str(own) if own.is_file() else "node"


def read_report(report: dict) -> Measured:
    """Take from Lighthouse's report what the table shows."""
    if report.get("runtimeError"):
        raise RuntimeError(report["runtimeError"]["message"])
    audits = report["audits"]
    weighed = {
        one["id"]
        for name in CATEGORIES
        for one in report["categories"][name]["auditRefs"]
        if one["weight"]
    }
    return Measured(
        tuple(100 * report["categories"][name]["score"] for name in CATEGORIES),
        audits["largest-contentful-paint"]["numericValue"] / 1_000,
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-byte-weight"]["numericValue"] / 1_000,
        tuple(
            name
            for name in sorted(weighed)
            if (audits[name]["score"] or 0) < 1
            and audits[name]["scoreDisplayMode"] in ("binary", "numeric", "metricSavings")
        ),
    )


def middle(found: list[Measured]) -> Measured:
    """Give the median of each figure, and every audit that did not pass in any run."""
    scores = zip(*(one.scores for one in found), strict=True)
    return Measured(
        tuple(statistics.median(each) for each in scores),
        statistics.median(one.lcp_seconds for one in found),
        statistics.median(one.blocked_ms for one in found),
        statistics.median(one.shift for one in found),
        statistics.median(one.sent_kb for one in found),
        tuple(sorted({name for one in found for name in one.lacking})),
    )


def print_table(found: Mapping[tuple[str, str], list[Measured]]) -> None:
    """Print a row for each page, and what did not pass in full below."""
    print(
        "| who | page | performance | accessibility | best practices | SEO | LCP, s (min–max) | TBT, ms | CLS | sent, kB |"
    )
    print("| :-- | :-- | --: | --: | --: | --: | --: | --: | --: | --: |")
    for (who, page), runs in found.items():
        one = middle(runs)
        times = [run.lcp_seconds for run in runs]
        scores = " | ".join(f"{score:.0f}" for score in one.scores)
        print(
            f"| {who} | {page} | {scores} | {one.lcp_seconds:.2f} ({min(times):.2f}–{max(times):.2f})"
            f" | {one.blocked_ms:.0f} | {one.shift:.3f} | {one.sent_kb:.0f} |"
        )
    print("| | goal | 100 | 100 | 100 | 100 | ≤ 1.00 | 0 | 0 | |\n")
    for (who, page), runs in found.items():
        lacking = ", ".join(middle(runs).lacking)
        print(f"{who}, {page}: {lacking or 'everything passed'}")


def build_sites(folder: Path, built: Path | None) -> dict[str, Path]:
    """Build both sites; ours is taken as it is when it is there already."""
    peer = folder / "peer"
    make_peer(peer, 18, ["sv"])
    command = ["mkdocs", "build", "--quiet", "-f", "sv.yml"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", *command], cwd=peer, env=quiet, check=True)
    ours = built or folder / "ours"
    if not built:
        command = ["dalamodellen", "build", "--site-dir", str(ours)]
        subprocess.run([sys.executable, "-m", *command], cwd=REPOSITORY, check=True)
    return {"Dalamodellen": ours, "Material": peer / "site/sv"}


def main() -> None:
    """Print a table of all pages, ours and the peer's."""
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--site-dir", type=Path, help="a site that is built already")
    given = options.parse_args()
    if not LIGHTHOUSE.is_file():
        sys.exit("Lighthouse is not installed: npm ci --prefix benchmarks")
    chromium = subprocess.run(
        [sys.executable, str(FINDER)], check=True, capture_output=True, text=True
    ).stdout.strip()
    found: dict[tuple[str, str], list[Measured]] = {}
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        sites = build_sites(folder, given.site_dir)
        pages = {"Dalamodellen": OURS, "Material": PEER}
        at = {who: stack.enter_context(served(sites[who])) for who in sites}
        for _ in range(given.runs):
            for who, addresses in pages.items():
                for page, path in addresses.items():
                    runs = found.setdefault((who, page), [])
                    runs.append(measure(at[who] + path, chromium, folder))
    print_table(found)


if __name__ == "__main__":
    main()
