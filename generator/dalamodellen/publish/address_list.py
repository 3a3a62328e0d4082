# SPDX-License-Identifier: EUPL-1.2
"""Keeps the list of every address that has been published. Lines are added, never taken away.

Reads and writes `data/addresses.txt` below the root, and while writing a file beside it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dalamodellen.model.address import ADDRESSES_PATH, same_form

try:
    import fcntl
except ImportError:  # pragma: no cover - systems without it
    fcntl = None  # type: ignore[assignment]

HEAD = """\
# Alla adresser som har publicerats, en på varje rad. Bygget lägger till nya; ta inte bort några.
# En adress som inte längre har någon sida får en rad i data/redirects.yml, så att länkar till den lever.
# Bokstäver skrivs som de läses, också å, ä och ö. Bara tecken som annars betyder något (mellanslag,
# procent, frågetecken, nummertecken) är procentkodade: ett mellanslag är %20.
"""


def add_addresses(root: Path, addresses: Iterable[str]) -> int:
    """Add the addresses that are not listed yet, each in its place in the alphabet.

    The file is replaced whole or not at all, and two builds take turns. A
    root without `data/` has no list.

    Args:
        root: The folder of the site.
        addresses: What has just been published, in the form of the list.

    Returns:
        How many lines were added.

    Raises:
        OSError: the list cannot be written; it is left as it was.
    """
    path = root / ADDRESSES_PATH
    if not path.parent.is_dir():
        return 0
    with _taking_turns(path.parent):
        before = path.read_text("utf-8") if path.exists() else HEAD
        lines = before.splitlines()
        listed = {same_form(line.strip()) for line in lines if _is_address(line)}
        new = sorted(set(addresses) - listed)
        if new:
            _replace(path, "\n".join([*_merged(lines, new), ""]))
        return len(new)


def _is_address(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")


def _merged(lines: list[str], new: list[str]) -> Iterator[str]:
    """Give all lines as they stand, with each new one before the first that comes after it."""
    waiting = list(new)
    for line in lines:
        while waiting and _is_address(line) and waiting[0] < line.strip():
            yield waiting.pop(0)
        yield line
    yield from waiting


def _replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
    if path.is_symlink():
        raise OSError(f"{path.name} is a link to another file")
    # Whoever may do everything may also write what is write-protected; that is asked for apart.
    if path.exists() and not (path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise PermissionError(13, "write-protected", str(path))
    # One name only, and hidden: what a killed build left is cleared away by the next.
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _taking_turns(folder: Path) -> Iterator[None]:
    """Let one build at a time work on a folder, where the system can; a kill ends the turn."""
    if fcntl is None:  # pragma: no cover - systems without it
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
