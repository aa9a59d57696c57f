import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def test_an_entry_names_who_and_what_in_words_that_stay(admin_user, rf):
    event = make_event(title_en="Forum", is_published=False)
    request = rf.get("/", REMOTE_ADDR="192.0.2.7")
    key = event.pk

    note(AuditKind.EXPORTED, by=admin_user, subject=event, request=request, rows=3)
    event.delete()
    admin_user.delete()

    entry = AuditEntry.objects.get(kind=AuditKind.EXPORTED)
    assert (entry.who, entry.subject, entry.key) == ("admin", "Forum", key)
    assert (entry.model, entry.origin, entry.details) == ("forum.event", "192.0.2.7", {"rows": 3})


def test_an_entry_of_nobody_known_has_no_name(rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    entry = note(AuditKind.SIGN_IN_FAILED, subject="somebody", request=request)

    assert (entry.who, entry.account, entry.subject) == ("", None, "somebody")


def test_an_act_that_is_undone_leaves_no_entry():
    with transaction.atomic():
        note(AuditKind.MERGED, subject="two records")
        transaction.set_rollback(True)

    assert not AuditEntry.objects.exists()
