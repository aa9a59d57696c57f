"""The database and the object say the same of every combination of facts."""

import pytest

from agreements.choices import Renewal
from tests.agreements.life.combinations import (
    DAYS,
    WARNING,
    combinations,
    record_all,
    said_by_the_database,
    some_and_all,
    status,
)


@pytest.mark.django_db
@some_and_all
@pytest.mark.parametrize("renewal", ["", *Renewal.values])
def test_the_database_and_the_object_say_the_same(renewal, stride, settings):
    settings.EXPIRING_DAYS = WARNING
    combined = list(combinations(renewal))[::stride]
    agreements = record_all(combined)
    facts = [agreement.facts() for agreement in agreements]

    disagreements = [
        (day, combination, in_sql, in_python)
        for day in DAYS
        for combination, in_sql, in_python in zip(
            combined,
            said_by_the_database(agreements, day),
            ([status(each, day), each.last_day] for each in facts),
            strict=True,
        )
        if in_sql != in_python
    ]

    assert disagreements[:1] == []
