"""Documents and lectures: between whom, by whom."""

import pytest

from config.desk.article.reading.marks import Role, State, What
from tests.config.desk.article.known import marks


def documents(text: str) -> list[tuple[str, list[str]]]:
    return [
        (mark.value, [(party.keys or (party.text,))[0] for party in mark.linked(Role.PARTY)])
        for mark in marks(text, What.DOCUMENT)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "several agreements, among them the Cooperation Agreement between the University of"
            " Latvia and Riga Technical University, were signed",
            "cooperation",
            ["lu", "rtu"],
        ),
        (
            "a Memorandum of Understanding on research between the University of Latvia and the"
            " University of Narva",
            "memorandum",
            ["lu", "University of Narva"],
        ),
        (
            "The University of Latvia and the University of Tartu signed a road map.",
            "road_map",
            ["lu", "ut"],
        ),
        (
            "соглашение о сотрудничестве между Латвийским университетом и Тартуским университетом",
            "cooperation",
            ["lu", "ut"],
        ),
        (
            "Латвийский университет и Тартуский университет подписали меморандум.",
            "memorandum",
            ["lu", "ut"],
        ),
        ("подписан план действий между Эстонией и Латвией", "plan", ["EE", "LV"]),
        (
            "Латвия университеті мен Рига техникалық университеті арасындағы ынтымақтастық туралы"
            " келісім",
            "cooperation",
            ["lu", "rtu"],
        ),
        (
            "Латвия университеті мен Рига техникалық университеті меморандумға қол қойды.",
            "memorandum",
            ["lu", "rtu"],
        ),
        ("Läti Ülikooli ja Tartu Ülikooli vaheline koostööleping", "cooperation", ["lu", "ut"]),
        (
            "Koostööleping Läti Ülikooli ja Tartu Ülikooli vahel jõustus.",
            "cooperation",
            ["lu", "ut"],
        ),
        ("Läti Ülikool ja Tartu Ülikool allkirjastasid teekaardi.", "road_map", ["lu", "ut"]),
    ],
)
def test_a_document_has_the_parties_that_the_text_names(text, kind, parties):
    assert documents(text) == [(kind, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Several bilateral agreements were signed.",
        "cooperation between universities",
        "The University of Latvia signed a memorandum.",
        "Страны подписали соглашения о сотрудничестве.",
        "The University of Latvia and the University of Tartu discussed an agreement.",
    ],
)
def test_a_document_of_nobody_in_particular_is_none(text):
    assert documents(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Expert Aino Kask delivered a lecture titled «Success: Key Investments», sharing more.",
            "Success: Key Investments",
        ),
        ("Rector Aino Kask gave a public lecture “Open Doors”.", "Open Doors"),
        ("Ректор Айно Каск выступила с лекцией «Открытые двери».", "Открытые двери"),
        ("Ректор Айгүл Сәрсен «Ашық есіктер» тақырыбында дәріс оқыды.", "Ашық есіктер"),
        ("Rektor Aino Kask pidas loengu „Avatud uksed“.", "Avatud uksed"),
        ("Rektor Aino Kask pidas loengu.", ""),
    ],
)
def test_a_lecture_has_its_speaker_and_its_title(text, title):
    (lecture,) = marks(text, What.LECTURE)

    assert lecture.detail == title
    assert lecture.first(Role.SPEAKER).state == State.NEW


@pytest.mark.parametrize("text", ["A lecture «Open Doors» was given.", "лекции для студентов"])
def test_a_lecture_of_nobody_is_none(text):
    assert marks(text, What.LECTURE) == []
