"""What staff and parties are reminded of, on which day, and who they are.

Each kind is told in stages, so many days before the day that it is about (negative: after it):

    ends                       180, 90, 30, 7   the last day, unless the agreement renews itself
    last day to give notice    90, 30, 7        the last day on which notice stops the renewal
    review                     30, 0            every review while the agreement is in effect
    commitment due             30, 7            the day of a promise neither kept nor given up
    commitment overdue         -1, -30, -90, -180
    nothing recorded           0                DORMANT_MONTHS after the last activity

On any day the stage that applies is the latest one reached. So a day on which nothing was sent
loses nothing: the next run finds the same stage, and that it was not sent. What is over is still
told for CATCH_UP days.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_user_model
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState, ReminderKind, Renewal, Stage, Status
from agreements.life.dates import as_told, dates_on, day_before, next_review
from agreements.life.facts import Facts
from agreements.life.months import add_months
from agreements.life.status import days_later
from agreements.models import Agreement, Commitment
from forum.choices import DatePrecision
from forum.records.partial_dates import (
    format_by,
    format_distance,
    format_on,
    format_since,
    format_until,
)
from forum.records.texts import one_line, said

STAGES = {
    ReminderKind.EXPIRING: (180, 90, 30, 7),
    ReminderKind.NOTICE: (90, 30, 7),
    ReminderKind.REVIEW: (30, 0),
    ReminderKind.DUE: (30, 7),
    ReminderKind.OVERDUE: (-1, -30, -90, -180),
    ReminderKind.DORMANT: (0,),
}
# What parties are told of a published agreement: its page says it too.
PUBLIC_KINDS = (ReminderKind.EXPIRING, ReminderKind.NOTICE, ReminderKind.REVIEW)
CATCH_UP = 14
MONTHS_AHEAD = 12
LONGEST_TEXT = 120
MAY_CHANGE = "agreements.change_agreement"

Day = tuple[ReminderKind, Agreement | Commitment, dt.date]


@dataclass(frozen=True)
class Due:
    """What is to be said: why, about what, about which day, and how many days before it."""

    kind: ReminderKind
    subject: Agreement | Commitment
    due_on: dt.date
    days_before: int

    @property
    def commitment(self) -> Commitment | None:
        return self.subject if isinstance(self.subject, Commitment) else None

    @property
    def agreement(self) -> Agreement | None:
        """The agreement that it is about; None for a promise made at an event."""
        return self.commitment.agreement if self.commitment else self.subject

    @property
    def key(self) -> tuple[str, str, int, dt.date]:
        """What tells it from all others, whatever the stage."""
        return self.kind, self.subject._meta.model_name, self.subject.pk, self.due_on

    @property
    def admin_path(self) -> str:
        """Where staff change the record that it is about."""
        return reverse(admin_urlname(self.subject._meta, "change"), args=[self.subject.pk])


@dataclass(frozen=True)
class Recipient:
    email: str
    language: str
    is_staff: bool


# What comes when.


def due(on: dt.date) -> list[Due]:
    """What is to be said on that day, if it was not said before."""
    seen = on - min(dt.timedelta(days=CATCH_UP), on - dt.date.min)
    days = _days(on, seen, days_later(on, max(STAGES[ReminderKind.EXPIRING])))
    found = (Due(*day, (day[2] - on).days) for day in days)
    stages = ((each, _stage(each)) for each in found)
    return _in_order(
        replace(each, days_before=stage) for each, stage in stages if stage is not None
    )


def coming(on: dt.date) -> list[Due]:
    """What comes within a year, and what is overdue, as it would be said on that day."""
    until = add_months(on, MONTHS_AHEAD)
    days = (day for day in _days(on, on, until) if day[2] <= until)
    return _in_order(Due(*day, (day[2] - on).days) for day in days)


def stage_reached(kind: ReminderKind, days_left: int) -> int | None:
    """The latest stage reached so many days before the day; None before the first."""
    return min((stage for stage in STAGES[kind] if stage >= days_left), default=None)


def _stage(due: Due) -> int | None:
    """The stage reached; of a month or a year, which has no day to count from, only the first."""
    stage = stage_reached(due.kind, due.days_before)
    is_of_day = stage is None or precision_of(due) == DatePrecision.DAY
    return stage if is_of_day else STAGES[due.kind][0]


def _in_order(dues: Iterable[Due]) -> list[Due]:
    """In time order, with the people concerned."""
    found = sorted(dues, key=lambda each: (each.due_on, each.key))
    agreements = [each.agreement for each in found if each.agreement]
    prefetch_related_objects(agreements, "keepers__subscription", "parties")
    return found


def _days(on: dt.date, seen: dt.date, until: dt.date) -> Iterator[Day]:
    """All days that somebody is reminded of: those of agreements as they stand when `seen`."""
    concluded = Agreement.objects.filter(stage=Stage.CONCLUDED)
    for agreement in concluded.with_status(seen).with_facts():
        for kind, day in _days_of_agreement(agreement.facts(), seen):
            yield kind, agreement, day
    for commitment in _open_commitments().filter(due_on__lte=until):
        kind = ReminderKind.OVERDUE if commitment.due_on < on else ReminderKind.DUE
        yield kind, commitment, commitment.due_on
    for agreement in Agreement.objects.dormant(on):
        day = add_months(agreement.last_activity, settings.DORMANT_MONTHS)
        yield ReminderKind.DORMANT, agreement, day


def _open_commitments():
    is_open = (CommitmentState.OPEN, CommitmentState.UNDER_WAY)
    return Commitment.objects.filter(state__in=is_open).select_related("agreement", "event")


def _days_of_agreement(facts: Facts, seen: dt.date) -> Iterator[tuple[ReminderKind, dt.date]]:
    dates = dates_on(facts, seen)
    ends = facts.renewal != Renewal.AUTOMATIC or facts.stop is not None
    end = dates.in_force_until if ends else None
    if end:
        yield ReminderKind.EXPIRING, end
    if dates.notice_by:
        yield ReminderKind.NOTICE, dates.notice_by
    if dates.review_on:
        yield from (
            (ReminderKind.REVIEW, day) for day in _reviews(facts, seen) if end is None or day <= end
        )


def _reviews(facts: Facts, seen: dt.date) -> set[dt.date]:
    """The reviews of the year from that day on."""
    return {next_review(facts, add_months(seen, months)) for months in range(MONTHS_AHEAD + 1)}


# Who is told.


def everyone() -> list:
    """The active staff who may change agreements: they look after those that nobody keeps."""
    users = get_user_model().objects.with_perm(MAY_CHANGE).filter(is_staff=True)
    return list(users.select_related("subscription").order_by("pk"))


def responsible(due: Due, everyone: list) -> list:
    """The agreement's keepers among the active staff, or else everyone."""
    keepers = due.agreement.keepers.all() if due.agreement else ()
    return [user for user in keepers if user.is_active and user.is_staff] or everyone


def coming_for(user, on: dt.date) -> list[Due]:
    """What comes within a year for that member of staff, mailed or not."""
    staff = everyone()
    return [each for each in coming(on) if user in responsible(each, staff)]


def recipients(due: Due, everyone: list) -> list[Recipient]:
    """To whom it is mailed; an address may occur twice."""
    staff = [
        Recipient(user.email, _language(user), is_staff=True)
        for user in responsible(due, everyone)
        if user.email and _wants_email(user)
    ]
    if not _is_for_parties(due):
        return staff
    return staff + [
        Recipient(party.contact_email, party.contact_language or "en", is_staff=False)
        for party in due.agreement.parties.all()
        if party.contact_email
    ]


def _language(user) -> str:
    subscription = getattr(user, "subscription", None)
    return subscription.language if subscription else settings.LANGUAGE_CODE


def _wants_email(user) -> bool:
    subscription = getattr(user, "subscription", None)
    return subscription is None or subscription.wants_email


def _is_for_parties(due: Due) -> bool:
    """Whether visitors may know all of it."""
    if due.agreement is None or not due.agreement.is_published:
        return False
    if due.commitment:
        return due.commitment.is_public
    return due.kind in PUBLIC_KINDS and _day_is_public(due)


def _day_is_public(due: Due) -> bool:
    """Not if the agreement ends because of a successor that is not published."""
    if due.kind != ReminderKind.EXPIRING:
        return True
    facts = as_told(due.agreement.facts(), due.due_on)
    return dates_on(facts, due.due_on).in_force_until == due.due_on


# How it is said.

SENTENCES = {
    ReminderKind.EXPIRING: _("%(name)s ends %(on)s, %(when)s."),
    ReminderKind.NOTICE: _("%(name)s renews itself unless notice is given by %(by)s, %(when)s."),
    ReminderKind.REVIEW: _("%(name)s is to be reviewed %(on)s, %(when)s."),
    ReminderKind.DUE: _("“%(promise)s” (%(name)s) is due %(on)s, %(when)s."),
    ReminderKind.OVERDUE: _("“%(promise)s” (%(name)s) was due %(on)s, %(when)s."),
    ReminderKind.DORMANT: _("%(name)s: nothing has been recorded since %(since)s."),
}
OF_THE_PAST = SENTENCES | {
    ReminderKind.EXPIRING: _("%(name)s ended %(on)s, %(when)s."),
    ReminderKind.NOTICE: _("%(name)s: notice could be given until %(until)s, %(when)s."),
    ReminderKind.REVIEW: _("%(name)s was to be reviewed %(on)s, %(when)s."),
}
OF_A_MONTH_OR_YEAR = SENTENCES | {
    ReminderKind.EXPIRING: _("%(name)s ends %(on)s."),
    ReminderKind.NOTICE: _("%(name)s renews itself unless notice is given before it ends."),
    ReminderKind.REVIEW: _("%(name)s is to be reviewed %(on)s."),
}


def name(due: Due) -> str:
    """The title of the agreement or event that it is about, in the reader's language."""
    return one_line(said(due.agreement or due.subject.event, "title"))


def promise(due: Due) -> str:
    """The beginning of the promise that it is about, if it is about one."""
    return Truncator(one_line(said(due.commitment, "text"))).chars(LONGEST_TEXT)


def sentence(due: Due, on: dt.date) -> str:
    """Say it in the reader's language, as on the given day."""
    precision = precision_of(due)
    texts = OF_THE_PAST if due.due_on < on else SENTENCES
    if precision != DatePrecision.DAY:
        texts = OF_A_MONTH_OR_YEAR
    return texts[due.kind] % {
        "name": name(due),
        "promise": promise(due),
        "on": format_on(due.due_on, precision),
        "by": format_by(due.due_on, precision),
        "until": format_until(due.due_on, precision),
        "when": format_distance((due.due_on - on).days),
        "since": format_since(getattr(due.subject, "last_activity", None)),
    }


def precision_of(due: Due) -> str:
    """How exactly the day is known."""
    if due.commitment or due.kind == ReminderKind.DORMANT:
        return DatePrecision.DAY
    if due.kind == ReminderKind.REVIEW:
        return due.agreement.begin_precision
    stop = due.agreement.facts().stop
    if stop is None or due.due_on != day_before(stop):
        return due.agreement.end_precision
    return DatePrecision.DAY if stop.status == Status.REPLACED else stop.precision
