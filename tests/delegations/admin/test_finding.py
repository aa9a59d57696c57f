"""People and institutions are found by any spelling."""

import pytest

from delegations.models import Delegation, InstitutionName, Member, OfficialName
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    make_appointment,
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_session,
    make_venue,
)


@pytest.fixture
def nurbek():
    official = make_official(
        name_en="Sayasat Nurbek", name_ru="Саясат Нурбек", name_kk="Саясат Нұрбек"
    )
    OfficialName.objects.create(official=official, text="Веинталь / Veinthal, S.", language="ru")
    OfficialName.objects.create(official=official, text="نۇربەك", language="kk-Arab")
    make_official(name_en="Somebody Else")
    return official


SPELLINGS = [
    "Нурбек",
    "нурбек",
    "НУРБЕК",
    "Нұрбек",
    "НҰРБЕК",
    "нұрбек",
    "nurbek",
    "NURBEK",
    "Veinthal",
    "VEINTHAL",
    "веинталь",
    "نۇربەك",
    "саясат нурбек",
]


def found(client, term, model, field) -> list[str]:
    query = {"term": term, "app_label": "delegations", "model_name": model, "field_name": field}
    answer = client.get("/admin/autocomplete/", query)
    return [each["id"] for each in answer.json()["results"]]


@pytest.mark.parametrize("term", SPELLINGS)
def test_an_official_is_found_once_by_any_spelling(staff_client, nurbek, term):
    held = make_appointment(official=nurbek)
    member = make_member(official=nurbek)

    assert found(staff_client, term, "member", "official") == [str(nurbek.pk)]
    assert found(staff_client, term, "member", "appointment") == [str(held.pk)]
    assert found(staff_client, term, "meeting", "attendees") == [str(member.pk)]


@pytest.mark.parametrize("term", ["taltech", "ТАЛТЕХ", "ttü", "TTÜ", "TTU.EE", "0443cwa12"])
def test_an_institution_is_found_by_any_spelling(staff_client, term):
    institution = make_institution(
        name_en="Tallinn University of Technology",
        short_name_en="TalTech",
        name_ru="Талтех",
        domains="ttu.ee",
        ror_id="0443cwa12",
    )
    InstitutionName.objects.create(institution=institution, text="TTÜ", kind="former")
    make_institution(name_en="Tartu")

    assert found(staff_client, term, "member", "institution") == [str(institution.pk)]


@pytest.mark.parametrize("term", ["%", "_", "\\", "(", "[a-z", "x" * 5000, "\U0001f58b"])
def test_odd_searches_find_nothing(staff_client, nurbek, term):
    assert found(staff_client, term, "member", "official") == []


def test_a_search_with_a_null_character_is_a_bad_request(staff_client):
    response = staff_client.get(
        "/admin/autocomplete/?app_label=delegations&model_name=member&field_name=official&term=%00"
    )

    assert response.status_code == 400


def test_visitors_find_nobody(client, db):
    query = {"app_label": "delegations", "model_name": "member", "field_name": "official"}

    assert client.get("/admin/autocomplete/", query).status_code in (302, 403)


def test_a_contact_is_not_found_by_searching(staff_client):
    make_contact(phone="Marker", email="marker@example.org")

    assert found(staff_client, "Marker", "member", "official") == []


def test_the_newest_event_s_delegations_come_first(staff_client):
    old = make_delegation(event=make_event(starts_on=MAY_1.replace(year=2020), ends_on=None))
    new = make_delegation(event=make_event())

    response = staff_client.get(admin_url(Delegation, "changelist"))

    assert list(response.context["cl"].result_list) == [new, old]


def offered(client, term, app, model, field) -> list[str]:
    query = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    answer = client.get("/admin/autocomplete/", query)
    return [each["text"] for each in answer.json()["results"]]


def test_a_chooser_tells_people_and_bodies_of_one_name_apart(staff_client):
    body = make_institution(name_en="TalTech", city_en="Tallinn", country="EE", domains="ttu.ee")
    official = make_official(name_en="Tiit Land")
    make_appointment(official=official, office_en="Rector", institution=body)

    people = offered(staff_client, "Land", "delegations", "member", "official")
    bodies = offered(staff_client, "TalTech", "delegations", "member", "institution")
    offices = offered(staff_client, "Land", "delegations", "member", "appointment")

    assert people == ["Tiit Land (Rector, TalTech, Tallinn, Estonia)"]
    assert bodies == ["TalTech (university, Tallinn, Estonia, ttu.ee)"]
    assert offices == ["Tiit Land, Rector, TalTech (Tallinn, Estonia)"]


def test_a_chooser_tells_delegations_items_and_venues_apart(staff_client):
    event = make_event(title_en="Forum", city_en="Astana", ends_on=None)
    delegation = make_delegation(event=event, name_en="Rectors")
    make_member(delegation=delegation, name_as_printed="A. Tamm", office_en="")
    make_session(event=event, title_en="Opening")
    make_venue(name_en="Main building", city_en="Tartu", country="EE")

    delegations = offered(staff_client, "Rectors", "delegations", "meeting", "counterpart")
    members = offered(staff_client, "Tamm", "delegations", "meeting", "attendees")
    items = offered(staff_client, "Opening", "delegations", "speaker", "session")
    venues = offered(staff_client, "Main", "forum", "event", "venue")

    assert delegations == ["Rectors (Forum, 1 May 2030, Astana)"]
    assert members == ["A. Tamm (Rectors)"]
    assert items == ["Opening (Forum)"]
    assert venues == ["Main building (Tartu, Estonia)"]


def listed(client, model, text) -> list:
    return list(client.get(admin_url(model, "changelist"), {"q": text}).context["cl"].result_list)


@pytest.mark.parametrize("text", ["Нурбек", "veinthal", "rector astana", "forum nurbek rector"])
def test_a_member_is_found_by_its_own_words_and_by_the_names_behind_it(staff_client, nurbek, text):
    delegation = make_delegation(event=make_event(title_en="Astana Forum"))
    member = make_member(delegation=delegation, official=nurbek, office_en="The rector")
    make_member(delegation=delegation, official=make_official(name_en="Anna"), office_en="Driver")

    assert listed(staff_client, Member, text) == [member]


def test_who_is_named_beside_a_member_does_not_find_it(staff_client, nurbek):
    member = make_member(official=nurbek)
    other = make_member(delegation=member.delegation, official=make_official(name_en="Anna"))

    assert listed(staff_client, Member, "Nurbek") == [member]
    assert listed(staff_client, Member, "Anna") == [other]
    assert listed(staff_client, Member, "Anna Nurbek") == []


@pytest.mark.parametrize("text", ["", "  ", "%", "-", '"'])
def test_a_list_takes_what_has_no_word_in_it(staff_client, text):
    make_member()

    assert staff_client.get(admin_url(Member, "changelist"), {"q": text}).status_code == 200
