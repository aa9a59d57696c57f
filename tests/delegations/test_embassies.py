"""An embassy stands in one country and is on the side of another."""

import pytest
from django.urls import reverse

from agreements.dossier.sides import CountrySide, InstitutionSide
from agreements.models import Agreement
from delegations import naming
from delegations.attendance import events_of_country, people_at
from delegations.naming import Reader
from forum.models import Event
from tests.factories import (
    make_agreement,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def embassy():
    return make_institution(
        name_en="Embassy of Estonia", kind="embassy", country="KZ", represents="EE"
    )


def test_it_is_on_the_side_of_who_sent_it(embassy):
    assert embassy.side == "EE"
    assert InstitutionSide(embassy).code == "EE"
    assert naming.institution(embassy, Reader.VISITOR, None).country == "EE"


def test_another_is_on_the_side_of_where_it_stands():
    assert make_institution(country="KZ").side == "KZ"


def test_its_page_says_where_it_stands_and_whom_it_represents(client, embassy):
    page = read(client.get(embassy.get_absolute_url()))

    assert "Kazakhstan" in page
    assert "Represents Estonia" in page
    assert "represents: Estonia" in read(client.get("/institutions/"))


def test_the_list_of_institutions_finds_it_by_its_sender(client, embassy):
    there = make_institution(name_en="Nazarbayev University", country="KZ")

    of_estonia = read(client.get("/institutions/", {"country": "EE"}))
    of_kazakhstan = read(client.get("/institutions/", {"country": "KZ"}))

    assert embassy.name_en in of_estonia
    assert embassy.name_en not in of_kazakhstan
    assert there.name_en in of_kazakhstan


def test_who_serves_there_is_found_by_the_sender(client, embassy):
    ambassador = make_appointment(official=make_official(name_en="A. Envoy"), institution=embassy)

    assert ambassador.official.name_en in read(client.get("/officials/", {"country": "EE"}))
    assert "A. Envoy" not in read(client.get("/officials/", {"country": "KZ"}))


def test_what_it_signs_and_where_it_comes_counts_for_the_sender(client, embassy):
    agreement = make_agreement()
    make_party(agreement=agreement, institution=embassy)
    event = make_event(country="FI")
    make_delegation(event=event, institution=embassy)

    assert list(Agreement.objects.of_country("EE")) == [agreement]
    assert not Agreement.objects.of_country("KZ")
    assert list(events_of_country("EE")) == [event]
    assert not events_of_country("KZ")
    assert client.get(reverse("event-list"), {"with": "EE"}).context["object_list"]


def test_a_member_for_it_came_for_the_sender(embassy):
    member = make_member(official=make_official(), institution=embassy)

    events = Event.objects.all()
    assert list(people_at(events, [CountrySide("EE")])) == [member.official]
