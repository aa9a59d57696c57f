"""Names on record in a text."""

import pytest

from config.desk.article.reading.marks import State, What
from config.desk.article.reading.matching import Name, names_in
from config.desk.article.reading.tokens import tokens

NAMES = [
    Name("Tallinn University", What.INSTITUTION, "tlu"),
    Name("Tallinn University of Technology", What.INSTITUTION, "taltech"),
    Name("TalTech", What.INSTITUTION, "taltech"),
    Name("UT", What.INSTITUTION, "ut"),
    Name("Таллинский технический университет", What.INSTITUTION, "taltech"),
    Name("Eesti Muusika- ja Teatriakadeemia", What.INSTITUTION, "eamt"),
    Name("Renno Veinthal", What.PERSON, "veinthal"),
    Name("Саясат Нұрбек", What.PERSON, "nurbek"),
    Name("Tallinn", What.CITY, "tallinn"),
    Name("Эстония", What.COUNTRY, "EE"),
    Name("Казахстан", What.COUNTRY, "KZ"),
    Name("Chad", What.COUNTRY, "TD"),
]


def found(text: str) -> list[tuple[str, str]]:
    return [(mark.text, " ".join(mark.keys)) for mark in names_in(tokens(text), NAMES, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at Tallinn University of Technology.", [("Tallinn University of Technology", "taltech")]),
        ("at Tallinn University and in Tallinn", [("Tallinn University", "tlu"), ("Tallinn",) * 2]),
        ("TalTechi rektor", [("TalTechi", "taltech")]),
        ("UT’s rector, but no utility", [("UT", "ut")]),
        (
            "в Таллинском техническом университете",
            [("Таллинском техническом университете", "taltech")],
        ),
        (
            "Eesti Muusika- ja Teatriakadeemiaga",
            [("Eesti Muusika- ja Teatriakadeemiaga", "eamt")],
        ),
        ("встреча с Ренно Вейнталем", [("Ренно Вейнталем", "veinthal")]),
        ("Veinthal Renno", []),
        ("Саясат Нурбек Шынтасұлы сказал", [("Саясат Нурбек Шынтасұлы", "nurbek")]),
        ("казахстанско-эстонский", [("казахстанско", "KZ"), ("эстонский", "EE")]),
        ("a chad in a ballot", []),
        ("It met in Tallinn. University life", [("Tallinn", "tallinn")]),
    ],
)
def test_names_are_found_in_any_form_and_script(text, expected):
    expected = [(mark, key.lower() if key == "Tallinn" else key) for mark, key in expected]

    assert found(text) == expected


def test_a_name_of_two_records_is_doubtful():
    names = [Name("Narva College", What.INSTITUTION, key) for key in ("one", "other")]
    text = "Narva College"

    (mark,) = names_in(tokens(text), names, text)

    assert (mark.state, mark.keys) == (State.DOUBTFUL, ("one", "other"))


def test_a_long_text_is_compared_with_very_many_names_at_once():
    towns = [f"Town{number}" for number in range(10_000)]
    names = [
        Name(f"{form} {town}", What.INSTITUTION, town)
        for town in towns
        for form in ("University of", "Университет", "Institute of")
    ]
    text = " and ".join(f"the University of {town}" for town in towns[:1_000])

    marks = names_in(tokens(text), names, text)

    assert [mark.keys for mark in marks] == [(town,) for town in towns[:1_000]]
