"""A delegation's visit on paper and as a calendar to follow."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.delegations.visiting.worlds import make_visit
from tests.factories import make_invitation
from tests.reading import pdf_of, read_calendar, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_visit()


def entries(client, invitation, language=""):
    content = read_calendar(client, f"{language}/nominate/{invitation.token}/visit.ics")
    return {
        str(each["UID"]).partition("@")[0]: each
        for each in Calendar.from_ical(content).walk("VEVENT")
    }


def test_the_paper_says_what_the_page_says_in_the_readers_language(client, world):
    answer = client.get(f"/ru/nominate/{world.invitation.token}/visit.pdf")
    pdf = pdf_of(answer)

    words = words_of(pdf)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(pdf.pages) == 1
    for said in ("Форум", "Открытие", "Finland", "Serik", "+7 702", "TK 351", "Mari Maasikas"):
        assert said in words, said
    assert "HOST" not in words
    assert "OTHER" not in words
    assert world.invitation.token not in words
    assert answer["Cache-Control"] == "private, no-store"


def test_the_paper_of_an_empty_visit_says_so(client):
    answer = client.get(f"/nominate/{make_invitation().token}/visit.pdf")

    assert "Nothing is planned yet." in words_of(pdf_of(answer))


def test_the_calendar_has_programme_meetings_and_transfers_in_the_zone_of_the_event(client, world):
    found = entries(client, world.invitation)

    assert {key.partition("-")[0] for key in found} == {"session", "meeting", "transfer"}
    assert not any("HOST" in str(each) or "OTHER" in str(each) for each in found.values())
    meeting = found[f"meeting-{world.meeting.pk}"]
    assert meeting["SUMMARY"] == "Meeting: Finland"
    assert meeting["DTSTART"].dt.astimezone(dt.UTC).time() == dt.time(5)
    assert meeting["DTSTART"].params["TZID"] == "Asia/Almaty"
    assert meeting["STATUS"] == "CONFIRMED"
    assert "Hall" in meeting["LOCATION"]


def test_the_calendar_does_not_tell_the_link_by_which_it_was_fetched(client, world):
    content = read_calendar(client, f"/nominate/{world.invitation.token}/visit.ics")

    assert world.invitation.token not in content.decode().replace("\r\n ", "")


def test_a_meeting_that_is_only_asked_for_is_tentative(client, world):
    world.meeting.status = "requested"
    world.meeting.save()

    found = entries(client, world.invitation)

    assert found[f"meeting-{world.meeting.pk}"]["STATUS"] == "TENTATIVE"


def test_nothing_is_tentative_at_an_event_that_is_off(client, world):
    world.meeting.status = "requested"
    world.meeting.save()
    world.event.status = "cancelled"
    world.event.save()

    found = entries(client, world.invitation)

    assert {str(each["STATUS"]) for each in found.values()} == {"CANCELLED"}


def test_it_is_the_same_calendar_under_every_link_and_its_numbers_rise(client, world):
    first = entries(client, world.invitation)
    content = read_calendar(client, f"/nominate/{world.invitation.token}/visit.ics")
    key = f"transfer-{world.transfer.pk}"
    type(world.transfer).objects.update(changed_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    type(world.event).objects.update(changed_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    before = entries(client, world.invitation)[key]["SEQUENCE"]
    world.transfer.refresh_from_db()
    world.transfer.driver = "Bolat"
    world.transfer.save()
    world.invitation.delete()
    renewed = make_invitation(delegation=world.us)

    again = entries(client, renewed)
    assert again.keys() == first.keys()
    assert again[key]["SEQUENCE"] > before
    other = read_calendar(client, f"/nominate/{renewed.token}/visit.ics")
    uid = Calendar.from_ical(content)["UID"]
    assert Calendar.from_ical(other)["UID"] == uid
    assert b"REFRESH-INTERVAL" in other


def test_an_empty_calendar_can_be_read(client):
    assert entries(client, make_invitation()) == {}


def test_a_part_without_a_time_stands_where_its_whole_begins_or_is_left_to_it(client, world):
    key = f"session-{world.lecture.pk}"
    whole = f"session-{world.opening.pk}"

    found = entries(client, world.invitation)
    assert found[key]["DTSTART"].dt == found[whole]["DTSTART"].dt
    assert "DTEND" not in found[key]
    world.opening.starts_at = world.opening.ends_at = None
    world.opening.save()

    found = entries(client, world.invitation)
    assert whole in found
    assert key not in found
