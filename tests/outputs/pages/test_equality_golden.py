# SPDX-License-Identifier: EUPL-1.2
"""The page about women and men in a project, and its table, read as written down in three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

GOLDEN = Path(__file__).parent / "golden_equality"
LANGUAGES = ("sv", "nb", "en")
PROJECT = """title: {sv: Kursprojektet, nb: Kursprosjektet, en: The course project}
summary: {sv: S, nb: S, en: S}
goals:
  - {id: kurs, title: {sv: Gått kurs, nb: Tatt kurs, en: Took a course}, counts: people, source: kalla}
four_r:
  status: ongoing
  levels:
    - {id: styr, title: {sv: Styrgrupp, nb: Styringsgruppe, en: Steering group}, women: 5, men: 11}
    - {id: stod, title: {sv: Handledare, nb: Veiledere, en: Tutors}, women: 14, men: 6}
    - {id: led, title: {sv: Ledning, nb: Ledelse, en: Managers}, women: 2, men: 17}
    - id: okand
      title: {sv: Föreläsare, nb: Foredragsholdere, en: Speakers}
      note: {sv: Listorna saknas., nb: Listene mangler., en: The lists are missing.}
    - {id: alla, title: {sv: Deltagare, nb: Deltakere, en: Participants}, goal: kurs}
  shared:
    - {title: {sv: Platser, nb: Plasser, en: Places}, level: alla, unit: places, women: 84, men: 66, other: 0}
    - {title: {sv: Timmar, nb: Timer, en: Hours}, level: alla, unit: hours, women: 1240, men: 2010}
    - {title: {sv: Tid, nb: Tid, en: Time}, level: led, unit: hours, women: 7777, men: 8888}
    - title: {sv: Resor, nb: Reiser, en: Travel}
      level: alla
      unit: money
      currency: SEK
      note: {sv: Kontot delas inte upp., nb: Kontoen deles ikke opp., en: The account is not split.}
  realia: {sv: Chefer utses., nb: Ledere pekes ut., en: Managers are appointed.}
  actions:
    - text: {sv: Kurser på dagtid., nb: Kurs på dagtid., en: Courses in daytime.}
      goals: [kurs]
      status: ongoing
      date: 2026-08
    - {text: {sv: En av varje., nb: En av hver., en: One of each.}}
  source: kalla
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""
ROWS = "indicator,period,value,women,men,other\nkurs,2025,90,60,30,0\nkurs,2026,100,50,42,8\n"
FOLDER = "projekt/t/jamstalldhet"
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
"""Drawings have golden files of their own."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_its_table_read_as_written_down(
    small_site: SmallSite, language: str, *, update_golden: bool
) -> None:
    files: dict[str, str | bytes] = {
        "data/documents/kalla.yml": "title: Källan\nkind: report\n",
        "data/projects/t.yml": PROJECT,
        "data/observations/t.csv": ROWS,
        "data/site.yml": "name: W\nlanguages: [sv, nb, en]\n",
    }
    build = build_site(small_site(files), today=TODAY)
    made = {(file.uri, file.language): str(file.content) for file in build.files}
    page = _DRAWING.sub("<svg></svg>", made[f"{FOLDER}/index.md", language])
    table = made[f"{FOLDER}/diagram/t-levels.csv", language]
    for name, found in (("md", page), ("csv", table.removeprefix("\ufeff").replace("\r\n", "\n"))):
        path = GOLDEN / f"{language}.{name}"
        if update_golden:
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text("utf-8"), f"{path.name} differs; see --update-golden"
        # No number is said of a resource that its table does not have.
        if name == "md":
            part = found.partition("R2 ")[2].partition("R3 ")[0]
            tables, _, rest = part.partition("</table>")
            # The rows that numbers stand on are no numbers of people.
            told = re.sub(r"<details>.*?</details>", "", rest, flags=re.DOTALL)
            said = "".join(re.findall(r"<li>.*?</li>", told))
            numbers = re.findall(r"\d+(?:[.,]\d+)?", said)
            assert numbers
            assert set(numbers) <= set(re.findall(r"\d+(?:[.,]\d+)?", tables))
