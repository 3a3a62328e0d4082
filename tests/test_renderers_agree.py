# SPDX-License-Identifier: EUPL-1.2
"""MkDocs and Zensical publish the same pages: titles, headings, links, words and elements."""

from __future__ import annotations

import posixpath
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import minijinja
import pytest
import yaml
from click.testing import CliRunner
from jinja2 import Environment, FileSystemLoader

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.cli import main
from dalamodellen.renderers import mkdocs_run, zensical_run
from dalamodellen.renderers.folder import settings_file, write_folder
from dalamodellen.renderers.zensical_run import ZensicalError

DAY = ["--today", TODAY.isoformat()]
EVERY_EXTENSION = """# Allt som går att skriva

## Lista {#egen-plats}

1. Ett
    - under ett

2. Två

Tabell: Frukt *och* annat

| Vad | Antal |
| :-- | --: |
| Äpplen | 3 |

![En bild](bild.svg)

| Utan | rubrik |
| --- | --- |
| a | b |

Ord
:   Vad det betyder.

Se fotnoten.[^1] Och [en annan sida](guide/start.md#start), [en fil](guide/mall.csv).

!!! note "Tänk på"
    Något att veta.

```python
print("hej")  # <b>
```

> Ett citat med `kod` och *kursiv*, **fet** & mer.

<div markdown="1">
Text *i* en ruta.
</div>

[^1]: Det här är fotnoten.
"""


class Parsed(HTMLParser):
    """A page as its elements and words, with every address as it is from the root of the site."""

    def __init__(self, page: Path, site: Path) -> None:
        super().__init__()
        self.here = "/" + page.parent.relative_to(site).as_posix()
        self.found: list[str] = []
        self.feed(page.read_text("utf-8"))

    def _whole(self, name: str, value: str) -> str:
        if name not in ("href", "src") or "://" in value or value.startswith(("#", "mailto:")):
            return value
        assert not value.startswith("//"), value
        path, mark, anchor = value.partition("#")
        return posixpath.normpath(posixpath.join(self.here, path)) + mark + anchor

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = sorted(f'{name}="{self._whole(name, value or "")}"' for name, value in attrs)
        self.found.append(f"<{' '.join([tag, *told])}>")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.found.append(words)


def _pages(site: Path) -> dict[str, list[str]]:
    return {
        path.relative_to(site).as_posix(): Parsed(path, site).found
        for path in sorted(site.rglob("*.html"))
    }


def _others(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix != ".html"
    }


def _assert_alike(one: Path, other: Path) -> None:
    pages, same_pages = _pages(one), _pages(other)
    assert pages.keys() == same_pages.keys()
    differing = [path for path, found in pages.items() if found != same_pages[path]]
    assert {path: pages[path] for path in differing[:1]} == {
        path: same_pages[path] for path in differing[:1]
    }


def _build(root: Path) -> Build:
    build = build_site(root, today=TODAY)
    assert not build.has_errors
    return build


@pytest.mark.parametrize(
    "root",
    [REPOSITORY, REPOSITORY / "tests/cases/statement", REPOSITORY / "tests/cases/translations"],
)
def test_both_renderers_publish_the_same_pages_with_the_same_words_and_links(
    root: Path, tmp_path: Path
) -> None:
    build = _build(root)
    one, other = tmp_path / "mkdocs", tmp_path / "zensical"
    number = mkdocs_run.render_html(build, one)
    assert zensical_run.render_html(build, other) == number
    assert len(_pages(one)) == number + len(build.languages)
    _assert_alike(one, other)
    assert _others(one) == _others(other)


def test_every_extension_gives_the_same_html(small_site: SmallSite, tmp_path: Path) -> None:
    root = small_site(
        {
            "content/index.md": EVERY_EXTENSION,
            "content/guide/start.md": "# Start\n\nTillbaka [hem](../index.md#egen-plats).\n",
            "content/guide/mall.csv": "a,b\n",
            "content/bild.svg": "<svg/>",
        }
    )
    build = _build(root)
    mkdocs_run.render_html(build, tmp_path / "mkdocs")
    zensical_run.render_html(build, tmp_path / "zensical")
    _assert_alike(tmp_path / "mkdocs", tmp_path / "zensical")
    home = " ".join(_pages(tmp_path / "zensical")["index.html"])
    for element in (
        'id="egen-plats"',
        "<table> <caption> Frukt <em> och </em> annat </caption>",
        '<table aria-labelledby="egen-plats">',
        '<th class="align-left" scope="row"> Äpplen',
        '<td class="align-right" data-heading="Antal"> 3',
        "<dl>",
        'class="footnote"',
        "admonition",
        "<em>",
    ):
        assert element in home
    assert 'href="/guide/start#start"' in home


def test_build_with_zensical_is_a_whole_site_as_any_other(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Hej\n", "content/bild.svg": "<svg/>"})
    arguments = ["--root", str(root), "build", *DAY]
    done = CliRunner().invoke(main, [*arguments, "--renderer", "zensical"])
    assert done.exit_code == 0, done.output
    zensical = _others(root / "site")
    assert "<h1" in (root / "site/index.html").read_text("utf-8")
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert _others(root / "site") == zensical
    assert not [name for name in zensical if "javascripts" in name or name == "search.json"]


def test_two_builds_with_zensical_are_the_same_bytes(tmp_path: Path) -> None:
    build = _build(REPOSITORY / "tests/cases/translations")
    for name in ("ett", "två ord"):
        zensical_run.render_html(build, tmp_path / name)
    both = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in folder if path.is_file()}
        for name in ("ett", "två ord")
        for folder in [sorted((tmp_path / name).rglob("*"))]
    ]
    assert both[0] == both[1]


def test_what_zensical_says_when_it_stops_is_told_and_the_old_site_stands(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_site({"content/index.md": "# Ett\n"})
    arguments = ["--root", str(root), "build", *DAY, "--renderer", "zensical"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    (root / "content/index.md").write_text("# Två\n", encoding="utf-8")
    # Zensical is run for settings that are not there.
    monkeypatch.setattr(zensical_run, "settings_file", lambda _: "finns-inte.yml")
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert "Zensical gjorde ingen webbplats" in done.output
    assert "finns-inte.yml" in done.output
    assert "Traceback" not in done.output
    after = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    assert after == before


def test_a_page_that_the_renderer_left_out_is_an_error(tmp_path: Path) -> None:
    build = _build(REPOSITORY / "tests/cases/translations")
    with pytest.raises(ZensicalError, match=r"lektioner/fyll-i/index\.md"):
        zensical_run._check_pages(build, "sv", tmp_path)


def test_the_exported_folder_is_plain_files_that_both_programs_build(tmp_path: Path) -> None:
    root = REPOSITORY / "tests/cases/translations"
    folder = tmp_path / "som markdown"
    arguments = ["--root", str(root), "export", "markdown", "--to", str(folder), *DAY]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    build = _build(root)
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for language in build.languages
        for path in (folder / language).rglob("*")
        if path.is_file()
    }
    for file in build.files:
        content = file.content if file.content is not None else (root / file.made_from[0])
        wanted = content.read_bytes() if isinstance(content, Path) else content
        wanted = wanted.encode() if isinstance(wanted, str) else wanted
        assert written[f"{file.language}/{file.uri}"] == wanted
    sites = {}
    for program in ("mkdocs", "zensical"):
        copy = tmp_path / program
        shutil.copytree(folder, copy)
        for language in build.languages:
            subprocess.run(
                [sys.executable, "-m", program, "build", "-f", settings_file(language)],
                cwd=copy,
                check=True,
                capture_output=True,
            )
        sites[program] = copy / "site"
    _assert_alike(sites["mkdocs"], sites["zensical"])
    assert (sites["zensical"] / "nb/lektioner/fyll-i/index.html").is_file()
    about = (folder / "README.md").read_text("utf-8")
    for language in build.languages:
        assert f"zensical build -f {settings_file(language)}\n" in about


def test_an_export_writes_over_its_own_folder_and_leaves_any_other_alone(
    small_site: SmallSite,
) -> None:
    root = small_site({"content/index.md": "# Ett\n", "min/brev.md": "spara mig"})
    arguments = ["--root", str(root), "export", "markdown", *DAY]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert "# Ett" in (root / "markdown/sv/index.md").read_text("utf-8")
    (root / "content/index.md").unlink()
    (root / "content/ny.md").write_text("# Ny\n", encoding="utf-8")
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (root / "markdown/sv/ny.md").is_file()
    foreign = CliRunner().invoke(main, [*arguments, "--to", str(root / "min")])
    assert foreign.exit_code == 2
    assert [path.name for path in (root / "min").iterdir()] == ["brev.md"]


def test_an_export_of_a_site_with_faults_writes_nothing(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "---\ntitle: [\n---\n# Ett\n"})
    done = CliRunner().invoke(main, ["--root", str(root), "export", "markdown", *DAY])
    assert done.exit_code == 1
    assert "Inget skrevs." in done.output
    assert not (root / "markdown").exists()


def test_settings_that_only_mkdocs_can_read_are_told(small_site: SmallSite) -> None:
    own = "site_name: N\nplugins: {dalamodellen: {}}\nextra: {f: !!python/name:os.getcwd ''}\n"
    root = small_site({"content/index.md": "# Ett\n", "mkdocs.yml": own})
    for command in (["build", "--renderer", "zensical"], ["export", "markdown"]):
        done = CliRunner().invoke(main, ["--root", str(root), *command, *DAY])
        assert done.exit_code == 1
        assert "mkdocs.yml" in done.output
        assert "Traceback" not in done.output


TEMPLATES = sorted(
    path.relative_to(REPOSITORY / "theme").as_posix()
    for path in (REPOSITORY / "theme").rglob("*.html")
)


def _url(value: str) -> str:
    return f"../{value}"


@pytest.mark.parametrize("language", ["sv", "nb"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_of_the_theme_says_the_same_in_minijinja(
    name: str, language: str, tmp_path: Path
) -> None:
    build = _build(REPOSITORY / "tests/cases/translations")
    write_folder(build, tmp_path)
    settings = yaml.safe_load((tmp_path / settings_file(language)).read_text("utf-8"))
    values: dict[str, Any] = {
        "config": settings,
        "base_url": "..",
        "site": settings["extra"]["dalamodellen"],
        "words": settings["extra"]["dalamodellen"]["words"],
        "page": {
            "url": "lektioner/",
            "title": "Å & <ö>",
            "content": "<p>Text</p>",
            "canonical_url": "https://example.org/lektioner/",
            "toc": [
                {
                    "level": 1,
                    "url": "#a",
                    "title": "A",
                    "children": [{"level": 2, "url": "#b", "title": "B och C", "children": []}],
                }
            ],
            "meta": {
                "description": "Om «allt» & lite till",
                "section": "lektioner/",
                "languages": ["sv", "nb"],
                "contents": True,
                "publicity": {
                    "emblem": True,
                    "statement": "Medfinansieras av EU",
                    "statement_language": "sv",
                    "plain": "Fick stöd",
                    "project": "Projektet",
                    "disclaimer": "Views",
                    "disclaimer_language": "en",
                },
                "breadcrumbs": [{"title": "Hem", "url": "./"}, {"title": "Om", "url": "om/"}],
                "example": {"mark": "EXEMPEL", "text": "Inget här är sant."},
            },
        },
    }
    jinja = Environment(loader=FileSystemLoader(REPOSITORY / "theme"), autoescape=False)  # noqa: S701 - as MkDocs
    jinja.filters["url"] = _url
    wanted = jinja.get_template(name).render(values)
    mini = minijinja.Environment(
        loader=lambda one: (REPOSITORY / "theme" / one).read_text("utf-8"),
        auto_escape_callback=lambda _: False,
        filters={"url": _url, "striptags": lambda words: words},
    )
    said = mini.render_template(name, **values)
    assert said.replace("&#x2f;", "/").split() == wanted.split()
