# SPDX-License-Identifier: EUPL-1.2
"""Writes docs/records.md and docs/issues.md from the models (`make reference`)."""

from pathlib import Path

from dalamodellen.outputs.exports.reference import render_issue_reference, render_record_reference

if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    (here / "records.md").write_text(render_record_reference(), encoding="utf-8")
    (here / "issues.md").write_text(render_issue_reference(), encoding="utf-8")
