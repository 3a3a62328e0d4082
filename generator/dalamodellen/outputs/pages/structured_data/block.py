# SPDX-License-Identifier: EUPL-1.2
"""Things in the words of schema.org, put together to a block that nothing in it can close."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dalamodellen.model.money import Money
from dalamodellen.model.period import PartialDate
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.text import Text
from dalamodellen.outputs.feed_addresses import whole_address
from dalamodellen.outputs.pages.page import Page

Node = dict[str, Any]
"""One thing: its type and what is said about it."""
CONTEXT = "https://schema.org"
LICENCE_OF_TEXTS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_OF_NUMBERS = "https://creativecommons.org/publicdomain/zero/1.0/"
_MEANS_SOMETHING_IN_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def in_head(*nodes: Node) -> dict[str, str]:
    """Give the front matter that puts things in the head of a page.

    The block is data: a browser runs nothing of it, so the site's strict policy lets it stand. No
    sign that means something in HTML is left in it, so nothing from a record can close it.
    """
    if not nodes:
        return {}
    about: Node = nodes[0] if len(nodes) == 1 else {"@graph": list(nodes)}
    text = json.dumps({"@context": CONTEXT, **about}, ensure_ascii=False, separators=(",", ":"))
    for sign, written in _MEANS_SOMETHING_IN_HTML.items():
        text = text.replace(sign, written)
    return {"structured": text}


def node(kind: str, **said: Any) -> Node:
    """Say of a thing what is known; what is not known is left out."""
    known = {name: value for name, value in said.items() if value not in (None, "", [], {}, ())}
    return {"@type": kind, **known}


def address_of(page: Page, uri: str) -> str:
    """Give the address of a page or file: the whole one, or the way to it from this page."""
    path, mark, anchor = uri.partition("#")
    whole = whole_address(page.site, page.language, path)
    return f"{whole}{mark}{anchor}" if whole else str(page.href(uri))


def words(page: Page, text: Text | None) -> str | Node:
    """Give the words of a text, with their language where it is not the page's."""
    if text is None:
        return ""
    plain, language = page.plain(text), page.language_of(text)
    return {"@language": language, "@value": plain} if language else plain


def name_of(page: Page, text: Text) -> str | Node:
    """Name a thing; on a demonstration site with the words that all of it is made up."""
    if not page.site.settings.is_example:
        return words(page, text)
    told = f"{page.translate(EXAMPLE_MARK)}: {page.plain(text)}"
    language = page.language_of(text)
    return {"@language": language, "@value": told} if language else told


def day(when: PartialDate | None) -> str:
    """Write a date as far as schema.org's dates go: a whole day."""
    return when.iso if when is not None and when.is_whole else ""


def price(money: Money | None) -> Mapping[str, str]:
    """Say what something costs, where the sum is exact enough to be asked for."""
    if money is None:
        return {}
    amount = money.amount
    return {
        "price": f"{amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount}",
        "priceCurrency": money.currency.value,
    }


def publisher(page: Page) -> Node | None:
    """Name who answers for the site."""
    owner = page.site.settings.owner
    return node("Organization", name=words(page, owner.name)) if owner else None
