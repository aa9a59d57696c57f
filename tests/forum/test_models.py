import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from forum.choices import EventKind
from forum.models import Event, Series, Session, Topic
from tests.factories import (
    MAY_1,
    MAY_2,
    make_attachment,
    make_event,
    make_figure,
    make_series,
    make_session,
    make_source,
    make_topic,
    make_venue,
)


@pytest.mark.django_db
def test_an_event_is_named_by_its_title_in_a_language_that_has_one():
    assert str(make_event(title_en="", title_kk="Ректорлар форумы")) == "Ректорлар форумы"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "field"),
    [(Event, "title"), (Series, "name"), (Topic, "name")],
    ids=["event", "series", "topic"],
)
def test_an_address_is_made_from_the_name_and_never_twice_the_same(model, field):
    records = []
    for _ in range(2):
        record = model(**{f"{field}_kk": "Қазақ тілі"})
        record.full_clean()
        record.save()
        records.append(record)

    assert [record.slug for record in records] == ["qazaq-tili", "qazaq-tili-2"]


@pytest.mark.django_db
def test_a_given_address_is_kept_and_refused_if_taken():
    make_event(slug="forum")
    event = Event(title_en="Another", slug="forum")

    with pytest.raises(ValidationError, match="belongs to another record"):
        event.full_clean()
    assert event.slug == "forum"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        pytest.param("day", dt.date(2030, 5, 2), dt.date(2031, 6, 15), id="days stay as they are"),
        pytest.param("month", dt.date(2030, 5, 1), dt.date(2031, 6, 30), id="whole months"),
        pytest.param("year", dt.date(2030, 1, 1), dt.date(2031, 12, 31), id="whole years"),
    ],
)
def test_partial_dates_of_an_event_are_widened(precision, first, last):
    event = make_event(
        starts_on=dt.date(2030, 5, 2), ends_on=dt.date(2031, 6, 15), date_precision=precision
    )

    event.full_clean()

    assert (event.starts_on, event.ends_on) == (first, last)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "day"), [("month", MAY_1), ("year", dt.date(2030, 1, 1))], ids=["month", "year"]
)
def test_a_partial_day_of_a_figure_is_widened(precision, day):
    figure = make_figure(as_of=MAY_2, as_of_precision=precision)

    figure.full_clean()

    assert figure.as_of == day


@pytest.mark.django_db
def test_an_event_cannot_be_a_part_of_itself():
    event = make_event()
    part = make_event(parent=event)
    event.parent = make_event(parent=part)

    with pytest.raises(ValidationError, match="cannot be a part of itself") as refused:
        event.full_clean()
    assert list(refused.value.error_dict) == ["parent"]


@pytest.mark.django_db
def test_a_part_of_an_event_may_lie_outside_its_days():
    visit = make_event(kind="visit", starts_on=MAY_1, ends_on=MAY_2)
    event = make_event(parent=visit, starts_on=dt.date(2030, 6, 1), ends_on=None)

    event.full_clean()


@pytest.mark.django_db
def test_a_venue_cannot_be_inside_itself():
    building = make_venue()
    building.parent = make_venue(parent=building)

    with pytest.raises(ValidationError, match="cannot be inside itself"):
        building.full_clean()


@pytest.mark.parametrize("name", ["Almaty", "Asia/Nowhere", "../etc/passwd", "asia/almaty"])
@pytest.mark.django_db
def test_a_time_zone_must_be_one(name):
    event = make_event()
    event.time_zone = name

    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert list(refused.value.error_dict) == ["time_zone"]


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ({"country": "KZ", "city_ru": "Актау"}, "Asia/Aqtau"),
        ({"country": "EE"}, "Europe/Tallinn"),
        ({"country": "KZ"}, "UTC"),
        ({"country": ""}, "UTC"),
    ],
)
@pytest.mark.django_db
def test_without_a_time_zone_an_event_has_that_of_its_city(place, zone):
    event = make_event(time_zone="", **place)

    event.full_clean()

    assert event.time_zone == zone


@pytest.mark.django_db
def test_a_language_of_an_event_must_be_one():
    event = make_event(languages="kazakh")

    with pytest.raises(ValidationError, match="is not a language tag"):
        event.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["xx", "kazakh", "cy", "uz-Cyrl"])
def test_an_alphabet_of_which_the_order_is_not_known_is_refused(language):
    event = make_event()
    event.precedence_language = language

    with pytest.raises(ValidationError, match="order of this language is not known"):
        event.full_clean()


@pytest.mark.parametrize(
    ("rule", "language", "alphabet"),
    [
        ("listed", "pl", ""),
        ("alphabetical", "pl", "pl"),
        ("rank", "pl", "pl"),
        ("alphabetical", "", "en"),
    ],
)
def test_delegations_stand_in_an_alphabet_unless_they_are_listed(rule, language, alphabet):
    event = Event(precedence_rule=rule, precedence_language=language)

    assert event.alphabet == alphabet


@pytest.mark.django_db
def test_an_item_is_named_by_its_title_else_as_printed_else_by_its_kind():
    assert str(make_session(title_en="Opening")) == "Opening"
    assert str(make_session(title_en="", original_title="Avamine")) == "Avamine"
    assert str(make_session(title_en="", kind="break")) == "break"


@pytest.mark.django_db
def test_an_item_stands_under_one_of_its_own_event():
    session = make_session()
    session.parent = make_session()

    with pytest.raises(ValidationError, match="is of another event") as refused:
        session.full_clean()
    assert list(refused.value.error_dict) == ["parent"]


@pytest.mark.django_db
def test_an_item_cannot_be_a_part_of_itself():
    session = make_session()
    session.parent = make_session(event=session.event, parent=session)

    with pytest.raises(ValidationError, match="cannot be a part of itself"):
        session.full_clean()


def chain(event, length):
    """Items one under the other, the uppermost first."""
    items = [None]
    for _ in range(length):
        items.append(make_session(event=event, parent=items[-1]))
    return items[1:]


@pytest.mark.django_db
def test_items_can_be_nested_four_deep_and_no_deeper():
    event = make_event()
    items = chain(event, 4)

    items[-1].full_clean()
    with pytest.raises(ValidationError, match="nested four deep"):
        Session(event=event, title_en="Fifth", parent=items[-1]).full_clean()


@pytest.mark.django_db
def test_an_item_cannot_be_moved_so_deep_that_its_own_parts_are_too_deep():
    event = make_event()
    lowest = chain(event, 3)[-1]
    moved = chain(event, 2)[0]
    moved.parent = lowest

    with pytest.raises(ValidationError, match="nested four deep"):
        moved.full_clean()


@pytest.mark.django_db
def test_an_item_cannot_leave_its_parts_behind_at_another_event():
    session = make_session()
    make_session(event=session.event, parent=session)
    session.event = make_event()

    with pytest.raises(ValidationError):
        session.full_clean()


def slot(**fields):
    zone = fields.pop("time_zone", "Asia/Almaty")
    return Session(event=Event(time_zone=zone), **fields)


@pytest.mark.parametrize(
    "fields", [{}, {"day": MAY_1}, {"starts_at": dt.time(10)}], ids=["nothing", "day", "time"]
)
def test_an_item_without_day_and_time_has_no_instant(fields):
    session = slot(**fields)

    assert (session.begins, session.finishes) == (None, None)


def test_an_item_begins_and_ends_by_the_clock_on_the_wall_of_the_event():
    session = slot(day=MAY_1, starts_at=dt.time(10), ends_at=dt.time(11, 30))

    assert session.begins.isoformat() == "2030-05-01T10:00:00+05:00"
    assert session.finishes.isoformat() == "2030-05-01T11:30:00+05:00"


def test_an_end_that_is_not_known_is_none():
    session = slot(day=MAY_1, starts_at=dt.time(10))

    assert session.begins is not None
    assert session.finishes is None


def test_an_end_earlier_than_the_start_is_on_the_next_day():
    session = slot(day=MAY_1, starts_at=dt.time(22), ends_at=dt.time(1))

    assert session.begins.isoformat() == "2030-05-01T22:00:00+05:00"
    assert session.finishes.isoformat() == "2030-05-02T01:00:00+05:00"


def test_what_starts_after_midnight_happens_on_the_next_day_but_keeps_its_programme_day():
    session = slot(day=MAY_1, starts_at=dt.time(0, 30), ends_at=dt.time(2), is_after_midnight=True)

    assert session.day == MAY_1
    assert session.begins.isoformat() == "2030-05-02T00:30:00+05:00"
    assert session.finishes.isoformat() == "2030-05-02T02:00:00+05:00"


def test_what_ends_at_the_minute_it_starts_takes_no_time():
    session = slot(day=MAY_1, starts_at=dt.time(10), ends_at=dt.time(10))

    assert session.finishes == session.begins


@pytest.mark.parametrize(
    ("day", "offset"),
    [(dt.date(2030, 1, 15), "+02:00"), (dt.date(2030, 7, 15), "+03:00")],
    ids=["winter", "summer"],
)
def test_summer_time_is_that_of_the_day(day, offset):
    session = slot(day=day, starts_at=dt.time(10), time_zone="Europe/Tallinn")

    assert session.begins.isoformat() == f"{day}T10:00:00{offset}"


def test_an_item_through_the_night_of_the_clock_change_ends_in_the_other_time():
    # In 2030 the clocks of Tallinn go forward on 31 March, at three in the morning.
    session = slot(
        day=dt.date(2030, 3, 30),
        starts_at=dt.time(23),
        ends_at=dt.time(5),
        time_zone="Europe/Tallinn",
    )

    assert session.begins.isoformat() == "2030-03-30T23:00:00+02:00"
    assert session.finishes.isoformat() == "2030-03-31T05:00:00+03:00"
    duration = session.finishes.astimezone(dt.UTC) - session.begins.astimezone(dt.UTC)
    assert duration == dt.timedelta(hours=5)


@pytest.mark.django_db
def test_correcting_the_time_zone_corrects_instants_and_no_printed_time():
    session = make_session(
        event=make_event(time_zone="UTC"), day=MAY_1, starts_at=dt.time(10), ends_at=dt.time(11)
    )

    session.event.time_zone = "Asia/Almaty"
    session.event.save()

    session = Session.objects.get(pk=session.pk)
    assert (session.starts_at, session.ends_at) == (dt.time(10), dt.time(11))
    assert session.begins.isoformat() == "2030-05-01T10:00:00+05:00"


@pytest.mark.django_db
def test_records_are_called_what_staff_know_them_by():
    assert str(make_series(name_en="", name_et="Foorum")) == "Foorum"
    assert str(make_topic(name_en="Mobility")) == "Mobility"
    assert str(make_venue(name_en="", name_ru="Дворец")) == "Дворец"
    assert str(make_attachment(title_en="", title_kk="Бағдарлама")) == "Бағдарлама"
    assert str(make_source(title="Headline", publisher="ERR")) == "Headline (ERR)"
    assert str(make_source(title="Headline")) == "Headline"
    assert str(make_figure(value=None, as_stated_en="about 40")) == "participants: about 40"


@pytest.mark.django_db
def test_an_item_is_on_the_day_of_the_item_above():
    whole = make_session(day=MAY_1)
    part = make_session(event=whole.event, parent=whole, day=MAY_2)

    with pytest.raises(ValidationError, match="on another day"):
        part.full_clean()


def test_a_choice_is_labelled_in_the_language_of_its_reader():
    event = Event(kind=EventKind.FORUM, status="unheard of")

    assert event.get_kind_display() == "forum"
    with override("ru"):
        assert event.get_kind_display() == "форум"
    assert event.get_status_display() == "unheard of"
    assert event.get_visit_kind_display() == ""
