"""Any facts that the constraints of the database let in, for hypothesis."""

import datetime as dt

from hypothesis import strategies as st

from agreements.choices import Renewal, Stage

some_date = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
some_months = st.integers(1, 1200)
some_precision = st.sampled_from(["day", "unknown"])
EVENTS = ("concluded_on", "provisional_on", "in_force_on", "terminated_on")
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
