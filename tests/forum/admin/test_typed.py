"""Dates, times and numbers as staff type them into the forms of the admin."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override

from agreements.models import Agreement
from forum.models import Event, Session
from tests.admin_forms import admin_url, errors_of, form_data, open_form, send_form, submit
from tests.factories import make_agreement, make_event, make_figure, make_session, make_venue

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "kk", "ru", "et"]
NOVEMBER_18 = dt.date(2025, 11, 18)


def url_of(record):
    return admin_url(record, "change")


def send(client, record, language="en", **changes):
    """The record after its form was sent with these changes, in a language of the admin."""
    with override(language):
        response = submit(client, url_of(record), **changes)
    assert response.status_code == 302
    record.refresh_from_db()
    return record


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["18.11.2025", "18/11/2025", "2025-11-18", "18 November 2025"])
def test_a_day_is_typed_in_every_language_alike(staff_client, language, typed):
    event = make_event(starts_on=dt.date(2030, 5, 1), ends_on=None)

    event = send(staff_client, event, language, starts_on=typed)

    assert (event.starts_on, event.date_precision) == (NOVEMBER_18, "day")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_comes_before_the_month_in_every_language(staff_client, language):
    event = make_event(ends_on=None)

    event = send(staff_client, event, language, starts_on="03/04/2025")

    assert event.starts_on == dt.date(2025, 4, 3)


@pytest.mark.parametrize(
    ("was", "typed", "precision", "date"),
    [
        ("day", "2025", "year", dt.date(2025, 1, 1)),
        ("day", "11.2025", "month", dt.date(2025, 11, 1)),
        ("year", "18.11.2025", "day", NOVEMBER_18),
        ("unknown", "ноябрь 2025", "month", dt.date(2025, 11, 1)),
    ],
)
def test_how_exact_a_date_is_follows_what_is_typed(staff_client, was, typed, precision, date):
    starts_on = None if was == "unknown" else dt.date(2030, 1, 1)
    event = make_event(starts_on=starts_on, ends_on=None, date_precision=was)

    event = send(staff_client, event, starts_on=typed)

    assert (event.starts_on, event.date_precision) == (date, precision)


def test_the_end_of_a_month_that_is_typed_is_its_last_day(staff_client):
    event = send(staff_client, make_event(), starts_on="11.2025", ends_on="12.2025")

    assert (event.starts_on, event.ends_on) == (dt.date(2025, 11, 1), dt.date(2025, 12, 31))
    assert event.date_precision == "month"


def test_staff_may_say_that_less_is_known_than_they_typed(staff_client):
    event = make_event(ends_on=None)

    event = send(staff_client, event, starts_on="18.11.2025", date_precision="year")

    assert (event.starts_on, event.date_precision) == (dt.date(2025, 1, 1), "year")


def test_two_dates_of_one_exactness_are_typed_alike(staff_client):
    url = url_of(make_event())
    data = form_data(open_form(staff_client, url))

    refused = send_form(staff_client, url, data | {"starts_on": "11.2025", "ends_on": "18.11.2025"})

    assert "Write both dates as exactly as each other" in errors_of(refused)


def test_nobody_can_say_that_more_is_known_than_was_typed(staff_client):
    event = make_event(starts_on=dt.date(2025, 1, 1), ends_on=None, date_precision="year")
    data = form_data(open_form(staff_client, url_of(event))) | {"date_precision": "day"}

    response = send_form(staff_client, url_of(event), data)

    assert "“2025” is less exact than the choice beside it." in errors_of(response)


@pytest.mark.parametrize(
    ("precision", "shown"), [("month", "05.2030"), ("year", "2030"), ("day", "01/05/2030")]
)
def test_a_date_is_shown_as_exactly_as_it_is_known_and_saved_unchanged(
    staff_client, precision, shown
):
    event = make_event(starts_on=dt.date(2030, 5, 1), ends_on=None, date_precision=precision)
    event.full_clean()
    event.save()
    page = staff_client.get(url_of(event)).text
    saved = Event.objects.get()

    event = send(staff_client, event)

    assert f'name="starts_on" value="{shown}"' in page
    assert (event.starts_on, event.date_precision) == (saved.starts_on, precision)
    assert event.changed_at == saved.changed_at


@pytest.mark.parametrize(("typed", "time"), [("10.00", 10), ("10:00", 10), ("9h", 9)])
def test_a_time_is_typed_in_any_way(staff_client, typed, time):
    session = make_session(event=make_event(), day=NOVEMBER_18)

    session = send(staff_client, session, starts_at=typed)

    assert session.starts_at == dt.time(time)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["1500,50", "1 500.50", "1\u00a0500,50"])
def test_a_number_is_typed_in_every_language_alike(staff_client, language, typed):
    figure = make_figure(event=make_event(), value=1)

    figure = send(staff_client, figure, language, value=typed)

    assert figure.value == Decimal("1500.50")


@pytest.mark.parametrize(("language", "shown"), [("en", "1500.50"), ("et", "1500,50")])
def test_a_number_is_shown_as_the_language_writes_it(staff_client, language, shown):
    figure = make_figure(event=make_event(), value=Decimal("1500.50"))

    with override(language):
        page = staff_client.get(url_of(figure)).text

    assert f'name="value" value="{shown}"' in page


def test_a_whole_number_may_have_blanks(staff_client):
    venue = send(staff_client, make_venue(), capacity="1 500")

    assert venue.capacity == 1500


@pytest.mark.parametrize(
    ("make", "changes", "said"),
    [
        (make_event, {"starts_on": "soon"}, "“soon” is not a date. Write it like 18.11.2025,"),
        (make_session, {"day": "2025"}, "“2025” is not a day. Write it like 18.11.2025"),
        (make_session, {"starts_at": "noon"}, "“noon” is not a time. Write it like 10:00"),
        (make_figure, {"value": "1,500"}, "“1,500” cannot be read as a number. Write it like"),
        (make_venue, {"capacity": "1,5"}, "“1,5” is not a whole number. Write it like 1500."),
    ],
)
def test_what_cannot_be_read_is_refused_with_an_example(staff_client, make, changes, said):
    record = make() if make in (make_event, make_venue) else make(event=make_event())
    data = form_data(open_form(staff_client, url_of(record))) | changes

    assert said in errors_of(send_form(staff_client, url_of(record), data))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "1 December 2025"),
        ("kk", "2025\u202fж. 1 желтоқсан"),
        ("ru", "1 декабря 2025\u202fг."),
        ("et", "1. detsember 2025"),
    ],
)
def test_the_lists_of_the_admin_write_dates_as_the_language_does(staff_client, language, shown):
    make_session(event=make_event(), day=dt.date(2025, 12, 1))

    with override(language):
        page = staff_client.get(admin_url(Session, "changelist"))

    assert shown in page.text


@pytest.mark.parametrize(
    ("language", "day"), [("en", "%d/%m/%Y"), ("kk", "%d.%m.%Y"), ("ru", "%d.%m.%Y")]
)
def test_the_calendar_beside_a_date_writes_what_the_form_reads(staff_client, language, day):
    with override(language):
        catalogue = staff_client.get(reverse("admin:jsi18n")).text

    formats = catalogue.partition('"DATE_INPUT_FORMATS": [')[2]
    assert formats.split()[0].startswith(f'"{day}"')


def test_the_lists_of_the_admin_say_only_what_is_known_of_a_date(staff_client):
    make_agreement(concluded_on=dt.date(2025, 1, 1), concluded_on_precision="year")

    rows = staff_client.get(admin_url(Agreement, "changelist")).text.partition("<tbody>")[2]

    assert '<td class="field-concluded_on">2025</td>' in rows
