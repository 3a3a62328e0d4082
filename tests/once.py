# SPDX-License-Identifier: EUPL-1.2
"""Makes what is costly once for a whole run, however many processes share the tests.

Writes only below pytest's own temporary folder.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(request: pytest.FixtureRequest, name: str, make: Callable[[Path], None]) -> Path:
    """Give what the first process that asked has made; the others wait for it.

    A process that fails leaves nothing, so the next one tries by itself and tells the same fault.

    Args:
        request: Of the fixture that asks; it knows the folder of this run and its processes.
        name: What it is called among all that is made once.
        make: Makes a file or a folder at the path it is given.
    """
    folder: Path = request.getfixturevalue("tmp_path_factory").getbasetemp()
    if hasattr(request.config, "workerinput"):
        # One of several processes: the folder above theirs is that of the whole run.
        folder = folder.parent
    made = folder / f"once-{name}"
    with (folder / f"once-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = folder / f"once-{name}.making"
            make(making)
            making.rename(made)
    return made
