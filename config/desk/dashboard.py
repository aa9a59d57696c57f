"""What greets staff in the admin: what is next, what is missing, what runs out."""

from django.utils.translation import gettext as _

from agreements.models import Agreement
from config.desk.missing import at_its_desk, missing_of_everything
from config.desk.panels import Panel, Section, panels_of
from config.desk.readiness.board import Light, boards
from forum.models import Event
from forum.published import open_to
from forum.records.partial_dates import format_partial, format_range
from forum.rights import may, sees_all

ROWS = 8


def dashboard(request) -> list[Panel]:
    """What this member of staff may see and has something in it."""
    # By their keys: sorted by their last day, all of them would have to be read.
    dormant = Agreement.objects.dormant().order_by("pk")
    sections = [
        Section(_("Next events"), Event.objects.upcoming(), _days, at_its_desk),
        *missing_of_everything(),
        Section(_("About to expire"), Agreement.objects.expiring(), _last_day),
        Section(_("Nothing recorded lately"), dormant, _last_activity),
    ]
    return panels_of(sections, request.user, back=request.path, most=ROWS)


def lights(user) -> list[tuple[Event, Light]]:
    """Whether the next events are ready, for who may open their boards: few, and read at once."""
    if not (may(user, "view", Event) and sees_all(user)):
        return []
    events = list(open_to(user, Event.objects.upcoming())[:ROWS])
    found = boards(events, user)
    return [(event, found[event.pk].light) for event in events]


def _days(event) -> str:
    return format_range(event.starts_on, event.ends_on, event.date_precision) or _("no date yet")


def _last_day(agreement) -> str:
    return format_partial(agreement.ends_on)


def _last_activity(agreement) -> str:
    return format_partial(agreement.last_activity)
