"""A person's own wish about being listed, on each day."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from delegations.attendance import events_of, seen_members, seen_speakers
from delegations.models import Member, Official
from delegations.querysets import is_unlisted
from forum.models import Event
from forum.search.find import find
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2030, 5, 1)


@pytest.mark.parametrize(
    ("listing", "until", "is_hidden"),
    [
        ("", None, False),
        ("unlisted", None, True),
        ("unlisted", DAY, True),
        ("unlisted", DAY - dt.timedelta(1), False),
        ("listed", None, False),
        ("listed", DAY, False),
        ("listed", DAY - dt.timedelta(1), True),
    ],
)
def test_a_wish_holds_until_its_last_day(listing, until, is_hidden):
    official = make_official(listing=listing, listing_until=until)

    assert official.is_unlisted(DAY) is is_hidden
    assert Official.objects.filter(is_unlisted(on=DAY)).exists() is is_hidden


@pytest.fixture
def world():
    """Somebody who came, spoke, was awarded and signed, and somebody else in their stead."""
    person = make_official(name_en="Zorblat Quixtor", slug="zorblat")
    body = make_institution(name_en="Sent by", country="UZ")
    event = make_event(slug="forum", title_en="Great forum", starts_on=DAY)
    delegation = make_delegation(event=event)
    session = make_session(event=event, title_en="Address")
    make_member(delegation=delegation, official=person, institution=body, office_en="Rector of it")
    make_speaker(session=session, official=person, institution=body, office_en="Rector of it")
    other = make_official(name_en="Somebody Else")
    make_speaker(session=session, official=other, on_behalf_of=person)
    role = make_outcome_role(outcome=make_outcome(event=event), official=person)
    agreement = make_agreement(event=event, slug="signed")
    make_signatory(agreement=agreement, official=person)
    return person, body, event, session, role


PAGES = [
    "/events/forum/",
    "/events/forum/programme/",
    "/events/forum/programme/programme.ics",
    "/events/forum/event.ics",
    "/events/forum/delegations/",
    "/events/calendar.ics",
]


def wish(person, **said):
    for name, value in said.items():
        setattr(person, name, value)
    person.save()


def told(client) -> set[str]:
    pages = {page: client.get(page).content.decode() for page in PAGES}
    return {page for page, text in pages.items() if "Quixtor" in text or "Rector of it" in text}


def test_who_took_part_is_found_of_some_events_alone(world):
    _person, _body, event, *_rest = world
    make_member(delegation=make_delegation(event=make_event()), official=make_official())
    make_speaker(session=make_session(event=make_event()), official=make_official())
    some = Event.objects.filter(pk=event.pk).values("pk")

    assert {each.delegation.event for each in seen_members(some)} == {event}
    assert {each.session.event for each in seen_speakers(some)} == {event}
    assert (seen_members().count(), seen_speakers().count()) == (
        seen_members(some).count() + 1,
        seen_speakers(some).count() + 1,
    )


def test_who_does_not_wish_to_be_listed_took_part_in_nothing(world, client):
    person, body, event, *_rest = world
    assert told(client) >= {"/events/forum/programme/", "/events/forum/delegations/"}
    assert [*events_of(body)] == [event]
    assert find("Quixtor").entries.keys() >= {"event", "official"}

    wish(person, listing="unlisted")

    assert told(client) == set()
    assert not events_of(body).exists()
    assert "event" not in find("Quixtor").entries
    assert (seen_members().count(), seen_speakers().count()) == (0, 1)
    page = client.get("/officials/zorblat/").content.decode()
    assert "Great forum" not in page.split("<main", 1)[1].split("signed", 1)[0]


def test_a_signature_is_a_public_act_and_stays(world, client):
    wish(world[0], listing="unlisted")

    assert "Zorblat Quixtor" in client.get("/agreements/signed/").content.decode()


def test_staff_see_who_is_not_listed(world, staff_client):
    wish(world[0], listing="unlisted")
    member = Member.objects.get()

    page = staff_client.get(reverse("admin:delegations_member_change", args=[member.pk]))
    assert "Zorblat Quixtor" in page.content.decode()


@pytest.mark.parametrize(
    ("listing", "until_then", "afterwards"),
    [("unlisted", False, True), ("listed", True, False)],
    ids=["an objection ends", "a consent ends"],
)
def test_pages_and_what_is_derived_follow_at_midnight(
    world, client, monkeypatch, listing, until_then, afterwards
):
    person, body, *_rest = world
    midnight = dt.datetime(2030, 5, 2, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: midnight - dt.timedelta(minutes=1))
    wish(person, listing=listing, listing_until=DAY)
    make_member(delegation=make_delegation(event=make_event()), official=person)

    assert bool(told(client)) is until_then
    assert events_of(body).exists() is until_then
    assert ("event" in find("Quixtor").entries) is until_then

    monkeypatch.setattr(timezone, "now", lambda: midnight)
    assert bool(told(client)) is afterwards
    assert events_of(body).exists() is afterwards
    assert ("event" in find("Quixtor").entries) is afterwards
