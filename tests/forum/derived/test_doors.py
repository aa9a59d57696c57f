"""Through whichever door a record is changed, what follows from it is marked, and made up for."""

import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import NotSupportedError, connection, transaction

from agreements.models import Agreement, AgreementLink, Party, Period
from delegations.models import Attendance, Delegation, Institution
from forum.derived import DERIVATIONS, Derivation, catch_up, derive
from forum.derived.refresh import refresh
from forum.derived.registry import READERS
from forum.models import Event, SearchEntry, Stale, Topic
from forum.search.find import find
from tests.derived_rows import assert_nothing_is_lost, die
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_link,
    make_official,
    make_party,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.slow


def marked(name: str) -> set[int]:
    return {*Stale.objects.filter(derivation=name).values_list("key", flat=True)}


@pytest.fixture
def fresh(db):
    """Two agreements of which nothing is marked."""
    agreement, other = make_agreement(concluded_on=MAY_1), make_agreement(concluded_on=MAY_2)
    make_link(agreement=other, other=agreement)
    make_party(agreement=agreement, country="EE")
    refresh()
    die()
    return agreement, other


DOORS = {
    "save": lambda agreement, other: agreement.save(),
    "update": lambda agreement, other: Agreement.objects.filter(pk=agreement.pk).update(
        in_force_on=MAY_3
    ),
    "bulk_update": lambda agreement, other: Agreement.objects.bulk_update(
        [agreement], ["concluded_on"]
    ),
    "a part saved": lambda agreement, other: agreement.parties.get().save(),
    "a part updated": lambda agreement, other: agreement.parties.update(left_on=MAY_3),
    "a part deleted": lambda agreement, other: agreement.parties.all().delete(),
    "parts created at once": lambda agreement, other: Party.objects.bulk_create(
        [Party(agreement=agreement, country="KZ")]
    ),
    "a part moved here": lambda agreement, other: Party.objects.update(agreement=other),
    "the successor saved": lambda agreement, other: other.save(),
    "the successor updated": lambda agreement, other: Agreement.objects.filter(pk=other.pk).update(
        stage="concluded"
    ),
    "the link deleted": lambda agreement, other: AgreementLink.objects.get().delete(),
    "the link turned to another": lambda agreement, other: AgreementLink.objects.update(
        other=make_agreement()
    ),
    "the successor deleted": lambda agreement, other: other.delete(),
    "deleted": lambda agreement, other: (other.delete(), agreement.delete()),
}


@pytest.mark.parametrize("change", DOORS.values(), ids=DOORS)
def test_a_change_marks_the_agreement_and_a_crash_loses_nothing(fresh, change):
    agreement, other = fresh
    key = agreement.pk

    change(agreement, other)

    assert key in marked("periods")
    die()
    assert_nothing_is_lost()


def test_a_part_that_moves_marks_both(fresh):
    agreement, other = fresh
    party = agreement.parties.get()
    party.agreement = other

    party.save()

    assert marked("periods") == {agreement.pk, other.pk}


def test_what_concerns_nobody_marks_nobody(fresh):
    make_source()

    assert not Stale.objects.exists()


def test_a_change_that_is_undone_marks_nothing(fresh):
    agreement, _other = fresh

    with transaction.atomic():
        agreement.save()
        transaction.set_rollback(True)

    assert not Stale.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda event, topic: event.topics.add(topic),
        lambda event, topic: topic.events.add(event),
        lambda event, topic: topic.events.clear(),
        lambda event, topic: topic.events.set([]),
        lambda event, topic: event.topics.clear(),
        lambda event, topic: topic.delete(),
        lambda event, topic: Topic.objects.update(name_en="Robotics"),
    ],
    ids=["added", "added to", "cleared from", "set anew", "cleared", "deleted", "updated"],
)
@pytest.mark.django_db
def test_a_list_of_related_records_is_a_door_on_both_sides(change):
    event, topic, other = make_event(), make_topic(), make_topic()
    for each in (topic, other):
        event.topics.add(each)
    if "add" in change.__code__.co_names:
        event.topics.remove(topic)
    refresh()

    change(event, topic)

    assert event.pk in marked("search-event")
    assert_nothing_is_lost()


@pytest.mark.django_db
def test_rows_of_which_some_may_be_left_out_are_refused():
    with pytest.raises(NotSupportedError):
        Institution.objects.bulk_create([Institution(name_en="A")], ignore_conflicts=True)


# When it is made up for.


@pytest.mark.django_db
def test_a_read_in_the_same_transaction_catches_up(django_assert_num_queries):
    agreement = make_agreement(concluded_on=MAY_1)
    assert Agreement.objects.with_status(MAY_1).get().status == "signed"

    Agreement.objects.update(terminated_on=MAY_2)

    assert Agreement.objects.with_status(MAY_2).get().status == "terminated"
    with django_assert_num_queries(1):
        assert Agreement.objects.with_status(MAY_1).get() == agreement


@pytest.mark.django_db
def test_a_savepoint_that_is_undone_takes_what_was_caught_up_along():
    make_agreement(concluded_on=MAY_1)
    with transaction.atomic():
        assert Agreement.objects.with_status(MAY_1).get().status == "signed"
        transaction.set_rollback(True)

    assert Agreement.objects.with_status(MAY_1).get().status == "signed"


@pytest.mark.django_db
def test_a_refresh_that_is_undone_is_done_again_by_the_next_read():
    make_agreement(concluded_on=MAY_1)
    die()
    with transaction.atomic():
        refresh()
        transaction.set_rollback(True)

    assert Agreement.objects.with_status(MAY_1).get().status == "signed"


@pytest.mark.django_db(transaction=True)
def test_a_commit_makes_up_for_all_that_is_marked_by_whomever():
    with transaction.atomic():
        forgotten = make_agreement(concluded_on=MAY_1)
        die()
    assert not Period.objects.exists()

    with transaction.atomic():
        make_official()
        assert not SearchEntry.objects.filter(kind="official").exists()

    assert forgotten.periods.exists()
    assert SearchEntry.objects.filter(kind="official").exists()
    # All but what is only written when somebody asks for it.
    assert {*Stale.objects.values_list("derivation", flat=True)} <= {"doubles-official"}


@pytest.mark.django_db
def test_a_refresh_stops_when_its_time_is_over_and_tells_what_is_left():
    make_official()
    left = Stale.objects.exclude(derivation__startswith="doubles").count()

    assert refresh(seconds=-1) == left > 0
    assert refresh() == 0
    assert SearchEntry.objects.filter(kind="official").exists()


@pytest.mark.django_db
def test_what_is_marked_in_many_rows_is_written_in_batches(monkeypatch):
    monkeypatch.setattr("forum.derived.refresh.BATCH", 2)
    officials = [make_official() for _ in range(5)]

    refresh()

    entries = SearchEntry.objects.filter(kind="official").values_list("object_id", flat=True)
    assert {*entries} == {official.pk for official in officials}
    assert not Stale.objects.exclude(derivation__startswith="doubles").exists()


@pytest.mark.django_db(transaction=True)
def test_a_refresh_that_fails_undoes_nothing_and_is_tried_again(caplog):
    broken = []

    def write(keys):
        if not broken:
            broken.append(keys)
            raise RuntimeError("The disk is full.")

    derive(Derivation(name="fragile", of=Topic, write=write))
    try:
        topic = make_topic()
        assert marked("fragile") == {topic.pk}
        assert "The disk is full." in caplog.text
        refresh()
        assert marked("fragile") == set()
    finally:
        DERIVATIONS.pop("fragile")
        READERS[Topic].pop()


@pytest.mark.django_db(transaction=True)
def test_of_two_processes_the_later_sees_what_the_earlier_did():
    agreement = make_agreement(concluded_on=MAY_1)
    has_caught_up, may_commit = threading.Event(), threading.Event()

    def terminate():
        with transaction.atomic():
            Agreement.objects.update(terminated_on=MAY_3)
            catch_up()
            has_caught_up.set()
            may_commit.wait(timeout=10)
        connection.close()

    def enter():
        make_party(agreement=agreement, country="EE", signed_on=MAY_1.replace(year=2020))
        connection.close()

    threads = [threading.Thread(target=each) for each in (terminate, enter)]
    threads[0].start()
    has_caught_up.wait(timeout=10)
    threads[1].start()
    threads[1].join(timeout=1)
    may_commit.set()
    for thread in threads:
        thread.join(timeout=10)

    statuses = list(agreement.periods.values_list("status", flat=True))
    assert statuses == ["negotiation", "signed", "terminated"]
    assert agreement.periods.first().first_on.year == 2020
    assert not Stale.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="On Postgres they wait in turn.")
def test_a_refresh_that_read_before_a_faster_one_wrote_reads_again():
    with transaction.atomic():
        event = make_event(title_en="Trade")
        die()
    others = []

    def rename():
        Event.objects.filter(pk=event.pk).update(title_en="Commerce")
        connection.close()

    def let_others_be_faster(execute, sql, *rest):
        if sql.startswith("BEGIN") and not others:
            others.append(threading.Thread(target=rename))
            others[0].start()
            others[0].join()
        return execute(sql, *rest)

    with connection.execute_wrapper(let_others_be_faster):
        refresh()

    assert others
    assert SearchEntry.objects.get(kind="event").name_lines == [["en", "Commerce"]]
    assert not Stale.objects.exists()


# The command.


@pytest.mark.django_db
def test_the_command_writes_all_anew_and_tells_how_far_it_is(capsys):
    make_agreement(concluded_on=MAY_1)
    make_event()
    Stale.objects.create(derivation="gone", key=1)
    Period.objects.all().delete()

    call_command("refresh_derived")

    told = capsys.readouterr().out.splitlines()
    assert {"periods: 1 of 1", "attendance: 1 of 1", "search-agreement: 1 of 1"} <= {*told}
    assert Period.objects.exists()
    assert Attendance.objects.exists()
    assert not Stale.objects.exists()


@pytest.mark.django_db
def test_the_command_takes_up_what_was_left(capsys):
    make_event(title_en="Forum")
    die()

    call_command("refresh_derived", "--stale")

    assert capsys.readouterr().out == ""
    assert list(find("forum").entries) == ["event"]


@pytest.mark.django_db
def test_the_command_says_what_there_is():
    with pytest.raises(CommandError, match=r"Nothing is called tides\. There are: .*periods"):
        call_command("refresh_derived", "tides")


# Who took part where, at every door.


@pytest.mark.parametrize(
    "change",
    [
        lambda visit, part: Event.objects.filter(pk=part.pk).update(parent=None),
        lambda visit, part: Event.objects.filter(pk=visit.pk).update(is_published=False),
        lambda visit, part: Event.objects.filter(pk=visit.pk).update(country="LV"),
        lambda visit, part: Delegation.objects.update(status="declined"),
        lambda visit, part: Institution.objects.update(country="FI"),
        lambda visit, part: Institution.objects.update(is_published=False),
        lambda visit, part: part.delegations.all().delete(),
        lambda visit, part: (part.delegations.all().delete(), part.delete()),
    ],
    ids=[
        "part moved",
        "whole hidden",
        "host changed",
        "declined",
        "institution moved",
        "institution hidden",
        "delegation deleted",
        "part deleted",
    ],
)
@pytest.mark.django_db
def test_no_door_leaves_an_attendance_untrue(change):
    visit = make_event(country="KZ")
    part = make_event(parent=visit, country="KZ")
    make_delegation(event=visit, country="EE")
    make_delegation(event=part, institution=make_institution(country="PL"))
    refresh()
    before = sorted(Attendance.objects.values_list("event", "country"), key=str)

    change(visit, part)
    die()
    assert_nothing_is_lost()

    assert sorted(Attendance.objects.values_list("event", "country"), key=str) != before
