import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains

from agreements.models import Commitment
from tests.admin_forms import admin_url
from tests.factories import make_agreement, make_commitment, make_event, make_staff
from tests.history import entries_of, last_author
from tests.intakes import bring, send, states
from tests.lists import saved, states_of, taken

pytestmark = pytest.mark.django_db
TEXT = "II.3 Exchange students | 2027-06-01\n\n• A concert\n12. One | 1 июня 2027 г."


def test_a_pasted_text_is_shown_before_anything_is_saved(staff_client):
    agreement = make_agreement(title_en="Plan")
    intake, table = bring(staff_client, "commitments", TEXT, place={"agreement": agreement.pk})
    assert [row.values for row in intake.rows.all()] == [
        {"text": "Exchange students", "paragraph": "II.3", "due_on": "2027-06-01"},
        {"text": "A concert"},
        {"text": "One", "paragraph": "12", "due_on": "2027-06-01"},
    ]
    assert states(table) == ["new", "new", "new"]
    assertContains(table, "Plan")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])
def test_what_the_table_holds_is_saved_with_its_history(staff_client, staff, language):
    agreement = make_agreement()
    text = "12. Бір | 2027-06-01\nЕкі" if language in ("kk", "ru") else "12. Üks | 2027-06-01\nKaks"
    intake, table = bring(
        staff_client, "commitments", text, place={"agreement": agreement.pk}, language=language
    )
    send(staff_client, intake, table, "save")
    first, second = agreement.commitments.order_by("pk")
    assert (first.paragraph, first.due_on) == ("12", dt.date(2027, 6, 1))
    assert not first.is_public
    assert getattr(second, f"text_{language}") in ("Екі", "Kaks")
    assert {last_author(row) for row in (first, second)} == {staff.username}
    assert entries_of(first)[0].revision == entries_of(second)[0].revision


def test_promises_of_an_event_are_taken_in_too():
    event = make_event()
    saved(taken("commitments", "A concert", event=event))
    assert event.commitments.get().text == "A concert"


def test_what_is_on_record_already_stays_once():
    agreement = make_agreement()
    make_commitment(agreement=agreement, text_kk="Концерт  беру")
    make_commitment(text_en="Of another agreement")
    intake = taken("commitments", "1. концерт беру\nOf another agreement", agreement=agreement)
    assert states_of(intake) == ["changed", "new"]
    saved(intake)
    first, second = agreement.commitments.order_by("pk")
    assert (first.text_kk, first.paragraph) == ("Концерт  беру", "1")
    assert second.text == "Of another agreement"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("One\t3\t2027-02-30", "is not a date"),
        ("One\t3\t2027", "Give the day"),
        ("One\t" + "1" * 41 + "\t", "longer than 40 characters"),
        ("\t3\t2027-06-01", "Say what is promised."),
    ],
)
def test_a_row_that_cannot_be_read_says_why(staff_client, row, said):
    text = f"Commitment\tParagraph\tDue on\n{row}"
    _intake, table = bring(
        staff_client, "commitments", text, place={"agreement": make_agreement().pk}
    )
    assert states(table) == ["refused"]
    assertContains(table, said)


def test_promises_of_nothing_are_refused(staff_client):
    _intake, table = bring(staff_client, "commitments", "One")
    assertContains(table, "Give an agreement or an event.")


def test_a_table_with_headings_says_which_are_public():
    event = make_event()
    text = "Обязательство\tПункт\tСрок\tPublic\nКонцерт\t3\t18.11.2030\tда\nЛекция\t\t\t"
    saved(taken("commitments", text, event=event, language="ru"))
    concert, lecture = event.commitments.order_by("pk")
    assert (concert.text_ru, concert.paragraph, concert.is_public) == ("Концерт", "3", True)
    assert (concert.due_on, lecture.is_public) == (dt.date(2030, 11, 18), False)


def test_the_pages_of_agreements_and_events_lead_here(staff_client):
    agreement, event = make_agreement(title_en="Plan"), make_event(title_en="Forum")
    address = f"{reverse('admin:intake_new')}?kind=commitments"
    pages = {
        f"agreement={agreement.pk}": admin_url(agreement, "change"),
        f"event={event.pk}": reverse("admin:workspace", args=[event.pk, "outcomes"]),
    }
    for subject, page in pages.items():
        assertContains(staff_client.get(page), f"{address}&amp;{subject}")
    assertContains(staff_client.get(admin_url(Commitment, "changelist")), address)


@pytest.mark.parametrize(
    ("rights", "status"),
    [
        (("add_commitment", "view_commitment", "view_agreement", "view_event"), 200),
        (("add_commitment", "change_commitment", "change_agreement", "change_event"), 200),
        (("add_commitment", "view_agreement", "view_event"), 403),
        (("add_commitment", "view_commitment", "view_event"), 403),
        (("change_commitment", "view_agreement", "view_event"), 403),
    ],
)
def test_who_may_add_commitments_and_see_what_the_table_shows_pastes_them(client, rights, status):
    clerk = make_staff()
    given = [*rights, "view_unpublished"]
    clerk.user_permissions.set(Permission.objects.filter(codename__in=given))
    client.force_login(clerk)
    address = reverse("admin:intake_new")
    assert client.get(address, {"kind": "commitments"}).status_code == status


def test_a_bar_before_each_day_makes_no_table():
    event = make_event()
    saved(taken("commitments", "A concert | 2027-06-01\nA lecture | 2027-07-01", event=event))
    assert [each.due_on.month for each in event.commitments.order_by("pk")] == [6, 7]
