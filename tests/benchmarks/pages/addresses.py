"""The pages that are measured: of every kind the one that has most to show."""

from collections.abc import Callable

from django.apps import apps
from django.db.models import Count
from django.urls import reverse


def _busiest(model: str, relation: str):
    public = (
        apps.get_model(model)
        .objects.published()
        .annotate(rows=Count(relation))
        .order_by("-rows", "pk")
    )
    return public.first()


def _event(page: str) -> str:
    return reverse(page, args=[_busiest("forum.Event", "sessions").slug])


def _change(model: str, relation: str) -> str:
    found = _busiest(model, relation)
    return reverse(f"admin:{found._meta.label_lower.replace('.', '_')}_change", args=[found.pk])


PUBLIC: dict[str, Callable[[], str]] = {
    "home": lambda: reverse("home"),
    "events": lambda: reverse("event-list"),
    "event": lambda: _event("event-detail"),
    "programme": lambda: _event("event-programme"),
    "delegations": lambda: _event("event-delegations"),
    "institutions": lambda: reverse("institution-list"),
    "institution": lambda: _busiest("delegations.Institution", "parties").get_absolute_url(),
    "officials": lambda: reverse("official-list"),
    "official": lambda: _busiest("delegations.Official", "as_member").get_absolute_url(),
    "register": lambda: reverse("agreement-list"),
    "agreement": lambda: _busiest("agreements.Agreement", "parties").get_absolute_url(),
    "dossier": lambda: reverse("relation-pair", args=["ee", "kz"]),
    "calendar": lambda: reverse("event-calendar"),
    "feed": lambda: reverse("agreement-feed"),
    "sitemaps": lambda: reverse("sitemap"),
    "sitemap": lambda: reverse("sitemap-part", args=["agreements"]),
    "search": lambda: reverse("search", query={"q": "university agreement"}),
    "csv": lambda: reverse("agreement-csv"),
}
# Pages for staff, which nothing keeps.
DESK: dict[str, Callable[[], str]] = {
    "desk": lambda: reverse("admin:index"),
    "desk-events": lambda: reverse("admin:forum_event_changelist"),
    "desk-institutions": lambda: reverse("admin:delegations_institution_changelist"),
    "desk-officials": lambda: reverse("admin:delegations_official_changelist"),
    "desk-delegations": lambda: reverse("admin:delegations_delegation_changelist"),
    "desk-agreements": lambda: reverse("admin:agreements_agreement_changelist"),
    "desk-agreement": lambda: _change("agreements.Agreement", "parties"),
    "desk-reminders": lambda: reverse("reminders"),
}
PAGES = PUBLIC | DESK
