"""All that is incomplete of an event, each with the way to where it is mended."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from agreements.models import Agreement, Commitment
from config.desk.dashboard import Panel
from config.desk.missing import (
    incomplete_events,
    nameless_members,
    nameless_signatories,
    nameless_speakers,
    what_an_agreement_lacks,
    what_an_event_lacks,
)
from config.desk.workspace.desk import Desk
from delegations.models import Delegation, Institution, Member, Official
from forum.models import Event, Session
from forum.records.partial_dates import format_partial

MOST = 100


def panels(desk: Desk) -> list[Panel]:
    """What is missing of the event, as far as the reader may see it; each leads back to here."""
    found = [
        Panel(title, rows, detail, desk.form_of, most=MOST)
        for title, rows, detail in _sections(desk.event)
        if desk.may("view", rows.model)
    ]
    return [panel for panel in found if panel.lines]


def _sections(event: Event) -> list[tuple]:
    """In the order of the work: (title, records, what is said of each)."""
    return [
        (_("The event"), incomplete_events().filter(pk=event.pk), what_an_event_lacks),
        (
            _("Parts without a date"),
            event.children.filter(pk__in=incomplete_events().values("pk")),
            what_an_event_lacks,
        ),
        (
            _("Programme items without a day or time"),
            event.sessions.filter(Q(day=None) | Q(starts_at=None)).in_order(),
            lambda item: _("time") if item.day else _("day"),
        ),
        (
            _("Delegations without members"),
            event.delegations.filter(members=None).select_related("institution"),
            lambda delegation: delegation.get_role_display(),
        ),
        (
            _("Incomplete agreements"),
            Agreement.objects.incomplete().filter(event=event).order_by("pk"),
            what_an_agreement_lacks,
        ),
        (
            _("Overdue commitments"),
            Commitment.objects.of_events([event]).overdue(),
            lambda commitment: format_partial(commitment.due_on),
        ),
        (_("People whom visitors cannot know by name"), nameless_people(event), _unpublished),
        (
            _("Institutions whom visitors cannot know by name"),
            unpublished_institutions(event),
            _unpublished,
        ),
        (
            _("Agreements not published"),
            event.agreements.filter(is_published=False).order_by("pk"),
            _unpublished,
        ),
    ]


def nameless_people(event: Event) -> QuerySet:
    """Officials of the event who are not published, whom its pages would show without a name."""
    rows = [
        nameless_members().filter(delegation__event=event),
        nameless_speakers().filter(session__event=event),
        nameless_signatories().filter(agreement__event=event),
    ]
    keys = [each.values("official") for each in rows]
    return Official.objects.filter(_in_any(keys)).order_by("pk")


def unpublished_institutions(event: Event) -> QuerySet:
    """Institutions that pages of the event would name, were they published."""
    present = Delegation.objects.present().filter(event=event)
    named = (
        Q(delegations__in=present)
        | Q(as_member__in=Member.objects.listed().filter(delegation__in=present))
        | Q(as_speaker__session__in=Session.objects.public().filter(event=event))
        | Q(as_signatory__agreement__event=event)
        | Q(parties__agreement__event=event)
    )
    keys = Institution.objects.filter(named, is_published=False).values("pk")
    return Institution.objects.filter(pk__in=keys).order_by("pk")


def _in_any(keys: list[QuerySet]) -> Q:
    found = Q()
    for each in keys:
        found |= Q(pk__in=each)
    return found


def _unpublished(record) -> str:
    return _("not published")
