from django.conf import settings
from django.utils.translation import gettext_lazy as _

SECTIONS = [
    ("event-list", _("Events")),
    ("agreement-list", _("Agreements")),
    ("institution-list", _("Institutions")),
    ("official-list", _("Officials")),
]


def site(request):
    """What the frame of every page shows."""
    match = request.resolver_match
    section = f"{match.view_name.partition('-')[0]}-list" if match else ""
    return {"site_name": settings.SITE_NAME, "sections": SECTIONS, "section": section}
