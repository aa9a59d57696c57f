"""An autocomplete finds what staff type, in any case."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_appointment,
    make_event,
    make_institution,
    make_official,
    make_rank,
    make_series,
    make_session,
    make_source,
    make_topic,
    make_venue,
)

pytestmark = pytest.mark.django_db


AUTOCOMPLETES = [
    pytest.param(
        "forum.event.venue",
        lambda name: make_venue(name_en="", name_kk=name),
        id="venue of an event",
    ),
    pytest.param(
        "forum.event.parent", lambda name: make_event(title_en="", title_kk=name), id="event"
    ),
    pytest.param(
        "forum.event.series", lambda name: make_series(name_en="", name_kk=name), id="series"
    ),
    pytest.param(
        "forum.event.topics", lambda name: make_topic(name_en="", name_kk=name), id="topic"
    ),
    pytest.param("forum.figure.source", lambda name: make_source(title=name), id="source"),
    pytest.param(
        "forum.session.parent", lambda name: make_session(title_en="", title_kk=name), id="item"
    ),
    pytest.param(
        "delegations.speaker.official",
        lambda name: make_official(name_en="", name_kk=name),
        id="official",
    ),
    pytest.param(
        "delegations.speaker.institution",
        lambda name: make_institution(name_en="", name_kk=name),
        id="institution",
    ),
    pytest.param(
        "delegations.speaker.rank", lambda name: make_rank(name_en="", name_kk=name), id="rank"
    ),
    pytest.param(
        "delegations.speaker.appointment",
        lambda name: make_appointment(office_en="", office_kk=name),
        id="appointment",
    ),
]


@pytest.mark.parametrize(("relation", "make"), AUTOCOMPLETES)
@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("Қазақ ұлттық өнер университеті", "ҚАЗАҚ ҰЛТТЫҚ ӨНЕР"),
        ("ЕВРАЗИЙСКИЙ ФОРУМ", "евразийский"),
        ("Eesti Kõrgkool", "KÕRGKOOL"),
    ],
    ids=["Kazakh", "Russian", "Estonian"],
)
def test_an_autocomplete_finds_letters_in_any_case(staff_client, relation, make, name, term):
    app, model, field = relation.split(".")
    record = make(name)
    make("Other")

    query = {"app_label": app, "model_name": model, "field_name": field, "term": term}
    found = staff_client.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [each["id"] for each in found] == [str(record.pk)]
