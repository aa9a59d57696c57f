import datetime as dt
from itertools import product

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Stage, Status
from agreements.life.status import Facts, end_of_term, status_on
from agreements.models import Agreement, AgreementLink
from tests.factories import make_agreement, make_link

SIGNING = dt.date(2030, 5, 1)
DAY = dt.timedelta(days=1)
WARNING = 180


def concluded(**facts) -> Facts:
    return Facts(stage=Stage.CONCLUDED, **{"concluded_on": SIGNING} | facts)


def status(facts: Facts, day: dt.date) -> Status:
    return status_on(facts, day, WARNING)


# Plain values: one rule after the other, each on its boundary days.


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
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max], ids=["first day", "last day"])
def test_any_day_of_the_calendar_can_be_asked_for(day):
    agreement = make_agreement(concluded_on=SIGNING)
    said = Status.NEGOTIATION if day < SIGNING else Status.SIGNED

    assert agreement.status_on(day) == said
    assert Agreement.objects.with_status(day).get().status == said


# The end of the term that runs.


def test_a_fixed_term_ends_once():
    facts = concluded(term_months=12, renewal=Renewal.FIXED)

    assert end_of_term(facts, dt.date(2050, 1, 1)) == dt.date(2031, 5, 1)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (dt.date(2030, 5, 1), dt.date(2031, 5, 1)),
        (dt.date(2031, 5, 1), dt.date(2031, 5, 1)),
        (dt.date(2031, 5, 2), dt.date(2032, 5, 1)),
        (dt.date(2032, 5, 1), dt.date(2032, 5, 1)),
        (dt.date(2040, 1, 1), dt.date(2040, 5, 1)),
    ],
    ids=["first day", "last day", "day after", "last day again", "ten years later"],
)
def test_automatic_renewal_moves_the_end_on_by_the_term(day, end):
    facts = concluded(term_months=12, renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, day) == end


def test_automatic_renewal_moves_the_end_on_by_its_own_period():
    facts = concluded(term_months=60, renewal=Renewal.AUTOMATIC, renewal_months=24)

    assert end_of_term(facts, dt.date(2035, 5, 1)) == dt.date(2035, 5, 1)
    assert end_of_term(facts, dt.date(2035, 5, 2)) == dt.date(2037, 5, 1)


def test_an_automatic_renewal_for_a_time_not_stated_leaves_the_end():
    facts = concluded(expires_on=dt.date(2031, 1, 31), renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, dt.date(2040, 1, 1)) == dt.date(2031, 1, 31)


def test_a_short_month_does_not_shorten_the_terms_after_it():
    facts = concluded(expires_on=dt.date(2031, 1, 31), renewal=Renewal.AUTOMATIC, renewal_months=1)

    assert end_of_term(facts, dt.date(2031, 2, 1)) == dt.date(2031, 2, 28)
    assert end_of_term(facts, dt.date(2031, 3, 1)) == dt.date(2031, 3, 31)


def test_a_leap_day_comes_back_every_fourth_year():
    facts = concluded(expires_on=dt.date(2032, 2, 29), renewal=Renewal.AUTOMATIC, renewal_months=12)

    assert end_of_term(facts, dt.date(2032, 3, 1)) == dt.date(2033, 2, 28)
    assert end_of_term(facts, dt.date(2036, 1, 1)) == dt.date(2036, 2, 29)


def test_renewals_stop_at_the_end_of_the_calendar():
    facts = concluded(term_months=1200, renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, dt.date.max) == dt.date.max


@pytest.mark.parametrize(
    "facts",
    [
        concluded(),
        concluded(renewal=Renewal.AUTOMATIC),
        concluded(renewal=Renewal.EVERGREEN, renewal_months=12),
        Facts(stage=Stage.CONCLUDED, term_months=12, renewal=Renewal.AUTOMATIC),
    ],
    ids=["nothing stated", "automatic without term", "open-ended", "term without start"],
)
def test_without_an_end_there_is_no_end_of_term(facts):
    assert end_of_term(facts, SIGNING) is None


# The same in the database: every combination of facts, on the days around every date.

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


def said_by_the_database(agreements, day):
    rows = Agreement.objects.filter(slug__startswith="a").with_status(day)
    said = {pk: rest for pk, *rest in rows.values_list("pk", "status", "last_day")}
    return [said[agreement.pk] for agreement in agreements]


@pytest.mark.django_db
@pytest.mark.parametrize("renewal", ["", *Renewal.values])
def test_the_database_and_the_object_say_the_same(renewal, settings):
    settings.EXPIRING_DAYS = WARNING
    combined = list(combinations(renewal))
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


# Whatever the facts are: exactly one status, and nothing endless ends.

some_date = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
some_months = st.integers(1, 1200)
some_precision = st.sampled_from(["day", "unknown"])


EVENTS = ("concluded_on", "in_force_on", "terminated_on")
ENDINGS = ("expires_on", "terminated_on")


@st.composite
def some_dates(draw, fields) -> dict:
    """Dates of which no end comes before a beginning."""
    dates = {field: draw(st.none() | some_date) for field in fields}
    begun = [date for field, date in dates.items() if date and field not in ENDINGS]
    for field in dates.keys() & set(ENDINGS):
        dates[field] = dates[field] and max(dates[field], *begun, dt.date.min)
    return dates


@st.composite
def valid_facts(draw) -> dict:
    """Facts that the constraints of the database let in."""
    stage = draw(st.sampled_from([*Stage.values, *["concluded"] * 5]))
    renewal = draw(st.sampled_from(["", *Renewal.values]))
    ends = renewal != Renewal.EVERGREEN
    events = EVENTS if stage == Stage.CONCLUDED else ()
    dates = draw(some_dates((*events, *["expires_on"] * ends)))
    unknown = {
        f"{field}_precision": draw(some_precision) for field in events[1:] if not dates[field]
    }
    term = {"term_months": draw(st.none() | some_months)} if ends else {}
    return {"stage": stage, "renewal": renewal} | dates | unknown | term


def may_end(facts: dict) -> bool:
    return facts["renewal"] not in (Renewal.AUTOMATIC, Renewal.EVERGREEN)


@settings(derandomize=True, database=None, deadline=None, max_examples=100)
@given(facts=valid_facts(), replaced_on=st.none() | some_date, day=some_date)
@example(facts={"stage": "concluded", "renewal": ""}, replaced_on=dt.date.min, day=SIGNING)
def test_any_facts_have_one_status(facts, replaced_on, day):
    said = status(Facts(**facts, replaced_on=replaced_on), day)

    assert said in Status
    assert may_end(facts) or said not in (Status.EXPIRED, Status.EXPIRING)


@settings(derandomize=True, database=None, deadline=None, max_examples=100)
@given(facts=valid_facts(), day=some_date)
def test_the_end_of_the_term_is_not_over_if_it_renews_itself(facts, day):
    facts |= {"renewal": Renewal.AUTOMATIC, "renewal_months": 7}

    end = end_of_term(Facts(**facts), day)

    assert end is None or end >= day


@pytest.mark.django_db
@settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=15,
    # Every example is rolled back by itself.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(many=st.lists(valid_facts(), min_size=1, max_size=12), day=some_date)
def test_any_record_has_one_status_in_the_database(many, day):
    with transaction.atomic():
        agreements = Agreement.objects.bulk_create(
            Agreement(title_en="Agreement", slug=f"a{number}", **facts)
            for number, facts in enumerate(many)
        )
        said = [in_sql for in_sql, _ in said_by_the_database(agreements, day)]
        transaction.set_rollback(True)

    assert said == [status(Facts(**facts), day) for facts in many]
    for facts, in_sql in zip(many, said, strict=True):
        assert in_sql in Status.values
        assert may_end(facts) or in_sql not in (Status.EXPIRED, Status.EXPIRING)
