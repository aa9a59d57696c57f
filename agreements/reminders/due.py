"""What staff and parties are reminded of, on which day, and who they are.

Each kind is told in stages, so many days before the day that it is about (negative: after it):

    ends                       180, 90, 30, 7   the last day, unless the agreement renews itself
    last day to give notice    90, 30, 7        the last day on which notice stops the renewal
    review                     30, 0            every review while the agreement is in effect
    commitment due             30, 7            the day of a promise neither kept nor given up
    commitment overdue         -1, -30, -90, -180
    nothing recorded           0                DORMANT_MONTHS after the last activity

On any day the stage that applies is the latest one reached. So a day on which nothing was sent
loses nothing: the next run finds the same stage, and that it was not sent. The last stage of all is
told for CATCH_UP days; what is longer past stands under “What comes up” alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from django.conf import settings
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_user_model
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState, ReminderKind, Status
from agreements.life.dates import as_told, certain_end, dates_on, day_before, next_review
from agreements.life.facts import Facts
from agreements.life.months import add_months
from agreements.life.status import days_earlier, days_later
from agreements.models import Agreement, Commitment, Round
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
# So many agreements are read at a time.
BATCH = 1000
MONTHS_AHEAD = 12
LONGEST_TEXT = 120
MAY_CHANGE = "agreements.change_agreement"

Day = tuple[ReminderKind, Agreement | Commitment, dt.date]
# The first and the last day.
Span = tuple[dt.date, dt.date]


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
    spans = {kind: _told_span(on, (0, *stages)) for kind, stages in STAGES.items()}
    found = (Due(*day, (day[2] - on).days) for day in _days(on, spans))
    stages = ((each, _stage(each)) for each in found)
    return in_order(replace(each, days_before=stage) for each, stage in stages if stage is not None)


def _told_span(on: dt.date, stages: tuple[int, ...]) -> Span:
    """From the day whose last stage is not told any more after that day, to the first one told."""
    return days_earlier(on, CATCH_UP - min(stages)), days_later(on, max(stages))


def coming(on: dt.date) -> list[Due]:
    """What comes within a year, and what is overdue or quiet, as it would be said on that day."""
    until = add_months(on, MONTHS_AHEAD)
    past = dict.fromkeys((ReminderKind.OVERDUE, ReminderKind.DORMANT), (dt.date.min, on))
    days = _days(on, dict.fromkeys(ReminderKind, (on, until)) | past)
    return in_order(Due(*day, (day[2] - on).days) for day in days)


def stage_reached(kind: ReminderKind, days_left: int) -> int | None:
    """The latest stage reached so many days before the day; None before the first."""
    return min((stage for stage in STAGES[kind] if stage >= days_left), default=None)


def _stage(due: Due) -> int | None:
    """The stage reached; of a month or a year, which has no day to count from, only the first."""
    stage = stage_reached(due.kind, due.days_before)
    is_of_day = stage is None or precision_of(due) == DatePrecision.DAY
    return stage if is_of_day else STAGES[due.kind][0]


def in_order(dues: Iterable[Due]) -> list[Due]:
    """In time order, with the people concerned."""
    found = sorted(dues, key=place)
    bring_people(found)
    return found


def bring_people(dues: Iterable[Due]) -> None:
    agreements = [each.agreement for each in dues if each.agreement]
    prefetch_related_objects(agreements, "keepers__subscription", "parties")


def place(due: Due) -> tuple:
    """Its place in the order of time."""
    return due.due_on, due.key


def _days(on: dt.date, spans: Mapping[ReminderKind, Span]) -> Iterator[Day]:
    """The days that somebody is reminded of, of each kind those in a span of time."""
    every = chain(_of_lives(spans), _of_promises(on, spans), _of_quiet(on, spans))
    return (day for day in every if spans[day[0]][0] <= day[2] <= spans[day[0]][1])


def _of_lives(spans: Mapping[ReminderKind, Span]) -> Iterator[Day]:
    """The days of agreements as they stand when the spans begin."""
    public = {kind: spans[kind] for kind in PUBLIC_KINDS}
    seen = min(first for first, _last in public.values())
    for agreement in _met(public, seen):
        for kind, day in days_of(agreement.facts(), seen):
            yield kind, agreement, day


def _of_promises(on: dt.date, spans: Mapping[ReminderKind, Span]) -> Iterator[Day]:
    since, until = spans[ReminderKind.OVERDUE][0], spans[ReminderKind.DUE][1]
    for commitment in open_commitments().filter(due_on__range=(since, until)):
        kind = ReminderKind.OVERDUE if commitment.due_on < on else ReminderKind.DUE
        yield kind, commitment, commitment.due_on


def _of_quiet(on: dt.date, spans: Mapping[ReminderKind, Span]) -> Iterator[Day]:
    since = add_months(spans[ReminderKind.DORMANT][0], -settings.DORMANT_MONTHS)
    for agreement in Agreement.objects.dormant(on).filter(last_activity__gte=since):
        yield ReminderKind.DORMANT, agreement, dormant_since(agreement.last_activity)


def dormant_since(last_activity: dt.date) -> dt.date:
    return add_months(last_activity, settings.DORMANT_MONTHS)


def _met(spans: Mapping[ReminderKind, Span], seen: dt.date) -> Iterator[Agreement]:
    """The agreements that may have a day in that time, as many at a time as memory bears."""
    found = Round.objects.within(spans, Round.objects.periods()).order_by().values("agreement")
    rows = Agreement.objects.filter(pk__in=found).with_status(seen).exclude(status=None)
    return rows.order_by("pk").with_facts().iterator(chunk_size=BATCH)


def open_commitments():
    is_open = (CommitmentState.OPEN, CommitmentState.UNDER_WAY)
    return Commitment.objects.filter(state__in=is_open).select_related("agreement", "event")


def days_of(facts: Facts, seen: dt.date) -> Iterator[tuple[ReminderKind, dt.date]]:
    """The days that an agreement is reminded of, as it stands when `seen`."""
    dates = dates_on(facts, seen)
    end = certain_end(facts) if dates.in_force_until else None
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
