# SPDX-License-Identifier: EUPL-1.2
"""Writes docs/records.md, docs/issues.md and docs/schemas/ from the models (`make reference`).

Also writes docs/publicera.md, the guide that every new site has as PUBLICERA.md.
"""

from pathlib import Path

from dalamodellen.inputs.writer import write_schemas
from dalamodellen.outputs.exports.new_site import render_new_site
from dalamodellen.outputs.exports.reference import render_issue_reference, render_record_reference
from dalamodellen.outputs.exports.schemas import record_schemas

if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    (here / "records.md").write_text(render_record_reference(), encoding="utf-8")
    (here / "issues.md").write_text(render_issue_reference(), encoding="utf-8")
    guide = render_new_site("", "")["PUBLICERA.md"]
    (here / "publicera.md").write_text(guide, encoding="utf-8")
    write_schemas(record_schemas(), here / "schemas")
