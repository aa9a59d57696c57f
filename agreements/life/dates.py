"""The dates of an agreement's life that follow from its facts: computed, never typed.

All days are local days and inclusive: “until 17 November” includes the 17th.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.choices import Renewal, Stage, Status
from agreements.life.facts import Facts, Stop
from agreements.life.months import Grid, add_months, months_between
from agreements.life.status import ENDED, end_of_term, status_on
from forum.choices import DatePrecision
from forum.records.partial_dates import format_by, format_on, format_period, format_until


@dataclass(frozen=True, kw_only=True)
class Dates:
    """What an agreement's facts say, on a day, about the days to come."""

    # The last day of its effect that is certain: later only if nobody gives notice.
    in_force_until: dt.date | None = None
    # The last day on which a notice keeps it from renewing itself beyond that.
    notice_by: dt.date | None = None
    review_on: dt.date | None = None


def as_told(facts: Facts, day: dt.date) -> Facts:
    """The facts without what visitors may not know: the day of a successor not published."""
    hidden = facts.replaced_on_precision == DatePrecision.UNKNOWN
    if hidden and facts.replaced_on and facts.replaced_on > day:
        return replace(facts, replaced_on=None, replaced_on_precision=DatePrecision.DAY)
    return facts


def dates_on(facts: Facts, day: dt.date) -> Dates:
    """The dates as they stand on that day; all empty once it has ended.

    An agreement that renews itself is in force until the end of the first term for which
    notice can still be given; reviews fall on every so many months from its beginning.
    """
    if not lives(facts, day):
        return Dates()
    until, notice_by = _until(facts, day), None
    if until and notice_terms(facts):
        notice_by = add_months(until, -(facts.notice_months or 0))
    return Dates(in_force_until=until, notice_by=notice_by, review_on=next_review(facts, day))


def certain_end(facts: Facts) -> dt.date | None:
    """The last day of effect of what lives, if no renewal can move it; the same on any day."""
    renews = facts.renewal == Renewal.AUTOMATIC and facts.stop is None
    return None if renews else _until(facts, dt.date.min)


def notice_terms(facts: Facts) -> Grid | None:
    """The ends of the terms of which notice keeps it from renewing itself."""
    renews = facts.renewal == Renewal.AUTOMATIC and facts.stop is None
    return facts.terms if renews and facts.notice_months else None


def next_review(facts: Facts, day: dt.date) -> dt.date | None:
    """The first review on that day or later, as if it never ended."""
    grid = reviews(facts)
    return grid.next(day) if grid else None


def reviews(facts: Facts) -> Grid | None:
    """The days of its reviews, as if it never ended."""
    months = facts.review_months
    if not (facts.begins_on and months):
        return None
    return Grid(anchor=facts.begins_on, first=months, period=months)


def lives(facts: Facts, day: dt.date) -> bool:
    """Whether it is concluded and has not ended by that day, even if it is yet to begin."""
    return facts.stage == Stage.CONCLUDED and status_on(facts, day, 0) not in ENDED


def _until(facts: Facts, day: dt.date) -> dt.date | None:
    before_stop = day_before(facts.stop) if facts.stop else None
    if facts.renewal == Renewal.EVERGREEN or facts.last_day is None:
        return before_stop
    if facts.renewal == Renewal.AUTOMATIC:
        return before_stop or end_of_certain_term(facts, day)
    return min(before_stop or facts.last_day, facts.last_day)


def day_before(stop: Stop) -> dt.date:
    """The last day of effect before a stop that is yet to come."""
    return stop.on - dt.timedelta(days=1)


def end_of_certain_term(facts: Facts, day: dt.date) -> dt.date | None:
    """The end of the first term of what renews itself for which notice is in time that day."""
    terms, lead = facts.terms, facts.notice_months or 0
    if terms is None:
        return None
    end = terms.next(day, lead)
    return end if facts.period or add_months(end, -lead) >= day else None


def renewals(facts: Facts, day: dt.date) -> int:
    """How often it has renewed itself by that day."""
    end, first = end_of_term(facts, day), facts.last_day
    if facts.renewal != Renewal.AUTOMATIC or not (facts.period and first and end):
        return 0
    return months_between(first, end) // facts.period


def explanation(facts: Facts, day: dt.date, precision: str) -> str:
    """Say in the reader's language why it ends when it ends; the end is known so exactly."""
    if not lives(facts, day):
        return ""
    dates, stop = dates_on(facts, day), facts.stop
    if stop and dates.in_force_until == day_before(stop):
        return _stop_in_words(facts, stop)
    if dates.in_force_until is None:
        return _endless_in_words(facts)
    sentences = [_renewals_in_words(facts, day), _end_in_words(facts, dates, precision)]
    if facts.term_months and not facts.expires_on:
        text = _("Computed from its beginning and a term of %(period)s.")
        sentences.append(text % {"period": format_period(facts.term_months)})
    return " ".join(sentence for sentence in sentences if sentence)


def _stop_in_words(facts: Facts, stop: Stop) -> str:
    if stop.status == Status.REPLACED:
        text = _("In force until %(end)s, when another document replaces it.")
    elif stop.is_deserted:
        text = _("In force until %(end)s: from then on fewer than two parties remain.")
    elif facts.notice_given_on:
        text = _("Notice was given %(given)s: in force until %(end)s.")
    else:
        text = _("Terminated: in force until %(end)s.")
    end = format_until(day_before(stop), stop.precision)
    return text % {"end": end, "given": format_on(facts.notice_given_on)}


def _endless_in_words(facts: Facts) -> str:
    if facts.renewal != Renewal.EVERGREEN:
        return ""
    if not facts.notice_months:
        return _("Open-ended.")
    text = _("Open-ended; it can be ended at any time with notice of %(period)s.")
    return text % {"period": format_period(facts.notice_months)}


def _renewals_in_words(facts: Facts, day: dt.date) -> str:
    count = renewals(facts, day)
    text = ngettext("Renewed %(count)d time.", "Renewed %(count)d times.", count)
    return text % {"count": count} if count else ""


def _end_in_words(facts: Facts, dates: Dates, precision: str) -> str:
    texts: Mapping[str, str] = {
        Renewal.AUTOMATIC: _("Its term runs until %(end)s and then renews itself."),
        Renewal.CONSENT: _("In force until %(end)s unless the parties renew it."),
    }
    text = texts.get(facts.renewal, _("In force until %(end)s."))
    if dates.notice_by:
        text = _(
            "In force until %(end)s; it then renews itself unless notice is given by %(notice)s."
        )
    notice = format_by(dates.notice_by, precision)
    return text % {"end": format_until(dates.in_force_until, precision), "notice": notice}
