"""The version of the content rises with each commit of a public change, and with nothing else."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from forum.derived.refresh import refresh
from forum.derived.version import MOST_ROWS, move, version
from forum.models import Event, PublicChange, Topic
from tests.factories import make_agreement, make_event

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def in_another_connection(function):
    """What a function returns on a connection of its own."""
    found = []

    def run():
        found.append(function())
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def moves(function) -> int:
    """How many rows a function adds to the version."""
    # Far from where rows are made one.
    while PublicChange.objects.create(weight=1).pk % MOST_ROWS > MOST_ROWS // 2:
        pass
    before = PublicChange.objects.count()
    function()
    return PublicChange.objects.count() - before


@pytest.fixture
def event():
    return make_event()


def test_a_version_moves_at_commit_and_not_before(event):
    before = version()

    with transaction.atomic():
        Event.objects.update(country="FI")
        meanwhile = in_another_connection(version)

    assert meanwhile == before
    assert int(version()) > int(before)


def test_a_transaction_moves_it_once_however_much_it_changes(event):
    def change():
        with transaction.atomic():
            # A name no row follows from: nothing is refreshed after the commit.
            Topic.objects.bulk_create(
                [Topic(code=f"t{each}", slug=f"t{each}", name_en="T") for each in range(3)]
            )
            Topic.objects.update(is_academic=True)
            Topic.objects.all().delete()

    assert moves(change) == 1


def test_what_follows_from_a_change_moves_it_once_more():
    agreement = make_agreement()
    agreement.title_en = "Another title"
    with transaction.atomic():
        agreement.save()
        changed = version()
        refresh()
        refreshed = version()

    assert refreshed == changed  # Both are of this transaction.
    assert moves(agreement.save) >= 2


def test_what_is_rolled_back_leaves_it(event):
    before = version()

    with transaction.atomic():
        Event.objects.update(country="FI")
        transaction.set_rollback(True)

    assert version() == before


def test_a_savepoint_that_is_rolled_back_takes_only_its_own_along(event):
    before = version()

    with transaction.atomic():
        with transaction.atomic():
            Event.objects.update(country="FI")
            transaction.set_rollback(True)
        Event.objects.update(country="LV")

    assert int(version()) > int(before)


def test_a_statement_without_a_transaction_moves_it_with_its_own_commit(event):
    before = version()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO forum_goneaddress (digest) VALUES ('/x/') RETURNING id")
        meanwhile = in_another_connection(version)
        cursor.fetchall()

    assert meanwhile in (before, version())
    assert int(version()) > int(before)
    assert moves(lambda: Event.objects.filter(pk=event.pk).update(country="FI")) >= 1


def test_two_who_write_wait_for_nobody_and_move_it_by_two():
    def write():
        with transaction.atomic():
            move()

    before = PublicChange.objects.count()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            move()
        in_another_connection(write)

    assert PublicChange.objects.count() > before


def test_its_rows_are_few_and_their_sum_stays():
    for _each in range(MOST_ROWS):
        with transaction.atomic():
            move()
    before = version()
    while PublicChange.objects.count() > 1:
        with transaction.atomic():
            move()
    assert int(version()) > int(before)
    assert PublicChange.objects.count() == 1


def test_an_emptied_database_has_a_version_of_its_own(event):
    before = version()

    call_command("flush", interactive=False, verbosity=0)

    assert version() not in (before, "None")
