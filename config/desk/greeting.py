"""The first page of the admin: the work, what matters now, and the kinds of records."""

from django.contrib import admin

from config.desk.article.rights import may_begin
from config.desk.changes import number_since_last_visit
from config.desk.dashboard import dashboard, lights
from config.desk.publishing.reviewing import number_waiting
from forum.admin.intake.access import kinds_for
from forum.models import Event
from forum.review.submissions import is_on
from forum.rights import may, sees_all

# With these staff begin. What is in none of them stands in what it belongs to.
BEGINNINGS = {
    "Event",
    "Session",
    "Institution",
    "Official",
    "Delegation",
    "Agreement",
    "Outcome",
    "Commitment",
}


def greeting(request) -> dict:
    apps = admin.site.get_app_list(request)
    return {
        "dashboard": dashboard(request),
        "lights": lights(request.user),
        "may_record": may(request.user, "add", Event),
        "may_take_in": bool(kinds_for(request.user)),
        "may_draft": may_begin(request.user, None),
        "new_changes": number_since_last_visit(request),
        "has_review": is_on() and sees_all(request.user),
        "number_to_review": number_waiting(request.user),
        "is_empty": not Event.objects.exists(),
        "first_kinds": _narrowed(apps, lambda name: name in BEGINNINGS),
        "other_kinds": _narrowed(apps, lambda name: name not in BEGINNINGS),
    }


def _narrowed(apps: list[dict], is_wanted) -> list[dict]:
    """The apps with only those of their models, without the apps that have none."""
    found = [
        app | {"models": [each for each in app["models"] if is_wanted(each["object_name"])]}
        for app in apps
    ]
    return [app for app in found if app["models"]]
