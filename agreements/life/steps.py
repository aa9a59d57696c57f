"""Which steps an agreement can take on a day, from its facts alone, and why not.

A step that is refused is refused with a sentence for staff.
"""

import datetime as dt
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.choices import OF_RECORD, Renewal, Stage, Status, StepKind
from agreements.life.dates import end_of_certain_term
from agreements.life.facts import FEWEST_PARTIES, Facts
from agreements.life.months import add_months
from agreements.life.status import ENDED, days_later, reached, status_on
from forum.choices import DatePrecision
from forum.records.partial_dates import format_on

# The stage that a step leads to.
STAGE_OF_STEP = {
    StepKind.NEGOTIATION: Stage.NEGOTIATION,
    StepKind.AGREED: Stage.AGREED,
    StepKind.INITIALLED: Stage.INITIALLED,
    StepKind.SIGNED: Stage.CONCLUDED,
    StepKind.ABANDONED: Stage.ABANDONED,
    StepKind.REOPENED: Stage.NEGOTIATION,
}
PREPARATION = (Stage.PROPOSED, Stage.NEGOTIATION, Stage.AGREED, Stage.INITIALLED)
PROLONGING = (StepKind.EXTENDED, StepKind.RENEWED)
# Steps that are recorded once their day has come; the others may lie ahead.
ONLY_PAST = set(StepKind) - {
    StepKind.PROVISIONAL,
    StepKind.IN_FORCE,
    StepKind.TERMINATED,
    StepKind.REPLACED,
}
# What may begin before the signature.
BEGINNING = (StepKind.PROVISIONAL, StepKind.IN_FORCE)


def possible_steps(facts: Facts, today: dt.date) -> list[StepKind]:
    """The steps that it could take today, in the order of a life."""
    steps = [kind for kind in StepKind if kind not in OF_RECORD]
    return [kind for kind in steps if not refusal(kind, facts, today, today)]


def refusal(kind: StepKind, facts: Facts, day: dt.date, today: dt.date) -> str:
    """Why it cannot take that step on that day, in the reader's language; empty if it can."""
    if kind in OF_RECORD:
        return ""
    if kind in ONLY_PAST and day > today:
        return _("That day is still to come.")
    if kind in STAGE_OF_STEP:
        return _refused_by_stage(kind, facts)
    if facts.stage != Stage.CONCLUDED:
        return _("It is not concluded yet: record the signature first.")
    return _refused_by_time(kind, facts, day) or REFUSED.get(kind, _never)(facts, day)


def _refused_by_stage(kind: StepKind, facts: Facts) -> str:
    if kind == StepKind.REOPENED:
        abandoned = facts.stage == Stage.ABANDONED
        return "" if abandoned else _("Only an abandoned document can be taken up again.")
    if facts.stage == Stage.CONCLUDED:
        return _("It is concluded already.")
    if facts.stage == Stage.ABANDONED:
        return _("It was abandoned: take it up again first.")
    stage = STAGE_OF_STEP[kind]
    if stage in PREPARATION and PREPARATION.index(stage) <= PREPARATION.index(facts.stage):
        return _("It has come that far already.")
    return ""


def _refused_by_time(kind: StepKind, facts: Facts, day: dt.date) -> str:
    """Nothing happens to what has ended or is not signed yet, but for a look back."""
    if kind == StepKind.TERMINATED and day > dt.date.min:
        day -= dt.timedelta(days=1)  # The day given is the first without effect.
    # What was known then is no matter: staff may look back further than any record.
    status = status_on(replace(facts, known_on=None), day, 0)
    if status == Status.NEGOTIATION and kind not in BEGINNING:
        return _("It is not signed by that day.")
    if status in ENDED and kind != StepKind.REVIEWED:
        return capfirst(_("It is %(status)s by that day.") % {"status": status.label})
    return ""


def _never(facts: Facts, day: dt.date) -> str:
    return ""


def _refuse_provisional_application(facts: Facts, day: dt.date) -> str:
    if facts.provisional_on or facts.provisional_on_precision == DatePrecision.UNKNOWN:
        return _("Its provisional application is on record: correct the record if that is wrong.")
    in_force = reached(facts, day) == Status.IN_FORCE
    return _("It is in force by that day.") if in_force else ""


def _refuse_entry_into_force(facts: Facts, day: dt.date) -> str:
    if facts.in_force_on or facts.in_force_on_precision == DatePrecision.UNKNOWN:
        return _("Its entry into force is on record: correct the record if that is wrong.")
    if facts.last_day and facts.last_day < day and facts.expires_on:
        return _("It ends before that day.")
    return ""


def _refuse_prolonging(facts: Facts, day: dt.date) -> str:
    if facts.renewal == Renewal.AUTOMATIC:
        return _("It renews itself.")
    if facts.renewal == Renewal.EVERGREEN:
        return _("It is open-ended.")
    if facts.last_day is None:
        return _("No end is on record that could be moved: correct the record.")
    return _refuse_if_stopped(facts)


def _refuse_if_stopped(facts: Facts) -> str:
    if facts.notice_given_on:
        return _("Notice was given: withdraw it first.")
    if facts.terminated_on:
        return _("Its termination is on record already.")
    if facts.deserted_on:
        return _("By then fewer than two parties remain.")
    return _("Its replacement is on record already.") if facts.replaced_on else ""


def _refuse_notice(facts: Facts, day: dt.date) -> str:
    if facts.notice_given_on:
        return _("Notice was given already.")
    return _refuse_if_stopped(facts)


def _refuse_withdrawal(facts: Facts, day: dt.date) -> str:
    leaves = any(left > day for left, _precision in facts.left_on)
    return "" if facts.notice_given_on or leaves else _("No notice is on record.")


def _refuse_termination(facts: Facts, day: dt.date) -> str:
    if facts.terminated_on and not facts.notice_given_on:
        return _("Its termination is on record already.")
    if facts.terminated_on and facts.terminated_on <= day:
        end = format_on(days_later(facts.terminated_on, -1))
        return _("By the notice given it ends %(on)s anyway.") % {"on": end}
    return ""


def _refuse_expiry(facts: Facts, day: dt.date) -> str:
    if facts.renewal in (Renewal.AUTOMATIC, Renewal.EVERGREEN):
        return _("It does not expire: it renews itself or is open-ended.")
    if facts.last_day:
        return _("It expires by itself %(on)s.") % {"on": format_on(facts.last_day)}
    return ""


def _refuse_replacement(facts: Facts, day: dt.date) -> str:
    return _("Its replacement is on record already.") if facts.replaced_on else ""


REFUSED = {
    StepKind.PROVISIONAL: _refuse_provisional_application,
    StepKind.IN_FORCE: _refuse_entry_into_force,
    StepKind.EXTENDED: _refuse_prolonging,
    StepKind.RENEWED: _refuse_prolonging,
    StepKind.REPLACED: _refuse_replacement,
    StepKind.NOTICE: _refuse_notice,
    StepKind.NOTICE_WITHDRAWN: _refuse_withdrawal,
    StepKind.TERMINATED: _refuse_termination,
    StepKind.EXPIRED: _refuse_expiry,
}


def effect_of_notice(facts: Facts, given_on: dt.date) -> dt.date | None:
    """The first day without effect after a notice given on that day; None if none is stated.

    Where the agreement renews itself, a notice ends it with the term for which it is in time;
    else so many months after the notice, and not later than it would end anyway.
    """
    ends = []
    if facts.renewal == Renewal.AUTOMATIC and facts.last_day:
        ends = [end_of_certain_term(facts, given_on)]
    elif facts.notice_months:
        ends = [add_months(given_on, facts.notice_months), facts.last_day]
    last = min((end for end in ends if end), default=None)
    return days_later(last, 1) if last else None


def leaves_others(facts: Facts, day: dt.date) -> bool:
    """Whether one party can leave on that day and the agreement lives on among the others."""
    return facts.remaining(day) > FEWEST_PARTIES


def end_of_renewal(facts: Facts) -> dt.date | None:
    """The last day of the term that a renewal adds; None if no period is stated."""
    return facts.terms.day(1) if facts.terms and facts.period else None
