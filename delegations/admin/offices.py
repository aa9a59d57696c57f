"""A warning, not a refusal: the office that was chosen for an occasion was not held on its days."""

from collections.abc import Iterable

from django.contrib import messages
from django.utils.translation import gettext as _

from delegations.admin.held import OfAnOccasion
from delegations.models import Representation
from delegations.offices import why_not_held
from forum.admin.careful.rows import RowsFormSet


def warn(request, rows: Iterable[Representation]) -> None:
    """Tell staff of each row whose office was not held then, with the reason."""
    for row in rows:
        why = (
            why_not_held(row.appointment.tenure, *row.days) if row.appointment and row.days else ""
        )
        if why:
            text = _("%(person)s: the office was not held on the day. %(why)s")
            messages.warning(request, text % {"person": row, "why": why})


class WarningFormSet(RowsFormSet):
    """Rows of people in their offices; the inline tells it whom to warn."""

    request = None

    def save(self, commit=True):
        rows = super().save(commit)
        warn(self.request, rows)
        return rows


class WarnsInRows(OfAnOccasion):
    """An inline of people in their offices."""

    formset = WarningFormSet

    def get_formset(self, request, obj=None, **kwargs):
        # A class of its own for each request.
        formset = super().get_formset(request, obj, **kwargs)
        formset.request = request
        return formset


class WarnsOfOffice(OfAnOccasion):
    """The admin of people in their offices."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        warn(request, [obj])
