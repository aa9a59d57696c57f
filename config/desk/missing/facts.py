"""What events and agreements lack."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Agreement
from forum.choices import DatePrecision, EventStatus
from forum.models import Event

UNDECIDED = (EventStatus.PLANNED, EventStatus.CONFIRMED)


def incomplete_events() -> QuerySet:
    """Events that lack a date or a country, or were to take place and are still called planned."""
    over = Q(pk__in=Event.objects.past().values("pk")) & Q(status__in=UNDECIDED)
    undated = Q(starts_on__isnull=True) & ~Q(date_precision=DatePrecision.UNKNOWN)
    return Event.objects.filter(over | undated | Q(country="")).exclude(
        status=EventStatus.CANCELLED
    )


def what_an_event_lacks(event: Event) -> str:
    is_planned = event.status in UNDECIDED
    is_over = event.last_day is not None and event.last_day < timezone.localdate()
    is_undated = event.starts_on is None and event.date_precision != DatePrecision.UNKNOWN
    return _joined(
        (is_undated, _("date")),
        (not event.country, _("country")),
        (is_over and is_planned, _("was it held?")),
    )


def what_an_agreement_lacks(agreement: Agreement) -> str:
    """Of one that comes from incomplete()."""
    parties = _("a second party") if agreement.party_count else _("parties")
    is_undated = agreement.concluded_on is None
    return _joined(
        (agreement.party_count < 2, parties),
        (agreement.signatory_count == 0, _("signatories")),
        (is_undated and agreement.concluded_on_precision != DatePrecision.UNKNOWN, _("date")),
    )


def _joined(*lacks: tuple[bool, str]) -> str:
    return ", ".join(fact for is_missing, fact in lacks if is_missing)
