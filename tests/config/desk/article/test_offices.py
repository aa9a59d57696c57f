"""Offices, as far as they go, and who stands beside them."""

import pytest

from config.desk.article.reading.marks import Role, State, What
from tests.config.desk.article.known import marks


def who(text: str) -> list[tuple[str, str, str]]:
    """Each person with their office, and whose it is."""
    found = []
    for person in marks(text, What.PERSON):
        office = person.first(Role.OFFICE)
        side = office and (office.first(Role.BODY) or office.first(Role.SIDE))
        side = side or person.first(Role.BODY)
        of = (side.keys or (side.text,))[0] if side else ""
        found.append((person.text, office.text if office else "", of))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Education and Science of Latvia Ilze Bergmane spoke.",
            ("Ilze Bergmane", "Minister of Education and Science of Latvia", "LV"),
        ),
        (
            "Latvia’s Deputy Minister of Education and Science Ilze Bergmane",
            ("Ilze Bergmane", "Latvia’s Deputy Minister of Education and Science", "LV"),
        ),
        (
            "Latvian President Andris Kalnmeijers said so.",
            ("Andris Kalnmeijers", "Latvian President", "LV"),
        ),
        (
            "Marta Ozolkalna, Vice-Rector of Riga Technical University, came.",
            ("Marta Ozolkalna", "Vice-Rector of Riga Technical University", "rtu"),
        ),
        ("Rector Aino Kask of the University of Latvia", ("Aino Kask", "Rector", "lu")),
        ("First Vice-Rector Aino Kask", ("Aino Kask", "First Vice-Rector", "")),
        ("Invited expert Dr. Aino von Kask", ("Aino von Kask", "Invited expert", "")),
        (
            "министр образования и науки Латвии Илзе Бергмане",
            ("Илзе Бергмане", "министр образования и науки Латвии", "LV"),
        ),
        (
            "с первым проректором Тартуского университета Айно Каск",
            ("Айно Каск", "первым проректором Тартуского университета", "ut"),
        ),
        (
            "Қазақстанның Білім және ғылым министрі Айгүл Сәрсен",
            ("Айгүл Сәрсен", "Қазақстанның Білім және ғылым министрі", "KZ"),
        ),
        (
            "Рига техникалық университетінің ректоры Айгүл Сәрсен айтты",
            ("Айгүл Сәрсен", "Рига техникалық университетінің ректоры", "rtu"),
        ),
        (
            "Läti haridus- ja teadusminister Ilze Bergmane ütles",
            ("Ilze Bergmane", "Läti haridus- ja teadusminister", "LV"),
        ),
        (
            "Tartu Ülikooli esimene prorektor Aino Kask",
            ("Aino Kask", "Tartu Ülikooli esimene prorektor", "ut"),
        ),
    ],
)
def test_an_office_goes_with_its_field_its_side_and_its_holder(text, expected):
    assert who(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The rectors of Estonian universities met in Tallinn.",
        "Ректоры Латвийского университета и Тартуского университета встретились.",
        "Rektorid Jõhvis arutasid koostööd ning lahkusid.",
        "Встреча с Председателем Мажилиса Парламента прошла.",
        "The rector welcomed the guests. Estonia Today reported.",
    ],
)
def test_an_office_without_a_name_makes_nobody_up(text):
    assert who(text) == []


def test_a_family_name_alone_is_that_of_the_person_named_before():
    text = "President of Latvia Andris Kalnmeijers came. President Kalnmeijers spoke."

    assert who(text) == [("Andris Kalnmeijers", "President of Latvia", "LV")]


def test_a_new_name_beside_an_office_is_new():
    (person,) = marks("Rector Aino Kask", What.PERSON)

    assert (person.state, person.keys) == (State.NEW, ())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Riga Technical University was represented by Rector Aino Kask.", "rtu"),
        ("Рижский технический университет представил ректор Айно Каск.", "rtu"),
        ("Рига техникалық университеті атынан ректор Айгүл Сәрсен қатысты.", "rtu"),
        ("Riia Tehnikaülikooli esindas rektor Aino Kask.", "rtu"),
    ],
)
def test_who_represents_an_institution_is_of_it(text, key):
    (person,) = marks(text, What.PERSON)

    assert person.first(Role.BODY).keys == (key,)
