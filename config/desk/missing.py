"""What records lack, for the first page of the admin and for what is to do at an event."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Agreement, Signatory
from delegations.models import Delegation, Member, Speaker
from forum.choices import DatePrecision, EventStatus
from forum.models import Event, Session

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


def nameless_members() -> QuerySet:
    """Those whom visitors would see, but not by name: their own record is not published."""
    members = Member.objects.listed().nameless().filter(delegation__in=Delegation.objects.present())
    return members.select_related("official", "institution")


def nameless_speakers() -> QuerySet:
    speakers = Speaker.objects.nameless().filter(session__in=Session.objects.public())
    return speakers.select_related("official", "institution")


def nameless_signatories() -> QuerySet:
    return Signatory.objects.nameless().select_related("official", "institution")


def why_nameless(row) -> str:
    return _("the page shows no name, since the record is not published")


def _joined(*lacks: tuple[bool, str]) -> str:
    return ", ".join(fact for is_missing, fact in lacks if is_missing)
