"""The first page of the admin: the work, what matters now, and the kinds of records."""

from django.contrib import admin

from config.desk.changes import number_since_last_visit
from config.desk.dashboard import dashboard
from forum.models import Event
from forum.rights import may

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
        "may_record": may(request.user, "add", Event),
        "new_changes": number_since_last_visit(request),
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
