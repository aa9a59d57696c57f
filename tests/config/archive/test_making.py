import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction

from agreements.models import Agreement, Party
from config.archive.making import make
from config.archive.size import Size, shares
from delegations.models import Institution, Member, Official
from forum.history.keeping import KEPT
from forum.models import Event, Session, Stale
from tests.derived_rows import assert_nothing_is_lost
from tests.factories import make_event

SIZE = Size(3)
TODAY = dt.date(2030, 5, 1)


def small_archive(seed: int = 1) -> None:
    make(SIZE, seed, TODAY, lambda *_: None)


def content() -> list[list[tuple]]:
    """What the records say, but for their keys."""
    return [
        sorted(Event.objects.values_list("slug", "title_ru", "starts_on", "status")),
        sorted(Institution.objects.values_list("slug", "name_kk", "kind")),
        sorted(Official.objects.values_list("slug", "name_en", "is_published")),
        sorted(Agreement.objects.values_list("slug", "title_et", "stage", "in_force_on"), key=str),
        sorted(Member.objects.values_list("delegation__event__slug", "official__slug"), key=str),
        sorted(Party.objects.values_list("agreement__slug", "institution__slug"), key=str),
    ]


def test_shares_add_up():
    assert shares(10, [1, 1, 1]) == [3, 4, 3]


def test_an_archive_has_what_follows_from_its_records(db):
    small_archive()

    assert Event.objects.count() == 3
    assert Institution.objects.count() == 15
    assert Official.objects.count() == 75
    assert Member.objects.count() == 300
    assert Agreement.objects.count() == 150
    # The second event has nothing; of doubles it is only said that they are to be looked for.
    assert not Session.objects.filter(event__slug__endswith="-2").exists()
    assert set(Stale.objects.values_list("derivation", flat=True)) == {
        "doubles-institution",
        "doubles-official",
    }
    assert_nothing_is_lost()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_rows(db):
    made = []
    for seed in (1, 1, 2):
        with transaction.atomic():
            small_archive(seed)
            made.append(content())
            transaction.set_rollback(True)

    assert made[0] == made[1] != made[2]


@pytest.mark.slow
def test_a_form_would_accept_all_that_is_made(db):
    small_archive()

    refused = []
    for model in KEPT:
        for record in model.objects.all():
            try:
                record.full_clean()
            except ValidationError as error:
                refused.append((model.__name__, str(record), error.message_dict))
    assert refused == []


def test_a_database_with_records_is_refused(db):
    make_event()

    with pytest.raises(CommandError, match="give an empty database"):
        call_command("make_archive")


def test_an_archive_has_at_least_three_events(db):
    with pytest.raises(CommandError, match="at least 3"):
        call_command("make_archive", events=2)
