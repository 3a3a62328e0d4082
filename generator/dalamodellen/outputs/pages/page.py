# SPDX-License-Identifier: EUPL-1.2
"""What all pages share: the template, safe words, links, sources, the foot with the last change."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from html import escape as escape_html
from typing import Any
from urllib.parse import quote

from dalamodellen.issues import issue_texts, spoken
from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.glossary import Document
from dalamodellen.model.money import Money, Quantity
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import Citation
from dalamodellen.model.site import RecordFile, RecordKey, Site
from dalamodellen.model.text import Prose, Text
from dalamodellen.outputs import wording, words
from dalamodellen.outputs.output_file import OutputFile, page_url, relative_url
from dalamodellen.outputs.pages.figure_links import with_figures, with_figures_in_words
from dalamodellen.outputs.pages.front_matter import front_matter, shortened
from dalamodellen.outputs.pages.git_host import edit_url, file_url, has_history
from dalamodellen.outputs.pages.head_title import head_title
from dalamodellen.outputs.pages.publicity import publicity_on
from dalamodellen.outputs.pages.sharing import sharing_of
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown, escape, prose
from dalamodellen.outputs.share_card import Highlight

URIS = {
    "lesson": "lektioner/{}/index.md",
    "topic": "amnen/{}/index.md",
    "course": "kurser/{}/index.md",
    "event": "kalender/{}/index.md",
    "project": "projekt/{}/index.md",
    "organisation": "organisationer/{}/index.md",
    "place": "kommuner/{}/index.md",
    "post": "nytt/{}/index.md",
    "term": "ordlista/index.md#ord-{}",
}
"""Kind of record → where its page lies. The paths are the same in all languages."""
EDITORS = frozenset(["redaktionen", "redaksjonen", "the editors"])
"""What those who answer for a site call themselves, in lower case."""


def uri_of(kind: str, record_id: str) -> str:
    """Give the uri of a record's page."""
    return URIS[kind].format(record_id)


@dataclass(frozen=True)
class Page:
    """One page being written: whose words it speaks and where its links start."""

    site: Site
    uri: str
    language: str

    # -- words -----------------------------------------------------------

    def translate(self, word: str) -> Markdown:
        """Give an interface word in the page's language. The word is ours, so it is safe."""
        return Markdown(words.translator(self.language)(word))

    def text(
        self, text: Text | None, change: Callable[[str], str] = lambda words_: words_
    ) -> Markdown:
        """Give the words of a text, changed if asked, marked where they are in another language."""
        if text is None:
            return Markdown("")
        found, language = text.in_language(self.language)
        return self.marked(change(found), language)

    def own(self, words_: object) -> Markdown:
        """Give words that are written in the site's main language only, marked in other trees."""
        return self.marked(words_, self.site.main_language)

    def marked(self, words_: object, language: str) -> Markdown:
        """Give words in a language, marked where it is not the page's."""
        told = with_figures(self.site, self.uri, escape(words_), language)
        if language == self.language or not str(words_).strip():
            return Markdown(told)
        return Markdown(f'<span lang="{language}">{told}</span>')

    def signed(self, name: str, language: str) -> Markdown:
        """Name who wrote something; the editors are called so in every language, names stay.

        Args:
            name: Who it was, in the words of the one who wrote.
            language: The language of those words.
        """
        if name.lower() in EDITORS:
            return self.translate("redaktionen")
        return self.marked(name, language)

    def plain(self, text: Text | str | None) -> str:
        """Give the words of a text without any markup, for titles and sorting."""
        if text is None:
            return ""
        found = text if isinstance(text, str) else text.in_language(self.language)[0]
        if isinstance(text, Prose):
            found = re.sub(r"^\s*- ", "", found, flags=re.MULTILINE)
        return with_figures_in_words(self.site, " ".join(found.split()), self.language)

    def language_of(self, text: Text | str | None) -> str:
        """Name the language a text is told in where it is not the page's; "" where it is."""
        told = text.in_language(self.language)[1] if isinstance(text, Text) else self.language
        return "" if told == self.language else told

    def prose(self, text: Prose | None) -> Markdown:
        """Give several sentences as paragraphs and lists."""
        if text is None:
            return Markdown("")
        found, language = text.in_language(self.language)
        told = prose(found, None if language == self.language else language)
        return Markdown(with_figures(self.site, self.uri, told, language))

    def label(self, table: str, value: str) -> Markdown:
        """Give the word for a value a record can have."""
        return escape(words.label(table, str(value), self.language))

    def joined(self, parts: Sequence[object]) -> Markdown:
        """Join words or links to a list in a sentence."""
        return Markdown(wording.join_words([str(escape(part)) for part in parts], self.language))

    def joined_own(self, names: Iterable[object]) -> Markdown:
        """Join words that are written in the site's main language only."""
        return self.joined([self.own(name) for name in names])

    def dotted(self, *parts: str) -> Markdown:
        """Put words or links on one line, with a dot between those that are there."""
        return Markdown(" · ".join(escape(part) for part in parts if part))

    def paragraph(self, *parts: object, end: str = "") -> Markdown:
        """Make a paragraph of words or links, with a space between them."""
        return Markdown(f"<p>{' '.join(escape(part) for part in parts)}{end}</p>")

    def missing(self) -> Markdown:
        """Say that no source states the value."""
        return Markdown(
            f'<span class="missing">{self.translate("Framgår inte av våra källor")}</span>'
        )

    # -- numbers and dates -------------------------------------------------

    def number(self, value: Decimal | int) -> Markdown:
        """Write a number in the page's language."""
        return escape(wording.format_number(value, self.language, wording.decimals_of(value)))

    def percent(self, value: Decimal | int) -> Markdown:
        """Write a share in percent, with its sign."""
        return escape(wording.format_percent(value, self.language, wording.decimals_of(value)))

    def count(self, number: Decimal | int, one: str, many: str) -> Markdown:
        """Give the words that go with a number; a `{}` in them becomes the number."""
        return escape(wording.count(number, one, many, self.language))

    def quantity(self, quantity: Quantity) -> Markdown:
        """Write a quantity, always with the word of its precision."""
        return escape(wording.format_quantity(quantity, self.language))

    def money(self, money: Money) -> Markdown:
        """Write a sum with its currency."""
        return escape(wording.format_money(money, self.language))

    def date(self, when: PartialDate) -> Markdown:
        """Write a date as far as it is known."""
        return escape(wording.format_date(when, self.language) or self.translate("okänt datum"))

    def day(self, when: dt.date) -> Markdown:
        """Write a whole date."""
        return self.date(PartialDate(year=when.year, month=when.month, day=when.day))

    def period(self, period: Period) -> Markdown:
        """Write a period; unknown ends say that no source states them."""
        if period.is_unknown:
            return self.missing()
        if period.start == period.end:
            return self.date(period.start)
        start = self.date(period.start) if not period.start.is_unknown else self.translate("okänt")
        if period.is_open:
            return Markdown(f"{self.translate('från')} {start}")
        end = self.date(period.end) if not period.end.is_unknown else self.translate("okänt")
        years = {period.start.year, period.end.year}
        untold = f" ({self.translate('årtal framgår inte')})" if years == {None} else ""
        return Markdown(f"{start} – {end}{untold}")

    # -- links ---------------------------------------------------------------

    def href(self, uri: str) -> Markdown:
        """Give the address of another page of the site, as seen from this one."""
        # Percent-encoded, so nothing in it means anything to Markdown.
        return Markdown(escape_html(quote(relative_url(self.uri, uri), safe="/#.-_~%")))

    def link(self, kind: str, record_id: str | None) -> Markdown:
        """Link to a record's page by its title; only the title where it has no page."""
        record = self.site.get(kind, record_id)
        if record is None:
            stored = self.site.records.get((kind, record_id or ""))
            if hasattr(stored, "publication"):
                return self.translate("ännu inte publicerat")
            return self.text(getattr(stored, "title", None)) or escape(record_id or "")
        title = getattr(record, "short_title", None) or getattr(record, "title", None)
        return Markdown(f'<a href="{self.href(uri_of(kind, record.id))}">{self.text(title)}</a>')

    def place(self, place_id: str) -> Markdown:
        """Link to a municipality's page; only the name where it has none."""
        place = self.site.place(place_id)
        if place not in self.site.municipalities:
            return escape(place.name)
        return Markdown(
            f'<a href="{self.href(uri_of("place", place.id))}">{escape(place.name)}</a>'
        )

    def outside(self, url: object, title: object) -> Markdown:
        """Link to somebody else's page."""
        return Markdown(f'<a href="{escape(url)}" rel="external">{escape(title)}</a>')

    # -- sources ---------------------------------------------------------------

    def citation(self, citation: Citation | None) -> Markdown:
        """Name the document and the section a value was read in."""
        if citation is None:
            return Markdown("")
        document = self.site.records.get(("document", citation.document))
        title = self.text(document.title) if isinstance(document, Document) else ""
        section = escape(citation.section or "")
        language = (
            document.language.value if isinstance(document, Document) else self.site.main_language
        )
        if section and language != self.language:
            section = Markdown(f'<span lang="{language}">{section}</span>')
        # A short document's only section often has the document's own name.
        is_told = section and section != title
        return Markdown(", ".join(part for part in (title, section if is_told else "") if part))

    def source(self, key: RecordKey, citation: Citation | None, *loc: str | int) -> Markdown:
        """Name where a value comes from: the document, and the row that holds it here."""
        file = self.site.files[key]
        row = self.row(file, file.line_of(*loc))
        named = self.citation(citation)
        return Markdown(f"{named} · {row}" if named else str(row))

    def row(self, file: RecordFile, line: int) -> Markdown:
        """Point at a row of a file: a link at the git host, else path, line and commit."""
        url = file_url(self.site, file, line)
        if url:
            return Markdown(f'<a href="{escape(url)}">{self.translate("rad")} {line}</a>')
        name = file.path.rpartition("/")[2]
        told = f"{escape(name)} {self.translate('rad')} {line}"
        if file.last_change is None and has_history(self.site):
            told += f" ({self.translate('ännu inte publicerad')})"
        return Markdown(told)


def page_file(
    site: Site,
    uri: str,
    language: str,
    template: str,
    *,
    title: str | Text,
    description: str | Text | None = None,
    key: RecordKey | None = None,
    section: str | None = None,
    breadcrumbs: list[tuple[str, str]] | None = None,
    meta: Mapping[str, Any] | None = None,
    is_notice: bool = False,
    funded: str | None = None,
    shared: Highlight | None = None,
    **values: Any,
) -> OutputFile:
    """Render one page: front matter, the template's Markdown, the foot.

    Args:
        site: The checked site.
        uri: Where the page lies.
        language: The language it speaks.
        template: Name of the template beside this module.
        title: The page's title: a record's text, or plain words in the page's language.
        description: One or two sentences for sharing, likewise.
        key: The record the page is made from; None for pages that gather many.
        section: Uri of the part of the site it belongs to, for the navigation.
        breadcrumbs: Titles and uris of the pages above it.
        meta: More for the front matter.
        is_notice: Whether it only says that the page is not translated.
        funded: The project it is about or has grown from; its funder is named on the page.
        shared: What its share card tells; the template's `sharing` is the way to send its link.
        **values: What the template prints.

    Raises:
        jinja2.UndefinedError: the template names a value it was not given.
            A programmer's mistake.
    """
    page = Page(site, uri, language)
    publicity = publicity_on(site, funded, language, is_its_own=key == ("project", funded))
    sharing = sharing_of(
        site, uri, language, title=page.plain(title), told=shared, publicity=publicity
    )
    body = (
        environment()
        .get_template(template)
        .render(
            p=page,
            site=site,
            _=page.translate,
            text=page.text,
            prose=page.prose,
            link=page.link,
            src=partial(page.source, key) if key else None,
            sharing=sharing.block,
            **values,
        )
    )
    front = {
        "title": page.plain(title),
        "title_language": page.language_of(title),
        "head_title": head_title(
            site, page.plain(title), language, is_example="example" in (meta or {})
        ),
        "description": shortened(page.plain(description)),
        "description_language": page.language_of(description),
        "section": page_url(section) if section is not None else None,
        "breadcrumbs": [
            {"title": name, "url": page_url(where) or "./"} for name, where in breadcrumbs or []
        ],
        "languages": languages_of(site, site.languages),
        "publicity": publicity,
        "card": sharing.meta,
        **(meta or {}),
    }
    record_file = site.files.get(key) if key else None
    text = (
        front_matter(front)
        + tidy(body)
        + (foot(page, record_file, _acknowledged(site, key)) if record_file else "")
    )
    made_from = (record_file.path,) if record_file else ()
    return OutputFile(uri, text, language, made_from, page.plain(title), is_notice, sharing.card)


def languages_of(site: Site, written: Sequence[str]) -> list[str]:
    """List the languages a page is in, for those who look for it in theirs; none if only one."""
    found = [language for language in site.languages if language in written]
    return found if len(found) > 1 else []


def tidy(body: str) -> str:
    """Leave at most one blank line between blocks, and none at the ends."""
    lines: list[str] = []
    for line in body.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip() if line.strip() else "")
    return "\n".join(lines).strip("\n") + "\n"


def _acknowledged(site: Site, key: RecordKey | None) -> tuple[Acknowledgement, ...]:
    translation = site.translations.get(key) if key else None
    record = translation or (site.records.get(key) if key else None)
    return record.acknowledged if record else ()


def foot(page: Page, file: RecordFile, acknowledged: tuple[Acknowledgement, ...] = ()) -> str:
    """Say what is known to be lacking, which file the page is made from, and how to change it."""
    parts = [f"{page.translate('Sidan är gjord av')} <code>{escape(file.path)}</code>"]
    if file.last_change:
        changed = page.translate("senast ändrad")
        day, commit = page.day(file.last_change.day), escape(file.last_change.short)
        parts.append(f"{changed} {day} ({page.translate('version')} <code>{commit}</code>)")
    url = edit_url(page.site, file.path)
    change = (
        f'<p><a href="{escape(url)}">{page.translate("Ändra den här sidan")}</a></p>' if url else ""
    )
    known = _known_flaws(page, acknowledged)
    return f'{known}\n<footer class="page-source"><p>{", ".join(parts)}.</p>{change}</footer>\n'


def _known_flaws(page: Page, acknowledged: tuple[Acknowledgement, ...]) -> str:
    """List the acknowledged warnings that concern what a reader reads, with their reasons."""
    rows = []
    for one in acknowledged:
        told = issue_texts()[one.code][spoken(page.language)].get("reader")
        if told:
            said = f"{page.signed(one.by, page.site.main_language)}, {page.date(one.date)}"
            rows.append(
                f"<li><strong>{escape(told)}.</strong> {page.text(one.reason)} ({said})</li>"
            )
    if not rows:
        return ""
    heading = page.translate("Bra att veta om den här sidan")
    return (
        f'\n<section class="known-flaws" aria-labelledby="bra-att-veta"><h2 id="bra-att-veta">'
        f"{heading}</h2><ul>{''.join(rows)}</ul></section>\n"
    )
