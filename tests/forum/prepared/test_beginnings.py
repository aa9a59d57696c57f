"""The beginning of a list that may be long."""

import pytest

from forum.models import Event, Session
from forum.prepared import beginning
from tests.factories import make_event, make_session

pytestmark = pytest.mark.django_db


def sessions_of(event: int):
    return Session.objects.filter(event=event).prefetch_related("speakers").order_by("pk")


def test_few_rows_take_no_count_and_many_take_one(django_assert_num_queries):
    event, first_two = make_event(), beginning(sessions_of, 2)
    sessions = [make_session(event=event) for _number in range(2)]
    first_two(event.pk)

    with django_assert_num_queries(2):
        few = first_two(event.pk)
    assert (few.rows, few.is_more, few.total) == (sessions, False, 2)

    make_session(event=event)
    with django_assert_num_queries(3):
        many = first_two(event.pk)
    assert (many.rows, many.is_more, many.total) == (sessions, True, 3)


def test_what_is_counted_can_be_something_else_than_the_rows():
    event = make_event()
    for _number in range(2):
        make_session(event=event)
    first = beginning(sessions_of, 1, counted=lambda key: Event.objects.filter(pk=key))

    assert first(event.pk).total == 1
