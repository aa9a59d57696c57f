"""What comes up for a member of staff: as a page in the admin, and as a calendar of their own."""

import datetime as dt

from django.conf import settings
from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.choices import ReminderKind
from agreements.models import Agreement, CalendarAddress, Subscription
from agreements.reminders.desk import LATE, QUIET, Part, Reading, parts
from agreements.reminders.desk import months as months_ahead
from agreements.reminders.due import name, precision_of, promise
from agreements.templatetags.agreements import status_label
from config.site.calendars import calendar_of_reminders
from forum.admin.returning import returning
from forum.choices import DatePrecision
from forum.private_addresses.answering import at_private_address
from forum.private_addresses.tokens import end_address, is_open, make_address
from forum.records.partial_dates import format_distance, format_partial
from forum.rights import may

OTHERS = {LATE: ReminderKind.OVERDUE, QUIET: ReminderKind.DORMANT}
# No list of what comes up is longer than that many pages.
MOST_PAGES = 10_000


class SubscriptionForm(ModelForm):
    class Meta:
        model = Subscription
        fields = ["language", "wants_email"]


@require_http_methods(["GET", "HEAD", "POST"])
def coming_up(request):
    """What comes within a year, for the reader or with ?all of everybody; their settings."""
    subscription, _is_new = Subscription.objects.get_or_create(user=request.user)
    form = SubscriptionForm(request.POST or None, instance=subscription)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your settings are saved."))
        return redirect("reminders")
    today = timezone.localdate()
    may_see_all = may(request.user, "view", Agreement)
    shows_all = may_see_all and "all" in request.GET
    reading = Reading(request.user, today, is_all=shows_all)
    page = page_number(request.GET.get("page", ""))
    shown = parts(_shown(request.GET, today), reading, page)
    address = CalendarAddress.objects.filter(owner=request.user).select_related("owner").first()
    context = admin.site.each_context(request) | {
        "title": _("What comes up"),
        "sections": [_section(each, reading, request.path) for each in shown if each.dues],
        "choices": _choices(today),
        "may_see_all": may_see_all,
        "shows_all": shows_all,
        "form": form,
        "address": address,
        "is_open": address and is_open(address, timezone.now()),
    }
    return TemplateResponse(request, "admin/reminders.html", context)


def _shown(query, today: dt.date) -> list[str]:
    """The parts that are asked for: at first what is late or quiet, and this and the next month."""
    months = [f"{month:%Y-%m}" for month in months_ahead(today)]
    name = query.get("part", "")
    return [name] if name in {LATE, QUIET, *months} else [LATE, *months[:2], QUIET]


def page_number(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) < 6
    return min(max(int(text), 1), MOST_PAGES) if is_number else 1


def _followed(today: dt.date) -> list[str]:
    """The parts that a calendar has the beginning of: its size must not grow with the archive."""
    return [LATE, *(f"{month:%Y-%m}" for month in months_ahead(today)), QUIET]


def _choices(today: dt.date) -> list[tuple[str, str]]:
    return [(name, _title(name)) for name in _followed(today)]


def _section(part: Part, reading: Reading, path: str) -> dict:
    everything = "&all" if reading.is_all else ""
    more = f"?part={part.name}&page={part.page + 1}{everything}" if part.has_more else ""
    rows = [_row(due, path) for due in part.dues]
    return {"title": _title(part.name), "rows": rows, "more": more}


def _title(name: str) -> str:
    if name in (LATE, QUIET):
        return capfirst(OTHERS[name].label)
    return format_partial(dt.date.fromisoformat(f"{name}-01"), DatePrecision.MONTH)


def _row(due, path: str) -> dict:
    of, precision = due.subject, precision_of(due)
    return {
        "kind": due.kind.label,
        "day": format_partial(due.due_on, precision),
        "distance": format_distance(due.days_before) if precision == DatePrecision.DAY else "",
        "url": returning(due.admin_path, path),
        "promise": promise(due),
        "name": name(due),
        "status": of.get_state_display() if due.commitment else status_label(of),
    }


@require_POST
def renew_address(request):
    """Give the reader's calendar an address and show it, once: the old one ends."""
    token = make_address(CalendarAddress, owner=request.user, request=request)
    context = admin.site.each_context(request) | {
        "title": _("Your calendar"),
        "url": request.build_absolute_uri(reverse("reminders-calendar", args=[token])),
        "days": settings.PRIVATE_ADDRESS_DAYS,
    }
    response = TemplateResponse(request, "admin/private_address.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_POST
def end_calendar(request):
    """End the address of the reader's calendar: it has none then."""
    for address in CalendarAddress.objects.filter(owner=request.user):
        end_address(address, by=request.user, request=request)
    messages.success(request, _("The address of your calendar has stopped working."))
    return redirect("reminders")


@require_safe
@at_private_address(CalendarAddress)
def calendar(request, address):
    """The calendar of whoever is given this address; for staff only as long as they are staff."""
    user = address.owner
    if not user.is_staff:
        raise Http404
    subscription = Subscription.objects.filter(user=user).first()
    language = subscription.language if subscription else settings.LANGUAGE_CODE
    with override(language):
        title = f"{settings.SITE_NAME}: {_('What comes up')}"
        reading = Reading(user, timezone.localdate())
        dues = [due for part in parts(_followed(reading.on), reading) for due in part.dues]
        return calendar_of_reminders(dues, title=title, request=request)
