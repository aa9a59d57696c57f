"""What greets staff in the admin: what is next, what is missing, what runs out."""

from django.utils.translation import gettext as _

from agreements.models import Agreement
from config.desk.missing import at_its_desk, missing_of_everything
from config.desk.panels import Panel, Section, panels_of
from forum.models import Event
from forum.records.partial_dates import format_partial, format_range

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


def _days(event) -> str:
    return format_range(event.starts_on, event.ends_on, event.date_precision) or _("no date yet")


def _last_day(agreement) -> str:
    return format_partial(agreement.ends_on)


def _last_activity(agreement) -> str:
    return format_partial(agreement.last_activity)
