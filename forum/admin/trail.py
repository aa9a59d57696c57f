"""The audit trail as a page in the admin: read, narrowed and taken along, never changed."""

import datetime as dt
import json

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.admin.typed import DayField
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import AuditEntry
from forum.records.tables import csv_response, separator_of
from forum.rights import EXPORT

PAGE = 100
FIRST, LAST = dt.date(2000, 1, 1), dt.date(9000, 1, 1)
COLUMNS = ("at", "kind", "who", "account", "subject", "model", "key", "origin", "details")


class TrailForm(forms.Form):
    """By what the trail is narrowed; `record` stands in the link of a record's history."""

    kind = forms.ChoiceField(
        label=_("act"),
        choices=[("", pgettext_lazy("audit", "Every act")), *AuditKind.choices],
        required=False,
    )
    who = forms.CharField(label=_("by"), max_length=200, required=False)
    subject = forms.CharField(label=_("of"), max_length=200, required=False)
    since = DayField(label=_("from day"), required=False)
    until = DayField(label=_("until day"), required=False)
    record = forms.RegexField(
        r"\A[a-z]{1,30}\.[a-z]{1,30}:[0-9]{1,18}\Z", required=False, widget=forms.HiddenInput
    )

    def rows(self) -> QuerySet:
        """The entries that fit what is valid of it, the newest first."""
        self.full_clean()
        said = {name: value for name, value in self.cleaned_data.items() if value}
        narrowed = [_LOOKUPS[name](value) for name, value in said.items()]
        rows = AuditEntry.objects.all()
        for lookups in narrowed:
            rows = rows.filter(**lookups)
        return rows


def _of_record(ident: str) -> dict:
    model, key = ident.split(":")
    return {"model": model, "key": int(key)}


def _midnight(day: dt.date) -> dt.datetime:
    """Its beginning here; of a day that no entry can be of, that of the nearest."""
    day = min(max(day, FIRST), LAST)
    return make_aware(dt.datetime.combine(day, dt.time.min))


_LOOKUPS = {
    "kind": lambda kind: {"kind": kind},
    "who": lambda text: {"who__icontains": text},
    "subject": lambda text: {"subject__icontains": text},
    "since": lambda day: {"at__gte": _midnight(day)},
    "until": lambda day: {"at__lt": _midnight(day) + dt.timedelta(days=1)},
    "record": _of_record,
}


@admin.register(AuditEntry)
class TrailAdmin(admin.ModelAdmin):
    """A list and a table of it: an entry has no page of its own."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, "forum_auditentry"
        return [
            path("", view(self.trail_view), name=f"{name}_changelist"),
            path("table.csv", view(self.table_view), name=f"{name}_table"),
        ]

    def trail_view(self, request):
        self._refuse_without_right(request)
        form = TrailForm(request.GET)
        page = Paginator(form.rows(), PAGE).get_page(request.GET.get("page"))
        context = self.admin_site.each_context(request) | {
            "title": self.opts.verbose_name_plural.capitalize(),
            "form": form,
            "page_obj": page,
            "entries": [(entry, _in_words(entry.details)) for entry in page],
            "may_export": request.user.has_perm(EXPORT),
            "query": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/trail.html", context)

    def table_view(self, request):
        """All entries that fit, as CSV in UTF-8: times in ISO 8601, details in JSON."""
        self._refuse_without_right(request)
        if not request.user.has_perm(EXPORT):
            raise PermissionDenied
        rows = TrailForm(request.GET).rows()
        note(AuditKind.EXPORTED, request=request, subject="forum.auditentry", form="csv")
        titles = [AuditEntry._meta.get_field(name).verbose_name for name in COLUMNS]
        lines = map(_line, rows.iterator())
        return csv_response(titles, lines, file_name="audit.csv", separator=separator_of(request))

    def _refuse_without_right(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied

    def has_add_permission(self, request):
        return False

    has_delete_permission = has_change_permission = lambda self, request, obj=None: False


def _line(entry: AuditEntry) -> list:
    values = {name: getattr(entry, name) for name in COLUMNS}
    values["at"] = localtime(entry.at).isoformat(timespec="seconds")
    values["details"] = json.dumps(entry.details, ensure_ascii=False) if entry.details else ""
    return [*values.values()]


def _in_words(details: dict) -> list[tuple[str, str]]:
    return [
        (name, ", ".join(map(str, value)) if isinstance(value, list) else str(value))
        for name, value in details.items()
        if value not in ("", [], None)
    ]
