"""What comes up for staff: the page, the calendar at a private address, what was sent."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import (
    Agreement,
    CalendarAddress,
    Commitment,
    Reminder,
    Subscription,
)
from forum.private_addresses.tokens import make_address
from forum.records.partial_dates import format_partial
from tests.admin_forms import admin_url
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_link,
    make_reminder,
    make_staff,
    make_subscription,
)
from tests.reading import entries

pytestmark = pytest.mark.django_db

PAGE = "/admin/reminders/"


def soon(days=30):
    return timezone.localdate() + dt.timedelta(days=days)


def make_promise(*keepers, **fields):
    """A promise of an agreement kept by these."""
    agreement = make_agreement(review_months=None)
    agreement.keepers.set(keepers)
    return make_commitment(**{"agreement": agreement, "due_on": soon()} | fields)


def address(user) -> str:
    return f"/reminders/{make_address(CalendarAddress, owner=user)}.ics"


def shown(answer) -> str:
    """The address on the page that tells it."""
    return re.search(r"/reminders/[\w-]+\.ics", answer.text)[0]


@pytest.fixture
def keeper(client):
    user = make_staff()
    make_subscription(user=user)
    client.force_login(user)
    return user


def test_staff_see_what_they_are_reminded_of(client, keeper):
    make_promise(keeper, text_en="My concert")
    make_promise(make_staff(), text_en="Another concert")

    answer = client.get(PAGE)

    assertContains(answer, "My concert")
    assertContains(answer, "in 30 days")
    assertNotContains(answer, "Another concert")


def test_a_day_is_shown_only_as_exactly_as_it_is_known(client, keeper):
    agreement = make_agreement(
        expires_on=soon(), expires_on_precision="month", review_months=None, concluded_on=None
    )
    agreement.keepers.add(keeper)

    answer = client.get(PAGE)

    assertContains(answer, f"<td>{format_partial(soon(), 'month')}</td>")
    assertNotContains(answer, "in 30 days")


def test_who_may_see_agreements_can_see_everything(client, keeper, staff_client):
    make_promise(make_staff(), text_en="Another concert")

    assertNotContains(staff_client.get(PAGE), "Another concert")
    assertContains(staff_client.get(f"{PAGE}?all"), "Another concert")

    client.force_login(keeper)
    assertNotContains(client.get(f"{PAGE}?all"), "Another concert")


def test_what_comes_up_is_for_staff(client):
    assertRedirects(client.get(PAGE), f"/account/login/?next={PAGE}")


def test_the_first_page_of_the_admin_leads_there(staff_client):
    assertContains(staff_client.get("/admin/"), f'href="{PAGE}"')


def test_the_page_costs_the_same_for_any_number_of_rows(staff_client, django_assert_num_queries):
    staff_client.get(PAGE)
    for number in (1, 3):
        while Commitment.objects.count() < number:
            make_promise(make_staff())
        with django_assert_num_queries(15):
            staff_client.get(f"{PAGE}?all")


@pytest.mark.slow
def test_the_calendar_costs_the_same_for_any_number_of_entries(
    client, keeper, django_assert_num_queries
):
    path = address(keeper)
    for number in (1, 3):
        while Commitment.objects.count() < 3 * number:
            for days in (-30, 1, 300):
                make_promise(keeper, due_on=soon(days))
            make_agreement(expires_on=soon(60), concluded_on=soon(-30)).keepers.add(keeper)
            quiet = make_agreement(concluded_on=soon(-3000), review_months=None)
            quiet.keepers.add(keeper)
        client.get(path)
        with django_assert_num_queries(45):
            found = entries(client, path)
        assert {entry["UID"].split("-")[0] for entry in found} == {
            "commitment",
            "expiring",
            "dormant",
        }


def test_staff_choose_how_they_are_reminded(client, keeper):
    answer = client.post(PAGE, {"language": "kk"})

    assertRedirects(answer, PAGE)
    subscription = Subscription.objects.get(user=keeper)
    assert (subscription.language, subscription.wants_email) == ("kk", False)


@pytest.mark.parametrize("language", ["", "xx", "9" * 40])
def test_an_impossible_language_is_refused(client, keeper, language):
    assertContains(client.post(PAGE, {"language": language}), "errorlist")

    assert Subscription.objects.get(user=keeper).language == "en"


def test_the_calendar_is_read_without_signing_in(client, keeper):
    promise = make_promise(keeper, text_en="My concert")
    make_promise(make_staff())
    client.logout()

    answer = client.get(address(keeper))
    (entry,) = entries(client, address(keeper))

    assert answer.status_code == 200
    assert entry["UID"] == f"commitment-{promise.pk}@testserver"
    assert entry["SUMMARY"] == "Commitment due: My concert"
    assert entry["DTSTART"].dt == soon()
    assert entry["DTEND"].dt == soon(31)


def test_the_calendar_is_in_the_language_of_its_reader(client, keeper):
    make_promise(keeper, text_en="Concert", text_ru="Концерт")
    Subscription.objects.update(language="ru")

    (entry,) = entries(client, address(keeper))

    assert entry["SUMMARY"].endswith(": Концерт")
    assert "/ru/admin/" in entry["URL"]


@pytest.mark.parametrize("change", [{"is_staff": False}, {"is_active": False}])
def test_the_calendar_ends_with_the_work(client, keeper, change):
    path = address(keeper)
    type(keeper).objects.update(**change)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("token", ["x", "9" * 4000, "a.b", "../admin"])
def test_an_unknown_address_has_no_calendar(client, token):
    assert client.get(f"/reminders/{token}.ics").status_code == 404


def test_a_new_address_shuts_the_old_one(client, keeper):
    old = address(keeper)

    assert client.get(f"{PAGE}address/").status_code == 405
    new = shown(client.post(f"{PAGE}address/"))

    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200


def test_an_address_is_shown_once_and_then_only_told_of(client, keeper):
    assertContains(client.get(PAGE), "at an address of your own")
    answer = client.post(f"{PAGE}address/")

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    page = client.get(PAGE)
    assertNotContains(page, shown(answer))
    assertContains(page, "It has not been used yet.")

    client.get(shown(answer))
    assertContains(client.get(PAGE), "Last used:")


def test_an_address_that_ended_with_the_password_is_told_of(client, keeper):
    address(keeper)
    keeper.set_password("another")
    keeper.save()
    client.force_login(keeper)

    assertContains(client.get(PAGE), "Its address has stopped working")


def test_staff_end_the_address_of_their_own_calendar_alone(client, keeper):
    own, others = address(keeper), address(make_staff())

    assert client.get(f"{PAGE}address/end/").status_code == 405
    assertRedirects(client.post(f"{PAGE}address/end/"), PAGE)

    assert client.get(own).status_code == 404
    assert client.get(others).status_code == 200


def test_an_entry_keeps_its_identifier_and_its_number_rises(client, keeper):
    agreement = make_agreement(expires_on=soon(), review_months=None)
    agreement.keepers.add(keeper)
    (before,) = entries(client, address(keeper))
    agreement.expires_on = soon(60)
    agreement.save()
    later = timezone.now() + dt.timedelta(days=1)
    Agreement.objects.filter(pk=agreement.pk).update(changed_at=later)

    (after,) = entries(client, address(keeper))

    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == soon(60)
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_a_successor_moves_the_end_and_raises_the_number(client, keeper):
    agreement = make_agreement(expires_on=soon(90), review_months=None)
    agreement.keepers.add(keeper)
    (before,) = entries(client, address(keeper))
    successor = make_agreement(concluded_on=soon(11), review_months=None)
    successor.keepers.add(make_staff())
    make_link(agreement=successor, other=agreement)

    (after,) = entries(client, address(keeper))

    assert (after["UID"], after["DTSTART"].dt) == (before["UID"], soon(10))
    assert after["SEQUENCE"] >= before["SEQUENCE"]


def test_what_was_sent_can_be_read_and_not_changed(staff_client):
    reminder = make_reminder()

    assertContains(staff_client.get(admin_url(Reminder, "changelist")), reminder.recipient)
    assert staff_client.get(admin_url(reminder, "change")).status_code == 200
    assert staff_client.post(admin_url(reminder, "change"), {}).status_code == 403
    assert staff_client.get(admin_url(Reminder, "add")).status_code == 403
    assert staff_client.post(admin_url(reminder, "delete"), {"post": "yes"}).status_code == 403


def test_what_was_sent_goes_with_what_it_is_about(staff_client):
    promise = make_commitment(event=make_event())
    make_reminder(commitment=promise, kind="due")

    staff_client.post(admin_url(promise, "delete"), {"post": "yes"})

    assert not Commitment.objects.exists()
    assert not Reminder.objects.exists()
