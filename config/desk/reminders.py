"""What comes up for a member of staff: as a page in the admin, and as a calendar of their own."""

from django.conf import settings
from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.models import Agreement, Subscription
from agreements.models.reminder import new_token
from agreements.reminders.due import coming, coming_for, name, precision_of, promise
from agreements.templatetags.agreements import status_label
from config.site.calendars import calendar_of_reminders
from forum.admin.returning import returning
from forum.choices import DatePrecision
from forum.records.partial_dates import format_distance, format_partial
from forum.rights import may


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
    dues = coming(today) if shows_all else coming_for(request.user, today)
    context = admin.site.each_context(request) | {
        "title": _("What comes up"),
        "rows": [_row(due, request.path) for due in dues],
        "may_see_all": may_see_all,
        "shows_all": shows_all,
        "form": form,
        "calendar_url": _address(request, subscription),
    }
    return render(request, "admin/reminders.html", context)


def _row(due, path: str) -> dict:
    of, precision = due.subject, precision_of(due)
    return {
        "month": format_partial(due.due_on, DatePrecision.MONTH),
        "kind": due.kind.label,
        "day": format_partial(due.due_on, precision),
        "distance": format_distance(due.days_before) if precision == DatePrecision.DAY else "",
        "url": returning(due.admin_path, path),
        "promise": promise(due),
        "name": name(due),
        "status": of.get_state_display() if due.commitment else status_label(of),
    }


def _address(request, subscription) -> str:
    return request.build_absolute_uri(reverse("reminders-calendar", args=[subscription.token]))


@require_POST
def renew_address(request):
    """Give the reader's calendar another address: whoever knows the old one is shut out."""
    Subscription.objects.update_or_create(user=request.user, defaults={"token": new_token()})
    messages.success(request, _("The old address of your calendar has stopped working."))
    return redirect("reminders")


@require_safe
def calendar(request, token):
    """The calendar of whoever is given this address; for staff only as long as they are staff."""
    subscription = get_object_or_404(Subscription.objects.select_related("user"), token=token)
    user = subscription.user
    if not (user.is_active and user.is_staff):
        raise Http404
    with override(subscription.language):
        title = f"{settings.SITE_NAME}: {_('What comes up')}"
        dues = coming_for(user, timezone.localdate())
        response = calendar_of_reminders(dues, title=title, request=request)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
