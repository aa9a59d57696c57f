"""What was wrong before the rules were written anew: each with the value of then."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.choices import Renewal, Stage, Status
from agreements.life.dates import dates_on, explanation
from agreements.life.facts import Facts
from agreements.life.status import end_of_term, status_on
from agreements.life.steps import end_of_renewal
from agreements.models import Agreement
from agreements.services import take_step
from tests.factories import make_agreement, make_step

DAY = dt.timedelta(days=1)


def concluded(day: dt.date, precision="day", **facts) -> Facts:
    return Facts(stage=Stage.CONCLUDED, concluded_on=day, concluded_on_precision=precision, **facts)


# A term that begins on a date known in part ends with the end of that month or year.


@pytest.mark.parametrize(
    ("began", "precision", "term", "last", "was"),
    [
        (dt.date(2020, 1, 1), "year", 60, dt.date(2025, 12, 31), dt.date(2025, 1, 1)),
        (dt.date(2025, 12, 1), "month", 12, dt.date(2026, 12, 31), dt.date(2026, 12, 1)),
        (dt.date(2027, 2, 1), "month", 12, dt.date(2028, 2, 29), dt.date(2028, 2, 1)),
        (dt.date(2020, 1, 1), "year", 6, dt.date(2021, 6, 30), dt.date(2020, 7, 1)),
        (dt.date(2025, 12, 1), "day", 12, dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
    ],
    ids=["2020 for 60 months", "December 2025 for a year", "February", "half a year", "a day"],
)
def test_a_term_from_a_partial_date_reaches_to_its_end(began, precision, term, last, was):
    facts = concluded(began, precision, term_months=term)

    assert facts.last_day == last
    assert status_on(facts, last, 0) == Status.EXPIRING
    assert status_on(facts, last + DAY, 0) == Status.EXPIRED
    assert (was + DAY > last) == (precision == "day")


def test_page_and_status_agree_on_an_end_known_by_its_year():
    facts = concluded(dt.date(2020, 1, 1), "year", term_months=60)
    day = dt.date(2025, 12, 31)

    assert explanation(facts, day, "year").startswith("In force until 2025.")
    assert status_on(facts, day, 0) == Status.EXPIRING


# Renewals count from the original day, not from the one that a short month made of it.


@pytest.mark.parametrize(
    ("began", "months", "ends"),
    [
        # It was 28 August, and then the 28th for good.
        (dt.date(2024, 8, 31), 6, ["2025-02-28", "2025-08-31", "2026-02-28", "2026-08-31"]),
        # It was 28 February in 2028 too.
        (dt.date(2024, 2, 29), 12, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
    ],
    ids=["31 August by half years", "29 February by years"],
)
def test_what_renews_itself_comes_back_to_its_original_day(began, months, ends):
    facts = concluded(began, term_months=months, renewal=Renewal.AUTOMATIC)
    days = [dt.date.fromisoformat(end) for end in ends]

    assert [end_of_term(facts, day) for day in days] == days
    assert [end_of_term(facts, day + DAY) for day in days[:3]] == days[1:]


def test_a_renewal_by_hand_counts_from_the_original_day_too():
    began, ends = dt.date(2024, 8, 31), []
    facts = concluded(began, term_months=6, renewal=Renewal.CONSENT)
    for _renewal in range(4):
        ends.append(end_of_renewal(facts))
        facts = concluded(began, term_months=6, renewal=Renewal.CONSENT, expires_on=ends[-1])

    # The first was 28 August 2025.
    assert [end.isoformat() for end in ends] == [
        "2025-08-31",
        "2026-02-28",
        "2026-08-31",
        "2027-02-28",
    ]


def test_a_last_day_that_no_number_of_months_leads_to_is_itself_the_original_day():
    facts = concluded(
        dt.date(2024, 3, 10), expires_on=dt.date(2024, 8, 31), renewal_months=6, renewal="consent"
    )

    assert end_of_renewal(facts) == dt.date(2025, 2, 28)


def test_a_renewal_of_an_end_known_by_its_month_ends_with_a_month():
    facts = concluded(
        dt.date(2024, 3, 10),
        expires_on=dt.date(2025, 2, 28),
        expires_on_precision="month",
        renewal_months=6,
    )

    assert end_of_renewal(facts) == dt.date(2025, 8, 31)


@pytest.mark.django_db
def test_a_computed_renewal_is_no_more_exact_than_its_beginning():
    agreement = make_agreement(
        concluded_on=dt.date(2020, 1, 1),
        concluded_on_precision="year",
        term_months=60,
        renewal="consent",
    )

    take_step(agreement, "renewed", happened_on=dt.date(2025, 6, 1))

    agreement.refresh_from_db()
    assert agreement.expires_on == dt.date(2030, 12, 31)
    assert agreement.expires_on_precision == "year"


# A document has no status before anything is known of it.


def test_nothing_signed_in_1976_was_under_negotiation_in_1900():
    facts = concluded(dt.date(1976, 5, 1), known_on=dt.date(1976, 5, 1))

    assert status_on(facts, dt.date(1900, 1, 1), 0) is None
    assert status_on(facts, dt.date(1976, 4, 30), 0) is None
    assert status_on(facts, dt.date(1976, 5, 1), 0) == Status.SIGNED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "known_on"),
    [
        ({"concluded_on": dt.date(1976, 5, 1)}, dt.date(1976, 5, 1)),
        (
            {"concluded_on": dt.date(1976, 5, 1), "in_force_on": dt.date(1975, 1, 1)},
            dt.date(1975, 1, 1),
        ),
        ({"in_force_on_precision": "unknown"}, dt.date(2026, 3, 1)),
        ({"stage": "negotiation"}, dt.date(2026, 3, 1)),
        ({"concluded_on": dt.date(2030, 1, 1)}, dt.date(2026, 3, 1)),
    ],
    ids=["signed", "in force before", "some day", "in negotiation", "to be signed"],
)
def test_it_is_known_from_its_first_date_or_from_the_day_of_recording(fields, known_on):
    agreement = make_agreement(recorded_on=dt.date(2026, 3, 1), **fields)

    assert agreement.status_on(known_on - DAY) is None
    assert agreement.status_on(known_on) is not None


@pytest.mark.django_db
def test_it_is_under_negotiation_from_the_first_step_of_its_preparation():
    agreement = make_agreement(concluded_on=dt.date(1976, 5, 1))
    make_step(agreement=agreement, kind="negotiation", happened_on=dt.date(1974, 2, 3))

    days = [dt.date(1974, 2, 2), dt.date(1974, 2, 3), dt.date(1976, 4, 30), dt.date(1976, 5, 1)]
    assert [agreement.status_on(day) for day in days] == [
        None,
        Status.NEGOTIATION,
        Status.NEGOTIATION,
        Status.SIGNED,
    ]


@pytest.mark.django_db
def test_the_register_of_an_early_day_lists_only_what_was_known_then(client):
    early = make_agreement(concluded_on=dt.date(1940, 1, 1))
    make_agreement(concluded_on=dt.date(1976, 5, 1))
    make_agreement()

    page = client.get("/agreements/", {"on": "1950-01-01"})

    assert list(page.context["object_list"]) == [early]
    assert client.get("/agreements/").context["filters"].total == 3


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["0001-01-01", "1850-01-01", "9999-12-31"])
def test_the_register_of_any_day_can_be_read(client, day):
    make_agreement(concluded_on=dt.date(1976, 5, 1))

    for address in ("/agreements/", "/agreements/agreements.csv"):
        assert client.get(address, {"on": day}).status_code in (200, 404)


@pytest.mark.django_db
def test_what_is_known_only_from_tomorrow_on_has_a_page(client):
    agreement = make_agreement(recorded_on=timezone.localdate() + DAY)

    assert client.get(agreement.get_absolute_url()).status_code == 200
    assert Agreement.objects.with_status().get().status is None


def test_dates_to_come_are_those_of_the_grid():
    facts = concluded(
        dt.date(2024, 8, 31), term_months=6, renewal=Renewal.AUTOMATIC, notice_months=1
    )

    assert dates_on(facts, dt.date(2025, 3, 1)).in_force_until == dt.date(2025, 8, 31)
    assert dates_on(facts, dt.date(2025, 3, 1)).notice_by == dt.date(2025, 7, 31)
