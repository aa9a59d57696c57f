"""Lists, forms and autocompletes cost the same for one row and for three."""

from uuid import uuid4

import pytest
from django.urls import reverse

from delegations.models import (
    Appointment,
    Delegation,
    DelegationCitation,
    Institution,
    InstitutionName,
    Meeting,
    Member,
    OfficeRank,
    Official,
    OfficialName,
    Speaker,
)
from tests.admin_forms import admin_url, open_form
from tests.factories import (
    NOON,
    everybody,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_rank,
    make_session,
    make_source,
    make_speaker,
)
from tests.reading import cost

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Session, user, rights, event; how many are inside, who, their badges, zones and exceptions.
INSIDE = 12


def cite(**subject):
    DelegationCitation.objects.create(source=make_source(), **subject)


def record_all():
    """One more record of every kind, with all its relations."""
    event = make_event()
    delegation = make_delegation(event=event, institution=make_institution())
    other = make_delegation(event=event, institution=make_institution())
    make_meeting(requested_by=delegation, counterpart=other)
    make_member(delegation=delegation, **everybody())
    make_speaker(session=make_session(event=event), **everybody())
    cite(delegation=delegation)


@pytest.mark.parametrize(
    "model",
    [
        Appointment,
        Delegation,
        DelegationCitation,
        Institution,
        Meeting,
        Member,
        OfficeRank,
        Official,
        Speaker,
    ],
    ids=lambda model: model.__name__,
)
def test_a_list_costs_the_same_for_any_number(staff_client, model):
    record_all()
    url = admin_url(model, "changelist")
    open_form(
        staff_client, url
    )  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record_all()
    record_all()

    assert cost(staff_client, url) == one


def fill_delegation(delegation):
    make_member(delegation=delegation, **everybody())
    cite(delegation=delegation)


def fill_official(official):
    make_appointment(official=official, institution=make_institution(), rank=make_rank())
    OfficialName.objects.create(official=official, text="Nurbek", source=make_source())
    cite(official=official)


def fill_institution(institution):
    InstitutionName.objects.create(institution=institution, text="TTÜ", source=make_source())
    cite(institution=institution)


FORMS = {
    "delegation": (make_delegation, fill_delegation),
    "official": (make_official, fill_official),
    "institution": (make_institution, fill_institution),
    "institution's successors": (
        make_institution,
        lambda institution: institution.successors.add(make_institution()),
    ),
    "programme item": (make_session, lambda session: make_speaker(session=session, **everybody())),
    "member": (make_member, lambda member: cite(member=member)),
    "speaker": (make_speaker, lambda speaker: cite(speaker=speaker)),
    "meeting": (
        make_meeting,
        lambda meeting: meeting.attendees.add(
            make_member(delegation=meeting.requested_by, **everybody())
        ),
    ),
}


@pytest.mark.parametrize(("make", "fill"), FORMS.values(), ids=FORMS)
def test_a_form_costs_the_same_for_any_number_of_rows(staff_client, make, fill):
    record = make()
    fill(record)
    url = admin_url(record, "change")
    open_form(staff_client, url)
    one = cost(staff_client, url)
    fill(record)
    fill(record)

    assert cost(staff_client, url) == one


AUTOCOMPLETES = {
    "officials": ("member", "official"),
    "institutions": ("member", "institution"),
    "offices held": ("member", "appointment"),
    "ranks": ("member", "rank"),
    "delegations": ("member", "delegation"),
    "members": ("meeting", "attendees"),
    "programme items": ("speaker", "session"),
}


@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETES.values(), ids=AUTOCOMPLETES)
def test_an_autocomplete_costs_the_same_for_any_number(staff_client, model, field):
    record_all()
    url = f"/admin/autocomplete/?term=&app_label=delegations&model_name={model}&field_name={field}"
    staff_client.get(url)
    one = cost(staff_client, url)
    record_all()
    record_all()

    assert cost(staff_client, url) == one


@pytest.mark.parametrize("number", [1, 3])
def test_the_door_lists_who_is_inside_at_one_cost(
    staff, staff_client, django_assert_num_queries, number
):
    delegation = make_delegation(event=make_event())
    for _ in range(number):
        member = make_member(delegation=delegation, accreditation="approved", **everybody())
        arrival = {"kind": "arrived", "at": NOON, "by_name": "staff", "key": uuid4()}
        member.passages.create(**arrival)

    with django_assert_num_queries(INSIDE):
        staff_client.get(reverse("admin:door_inside", args=[delegation.event_id]))
