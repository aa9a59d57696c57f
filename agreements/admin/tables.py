"""The selected agreements as a table, with every name, since it is for staff."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import tables
from agreements.models import Agreement
from forum.records.tables import csv_response, xlsx_response


class TableAdmin:
    actions = ["as_csv_with_commas", "as_csv_with_semicolons", "as_xlsx"]

    @admin.action(
        description=_("Download the selected agreements as CSV with commas"), permissions=["view"]
    )
    def as_csv_with_commas(self, request, queryset):
        return self._csv(queryset, "comma")

    @admin.action(
        description=_("Download the selected agreements as CSV with semicolons"),
        permissions=["view"],
    )
    def as_csv_with_semicolons(self, request, queryset):
        return self._csv(queryset, "semicolon")

    def _csv(self, queryset, separator):
        table = self._table(queryset)
        return csv_response(*table, file_name="agreements.csv", separator=separator)

    @admin.action(description=_("Download the selected agreements as XLSX"), permissions=["view"])
    def as_xlsx(self, request, queryset):
        return xlsx_response(*self._table(queryset), file_name="agreements.xlsx")

    def _table(self, queryset):
        keys = list(queryset.values_list("pk", flat=True))
        return tables.of_staff(Agreement.objects.filter(pk__in=keys), timezone.localdate())
