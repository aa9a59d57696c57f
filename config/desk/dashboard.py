"""What greets staff in the admin: what is next, what is missing, what runs out."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Commitment
from config.desk.missing import (
    incomplete_events,
    what_an_agreement_lacks,
    what_an_event_lacks,
    why_nameless,
)
from config.desk.publishing.unnamed import unnamed
from config.desk.rights import may
from forum.admin.alike import address_of
from forum.admin.pages import workspace_of
from forum.admin.returning import returning
from forum.models import Event
from forum.records.partial_dates import format_partial, format_range

ROWS = 8


class Panel:
    """A list of records under a title: the first few, and how many there are besides.

    `detail` says something of each, `address` where it is changed.
    """

    def __init__(
        self, title: str, rows: QuerySet, detail: Callable, address: Callable, *, most: int = ROWS
    ):
        self.title = title
        self.model = rows.model
        first = list(rows[: most + 1])
        self.lines = [(address(row), str(row), detail(row)) for row in first[:most]]
        self.more = rows.count() - most if len(first) > most else 0


def dashboard(request) -> list[Panel]:
    """What this member of staff may see and has something in it."""
    sections = [
        (_("Next events"), Event.objects.upcoming(), _days),
        (_("Incomplete events"), incomplete_events(), what_an_event_lacks),
        (
            _("Incomplete agreements"),
            Agreement.objects.incomplete().newest_first(),
            what_an_agreement_lacks,
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
        *((title, rows, why_nameless) for title, rows in unnamed()),
    ]

    def address(record) -> str:
        is_event = isinstance(record, Event)
        return workspace_of(record) if is_event else returning(address_of(record), request.path)

    panels = [
        Panel(title, rows, detail, address)
        for title, rows, detail in sections
        if may(request.user, "view", rows.model)
    ]
    return [panel for panel in panels if panel.lines]


def _days(event) -> str:
    return format_range(event.starts_on, event.ends_on, event.date_precision) or str(
        _("no date yet")
    )
