# SPDX-License-Identifier: EUPL-1.2
"""Reads which addresses have been published, and where those that moved lead now.

Reads `data/addresses.txt` and `data/redirects.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dalamodellen.inputs.text_reader import LARGEST_TABLE, TextFile, is_own_file, iter_texts
from dalamodellen.inputs.yaml_reader import parse_yaml
from dalamodellen.issues import Issue, Source
from dalamodellen.model.address import (
    ADDRESSES_PATH,
    EXTERNAL,
    REDIRECTS_PATH,
    ListedAddress,
    Redirect,
    same_form,
    tidy_address,
)


def read_addresses(
    root: Path, site_url: str, issues: list[Issue]
) -> tuple[tuple[ListedAddress, ...], tuple[Redirect, ...]]:
    """Read the published addresses and the redirects of a site; neither file must be there.

    Args:
        root: The folder with `data/`.
        site_url: The address of the whole site, "" when it is not known.
        issues: What is wrong with the files is added to it.

    Returns:
        The lines of `data/addresses.txt` and those of `data/redirects.yml`, in their order.
    """
    listed: tuple[ListedAddress, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    for path in (root / ADDRESSES_PATH, root / REDIRECTS_PATH):
        if not is_own_file(path):
            continue
        for file in iter_texts(root, [path], issues, largest=LARGEST_TABLE):
            if file.path == ADDRESSES_PATH:
                listed = tuple(_parse_addresses(file, site_url, issues))
            else:
                redirects = tuple(_parse_redirects(file, site_url, issues))
    return listed, redirects


def _parse_addresses(file: TextFile, site_url: str, issues: list[Issue]) -> Iterator[ListedAddress]:
    """Give each line that is not blank and no comment; an address twice is no harm."""
    for number, line in enumerate(file.lines, 1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        source = Source(file.path, number, line.index(written) + 1, len(written))
        if issue := _check_form(file, source, written, site_url):
            issues.append(issue)
        else:
            yield ListedAddress(same_form(written), source)


def _parse_redirects(file: TextFile, site_url: str, issues: list[Issue]) -> Iterator[Redirect]:
    node, found = parse_yaml(file)
    issues += found
    if node is None or (node.fields is None and node.items is None and node.scalar is None):
        # Nothing but comments: nothing has moved yet.
        return
    if node.fields is None:
        given = file.lines[node.source.line - 1].strip()
        issues.append(file.issue("not-fields", node.source, name="", given=given))
        return
    seen: dict[str, Source] = {}
    for written, value in node.fields.items():
        place = node.keys[written]
        if value.scalar is None:
            is_empty = value.items is None and value.fields is None
            code = "empty-value" if is_empty else "not-text"
            issues.append(file.issue(code, place if is_empty else value.source, name=written))
            continue
        wrong = [
            _check_form(file, place, written, site_url),
            None
            if value.scalar.startswith(EXTERNAL) and not _is_own(value.scalar, site_url)
            else _check_form(file, value.source, value.scalar, site_url, may_have_anchor=True),
        ]
        issues += [issue for issue in wrong if issue]
        old = same_form(written)
        if old in seen:
            first = str(seen[old].line)
            issues.append(file.issue("duplicate-key", place, name=written, first=first))
        elif not any(wrong):
            line = file.lines[place.line - 1]
            yield Redirect(old, _target(value.scalar), place, value.source, line)
        seen.setdefault(old, place)


def _target(written: str) -> str:
    if written.startswith(EXTERNAL):
        return written
    path, mark, anchor = written.partition("#")
    return same_form(path) + mark + anchor


def _is_own(written: str, site_url: str) -> bool:
    return bool(site_url) and f"{written}/".startswith(site_url)


def _check_form(
    file: TextFile, source: Source, written: str, site_url: str, *, may_have_anchor: bool = False
) -> Issue | None:
    """See that something is an address of this site, in the one form such addresses have."""
    right = tidy_address(written, site_url)
    path, _, anchor = written.partition("#")
    is_whole = "?" not in written and (may_have_anchor or not anchor)
    if right and is_whole and same_form(path) == right.partition("#")[0]:
        return None
    if written.startswith("http://") and may_have_anchor and not right:
        right = EXTERNAL + written.removeprefix("http://")
    elif not may_have_anchor:
        right = right.partition("#")[0]
    return file.issue("not-a-site-address", source, given=written, nearest=right)
