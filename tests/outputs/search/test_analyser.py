# SPDX-License-Identifier: EUPL-1.2
"""Words are taken apart as a reader of the language would take them."""

from __future__ import annotations

import pytest

from dalamodellen.outputs.search.analyser import Analyser, key_of

FORMS = {
    "sv": {
        "faktura": "fakturan fakturor fakturorna fakturas",
        "kurs": "kursen kurser kurserna kursernas",
        "företag": "företaget företagen företagens",
        "bok": "boken böcker böckerna",
        "medarbetare": "medarbetaren medarbetarna medarbetares",
        "anställa": "anställer anställde",
        "jämställdhet": "jämställdheten jämställdhetens",
        "möte": "mötet möten mötena",
        "energikartläggning": "energikartläggningen energikartläggningar",
        "skriva": "skriver skrev skrivit",
        "stor": "stora större störst",
        "e-faktura": "e-fakturan e-fakturor",
    },
    "nb": {
        "faktura": "fakturaen fakturaer fakturaene",
        "kurs": "kurset kursene",
        "bedrift": "bedriften bedrifter bedriftene",
        "kommune": "kommunen kommuner kommunene",
        "arbeidsgiver": "arbeidsgiveren arbeidsgivere arbeidsgiverne",
    },
    "en": {"invoice": "invoices", "company": "companies", "course": "courses"},
}
COMPOUNDS = {
    "sv": {
        "energikartläggning": ["energi", "kartläggning"],
        "personuppgiftsbiträdesavtal": ["person", "uppgift", "biträde", "avtal", "personuppgift"],
        "grundskola": ["grund", "skola"],
        "riskbedömning": ["risk", "bedömning"],
        "arbetsmiljöplan": ["plan", "arbetsmiljö"],
        "e-faktura": ["faktura"],
        "kvinnojour": ["kvinna"],
    },
    "nb": {
        "generasjonsskifte": ["generasjon", "skifte"],
        "voksenopplæring": ["voksen", "opplæring"],
    },
}
WHOLE = {
    "sv": "företagande kompetens verksamhet leverantör kostnad tillgänglighet deltagare styrelse material "
    "protokoll restaurang försändelse ekonomisk utvärdering",
    "nb": "virksomhet kompetanse kostnad deltaker materiale",
}


@pytest.mark.parametrize("language", FORMS)
def test_every_form_has_the_key_of_its_word(language: str) -> None:
    analyser = Analyser(language)
    wrong = {
        form: analyser.analyse(form)[0]
        for word, forms in FORMS[language].items()
        for form in forms.split()
        if analyser.analyse(form)[0] != analyser.analyse(word)[0]
    }
    assert not wrong


@pytest.mark.parametrize("language", COMPOUNDS)
def test_a_compound_is_made_of_its_parts(language: str) -> None:
    analyser = Analyser(language)
    missing = {
        word: (parts, analyser.analyse(word)[1])
        for word, parts in COMPOUNDS[language].items()
        if not {key_of(part) for part in parts}
        <= {key_of(analyser.lemma(part)) for part in analyser.analyse(word)[1]}
    }
    assert not missing


@pytest.mark.parametrize("language", WHOLE)
def test_what_only_looks_like_a_compound_is_left_whole(language: str) -> None:
    analyser = Analyser(language)
    assert {word: analyser.analyse(word)[1] for word in WHOLE[language].split()} == dict.fromkeys(
        WHOLE[language].split(), ()
    )


def test_a_word_of_the_sites_own_splits_its_compounds() -> None:
    assert "tuvalo" not in Analyser("sv").analyse("tuvalorapport")[1]
    own = Analyser("sv", own=frozenset({"tuvalo"}))
    assert own.analyse("tuvalorapport")[1] == ("tuvalo", "rapport")
