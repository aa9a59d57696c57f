import datetime as dt

import pytest

from delegations.models import Official, Speaker
from forum.intake.kinds import KINDS
from forum.intake.lists import place_of
from tests.factories import make_event, make_official, make_session, make_speaker
from tests.lists import saved, states_of, taken

pytestmark = pytest.mark.django_db
DAY = dt.date(2030, 5, 1)


@pytest.fixture
def event():
    return make_event(starts_on=DAY, ends_on=DAY)


@pytest.fixture
def panel(event):
    return make_session(event=event, title_en="Panel", day=DAY, starts_at=dt.time(10))


def speakers(session) -> list[tuple]:
    rows = session.speakers.order_by("position")
    return [(each.official.name_en, each.office_en, each.role, each.status) for each in rows]


def test_speakers_are_taken_into_items_by_title_or_time(event, panel):
    talk = make_session(event=event, title_ru="Доклад", day=DAY, starts_at=dt.time(11))
    rows = "Mari Tamm, Rector (tbc)\tPanel\tmoderator\nJaan Kask\t11:00 Доклад\t"
    saved(taken("speakers", f"Speaker\tSession\tRole\n{rows}", event=event))
    assert speakers(panel) == [("Mari Tamm", "Rector", "moderator", "to_be_confirmed")]
    assert speakers(talk) == [("Jaan Kask", "", "speaker", "confirmed")]


def test_within_an_item_nobody_names_it(event, panel):
    intake = taken("speakers", "1. Mari Tamm – Rector\n2. Jaan Kask", event=event, session=panel)
    columns = KINDS["speakers"].columns_in(place_of(intake, intake.author))
    assert "item" not in [each.name for each in columns]
    saved(intake)
    assert [name for name, *_ in speakers(panel)] == ["Mari Tamm", "Jaan Kask"]


def test_an_item_that_is_not_there_is_not_made(event, panel):
    rows = "Speaker\tSession\nMari Tamm\tClosing\nJaan Kask\t\n"
    intake = taken("speakers", rows, event=event)
    assert states_of(intake) == ["refused", "refused"]
    assert event.sessions.count() == 1


def test_who_speaks_there_already_is_found(event, panel):
    tamm = make_official(name_en="Mari Tamm")
    make_speaker(session=panel, official=tamm, status="invited")
    rows = "Speaker\tSession\tStatus\nMari Tamm\tPanel\tconfirmed\nMari Tamm\tPanel\tinvited"
    intake = taken("speakers", rows, event=event)
    assert states_of(intake) == ["changed", "same"]
    assert (Speaker.objects.count(), Official.objects.count()) == (1, 1)


def test_one_who_speaks_twice_is_one_person(event, panel):
    make_session(event=event, title_en="Closing", day=DAY, starts_at=dt.time(12))
    rows = "Speaker\tSession\nMari Tamm\tPanel\nTamm Mari\tClosing"
    saved(taken("speakers", rows, event=event))
    assert Official.objects.count() == 1
    assert Speaker.objects.count() == 2
