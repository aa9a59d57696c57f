"""What is missing on record: of one event, or of everything.

For the first page of the admin and below the board of an event.
"""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.admin.concluding import concluding_of
from agreements.models import Agreement, Commitment
from config.desk.missing.facts import (
    incomplete_events,
    what_an_agreement_lacks,
    what_an_event_lacks,
)
from config.desk.missing.names import nameless_institutions, nameless_people
from config.desk.panels import Section
from forum.admin.pages import workspace_of
from forum.admin.returning import returning
from forum.models import Event
from forum.records.partial_dates import format_partial


def at_its_desk(event: Event, back: str) -> str:
    """Where the event is looked after, as a section leads there."""
    return workspace_of(event)


def _concluding(agreement: Agreement, back: str) -> str:
    return returning(concluding_of(agreement), back)


def _publishing(agreement: Agreement, back: str) -> str:
    return returning(reverse("admin:agreement_publish", args=[agreement.pk]), back)


def missing_of_everything() -> list[Section]:
    agreements = Agreement.objects.incomplete().newest_first()
    return [
        Section(_("Incomplete events"), incomplete_events(), what_an_event_lacks, at_its_desk),
        Section(_("Incomplete agreements"), agreements, what_an_agreement_lacks),
        Section(_("Overdue commitments"), Commitment.objects.overdue(), _due),
        *_without_a_name(),
    ]


def missing_of(event: Event) -> list[Section]:
    """In the order of the work."""
    agreements, incomplete = event.agreements.order_by("pk"), incomplete_events()
    timeless = event.sessions.filter(Q(day=None) | Q(starts_at=None)).in_order()
    alone = event.delegations.filter(members=None).select_related("institution")
    overdue = Commitment.objects.of_events([event]).overdue()
    return [
        Section(_("The event"), incomplete.filter(pk=event.pk), what_an_event_lacks),
        Section(_("Parts without a date"), incomplete.filter(parent=event), what_an_event_lacks),
        Section(_("Programme items without a day or time"), timeless, _day_or_time),
        Section(_("Delegations without members"), alone, _role),
        Section(_("Incomplete agreements"), agreements.incomplete(), what_an_agreement_lacks),
        Section(
            _("Not yet recorded as concluded"),
            agreements.awaiting_seal(),
            _still_open,
            _concluding,
            right="change",
        ),
        Section(_("Overdue commitments"), overdue, _due),
        *_without_a_name(event),
        Section(
            _("Agreements not published"),
            agreements.filter(is_published=False),
            _hidden,
            _publishing,
            right="change",
        ),
    ]


def _without_a_name(event: Event | None = None) -> list[Section]:
    people, bodies = nameless_people(event), nameless_institutions(event)
    return [
        Section(_("People whom visitors cannot know by name"), people, _hidden),
        Section(_("Institutions whom visitors cannot know by name"), bodies, _hidden),
    ]


def _day_or_time(session) -> str:
    return _("time") if session.day else _("day")


def _role(delegation) -> str:
    return delegation.get_role_display()


def _due(commitment) -> str:
    return format_partial(commitment.due_on)


def _still_open(agreement) -> str:
    return _("everything can still be changed")


def _hidden(record) -> str:
    return _("not published")
