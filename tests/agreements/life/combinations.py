"""Every combination of facts that the database accepts, and the days around each of its dates."""

import datetime as dt
from itertools import product

import pytest

from agreements.choices import Renewal, Stage, Status
from agreements.life.facts import Facts
from agreements.life.status import status_on
from agreements.models import Agreement, AgreementLink
from tests.factories import make_agreement

SIGNING = dt.date(2030, 5, 1)
DAY = dt.timedelta(days=1)
WARNING = 180


def concluded(**facts) -> Facts:
    return Facts(stage=Stage.CONCLUDED, **{"concluded_on": SIGNING} | facts)


def status(facts: Facts, day: dt.date) -> Status:
    return status_on(facts, day, WARNING)


IN_FORCE_EARLY = dt.date(2030, 1, 31)
IN_FORCE_LATE = dt.date(2030, 6, 1)
TERMINATED = dt.date(2030, 9, 1)
EXPIRES = dt.date(2030, 12, 31)
SUCCESSOR_SIGNED = dt.date(2030, 8, 1)
SUCCESSOR_IN_FORCE = dt.date(2030, 10, 1)


def partial(field, *dates):
    """Not recorded, happened on a day not known, or on one of the dates."""
    return [{}, {f"{field}_precision": "unknown"}, *({field: date} for date in dates)]


SIGNED = partial("concluded_on", SIGNING)
ENTERED = partial("in_force_on", IN_FORCE_EARLY, IN_FORCE_LATE)
ENDED = partial("terminated_on", TERMINATED)
ENDS = [{}, {"expires_on": EXPIRES}]
TERMS = [{}, {"term_months": 13}]
SUCCESSORS = {
    "none": [],
    "not concluded": [{"stage": "agreed"}],
    "without dates": [{}],
    "signed": [{"concluded_on": SUCCESSOR_SIGNED}],
    "in force later": [
        {"stage": "proposed"},
        {"concluded_on": SUCCESSOR_SIGNED, "in_force_on": SUCCESSOR_IN_FORCE},
    ],
}
FIRST_DAYS = [
    IN_FORCE_EARLY,
    SIGNING,
    IN_FORCE_LATE,
    TERMINATED,
    SUCCESSOR_SIGNED,
    SUCCESSOR_IN_FORCE,
]
LAST_DAYS = [EXPIRES, dt.date(2031, 2, 28), dt.date(2031, 6, 1), dt.date(2031, 7, 1)]
DAYS = sorted(
    {dt.date(1991, 8, 31), dt.date(2099, 1, 1)}
    | {day + shift for day in FIRST_DAYS for shift in (-DAY, 0 * DAY)}
    | {day + shift for day in LAST_DAYS for shift in (0 * DAY, DAY)}
    | {day - WARNING * DAY + shift for day in LAST_DAYS[:2] for shift in (-DAY, 0 * DAY)}
)


def combinations(renewal):
    """All facts that the database accepts together, with the name of the successors."""
    for stage in Stage:
        dates = [SIGNED, ENTERED, ENDED] if stage == Stage.CONCLUDED else []
        ends = [] if renewal == Renewal.EVERGREEN else [ENDS, TERMS]
        for *parts, successor in product(*dates, *ends, SUCCESSORS):
            facts = {"stage": stage, "renewal": renewal}
            for part in parts:
                facts |= part
            yield facts, successor


# How many of the combinations are looked at: in the default run one of each eleven.
some_and_all = pytest.mark.parametrize(
    "stride", [pytest.param(11, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)


def record_all(combined) -> list[Agreement]:
    agreements = Agreement.objects.bulk_create(
        Agreement(title_en="Agreement", slug=f"a{number}", **facts)
        for number, (facts, _) in enumerate(combined)
    )
    later = {
        name: [make_agreement(**fields) for fields in rows] for name, rows in SUCCESSORS.items()
    }
    AgreementLink.objects.bulk_create(
        AgreementLink(agreement=successor, kind="replaces", other=agreement)
        for agreement, (_, name) in zip(agreements, combined, strict=True)
        for successor in later[name]
    )
    return agreements
