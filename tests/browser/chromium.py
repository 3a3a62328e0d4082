# SPDX-License-Identifier: EUPL-1.2
"""Where Chromium is on this machine; run alone it says so, or how to get one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
"""A browser that asks nobody anything and needs no graphics card."""
MISSING = (
    "Webbläsaren Chromium saknas, och testerna behöver den. På Debian och Ubuntu: "
    "sudo apt install chromium. Finns den någon annanstans: ange sökvägen i CHROMIUM."
)


def find_chromium() -> str | None:
    """Give the browser that CHROMIUM names, else the first with a usual name."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


if __name__ == "__main__":
    found = find_chromium()
    if not found:
        sys.exit(MISSING)
    sys.stdout.write(found + "\n")
