# SPDX-License-Identifier: EUPL-1.2
"""Courses found by keyboard, by address, with the back button, on the reader's clock, without scripts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.test_print import INSIDE, sheets_of
from browser.walk import walk_faults
from conftest import TODAY

COURSES = "/exempel/kurser/"
NOON = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=12)
COUNT = ".course-hits__count"


@pytest.fixture
def courses(page: Page) -> Page:
    """The catalogue of the example, on the day that it was built."""
    page.clock.set_fixed_time(NOON)
    page.goto(COURSES)
    expect(page.locator(COUNT)).to_have_text(re.compile(r"^\d+ träffar$"))
    return page


def hits(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator(COUNT).inner_text()))


def option(page: Page, name: str, value: str) -> int:
    """Give the number that stands beside a value."""
    words = page.locator(f"#val-{name} option[value='{value}']").inner_text()
    return int(re.findall(r"\(([\d\s]+)\)$", words)[0])


def test_each_value_says_how_many_it_gives_and_keeps_its_word(courses: Page) -> None:
    whole, money = hits(courses), option(courses, "amne", "pengar")
    assert 0 < money < whole
    # All the topics together are all the courses, since each has one.
    values = courses.locator("#val-amne option").evaluate_all("all => all.map(one => one.value)")
    assert sum(option(courses, "amne", value) for value in values if value) == whole
    courses.select_option("#val-amne", "pengar")
    assert hits(courses) == money
    assert option(courses, "amne", "kunder") > 0
    both = option(courses, "kommun", "exempelkommun")
    courses.select_option("#val-kommun", "exempelkommun")
    assert hits(courses) == both
    assert courses.url.endswith("?amne=pengar&kommun=exempelkommun")


def test_a_choice_is_made_by_keyboard_and_the_focus_goes_to_what_was_found(courses: Page) -> None:
    courses.locator("#val-pris").focus()
    courses.keyboard.press("ArrowDown")
    expect(courses).to_have_url(re.compile(r"\?pris=fri$"))
    courses.locator("[name=natet]").focus()
    courses.keyboard.press("Space")
    expect(courses).to_have_url(re.compile(r"\?pris=fri&natet=ja$"))
    expect(courses.locator(".occasions li").first).to_contain_text("på nätet")
    courses.keyboard.press("Tab")
    assert courses.evaluate("document.activeElement.type") == "submit"
    courses.keyboard.press("Enter")
    assert courses.evaluate("document.activeElement.id") == "kommande"
    expect(courses).to_have_url(re.compile(r"\?pris=fri&natet=ja$"))


def test_the_address_holds_the_choice_and_each_step_back_undoes_one(courses: Page) -> None:
    whole = hits(courses)
    courses.select_option("#val-niva", "intermediate")
    one = hits(courses)
    courses.select_option("#val-sprak", "en")
    two, address = hits(courses), courses.url
    assert whole > one > two
    courses.go_back()
    expect(courses.locator("#val-sprak")).to_have_value("")
    assert hits(courses) == one
    courses.go_back()
    assert hits(courses) == whole
    courses.goto(address)
    expect(courses.locator("#val-sprak")).to_have_value("en")
    assert hits(courses) == two


def test_an_empty_choice_says_which_part_to_drop(courses: Page) -> None:
    courses.goto(f"{COURSES}?typ=bespoke&kommun=exempelkommun&amne=pengar")
    expect(courses.locator(COUNT)).to_have_text("0 träffar")
    drop = courses.locator(".course-none button")
    expect(drop.first).to_contain_text(re.compile(r"^Ta bort valet .+ \(\d+ träffar\)$"))
    promised = int(re.findall(r"\((\d+) ", drop.first.inner_text())[0])
    drop.first.press("Enter")
    assert hits(courses) == promised > 0
    assert courses.evaluate("document.activeElement.id") == "kommande"
    wish = courses.locator(".course-interest").get_attribute("href") or ""
    assert wish.startswith("mailto:redaktionen@example.org?subject=Meddela")
    assert "Pengar" in wish


def test_the_other_municipalities_of_the_county_are_added_when_asked_for(courses: Page) -> None:
    courses.select_option("#val-kommun", "fjarrkommun")
    here = hits(courses)
    courses.check("[name=nara]")
    assert hits(courses) > here
    assert "nara=ja" in courses.url


def test_what_is_over_goes_by_the_clock_of_the_reader(page: Page) -> None:
    page.clock.set_fixed_time(NOON + timedelta(days=60))
    limit = (TODAY + timedelta(days=60)).isoformat()
    page.goto("/exempel/kurser/amne/pengar/")
    rows = page.locator(".occasions li[data-last]")
    days = rows.evaluate_all("all => all.map(one => [one.dataset.last, !one.hidden])")
    assert {day < limit for day, _ in days} == {True, False}
    assert all(is_shown == (day >= limit) for day, is_shown in days)
    page.clock.set_fixed_time(NOON + timedelta(days=900))
    page.goto("/exempel/kurser/amne/pengar/")
    expect(page.locator(".no-upcoming").first).to_be_visible()
    expect(page.locator(".occasions").first).to_be_hidden()
    page.goto("/exempel/")
    expect(page.locator("#kurser + .cards, #kurser ~ .cards").first).to_be_hidden()
    expect(page.get_by_text("Inga kurser är planerade just nu")).to_be_visible()


def test_without_scripts_lists_lead_to_courses_by_topic_place_and_month(
    chromium_without_scripts: BrowserContext,
) -> None:
    page = chromium_without_scripts.new_page()
    page.goto(COURSES)
    expect(page.locator(".course-filters")).to_be_hidden()
    expect(page.locator(".occasions li")).to_have_count(12)
    for name, place in (("Pengar", "amne/pengar"), ("Exempelkommun", "kommun/exempelkommun")):
        page.goto(COURSES)
        page.locator(".choices").get_by_role("link", name=name, exact=True).click()
        assert page.url.endswith(f"{COURSES}{place}/")
        expect(page.locator(".occasions li").first).to_be_visible()
    page.goto(COURSES)
    page.locator(".choices").get_by_role("link", name=re.compile("^december")).click()
    expect(page.get_by_role("table")).to_be_visible()
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.locator(".occasion-when").first).to_be_visible()


MONTH = "/exempel/kalender/manad/2027-01/"


@pytest.mark.parametrize("size", [(1280, 800), (360, 640)], ids=["table", "list"])
def test_the_calendar_is_gone_through_day_by_day_with_the_keyboard(
    page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.clock.set_fixed_time(NOON)
    page.goto(MONTH)
    assert walk_faults(page) == []
    walked = "() => walked.filter((one) => one.closest('.month')).map((one) => "
    days = page.evaluate(
        f"{walked} Number(one.closest('td').querySelector('.month-day').innerText))"
    )
    assert (len(days) > 20) == (size[0] == 1280)
    assert days == sorted(days)


def test_a_month_is_a_table_with_named_days_and_leads_to_what_has_no_room_in_it(page: Page) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(MONTH)
    table = page.get_by_role("table", name="januari 2027")
    names = (
        table.get_by_role("columnheader")
        .locator("abbr")
        .evaluate_all("(all) => all.map((one) => one.title)")
    )
    assert names == [
        "Vecka", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    ]  # fmt: skip
    numbers = table.locator(".month-day").all_inner_texts()
    assert numbers == [str(day) for day in range(1, 32)]
    more = table.get_by_role("link", name=re.compile(r"^\d+ till$")).first
    more.press("Enter")
    day = page.evaluate("() => document.querySelector(':target').textContent")
    assert re.fullmatch(r"\w+ \d+ januari 2027", day)


def test_a_month_is_printed_with_every_day_and_no_square_is_cut(page: Page) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(MONTH)
    first = sheets_of(page)[0]
    after = first.index("söndag") if "söndag" in first else 0
    assert all(re.search(rf"\b{day}\b", first[after:]) for day in range(1, 32))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": INSIDE, "height": 1000})
    cut = page.locator(".month td").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"
    )
    assert cut == []
