"""What an erasure leaves: the public record, no way back, and addresses that are gone."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from reversion.models import Revision, Version

from agreements.models import Reminder, Signatory
from delegations.doubles.merging import merge
from delegations.models import Member, Official, OfficialContact
from forum.choices import AuditKind, ErasureMode, NamePlace
from forum.history.differences import history_of
from forum.history.keeping import revision
from forum.history.restoring import differences_from, put_back
from forum.history.undoing import undo
from forum.models import AuditEntry, Erasure, Removal, Source
from forum.personal.erasing import erase, plan
from forum.search.find import find
from tests.factories import (
    make_appointment,
    make_contact,
    make_delegation,
    make_event,
    make_member,
    make_official,
    make_party,
    make_reminder,
    make_signatory,
    make_source,
)

pytestmark = pytest.mark.django_db
NAME = "Zorblat Quixtor"


@pytest.fixture
def person():
    with revision():
        person = make_official(name_en=NAME, slug="zorblat", biography_en="Born.")
        make_contact(official=person, phone="+7 998 877 66", dietary_needs="no fish")
        make_appointment(official=person, office_en="Rector")
    with revision():
        person.slug = "zorblat-quixtor"
        person.save()
    return person


def anonymise(person, **said):
    return erase(Official, person.pk, mode=ErasureMode.ANONYMOUS, **said)


def all_versions() -> str:
    return " ".join(Version.objects.values_list("serialized_data", flat=True))


def test_clearing_private_data_keeps_the_record_under_the_name(person, client):
    with revision():
        person.contact.delete()

    erase(Official, person.pk, mode=ErasureMode.PRIVATE, reason="Asked for.")

    assert not OfficialContact.objects.exists()
    assert not Removal.objects.exists()
    assert "no fish" not in all_versions()
    assert NAME in client.get("/officials/zorblat-quixtor/").content.decode()
    assert client.get("/officials/zorblat/").status_code == 301


def test_the_former_addresses_are_gone_and_do_not_tell_the_name(person, client):
    anonymise(person)

    for address in ("/officials/zorblat/", "/officials/zorblat-quixtor/", "/et/officials/zorblat/"):
        assert client.get(address).status_code == 410
    assert client.get("/officials/somebody/").status_code == 404
    page = client.get(Official.objects.get().get_absolute_url()).content.decode()
    assert "Name withheld" in page
    assert "Rector" in page


def test_addresses_of_other_records_with_the_name_are_told_and_go_once_they_are_former(
    person, client
):
    event = make_event(slug="lecture-of-zorblat-quixtor-2030")
    make_event(slug="zorblat-quixtor-smith-lecture")
    planned = plan(Official, person.pk, ErasureMode.ANONYMOUS)
    assert event.get_absolute_url() in planned.others

    with revision():
        event.slug = "lecture-2030"
        event.save()
    anonymise(person)

    assert client.get("/events/lecture-of-zorblat-quixtor-2030/").status_code == 410
    assert client.get("/events/lecture-2030/").status_code == 200


def test_a_gone_page_is_said_in_the_reader_s_language(person, client):
    anonymise(person)

    assert 'lang="et"' in client.get("/et/officials/zorblat/").content.decode()


def test_no_revision_brings_back_what_was_erased(person):
    anonymise(person)

    for done in Revision.objects.all():
        entries = history_of(("delegations.official", person.pk))
        changes = differences_from(("delegations.official", person.pk), done.pk) if entries else []
        put_back(changes)
        with suppress(ValidationError):
            undo(done, leaving_out=True)
        official = Official.objects.filter(pk=person.pk).first()
        assert official is None or official.name == "Name withheld"
        assert not OfficialContact.objects.exists()
    assert NAME not in all_versions()


@pytest.mark.parametrize(
    ("spared", "printed"),
    [([], ["", ""]), ([NamePlace.SIGNED], [NAME, "Z. Quixtor"])],
    ids=["all of it", "but under documents"],
)
def test_a_signature_keeps_its_name_only_if_staff_say_so(person, spared, printed):
    for name in ("", "Z. Quixtor"):
        make_signatory(official=person, name_as_printed=name)
    make_member(official=person, name_as_printed="Z. Quixtor")

    anonymise(person, spared=spared)

    names = Signatory.objects.order_by("pk").values_list("name_as_printed", flat=True)
    assert [*names] == printed
    assert Member.objects.get().name_as_printed == ""


def test_another_person_of_the_same_name_and_texts_that_staff_leave_stay(person):
    other = make_official(name_en=NAME, slug="another")
    event = make_event(summary_en=f"Opened by {NAME}.")

    anonymise(person, spared=[NamePlace.TEXTS])

    event.refresh_from_db()
    other.refresh_from_db()
    assert (other.name, event.summary) == (NAME, f"Opened by {NAME}.")


def test_the_name_in_a_text_is_replaced_in_the_language_of_the_text(person):
    event = make_event(summary_en=f"Opened by {NAME.upper()}.", summary_et=f"Avas {NAME}.")

    anonymise(person)

    event.refresh_from_db()
    assert event.summary_en == "Opened by Name withheld."
    assert NAME not in event.summary_et
    assert not find("Quixtor").entries


def test_addresses_in_texts_are_replaced_one_by_one(person):
    urls = [f"https://example.org/{number}/zorblat-quixtor" for number in (1, 2)]
    for url in urls:
        make_source(url=url)

    anonymise(person)

    left = {*Source.objects.values_list("url", flat=True)}
    assert len(left) == 2
    assert all(url.startswith("https://withheld.invalid/") for url in left)


def test_an_erasure_is_accounted_for_without_what_was_erased(person, admin_user):
    anonymise(person, by=admin_user, reason=f"{NAME} wrote to us.")

    entry = AuditEntry.objects.get(kind=AuditKind.ERASED)
    assert (entry.who, entry.key, entry.details["mode"]) == ("admin", person.pk, "anonymous")
    erased = Erasure.objects.get()
    assert (erased.key, erased.by, erased.reason) == (
        person.pk,
        "admin",
        "Name withheld wrote to us.",
    )


def test_what_is_left_of_a_deleted_person_is_erased_too(person):
    key = person.pk
    with revision():
        person.delete()

    erase(Official, key, mode=ErasureMode.ANONYMOUS)

    assert NAME not in all_versions()
    assert NAME not in str([*Removal.objects.values_list("data", "text")])


def test_what_a_merged_record_had_goes_too(person):
    with revision():
        double = make_official(name_en="Z. Quixtor-Smith", slug="quixtor-smith")
        make_contact(official=double, email="old@example.org", access_needs="a ramp")
        person.contact.delete()
    merge(keep=person, duplicate=double, reason="The same.")
    Official.objects.get(pk=person.pk).names.all().delete()

    anonymise(person)

    for text in ("Quixtor-Smith", "old@example.org", "a ramp"):
        assert text not in all_versions()
        assert text not in str([*Removal.objects.values_list("data", "text")])


def test_private_data_goes_from_private_fields_and_traces_of_other_records_too(person):
    with revision():
        delegation = make_delegation(notes=f"Call {NAME}, +7 998 877 66.", name_en=NAME)
        party = make_party(contact_email="zq@example.org")
    person.contact.email = "zq@example.org"
    person.contact.save()
    make_reminder(recipient="zq@example.org", agreement=party.agreement)

    erase(Official, person.pk, mode=ErasureMode.PRIVATE)

    delegation.refresh_from_db()
    party.refresh_from_db()
    assert (delegation.notes, delegation.name) == (f"Call {NAME}, […].", NAME)
    assert party.contact_email == ""
    assert "998 877" not in all_versions()
    assert Reminder.objects.get().recipient.endswith("@withheld.invalid")
