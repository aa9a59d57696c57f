import datetime as dt
import random

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agreements.choices import StepKind
from agreements.life.activity import last_activity
from agreements.life.months import add_months
from agreements.models import Agreement
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_note,
    make_outcome,
    make_party,
    make_staff,
    make_step,
)

pytestmark = pytest.mark.django_db
START = dt.date(2020, 1, 31)
DAY = dt.timedelta(days=1)


def found(agreement, on) -> dt.date | None:
    """The last activity, in which the database and Python must agree."""
    by_database = Agreement.objects.with_activity(on).get(pk=agreement.pk).last_activity
    assert by_database == last_activity(agreement, on)
    return by_database


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            lambda agreement, day: make_outcome(agreement=agreement, happened_on=day), id="outcome"
        ),
        pytest.param(
            lambda agreement, day: make_note(
                commitment=make_commitment(agreement=agreement), noted_on=day, is_public=False
            ),
            id="note",
        ),
        pytest.param(
            lambda agreement, day: make_step(agreement=agreement, happened_on=day), id="step"
        ),
    ],
)
def test_what_was_recorded_last_counts(record):
    agreement = make_agreement(concluded_on=START, in_force_on=START + DAY)

    assert found(agreement, MAY_3) == START + DAY
    record(agreement, MAY_1)
    assert found(agreement, MAY_3) == MAY_1
    record(agreement, START)
    assert found(agreement, MAY_3) == MAY_1
    record(agreement, MAY_3)
    assert found(agreement, MAY_2) == MAY_1


def test_a_correction_of_the_record_is_no_activity():
    agreement = make_agreement(concluded_on=START)
    make_step(agreement=agreement, kind="corrected", happened_on=MAY_1)

    assert found(agreement, MAY_3) == START


def test_what_concerns_another_agreement_is_no_activity():
    agreement = make_agreement(concluded_on=START)
    make_outcome(agreement=make_agreement(), happened_on=MAY_1)
    make_note(commitment=make_commitment(event=make_event()), noted_on=MAY_1)

    assert found(agreement, MAY_3) == START


def test_without_any_day_there_is_no_activity():
    agreement = make_agreement()
    make_outcome(agreement=agreement)
    make_step(agreement=agreement, happened_on=None, happened_on_precision="unknown")

    assert found(agreement, MAY_3) is None


def make_random_agreement(chance: random.Random) -> Agreement:
    def day():
        return chance.choice([None, START + chance.randrange(4000) * DAY])

    agreement = make_agreement(concluded_on=day(), in_force_on=day())
    for _ in range(chance.randrange(3)):
        make_outcome(agreement=agreement, happened_on=day())
        make_step(agreement=agreement, kind=chance.choice(StepKind.values), happened_on=day())
        make_note(commitment=make_commitment(agreement=agreement), noted_on=day() or MAY_1)
    return agreement


@pytest.mark.parametrize("seed", range(3))
def test_the_database_and_python_agree(seed):
    chance = random.Random(seed)  # noqa: S311
    agreements = [make_random_agreement(chance) for _ in range(25)]

    for on in (START, MAY_1, START + chance.randrange(4000) * DAY):
        threshold = add_months(on, -24)
        by_database = dict(Agreement.objects.with_activity(on).values_list("pk", "last_activity"))
        assert by_database == {each.pk: last_activity(each, on) for each in agreements}
        assert {each.pk for each in Agreement.objects.dormant(on)} == {
            each.pk
            for each in agreements
            if each.status_on(on) in ("signed", "in_force", "expiring")
            and (last_activity(each, on) or dt.date.max) <= threshold
        }


# Dormancy.


@pytest.mark.parametrize(
    ("on", "dormant"),
    [(dt.date(2022, 1, 30), False), (dt.date(2022, 1, 31), True), (dt.date(2022, 2, 1), True)],
)
def test_an_agreement_is_dormant_so_many_months_after_its_last_activity(settings, on, dormant):
    settings.DORMANT_MONTHS = 24
    make_agreement(in_force_on=START)

    assert Agreement.objects.dormant(on).exists() == dormant


@pytest.mark.parametrize(
    ("fields", "dormant"),
    [
        ({"in_force_on": START}, True),
        ({"in_force_on": START, "expires_on": MAY_3}, True),
        ({"in_force_on": START, "expires_on": MAY_1}, False),
        ({"in_force_on": START, "terminated_on": MAY_1}, False),
        ({"concluded_on": START}, True),
        ({"in_force_on_precision": "unknown"}, False),
        ({"stage": "negotiation"}, False),
    ],
)
def test_only_what_has_not_ended_can_be_dormant(fields, dormant):
    make_agreement(**fields)

    assert Agreement.objects.dormant(MAY_2).exists() == dormant


def test_the_longest_dormant_comes_first():
    newer = make_agreement(in_force_on=START + DAY)
    older = make_agreement(in_force_on=START)

    assert list(Agreement.objects.dormant(MAY_1)) == [older, newer]


def test_staff_can_list_what_is_dormant(staff_client):
    make_agreement(title_en="Sleeping", in_force_on=START)
    make_agreement(title_en="Awake", in_force_on=timezone.localdate())

    response = staff_client.get(admin_url(Agreement, "changelist"), {"dormant": "yes"})

    assertContains(response, "Sleeping")
    assertNotContains(response, "Awake")


@pytest.mark.parametrize("value", ["", "no"])
def test_another_value_of_the_filter_is_ignored(staff_client, value):
    make_agreement(title_en="Awake")

    response = staff_client.get(admin_url(Agreement, "changelist"), {"dormant": value})

    assertContains(response, "Awake")


# What came of an agreement, counted.


def test_outcomes_are_counted_by_kind_with_sums_for_each_unit(client):
    agreement = make_agreement()
    for amount, unit in ((20, "students"), (25, "students"), (1, "EUR")):
        make_outcome(agreement=agreement, kind="mobility", amount=amount, unit=unit)
    make_outcome(agreement=agreement, kind="visit")

    response = client.get(agreement.get_absolute_url())

    assertContains(response, "<dt>Mobility</dt><dd>3, 45 students, 1 EUR</dd>")
    assertContains(response, "<dt>Visit</dt><dd>1</dd>")


def test_a_single_outcome_is_not_counted(client):
    agreement = make_agreement()
    make_outcome(agreement=agreement, kind="visit")

    assertNotContains(client.get(agreement.get_absolute_url()), "<dt>Visit</dt>")


# The yearly review.


def review_url(agreement) -> str:
    return f"/admin/agreements/agreement/{agreement.pk}/review/"


def make_reviewed_agreement():
    agreement = make_agreement(title_en="Plan", in_force_on=START)
    make_party(agreement=agreement, name_as_printed="TalTech", country="EE")
    for year in (2024, 2025):
        day = dt.date(year, 5, 1)
        make_outcome(agreement=agreement, title_en=f"Outcome {year}", happened_on=day)
        make_step(agreement=agreement, kind="reviewed", happened_on=day, note=f"Step {year}")
        make_note(
            commitment=make_commitment(agreement=agreement, text_en=f"Promise {year}", due_on=day),
            noted_on=day,
            text=f"Note {year}",
        )
    return agreement


def test_a_review_shows_the_agreement_and_what_happened_in_the_year(staff_client):
    agreement = make_reviewed_agreement()

    response = staff_client.get(review_url(agreement), {"year": "2024"})

    for said in (
        "<h2>Plan</h2>",
        "On 31 December 2024: in force",
        "TalTech (Estonia)",
        "Outcome 2024",
        "Step 2024",
        "Note 2024",
        "Promise 2024",
        "Promise 2025",
        "0 of 2 fulfilled, 1 overdue",
        "?year=2023",
        "?year=2025",
        "Renew, amend or end it?",
    ):
        assertContains(response, said)
    for hidden in ("Outcome 2025", "Step 2025", "Note 2025"):
        assertNotContains(response, hidden)


def test_the_review_of_this_year_is_as_of_today(staff_client):
    today = timezone.localdate()

    response = staff_client.get(review_url(make_agreement()))

    assert response.context["day"] == today
    assertContains(response, "Nothing is recorded.")
    assertNotContains(response, f"?year={today.year + 1}")


@pytest.mark.parametrize("year", ["0000", "9999", "x", "-1", "9" * 40, "20.4", "²⁰²⁴"])
def test_there_is_no_review_of_an_odd_year(staff_client, year):
    assert staff_client.get(review_url(make_agreement()), {"year": year}).status_code == 404


def test_the_first_year_of_all_has_a_review(staff_client):
    response = staff_client.get(review_url(make_agreement()), {"year": "0001"})

    assertNotContains(response, "?year=0000")
    assertContains(response, "?year=0002")


@pytest.mark.parametrize("key", ["0", "x", "9" * 40])
def test_there_is_no_review_of_an_unknown_agreement(staff_client, key):
    assert staff_client.get(f"/admin/agreements/agreement/{key}/review/").status_code == 404


def test_only_staff_who_may_view_agreements_review_them(client):
    url = review_url(make_agreement())
    client.force_login(make_staff())

    assert client.get(url).status_code == 403


def test_the_form_of_an_agreement_leads_to_its_review(staff_client):
    agreement = make_agreement()

    assertContains(staff_client.get(admin_url(agreement, "change")), review_url(agreement))


@pytest.mark.parametrize("count", [1, 3])
def test_a_review_costs_the_same_for_any_number(staff_client, django_assert_num_queries, count):
    agreement = make_agreement(in_force_on=START)
    for _ in range(count):
        make_party(agreement=agreement)
        make_step(agreement=agreement, happened_on=MAY_1.replace(year=2025))
        make_outcome(agreement=agreement, happened_on=MAY_1.replace(year=2025))
        commitment = make_commitment(agreement=agreement)
        commitment.responsible.add(make_institution())
        make_note(commitment=commitment, noted_on=MAY_1.replace(year=2025))

    with django_assert_num_queries(13):
        staff_client.get(review_url(agreement), {"year": "2025"})
