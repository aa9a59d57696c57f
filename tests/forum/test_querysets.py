import datetime as dt

import pytest
from django.utils.translation import override

from forum.models import Attachment, Event, Figure, Session
from forum.records.translated import in_reading_language
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_attachment,
    make_event,
    make_figure,
    make_session,
)

pytestmark = pytest.mark.django_db
MAY_4 = dt.date(2030, 5, 4)


def test_only_published_events_are_published():
    make_event(is_published=False)
    event = make_event()

    assert list(Event.objects.published()) == [event]


@pytest.mark.parametrize(
    ("fields", "is_upcoming", "is_past"),
    [
        pytest.param({"starts_on": MAY_3, "ends_on": MAY_4}, True, False, id="later"),
        pytest.param({"starts_on": MAY_1, "ends_on": MAY_3}, True, False, id="under way"),
        pytest.param({"starts_on": MAY_1, "ends_on": MAY_2}, True, False, id="on its last day"),
        pytest.param({"starts_on": MAY_2, "ends_on": None}, True, False, id="on its only day"),
        pytest.param({"starts_on": MAY_1, "ends_on": None}, False, True, id="yesterday"),
        pytest.param(
            {"starts_on": MAY_1, "ends_on": None, "date_precision": "month"},
            True,
            False,
            id="some day of this month",
        ),
        pytest.param(
            {"starts_on": dt.date(2030, 1, 1), "ends_on": None, "date_precision": "year"},
            True,
            False,
            id="some day of this year",
        ),
        pytest.param(
            {"starts_on": dt.date(2030, 4, 1), "ends_on": None, "date_precision": "month"},
            False,
            True,
            id="some day of last month",
        ),
        pytest.param(
            {"starts_on": dt.date(2029, 1, 1), "ends_on": None, "date_precision": "year"},
            False,
            True,
            id="some day of last year",
        ),
        pytest.param(
            {"starts_on": dt.date(2030, 6, 1), "ends_on": None, "date_precision": "month"},
            True,
            False,
            id="some day of next month",
        ),
        pytest.param({"starts_on": None, "ends_on": None}, True, False, id="no date yet"),
        pytest.param(
            {"starts_on": None, "ends_on": None, "status": "postponed"}, True, False, id="postponed"
        ),
        pytest.param(
            {"starts_on": MAY_1, "ends_on": None, "status": "postponed"},
            True,
            False,
            id="postponed from yesterday",
        ),
        pytest.param(
            {"starts_on": None, "ends_on": None, "status": "held", "date_precision": "unknown"},
            False,
            True,
            id="held some day",
        ),
        pytest.param(
            {"starts_on": MAY_3, "ends_on": None, "status": "cancelled"},
            False,
            False,
            id="cancelled before it began",
        ),
        pytest.param(
            {"starts_on": None, "ends_on": None, "status": "cancelled"},
            False,
            False,
            id="cancelled without a date",
        ),
    ],
)
def test_an_event_is_to_come_until_its_last_day_is_over(fields, is_upcoming, is_past):
    event = make_event(**fields)

    assert Event.objects.upcoming(on=MAY_2).filter(pk=event.pk).exists() is is_upcoming
    assert Event.objects.past(on=MAY_2).filter(pk=event.pk).exists() is is_past


def test_events_to_come_stand_soonest_first_those_without_a_date_and_postponed_ones_last():
    postponed = make_event(starts_on=MAY_2, status="postponed")
    undated = make_event(starts_on=None, ends_on=None)
    later, sooner = make_event(starts_on=MAY_3), make_event(starts_on=MAY_1)

    assert list(Event.objects.upcoming(on=MAY_1)) == [sooner, later, undated, postponed]


def test_past_events_stand_newest_first_and_those_without_a_date_last():
    undated = make_event(starts_on=None, ends_on=None, status="held", date_precision="unknown")
    older, newer = make_event(starts_on=MAY_1), make_event(starts_on=MAY_2)

    assert list(Event.objects.past(on=MAY_4)) == [newer, older, undated]


@pytest.mark.parametrize("visibility", ["participants", "internal"])
def test_what_stands_under_a_hidden_item_is_not_public_at_any_depth(visibility):
    public = make_session()
    hidden = make_session(event=public.event, visibility=visibility)
    above = hidden
    for _ in range(Session.MAX_DEPTH - 1):
        above = make_session(event=public.event, parent=above)
    below = make_session(event=public.event, parent=public)

    assert set(Session.objects.public()) == {public, below}


def test_items_stand_by_day_and_clock_and_what_follows_midnight_comes_last():
    event = make_event()

    def item(**fields):
        return make_session(event=event, **fields)

    undated = item()
    second_day = item(day=MAY_2, starts_at=dt.time(9))
    late = item(day=MAY_1, starts_at=dt.time(0, 30), is_after_midnight=True)
    second_untimed = item(day=MAY_1, position=2)
    first_untimed = item(day=MAY_1, position=1)
    noon_after = item(day=MAY_1, starts_at=dt.time(12), position=2)
    noon = item(day=MAY_1, starts_at=dt.time(12), position=1)
    morning = item(day=MAY_1, starts_at=dt.time(9))

    assert list(event.sessions.in_order()) == [
        morning,
        noon,
        noon_after,
        first_untimed,
        second_untimed,
        late,
        second_day,
        undated,
    ]


def test_only_public_attachments_are_public():
    make_attachment(is_public=False)
    attachment = make_attachment()

    assert list(Attachment.objects.public()) == [attachment]


def test_figures_about_documents_are_told_from_the_others():
    event = make_event()
    announced = make_figure(event=event, kind="documents_announced")
    signed = make_figure(event=event, kind="documents_signed")
    students = make_figure(event=event, kind="students")

    assert set(Figure.objects.about_documents()) == {announced, signed}
    assert list(Figure.objects.besides_documents()) == [students]


@pytest.mark.parametrize(
    ("titles", "reader", "shown"),
    [
        pytest.param({"en": "Forum", "kk": "Форумы"}, "kk", "Форумы", id="the readers own"),
        pytest.param({"en": "Forum", "ru": "Форум"}, "kk", "Форум", id="Russian before English"),
        pytest.param({"en": "Forum", "ru": "Форум"}, "et", "Forum", id="English before Russian"),
        pytest.param({"en": "", "et": "Foorum"}, "ru", "Foorum", id="the only one"),
        pytest.param({"en": "", "kk": "", "et": "Foorum"}, "kk", "Foorum", id="not an empty one"),
    ],
)
def test_a_text_is_read_in_the_best_language_there_is(titles, reader, shown):
    make_event(**{f"title_{language}": title for language, title in titles.items()})

    assert Event.objects.annotate(x=in_reading_language("title", language=reader)).get().x == shown
    with override(reader):
        assert Event.objects.annotate(x=in_reading_language("title")).get().x == shown
