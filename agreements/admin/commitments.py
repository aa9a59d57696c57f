"""Commitments in the admin: what is overdue, and who noted what."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import ProgressNote
from forum.history.author import name_of


class OverdueFilter(admin.SimpleListFilter):
    title = _("overdue")
    parameter_name = "overdue"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes"))]

    def queryset(self, request, queryset):
        return queryset.overdue() if self.value() == "yes" else queryset


class FollowsUp:
    """Adds to the admin of commitments: overdue ones, and notes that know who wrote them."""

    @admin.display(description=_("overdue"))
    def overdue(self, commitment):
        return _("overdue") if commitment.is_overdue(timezone.localdate()) else ""

    def save_formset(self, request, form, formset, change):
        if formset.model is ProgressNote:
            for row in formset.extra_forms:
                row.instance.noted_by = request.user
                row.instance.noted_by_name = name_of(request.user)
        super().save_formset(request, form, formset, change)
