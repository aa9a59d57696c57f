"""Delegations and their people as staff record them, in one form."""

from html import unescape

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Delegation, Meeting, Member, Official
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    MAY_1,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_rank,
)

ADD = "/admin/delegations/delegation/add/"


def add_member(data, **values) -> dict:
    defaults = {"function": "member", "is_listed": "on"}
    return add_row(data, "members", **defaults | values)


def test_a_delegation_is_recorded_with_its_members_in_one_form(staff_client):
    event, rector, rank = make_event(), make_official(), make_rank()
    data = form_data(open_form(staff_client, ADD)) | {"event": event.pk, "country": "EE"}
    data = add_member(data, official=rector.pk, office_et="rektor", function="head", rank=rank.pk)
    data = add_member(data, office_en="Interpreter", function="interpreter", position=7)
    data = add_member(data, name_as_printed="A. Tamm")

    response = staff_client.post(ADD, data)

    assert response.status_code == 302
    head, interpreter, printed = Delegation.objects.get(country="EE").members.order_by("pk")
    assert (head.official, head.office_et, head.rank) == (rector, "rektor", rank)
    assert (interpreter.office_en, interpreter.position) == ("Interpreter", 7)
    assert (printed.name_as_printed, printed.position) == ("A. Tamm", None)


def test_a_member_known_by_the_office_held_is_filled_in(staff_client):
    held = make_appointment(institution=make_institution(), office_kk="Ректор", rank=make_rank())
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}

    response = staff_client.post(ADD, add_member(data, appointment=held.pk))

    member = Member.objects.get()
    assert response.status_code == 302
    assert (member.official, member.institution) == (held.official, held.institution)
    assert (member.office_en, member.office_kk, member.rank) == ("Rector", "Ректор", held.rank)


def test_what_staff_typed_beside_the_office_held_stays(staff_client):
    held = make_appointment(institution=make_institution(), rank=make_rank())
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}

    staff_client.post(ADD, add_member(data, appointment=held.pk, office_en="Acting Rector"))

    assert Member.objects.get().office_en == "Acting Rector"


def test_a_member_without_a_name_is_refused_and_the_others_are_not_lost(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}
    data = add_member(data, name_as_printed="A. Tamm")
    data = add_member(data, function="head")

    response = staff_client.post(ADD, data)

    said = "Say who it is: an official, an institution, an office or a printed name."
    assert said in unescape(errors_of(response))
    assert form_data(response)["members-0-name_as_printed"] == "A. Tamm"
    assert form_data(response)["members-1-function"] == "head"
    assert not Delegation.objects.exists()


def test_a_part_of_a_delegation_at_another_event_is_refused(staff_client):
    delegation = make_delegation()

    response = submit(staff_client, admin_url(delegation, "change"), parent=make_delegation().pk)

    assert list(response.context["adminform"].form.errors) == ["parent"]


def test_only_delegations_at_the_same_event_are_offered_as_the_whole(staff_client):
    event = make_event()
    delegation = make_delegation(event=event, name_en="The part")
    make_delegation(event=event, name_en="The whole")
    make_delegation(name_en="Elsewhere")

    response = staff_client.get(admin_url(delegation, "change"))

    assertContains(response, "The whole</option>")
    assertNotContains(response, "The part</option>")
    assertNotContains(response, "Elsewhere")


def test_saving_the_form_unchanged_changes_nothing(staff_client):
    held = make_appointment()
    member = make_member(official=held.official, appointment=held)
    before = list(Delegation.objects.values()), list(Member.objects.values())

    response = submit(staff_client, admin_url(member.delegation, "change"))

    assert response.status_code == 302
    after = list(Delegation.objects.values()), list(Member.objects.values())
    assert after == before


def test_an_official_is_recorded_with_offices_names_and_contact_in_one_form(staff_client):
    url = "/admin/delegations/official/add/"
    data = form_data(open_form(staff_client, url)) | {"name_kk": "Саясат Нұрбек"}
    data = add_row(
        data,
        "appointments",
        office_kk="Министр",
        capacity="substantive",
        starts_on=MAY_1,
        starts_on_precision="year",
        ends_on_precision="day",
    )
    data = add_row(data, "names", text="Nurbek", language="en", kind="transliteration")
    data = add_row(data, "contact", phone="+7 700")

    response = staff_client.post(url, data)

    official = Official.objects.get()
    assert response.status_code == 302
    assert official.appointments.get().starts_on.isoformat() == "2030-01-01"
    assert official.names.get().text == "Nurbek"
    assert official.contact.phone == "+7 700"


def test_a_meeting_is_recorded_with_its_attendees(staff_client):
    event = make_event()
    member = make_member(delegation=make_delegation(event=event))
    other = make_delegation(event=event)

    response = submit(
        staff_client,
        "/admin/delegations/meeting/add/",
        requested_by=member.delegation.pk,
        counterpart=other.pk,
        attendees=[member.pk],
    )

    assert response.status_code == 302
    assert list(Meeting.objects.get().attendees.all()) == [member]


def test_a_second_delegation_follows_at_the_same_event(staff_client):
    event = make_event()

    response = submit(
        staff_client, ADD, event=event.pk, country="EE", _addanother="Save and add another"
    )

    assert form_data(open_form(staff_client, response.url))["event"] == str(event.pk)


@pytest.mark.parametrize("key", ["99999", "x", "9" * 40], ids=["gone", "a word", "huge"])
def test_an_institution_that_does_not_exist_is_refused(staff_client, key):
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "institution": key}

    response = staff_client.post(ADD, add_member(data, official=key))

    assert errors_of(response).count("Select a valid choice.") == 2
