"""A row of a long list costs what a row of a short one does, and a list is one revision."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Revision

from delegations.models import Institution
from forum.history.undoing import undo
from forum.intake.kinds import KINDS, Place
from forum.intake.lists import take_in
from forum.intake.preparing import counts_of, prepare
from forum.intake.saving import Saving, save
from forum.models import IntakeRow

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def place(staff):
    return Place(get_user_model().objects.get(pk=staff.pk), "en")


def rows_of(count: int, first: int = 0):
    numbers = range(first, first + count)
    return [["Name", "Country"], *([f"Body{n} Sample{n} House{n}", "EE"] for n in numbers)]


def take(place, rows):
    intake = take_in(KINDS["institutions"], place, rows)
    while not prepare(intake, place, seconds=60):
        pass
    return intake


def queries(work) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def test_saving_a_row_costs_no_query_of_its_own(place):
    few, many = take(place, rows_of(20)), take(place, rows_of(200, first=20))

    for_few = queries(lambda: save(few, Saving(place, False)))
    for_many = queries(lambda: save(many, Saving(place, False)))

    # SQLite takes a thousand values at a time: some rows of a wide table.
    assert for_many - for_few < 180 / 4


def test_preparing_a_row_costs_as_much_for_the_last_as_for_the_first(place):
    first = queries(lambda: take(place, rows_of(50)))
    later = queries(lambda: take(place, rows_of(100, first=50)))

    assert later < 2.5 * first


def test_a_batch_ends_when_its_time_is_over(place):
    intake = take_in(KINDS["institutions"], place, rows_of(3))

    assert not prepare(intake, place, seconds=0)
    assert {*intake.rows.values_list("state", flat=True)} == {"waiting"}
    assert prepare(intake, place, seconds=60)


def test_five_thousand_rows_are_one_revision_and_undone_as_one(place):
    intake = save(take(place, rows_of(5_000)), Saving(place, False))

    assert counts_of(intake) == {"new": 5_000}
    assert intake.revision.version_set.count() == 5_000
    undo(intake.revision, by=place.by)
    assert not Institution.objects.exists()
    assert Revision.objects.count() == 2
    assert IntakeRow.objects.count() == 5_000
