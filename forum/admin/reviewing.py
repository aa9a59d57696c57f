"""What lists and forms show of the review before publication, where it is on."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum.admin.returning import returning
from forum.choices import ReviewState
from forum.review.submissions import changed_since, in_state, is_on, last_of
from forum.rights import PUBLISH


class ReviewFilter(admin.SimpleListFilter):
    """Records by what was said of them last."""

    title = _("review before publication")
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [(each.value, each.label) for each in (ReviewState.WAITING, ReviewState.RETURNED)]

    def queryset(self, request, queryset):
        if self.value() not in ReviewState:
            return queryset
        return queryset.filter(pk__in=in_state(queryset.model, self.value()).values("pk"))


def review_address(record) -> str:
    return reverse(f"admin:{record._meta.model_name}_review", args=[record.pk])


def review_of(request, record, back: str) -> dict:
    """Where the record stands in the review, and where staff go on; nothing where it is off."""
    if not is_on() or record.is_published:
        return {}
    last = last_of(record)
    return {
        "review": last,
        "review_url": returning(review_address(record), back),
        "is_changed_since": bool(last and changed_since([record], {record.pk: last})),
        "may_answer": request.user.has_perm(PUBLISH),
    }
