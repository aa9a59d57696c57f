"""The yearly review of an agreement."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_institution,
    make_note,
    make_outcome,
    make_party,
    make_staff,
    make_step,
)
from tests.reading import in_words

pytestmark = pytest.mark.django_db


START = dt.date(2020, 1, 31)


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
    assert "TalTech (Estonia)" in in_words(response)
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
