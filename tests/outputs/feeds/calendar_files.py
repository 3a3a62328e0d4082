# SPDX-License-Identifier: EUPL-1.2
"""A small site whose calendar has what is hard: summer time, midnight, whole days, two countries, a long series."""

from __future__ import annotations

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

OUT = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: Dal\nlanguages: [sv, nb]\nurl: https://example.org/dal\n",
    "data/topics/ekonomi.yml": "title: Ekonomi\nsummary: Om pengar.\n",
    "data/organisations/kursgarden.yml": "title: Kursgården\nmunicipality: falun\n",
    "data/organisations/kurshuset.yml": "title: Kurshuset\nmunicipality: lillehammer\ncountry: NO\n",
    "data/projects/lyft.yml": "title: Lyftet\nstatus: ongoing\nsummary: Ett projekt.\n" + OUT,
    "data/courses/rakna.yml": "title: Räkna; lär, pröva\ntype: open\ntopic: ekonomi\nproject: lyft\n"
    "summary: Ta med C:\\Nytt\\jobb.\n" + OUT,
    "data/instances/rakna.csv": "id,start,end,start_time,end_time,municipality,address,booking_url,status,revision\n"
    # The night when summer time begins, and the one when it ends.
    "var,2027-03-27,2027-03-28,22:00,04:00,falun,Kursgården,https://example.org/boka,open,2\n"
    "host,2027-10-30,2027-10-31,22:00,04:00,lillehammer,,,open,\n"
    "midnatt,2027-06-01,2027-06-02,18:00,00:00,falun,,,full,\n"
    "hel,2027-05-03,,,,falun,,,planned,\n"
    "helg,2027-05-08,2027-05-09,,,falun,,,open,\n"
    "lang,2027-05-15,2027-05-16,09:00,,falun,,,open,\n"
    "installd,2027-05-20,,09:00,12:00,falun,,,cancelled,1\n"
    "nagon-gang,2027-09,,,,falun,,,planned,\n"
    "forbi,2026-05-20,,09:00,12:00,falun,,,held,\n",
    "data/events/traff.yml": "title: Fika\nkind: network_meeting\nperiod: 2027-01-06\nstart_time: 18:00\n"
    "end_time: 19:30\nrepeats: weekly\nuntil: 2036-12-31\nmunicipality: lillehammer\nproject: lyft\n"
    + OUT,
    "data/events/slut.yml": "title: Slutkonferens\nperiod: 2026-03-01\n" + OUT,
    "data/events/utkast.yml": "title: Hemligt\nperiod: 2027-03-01\n",
}
WEEKS = 522
"""Wednesdays from 2027-01-06 to 2036-12-31."""


def calendar_site(small_site: SmallSite, **changed: str) -> Build:
    """Build the site, with some of its files changed: words to be replaced → words instead."""
    files = dict(FILES)
    for name, words in changed.items():
        files[{"instances": "data/instances/rakna.csv", "site": "data/site.yml"}[name]] = words
    return build_site(small_site(files), today=TODAY)


def calendar(build: Build, uri: str, language: str = "sv") -> bytes:
    """Give the bytes of a calendar."""
    return next(
        bytes(file.content)
        for file in build.files
        if (file.uri, file.language) == (uri, language) and isinstance(file.content, bytes)
    )
