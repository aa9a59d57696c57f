"""What a reader must not be told of delegations, institutions and people."""

import pytest
from pytest_django.asserts import assertNotContains

from delegations.models import DelegationCitation
from tests.delegations.pages.everything import add_everything, page_of
from tests.factories import (
    make_appointment,
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_session,
    make_source,
    make_speaker,
)
from tests.reading import read


@pytest.mark.django_db
def test_what_is_not_published_has_no_page(client):
    event = make_event(is_published=False)
    institution = make_institution(is_published=False)
    official = make_official(is_published=False)
    add_everything(institution, official, event)

    for address in (page_of(event), institution.get_absolute_url(), official.get_absolute_url()):
        for language in ("", "/kk", "/ru", "/et"):
            assert client.get(language + address).status_code == 404


@pytest.mark.django_db
def test_what_is_not_published_is_named_nowhere(client):
    hidden = make_institution(name_en="Marker", is_published=False)
    nobody = make_official(name_en="Marker", is_published=False)
    secret = make_event(title_en="Marker", is_published=False)
    public, official, event = make_institution(parent=hidden), make_official(), make_event()
    make_institution(name_en="Marker", parent=public, is_published=False)
    public.successors.add(hidden)
    hidden.successors.add(public)
    make_appointment(official=nobody, institution=public)
    make_appointment(official=official, institution=hidden)
    delegation = make_delegation(event=event, institution=hidden)
    make_delegation(event=event, parent=delegation)
    make_meeting(requested_by=delegation, counterpart=make_delegation(event=event), status="held")
    for each in (event, secret):
        side = make_delegation(event=each, institution=public)
        make_member(delegation=side, official=official, institution=hidden, on_behalf_of=nobody)
        make_member(delegation=side, official=nobody, institution=public)
        make_speaker(
            session=make_session(event=each, title_en="Address"),
            official=official,
            institution=public,
        )

    for address in (
        "/institutions/",
        "/officials/",
        page_of(event),
        public.get_absolute_url(),
        official.get_absolute_url(),
    ):
        assertNotContains(client.get(address), "Marker")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("of_delegation", "of_member"),
    [
        ({"status": "declined"}, {}),
        ({"status": "cancelled"}, {}),
        ({}, {"is_listed": False}),
        ({}, {"accreditation": "rejected"}),
        ({}, {"accreditation": "withdrawn"}),
    ],
    ids=["declined", "cancelled", "unlisted", "rejected", "withdrawn"],
)
def test_who_does_not_come_or_is_not_listed_is_nowhere(client, of_delegation, of_member):
    event = make_event(title_en="Rectors' Forum")
    official, institution = make_official(), make_institution(country="UZ")
    delegation = make_delegation(event=event, stated_size_en="Marker", **of_delegation)
    member = make_member(
        delegation=delegation,
        official=official,
        institution=institution,
        office_en="Marker",
        **of_member,
    )
    DelegationCitation.objects.create(
        member=member, source=make_source(), as_printed="Marker of a member"
    )

    on_event = client.get(page_of(event))
    of_official = read(client.get(official.get_absolute_url()))
    of_institution = read(client.get(institution.get_absolute_url()))

    assertNotContains(on_event, "Marker of a member")
    assertNotContains(on_event, official.slug)
    assert read(on_event).count("Marker") == (0 if of_delegation else 1)
    assert "Rectors' Forum" not in of_official
    assert "Rectors' Forum" not in of_institution


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["requested", "accepted", "scheduled", "declined", "cancelled"])
def test_a_meeting_that_was_not_held_is_nobody_s_business(client, status):
    meeting = make_meeting(status=status, topic_en="Marker")

    assertNotContains(client.get(page_of(meeting.event)), "Marker")


@pytest.mark.django_db
def test_a_meeting_with_a_delegation_that_declined_is_not_shown(client):
    event = make_event()
    host, declined = make_delegation(event=event), make_delegation(event=event, status="declined")
    make_meeting(requested_by=host, counterpart=declined, status="held", topic_en="Marker")

    assertNotContains(client.get(page_of(event)), "Marker")


@pytest.mark.django_db
def test_what_protocol_notes_for_itself_stays_with_it(client):
    private = dict.fromkeys(("focal_point", "liaison", "arrival", "departure", "notes"), "Marker")
    event, official = make_event(), make_official()
    delegation = make_delegation(event=event, **private)
    other = make_delegation(event=event)
    make_member(delegation=delegation, official=official)
    make_meeting(requested_by=delegation, counterpart=other, status="held", brief="Marker")
    make_contact(
        official=official,
        email="marker@example.org",
        phone="Marker",
        dietary_needs="Marker",
        access_needs="Marker",
        notes="Marker",
    )

    for address in (page_of(event), event.get_absolute_url(), official.get_absolute_url()):
        response = client.get(address)
        assert "marker" not in response.text.lower()


@pytest.mark.django_db
@pytest.mark.parametrize("visibility", ["participants", "internal"])
def test_a_hidden_item_names_no_speaker(client, visibility):
    session = make_session(visibility=visibility, title_en="Marker")
    under = make_session(event=session.event, parent=session, title_en="Marker")
    official, institution = make_official(), make_institution()
    for each in (session, under):
        make_speaker(session=each, official=official, institution=institution)

    of_official = client.get(official.get_absolute_url())
    of_institution = client.get(institution.get_absolute_url())

    assertNotContains(of_official, "Marker")
    assert session.event.title not in read(of_institution)
