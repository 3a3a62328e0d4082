# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand, at their own paths, made safe; and the links on all written pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown import Markdown as MarkdownConverter

from dalamodellen.issues import Issue, Source, nearest
from dalamodellen.jobs import do_each
from dalamodellen.model.lesson import Page as WrittenPage
from dalamodellen.model.site import Site
from dalamodellen.outputs.html_gate import find_unsafe, is_plain, new_converter
from dalamodellen.outputs.markdown_tables import find_bare_tables
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.front_matter import front_matter
from dalamodellen.outputs.pages.head_title import head_title
from dalamodellen.outputs.pages.lesson import with_checklists
from dalamodellen.outputs.pages.notice import render_page_notice
from dalamodellen.outputs.pages.page import Page, foot, languages_of, uri_of
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.pages.written_body import expected_uris, published_uris, written_body
from dalamodellen.outputs.safe_markdown import Finding, escape, make_safe, mark_code

MOST_BRACKETS = 1000
"""In one paragraph; a converter's time grows with the square of them, or worse."""
FEWEST_TEXTS = 20
"""For each process beyond the first; fewer are checked before it has begun."""
_LINK = re.compile(
    r"\]\(\s*<([^>]+)>|\]\(\s*([^\s)<>]+)"
    r"|^ {0,3}\[[^\]^][^\]]*\]:\s*<?([^\s<>]+)"
    r"|<[a-zA-Z][^<>]*?\s(?:href|src)=[\"']([^\"'<>]+)"
)
"""The address in a link: in angle brackets, bare, in a reference, or in HTML."""
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_HAS_TITLE = re.compile(r"^# |^[^\n]+\n=+ *$|<h1[ >]", re.MULTILINE)
_LESSONS = uri_of("lesson", "").partition("/")[0] + "/"
_WHAT_FOLLOWS = "\n\n<p title=\"x\">x</p>\n\n<p title='x'>x</p>\n"
"""Every page goes on below its text: a tag or a quotation mark left open would take it in."""
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|\?")


def render_written_pages(site: Site, language: str) -> list[OutputFile]:
    """Render every plain page at its own path; drafts only where drafts are shown.

    Where one is not written in the language, a notice says so and leads to it.
    """
    pages = [
        page
        for page in site.pages
        if site.shows_drafts or page.publication is None or page.publication.is_published
    ]
    return [_written(site, page, language) for page in pages]


def render_assets(site: Site) -> list[OutputFile]:
    """List the files below content/ that are published as they are."""
    return [
        OutputFile(path.removeprefix("content/"), None, site.main_language, (path,))
        for path in site.assets
    ]


def _written(site: Site, written: WrittenPage, language: str) -> OutputFile:
    uri = published_uris(site)[site.files["page", written.uri].path]
    page = Page(site, uri, language)
    key = site.written_key("page", written.uri, language)
    if key is None:
        return render_page_notice(site, written, uri, language)
    title, _ = site.page_title(written.uri, language)
    file = site.files[key]
    own = site.translations.get(key) or written
    body = written_body(site, file.path, uri, language)
    fields = {
        "title": title,
        "head_title": head_title(site, title, language),
        "description": own.description,
        "section": page_url(uri).split("/")[0] + "/",
        "languages": languages_of(site, site.written_languages("page", written.uri)),
        "is_home": page_url(uri) == "" or None,
    }
    if not _HAS_TITLE.search(body):
        body = f"# {escape(title)}\n\n{body}"
    if written.publication is not None and not written.publication.is_published:
        mark = environment().get_template("components/notes/draft.md.j2")
        body = f"{mark.render(_=page.translate)}\n{body}"
    text = front_matter(fields) + body.strip("\n") + "\n" + foot(page, file, own.acknowledged)
    return OutputFile(uri, text, language, (file.path,), title)


def check_written(site: Site, jobs: int = 1) -> list[Issue]:
    """Everything written in Markdown is safe, and its links lead somewhere.

    Args:
        site: The checked site.
        jobs: How many processes to share the texts among.
    """
    published = {*published_uris(site), *(f"content/{uri}" for uri in expected_uris(site))}
    converter = new_converter()

    def check(text: tuple[str, str]) -> list[Issue]:
        return list(_check_text(site, *text, published, converter))

    jobs = min(jobs, 1 + len(site.bodies) // FEWEST_TEXTS)
    found = do_each(check, list(site.bodies.items()), jobs)
    return [issue for issues in found for issue in issues]


def _check_text(
    site: Site, path: str, body: str, published: set[str], converter: MarkdownConverter
) -> Iterator[Issue]:
    safe, findings = make_safe(body)
    for finding in findings:
        yield _issue(site, path, finding)
    if crowded := list(_crowded(body)):
        # Converting such a text takes minutes; its writer is told instead.
        for finding in crowded:
            yield _issue(site, path, finding)
        return
    if not is_plain(safe):
        # The gate sees what is published, and what comes after it on the page.
        shown = converter.reset().convert(_as_published(site, path, safe) + _WHAT_FOLLOWS)
        for words in sorted(set(find_unsafe(shown))):
            line = _line_with(body, words)
            yield _issue(site, path, Finding("unsafe-html", line, 1, words))
    for number in find_bare_tables(mark_code(body.split("\n"))) if "|" in body else ():
        yield _issue(site, path, Finding("table-without-caption", number, 1, ""))
    yield from _check_links(site, path, body, published)


def _as_published(site: Site, path: str, safe: str) -> str:
    """Give a text as its page holds it: links turned, tables framed, checklists made."""
    uri = published_uris(site).get(path)
    if uri is None:
        return safe
    language = site.written_in[path]
    body = written_body(site, path, uri, language)
    if uri.startswith(_LESSONS):
        return with_checklists(body, "a", Page(site, uri, language))
    return body


def _crowded(body: str) -> Iterator[Finding]:
    """Find paragraphs with so many brackets that a Markdown converter all but stops."""
    line = 1
    for block in re.split(r"(\n\s*\n)", body):
        number = block.count("[")
        if number > MOST_BRACKETS:
            yield Finding("too-many-brackets", line, 1, str(number))
        line += block.count("\n")


def _check_links(site: Site, path: str, body: str, published: set[str]) -> Iterator[Issue]:
    for number, (line, is_code) in enumerate(mark_code(body.split("\n")), 1):
        if is_code:
            continue
        shown = _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
        for match in _LINK.finditer(shown):
            written = match[1] or match[2] or match[3] or match[4]
            code, close = _where(path, written, published)
            if code:
                column = match.start(match.lastindex or 0) + 1
                yield _issue(site, path, Finding(code, number, column, written), close)


def _where(path: str, written: str, published: set[str]) -> tuple[str, str]:
    """Follow a link to a file of the site.

    Returns:
        The code of what is wrong with it, or "", and the name that looks most like it.
    """
    target = unquote(written.partition("#")[0].partition("?")[0])
    if not target or _EXTERNAL.match(written) or target.startswith("/"):
        return "", ""
    here = posixpath.dirname(path)
    found = posixpath.normpath(posixpath.join(here, target))
    if found == "content":
        return "", ""
    if found.startswith("..") or not found.startswith("content/"):
        return "link-leaves-site", ""
    is_file = "." in posixpath.basename(found)
    if found in published or f"{found}/index.md" in published or not is_file:
        return "", ""
    by_name = {posixpath.basename(name): name for name in sorted(published)}
    close = nearest(posixpath.basename(found), by_name)
    return "broken-link", posixpath.relpath(by_name[close], here) if close else ""


def _issue(site: Site, path: str, finding: Finding, close: str = "") -> Issue:
    line = site.body_lines[path] + finding.line - 1
    source = Source(path, line, finding.column, max(1, len(finding.words)))
    excerpt = site.bodies[path].split("\n")[finding.line - 1]
    return Issue(finding.code, source, {"name": finding.words, "nearest": close}, excerpt)


def _line_with(body: str, words: str) -> int:
    """Find the line that most likely made the unsafe HTML; the first when none is sure."""
    last_word = re.findall(r"[a-z-]+", words)[-1:]
    for number, line in enumerate(body.split("\n"), 1):
        if last_word and last_word[0] in line.lower():
            return number
    return 1
