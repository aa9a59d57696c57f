"""A page for the yearly review of an agreement: printed, filled in by hand and signed."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.choices import OF_RECORD
from agreements.life.dates import explanation
from agreements.life.status import status_on
from agreements.models import Agreement, Commitment, Outcome, Party, ProgressNote
from agreements.scores import score
from delegations import naming
from delegations.naming import Reader
from forum.admin.autocompletes import is_key
from forum.records.partial_dates import format_partial
from forum.records.texts import said
from forum.rights import may, sees_all

# What a review tells of.
TOLD = (Party, Outcome, Commitment, ProgressNote)


class YearlyReview:
    """Adds to the admin of agreements: the review of a year."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.review_view)
        review = path("<path:object_id>/review/", view, name="agreements_agreement_review")
        return [review, *super().get_urls()]

    def may_review(self, request, agreement) -> bool:
        """Whether the user may see the agreement, and all that a review tells of it."""
        sees = [may(request.user, "view", model) for model in TOLD]
        return sees_all(request.user) and self.has_view_permission(request, agreement) and all(sees)

    def review_view(self, request, object_id):
        agreement = get_object_or_404(Agreement, pk=object_id if is_key(object_id) else None)
        if not self.may_review(request, agreement):
            raise PermissionDenied
        today = timezone.localdate()
        year = _year(request.GET.get("year") or str(today.year), today)
        context = self.admin_site.each_context(request) | {
            "title": _("Review of %(year)d") % {"year": year},
            "opts": self.opts,
            **review(agreement, year, min(dt.date(year, 12, 31), today)),
            "years": [other for other in (year - 1, year + 1) if 0 < other <= today.year],
        }
        return TemplateResponse(request, "admin/agreements/agreement/review.html", context)


def _year(value: str, today: dt.date) -> int:
    """A year that has begun, of four digits; anything else raises Http404."""
    if not (value.isdecimal() and len(value) == 4 and 0 < int(value) <= today.year):
        raise Http404
    return int(value)


def review(agreement: Agreement, year: int, day: dt.date) -> dict:
    """The agreement on that day, what happened in the year, and its commitments as they are."""
    facts = agreement.facts()
    status = status_on(facts, day, settings.EXPIRING_DAYS)
    commitments = agreement.commitments.for_reading()
    return {
        "agreement": agreement,
        "year": year,
        "day": day,
        "status": status.label if status else _("nothing is known of it"),
        "explanation": explanation(facts, day, agreement.end_precision),
        "parties": [
            naming.party(party, Reader.STAFF, agreement.day)
            for party in agreement.parties.with_names()
        ],
        "happened": _happened(agreement, year),
        "commitments": [(each, each.is_overdue(day)) for each in commitments],
        "score": score(commitments, day),
        "questions": [
            _("Is the agreement still useful?"),
            _("Which commitments need help, and whose?"),
            _("Renew, amend or end it?"),
            _("What is to be done next year, and by whom?"),
        ],
    }


def _happened(agreement: Agreement, year: int) -> list[tuple[dt.date, str, str, str]]:
    """The steps, outcomes and notes of the year in time: day, day in words, what, and more."""
    steps = agreement.steps.exclude(kind__in=OF_RECORD).filter(happened_on__year=year)
    outcomes = agreement.outcomes.filter(happened_on__year=year)
    notes = ProgressNote.objects.filter(commitment__agreement=agreement, noted_on__year=year)
    rows = [(row, row.get_kind_display(), row.note) for row in steps]
    rows += [(row, said(row, "title"), row.get_kind_display()) for row in outcomes]
    dated = [
        (row.happened_on, format_partial(row.happened_on, row.happened_on_precision), what, more)
        for row, what, more in rows
    ]
    dated += [
        (note.noted_on, format_partial(note.noted_on), note.text, str(note.commitment))
        for note in notes.select_related("commitment")
    ]
    return sorted(dated)
