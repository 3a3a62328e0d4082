# SPDX-License-Identifier: EUPL-1.2
"""From a folder on disk to texts that can be trusted to be texts.

Reads the files below `data/` and `content/`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dalamodellen.issues import Issue, Source

LARGEST_TEXT = 1_000_000
"""Bytes. A record or lesson this long is a mistake; a table may be ten times as long."""
LARGEST_TABLE = 10_000_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
TEXT_ENDINGS = frozenset(
    [
        ".csv",
        ".htm",
        ".html",
        ".ics",
        ".js",
        ".json",
        ".mjs",
        ".srt",
        ".svg",
        ".txt",
        ".vtt",
        ".xhtml",
        ".xml",
        ".yaml",
        ".yml",
    ]
)
"""Endings of attachments that are text."""
_SPOILED = re.compile("[ÃÂâ][\u0080-\u00bf\u2010-\u203a€™œž]")
"""What UTF-8 looks like when it is taken for Windows-1252."""
_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class TextFile:
    """A text with the path it was read from, able to quote its own lines."""

    path: str
    """Path from the root, with "/" between folders."""
    text: str
    """The whole text, with "\\n" line breaks and no byte-order mark."""
    lines: tuple[str, ...] = field(default=(), repr=False)
    """The text line by line, to quote from."""

    def issue(self, code: str, source: Source | None = None, **values: str) -> Issue:
        """Make an issue about this file, quoting the line it is about, if it is about one."""
        if source is None:
            # It is about the file as a whole, so no line of it says more than another.
            return Issue(code, Source(self.path), values)
        line = self.lines[source.line - 1] if 0 < source.line <= len(self.lines) else ""
        return Issue(code, source, values, line)


def find_files(root: Path, folder: str) -> tuple[list[Path], list[Issue]]:
    """List the files below a folder of the root, in an order no file system decides.

    Hidden files are passed over. A link that leads out of the root is an
    issue and is not followed.

    Returns:
        The files, sorted by path, and the issues.
    """
    files: list[Path] = []
    issues: list[Issue] = []
    top = root / folder
    real_root = root.resolve()
    if not _is_inside(top, real_root):
        return [], [Issue("link-out-of-folder", Source(folder), {"name": folder})]
    # Whatever is published must lie in its own folder, links followed.
    real_top = top.resolve()

    def unreadable(error: OSError) -> None:
        path = Path(error.filename or top)
        if path.exists():
            issues.append(_unreadable(path.relative_to(root).as_posix(), error))

    for parent, folder_names, names in os.walk(top, onerror=unreadable):
        here = Path(parent)
        folder_names[:] = _folders_to_walk(here, root, folder_names, issues)
        for name in sorted(names):
            if is_passed_over(name):
                continue
            issue = _check_file(here / name, root, real_top)
            if issue is None:
                files.append(here / name)
            else:
                issues.append(issue)
    return sorted(files, key=lambda path: path.relative_to(root).as_posix()), issues


def _folders_to_walk(here: Path, root: Path, names: list[str], issues: list[Issue]) -> list[str]:
    """Choose the folders to look into; a linked one can lead out, or round in a ring."""
    kept = []
    for name in sorted(names):
        if name.startswith("."):
            continue
        if (here / name).is_symlink():
            path = (here / name).relative_to(root).as_posix()
            issues.append(Issue("linked-folder", Source(path), {"name": path}))
        else:
            kept.append(name)
    return kept


def is_passed_over(name: str) -> bool:
    """Tell whether a file is hidden, or one that a program makes beside people's own."""
    return name.startswith(".") or name.endswith("~") or name.lower() in _IGNORED_NAMES


def is_own_file(path: Path) -> bool:
    """Tell whether a file is there, and lies in the folder it seems to lie in."""
    try:
        return path.is_file() and _is_inside(path, path.parent.resolve())
    except OSError:
        return False


def _check_file(file: Path, root: Path, real_top: Path) -> Issue | None:
    """See that a file can be told of and lies where it seems to lie."""
    shown = file.relative_to(root).as_posix()
    if not _is_text(shown):
        return Issue("name-not-utf-8", Source(repr(shown)[1:-1]))
    if _is_inside(file, real_top) and file.is_file():
        return None
    return Issue("link-out-of-folder", Source(shown), {"name": shown})


def _is_text(name: str) -> bool:
    """Tell whether a file's name is text that can be printed and become an address."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_inside(path: Path, real_root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(real_root)
    except (OSError, RuntimeError):
        return False


def read_text(
    root: Path, path: Path, *, largest: int = LARGEST_TEXT
) -> tuple[TextFile | None, list[Issue]]:
    """Read one file as UTF-8 text.

    Args:
        root: The folder that paths are told from.
        path: The file; must lie below `root`.
        largest: The largest size that is read, in bytes.

    Returns:
        The text, or None when it cannot be used, and the issues.
    """
    shown = path.relative_to(root).as_posix()
    place = Source(shown)
    try:
        size = path.stat().st_size
        if size > largest:
            values = {"size": f"{size / 1e6:.1f}", "limit": f"{largest / 1e6:.0f}"}
            return None, [Issue("file-too-large", place, values)]
        raw = path.read_bytes()
    except OSError as error:
        return None, [_unreadable(shown, error)]
    if path.suffix.lower() == ".csv":
        return _decode_table(shown, raw)
    return _decode(shown, raw)


def read_attachment(root: Path, path: Path) -> TextFile | None:
    """Read a file that is published as it is, as far as it is text; None when it is not."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST_TABLE else b""
    except OSError:
        # Publishing it will fail, and tells why.
        return None
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = raw.decode("utf-16" if is_wide else "utf-8-sig", "replace")
    return TextFile(path.relative_to(root).as_posix(), text, tuple(text.split("\n")))


def _unreadable(shown: str, error: OSError) -> Issue:
    if isinstance(error, PermissionError):
        return Issue("no-permission", Source(shown))
    return Issue("unreadable-file", Source(shown), {"reason": error.strerror or str(error)})


def _decode_table(shown: str, raw: bytes) -> tuple[TextFile | None, list[Issue]]:
    """Read a table the way spreadsheets save it.

    They begin UTF-8 with a byte order mark, end lines as Windows does, and some save in
    Windows-1252: nobody who saves a table can help that.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "ignore")
        is_whole = text.encode("cp1252") == raw
        if is_whole and not CONTROL.search(text) and not _SPOILED.search(text):
            file, found = _decode(shown, text.encode())
            return file, [Issue("windows-1252", Source(shown)), *found]
    return _decode(shown, raw)


def _decode(shown: str, raw: bytes) -> tuple[TextFile | None, list[Issue]]:
    issues = []
    if raw.startswith(b"\xef\xbb\xbf"):
        issues.append(Issue("byte-order-mark", Source(shown)))
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        column = len(before) - before.rfind("\n")
        source = Source(shown, before.count("\n") + 1, column)
        byte = f"0x{raw[error.start]:02x}"
        return None, [*issues, Issue("not-utf-8", source, {"byte": byte})]
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        issues.append(Issue("windows-line-breaks", Source(shown, line)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    file = TextFile(shown, text, tuple(text.split("\n")))
    if found := CONTROL.search(text):
        before = text[: found.start()]
        column = len(before) - before.rfind("\n")
        source = Source(shown, before.count("\n") + 1, column)
        return None, [
            *issues,
            file.issue("control-character", source, name=f"U+{ord(found[0]):04X}"),
        ]
    return file, issues


def iter_texts(
    root: Path, paths: list[Path], issues: list[Issue], *, largest: int = LARGEST_TEXT
) -> Iterator[TextFile]:
    """Read several files, adding what is wrong with them to `issues`."""
    for path in paths:
        file, found = read_text(root, path, largest=largest)
        issues.extend(found)
        if file is not None:
            yield file
