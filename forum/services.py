from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from forum.history.keeping import revision
from forum.models import AsideFile, AsideForm
from forum.models.aside import KEPT
from forum.review.submissions import approve
from forum.rights import PUBLISH


def set_published(queryset: QuerySet, *, is_published: bool, by=None) -> int:
    """Publish the records, or take them off the site, all in one revision.

    Returns how many changed; those that were so already are left alone. Raises PermissionDenied if
    `by` lacks the right, ValidationError if something has to be reviewed before.
    """
    with revision(by=by):
        # Asked for anew: a queryset with joins or DISTINCT cannot be locked on Postgres.
        rows = queryset.model.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
        records = list(rows.exclude(is_published=is_published).select_for_update())
        if is_published:
            approve(records, by=by)
        elif by is not None and not by.has_perm(PUBLISH):
            raise PermissionDenied
        for record in records:
            record.is_published = is_published
            record.save(update_fields=["is_published", "changed_at"])
    return len(records)


@transaction.atomic
def clean_aside() -> int:
    """Drop what was set aside of forms and not saved for a day; how much it was."""
    before = timezone.now() - KEPT
    files = list(AsideFile.objects.filter(kept_at__lt=before))
    for kept in files:
        kept.drop()
    forms, _by_model = AsideForm.objects.filter(kept_at__lt=before).delete()
    return len(files) + forms
