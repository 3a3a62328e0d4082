# SPDX-License-Identifier: EUPL-1.2
"""Joins the scripts of the search into the one file that a browser's worker reads.

Reads `theme/search/`. A worker that imports its modules would need one more
round trip for each step; in one file they come at once, and lunr with them.
"""

from __future__ import annotations

import re
from functools import cache

from dalamodellen.shipped import theme_folder

SEARCH_WORKER = "assets/search/worker.js"
MODULES = (
    "letters",
    "stems",
    "typos",
    "store",
    "query",
    "ranking",
    "snippets",
    "answers",
    "worker",
)
"""In an order where each imports only what stands before it."""
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//[^\n]*\n|/\*\*.*?\*/\s*", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ ]+|\n(?=\n)", re.MULTILINE)


@cache
def join_search_worker() -> str:
    """Join lunr and our modules, each in a scope of its own, without comments."""
    folder = theme_folder() / "search"
    lunr = (folder / "lunr.min.js").read_text("utf-8")
    parts = [lunr.strip(), '"use strict";']
    parts += [_scoped(name, (folder / f"{name}.js").read_text("utf-8")) for name in MODULES]
    return "\n".join(parts) + "\n"


def _scoped(name: str, text: str) -> str:
    """Turn a module into a function that gives what the module exports."""
    exported = _EXPORT.findall(text)
    text = _COMMENT.sub("", text)
    text = _IMPORT.sub(lambda found: f"const {{{found[1]}}} = ${found[2]};\n", text)
    text = _INDENT.sub("", _EXPORT.sub("", text)).strip()
    return f"const ${name} = (() => {{\n{text}\nreturn {{ {', '.join(exported)} }};\n}})();"
