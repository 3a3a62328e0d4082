# SPDX-License-Identifier: EUPL-1.2
"""What HTML a page may hold: tags, attributes and addresses that can run nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown as MarkdownConverter

from dalamodellen.outputs.quick_inline import QuickInline

EXTENSIONS: dict[str, dict[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "dalamodellen.outputs.markdown_tables": {},
    "dalamodellen.outputs.void_tags": {},
    "def_list": {},
    "footnotes": {"SEPARATOR": "-"},
    "md_in_html": {},
    "sane_lists": {},
    "toc": {"permalink": False},
    "pymdownx.highlight": {"use_pygments": True, "noclasses": False},
    "pymdownx.superfences": {},
}
"""Markdown extensions, the same as in mkdocs.yml (a test holds them together)."""

ALLOWED_TAGS = frozenset(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
ALLOWED_ATTRIBUTES = frozenset(
    [
        "abbr",
        "alt",
        "cite",
        "class",
        "colspan",
        "datetime",
        "decoding",
        "dir",
        "height",
        "href",
        "hreflang",
        "id",
        "lang",
        "loading",
        "markdown",
        "open",
        "rel",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "span",
        "src",
        "start",
        "tabindex",
        "title",
        "type",
        "value",
        "width",
        "for",
        "checked",
        "disabled",
    ]
)
_SAFE_ADDRESS = re.compile(
    r"(?![/\\]{2})(?:https?:|mailto:|tel:|[^:/?#]*(?:[/?#]|$))", re.IGNORECASE
)
_SAFE_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+\Z")
_MARK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f<&{}\[\]\\`~^]")
"""What begins HTML, attributes, links, code and references, or hides it."""
_BOX = re.compile(r"^ {0,3}[-*] \[[ xX]\](?= )", re.MULTILINE)
_PLAIN_LINK = re.compile(
    r"\[[^\x00-\x1f<&{}\[\]\\`~^!()]+\]"
    r"\((?:https?://|mailto:|tel:\+?)?[\w.#-][\w.,/#%=?@+-]*\)",
    re.ASCII,
)


def is_allowed_attribute(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute may stand in a page, with its value."""
    if name in ("href", "src", "cite"):
        return is_safe_address(value) or (tag == "img" and bool(_SAFE_IMAGE.match(value)))
    return name in ALLOWED_ATTRIBUTES or name.startswith(("aria-", "data-"))


def is_safe_address(address: str) -> bool:
    """Tell whether an address leads to a page, a mail or a telephone, and runs nothing."""
    plain = html.unescape(address)
    # Browsers pass over these characters within a scheme.
    plain = re.sub(r"[\x00-\x20\u00ad\u200b-\u200f\u2028-\u202f\ufeff]", "", plain)
    return bool(_SAFE_ADDRESS.match(plain))


def new_converter(
    extensions: Sequence[str] = tuple(EXTENSIONS),
    settings: Mapping[str, Mapping[str, Any]] = EXTENSIONS,
) -> MarkdownConverter:
    """Make a converter with the extensions both renderers use, or with those of one of them."""
    return MarkdownConverter(
        extensions=[*extensions, QuickInline()],
        extension_configs={name: dict(given) for name, given in settings.items()},
    )


def is_plain(text: str) -> bool:
    """Tell whether a Markdown text cannot become anything unsafe, whatever a converter does.

    Without `<` and `&` it holds no HTML; without braces no attributes; without
    backslashes, backticks and control characters nothing is hidden from that. What is left of
    links, whose brackets all belong together, leads to pages, mail and telephones
    only. Every other text is converted, and its HTML is looked through.
    """
    return not _MARK.search(_PLAIN_LINK.sub("", _BOX.sub("", text)))


def find_unsafe(html_text: str) -> Iterator[str]:
    """Look through finished HTML for tags, attributes and addresses that are not allowed.

    This is the gate behind `make_safe`: it sees what a browser would see,
    whatever way the Markdown took to become it.
    """
    gate = _Gate()
    gate.feed(html_text)
    gate.close()
    yield from gate.found


class _Gate(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.found.append(f"<{tag}>")
        self.found += [
            f"<{tag} {name}>"
            for name, value in attrs
            if not is_allowed_attribute(tag, name, value or "")
        ]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_comment(self, data: str) -> None:
        # Browsers and this parser do not agree on where a comment ends.
        self.found.append(f"<!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl[:20]}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data[:20]}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data[:20]}")
