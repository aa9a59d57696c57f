"""Pages of a list that begin after a record or end before one."""

import datetime as dt

import pytest

from forum.models import Event
from forum.querysets import NEWEST_FIRST, SOONEST_FIRST
from forum.records.paging import first_page, last_page, page_after, page_before
from tests.factories import MAY_1, make_event

pytestmark = pytest.mark.django_db
SIZE = 2


@pytest.fixture
def days():
    """Three events of one day, one of a later one, and two without a date."""
    for day in (MAY_1, MAY_1, MAY_1, MAY_1 + dt.timedelta(1), None, None):
        make_event(starts_on=day, ends_on=None)


def place_of(event, records, order):
    return order.place_of(records.filter(pk=event.pk))


ORDERS = {
    "newest first": (NEWEST_FIRST, lambda: Event.objects.all()),
    "soonest first": (SOONEST_FIRST, lambda: Event.objects.with_coming()),
}


@pytest.mark.parametrize(("order", "records"), ORDERS.values(), ids=ORDERS)
def test_pages_one_after_the_other_are_the_whole_list(days, order, records):
    everything = list(records().order_by(*order.by()))

    page = first_page(records(), order, SIZE)
    found = list(page.records)
    while page.has_next:
        place = place_of(page.records[-1], records(), order)
        page = page_after(records(), order, SIZE, place)
        found += page.records

    assert found == everything


@pytest.mark.parametrize(("order", "records"), ORDERS.values(), ids=ORDERS)
def test_pages_one_before_the_other_are_the_whole_list(days, order, records):
    everything = list(records().order_by(*order.by()))

    page = last_page(records(), order, SIZE)
    found = list(page.records)
    while page.has_previous:
        place = place_of(page.records[0], records(), order)
        page = page_before(records(), order, SIZE, place)
        found = page.records + found

    assert found == everything


def test_a_page_before_one_of_the_first_records_is_the_first_page(days):
    records = Event.objects.all()
    first = first_page(records, NEWEST_FIRST, SIZE)

    place = place_of(first.records[1], records, NEWEST_FIRST)

    assert page_before(records, NEWEST_FIRST, SIZE, place) == first
