"""What is on record already with a name like the one that staff type, in whatever form."""

from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.http import JsonResponse
from django.urls import path, reverse

from forum.published import open_to
from forum.records.translated import columns
from forum.rights import sees_all
from forum.search.find import kind_of, nearest
from forum.search.index import KINDS

OFFERED = 5
NAMES = {*columns("name", "title")}
# By which relation a row says whose printed name it has.
WHOSE = ("official", "institution")


def address_of(record: models.Model) -> str:
    """Where staff change the record."""
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])


def about(record: models.Model) -> str:
    """What tells a record from others of its name."""
    return KINDS[kind_of(type(record))].about(record)


def alike_address(field: models.Field) -> str:
    """Where the field's form asks for names like the one that is typed; empty if it has none."""
    model = field.model if field.name in NAMES else None
    if field.name == "name_as_printed":
        model = next(filter(None, (_related(field.model, name) for name in WHOSE)), None)
    if model is None or kind_of(model) is None:
        return ""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_alike")


def _related(model: type[models.Model], name: str) -> type[models.Model] | None:
    try:
        return model._meta.get_field(name).related_model
    except FieldDoesNotExist:
        return None


class OffersAlike:
    """A kind of record of which any form offers those with names like the one that is typed."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_alike"
        view = self.admin_site.admin_view(self.alike_view)
        return [path("alike/", view, name=name), *super().get_urls()]

    def alike_view(self, request):
        """Records with such names, as JSON: [{key, label, about, url}]."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = KINDS[kind_of(self.model)]
        found = nearest(kind.name, request.GET.get("name", "")[:200], OFFERED + 1)
        records = open_to(request.user, kind.records()).in_bulk(found)
        rows = [
            {
                "key": key,
                "label": str(record),
                "about": kind.about(record) if sees_all(request.user) else "",
                "url": address_of(record),
            }
            for key in found
            if (record := records.get(key)) and str(key) != request.GET.get("but")
        ]
        return JsonResponse({"alike": rows[:OFFERED]})
