"""The outbox, as staff see it: what goes to whom, and what became of it."""

from django.contrib import admin

from forum.admin.listing import QuickList
from forum.admin.records import AsksOnlyWhatIsOffered


class LetterAdmin(AsksOnlyWhatIsOffered, QuickList, admin.ModelAdmin):
    date_hierarchy = "made_at"
    fields = [
        *("recipient", "subject", "text", "event", "state", "tries", "error"),
        *("made_at", "next_try_at", "sent_at"),
    ]
    list_display = ["recipient", "subject", "state", "tries", "error", "made_at", "sent_at"]
    list_filter = ["state"]
    list_per_page = 50
    search_fields = ["recipient", "subject"]
    sortable_by = ("made_at",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """A letter goes only along with its event, whoever may delete that."""
        here = request.resolver_match.url_name.startswith("forum_letter_")
        return obj is not None and not here
