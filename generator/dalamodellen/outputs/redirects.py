# SPDX-License-Identifier: EUPL-1.2
"""An address once published never dies: it has a page, or it leads to where that page is now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dalamodellen.issues import Issue, nearest
from dalamodellen.model.address import EXTERNAL, Redirect
from dalamodellen.model.record import Language
from dalamodellen.model.site import Site
from dalamodellen.outputs.addresses import is_reserved, published_addresses

_MOST_GUESSED = 50
"""Vanished addresses that get a guess each; comparing thousands with thousands takes minutes."""


def resolve_redirects(site: Site, languages: Sequence[str]) -> dict[str, str]:
    """Give where every old address leads in the end.

    A line about `/projekt/gammal/` holds in every language; one that names a
    language's own address goes before it. What was moved twice leads straight
    to where it is now.

    Args:
        site: The checked site.
        languages: The languages that are built; addresses in others are left out.

    Returns:
        Old address → new address, in order of the old one. Lines that go round in a
        ring, or that an existing page stands in the way of, are left out.
    """
    published = published_addresses(site)
    steps = _steps(site, published)
    ends = {old: _end(old, steps) for old in steps if language_at(site, old) in languages}
    return {
        old: new for old, new in sorted(ends.items()) if new is not None and old not in published
    }


def language_at(site: Site, address: str) -> str:
    """Tell in which language's tree an address lies."""
    tree = address.split("/")[1]
    return tree if tree in site.languages else site.main_language


def check_promises(site: Site) -> Iterator[Issue]:
    """Every address that was published has a page or leads to one, and every redirect leads on."""
    published = published_addresses(site)
    steps = _steps(site, published)
    for redirect in site.redirects:
        yield from _check_redirect(redirect, steps, published)
    yield from _check_listed(site, steps, published)


# -- redirects ----------------------------------------------------------------


def is_page_like(address: str) -> bool:
    """Tell whether a page can stand at an address; a picture's or a document's holds none."""
    name = address.rpartition("/")[2]
    return "." not in name or name.lower().endswith((".html", ".htm"))


def is_same_kind(old: str, new: str) -> bool:
    """Tell whether a file has only moved within the site, so that a copy can stand at both places."""
    endings = {posixpath.splitext(address)[1].lower() for address in (old, new)}
    return not new.startswith(EXTERNAL) and len(endings) == 1


def _steps(site: Site, published: frozenset[str]) -> dict[str, str]:
    """Give every line of data/redirects.yml in every language it holds for."""
    steps = {one.old: one.new for one in site.redirects}
    trees = [f"/{language}" for language in site.languages[1:]]
    dropped = _dropped_trees(site, published)
    of_all_trees = {
        one.old: one.new
        for one in site.redirects
        if language_at(site, one.old) == site.main_language
        and is_page_like(one.old)
        and one.old not in dropped
    }
    for old, new in of_all_trees.items():
        path = new.partition("#")[0]
        for tree in trees:
            has_own = path in of_all_trees or tree + path in published or tree + path in steps
            steps.setdefault(tree + old, tree + new if has_own else new)
    for tree in dropped:
        if target := steps.pop(tree, None):
            for listed in site.listed_addresses:
                if listed.address.startswith(tree):
                    rest = target + listed.address.removeprefix(tree)
                    exists = rest in published or rest in steps
                    steps.setdefault(listed.address, rest if exists else target)
    return steps


def _end(old: str, steps: Mapping[str, str]) -> str | None:
    """Follow a redirect to its end; None when it never ends."""
    way = _way(old, steps)
    return None if way[-1].partition("#")[0] in steps else way[-1]


def _way(old: str, steps: Mapping[str, str]) -> list[str]:
    """List the addresses a redirect leads over, until its end or an address that was passed."""
    way = [steps[old]]
    seen = {old}
    while (path := way[-1].partition("#")[0]) in steps and path not in seen:
        seen.add(path)
        way.append(steps[path])
    return way


def _check_redirect(
    redirect: Redirect, steps: Mapping[str, str], published: frozenset[str]
) -> Iterator[Issue]:
    old, path = redirect.old, redirect.new.partition("#")[0]
    if (
        not published.isdisjoint((old, f"{old}/"))
        or is_reserved(old)
        or _is_below_file(old, published)
    ):
        values = {"address": old}
        yield Issue("redirect-from-page", redirect.old_source, values, redirect.line)
    elif old in steps and _way(old, steps)[-1].partition("#")[0] == old:
        yield Issue("redirect-loop", redirect.old_source, {"address": old}, redirect.line)
    elif not redirect.is_external and path not in published and path not in steps:
        exact = f"{path}/" if f"{path}/" in published else ""
        close = exact or _nearest_address(path, published)
        values = {"address": path, "nearest": close}
        yield Issue("redirect-to-nowhere", redirect.new_source, values, redirect.line)
    elif not is_page_like(old) and not is_same_kind(old, steps[old]):
        values = {"address": old, "name": posixpath.splitext(old)[1]}
        yield Issue("redirect-of-file", redirect.old_source, values, redirect.line)


def _is_below_file(address: str, published: frozenset[str]) -> bool:
    """Tell whether a part of an address is a file of the site, so that nothing can lie below it."""
    parts = address.strip("/").split("/")
    return any("/" + "/".join(parts[:number]) in published for number in range(1, len(parts) + 1))


# -- what has been published --------------------------------------------------------


@dataclass(frozen=True)
class _Vanished:
    """What is asked of each listed address."""

    trees: tuple[str, ...]
    listed: frozenset[str]
    kept: frozenset[str]

    def is_told_elsewhere(self, address: str) -> bool:
        """Whether the same address in the main language is gone too: one line mends both."""
        tree = next((tree for tree in self.trees if address.startswith(tree)), "")
        twin = "/" + address.removeprefix(tree)
        return bool(tree) and twin in self.listed and twin not in self.kept


def _check_listed(
    site: Site, steps: Mapping[str, str], published: frozenset[str]
) -> Iterator[Issue]:
    dropped = _dropped_trees(site, published)
    kept = published | steps.keys()
    listed = frozenset(one.address for one in site.listed_addresses)
    ask = _Vanished(tuple(f"/{one}/" for one in site.languages[1:]), listed, kept)
    guessed = 0
    told: set[str] = set()
    languages_told: set[str] = set()
    for one in site.listed_addresses:
        address = one.address
        if address in kept or address in told or is_reserved(address):
            continue
        told.add(address)
        tree = next((tree for tree in dropped if address.startswith(tree)), "")
        if tree and tree not in languages_told:
            languages_told.add(tree)
            number = sum(other.startswith(tree) for other in listed - kept)
            values = {"name": tree.strip("/"), "number": str(number)}
            yield Issue("language-vanished", one.source, values, address)
        if tree or ask.is_told_elsewhere(address):
            continue
        guessed += 1
        close = _nearest_address(address, published) if guessed <= _MOST_GUESSED else ""
        yield Issue("address-vanished", one.source, {"address": address, "nearest": close}, address)


def _dropped_trees(site: Site, published: frozenset[str]) -> list[str]:
    """List the folders of languages that have been published, and have no folder any more."""
    trees = [f"/{one.value}/" for one in Language if one.value not in site.languages[1:]]
    return [
        tree
        for tree in trees
        if any(one.address.startswith(tree) for one in site.listed_addresses)
        and not any(address.startswith(tree) for address in published)
    ]


def _nearest_address(address: str, published: frozenset[str]) -> str:
    """Guess what a vanished address is now: by its last name, else the page above it."""
    kind = is_page_like(address)
    name = posixpath.basename(address.rstrip("/"))
    by_name: dict[str, str] = {}
    # Among addresses with one name, that which lies nearest to the old one goes first.
    for other in sorted(published, key=lambda one: (-_shared(one, address), len(one), one)):
        if other != "/" and is_page_like(other) == kind:
            by_name.setdefault(posixpath.basename(other.rstrip("/")), other)
    if close := nearest(name, by_name):
        return by_name[close]
    above = posixpath.dirname(address.rstrip("/"))
    while above.strip("/"):
        if f"{above}/" in published:
            return f"{above}/"
        above = posixpath.dirname(above)
    return ""


def _shared(one: str, other: str) -> int:
    return len(posixpath.commonpath([one, other]))
