# SPDX-License-Identifier: EUPL-1.2
"""Files for the host of the site and for search engines: redirects, headers, robots.txt."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from dalamodellen.model.address import EXTERNAL, encoded_address

CONTENT_SECURITY_POLICY = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
)
"""What a page may load, and from where: files of the site, and nothing that stands in the page."""
_ONLY_IN_HEADERS = frozenset({"frame-ancestors", "report-uri", "sandbox"})


def policy(*, is_in_page: bool = False) -> str:
    """Give the policy in one line, for a header or for a page's own head.

    Args:
        is_in_page: Whether to leave out what browsers only heed in a header.
    """
    return "; ".join(
        f"{name} {value}"
        for name, value in CONTENT_SECURITY_POLICY
        if not (is_in_page and name in _ONLY_IN_HEADERS)
    )


_HEADERS = {
    "/*": {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    },
    # Names do not change with the content, so nothing may be kept for ever; fonts change least.
    "/assets/fonts/*": {"Cache-Control": "public, max-age=2592000"},
    "/assets/print.css": {"Cache-Control": "public, max-age=600"},
    "/assets/site.css": {"Cache-Control": "public, max-age=600"},
    "/assets/site.js": {"Cache-Control": "public, max-age=600"},
}


def render_redirects_file(redirects: Mapping[str, str], root_url: str) -> str:
    """Give `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages read.

    Args:
        redirects: Old address → new address, or an address elsewhere.
        root_url: The address of the whole site, "" when it is not known.
    """
    lines = []
    for old, new in redirects.items():
        target = new if new.startswith(EXTERNAL) else _below(root_url, new)
        lines.append(f"{_below(root_url, old)} {target} 301\n")
    return "".join(lines)


def render_headers_file(root_url: str) -> str:
    """Give `_headers`, which Netlify and Cloudflare Pages read: what browsers may do with a page."""
    blocks = []
    for path, headers in _HEADERS.items():
        rows = "".join(f"  {name}: {value}\n" for name, value in headers.items())
        blocks.append(f"{urlsplit(root_url).path.rstrip('/')}{path}\n{rows}")
    return "\n".join(blocks)


def render_robots(root_url: str, *, has_sitemap: bool) -> str:
    """Give `robots.txt`: everything may be read, and where the sitemap is."""
    sitemap = f"\nSitemap: {root_url}sitemap.xml\n" if has_sitemap else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _below(root_url: str, address: str) -> str:
    return urlsplit(root_url).path.rstrip("/") + encoded_address(address)
