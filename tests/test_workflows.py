# SPDX-License-Identifier: EUPL-1.2
"""What GitHub and GitLab do with a site, followed to the letter on this machine.

A new site is made by the wheel in a fresh environment, and each line of its own workflows is
run there in a copy of its own, as the hosts do. Nothing leaves the machine: the packages are
those of the test environment, and `origin` is a folder.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import REPOSITORY
from workflow_files import NEW_SITE, script, steps

GITLAB = {
    "CI_COMMIT_BRANCH": "main",
    "CI_DEFAULT_BRANCH": "main",
    "CI_JOB_ID": "17",
    "CI_JOB_TOKEN": "hemligt",
    "CI_PAGES_DOMAIN": "pages.example.org",
    "CI_PROJECT_PATH": "lan/kunskap/webbplats",
    "CI_PROJECT_ROOT_NAMESPACE": "lan",
    "CI_SERVER_HOST": "gitlab.example.org",
    "CI_SERVER_PORT": "443",
    "CI_SERVER_PROTOCOL": "https",
}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the hosts' machines run Linux")
GITLAB_URL = "https://gitlab-ci-token:hemligt@gitlab.example.org:443/lan/kunskap/webbplats.git"
ADDRESSES = "# Adresser\n/\n/om/\n"


def _bash(
    command: str, folder: Path, *, fails: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, **environment},
    )
    assert fails or done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


# --- a new site, at its host ----------------------------------------------------------------


@dataclass(frozen=True)
class Host:
    """A place that keeps a site: its `origin`, and an environment that begins empty."""

    origin: Path
    programs: Path
    environment: dict[str, str]

    def copy(self, folder: Path) -> Path:
        """Fetch the site as a job does, with nothing installed before."""
        subprocess.run(
            ["git", "clone", "--quiet", "--branch", "main", self.origin, folder], check=True
        )
        return folder

    def run(
        self, command: str, folder: Path, *, fails: bool = False, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one line as the host would."""
        return _bash(command, folder, fails=fails, **{**self.environment, **more})

    def show(self, path: str) -> str:
        """Read a file as it stands in main at the host."""
        done = subprocess.run(
            ["git", "show", f"main:{path}"],
            check=True,
            capture_output=True,
            text=True,
            cwd=self.origin,
        )
        return done.stdout


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    folder = tmp_path_factory.mktemp("host")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    programs = folder / "env/bin"
    _lend_packages(folder)
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "SOURCE_DATE_EPOCH": "1795305600",
    }
    (folder / "gitconfig").write_text(
        f'[url "{folder}/origin"]\n\tinsteadOf = {GITLAB_URL}\n', encoding="utf-8"
    )
    host = Host(folder / "origin", programs, environment)
    wheels = folder / "site/wheels"
    build = f"{sys.executable} -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir"
    _bash(f"{build} {folder} {REPOSITORY}", folder, **environment)
    wheel = next(folder.glob("*.whl"))
    host.run(f"python -m pip install --quiet {wheel} && dalamodellen new site site", folder)
    host.run("python -m pip uninstall --quiet --yes dalamodellen", folder)
    shutil.move(wheel, wheels)
    own = "-c user.name=Redaktionen -c user.email=redaktionen@example.org"
    host.run(
        "git init --quiet --initial-branch main && git add . && "
        f"git {own} commit --quiet --message Börja && "
        f"git clone --quiet --bare . {host.origin} && "
        f"git -C {host.origin} config receive.advertisePushOptions true",
        folder / "site",
    )
    return host


def _lend_packages(folder: Path) -> None:
    """Let the new environment see the packages of this one, but not the program itself."""
    lent = folder / "lent"
    lent.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "dalamodellen" not in entry.name:
            (lent / entry.name).symlink_to(entry)
    packages = next((folder / "env/lib").glob("python*/site-packages"))
    (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    (folder / "env/bin/lychee").symlink_to(Path(sys.executable).with_name("lychee"))


def _run_job(host: Host, copy: Path, lines: list[str], **environment: str) -> None:
    """Run the lines of a job, but ask no other site, and install what is there only once."""
    for line in lines:
        if "pip install" not in line or not (host.programs / "dalamodellen").exists():
            host.run(line.replace("lychee --c", "lychee --offline --c"), copy, **environment)


def _with_addresses(copy: Path) -> Path:
    """Let a site know where it and its files are, so that its pages have links there."""
    settings = copy / "data/site.yml"
    known = "url: https://example.org/\nrepository_url: https://example.org/lag/webbplats\n"
    known += "edit_url: https://example.org/edit/{path}\nfeedback_url: https://example.org/fraga\n"
    settings.write_text(settings.read_text("utf-8") + known, encoding="utf-8")
    return copy


def test_a_new_site_passes_its_workflows_at_github(host: Host, tmp_path: Path) -> None:
    copy = host.copy(tmp_path / "build")
    more = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "ADDRESS": "https://example.org/"}
    _run_job(host, copy, steps(NEW_SITE, "publish", "build"), **more)
    where = host.run("python -c 'import dalamodellen; print(dalamodellen.__file__)'", copy).stdout
    assert where.startswith(str(host.programs.parent / "lib"))
    assert "Om webbplatsen" in (copy / "site/om/index.html").read_text("utf-8")
    assert "[forhandsvisning.zip](https://example.org/)" in (tmp_path / "summary.md").read_text()
    assert list(_dead_links(copy / "preview")) == []
    assert list(_dead_links(copy / "site", page="index.html")) == []
    for job in ("remind", "links"):
        copy = _with_addresses(host.copy(tmp_path / job))
        _run_job(host, copy, steps(NEW_SITE, "remind", job))
    assert "example.org" not in (copy / "site/om/index.html").read_text("utf-8")


def test_a_new_site_passes_its_workflows_at_gitlab(host: Host, tmp_path: Path) -> None:
    for job in ("check", "preview", "pages", "remind", "links"):
        copy = _with_addresses(host.copy(tmp_path / job))
        _run_job(host, copy, script(NEW_SITE, job), **GITLAB)
    assert "example.org" not in (copy / "site/om/index.html").read_text("utf-8")
    assert "[]" in (tmp_path / "check/codequality.json").read_text("utf-8")
    assert "Om webbplatsen" in (tmp_path / "pages/public/om/index.html").read_text("utf-8")
    assert list(_dead_links(tmp_path / "preview/public")) == []
    assert (tmp_path / "preview/preview.env").read_text("utf-8") == (
        "PREVIEW_URL=https://lan.pages.example.org/-/kunskap/webbplats/-/jobs/17"
        "/artifacts/public/index.html\n"
    )


def test_what_is_wrong_makes_the_check_red_and_is_told_at_its_line(
    host: Host, tmp_path: Path
) -> None:
    copy = host.copy(tmp_path / "copy")
    (copy / "data/topics/att-borja.yml").write_text("titel: Att börja\n", encoding="utf-8")
    install, check, *_ = steps(NEW_SITE, "publish", "build")
    _run_job(host, copy, [install])
    told = host.run(check, copy, fails=True)
    assert told.returncode == 1
    assert "::error file=data/topics/att-borja.yml,line=1,col=1," in told.stdout
    told = host.run(script(NEW_SITE, "check")[-1], copy, fails=True, **GITLAB)
    assert told.returncode == 1
    assert "data/topics/att-borja.yml:1:1: error[unknown-field]" in told.stdout
    assert '"path": "data/topics/att-borja.yml"' in (copy / "codequality.json").read_text("utf-8")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def _dead_links(folder: Path, page: str = "") -> Iterator[str]:
    """Give the links between pages that lead nowhere, wherever the folder lies.

    Args:
        folder: The built site.
        page: What a server shows of a folder; "" where the pages are opened without one.
    """
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 5
    for file in pages:
        links = _Links()
        links.feed(file.read_text("utf-8"))
        # The page for what is missing is shown at any depth, so its links begin at the host.
        for link in links.found if file.name != "404.html" else ():
            target = urlsplit(urljoin(file.as_uri(), link))
            path = Path(unquote(target.path))
            if target.scheme == "file" and not (path / page if path.is_dir() else path).is_file():
                yield f"{file.relative_to(folder)}: {link}"


# --- the list of published addresses --------------------------------------------------------


def _keep(host: Host, copy: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Do what the job `addresses` does after a build that published ADDRESSES."""
    if name == "github":
        (copy / "built").mkdir()
        (copy / "built/addresses.txt").write_text(ADDRESSES, encoding="utf-8")
        lines = steps(NEW_SITE, "publish", "addresses")
    else:
        (copy / "data/addresses.txt").write_text(ADDRESSES, encoding="utf-8")
        lines = script(NEW_SITE, "addresses")
    # One shell for all lines, as at GitLab; no waiting between the tries.
    whole = "\n".join(lines).replace("sleep 5", "sleep 0")
    return host.run(whole, copy, fails=True, **GITLAB)


@pytest.fixture
def own_host(host: Host, tmp_path: Path) -> Host:
    """Give a host of its own, whose main may change."""
    origin = tmp_path / "origin"
    shutil.copytree(host.origin, origin)
    config = tmp_path / "gitconfig"
    config.write_text(f'[url "{origin}"]\n\tinsteadOf = {GITLAB_URL}\n', encoding="utf-8")
    return Host(origin, host.programs, {**host.environment, "GIT_CONFIG_GLOBAL": str(config)})


def _change_main(host: Host, folder: Path, path: str, text: str) -> None:
    copy = host.copy(folder)
    (copy / path).write_text(text, encoding="utf-8")
    own = "-c user.name=Redaktionen -c user.email=redaktionen@example.org"
    host.run(f"git add {path} && git {own} commit --quiet --message Mer && git push --quiet", copy)


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_addresses_are_kept_though_main_has_moved(
    own_host: Host, tmp_path: Path, name: str
) -> None:
    copy = own_host.copy(tmp_path / "copy")
    _change_main(own_host, tmp_path / "a", "content/om/mer.md", "# Mer\n")
    _change_main(own_host, tmp_path / "b", "data/addresses.txt", "# Adresser\n/nytt/\n")
    done = _keep(own_host, copy, name)
    assert (done.returncode, done.stdout) == (0, "Adresserna är sparade (försök 1).\n")
    assert own_host.show("data/addresses.txt") == "# Adresser\n/\n/om/\n/nytt/\n"
    assert own_host.show("content/om/mer.md") == "# Mer\n"
    again = _keep(own_host, own_host.copy(tmp_path / "again"), name)
    assert (again.returncode, again.stdout) == (0, "Inga nya adresser.\n")


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_main_that_moves_in_the_midst_is_fetched_again(
    own_host: Host, tmp_path: Path, name: str
) -> None:
    copy = own_host.copy(tmp_path / "copy")
    # The first push meets a main that has moved since it was fetched.
    hook = copy / ".git/hooks/pre-push"
    hook.write_text(
        f"#!/bin/sh\nrm {hook}\ncd {tmp_path} && git clone --quiet {own_host.origin} c && cd c &&"
        " echo '# Sent' > content/om/sent.md && git add . && git -c user.name=R"
        " -c user.email=r@example.org commit --quiet --message Sent && git push --quiet\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    done = _keep(own_host, copy, name)
    assert (done.returncode, done.stdout) == (0, "Adresserna är sparade (försök 2).\n")
    assert own_host.show("data/addresses.txt") == ADDRESSES
    assert own_host.show("content/om/sent.md") == "# Sent\n"


@pytest.mark.parametrize(("name", "code"), [("github", 1), ("gitlab", 3)])
def test_addresses_that_may_not_be_saved_are_told(
    own_host: Host, tmp_path: Path, name: str, code: int
) -> None:
    hook = own_host.origin / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    done = _keep(own_host, own_host.copy(tmp_path / "copy"), name)
    assert done.returncode == code
    assert "kunde inte sparas" in done.stdout
    assert done.stdout.endswith(f"\n{ADDRESSES}")


# --- links to other sites -------------------------------------------------------------------


@pytest.mark.parametrize("lines", ["github", "gitlab"])
def test_a_link_that_does_not_answer_is_told_with_its_pages(
    host: Host, tmp_path: Path, lines: str
) -> None:
    page = '<a href="http://127.0.0.1:9/borta/">Borta</a> <a href="om/">Om</a>'
    (tmp_path / "site/om").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text(page, encoding="utf-8")
    (tmp_path / "site/om/index.html").write_text(page, encoding="utf-8")
    shutil.copy(NEW_SITE / "lychee.toml", tmp_path)
    command = (
        steps(NEW_SITE, "remind", "links") if lines == "github" else script(NEW_SITE, "links")
    )[-1]
    done = host.run(command, tmp_path, fails=True)
    assert done.returncode == 2
    told = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
    for path in ("site/index.html", "site/om/index.html"):
        assert f"[{path}]:\n[ERROR] http://127.0.0.1:9/borta/" in told
