# SPDX-License-Identifier: EUPL-1.2
"""Numbers in running text: from records, with word and unit, and a link to the row they stand on."""

from __future__ import annotations

import subprocess
from pathlib import Path

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

PROJECT = """title: T
summary: "Det blev {{ figure t.participants }} till slut."
participants:
  - {value: 900, phase: planned, no_sex_split_reason: N, source: kalla}
  - {value: 1700, precision: almost, no_sex_split_reason: N, source: kalla}
funding: {granted: "{ amount }", source: kalla}
goals:
  - id: kurs
    title: Personer som gått en kurs
    counts: people
    target: 15
    no_sex_split_reason: N
    source: kalla
  - id: nytta
    title: Nytta
    target: 75 %
    denominator: alla
    outcome: {status: met, value: 80.5, source: kalla}
    source: kalla
target_groups: [{id: alla, title: deltagare, size: 20, source: kalla}]
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
""".replace('"{ amount }"', "745 925 SEK")
ROWS = (
    "indicator,period,value,source\nkurs,2023,41,kalla\nkurs,2025,148,kalla\nkurs,2024,90,kalla\n"
)
PAGE = """# Om

{{ figure t.kurs.outcome }}, {{figure t.kurs.target}}, {{ figure t.nytta.outcome }},
{{ figure t.granted }} och *{{ figure t.participants }}*. Kod: `{{ figure t.kurs.outcome }}`.

```
{{ figure t.granted }}
```

1. Ett steg

    med {{ figure t.granted }}
"""
HOST = "repository_url: https://example.org/o/r\n"


def site(small_site: SmallSite, more: str = "", page: str = PAGE) -> Path:
    return small_site(
        {
            "data/site.yml": f"name: N\nlanguages: [sv, en]\n{more}",
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": PROJECT,
            "data/observations/t.csv": ROWS,
            "content/om/index.md": page,
        }
    )


def commit(root: Path, *names: str) -> str:
    git = ["git", "-C", str(root), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", *names], check=True)
    subprocess.run([*git, "commit", "-qm", "m"], check=True)
    done = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def page_of(build: Build, uri: str, language: str = "sv") -> str:
    assert [str(issue.source) for issue in build.issues if issue.severity == "error"] == []
    return next(
        str(file.content) for file in build.files if (file.uri, file.language) == (uri, language)
    ).replace("\N{NO-BREAK SPACE}", " ")


def link(href: str, words: str, line: int) -> str:
    hidden = f'<span class="visually-hidden"> (Källa: rad {line})</span>'
    return f'<a class="figure" href="{href}">{words}{hidden}</a>'


def test_each_number_leads_to_its_row_in_the_commit_that_changed_the_file_last(
    small_site: SmallSite,
) -> None:
    root = site(small_site, HOST)
    first = commit(root, ".")
    (root / "README").write_text("Mer.", "utf-8")
    commit(root, "README")
    text = page_of(build_site(root, today=TODAY), "om/index.md")
    at = f"https://example.org/o/r/blob/{first}/data"
    assert link(f"{at}/observations/t.csv#L3", "148 personer", 3) in text
    assert link(f"{at}/projects/t.yml#L11", "minst 15 personer", 11) in text
    assert link(f"{at}/projects/t.yml#L18", "80,5 %", 18) in text
    assert link(f"{at}/projects/t.yml#L6", "745 925 kr", 6) in text
    assert "*" + link(f"{at}/projects/t.yml#L5", "närmare 1 700 personer", 5) + "*" in text


def test_a_number_in_a_file_that_is_not_committed_leads_to_where_its_row_is_named(
    small_site: SmallSite,
) -> None:
    root = site(small_site, HOST)
    commit(root, "content", "data/projects")
    build = build_site(root, today=TODAY)
    assert link("../projekt/t/#mal-kurs", "148 personer", 3) in page_of(build, "om/index.md")


def test_without_git_a_number_leads_to_the_project_and_says_the_line(
    small_site: SmallSite,
) -> None:
    text = page_of(build_site(site(small_site), today=TODAY), "om/index.md")
    assert link("../projekt/t/#mal-nytta", "80,5 %", 18) in text
    assert link("../projekt/t/", "745 925 kr", 6) in text


def test_code_is_left_as_it_is(small_site: SmallSite) -> None:
    text = page_of(build_site(site(small_site), today=TODAY), "om/index.md")
    assert "Kod: `{{ figure t.kurs.outcome }}`." in text
    assert "```\n{{ figure t.granted }}\n```" in text
    # What is indented in a list is text.
    assert f"    med {link('../projekt/t/', '745 925 kr', 6)}\n" in text


def test_a_record_takes_its_own_numbers_in_the_words_of_its_language(
    small_site: SmallSite,
) -> None:
    build = build_site(site(small_site), today=TODAY)
    words = "närmare 1 700 personer"
    assert f"Det blev {link('./', words, 5)} till slut." in page_of(build, "projekt/t/index.md")
    assert f'description: "Det blev {words} till slut."' in page_of(build, "projekt/t/index.md")
    # The sentence is Swedish on the English page too, and so is its number.
    assert f"Det blev {link('./', words, 5)} till slut." in page_of(
        build, "projekt/t/index.md", "en"
    )


def test_a_number_that_is_hidden_can_not_be_named(small_site: SmallSite) -> None:
    root = site(small_site, page="# Om\n\n{{ figure t.kurs.outcome }}\n")
    (root / "data/observations/t.csv").write_text(
        "indicator,period,value,source\nkurs,2025,3,kalla\n", "utf-8"
    )
    build = build_site(root, today=TODAY)
    assert [(i.code, str(i.source)) for i in build.issues if i.severity == "error"] == [
        ("figure-missing", "content/om/index.md:3:1")
    ]
