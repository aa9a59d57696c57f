"""A page costs the same for one row and for three."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains

from forum.models import EventCitation
from tests.factories import (
    MAY_1,
    make_agreement,
    make_attachment,
    make_commitment,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_series,
    make_session,
    make_source,
    make_speaker,
    make_topic,
    make_venue,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def make_rich_event(**fields):
    event = make_event(
        series=make_series(),
        venue=make_venue(parent=make_venue()),
        summary_en="They met.",
        **fields,
    )
    event.topics.add(make_topic())
    return event


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_rich_event()

    # The page of the list, and the choices of each kind with what they are called.
    with django_assert_num_queries(11):
        response = client.get("/events/")

    assert len(response.context["object_list"]) == count


def add_people(delegation, count):
    for _ in range(count):
        make_member(
            delegation=delegation,
            official=make_official(),
            institution=make_institution(),
            on_behalf_of=make_official(),
        )


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_rich_event(parent=make_event())
    for _ in range(count):
        make_rich_event(parent=event)
        event.topics.add(make_topic())
        make_figure(event=event, source=make_source())
        make_figure(event=event, kind="documents_signed", source=make_source())
        make_attachment(event=event)
        make_session(event=event, day=MAY_1, starts_at=dt.time(10), venue=make_venue())
        EventCitation.objects.create(event=event, source=make_source())
        add_people(make_delegation(event=event), count)
        make_party(agreement=make_agreement(event=event))
        outcome = make_outcome(event=event)
        make_outcome_role(outcome=outcome, official=make_official(), institution=make_institution())
        make_commitment(event=event).responsible.add(make_institution())

    with django_assert_num_queries(31):
        response = client.get(f"/events/{event.slug}/")

    assertContains(response, "companies", count=0)
    assert len(response.context["children"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_programme_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    for number in range(count):
        session = make_session(
            event=event,
            day=MAY_1 + dt.timedelta(days=number),
            venue=make_venue(parent=make_venue()),
        )
        for _ in range(count):
            below = make_session(event=event, parent=session, venue=make_venue())
            EventCitation.objects.create(session=below, source=make_source())
            make_speaker(
                session=below,
                official=make_official(),
                institution=make_institution(),
                on_behalf_of=make_official(),
            )

    with django_assert_num_queries(
        11
    ):  # event, items in short and in full, rooms, speakers, files, names, citations of both
        response = client.get(f"/events/{event.slug}/programme/")

    assertContains(response, 'class="session session-address"', count=count + count**2)


@pytest.mark.parametrize("count", [1, 3])
def test_the_delegations_cost_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    above = make_delegation(event=event)
    for _ in range(count):
        delegation = make_delegation(event=event, institution=make_institution(), parent=above)
        add_people(delegation, count)

    with django_assert_num_queries(12):  # besides, the names of four
        response = client.get(f"/events/{event.slug}/delegations/")

    assert response.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_agreements_cost_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    for _ in range(count):
        make_party(agreement=make_agreement(event=event))
        make_figure(event=event, kind="documents_signed", source=make_source())

    with django_assert_num_queries(8):  # besides, names
        response = client.get(f"/events/{event.slug}/agreements/")

    assert response.status_code == 200
