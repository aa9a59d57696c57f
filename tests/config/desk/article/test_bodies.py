"""Institutions on no record, and the ministries of ministers."""

import pytest

from config.desk.article.reading.marks import State, What
from tests.config.desk.article.known import marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at the University of Narva and", "University of Narva"),
        ("The Viljandi Academy of Fine Arts opened", "Viljandi Academy of Fine Arts"),
        ("в Университете Нархоз прошла", "Университете Нархоз"),
        ("Ошский технологический университет принял", "Ошский технологический университет"),
        ("Қостанай өңірлік университеті қабылдады", "Қостанай өңірлік университеті"),
        ("Форумға Қостанай өңірлік университеті келді", "Қостанай өңірлік университеті"),
        (
            "ректор Ошского технологического университета Айно Каск",
            "Ошского технологического университета",
        ),
        ("kohtuti Saaremaa Merekõrgkoolis eile", "Saaremaa Merekõrgkoolis"),
        ("kohtuti Võru Rahvaülikoolis eile", "Võru Rahvaülikoolis"),
    ],
)
def test_a_phrase_with_capitals_around_a_body_is_a_new_institution(text, expected):
    (mark,) = [each for each in marks(text, What.INSTITUTION) if each.state == State.NEW]

    assert mark.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "The University celebrated. Many universities came.",
        "the role of universities in Estonia",
        "Ведущие университеты подписали документы.",
        "Международный университет принимает гостей.",
        "Қатысушылар академиялық мәселелерді талқылады.",
        "Ülikoolid arutasid koostööd.",
        "Academic mobility of students",
        "Kuue Eesti ülikooli rektorid kohtusid.",
    ],
)
def test_a_body_in_general_is_none(text):
    assert marks(text, What.INSTITUTION) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Minister of Education and Science of Latvia", "izm"),
        ("Minister of Higher Education, Science and Innovation of Uzbekistan", "uzm"),
        ("министр образования и науки Латвии", "izm"),
        ("Қазақстанның Ғылым және жоғары білім министрі", "kzm"),
        ("Läti haridus- ja teadusminister", "izm"),
        ("Eesti haridus- ja teadusminister", "htm"),
    ],
)
def test_a_minister_is_of_the_ministry_with_that_field(text, key):
    (mark,) = marks(text, What.INSTITUTION)

    assert (mark.state, mark.keys) == (State.KNOWN, (key,))


@pytest.mark.parametrize(
    "text", ["Minister of Latvia", "Minister of Defence of Latvia", "Minister of Education of Chad"]
)
def test_a_minister_of_another_field_or_country_is_of_none_on_record(text):
    assert marks(text, What.INSTITUTION) == []
