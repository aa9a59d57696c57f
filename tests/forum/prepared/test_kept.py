"""What is found in the whole archive is kept until something changes, and no longer."""

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from forum.models import Event
from forum.prepared import kept
from tests.factories import make_event

pytestmark = pytest.mark.django_db(transaction=True)


def counting():
    """How many events are published, kept; and a list with an entry for each time it was found."""
    times = []

    @kept
    def count():
        times.append(1)
        return Event.objects.published().count()

    return count, times


def test_it_is_found_once_until_something_changes():
    count, times = counting()
    event = make_event()

    assert [count(), count()] == [1, 1]
    assert len(times) == 1

    event.delete()

    assert [count(), count()] == [0, 0]
    assert len(times) == 2


def test_a_transaction_sees_its_own_changes_and_leaves_none_behind():
    count, _times = counting()
    assert count() == 0

    with transaction.atomic():
        make_event()
        assert count() == 1
        make_event()
        assert count() == 2
        transaction.set_rollback(True)

    assert count() == 0


def test_each_language_and_day_has_its_own():
    count, times = counting()

    for language in ("en", "ru", "en"):
        with override(language):
            count()
    assert len(times) == 2
    for zone in ("Etc/GMT+12", "Pacific/Kiritimati"):  # Never on the same day.
        with timezone.override(zone):
            count()
    assert len(times) >= 3
