"""Whether somebody may come in or go out now, and why not: pure rules, with sentences for staff."""

import datetime as dt

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from delegations.accreditation.acts import ENTITLED
from delegations.choices import Accreditation as State
from delegations.choices import PassageKind
from forum.records.partial_dates import format_partial

# A phone that was away for longer tells nothing about when: its clock may be wrong.
LONGEST_AWAY = dt.timedelta(days=3)


def refusal(kind: PassageKind, state: str, last: str, last_at: str) -> str:
    """Why not; `last` is what was recorded last, if anything, and `last_at` when, in words."""
    if kind == PassageKind.LEFT:
        return _refuse_leaving(last, last_at)
    if last == PassageKind.ARRIVED:
        return _("Inside already: arrived %(at)s.") % {"at": last_at}
    return refused_by_state(state)


def refused_by_state(state: str) -> str:
    """Why the accreditation opens no door; empty if it does."""
    if state in ENTITLED:
        return ""
    if state == State.REJECTED:
        return _("The accreditation was rejected.")
    if state == State.WITHDRAWN:
        return _("The accreditation was withdrawn.")
    return _("The accreditation is still pending: nobody has approved it.")


def _refuse_leaving(last: str, last_at: str) -> str:
    if last == PassageKind.ARRIVED:
        return ""
    if last == PassageKind.LEFT:
        return _("Not inside: left %(at)s.") % {"at": last_at}
    return _("Not inside: no arrival is recorded.")


def when(text: str, now: dt.datetime) -> dt.datetime:
    """When it was scanned, as the phone says; now, if that cannot be."""
    try:
        at = parse_datetime(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        return now
    return at if now - LONGEST_AWAY <= at <= now else now


def in_words(at: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> str:
    """A time on the clocks of the event; with the day if that is not today."""
    here = at.astimezone(zone)
    if here.date() == now.astimezone(zone).date():
        return f"{here:%H:%M}"
    return f"{format_partial(here.date())}, {here:%H:%M}"
