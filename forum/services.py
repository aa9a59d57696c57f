from django.db import transaction
from django.db.models import QuerySet
from simple_history.utils import bulk_update_with_history

from forum.search.index import changed


@transaction.atomic
def set_published(queryset: QuerySet, *, is_published: bool, by=None) -> int:
    """Publish the records, or take them off the site, each with an entry in its history.

    Returns how many changed; those that were so already are left alone.
    """
    # Asked for anew: a queryset with joins or DISTINCT cannot be locked on Postgres.
    rows = queryset.model.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
    records = list(rows.exclude(is_published=is_published).select_for_update())
    for record in records:
        record.is_published = is_published
    if records:
        bulk_update_with_history(records, type(records[0]), ["is_published"], default_user=by)
        changed(records)
    return len(records)
