"""The page on which a delegation brings a list: first the list, then what each row says."""

from secrets import token_urlsafe

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from delegations.models import Nominee
from delegations.nominating import lists, uploads
from delegations.nominating.forms import ListForm, TakeOverForm
from delegations.nominating.pages import back, own_page, page
from forum.admin.careful import once


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def listing(request, invitation):
    """A list to paste or upload; its rows, to be corrected; and taking over the good ones."""
    if request.method == "POST" and "rows" in request.POST:
        return _rows(request, invitation)
    may_upload = uploads.admit(request, invitation, "file")
    form = ListForm(request.POST or None, request.FILES or None, may_upload=may_upload)
    if form.is_bound and form.is_valid():
        return _preview(request, invitation, form.values)
    columns = [str(column.label) for column in lists.COLUMNS]
    return page(request, invitation, "list", {"form": form, "columns": columns})


def _rows(request, invitation):
    """Read the rows again as they were corrected; take over those in which nothing is wrong.

    Sent twice it takes nobody over twice; rows that were refused stay on the page.
    """
    values = lists.brought(request.POST)
    if "take" not in request.POST:
        return _preview(request, invitation, values)
    rows = lists.examine(values, invitation, timezone.localdate())
    is_again = once.claim(request, Nominee) is not None
    if not is_again:
        _take_over(request, invitation, rows)
    # Of what was sent again, whoever is on the list by now was taken over.
    left = [row.values for row in rows if row.problems and not (is_again and row.known)]
    return _preview(request, invitation, left) if left else back(request, "taken-in")


def _take_over(request, invitation, rows) -> None:
    consent = timezone.localdate() if request.POST.get("consent") else None
    if lists.take_over(rows, invitation, language=get_language(), consented_on=consent):
        once.done(request, invitation)
    else:
        once.release(request)


def _preview(request, invitation, values):
    rows = lists.examine(values, invitation, timezone.localdate())
    good = [" · ".join(row.values.values()) for row in rows if not row.problems]
    bad = [_wrong(row) for row in rows if row.problems]
    context = {
        "good": good,
        "bad": bad,
        "rows": lists.carried(values),
        "once": token_urlsafe(24),
        "form": TakeOverForm(),
        "heading_of_list": _("What the list says"),
    }
    return page(request, invitation, "rows", context)


def _wrong(row) -> dict:
    """A row in which something is wrong: its cells that are, and who it is about."""
    cells = [
        {
            "id": f"cell-{row.position}-{name}",
            "label": lists.BY_NAME[name].label,
            "text": row.says(name),
            "problem": problem,
        }
        for name, problem in row.problems.items()
    ]
    others = [text for name, text in row.values.items() if name not in row.problems and text]
    return {"number": row.position + 1, "cells": cells, "others": " · ".join(others)}
