"""What staff do that must be accounted for enters the audit trail, with who and whence."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError

from agreements.choices import StepKind
from agreements.models import Agreement
from agreements.services import take_step
from delegations.doubles.merging import merge, preview
from delegations.models import Official
from forum.choices import AuditKind
from forum.history.keeping import revision
from forum.history.undoing import undo
from forum.models import AuditEntry, Event
from forum.services import set_published
from tests.admin_forms import admin_url, submit
from tests.factories import (
    MAY_1,
    make_agreement,
    make_attachment,
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_staff,
    pdf_file,
)
from tests.reading import body

pytestmark = pytest.mark.django_db


def noted(kind) -> list[tuple]:
    rows = AuditEntry.objects.filter(kind=kind).order_by("pk")
    return list(rows.values_list("who", "subject"))


@pytest.mark.parametrize("is_published", [True, False])
def test_publishing_and_taking_off_the_site(staff, is_published):
    make_event(title_en="Forum", is_published=not is_published)
    kind = AuditKind.PUBLISHED if is_published else AuditKind.UNPUBLISHED
    before = len(noted(kind))

    set_published(Event.objects.all(), is_published=is_published, by=staff)
    set_published(Event.objects.all(), is_published=is_published, by=staff)

    assert noted(kind)[before:] == [("staff", "Forum")]


def test_a_form_that_publishes_says_from_where(staff_client):
    official = make_official(name_en="A. Name", is_published=False)

    submit(staff_client, admin_url(official, "change"), is_published="on")

    entry = AuditEntry.objects.get(kind=AuditKind.PUBLISHED)
    assert (entry.who, entry.subject, entry.origin) == ("staff", "A. Name", "127.0.0.1")


def test_merging(staff):
    keep, gone = (make_institution(name_en=name) for name in ("University", "Universitet"))
    preview(keep=keep, duplicate=gone)
    assert not noted(AuditKind.MERGED)

    merge(keep=keep, duplicate=gone, reason="One house", by=staff)

    assert noted(AuditKind.MERGED) == [("staff", "University")]
    details = AuditEntry.objects.get(kind=AuditKind.MERGED).details
    assert (details["duplicate"], details["reason"]) == ("Universitet", "One house")


def test_a_step_is_noted_and_one_that_is_refused_is_not(staff):
    agreement = make_agreement(title_en="Memorandum", stage="proposed", concluded_on=None)

    take_step(agreement, StepKind.SIGNED, by=staff, happened_on=MAY_1 - dt.timedelta(days=3650))
    with pytest.raises(ValidationError):
        take_step(agreement, StepKind.UNSEALED, by=staff, happened_on=MAY_1)

    assert noted(AuditKind.STEP) == [("staff", "Memorandum")]
    assert AuditEntry.objects.get(kind=AuditKind.STEP).details["step"] == "signed"


def test_undoing(staff):
    with revision(by=staff, comment="Loaded."):
        event = make_event()
    undo(event_revision(event), by=staff)

    assert noted(AuditKind.REVERTED) == [("staff", "Loaded.")]


def event_revision(event):
    from reversion.models import Version

    return Version.objects.get_for_object(event).first().revision


def test_a_deletion_is_noted_once_with_all_that_goes_along(staff_client):
    event = make_event(title_en="Forum")
    make_member(delegation=make_delegation(event=event))

    staff_client.post(admin_url(event, "delete"), {"post": "yes"})

    assert noted(AuditKind.DELETED) == [("staff", "Forum")]


@pytest.mark.parametrize("action", ["as_csv_with_commas", "as_csv_with_semicolons", "as_xlsx"])
def test_a_table_that_is_taken_along(staff_client, action):
    keys = [make_agreement().pk for _each in range(2)]
    chosen = {"action": action, "_selected_action": keys}

    staff_client.post(admin_url(Agreement, "changelist"), chosen)

    entry = AuditEntry.objects.get(kind=AuditKind.EXPORTED)
    assert (entry.who, entry.subject) == ("staff", "agreements.agreement")
    assert entry.details == {"form": "xlsx" if "xlsx" in action else "csv", "rows": 2}


def test_a_ceremony_pack_that_is_taken_along(staff_client):
    event = make_event(title_en="Forum")

    staff_client.get(f"/admin/forum/event/{event.pk}/ceremony.pdf")

    assert noted(AuditKind.EXPORTED) == [("staff", "Forum")]


PRIVATE = {
    "contact": lambda: make_contact(email="a@example.org").official,
    "delegation": lambda: make_delegation(notes="Comes late"),
    "party": lambda: make_party(contact_email="a@example.org").agreement,
}


@pytest.mark.slow
@pytest.mark.parametrize("make", PRIVATE.values(), ids=PRIVATE)
def test_private_data_that_was_seen_is_noted_once_an_hour(staff_client, make):
    record = make()
    for _each in range(2):
        staff_client.get(admin_url(record, "change"))

    (entry,) = AuditEntry.objects.filter(kind=AuditKind.PRIVATE_SEEN)
    assert (entry.who, entry.key, entry.model) == ("staff", record.pk, record._meta.label_lower)
    assert "a@example.org" not in str(entry.details)

    AuditEntry.objects.filter(pk=entry.pk).erase(at=entry.at - dt.timedelta(hours=1))
    staff_client.get(admin_url(record, "change"))
    assert len(noted(AuditKind.PRIVATE_SEEN)) == 2


def test_who_sees_nothing_private_leaves_no_note(client):
    user = make_staff()
    codes = ("view_official", "change_official", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(user)
    official = make_contact(email="a@example.org").official

    assert client.get(admin_url(official, "change")).status_code == 200
    assert not noted(AuditKind.PRIVATE_SEEN)


def test_names_stay_when_account_and_record_go(staff_client, staff):
    official = make_official(name_en="A. Name", is_published=False)
    submit(staff_client, admin_url(official, "change"), is_published="on")
    Official.objects.all().delete()
    type(staff).objects.all().delete()

    assert noted(AuditKind.PUBLISHED) == [("staff", "A. Name")]


def test_private_data_that_a_history_tells_of_is_noted(staff_client):
    delegation = make_delegation()
    with revision():
        delegation.notes = "Comes late"
        delegation.save()

    staff_client.get(admin_url(delegation, "history"))

    assert noted(AuditKind.PRIVATE_SEEN) == [("staff", str(delegation))]


def test_a_private_file_that_is_taken_along_is_noted(staff_client):
    attachment = make_attachment(file=pdf_file(), is_public=False)

    body(staff_client.head(attachment.file.url))
    assert not noted(AuditKind.EXPORTED)

    body(staff_client.get(attachment.file.url))
    assert noted(AuditKind.EXPORTED) == [("staff", str(attachment))]
