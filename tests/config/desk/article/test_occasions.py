"""Events in a text, with their place, day and sides."""

import pytest

from config.desk.article.reading.marks import Role, What
from tests.config.desk.article.known import marks


def told(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Each event: its kind, what it is called, where it is, and its sides."""
    return [
        (
            event.value,
            event.text,
            place.value if (place := event.first(Role.PLACE)) else "",
            [side.value for side in event.linked(Role.SIDE)],
        )
        for event in marks(text, What.EVENT)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Latvia-Estonia rectors’ Forum was held in Riga.",
            ("forum", "Latvia-Estonia rectors’ Forum", "LV", ["LV", "EE"]),
        ),
        (
            "Third international conference took place in Tallinn.",
            ("conference", "Third international conference", "EE", []),
        ),
        (
            "The Forum of Rectors of Latvia and Estonia met.",
            ("forum", "Forum of Rectors of Latvia and Estonia", "", ["LV", "EE"]),
        ),
        (
            "В Риге прошёл латвийско-эстонский форум ректоров.",
            ("forum", "латвийско-эстонский форум ректоров", "LV", ["LV", "EE"]),
        ),
        (
            "Ригада Латвия мен Эстония ректорларының форумы өтті.",
            ("forum", "Латвия мен Эстония ректорларының форумы", "LV", ["LV", "EE"]),
        ),
        (
            "Riias toimus Läti ja Eesti rektorite foorum.",
            ("forum", "Läti ja Eesti rektorite foorum", "LV", ["LV", "EE"]),
        ),
        ("A round table was held in Riga.", ("round_table", "round table", "LV", [])),
    ],
)
def test_an_event_is_called_as_the_text_does(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "host"),
    [
        ("the state visit of President of Latvia Andris Kalnmeijers to Estonia", "state", "EE"),
        ("during the official visit of the President of Latvia to Estonia", "official", "EE"),
        ("в ходе рабочего визита Президента Латвии в Эстонию", "working", "EE"),
        ("Латвия Президентінің Эстонияға мемлекеттік сапары кезінде", "state", "EE"),
        ("Läti presidendi Andris Kalnmeijersi ametlik visiit Eestisse", "official", "EE"),
    ],
)
def test_a_visit_leads_from_one_country_to_another(text, kind, host):
    (visit,) = marks(text, What.EVENT)

    assert (visit.value, visit.detail) == ("visit", kind)
    assert visit.first(Role.SIDE).value == "LV"
    assert visit.first(Role.PLACE).value == host


def test_the_guest_of_a_visit_is_named_with_it():
    (visit,) = marks("visit of President of Latvia Andris Kalnmeijers to Estonia", What.EVENT)

    assert visit.first(Role.GUEST).keys == ("kalnmeijers",)


def test_a_forum_named_beside_a_visit_is_a_part_of_it():
    text = "As part of the visit of the President of Latvia to Estonia, a forum was held."

    visit, forum = marks(text, What.EVENT)

    assert forum.first(Role.PART) == visit


@pytest.mark.parametrize(
    "text",
    [
        "They paid a visit.",
        "a fair price",
        "The exhibition was nice.",
        "They visited Estonia in the spring.",
    ],
)
def test_a_word_in_passing_is_no_event(text):
    assert marks(text, What.EVENT) == []
