"""The trail is only added to: by our own code, and in the database by whatever code."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from forum.audit import triggers
from forum.audit.retention import clean_audit
from forum.models import AuditDoor, AuditEntry
from tests.factories import make_audit_entry

pytestmark = pytest.mark.django_db
REFUSED = {
    "save": lambda entry: entry.save(),
    "delete": lambda entry: entry.delete(),
    "update": lambda entry: AuditEntry.objects.update(who=""),
    "delete many": lambda entry: AuditEntry.objects.all().delete(),
    "bulk_update": lambda entry: AuditEntry.objects.bulk_update([entry], ["who"]),
}


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_the_model_refuses_with_a_sentence(change):
    entry = make_audit_entry(who="Staff")
    entry.who = "Somebody else"

    with (
        pytest.raises(ValidationError, match="The audit trail is only added to"),
        transaction.atomic(),
    ):
        change(entry)

    assert AuditEntry.objects.get().who == "Staff"


@pytest.mark.parametrize(
    "statement", ["UPDATE forum_auditentry SET who = 'x'", "DELETE FROM forum_auditentry"]
)
def test_the_database_refuses_whatever_code_asks(statement):
    make_audit_entry(who="Staff")

    with pytest.raises(IntegrityError, match="only added to"):
        run(statement)

    assert AuditEntry.objects.get().who == "Staff"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_database_refuses_to_empty_the_table():
    make_audit_entry()

    with pytest.raises(IntegrityError, match="only added to"):
        run("TRUNCATE forum_auditentry")


def test_erasing_and_dropping_leave_the_door_shut():
    make_audit_entry(who="Staff", details={"note": "private"})
    make_audit_entry(who="Another")

    assert AuditEntry.objects.filter(who="Staff").erase(details={}) == 1
    assert AuditEntry.objects.filter(who="Another").drop() == 1

    assert AuditEntry.objects.get().details == {}
    assert not AuditDoor.objects.exists()
    with pytest.raises(IntegrityError):
        run("DELETE FROM forum_auditentry")


def test_entries_go_when_their_time_is_over_and_that_is_noted(settings):
    settings.AUDIT_DAYS = 100
    now = timezone.now()
    for days in (99, 101, 300):
        make_audit_entry(at=now - dt.timedelta(days=days), subject=f"{days} days old")

    assert clean_audit(now) == 2

    kept = AuditEntry.objects.values_list("kind", "subject", "details__dropped")
    assert list(kept) == [("operated", "clean_audit", 2), ("refused", "99 days old", None)]
    assert clean_audit(now) == 0
    assert len(kept.all()) == 2


def test_the_command_says_how_many_went(settings, capsys):
    make_audit_entry(at=timezone.now() - dt.timedelta(days=settings.AUDIT_DAYS + 1))

    call_command("clean_audit")

    assert capsys.readouterr().out == "1 dropped.\n"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_emptying_the_whole_database_leaves_the_refusal():
    make_audit_entry()

    call_command("flush", interactive=False, verbosity=0)

    assert not AuditEntry.objects.exists()
    make_audit_entry()
    with pytest.raises(IntegrityError):
        run("DELETE FROM forum_auditentry")


def test_the_refusal_can_be_taken_back_and_made_again():
    make_audit_entry()
    triggers.drop(connection)
    run("UPDATE forum_auditentry SET who = 'x'")
    triggers.create(connection)

    with pytest.raises(IntegrityError):
        run("UPDATE forum_auditentry SET who = 'y'")
    assert AuditEntry.objects.get().who == "x"
