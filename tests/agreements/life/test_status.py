"""The status of an agreement: one rule after the other, each on its boundary days."""

import datetime as dt

import pytest

from agreements.choices import Renewal, Stage, Status
from agreements.life.status import Facts, status_on
from agreements.models import Agreement
from tests.agreements.life.combinations import EXPIRES, SIGNING, WARNING, concluded, status
from tests.factories import make_agreement, make_link

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage.PROPOSED, Status.PROPOSED),
        (Stage.NEGOTIATION, Status.NEGOTIATION),
        (Stage.AGREED, Status.AGREED),
        (Stage.INITIALLED, Status.INITIALLED),
        (Stage.ABANDONED, Status.ABANDONED),
    ],
)
def test_a_document_that_is_not_concluded_has_the_status_of_its_stage(stage, said):
    facts = Facts(stage=stage, expires_on=SIGNING, replaced_on=SIGNING)

    assert [status(facts, SIGNING + shift * DAY) for shift in (-1, 0, 1)] == [said] * 3


def test_a_concluded_document_without_any_date_is_signed():
    assert status(Facts(stage=Stage.CONCLUDED), SIGNING) == Status.SIGNED


def test_termination_counts_from_its_first_day_without_effect():
    ended = dt.date(2031, 3, 1)
    facts = concluded(in_force_on=SIGNING, terminated_on=ended)

    assert status(facts, ended - DAY) == Status.IN_FORCE
    assert status(facts, ended) == Status.TERMINATED
    assert status(facts, ended + 9999 * DAY) == Status.TERMINATED


def test_a_termination_on_a_day_not_known_is_a_termination():
    facts = concluded(in_force_on=SIGNING, terminated_on_precision="unknown")

    assert status(facts, SIGNING) == Status.TERMINATED


def test_it_is_replaced_from_the_day_its_successor_takes_effect():
    replaced = dt.date(2031, 3, 1)
    facts = concluded(in_force_on=SIGNING, replaced_on=replaced)

    assert status(facts, replaced - DAY) == Status.IN_FORCE
    assert status(facts, replaced) == Status.REPLACED


def test_termination_outweighs_a_successor():
    facts = concluded(terminated_on=SIGNING + DAY, replaced_on=SIGNING)

    assert status(facts, SIGNING) == Status.REPLACED
    assert status(facts, SIGNING + DAY) == Status.TERMINATED


def test_before_the_day_of_signature_it_is_under_negotiation():
    assert status(concluded(), SIGNING - DAY) == Status.NEGOTIATION
    assert status(concluded(), SIGNING) == Status.SIGNED


def test_what_is_in_force_before_its_signature_is_not_under_negotiation():
    facts = concluded(in_force_on=SIGNING - 10 * DAY)

    assert status(facts, SIGNING - 11 * DAY) == Status.NEGOTIATION
    assert status(facts, SIGNING - 10 * DAY) == Status.IN_FORCE
    assert status(facts, SIGNING) == Status.IN_FORCE


def test_its_last_day_is_a_day_in_force():
    last = dt.date(2031, 12, 31)
    facts = concluded(in_force_on=SIGNING, expires_on=last)

    assert status(facts, last) == Status.EXPIRING
    assert status(facts, last + DAY) == Status.EXPIRED


@pytest.mark.django_db
def test_an_end_on_a_day_not_known_is_an_end():
    begun = dt.date(1994, 6, 1)
    agreement = make_agreement(in_force_on=begun, expires_on_precision="unknown")

    assert agreement.status_on(SIGNING) == Status.EXPIRED
    assert Agreement.objects.with_status(SIGNING).get().status == Status.EXPIRED


def test_it_expires_after_its_term_where_no_last_day_is_stated():
    facts = concluded(in_force_on=dt.date(2030, 6, 1), term_months=12)

    assert status(facts, dt.date(2031, 6, 1)) == Status.EXPIRING
    assert status(facts, dt.date(2031, 6, 2)) == Status.EXPIRED


def test_a_term_runs_from_the_signature_where_no_entry_into_force_is_recorded():
    facts = concluded(term_months=12)

    assert status(facts, dt.date(2031, 5, 1)) == Status.EXPIRING
    assert status(facts, dt.date(2031, 5, 2)) == Status.EXPIRED


def test_a_stated_last_day_outweighs_the_term():
    facts = concluded(expires_on=dt.date(2030, 8, 1), term_months=60)

    assert status(facts, dt.date(2030, 8, 2)) == Status.EXPIRED


def test_a_term_alone_says_nothing_about_the_end():
    facts = Facts(stage=Stage.CONCLUDED, term_months=12)

    assert facts.last_day is None
    assert status(facts, dt.date(2999, 1, 1)) == Status.SIGNED


def test_it_is_signed_while_its_entry_into_force_is_to_come():
    facts = concluded(in_force_on=SIGNING + 30 * DAY)

    assert status(facts, SIGNING) == Status.SIGNED
    assert status(facts, SIGNING + 29 * DAY) == Status.SIGNED
    assert status(facts, SIGNING + 30 * DAY) == Status.IN_FORCE


def test_it_is_signed_not_expiring_while_its_entry_into_force_is_to_come():
    facts = concluded(in_force_on=SIGNING + 30 * DAY, expires_on=SIGNING + 60 * DAY)

    assert status(facts, SIGNING + 29 * DAY) == Status.SIGNED
    assert status(facts, SIGNING + 30 * DAY) == Status.EXPIRING


def test_an_entry_into_force_on_a_day_not_known_has_come():
    facts = concluded(in_force_on_precision="unknown")

    assert status(facts, SIGNING - DAY) == Status.IN_FORCE


def test_it_is_expiring_within_the_warning_time():
    last = dt.date(2032, 12, 31)
    facts = concluded(in_force_on=SIGNING, expires_on=last)

    assert status(facts, last - (WARNING + 1) * DAY) == Status.IN_FORCE
    assert status(facts, last - WARNING * DAY) == Status.EXPIRING


def test_the_warning_time_is_the_caller_s():
    last = dt.date(2032, 12, 31)
    facts = concluded(in_force_on=SIGNING, expires_on=last)

    assert status_on(facts, last - DAY, 0) == Status.IN_FORCE
    assert status_on(facts, last, 0) == Status.EXPIRING


@pytest.mark.parametrize("renewal", [Renewal.AUTOMATIC, Renewal.EVERGREEN])
def test_what_renews_itself_or_is_open_ended_stays_in_force(renewal):
    term = {} if renewal == Renewal.EVERGREEN else {"term_months": 12}
    facts = concluded(in_force_on=SIGNING, renewal=renewal, **term)

    days = [SIGNING, dt.date(2031, 5, 1), dt.date(2031, 5, 2), dt.date(2099, 1, 1)]
    assert [status(facts, day) for day in days] == [Status.IN_FORCE] * 4


@pytest.mark.parametrize("renewal", ["", Renewal.FIXED, Renewal.CONSENT])
def test_what_is_renewed_by_consent_or_not_at_all_expires(renewal):
    facts = concluded(in_force_on=SIGNING, renewal=renewal, term_months=12)

    assert status(facts, dt.date(2031, 5, 2)) == Status.EXPIRED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "said"), [(dt.date.min, None), (dt.date.max, Status.SIGNED)], ids=["first", "last"]
)
def test_any_day_of_the_calendar_can_be_asked_for(day, said):
    agreement = make_agreement(concluded_on=SIGNING)

    assert agreement.status_on(day) == said
    assert Agreement.objects.with_status(day).get().status == said


@pytest.mark.django_db
def test_only_a_link_that_replaces_makes_a_successor():
    agreement = make_agreement(in_force_on=SIGNING)
    for kind in ("amends", "renews", "extends", "cites"):
        make_link(agreement=make_agreement(concluded_on=SIGNING), other=agreement, kind=kind)
    make_link(agreement=agreement, other=make_agreement(), kind="replaces")

    assert agreement.status_on(SIGNING) == Status.IN_FORCE
    assert Agreement.objects.with_status(SIGNING).get(pk=agreement.pk).status == Status.IN_FORCE


@pytest.mark.django_db
def test_the_object_uses_the_warning_time_of_the_settings(settings):
    settings.EXPIRING_DAYS = 10
    agreement = make_agreement(in_force_on=SIGNING, expires_on=EXPIRES)

    assert agreement.status_on(EXPIRES - 11 * DAY) == Status.IN_FORCE
    assert agreement.status_on(EXPIRES - 10 * DAY) == Status.EXPIRING
