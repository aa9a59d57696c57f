from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext_noop

from forum.history.keeping import revision
from forum.services import set_published


def set_published_together(records: Iterable[Model], *, is_published: bool, by) -> int:
    """Publish records of any kinds, or take them off, in one revision; how many changed."""
    keys: dict[type[Model], list[int]] = {}
    for record in records:
        keys.setdefault(type(record), []).append(record.pk)
    comment = gettext_noop("Published.") if is_published else gettext_noop("Taken off the site.")
    with revision(by=by, comment=comment):
        return sum(
            set_published(model.objects.filter(pk__in=found), is_published=is_published, by=by)
            for model, found in keys.items()
        )
