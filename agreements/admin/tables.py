"""The selected agreements as a table, with every name, since it is for staff."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import tables
from agreements.models import Agreement
from forum.records.tables import csv_response, xlsx_response


class TableAdmin:
    actions = ["as_csv", "as_xlsx"]

    @admin.action(description=_("Download the selected agreements as CSV"), permissions=["view"])
    def as_csv(self, request, queryset):
        return csv_response(*self._table(queryset), file_name="agreements.csv")

    @admin.action(description=_("Download the selected agreements as XLSX"), permissions=["view"])
    def as_xlsx(self, request, queryset):
        return xlsx_response(*self._table(queryset), file_name="agreements.xlsx")

    def _table(self, queryset):
        keys = list(queryset.values_list("pk", flat=True))
        return tables.of_staff(Agreement.objects.filter(pk__in=keys), timezone.localdate())
