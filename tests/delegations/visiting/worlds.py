"""A delegation with all that a visit can have, at an event that is not public yet."""

import datetime as dt
from types import SimpleNamespace

from tests.factories import (
    MAY_1,
    make_delegation,
    make_event,
    make_invitation,
    make_meeting,
    make_member,
    make_official,
    make_session,
    make_speaker,
    make_staff,
    make_transfer,
    make_venue,
)

TEN, ELEVEN = dt.time(10), dt.time(11)


def make_visit() -> SimpleNamespace:
    """Two delegations; what is of the other has OTHER in it, what is of the host alone HOST."""
    event = make_event(title_en="Forum", title_ru="Форум", status="confirmed", is_published=False)
    us = make_delegation(
        event=event,
        name_en="Estonia",
        arrival="TK 351",
        liaison="Dana, +7 701",
        notes="HOST notes",
        focal_point="HOST focal point",
    )
    them = make_delegation(
        event=event,
        name_en="Finland",
        **{name: f"OTHER {name}" for name in ("arrival", "departure", "liaison", "notes")},
    )
    mari = make_official(name_en="Mari Maasikas", is_published=False)
    member = make_member(
        delegation=us, official=mari, office_en="Rector", function="head", accreditation="approved"
    )
    make_member(delegation=them, official=make_official(name_en="OTHER member"))
    timed = {"event": event, "day": MAY_1, "starts_at": TEN, "ends_at": ELEVEN}
    opening = make_session(**timed, title_en="Opening", title_ru="Открытие")
    lecture = make_session(event=event, parent=opening, day=MAY_1, title_en="Lecture")
    make_session(event=event, parent=opening, day=MAY_1, title_en="Greeting")
    make_session(**timed, title_en="Briefing", visibility="participants")
    secret = make_session(**timed, title_en="HOST rehearsal", visibility="internal")
    make_session(event=event, parent=secret, day=MAY_1, title_en="HOST part")
    make_speaker(session=lecture, official=mari, role="keynote")
    hall = make_venue(name_en="Hall")
    slot = {"day": MAY_1, "starts_at": TEN, "venue": hall, "brief": "HOST brief"}
    asked = {"requested_by": them, "counterpart": us}
    meeting = make_meeting(**asked, **slot, status="scheduled", topic_en="Students")
    make_meeting(**asked, **slot, status="declined", topic_en="HOST declined")
    make_meeting(**asked, **slot, status="cancelled", topic_en="HOST cancelled")
    meeting.attendees.set([member])
    transfer = make_transfer(
        delegation=us, starts_at=dt.time(5, 30), driver="Serik", driver_phone="+7 702"
    )
    make_transfer(delegation=them, origin="OTHER airport", driver="OTHER driver")
    host = make_staff(first_name="Aigerim", last_name="Sadykova", email="host@example.org")
    return SimpleNamespace(
        event=event,
        us=us,
        member=member,
        opening=opening,
        lecture=lecture,
        meeting=meeting,
        transfer=transfer,
        invitation=make_invitation(delegation=us, invited_by=host),
    )
