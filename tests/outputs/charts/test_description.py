# SPDX-License-Identifier: EUPL-1.2
"""The words of charts: true to the numbers, silent on what is hidden, right in each language."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dalamodellen.model.indicator import ChartKind, Counts, Direction, Operator, OutcomeStatus
from dalamodellen.model.money import Precision
from dalamodellen.model.period import PartialDate
from dalamodellen.model.reading_ease import lix
from dalamodellen.outputs.charts.description import describe_chart, describe_title
from dalamodellen.outputs.charts.spec import Chart, ChartUnit, Words, known
from dalamodellen.outputs.charts.towards_target import reached_of
from outputs.charts.generated_charts import LANGUAGES, charts
from outputs.charts.sample_charts import ANSWERS, HIDDEN, MISSING, chart, row, samples

# No timed tests: the first chart in a language reads its catalogue.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
TOO_EARLY = OutcomeStatus.TOO_EARLY
PART_KINDS = (ChartKind.PARTS, ChartKind.MONEY, ChartKind.PLACES)
PERSON = {"sv": ("person", "personer"), "nb": ("person", "personer"), "en": ("person", "people")}
ROSE = ("ökade", "steg", "økte", "rose")
FELL = ("minskade", "sjönk", "sank", "fell")
SAME = ("oförändrat", "detsamma", "uendret", "det samme", "unchanged", "the same")
MET = ("är nått", "er nådd", "is met")
NOT_MET = ("är inte nått", "er ikke nådd", "is not met", "is not yet met")


def told(one: Chart) -> list[str]:
    """Give the title and the sentences."""
    return [describe_title(one), *describe_chart(one)]


def numbers_in(text: str, language: str) -> list[Decimal]:
    """Read every number in a text as a reader of the language does."""
    point, groups = (".", ",") if language == "en" else (",", " .")
    found = []
    for match in re.finditer(r"-?\d(?:[\d.,\N{NO-BREAK SPACE}]*\d)?", text):
        digits = match[0].replace("\N{NO-BREAK SPACE}", "")
        for group in groups:
            digits = digits.replace(group, "")
        found.append(Decimal(digits.replace(point, ".")))
    return found


def rounded(value: Decimal) -> set[Decimal]:
    """Give the number as it is, and with as few decimals as a reader may get, either way."""
    found = {value}
    for rounding, step in product(
        ("ROUND_FLOOR", "ROUND_CEILING", "ROUND_HALF_UP"), (Decimal(1), Decimal("0.1"))
    ):
        found.add(value.quantize(step, rounding=rounding))
    return found


def may_be_said(one: Chart) -> set[Decimal]:
    """List the numbers a chart's words may hold: those in its table, and what follows from them."""
    known_rows = [[cell for cell in row.cells if cell.is_known] for row in one.rows]
    values = [cell.value for cells in known_rows for cell in cells if cell.value is not None]
    hidden = sum(not cell.is_known for row in one.rows for cell in row.cells)
    stated = [*values, *(n for n in (one.n, one.target, one.total.value) if n is not None)]
    stated += [n for row in one.rows for n in (row.n, row.target) if n is not None]
    found = set(stated)
    # How many rows, cells, goals and projects there are.
    found |= {Decimal(n) for n in range(1 + len(one.rows) * max(1, len(one.series)))}
    found |= {abs(a - b) for a, b in product(stated, stated)}
    wholes = [one.total.value] if one.total.value else []
    if one.kind is ChartKind.SEXES_WITHIN:
        sums = [sum(cell.value or 0 for cell in cells) for cells in known_rows]
        wholes += [Decimal(whole) for whole in sums if whole]
    found |= {*wholes}
    for whole, value in product(wholes, values):
        found |= rounded(value * 100 / whole)
    if one.kind is ChartKind.PROGRESS and not hidden:
        whole = Decimal(sum(values))
        found |= {whole, *([abs(whole - one.target)] if one.target is not None else [])}
    if one.kind is ChartKind.SCALE:
        found |= {Decimal(n) for n in (1, 4, 5)}
        for cells in known_rows:
            points = [cell.value or Decimal(0) for cell in cells]
            if len(points) == 5 and sum(points):
                high = (points[3] + points[4]) * 100 / sum(points)
                mean = sum(n * point for n, point in enumerate(points, 1)) / Decimal(sum(points))
                found |= rounded(high) | rounded(mean) | {Decimal(sum(points))}
    dates = [one.target_due, one.as_of]
    dates += [
        d for r in one.rows for c in r.cells if c.period for d in (c.period.start, c.period.end)
    ]
    found |= {Decimal(n) for d in dates if d for n in (d.year, d.month, d.day) if n is not None}
    if wholes or one.kind is ChartKind.SCALE:
        # "Under 1 %".
        found.add(Decimal(1))
    return found


# -- every chart -----------------------------------------------------------------------


@given(charts())
def test_every_number_stands_in_the_table_or_follows_from_it(one: Chart) -> None:
    allowed = may_be_said(one)
    for text in told(one):
        assert [n for n in numbers_in(text, one.language) if n not in allowed] == [], text


@given(charts())
def test_the_words_are_whole_sentences(one: Chart) -> None:
    title, *sentences = told(one)
    assert 1 <= len(sentences) <= 3
    assert not title.endswith((".", " ", ":", ","))
    for text in (title, *sentences):
        assert re.search(r"  |\{|\}|\(\)|\( | [.,:;!?]|[.,:;]{2}|\x00|None", text) is None, text
        assert text[0].isdigit() or text[0].isupper()
        assert text == text.strip()
    for text in sentences:
        assert text.endswith(".")


@given(charts())
def test_one_is_one_person_and_other_numbers_are_people(one: Chart) -> None:
    one = replace(one, counts=Counts.PEOPLE)
    single, several = PERSON[one.language]
    for text in told(one):
        for match in re.finditer(
            r"(-?\d[\d.,\N{NO-BREAK SPACE}]*)[\N{NO-BREAK SPACE} ](\w+)", text
        ):
            if match[2] in PERSON[one.language]:
                (number,) = numbers_in(match[1].rstrip(",.\N{NO-BREAK SPACE}"), one.language)
                assert match[2] == (single if number == 1 else several), text


@given(charts())
def test_a_number_that_is_not_exact_is_never_told_without_its_word(one: Chart) -> None:
    about = [
        replace(
            r,
            cells=tuple(
                replace(c, precision=Precision.ALMOST) if c.is_known and c.value else c
                for c in r.cells
            ),
        )
        for r in one.rows
    ]
    one = replace(one, rows=tuple(about), n=None, total=MISSING, target=None, target_due=None)
    values = {c.value for r in one.rows for c in r.cells if c.value is not None and c.value > 20}
    assume(one.kind not in (ChartKind.SCALE, ChartKind.TARGETS, ChartKind.TIME_LINE))
    for text in told(one):
        for match in re.finditer(
            r"(\w*\.?)[\N{NO-BREAK SPACE} ]?(?:[A-Z]{3}\N{NO-BREAK SPACE}|€)?(\d[\d.,\N{NO-BREAK SPACE}]*)",
            text,
        ):
            digits = match[2].rstrip(",.\N{NO-BREAK SPACE}")
            if digits and numbers_in(digits, one.language)[0] in values:
                assert match[1] in ("närmare", "nærmere", "almost", "ca", "ca.", "about"), text


@given(charts())
def test_foreign_words_are_marked_and_the_rest_is_as_it_was(one: Chart) -> None:
    for sentence in (describe_title(one), *describe_chart(one)):
        assert "".join(part.text for part in sentence.parts) == sentence
        assert sentence.marked.count('<span lang="sv">') == sum(
            part.language == "sv" for part in sentence.parts
        )
    title = describe_title(one)
    assert title.parts[0].language == one.subject.language


# -- what is hidden ---------------------------------------------------------------------


@given(charts(st.sampled_from(PART_KINDS), gaps=False), st.integers(1, 10**6), st.data())
def test_one_hidden_part_cannot_be_worked_out(one: Chart, more: int, data: st.DataObject) -> None:
    assume(one.rows and one.unit is not ChartUnit.PERCENT)
    number = data.draw(st.integers(0, len(one.rows) - 1))
    total = sum((r.cells[0].value or Decimal(0) for r in one.rows), Decimal(0))

    def world(value: Decimal) -> Chart:
        rows = list(one.rows)
        left = total - (rows[number].cells[0].value or Decimal(0))
        rows[number] = replace(rows[number], cells=(HIDDEN,))
        return replace(one, rows=tuple(rows), total=known(left + value), target=None)

    assert told(world(Decimal(0))) == told(world(Decimal(more)))


@given(st.sampled_from(LANGUAGES), st.integers(0, 100))
def test_a_hidden_share_of_a_hundred_cannot_be_worked_out(language: str, women: int) -> None:
    one = chart(
        language,
        ChartKind.SEXES_WITHIN,
        ("women", "men"),
        row("Kursen", women, HIDDEN),
        unit=ChartUnit.PERCENT,
    )
    assert numbers_in(" ".join(told(one)), language) == [1]


@given(st.sampled_from(LANGUAGES), st.sampled_from(ChartKind))
def test_a_chart_where_all_is_hidden_says_so_and_no_number_but_how_many(
    language: str, kind: ChartKind
) -> None:
    one = chart(language, kind, ("value",), row("Kursen", HIDDEN), row("Mötet", HIDDEN))
    told_as = {
        "sv": "alla tal är dolda",
        "nb": "alle tall er skjult",
        "en": "all figures are hidden",
    }
    assert told_as[language] in describe_title(one)
    assert numbers_in(" ".join(told(one)), language) == [2]


# -- up, down, met ------------------------------------------------------------------------


@given(charts(st.just(ChartKind.PROGRESS)))
def test_it_rose_only_if_it_rose(one: Chart) -> None:
    found = [r.cells[0].value for r in one.rows if r.cells[0].value is not None]
    text = " ".join(told(one))
    rises, falls, stays = (
        any(re.search(rf"\b{word}\b", text) for word in words) for words in (ROSE, FELL, SAME)
    )
    went = found[-1] - found[0] if len(found) > 1 else None
    expected = (went is not None and went > 0, went is not None and went < 0, went == 0)
    assert (rises, falls, stays) == expected, text


def is_reached(outcome: Decimal, target: Decimal, operator: Operator) -> bool:
    """Hold an outcome against a target, the plain way."""
    return {
        Operator.AT_LEAST: outcome >= target,
        Operator.AT_MOST: outcome <= target,
        Operator.EXACTLY: outcome == target,
    }[operator]


@given(charts(st.just(ChartKind.PROGRESS)))
def test_a_target_is_met_only_if_operator_direction_and_precision_say_so(one: Chart) -> None:
    assume(one.target is not None and one.has_numbers)
    title = describe_title(one)
    reached = reached_of(one)
    says_met = any(word in title for word in MET)
    says_not = any(word in title for word in NOT_MET)
    if reached is None or reached.value is None or one.target is None:
        assert not says_met
        assert not says_not
        return
    is_met = is_reached(reached.value, one.target, one.operator)
    against = one.direction is Direction.DECREASE and one.operator is Operator.AT_LEAST
    if reached.precision is Precision.EXACT and not against:
        assert (says_met, says_not) == (is_met, not is_met), title
    elif says_met or says_not:
        assert not against
        assert reached.precision is not Precision.ABOUT
        assert one.operator is not Operator.EXACTLY
        assert says_met == is_met or reached.value == one.target, title


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=2, max_size=5),
    st.sampled_from(Operator),
)
def test_goals_met_are_counted(
    language: str, goals: list[tuple[int, int]], operator: Operator
) -> None:
    rows = [
        row("Kursen", outcome, target=Decimal(target), operator=operator)
        for outcome, target in goals
    ]
    one = chart(language, ChartKind.TARGETS, ("outcome",), *rows)
    met = sum(is_reached(Decimal(a), Decimal(b), operator) for a, b in goals)
    numbers = {0: [len(goals)], len(goals): [len(goals)]}.get(met, [met, len(goals)])
    assert numbers_in(describe_title(one), language) == numbers


@pytest.mark.parametrize(
    ("statuses", "title", "more"),
    [
        ((None, None), "alla 2 mål är nådda", ""),
        ((TOO_EARLY, None), "1 av 2 mål är nått", "För 1 mål är det för tidigt att säga."),
        ((TOO_EARLY, TOO_EARLY), "för 2 mål är det för tidigt att säga", ""),
    ],
)
def test_a_goal_that_nobody_can_judge_yet_is_not_counted_as_met(
    statuses: tuple[OutcomeStatus | None, ...], title: str, more: str
) -> None:
    rows = [
        row("Kursen", replace(known(80), status=status), target=Decimal(75)) for status in statuses
    ]
    one = chart("sv", ChartKind.TARGETS, ("outcome",), *rows, unit=ChartUnit.PERCENT)
    assert title in describe_title(one)
    assert more in " ".join(describe_chart(one))


# -- shares --------------------------------------------------------------------------------


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.integers(1, 10**6), min_size=2, max_size=5, unique=True),
    st.sampled_from(Precision),
)
def test_a_share_has_the_word_that_makes_it_true(
    language: str, values: list[int], precision: Precision
) -> None:
    total = sum(values)
    one = chart(
        language,
        ChartKind.PARTS,
        ("value",),
        *(row("Kursen", value) for value in values),
        total=replace(known(total), precision=precision),
    )
    sentence = describe_chart(one)[0]
    space = "\N{NO-BREAK SPACE}?"
    found = re.findall(rf"\(([^()]*?){space}(\d+){space}%\)", sentence)
    assert len(found) == 2
    for (word, digits), value in zip(found, (max(values), min(values)), strict=True):
        shown, exact = Decimal(digits), Decimal(value) * 100 / total
        # What is almost the whole makes the share more, and the other way round.
        if word in ("drygt", "drøyt", "over"):
            assert shown <= exact < shown + 1
            assert precision in (Precision.EXACT, Precision.ALMOST)
        elif word in ("knappt", "knapt", "just under"):
            assert shown - 1 < exact <= shown
            assert precision not in (Precision.ABOUT, Precision.ALMOST)
        elif word.startswith("under"):
            assert (shown, precision) == (1, Precision.EXACT)
            assert exact < Decimal("0.5")
        elif word:
            assert (word in ("ca", "ca.", "about")) == (precision is Precision.ABOUT)
        else:
            assert (shown, precision) == (exact, Precision.EXACT)


@given(st.sampled_from(LANGUAGES), st.integers(0, 500), st.integers(0, 500))
def test_a_share_of_each_sex_is_never_told_as_a_share_of_all(
    language: str, women: int, men: int
) -> None:
    of_sex = {
        "sv": ("av kvinnorna", "av männen"),
        "nb": ("av kvinnene", "av mennene"),
        "en": ("of the women", "of the men"),
    }[language]
    each = chart(
        language,
        ChartKind.SHARE_OF_EACH_SEX,
        ("women", "men"),
        row("Kursen", Decimal(women) / 5, Decimal(men) / 5),
        unit=ChartUnit.PERCENT,
    )
    within = chart(language, ChartKind.SEXES_WITHIN, ("women", "men"), row("Kursen", women, men))
    assert all(words in describe_title(each) for words in of_sex)
    assert not any(words in " ".join(told(within)) for words in of_sex)


# -- examples ---------------------------------------------------------------------------------


def test_each_kind_is_told_as_a_person_would_in_swedish() -> None:
    found = {
        one.kind: [text.replace("\N{NO-BREAK SPACE}", " ") for text in told(one)]
        for one in samples("sv")
    }
    assert found == EXPECTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_easy_to_read(language: str) -> None:
    sentences = [text for one in samples(language) for text in told(one)]
    assert lix(sentences) < 40


@pytest.mark.parametrize(
    ("counts", "sv", "nb", "en"),
    [
        (Counts.PEOPLE, "ingen person", "ingen person", "no people"),
        (Counts.COMPANIES, "inget företag", "ingen bedrift", "no firms"),
        (Counts.NOTHING, "0", "0", "0"),
    ],
)
def test_none_hidden_and_not_stated_have_words_of_their_own(
    counts: Counts, sv: str, nb: str, en: str
) -> None:
    for language, none in zip(LANGUAGES, (sv, nb, en), strict=True):
        titles = [
            describe_title(
                chart(language, ChartKind.TARGETS, ("outcome",), row("A", cell), counts=counts)
            )
            for cell in (known(0), HIDDEN, MISSING)
        ]
        assert len(set(titles)) == 3
        assert titles[0].endswith(f": {none}")


def test_words_of_a_record_cannot_become_markup_or_places_of_a_template() -> None:
    one = replace(
        samples("sv")[0],
        subject=Words("<b>{amount}</b> *mål*", "nb"),
        rows=samples("sv")[0].rows[:1],
    )
    title = describe_title(one)
    assert title.startswith("<b>{amount}</b> *mål*: ")
    assert title.marked.startswith(
        '<span lang="nb">&lt;b&gt;&#123;amount&#125;&lt;/b&gt; &#42;mål&#42;</span>: '
    )


@pytest.mark.parametrize("number", [1, 2, 21, 101])
def test_what_is_counted_agrees_with_its_number(number: int) -> None:
    for language in LANGUAGES:
        single, several = PERSON[language]
        one = chart(language, ChartKind.TARGETS, ("outcome",), row("Kursen", number))
        noun = single if number == 1 else several
        assert describe_title(one).endswith(f": {number}\N{NO-BREAK SPACE}{noun}")


def test_an_outcome_that_is_not_exact_is_never_exactly_the_target() -> None:
    about = replace(known(15), precision=Precision.ABOUT)
    goal = row("Kursen", about, target=Decimal(15), operator=Operator.EXACTLY)
    title = describe_title(chart("sv", ChartKind.TARGETS, ("outcome",), goal))
    assert not any(word in title for word in (*MET, *NOT_MET))


def test_a_question_that_nobody_answered_has_no_share_and_no_mean() -> None:
    one = chart("sv", ChartKind.SCALE, ANSWERS, row("Kursen var bra", 0, 0, 0, 0, 0))
    assert describe_title(one).endswith(": svaren kan inte visas")


def test_all_of_them_is_told_as_all() -> None:
    one = chart(
        "sv",
        ChartKind.TARGETS,
        ("outcome",),
        row("Organisationer", 17, target=Decimal(13), n=Decimal(17)),
        counts=Counts.ORGANISATIONS,
    )
    assert describe_title(one).endswith(
        ": alla 17\N{NO-BREAK SPACE}organisationer, målet minst\N{NO-BREAK SPACE}13 är nått"
    )
    assert describe_chart(one)[1].replace("\N{NO-BREAK SPACE}", " ") == (
        "Målet är minst 13 av 17 organisationer, och utfallet är 4 organisationer över målet."
    )


@pytest.mark.parametrize(
    ("unit", "found"), [(ChartUnit.PERCENT, "är nått hittills"), (ChartUnit.NUMBER, "är nått")]
)
def test_a_share_that_is_met_before_it_is_due_is_met_so_far(unit: ChartUnit, found: str) -> None:
    one = replace(
        chart("sv", ChartKind.PROGRESS, ("value",), row("2025", 72), row("2026", 78)),
        unit=unit,
        target=Decimal(75),
        target_due=PartialDate(year=2026, month=12, day=31),
        as_of=PartialDate(year=2026, month=6, day=30),
    )
    assert describe_title(one).endswith(f" {found}")


EXPECTED: dict[ChartKind, list[str]] = {
    ChartKind.TARGETS: [
        "Exempellyftets mål: 1 av 2 mål med känt utfall är nått",
        "Längst från målet är Gått minst en kurs: 148 mot minst 160 av 200 personer.",
        "1 mål är inte nått.",
        "1 tal är dolt, så att ingen kan kännas igen; 1 uppgift framgår inte av våra källor.",
    ],
    ChartKind.PROGRESS: [
        "Personer som gått en kurs: 148 personer, målet minst 160 är inte nått än",
        "Talet steg med 107 personer, från 41 (2023) till 148 (2025).",
        "Målet är minst 160 personer senast 30 juni 2026, och det fattas 12 personer.",
        "Målet är preliminärt; 1 uppgift framgår inte av våra källor.",
    ],
    ChartKind.PARTS: [
        "Personer som gått en kurs: störst av det som visas är Lärare, 86 personer",
        "Störst är Lärare med 86 personer, minst är Rektorer med 31 personer.",
        "1 tal är dolt, så att ingen kan kännas igen.",
    ],
    ChartKind.SHARE_OF_EACH_SEX: [
        "Personer som gått en kurs: 68 % av kvinnorna och 61,5 % av männen",
        "Andelen är 6,5 procentenheter större bland kvinnorna än bland männen.",
        "Andelarna räknas av deltagarna i kurserna (148).",
    ],
    ChartKind.SEXES_WITHIN: [
        "Personer som gått en kurs: 79 kvinnor, 69 män och 1 annan",
        "Av 149 personer är drygt 53 % kvinnor och drygt 46 % män.",
    ],
    ChartKind.SCALE: [
        "Personer som gått en kurs: drygt 79 % svarade 4 eller 5 på ”Jag hade nytta av kursen”",
        "Medelvärdet är 4,1 på skalan 1 till 5, och 148 personer har svarat.",
        "Lägst är ”Jag fick den tid jag behövde”, där drygt 52 % svarade 4 eller 5 och medelvärdet är 3,5.",
    ],
    ChartKind.MONEY: [
        "Projektets pengar: största delen är Exempelfonden, 5 000 000 kr av 7 750 000 kr",
        "Störst är Exempelfonden med 5 000 000 kr (knappt 65 %), minst är Dalens företagarförening med 250 000 kr (drygt 3 %).",
        "Tillsammans är det 7 750 000 kr.",
    ],
    ChartKind.HELD: [
        "Projektets aktiviteter: planen hölls för 1 av 3 sorters aktiviteter",
        "Mest saknas i Verkstäder: 1 genomförd av 30 planerade.",
    ],
    ChartKind.MATRIX: [
        "Organisationernas mål: målet är nått i 3 av 5 fall",
        "Flest har nått mal-1, 2 av 3 organisationer.",
        "Målet är nått i 3 fall, delvis nått i 1 fall, inte nått i 1 fall och framgår inte i 1 fall.",
    ],
    ChartKind.TIME_LINE: [
        "Projekten: 2 projekt, från 1 februari 2010 till 31 december 2022",
        "Tidigast börjar Dalalyft (1 februari 2010) och senast slutar Lyftkraft (31 december 2022).",
    ],
    ChartKind.PLACES: [
        "Personer som gått en kurs: störst tal har Falun och Mora, 86 personer var",
        "Störst tal har Falun, 86 personer (drygt 50 %), minst har Orsa, 0 personer.",
        "Målet är minst 160 personer, men det går inte att avgöra om det är nått.",
    ],
}
