"""A document as a file: as PDF, as CSV or as a workbook, noted in the audit trail."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from config.desk.printing.choosing import PrintForm, language_of
from config.desk.printing.documents import DOCUMENTS, Document
from config.desk.printing.gathering import Gathering
from config.desk.printing.lists import cells
from config.desk.printing.reading import gathering
from config.typesetting import pdf
from delegations.printing import may_print, page_to_print
from forum.admin.autocompletes import is_key
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import Event
from forum.records.tables import csv_response, separator_of, xlsx_response


@require_safe
def printed(request, key, name, form):
    """One document for those whom the address chooses; what it cannot mean is told on the page."""
    if not may_print(request.user):
        raise PermissionDenied
    document = DOCUMENTS.get(name)
    if document is None or form not in document.forms or not is_key(key):
        raise Http404
    if not document.is_open_to(request.user):
        raise PermissionDenied
    event = get_object_or_404(Event.objects.select_related("venue"), pk=key)
    with override(language_of(request)):
        asked = PrintForm(request.GET, gathering(event, request.user))
        if not asked.is_valid():
            return HttpResponseRedirect(page_to_print(event.pk, request.GET))
        chosen = _part(document, document.on_it(asked.narrowed()), request.GET.get("part", ""))
        return _file(request, event, name, form, chosen)


def _part(document: Document, chosen: Gathering, number: str) -> Gathering:
    """All of them, or those of the part of that number."""
    if not number:
        return chosen
    parts = {str(each): part for each, part in enumerate(document.parts(chosen), 1)}
    if number not in parts:
        raise Http404
    return replace(chosen, guests=chosen.guests[parts[number]])


def _file(request, event: Event, name: str, form: str, chosen: Gathering) -> HttpResponse:
    document = DOCUMENTS[name]
    columns = document.columns_for(request.user, chosen)
    rows = document.rows(chosen)
    private = sorted({column.private[1] for column in columns if column.private})
    said = {"form": form, "document": name, "rows": len(rows)}
    said |= {"private": private} if private else {}
    note(AuditKind.EXPORTED, request=request, subject=event, **said)
    file_name = f"{event.slug}-{name}"
    if form == "pdf":
        content = {"title": chosen.title, "kind": str(document.label), "facts": chosen.facts}
        paper = content | {"address": ""} | document.paper(chosen, columns)
        return pdf(document.template, paper, file_name=file_name)
    titles = [column.title for column in columns]
    if form == "csv":
        file_name, separator = f"{file_name}.csv", separator_of(request)
        return csv_response(titles, cells(columns, rows), file_name=file_name, separator=separator)
    return xlsx_response(titles, cells(columns, rows), file_name=f"{file_name}.xlsx")
