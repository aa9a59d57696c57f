"""A status is looked up in the periods, and is what the rules say."""

import pytest

from agreements.choices import Renewal
from agreements.models import Agreement
from tests.agreements.life.combinations import (
    DAYS,
    WARNING,
    combinations,
    record_all,
    some_and_all,
    status,
)

pytestmark = pytest.mark.slow


@pytest.mark.django_db
@some_and_all
@pytest.mark.parametrize("renewal", [Renewal.FIXED, Renewal.AUTOMATIC])
def test_the_database_says_what_the_object_says(renewal, stride, settings):
    settings.EXPIRING_DAYS = WARNING
    agreements = record_all(list(combinations(renewal))[::stride])
    facts = {agreement.pk: agreement.facts() for agreement in agreements}

    for day in DAYS:
        rows = Agreement.objects.filter(pk__in=facts).with_status(day)
        said = dict(rows.values_list("pk", "status"))
        assert said == {pk: status(each, day) for pk, each in facts.items()}
