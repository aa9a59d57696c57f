from functools import wraps

from django.contrib.admin import AdminSite
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

APP_ORDER = ["forum", "delegations", "agreements", "auth"]


class EntenteAdminSite(AdminSite):
    """The staff's workplace, which greets them with what needs attention."""

    site_title = _("Entente")
    site_header = _("Entente")
    index_title = _("What matters now")
    # The home page in the language in which the admin is read.
    site_url = reverse_lazy("home")

    def index(self, request, extra_context=None):
        # Here, not above: the dashboard reads models, and this class is made before they are.
        from config.desk.dashboard import dashboard

        return super().index(request, {"dashboard": dashboard(request)} | (extra_context or {}))

    def get_urls(self):
        from config.desk.publishing import pages
        from forum.admin.intake.urls import urls

        return [*pages.urls(), *urls(self), *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """Whoever sends a form after being signed out finds it again after signing in."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def keep_first(request, *args, **kwargs):
            from forum.admin.careful.aside import keep_form, sender_of

            if request.method == "POST" and request.user.is_anonymous:
                keep_form(request, sender_of(request))
            return inner(request, *args, **kwargs)

        return keep_first

    def autocomplete_view(self, request):
        from config.desk.autocompletes import TellingAutocomplete

        return TellingAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """Apps and their models in the order of the work, as their admins were registered."""
        apps = self._build_app_dict(request, app_label).values()
        return sorted(apps, key=lambda app: APP_ORDER.index(app["app_label"]))
