import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.intake.lines import read_document


@pytest.mark.parametrize(
    ("line", "instrument", "parties"),
    [
        (
            "Cooperation Agreement between A University and B Academy",
            "cooperation",
            "A University|B Academy",
        ),
        ("MoU – A University – B University", "memorandum", "A University|B University"),
        (
            "Memorandum – A University and B University, valid until 2028",
            "memorandum",
            "A University|B University",
        ),
        (
            "A University – B University: Letter of Intent",
            "letter_of_intent",
            "A University|B University",
        ),
        ("Road Map (A University; B University)", "road_map", "A University|B University"),
        (
            "Exchange programme, A University and B University",
            "programme",
            "A University|B University",
        ),
        (
            "Protocol between the A Ministry and the B Ministry on visas",
            "protocol",
            "A Ministry|B Ministry",
        ),
        ("Memorandum between Bolashak and Eesti Noored", "memorandum", "Bolashak|Eesti Noored"),
        (
            "Agreement between A University and B University, which is new",
            "cooperation",
            "A University|B University",
        ),
        (
            "Pact between AGH, University of Gdańsk and Samarkand State Civil and Arts University;",
            "",
            "AGH|University of Gdańsk|Samarkand State Civil and Arts University",
        ),
        (
            "Меморандум между Восточным университетом и Академией искусств",
            "memorandum",
            "Восточным университетом|Академией искусств",
        ),
        ("Соглашение: КазНУ – Тартуский университет", "cooperation", "КазНУ|Тартуский университет"),
        (
            "Шығыс университеті мен Батыс университеті арасындағы келісім",
            "cooperation",
            "Шығыс университеті|Батыс университеті",
        ),
        (
            "Näidisülikooli ja Teise Ülikooli koostööleping",
            "cooperation",
            "Näidisülikooli|Teise Ülikooli",
        ),
        (
            "Memorandum Näidisülikooli ja Teise Ülikooli vahel",
            "memorandum",
            "Näidisülikooli|Teise Ülikooli",
        ),
        ("Memorandum of Understanding on exchange", "memorandum", ""),
        ("Opening of a branch", "", ""),
    ],
)
def test_a_line_says_which_document_and_between_whom(line, instrument, parties):
    found = read_document(line)
    assert (found.instrument, "|".join(found.parties)) == (instrument, parties)
    assert found.title == line.strip(";")


@pytest.mark.parametrize(
    ("line", "title", "signatories", "date"),
    [
        ("MoU, signed by Mari Tamm, Rector", "MoU", ["Mari Tamm, Rector"], ""),
        (
            "MoU (Mari Tamm – Rector; Jaan Kask – Dean)",
            "MoU",
            ["Mari Tamm – Rector", "Jaan Kask – Dean"],
            "",
        ),
        ("Соглашение. Подписали: Мари Тамм; Яан Каск", "Соглашение", ["Мари Тамм", "Яан Каск"], ""),
        ("Leping, allkirjastasid Mari Tamm ja Jaan Kask", "Leping", ["Mari Tamm", "Jaan Kask"], ""),
        ("Келісім, қол қойғандар: Айгүл Серікқызы", "Келісім", ["Айгүл Серікқызы"], ""),
        ("MoU, 18 November 2025", "MoU", [], "18 November 2025"),
        ("MoU (18.11.2025)", "MoU", [], "18.11.2025"),
        ("MoU – 2025", "MoU", [], "2025"),
        ("Road Map for 2030–2032", "Road Map for 2030–2032", [], ""),
        ("MoU (first edition)", "MoU (first edition)", [], ""),
    ],
)
def test_signatories_and_dates_are_taken_from_the_end(line, title, signatories, date):
    found = read_document(line)
    assert (found.title, [*found.signatories], found.date) == (title, signatories, date)


@pytest.mark.slow
@given(st.text(max_size=80))
def test_any_line_is_read(line):
    read_document(line)


def test_a_date_may_stand_behind_a_word_for_it():
    line = read_document("Agreement between A University and B Academy dated 27 April 2030")

    assert (line.parties[1], line.date) == ("B Academy", "27 April 2030")


def test_how_long_a_document_holds_stays_in_its_title():
    assert read_document("Road map of A and B, valid until 2030").title.endswith("until 2030")
