"""What stands in a visit, in words, from records."""

import datetime as dt

import pytest
from django.utils import timezone

from delegations.models import Delegation, Meeting
from delegations.visiting.reads import found_for
from delegations.visiting.telling import visit_of
from forum.models import Event, Session, Venue
from tests.factories import MAY_1, make_session, make_speaker, make_venue

pytestmark = pytest.mark.django_db
LONG_AGO = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def visit_to(world):
    return visit_of(found_for(world.invitation))


def line_of(world, record):
    kind = record._meta.model_name
    lines = (line for day in visit_to(world).days for line in day.lines)
    return next(line for line in lines if line.key == f"{kind}-{record.pk}")


def speaks_under(world, whole, **fields):
    """An item under that one in which one of ours speaks."""
    talk = make_session(**{"event": world.event, "parent": whole, "title_en": "Talk"} | fields)
    make_speaker(session=talk, official=world.member.official)
    return talk


def panel_of(world, **fields):
    return make_session(event=world.event, parent=world.opening, title_en="Panel", **fields)


def test_a_part_has_what_it_does_not_say_from_what_is_nearest_above_it(world):
    Session.objects.filter(pk=world.opening.pk).update(venue=make_venue(name_en="Main hall"))
    side = make_venue(name_en="Side room")
    panel = panel_of(world, day=MAY_1, starts_at=dt.time(14), venue=side)
    talk = speaks_under(world, panel, day=None)

    line = line_of(world, talk)

    assert (line.day, line.time, line.place) == (MAY_1, "", "Side room")
    assert line.address.startswith("Side room")
    assert "Part of: Panel" in line.notes
    [day] = visit_to(world).days
    order = [each.title for each in day.lines]
    assert order.index("Meeting: Finland") < order.index("Talk")


def test_a_part_of_what_says_nothing_has_it_from_the_top(world):
    line = line_of(world, speaks_under(world, panel_of(world, day=None), day=None))

    assert (line.day, line.within) == (MAY_1, world.opening.begins)
    assert line.has_entry


def test_a_part_without_any_time_belongs_to_its_whole_in_a_calendar(world):
    whole = make_session(event=world.event, day=MAY_1, title_en="Excursion")
    talk = speaks_under(world, whole, day=MAY_1)

    assert not line_of(world, talk).has_entry
    assert line_of(world, whole).has_entry


@pytest.mark.parametrize("state", ["withdrawn", "rejected"])
def test_who_is_not_to_come_attends_no_meeting(world, state):
    assert line_of(world, world.meeting).own
    world.member.accreditation = state
    world.member.save()

    assert not line_of(world, world.meeting).own
    assert not line_of(world, world.meeting).remarks[1:]


@pytest.mark.parametrize("above", [0, 1])
def test_a_part_has_changed_when_anything_above_it_has(world, above):
    panel = panel_of(world, day=MAY_1)
    talk = speaks_under(world, panel, day=MAY_1)
    for model in (Session, Event, Venue):
        model.objects.update(changed_at=LONG_AGO)
    now = timezone.now()
    Session.objects.filter(pk=(panel, world.opening)[above].pk).update(changed_at=now)

    assert line_of(world, talk).changed == now


def test_a_meeting_has_changed_when_the_other_delegation_is_called_otherwise(world):
    for model in (Meeting, Delegation, Event, Venue):
        model.objects.update(changed_at=LONG_AGO)
    them = Delegation.objects.get(pk=world.meeting.requested_by_id)
    them.save()
    assert line_of(world, world.meeting).changed == LONG_AGO

    them.name_en = "Suomi"
    them.save()

    assert line_of(world, world.meeting).title == "Meeting: Suomi"
    assert line_of(world, world.meeting).changed > LONG_AGO
