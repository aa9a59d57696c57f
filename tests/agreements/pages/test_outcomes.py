"""What came of an agreement, counted."""

import pytest
from pytest_django.asserts import assertNotContains

from tests.factories import make_agreement, make_outcome
from tests.reading import tight

pytestmark = pytest.mark.django_db


def test_outcomes_are_counted_by_kind_with_sums_for_each_unit(client):
    agreement = make_agreement()
    for amount, unit in ((20, "students"), (25, "students"), (1, "EUR")):
        make_outcome(agreement=agreement, kind="mobility", amount=amount, unit=unit)
    make_outcome(agreement=agreement, kind="visit")

    response = client.get(agreement.get_absolute_url())

    assert "<dt>Mobility</dt><dd>3 · 45 students · 1 EUR</dd>" in tight(response)
    assert "<dt>Visit</dt><dd>1</dd>" in tight(response)


def test_a_single_outcome_is_not_counted(client):
    agreement = make_agreement()
    make_outcome(agreement=agreement, kind="visit")

    assertNotContains(client.get(agreement.get_absolute_url()), "<dt>Visit</dt>")
