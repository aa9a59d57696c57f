"""What clashes is asked about before it is saved, and saved for a reason that is kept."""

import datetime as dt
from html import unescape

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Meeting, Speaker
from forum.models import Session, SetAside
from tests.admin_forms import add_row, admin_url, form_data, open_form, submit
from tests.config.desk.readiness.reading import said
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    MAY_1,
    make_delegation,
    make_event,
    make_meeting,
    make_member,
    make_official,
    make_session,
    make_speaker,
    make_venue,
)
from tests.history import last_author

pytestmark = pytest.mark.django_db

ASKED = "Save all the same"
YES = {"all_the_same": "on"}


@pytest.fixture
def event():
    return make_event()


@pytest.fixture
def ana():
    return make_official(name_en="Ana")


def at(hour: int, **fields) -> dict:
    return {"day": MAY_1, "starts_at": dt.time(hour), "ends_at": dt.time(hour + 1)} | fields


def item(event, hour, **fields) -> Session:
    return make_session(event=event, **{"title_en": f"At {hour}"} | at(hour) | fields)


def test_an_item_that_takes_a_room_twice_is_not_saved_before_somebody_says_why(staff_client, event):
    hall = make_venue(name_en="Hall")
    item(event, 10, venue=hall)
    session = item(event, 12, venue=hall)
    url = admin_url(session, "change")

    page = submit(staff_client, url, starts_at="10:30")

    assertContains(page, ASKED)
    assert "Hall: “At 10” (Wednesday, 1 May 2030, 10:00–11:00)" in unescape(page.text)
    assertContains(page, 'value="10:30"')
    session.refresh_from_db()
    assert session.starts_at == dt.time(12)
    assert not SetAside.objects.exists()

    page = submit(staff_client, url, starts_at="10:30", clash_reason=" ", **YES)

    assertContains(page, "Say why it may stay so.")
    assertContains(page, ASKED)


def test_the_reason_is_kept_and_nobody_is_asked_again(staff_client, staff, event):
    hall = make_venue()
    item(event, 10, venue=hall)
    session = item(event, 12, venue=hall)
    url, change = admin_url(session, "change"), {"starts_at": "10:30"}

    answer = submit(staff_client, url, clash_reason="A wall is drawn.", **change, **YES)

    assert answer.status_code == 302
    session.refresh_from_db()
    assert session.starts_at == dt.time(10, 30)
    assert last_author(session) == staff.username
    [row] = SetAside.objects.all()
    assert (row.event, row.reason, row.author_name) == (event, "A wall is drawn.", "staff")
    assert said(event) == {}
    assert submit(staff_client, url, title_en="Gala").status_code == 302
    assertContains(submit(staff_client, url, starts_at="10:15"), ASKED)


def test_what_does_not_clash_is_saved_at_once(staff_client, event):
    hall = make_venue()
    item(event, 10, venue=hall)
    session = item(event, 12, venue=hall)

    assert submit(staff_client, admin_url(session, "change"), starts_at="11:00").status_code == 302


def test_a_new_speaker_who_is_elsewhere_is_asked_about(staff_client, event, ana):
    make_speaker(session=item(event, 10), official=ana)
    other = item(event, 10)
    add = f"{admin_url(Speaker, 'add')}?session={other.pk}"

    page = submit(staff_client, add, official=ana.pk)

    assertContains(page, ASKED)
    assert Speaker.objects.count() == 1
    answer = submit(staff_client, add, official=ana.pk, clash_reason="By telephone.", **YES)
    assert answer.status_code == 302
    assert Speaker.objects.count() == 2


def test_a_speaker_known_by_office_alone_clashes_with_nobody(staff_client, event):
    first, second = item(event, 10), item(event, 10)
    make_speaker(session=first)

    answer = submit(staff_client, f"{admin_url(Speaker, 'add')}?session={second.pk}", office_en="R")

    assert answer.status_code == 302


def test_a_speaker_in_a_row_of_an_item_is_asked_about_too(staff_client, event, ana):
    make_speaker(session=item(event, 10), official=ana)
    other = item(event, 10)
    url = admin_url(other, "change")
    row = {"official": ana.pk, "role": "speaker", "status": "confirmed", "mode": "in_person"}
    data = add_row(form_data(open_form(staff_client, url)), "speakers", position=0, **row)

    page = staff_client.post(url, data)

    assertContains(page, ASKED)
    assert not other.speakers.exists()


def meeting(event, official, hour) -> Meeting:
    member = make_member(delegation=make_delegation(event=event), official=official)
    other = make_delegation(event=event, country="LV")
    meeting = make_meeting(requested_by=member.delegation, counterpart=other, **at(hour))
    meeting.attendees.add(member)
    return meeting


def test_a_meeting_is_asked_about(staff_client, event, ana):
    make_speaker(session=item(event, 10), official=ana)
    talks = meeting(event, ana, 12)

    page = submit(staff_client, admin_url(talks, "change"), starts_at="10:30")

    assertContains(page, ASKED)
    assertContains(page, "Ana: ")


def test_a_member_who_becomes_somebody_who_is_elsewhere_is_asked_about(staff_client, event, ana):
    make_speaker(session=item(event, 10), official=ana)
    talks = meeting(event, make_official(), 10)
    url = admin_url(talks.attendees.get(), "change")

    page = submit(staff_client, url, official=ana.pk)

    assertContains(page, ASKED)
    assert talks.attendees.get().official != ana


def test_a_row_of_the_workspace_is_asked_about_where_it_stands(staff_client, event):
    hall = make_venue()
    item(event, 10, venue=hall)
    session = item(event, 12, venue=hall)
    url = f"{tab_of(event, 'programme')}?edit=session-{session.pk}"
    tables = staff_client.get(url).context["tables"]
    [form] = [line.form for table in tables for line in table.lines if line.form]
    data = {each.name: each.value() or "" for each in form} | {"starts_at": "10:30"}

    assertContains(staff_client.post(url, data), ASKED)
    session.refresh_from_db()
    assert session.starts_at == dt.time(12)
    answer = staff_client.post(url, data | YES | {"clash_reason": "A wall is drawn."})
    assert answer.status_code == 302


def test_somebody_else_in_a_row_of_a_delegation_is_asked_of(staff_client, event, ana):
    meeting(event, ana, 10)
    other = meeting(event, make_official(), 10).attendees.get()
    url, change = admin_url(other.delegation, "change"), {"members-0-official": ana.pk}

    page = submit(staff_client, url, **change)

    assertContains(page, ASKED)
    other.refresh_from_db()
    assert other.official != ana
    answer = submit(staff_client, url, clash_reason="One of them is short.", **change, **YES)
    assert answer.status_code == 302
    other.refresh_from_db()
    assert other.official == ana


def test_who_may_not_view_what_it_clashes_with_does_not_learn_of_it(client, event, ana):
    meeting(event, ana, 10)
    session = item(event, 12)
    make_speaker(session=session, official=ana)
    client.force_login(clerk("view_event", "view_official", "change_session"))

    answer = submit(client, admin_url(session, "change"), starts_at="10:30", ends_at="11:30")

    assert answer.status_code == 302
    assert list(said(event, "person-twice")) == ["person-twice"]


def test_an_item_of_an_event_that_is_off_clashes_with_nothing(staff_client):
    event, hall = make_event(status="cancelled"), make_venue()
    item(event, 10, venue=hall)

    page = submit(
        staff_client,
        admin_url(item(event, 12, venue=hall), "change"),
        starts_at="10:30",
        ends_at="11:00",
    )

    assert page.status_code == 302
    assertNotContains(staff_client.get(tab_of(event, "readiness")), "at the same time")
