"""Who is told."""

import datetime as dt

import pytest

from agreements.choices import ReminderKind as Kind
from agreements.reminders.desk import QUIET, Reading, part
from agreements.reminders.due import Recipient, due, everyone, recipients
from tests.agreements.reminders.records import DORMANT_ON, END, SIGNED, days, make_ending
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_link,
    make_party,
    make_staff,
    make_subscription,
)

pytestmark = pytest.mark.django_db


def addresses(agreement=None, *, on=END):
    (each,) = [d for d in due(on) if d.kind != Kind.DORMANT and agreement in (None, d.agreement)]
    return sorted(who.email for who in recipients(each, everyone()))


def test_keepers_are_told():
    make_staff(email="admin@example.org", is_superuser=True)
    agreement = make_ending()
    agreement.keepers.add(make_staff(email="keeper@example.org"))

    assert addresses() == ["keeper@example.org"]


def test_what_nobody_keeps_is_told_to_all_who_may_change_agreements():
    make_staff(email="admin@example.org", is_superuser=True)
    make_staff(email="reader@example.org")
    make_staff(email="gone@example.org", is_superuser=True, is_active=False)
    make_staff(email="machine@example.org", is_superuser=True, is_staff=False)
    make_staff(email="", is_superuser=True)
    agreement = make_ending()
    agreement.keepers.add(make_staff(email="left@example.org", is_staff=False))

    assert addresses() == ["admin@example.org"]


def test_a_promise_at_an_event_is_told_to_all_who_may_change_agreements():
    make_staff(email="admin@example.org", is_superuser=True)
    make_commitment(event=make_event(), due_on=END)

    assert addresses() == ["admin@example.org"]


def test_who_wants_no_mail_gets_none_and_nobody_else_instead():
    make_staff(email="admin@example.org", is_superuser=True)
    keeper = make_staff(email="keeper@example.org")
    make_subscription(user=keeper, wants_email=False)
    make_ending().keepers.add(keeper)

    assert addresses() == []
    assert [part(name, Reading(keeper, END)).dues[0].kind for name in ("2031-11", QUIET)] == [
        "expiring",
        "dormant",
    ]


def test_each_is_told_in_their_language():
    keeper, other = make_staff(email="a@example.org"), make_staff(email="b@example.org")
    make_subscription(user=keeper, language="kk")
    agreement = make_ending()
    agreement.keepers.add(keeper, other)
    make_party(agreement=agreement, contact_email="c@example.org", contact_language="et")
    make_party(agreement=agreement, contact_email="d@example.org")

    (each,) = (each for each in due(END) if each.kind == Kind.EXPIRING)

    assert recipients(each, []) == [
        Recipient("a@example.org", "kk", is_staff=True),
        Recipient("b@example.org", "en", is_staff=True),
        Recipient("c@example.org", "et", is_staff=False),
        Recipient("d@example.org", "en", is_staff=False),
    ]


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("public", [True, False])
def test_parties_are_told_of_public_promises_of_published_agreements(published, public):
    agreement = make_ending(is_published=published, expires_on=END + days(999))
    make_party(agreement=agreement, contact_email="party@example.org")
    make_commitment(agreement=agreement, due_on=END, is_public=public)

    assert addresses() == (["party@example.org"] if published and public else [])


def test_parties_are_not_told_of_agreements_that_are_not_published():
    make_party(agreement=make_ending(is_published=False), contact_email="party@example.org")

    assert addresses() == []


def test_parties_are_not_told_that_nothing_was_recorded():
    agreement = make_ending(in_force_on=SIGNED, term_months=None)
    make_party(agreement=agreement, contact_email="party@example.org")

    (each,) = due(DORMANT_ON)

    assert each.kind == Kind.DORMANT
    assert recipients(each, []) == []


@pytest.mark.parametrize(("published", "told_to"), [(True, ["party@example.org"]), (False, [])])
def test_parties_do_not_learn_of_an_unpublished_successor(published, told_to):
    agreement = make_ending()
    make_party(agreement=agreement, contact_email="party@example.org")
    successor = make_agreement(
        is_published=published, concluded_on=dt.date(2030, 1, 1), review_months=None
    )
    make_link(agreement=successor, other=agreement, kind="replaces")

    assert addresses(agreement, on=dt.date(2029, 12, 31)) == told_to


def test_it_costs_the_same_for_any_number_of_agreements(django_assert_num_queries):
    for _number in range(2):
        agreement = make_ending()
        agreement.keepers.add(make_staff())
        make_party(agreement=agreement, contact_email="party@example.org")
        make_commitment(agreement=agreement, due_on=END)
        with django_assert_num_queries(11):
            staff = everyone()
            for each in due(END):
                recipients(each, staff)
