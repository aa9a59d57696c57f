"""The board of an event: a broken one, what one may see of it, and what is set aside."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from config.desk.readiness.board import CHECKS, board
from forum.models import Event
from tests.admin_forms import admin_url
from tests.config.desk.readiness.reading import said
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    MAY_1,
    make_absence,
    make_agreement,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
    make_venue,
)

pytestmark = pytest.mark.django_db


def at(hour: int, **fields) -> dict:
    return {"day": MAY_1, "starts_at": dt.time(hour), "ends_at": dt.time(hour + 1)} | fields


def broken() -> Event:
    """An event of which everything is wrong that a check knows."""
    event = make_event(title_en="Forum", parent=make_event(is_published=False))
    ana, juhan = make_official(name_en="Ana"), make_official(name_en="Juhan")
    held = make_appointment(official=ana, ends_on=dt.date(2029, 1, 1))
    estonia = make_delegation(event=event, country="EE")
    make_member(delegation=estonia, official=ana, appointment=held, function="head")
    latvia = make_delegation(event=event, country="LV")
    make_member(delegation=latvia, official=ana, office_en="")
    hall = make_venue(capacity=10, latitude=51, longitude=71)
    far = make_venue(latitude=51.2, longitude=71)
    for hour, venue in ((9, hall), (9, hall), (10, far)):
        session = make_session(event=event, venue=venue, expected=11, **at(hour))
        make_speaker(session=session, official=ana, status="invited")
    make_session(event=event, day=dt.date(2030, 6, 1))
    agreement = make_agreement(
        event=event, instrument="treaty", stage="agreed", expires_on=dt.date(2029, 1, 1)
    )
    closed = make_institution(closed_on=dt.date(2029, 1, 1))
    make_party(agreement=agreement, institution=closed)
    make_signatory(agreement=agreement, official=juhan)
    for value in ("forum", "visit"):
        event.citations.create(source=make_source(), field="kind", value=value)
    return event


# What the checks find there, and how often.
EXPECTED = {
    "no-head": 1,
    "head-not-accredited": 1,
    "no-office": 1,
    "office-not-held": 1,
    "doubles": 1,
    "speaker-open": 3,
    "outside-dates": 1,
    "person-twice": 1,
    "room-twice": 1,
    "room-small": 2,
    "way-short": 1,
    "one-party": 1,
    "signers-missing": 2,
    "no-authority": 1,
    "signatory-not-present": 1,
    "ends-before-signed": 1,
    "body-closed": 1,
    "under-hidden": 1,
    "disputed": 1,
    "untranslated": 6,
}


def test_a_broken_event_yields_what_is_wrong_with_it_and_no_more(staff):
    found = board(broken(), staff)

    assert {group.check.name: len(group.open) for group in found.groups} == EXPECTED
    assert set(EXPECTED) == {check.name for check in CHECKS}
    reds = {check.name for check in CHECKS if check.severity == "red"}
    assert found.light.red == sum(EXPECTED[name] for name in reds)
    assert found.light.colour == "red"


def test_each_finding_has_a_name_of_its_own(staff):
    found = [each for group in board(broken(), staff).groups for each in group.open]

    assert len({(each.check, each.subject) for each in found}) == len(found)


def test_the_page_shows_it_with_ways_to_mend_it_that_lead_back(staff_client):
    event = broken()
    page = staff_client.get(tab_of(event, "readiness"))

    back = tab_of(event, "readiness").replace("/", "%2F")
    assertContains(page, "Delegations without a head")
    assertContains(page, f"function=head&amp;next={back}")
    session = event.sessions.last()
    assertContains(page, f"{admin_url(session, 'change')}?next={back}")
    assertContains(staff_client.get(tab_of(event, "overview")), "to settle")


def test_an_event_of_which_nothing_is_missing_is_green(staff_client):
    event = make_event(title_en="A", title_kk="A", title_ru="A", title_et="A")

    page = staff_client.get(tab_of(event, "readiness"))

    assertContains(page, 'class="light green"')


def test_the_board_is_for_those_who_see_what_is_not_published(client, django_user_model):
    event = make_event()
    reader = clerk("view_event")
    reader.user_permissions.set(reader.user_permissions.filter(codename="view_event"))
    client.force_login(reader)

    assert client.get(tab_of(event, "readiness")).status_code == 403
    assertNotContains(client.get(tab_of(event, "overview")), "to look at")


@pytest.mark.parametrize("right", ["view_meeting", "view_absence", "view_official"])
def test_who_may_not_view_a_record_does_not_learn_of_it(right):
    event, official = make_event(), make_official(name_en="Ana")
    member = make_member(delegation=make_delegation(event=event), official=official)
    counterpart = make_delegation(event=event, country="LV")
    meeting = make_meeting(requested_by=member.delegation, counterpart=counterpart, **at(9))
    meeting.attendees.add(member)
    make_absence(official=official, starts_at=None, ends_at=dt.datetime(2030, 5, 2, tzinfo=dt.UTC))
    rights = {"view_event", "view_meeting", "view_absence", "view_official"}

    assert "person-twice" in said(event)
    assert board(event, clerk(*(rights - {right}))).groups[0].check.name == "untranslated"
