"""Notes on promises and what is overdue, in the admin."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import Commitment
from tests.admin_forms import admin_url, open_form, submit
from tests.factories import make_commitment, make_note, make_staff

pytestmark = pytest.mark.django_db


DAY = dt.timedelta(days=1)


def test_changing_a_note_does_not_change_who_wrote_it(staff_client):
    author = make_staff()
    note = make_note(noted_by=author)

    submit(staff_client, admin_url(note.commitment, "change"), **{"notes-0-text": "Mended"})

    note.refresh_from_db()
    assert (note.text, note.noted_by) == ("Mended", author)


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_a_promise_costs_the_same_for_any_number_of_notes(
    staff_client, django_assert_num_queries, count
):
    commitment = make_commitment()
    for _ in range(count):
        make_note(commitment=commitment, noted_by=make_staff())

    with django_assert_num_queries(8):
        open_form(staff_client, admin_url(commitment, "change")).render()


def test_staff_see_and_list_what_is_overdue(staff_client):
    today = timezone.localdate()
    make_commitment(text_en="Late", due_on=today - DAY)
    make_commitment(text_en="In time", due_on=today)
    url = admin_url(Commitment, "changelist")

    assertContains(staff_client.get(url), '<td class="field-overdue">overdue</td>', count=1)
    assertContains(staff_client.get(url, {"overdue": "no"}), "In time")
    overdue = staff_client.get(url, {"overdue": "yes"})
    assertContains(overdue, "Late")
    assertNotContains(overdue, "In time")


def test_the_form_of_a_public_promise_leads_to_its_page(staff_client):
    commitment = make_commitment()
    hidden = make_commitment(is_public=False)

    assertContains(staff_client.get(admin_url(commitment, "change")), "View on site")
    assertNotContains(staff_client.get(admin_url(hidden, "change")), "View on site")
