# SPDX-License-Identifier: EUPL-1.2
"""What stands above the text of a page, for the renderer and the theme."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

LONGEST_DESCRIPTION = 200
_UNREADABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that JSON leaves as they are, but that YAML takes for line breaks or refuses."""


def front_matter(fields: Mapping[str, Any]) -> str:
    """Write front matter: JSON values, which are YAML that no word can break."""
    lines = [
        f"{name}: {_as_json(value)}"
        for name, value in fields.items()
        if value not in (None, "", [], {})
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def shortened(words_: str) -> str:
    """Give a description as short as those who show links want it, ended at a word."""
    text = " ".join(words_.split())
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",.;:–-") + " …"


def _as_json(value: Any) -> str:
    words_ = json.dumps(value, ensure_ascii=False)
    return _UNREADABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", words_)
