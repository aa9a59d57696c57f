"""The selected agreements as a table, with every name, since it is for staff."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import tables
from agreements.models import Agreement
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.records.tables import csv_response, xlsx_response
from forum.rights import EXPORT


class TableAdmin:
    actions = ["as_csv_with_commas", "as_csv_with_semicolons", "as_xlsx"]

    def has_export_permission(self, request):
        return request.user.has_perm(EXPORT)

    @admin.action(
        description=_("Download the selected agreements as CSV with commas"), permissions=["export"]
    )
    def as_csv_with_commas(self, request, queryset):
        return self._csv(request, queryset, "comma")

    @admin.action(
        description=_("Download the selected agreements as CSV with semicolons"),
        permissions=["export"],
    )
    def as_csv_with_semicolons(self, request, queryset):
        return self._csv(request, queryset, "semicolon")

    def _csv(self, request, queryset, separator):
        table = self._table(request, queryset, "csv")
        return csv_response(*table, file_name="agreements.csv", separator=separator)

    @admin.action(description=_("Download the selected agreements as XLSX"), permissions=["export"])
    def as_xlsx(self, request, queryset):
        return xlsx_response(*self._table(request, queryset, "xlsx"), file_name="agreements.xlsx")

    def _table(self, request, queryset, form):
        keys = list(queryset.values_list("pk", flat=True))
        said = {"subject": Agreement._meta.label_lower, "form": form, "rows": len(keys)}
        note(AuditKind.EXPORTED, request=request, **said)
        return tables.of_staff(Agreement.objects.filter(pk__in=keys), timezone.localdate())
