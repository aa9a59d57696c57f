"""Promises imported from a pasted text."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains

from agreements.models import Commitment
from tests.admin_forms import admin_url
from tests.factories import make_agreement, make_commitment, make_event, make_staff
from tests.history import entries_of, last_author

pytestmark = pytest.mark.django_db


IMPORT = "/admin/agreements/commitment/import/"


def rows_of(response) -> dict:
    """What the preview would send if nobody changed anything."""
    rows = response.context["rows"]
    fields = [*rows.management_form, *(field for form in rows for field in form)]
    return {
        field.html_name: "on" if field.value() is True else str(field.value() or "")
        for field in fields
        if field.value() is not False
    }


def paste(client, text, **subject) -> tuple:
    """Paste a text; answers with the preview and all that it would send."""
    sent = {"language": "en", **{name: record.pk for name, record in subject.items()}}
    response = client.post(IMPORT, sent | {"pasted": text})
    return response, sent | rows_of(response)


def test_a_pasted_text_is_shown_before_anything_is_saved(staff_client):
    agreement = make_agreement(title_en="Plan")

    response, _sent = paste(
        staff_client, "II.3 Exchange students | 2027-06-01\n\n• A concert", agreement=agreement
    )

    assert [form.initial for form in response.context["rows"]] == [
        {
            "paragraph": "II.3",
            "text": "Exchange students",
            "due_on": dt.date(2027, 6, 1),
            "DELETE": False,
        },
        {"paragraph": "", "text": "A concert", "due_on": None, "DELETE": False},
    ]
    assertContains(response, "Plan")
    assertContains(response, 'value="01/06/2027"')
    assert not Commitment.objects.exists()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])
def test_what_the_preview_holds_is_saved_with_its_history(staff_client, staff, language):
    agreement = make_agreement()
    _preview, sent = paste(staff_client, "12. One | 2027-06-01\nTwo\nThree", agreement=agreement)

    response = staff_client.post(
        IMPORT,
        sent
        | {"language": language, "rows-1-text": "Second", "rows-1-is_public": "on"}
        | {"rows-2-DELETE": "on", "rows-2-text": ""},
        follow=True,
    )

    first, second = agreement.commitments.order_by("pk")
    assert (first.paragraph, first.due_on) == ("12", dt.date(2027, 6, 1))
    assert (first.is_public, second.is_public) == (False, True)
    assert getattr(second, f"text_{language}") == "Second"
    assert {last_author(row) for row in (first, second)} == {staff.username}
    assert entries_of(first)[0].revision == entries_of(second)[0].revision
    assertContains(response, "2 commitments saved.")
    assert response.redirect_chain == [
        (f"{admin_url(Commitment, 'changelist')}?agreement__id__exact={agreement.pk}", 302)
    ]


def test_promises_of_an_event_are_imported_too(staff_client):
    event = make_event()
    _preview, sent = paste(staff_client, "A concert", event=event)

    response = staff_client.post(IMPORT, sent)

    assert response["Location"].endswith(f"?event__id__exact={event.pk}")
    assert event.commitments.get().text == "A concert"


def test_what_is_recorded_already_is_marked_and_left_out(staff_client):
    agreement = make_agreement()
    make_commitment(agreement=agreement, text_kk="Концерт  беру")
    make_commitment(text_en="Of another agreement")

    response, sent = paste(
        staff_client, "1. концерт беру\nOf another agreement", agreement=agreement
    )
    staff_client.post(IMPORT, sent)

    assert [form.is_known for form in response.context["rows"]] == [True, False]
    assertContains(response, "already recorded", count=1)
    assert agreement.commitments.count() == 2
    assert agreement.commitments.last().text == "Of another agreement"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"rows-0-text": ""}, "This field is required."),
        ({"rows-0-due_on": "2027-02-30"}, "is not a day. Write it like"),
        ({"rows-0-paragraph": "1" * 41}, "at most 40 characters"),
        ({"rows-0-DELETE": "on", "rows-1-DELETE": "on"}, "there is nothing to save"),
        ({"rows-TOTAL_FORMS": "x"}, "Enter a whole number."),
        ({"agreement": "9" * 40}, "Select a valid choice."),
        ({"agreement": ""}, "Give an agreement or an event."),
        ({"language": "xx"}, "Select a valid choice."),
    ],
)
def test_an_error_is_shown_in_its_row_and_nothing_is_lost(staff_client, row, said):
    _preview, sent = paste(staff_client, "One\nTwo", agreement=make_agreement())

    response = staff_client.post(IMPORT, sent | {"rows-1-text": "Mended"} | row)

    assertContains(response, said)
    if "rows-TOTAL_FORMS" not in row:
        assertContains(response, "Mended")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "This field is required."),
        ({"pasted": "One"}, "Give an agreement or an event."),
        ({"pasted": "\n".join(["One"] * 301)}, "These are 301 lines; paste at most 300"),
        ({"pasted": "One", "agreement": "x"}, "Select a valid choice."),
    ],
)
def test_a_text_that_cannot_be_imported_is_refused(staff_client, sent, said):
    response = staff_client.post(IMPORT, {"language": "en"} | sent)

    assertContains(response, said)
    assert response.context["rows"] is None


def test_a_promise_is_of_an_agreement_or_of_an_event_but_not_of_both(staff_client):
    subject = {"agreement": make_agreement().pk, "event": make_event().pk}

    response = staff_client.post(IMPORT, {"language": "en", "pasted": "One"} | subject)

    assertContains(response, "Give an agreement or an event.")


@pytest.mark.slow
def test_as_many_lines_as_are_allowed_can_be_saved(staff_client):
    agreement = make_agreement()
    text = "\n".join(f"{number}. Promise | 2027-06-01" for number in range(1, 301))
    _preview, sent = paste(staff_client, text, agreement=agreement)

    staff_client.post(IMPORT, sent | {f"rows-{number}-is_public": "on" for number in range(300)})

    assert agreement.commitments.count() == 300


@pytest.mark.parametrize("number", [1, 3])
def test_a_preview_costs_the_same_for_any_number(staff_client, django_assert_num_queries, number):
    agreement = make_agreement()
    text = "\n".join(f"Promise {n}" for n in range(number))
    for n in range(number):
        make_commitment(agreement=agreement, text_en=f"Promise {n}")

    with django_assert_num_queries(10):
        paste(staff_client, text, agreement=agreement)


def test_the_forms_of_agreements_and_events_lead_to_the_import(staff_client):
    agreement, event = make_agreement(title_en="Plan"), make_event(title_en="Forum")

    for record, name in ((agreement, "agreement"), (event, "event")):
        address = f"{IMPORT}?{name}={record.pk}"
        assertContains(staff_client.get(admin_url(record, "change")), address)
        assertContains(staff_client.get(address), f"selected>{record}</option>")
    assertContains(staff_client.get(admin_url(Commitment, "changelist")), IMPORT)


@pytest.mark.parametrize("key", ["x", "0", "9" * 40, "-1"])
def test_the_import_takes_any_preset(staff_client, key):
    response = staff_client.get(IMPORT, {"agreement": key, "event": key})

    assert response.status_code == 200


@pytest.mark.parametrize(("permission", "status"), [("add", 200), ("change", 403)])
def test_only_staff_who_may_add_commitments_import_them(client, permission, status):
    clerk = make_staff()
    clerk.user_permissions.add(Permission.objects.get(codename=f"{permission}_commitment"))
    client.force_login(clerk)

    assert client.get(IMPORT).status_code == status


def test_who_may_not_see_the_list_is_led_to_the_first_page(client):
    clerk = make_staff()
    clerk.user_permissions.add(Permission.objects.get(codename="add_commitment"))
    client.force_login(clerk)
    _preview, sent = paste(client, "One", agreement=make_agreement())

    assert client.post(IMPORT, sent)["Location"] == "/admin/"
