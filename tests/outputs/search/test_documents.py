# SPDX-License-Identifier: EUPL-1.2
"""What the search knows of a page of a site: whether it is over, and whether it only gathers others."""

from __future__ import annotations

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.outputs.search.pages import documents_of

EVENT = "title: {title}\nkind: seminar\nsummary: S\nperiod: {start}\nstatus: open\n{more}"


def test_what_has_been_held_is_past_and_what_comes_again_is_not(small_site: SmallSite) -> None:
    published = "publication: {status: published, approved_by: red, approved_on: 2026-01-01}\n"
    events = {"forr": "2026-03-02", "sedan": "2027-03-02"}
    root = small_site(
        {
            "data/site.yml": "name: W\n",
            "content/om.md": "# Om\n\nText.\n",
            **{
                f"data/events/{name}.yml": EVENT.format(title=name, start=start, more=published)
                for name, start in events.items()
            },
        }
    )
    build = build_site(root, today=TODAY)
    assert [one.code for one in build.issues if one.severity == "error"] == []
    documents = {one.url: one for one in documents_of(build.files, build.site)}
    assert documents["/kalender/forr/"].is_past
    assert not documents["/kalender/sedan/"].is_past
    assert documents["/kalender/"].is_list
    assert not documents["/om/"].is_list
