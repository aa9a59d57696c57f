"""What was sent to whom: to be read, never written."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from agreements.models import Reminder
from forum.admin.listing import QuickList
from forum.admin.records import AsksOnlyWhatIsOffered
from forum.records.translated import columns
from forum.rights import hidden_from


class ReminderAdmin(AsksOnlyWhatIsOffered, QuickList, admin.ModelAdmin):
    date_hierarchy = "due_on"
    list_display = ["recipient", "kind", "subject", "due_on", "days_before", "sent_at"]
    list_filter = ["kind"]
    list_per_page = 50
    list_select_related = ["agreement", "commitment"]
    search_fields = ["recipient", *columns("agreement__title", "commitment__text")]
    sortable_by = ("due_on",)

    @admin.display(description=_("about"))
    def subject(self, reminder):
        return reminder.agreement or reminder.commitment

    def has_view_permission(self, request, obj=None):
        """A reminder names whom it was sent to."""
        may = super().has_view_permission(request, obj)
        return may and not hidden_from(request.user, Reminder)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """A row goes only along with what it is about, whoever may delete that."""
        here = request.resolver_match.url_name.startswith("agreements_reminder_")
        return obj is not None and not here
