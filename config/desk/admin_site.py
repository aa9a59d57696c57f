from functools import wraps

from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.shortcuts import redirect
from django.urls import path, re_path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

APP_ORDER = ["forum", "delegations", "agreements", "auth"]


class EntenteAdminSite(AdminSite):
    """The staff's workplace, which greets them with the work and what needs attention."""

    site_title = _("Entente")
    site_header = _("Entente")
    index_title = _("At work")
    # The home page in the language in which the admin is read.
    site_url = reverse_lazy("home")

    # Imported where it is used: the desk reads models, and this class is made before they are.

    def get_urls(self):
        from config.desk.article.urls import urls as article
        from config.desk.changes import recent_changes
        from config.desk.on_site import view_on_site
        from config.desk.persons.pages import urls as persons
        from config.desk.printing.files import printed
        from config.desk.publishing import pages, reviewing
        from config.desk.recording import record_forum
        from config.desk.workspace.precedence import draw
        from config.desk.workspace.tabs import TABS
        from config.desk.workspace.views import workspace
        from delegations.admin.door.urls import urls as door
        from delegations.admin.questions.pages import urls as questions
        from forum.admin.intake.urls import urls

        work, tabs = self.admin_view(workspace), "|".join(TABS)
        return [
            path("changes/", self.admin_view(recent_changes), name="changes"),
            path("record/", self.admin_view(record_forum), name="record_forum"),
            re_path(rf"^forum/event/(?P<key>[^/]+)/(?P<tab>{tabs})/$", work, name="workspace"),
            path("forum/event/<key>/draw/", self.admin_view(draw), name="draw_lots"),
            path(
                "forum/event/<str:key>/print/<slug:name>.<slug:form>",
                self.admin_view(printed),
                name="printed",
            ),
            path(
                "r/<path:content_type_id>/<path:object_id>/",
                self.admin_view(view_on_site),
                name="view_on_site",
            ),
            *article(self),
            *pages.urls(),
            *reviewing.urls(),
            *persons(),
            *door(self),
            *questions(self),
            *urls(self),
            *super().get_urls(),
        ]

    def admin_view(self, view, cacheable=False):
        """Whoever sends a form after being signed out finds it again after signing in."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def keep_first(request, *args, **kwargs):
            from config.access.views import to_sign_in
            from forum.admin.autocompletes import is_key
            from forum.admin.careful.aside import keep_form, sender_of

            if not all(map(is_key, request.POST.getlist(ACTION_CHECKBOX_NAME))):
                raise BadRequest("Something is selected that is no record.")
            if request.user.is_authenticated or request.path == reverse("admin:logout"):
                return inner(request, *args, **kwargs)
            if request.method == "POST":
                keep_form(request, sender_of(request))
            return to_sign_in(request, request.get_full_path())

        return keep_first

    def login(self, request, extra_context=None):
        from config.access.views import admin_login

        return admin_login(request)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def index(self, request, extra_context=None):
        from config.desk.greeting import greeting

        return super().index(request, greeting(request) | (extra_context or {}))

    def autocomplete_view(self, request):
        from config.desk.autocompletes import TellingAutocomplete

        return TellingAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """Apps and their models in the order of the work, as their admins were registered."""
        apps = self._build_app_dict(request, app_label).values()
        return sorted(apps, key=lambda app: APP_ORDER.index(app["app_label"]))
