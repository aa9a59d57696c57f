"""A whole article in each language: what is proposed of it, and how much of that is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.desk.article.drafts import ON_RECORD
from config.desk.article.proposals import Proposals, propose
from config.desk.article.reading.knowledge import Knowledge
from config.desk.article.reading.marks import Role, State, What
from config.desk.article.reading.read import read
from config.desk.article.reading.vocabulary import language_of
from tests.config.desk.article.known import knowledge

TEXTS = Path(__file__).parent / "texts"
# By language: the host, the city, its people with their side, its institutions, and its topics.
EXPECTED = {
    "en": {
        "events": [("visit", "state", "UZ", ""), ("forum", "", "UZ", "Tashkent")],
        "people": {
            "kalnmeijers": ("e0", "LV"),
            "rahmatov": ("e1", "UZ"),
            "bergmane": ("e1", "LV"),
            "Dilnoza Karimberdiyeva": ("e1", ""),
            "ozolkalna": ("e1", "LV"),
            "Bobur Eshmatov": ("e1", ""),
        },
        "bodies": {"uzm", "izm", "lu", "rtu", "samdu", "Navoi Pedagogical Institute"},
        "documents": [("memorandum", {"samdu", "lu"})],
        "lectures": [("Small Countries, Open Laboratories", "ozolkalna")],
        "topics": {"mobility", "programmes", "rankings", "digital", "world"},
        "days": ("2027-04-14", "2027-04-15"),
    },
    "ru": {
        "events": [("visit", "official", "UZ", ""), ("forum", "", "UZ", "Ташкент")],
        "people": {
            "kalnmeijers": ("e0", "LV"),
            "rahmatov": ("e1", "UZ"),
            "bergmane": ("e1", "LV"),
            "Дильноза Каримбердиева": ("e1", ""),
            "ozolkalna": ("e1", "LV"),
            "Бобур Эшматов": ("e1", ""),
        },
        "bodies": {"uzm", "izm", "lu", "rtu", "samdu", "Навоийский педагогический институт"},
        "documents": [("memorandum", {"samdu", "lu"})],
        "lectures": [("Малые страны, открытые лаборатории", "ozolkalna")],
        "topics": {"mobility", "programmes", "rankings", "digital", "ai"},
        "days": ("2027-04-14", ""),
    },
    "kk": {
        "events": [("visit", "official", "KZ", ""), ("forum", "", "KZ", "Алматы")],
        "people": {
            "kalnmeijers": ("e0", "LV"),
            "Ерсін Байқоңыров": ("e1", "KZ"),
            "bergmane": ("e1", "LV"),
            "ozolkalna": ("e1", "LV"),
            "Бекзат Тілеубаев": ("e1", ""),
        },
        "bodies": {"kzm", "izm", "lu", "rtu", "abai", "Қызылорда ашық университеті"},
        "documents": [("cooperation", {"abai", "lu"})],
        "lectures": [("Шағын елдер, ашық зертханалар", "ozolkalna")],
        "topics": {"mobility", "programmes", "rankings", "digital", "ai"},
        "days": ("2027-04-14", ""),
    },
    "et": {
        "events": [("visit", "state", "EE", ""), ("forum", "", "EE", "Tallinn")],
        "people": {
            "kalnmeijers": ("e0", "LV"),
            "rannamets": ("e1", "EE"),
            "bergmane": ("e1", "LV"),
            "Toomas Kivistik": ("e1", ""),
            "ozolkalna": ("e1", "LV"),
            "Priit Laidvere": ("e1", ""),
        },
        "bodies": {"htm", "izm", "lu", "rtu", "ut", "Saaremaa Merekõrgkooli"},
        "documents": [("cooperation", {"ut", "lu"})],
        "lectures": [("Väikesed riigid, avatud laborid", "ozolkalna")],
        "topics": {"mobility", "programmes", "rankings", "digital", "ai"},
        "days": ("2027-04-14", ""),
    },
}
of_each = pytest.mark.parametrize("language", EXPECTED)


def proposed(language: str, *, on_record: bool = False) -> Proposals:
    text, known = (TEXTS / f"{language}.txt").read_text(encoding="utf-8"), knowledge()

    def called(what: What, key: str) -> str:
        return known.cities[key].names[language] if what == What.CITY else key

    return propose(text, read(text, known), known, called, on_record=on_record)


def which(row: dict) -> str:
    return row["candidates"] or row["name"]


@of_each
def test_the_language_is_told_by_the_text(language):
    assert language_of((TEXTS / f"{language}.txt").read_text(encoding="utf-8")) == language


@of_each
def test_the_visit_and_the_forum_are_proposed_with_place_and_day(language):
    expected, rows = EXPECTED[language], proposed(language).events

    found = [(row["kind"], row["visit_kind"], row["country"], row["city"]) for row in rows]
    assert found == expected["events"]
    assert (rows[1]["starts_on"], rows[1]["ends_on"]) == expected["days"]


@of_each
def test_everybody_is_proposed_on_their_side_and_nobody_else(language):
    rows = proposed(language).people

    found = {which(row): (row["event"], row["country"]) for row in rows}
    assert found == EXPECTED[language]["people"]
    assert all(row["office"] for row in rows)


@of_each
def test_all_institutions_are_proposed_and_no_others(language):
    assert {which(row) for row in proposed(language).bodies} == EXPECTED[language]["bodies"]


@of_each
def test_the_document_has_both_parties(language):
    rows = proposed(language)

    bodies = {f"b{number}": which(row) for number, row in enumerate(rows.bodies)}
    found = [
        (row["instrument"], {bodies[row["party_1"]], bodies[row["party_2"]]})
        for row in rows.documents
    ]
    assert found == EXPECTED[language]["documents"]


@of_each
def test_the_lecture_has_its_title_and_speaker(language):
    rows = proposed(language)

    people = {f"p{number}": which(row) for number, row in enumerate(rows.people)}
    found = [(row["title"], people[row["speaker"]]) for row in rows.lectures]
    assert found == EXPECTED[language]["lectures"]


@of_each
def test_the_topics_are_proposed_and_no_others(language):
    assert {which(row) for row in proposed(language).topics} == EXPECTED[language]["topics"]


@of_each
def test_several_of_one_office_give_it_to_each_institution(language):
    rows = {which(row): row for row in proposed(language).bodies}

    assert rows["lu"]["office"] == rows["rtu"]["office"] == "rector"
    assert rows["izm"]["office"] == ""


def test_for_an_event_on_record_all_take_part_in_it():
    rows = proposed("en", on_record=True)

    assert {row["event"] for row in [*rows.people, *rows.bodies]} == {ON_RECORD}


def test_a_new_name_is_one_in_whatever_form_it_stands():
    text = "Ректор Навоийского университета Айно Каск прибыла. В Навоийском университете рады."

    rows = propose(text, read(text, knowledge()), knowledge(), str, on_record=False).bodies

    assert [row["name"] for row in rows] == ["Навоийского университета"]
    assert rows[0]["spans"].count("-") == 2


def test_who_is_only_mentioned_takes_part_in_nothing_and_is_not_ticked():
    text, known = "The Forum met in Riga. It was an idea of Ilze Bergmane.", knowledge()

    (row,) = propose(text, read(text, known), known, lambda _what, key: key, on_record=False).people

    assert (row["candidates"], row["event"], row["take"]) == ("bergmane", "", False)


def test_rows_refer_to_each_other_also_if_one_has_become_doubtful():
    text, known = "Rector Aino Kask of the University of Narva gave a lecture.", knowledge()
    doubtful = [
        replace(mark, state=State.DOUBTFUL, keys=("lu",))
        if mark.state == State.NEW and mark.what in (What.PERSON, What.INSTITUTION)
        else mark
        for mark in read(text, known)
    ]

    rows = propose(text, doubtful, known, lambda _what, key: key, on_record=False)

    assert [row["institution"] for row in rows.people] == ["b0"]
    assert [row["speaker"] for row in rows.lectures] == ["p0"]
    assert [row["name"] for row in (*rows.people, *rows.bodies)] == [
        "Aino Kask",
        "University of Narva",
    ]


def test_a_text_that_names_nothing_proposes_nothing():
    text = "It rained all day, and nobody came."

    assert read(text, knowledge()) == []
    assert read("", Knowledge()) == []


def test_a_mark_says_what_hangs_on_it():
    text = (TEXTS / "en.txt").read_text(encoding="utf-8")
    person = next(m for m in read(text, knowledge()) if m.text == "Jasur Rahmatov")

    office = person.first(Role.OFFICE)

    assert office.text == "Minister of Higher Education, Science and Innovation of Uzbekistan"
    assert office.first(Role.SIDE).value == "UZ"
