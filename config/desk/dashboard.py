"""What greets staff in the admin: what is next, what is missing, what runs out."""

from collections.abc import Callable

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_permission_codename
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Commitment
from config.desk.publishing.unnamed import unnamed
from forum.choices import DatePrecision, EventStatus
from forum.models import Event
from forum.records.partial_dates import format_partial, format_range

ROWS = 8


class Panel:
    """A list of records under a title: the first few, and how many there are besides."""

    def __init__(self, title: str, rows: QuerySet, detail: Callable):
        self.title = title
        self.model = rows.model
        first = list(rows[: ROWS + 1])
        change = admin_urlname(self.model._meta, "change")
        self.lines = [
            (reverse(change, args=[row.pk]), str(row), detail(row)) for row in first[:ROWS]
        ]
        self.more = rows.count() - ROWS if len(first) > ROWS else 0


def dashboard(request) -> list[Panel]:
    """What this member of staff may see and has something in it."""
    sections = [
        (_("Next events"), Event.objects.upcoming(), _days),
        (_("Incomplete events"), incomplete_events(), _what_an_event_lacks),
        (
            _("Incomplete agreements"),
            Agreement.objects.incomplete().newest_first(),
            _what_an_agreement_lacks,
        ),
        (
            _("About to expire"),
            Agreement.objects.expiring(),
            lambda agreement: format_partial(agreement.ends_on),
        ),
        (
            _("Nothing recorded lately"),
            Agreement.objects.dormant(),
            lambda agreement: format_partial(agreement.last_activity),
        ),
        (
            _("Overdue commitments"),
            Commitment.objects.overdue(),
            lambda commitment: format_partial(commitment.due_on),
        ),
        *((title, rows, _why_nameless) for title, rows in unnamed()),
    ]
    panels = [
        Panel(title, rows, detail)
        for title, rows, detail in sections
        if request.user.has_perm(view_permission(rows.model))
    ]
    return [panel for panel in panels if panel.lines]


def view_permission(model) -> str:
    return f"{model._meta.app_label}.{get_permission_codename('view', model._meta)}"


def incomplete_events() -> QuerySet:
    """Events that lack a date or a country, or were to take place and are still called planned."""
    over = Q(pk__in=Event.objects.past().values("pk")) & Q(
        status__in=(EventStatus.PLANNED, EventStatus.CONFIRMED)
    )
    undated = Q(starts_on__isnull=True) & ~Q(date_precision=DatePrecision.UNKNOWN)
    return Event.objects.filter(over | undated | Q(country="")).exclude(
        status=EventStatus.CANCELLED
    )


def _why_nameless(row) -> str:
    return _("the page shows no name, since the record is not published")


def _days(event) -> str:
    return format_range(event.starts_on, event.ends_on, event.date_precision) or str(
        _("no date yet")
    )


def _what_an_event_lacks(event) -> str:
    planned = event.status in (EventStatus.PLANNED, EventStatus.CONFIRMED)
    over = event.last_day is not None and event.last_day < timezone.localdate()
    undated = event.starts_on is None and event.date_precision != DatePrecision.UNKNOWN
    lacks = [
        (undated, _("date")),
        (not event.country, _("country")),
        (over and planned, _("was it held?")),
    ]
    return ", ".join(str(fact) for is_missing, fact in lacks if is_missing)


def _what_an_agreement_lacks(agreement) -> str:
    lacks = [
        (agreement.party_count < 2, _("a second party") if agreement.party_count else _("parties")),
        (agreement.signatory_count == 0, _("signatories")),
        (
            agreement.concluded_on is None
            and agreement.concluded_on_precision != DatePrecision.UNKNOWN,
            _("date"),
        ),
    ]
    return ", ".join(str(fact) for is_missing, fact in lacks if is_missing)
