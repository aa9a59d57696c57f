"""On SQLite a transaction takes the one write lock with its first write."""

import threading

import pytest
from django.db import OperationalError, connection, transaction

from forum.models import Event, Topic
from tests.factories import make_event, make_topic

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Postgres locks rows."),
]


@pytest.fixture(autouse=True)
def nobody_waits():
    options = connection.settings_dict["OPTIONS"]
    usual, options["timeout"] = options["timeout"], 0
    yield
    options["timeout"] = usual


def can_another_write() -> bool:
    """Whether another connection gets the lock without waiting for it."""
    said = []

    def write():
        try:
            with transaction.atomic():
                make_topic(name_en="Theirs")
            said.append(True)
        except OperationalError:
            said.append(False)
        finally:
            connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    return said[0]


def test_who_only_reads_lets_others_write_and_sees_it():
    make_topic()
    with transaction.atomic():
        assert Topic.objects.count() == 1
        with transaction.atomic():
            assert can_another_write()
        assert Topic.objects.count() == 2


def test_the_first_write_takes_the_lock_until_the_end():
    with transaction.atomic():
        make_topic()
        assert not can_another_write()
    assert can_another_write()


def test_who_asks_for_rows_to_update_takes_the_lock_too():
    with transaction.atomic():
        list(Event.objects.select_for_update())
        assert not can_another_write()


def test_savepoints_from_before_the_first_write_can_be_gone_back_to():
    with transaction.atomic():
        with transaction.atomic():
            Topic.objects.exists()
        with transaction.atomic():
            with transaction.atomic():
                make_topic(name_en="Lost")
                transaction.set_rollback(True)
            make_topic(name_en="Kept")
        with transaction.atomic():
            make_event()
            transaction.set_rollback(True)

    assert [topic.name_en for topic in Topic.objects.all()] == ["Kept"]
    assert not Event.objects.exists()


def test_a_transaction_that_is_rolled_back_leaves_nothing():
    with transaction.atomic():
        Topic.objects.exists()
        with transaction.atomic():
            make_topic()
        transaction.set_rollback(True)

    assert not Topic.objects.exists()
    assert can_another_write()


def test_who_does_not_get_the_lock_can_go_back_and_try_again():
    """BEGIN itself fails: its savepoints were never made, and are not missed."""
    together = threading.Barrier(2)

    def hold():
        with transaction.atomic():
            make_topic(name_en="Theirs")
            together.wait()
            together.wait()
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    together.wait()
    with transaction.atomic():
        with pytest.raises(OperationalError), transaction.atomic():
            make_topic(name_en="Ours")
        together.wait()
        thread.join()
        make_topic(name_en="Ours")

    assert {topic.name_en for topic in Topic.objects.all()} == {"Theirs", "Ours"}
