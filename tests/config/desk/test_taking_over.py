"""What the form of a new record knows already, because its event does."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from agreements.models import Agreement, Outcome
from forum.models import Event, Session
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import MAY_1, MAY_2, MAY_3, make_event, make_session

pytestmark = pytest.mark.django_db
PLACE = {"city_en": "Astana", "city_ru": "Астана", "country": "KZ"}


@pytest.fixture
def event():
    return make_event(starts_on=MAY_1, ends_on=None, languages="kk, en", **PLACE)


def asked(client, model, **address) -> dict:
    query = "&".join(f"{name}={value}" for name, value in address.items())
    return form_data(open_form(client, f"{admin_url(model, 'add')}?{query}"))


@pytest.mark.parametrize(
    ("model", "known"),
    [
        (Agreement, {"concluded_on": "2030-05-01", "languages": "kk, en", **PLACE}),
        (Outcome, {"happened_on": "2030-05-01", **PLACE}),
        (Session, {"day": MAY_1, "languages": "kk, en"}),
    ],
    ids=["agreement", "outcome", "programme item"],
)
def test_the_day_place_and_languages_are_those_of_the_event(staff_client, event, model, known):
    data = asked(staff_client, model, event=event.pk)

    assert {name: str(data[name]) for name in known} == {k: str(v) for k, v in known.items()}


def test_a_part_is_at_the_place_of_the_whole(staff_client, event):
    data = asked(staff_client, Event, parent=event.pk)

    assert {name: data[name] for name in PLACE} == PLACE
    assert data["time_zone"] == ""


def test_of_several_days_none_is_guessed(staff_client):
    event = make_event(starts_on=MAY_1, ends_on=MAY_3)

    assert not asked(staff_client, Agreement, event=event.pk).get("concluded_on")
    assert not asked(staff_client, Session, event=event.pk).get("day")


def test_a_programme_goes_on_where_it_was_left(staff_client):
    event = make_event(starts_on=MAY_1, ends_on=MAY_3)
    make_session(event=event, day=MAY_3)
    make_session(event=event, day=MAY_2)

    assert asked(staff_client, Session, event=event.pk)["day"] == MAY_2


def test_an_agreement_is_of_the_day_of_its_ceremony(staff_client):
    event = make_event(starts_on=MAY_1, ends_on=MAY_3)
    session = make_session(event=event, day=MAY_2)

    data = asked(staff_client, Agreement, event=event.pk, session=session.pk)

    assert str(data["concluded_on"]) == "2030-05-02"


def test_what_the_address_says_goes_first(staff_client, event):
    data = asked(staff_client, Outcome, event=event.pk, country="EE")

    assert data["country"] == "EE"


@pytest.mark.parametrize("key", ["0", "x", "9" * 30, "-1"])
def test_an_event_that_is_none_gives_nothing(staff_client, key):
    assert not asked(staff_client, Agreement, event=key).get("concluded_on")


def test_who_may_not_see_events_is_told_nothing_of_them(client, event):
    user = get_user_model().objects.create_user("somebody", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="add_outcome"))
    client.force_login(user)

    assert not asked(client, Outcome, event=event.pk).get("city_en")
