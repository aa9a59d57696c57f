from django.db.models import QuerySet

from forum.history.keeping import revision


def set_published(queryset: QuerySet, *, is_published: bool, by=None) -> int:
    """Publish the records, or take them off the site, all in one revision.

    Returns how many changed; those that were so already are left alone.
    """
    with revision(by=by):
        # Asked for anew: a queryset with joins or DISTINCT cannot be locked on Postgres.
        rows = queryset.model.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
        records = list(rows.exclude(is_published=is_published).select_for_update())
        for record in records:
            record.is_published = is_published
            record.save(update_fields=["is_published", "changed_at"])
    return len(records)
