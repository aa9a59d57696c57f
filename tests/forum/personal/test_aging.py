"""Private data of events is cleared after a time, wherever it stands."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from reversion.models import Version

from delegations.models import AccreditationStep, Delegation, Meeting, Transfer
from forum.choices import AuditKind
from forum.history.keeping import revision
from forum.models import AuditEntry, Intake, IntakeRow, Removal
from forum.personal.aging import ENDING, ended, undeclared
from forum.rights import guarded
from tests.factories import make_delegation, make_event, make_meeting

pytestmark = pytest.mark.django_db
LAST = dt.date(2030, 5, 1)
MARKER = "private-marker"


@pytest.fixture(autouse=True)
def days(settings):
    settings.PRIVATE_DAYS = 90


def with_private_data(event):
    """A marker in each private field, in the history, in what was deleted and in a list."""
    with revision():
        private = dict.fromkeys(guarded(Delegation), MARKER)
        delegation = make_delegation(event=event, name_en="Guests", **private)
        other = make_delegation(event=event, **private)
        meeting = make_meeting(requested_by=delegation, counterpart=other, brief=MARKER)
        gone = make_meeting(requested_by=delegation, counterpart=other, brief=MARKER)
    with revision():
        delegation.notes = f"{MARKER} again"
        delegation.save()
        gone.delete()
    for place in ({"event": event.pk}, {"event": None, "delegation": delegation.pk}):
        listed = Intake.objects.create(kind="members", language="en", place=place)
        IntakeRow.objects.create(intake=listed, position=1, raw=[MARKER])
    return delegation, meeting


def left() -> str:
    tables = (Delegation, Meeting, Version, Removal, IntakeRow)
    return str([[*model.objects.values()] for model in tables])


def run(on, **options) -> str:
    said = StringIO()
    call_command("clear_private", on=on.isoformat(), stdout=said, **options)
    return said.getvalue()


def test_private_data_is_cleared_after_its_days_and_the_record_stays():
    delegation, _meeting = with_private_data(make_event(slug="forum", starts_on=LAST, ends_on=None))

    assert MARKER not in run(LAST + dt.timedelta(90))
    assert MARKER in left()

    said = run(LAST + dt.timedelta(91))
    assert MARKER not in left()
    assert "forum: delegations.delegation 2, delegations.meeting 1" in said
    delegation.refresh_from_db()
    assert (delegation.name, delegation.notes) == ("Guests", "")
    entry = AuditEntry.objects.get(kind=AuditKind.ERASED)
    assert entry.details["rows"]["delegations.meeting"] == 1
    assert MARKER not in str(entry.details)


def test_a_second_run_and_a_dry_run_change_nothing():
    with_private_data(make_event(slug="forum", starts_on=LAST, ends_on=None))
    later = LAST + dt.timedelta(400)

    assert "forum: " in run(later, dry_run=True)
    assert MARKER in left()
    assert run(later)
    assert run(later) == ""
    assert AuditEntry.objects.filter(kind=AuditKind.ERASED).count() == 1


@pytest.mark.parametrize(
    "event",
    [
        {"starts_on": None, "ends_on": None},
        {"starts_on": LAST, "ends_on": None, "status": "postponed"},
    ],
    ids=["without a date", "postponed"],
)
def test_what_has_no_end_is_left_alone_and_told(event):
    with_private_data(make_event(slug="forum", **event))

    assert "forum: left alone" in run(LAST + dt.timedelta(4000))
    assert MARKER in left()


@pytest.mark.parametrize(
    ("event", "last"),
    [
        ({"starts_on": LAST, "ends_on": LAST + dt.timedelta(9)}, LAST + dt.timedelta(9)),
        ({"starts_on": LAST, "ends_on": None, "date_precision": "month"}, dt.date(2030, 5, 31)),
        ({"starts_on": LAST, "ends_on": None, "status": "cancelled"}, LAST),
    ],
    ids=["of several days", "of a month", "cancelled"],
)
def test_an_event_ends_with_its_last_possible_day(event, last):
    make_event(**event)

    assert not ended(last + dt.timedelta(90), 90).exists()
    assert ended(last + dt.timedelta(91), 90).exists()


def test_nothing_is_cleared_if_the_office_says_so(settings):
    settings.PRIVATE_DAYS = 0
    with_private_data(make_event(starts_on=LAST, ends_on=None))

    assert "nothing is ever cleared" in run(LAST + dt.timedelta(4000))
    assert MARKER in left()


def test_a_day_that_is_none_is_refused_in_words():
    with pytest.raises(CommandError, match="2031-13-45 is no day"):
        call_command("clear_private", on="2031-13-45")


def test_every_private_field_has_its_time():
    assert undeclared() == set()
    assert {*ENDING} == {AccreditationStep, Delegation, Meeting, Transfer}
