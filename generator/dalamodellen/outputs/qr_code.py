# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code, drawn dark on light whatever the scheme."""

from __future__ import annotations

import segno

from dalamodellen.outputs.safe_markdown import Markdown, escape

_QUIET = 4
"""Light squares around the code; readers of codes need so many."""


def qr_code(address: str, label: str) -> Markdown:
    """Draw an address as an SVG that stands in a page.

    Args:
        address: Where the code leads.
        label: What those who cannot see it are told.
    """
    rows = segno.make(address, error="m", micro=False).matrix
    side = len(rows) + 2 * _QUIET
    path = "".join(
        f"M{_QUIET + x},{_QUIET + y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return Markdown(
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{escape(label)}">'
        f'<path d="{path}"></path></svg>'
    )
