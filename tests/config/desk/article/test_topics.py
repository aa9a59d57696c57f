"""Topics by their words."""

import pytest

from config.desk.article.reading.marks import What
from config.desk.article.reading.matching import Name
from tests.config.desk.article.known import marks


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("on digitalization and", "digital"),
        ("joint educational programs", "programmes"),
        ("the internationalization of higher education", "world"),
        ("trade and the economy", "trade"),
        ("развитие академической мобильности", "mobility"),
        ("вопросы искусственного интеллекта", "ai"),
        ("жасанды интеллектіні дамыту", "ai"),
        ("академиялық ұтқырлыққа", "mobility"),
        ("akadeemilisest mobiilsusest", "mobility"),
        ("tehisintellektist", "ai"),
    ],
)
def test_a_topic_is_found_by_all_its_words(text, key):
    assert [mark.keys for mark in marks(text, What.TOPIC)] == [(key,)]


@pytest.mark.parametrize(
    "text",
    [
        "artificial flowers show intelligence",
        "academic staff. Mobility of goods",
        "Minister of Culture of Latvia",
        "economy and more and more and yet more trade",
    ],
)
def test_some_of_its_words_are_not_enough(text):
    assert marks(text, What.TOPIC) == []


def test_an_abbreviation_beside_a_topic_stands_for_it():
    topics = [Name("Secondary education (PISA)", What.TOPIC, "school")]

    found = marks("the PISA results of secondary education", What.TOPIC, topics=topics)

    assert {mark.keys for mark in found} == {("school",)}
