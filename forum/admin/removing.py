"""What the page that asks before a deletion lists: records, not the rows that follow from them."""

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst


def has_a_name(model: type[Model]) -> bool:
    """Whether people meet such records: what they never see has no translated name."""
    return isinstance(model._meta.verbose_name, Promise) and not model._meta.auto_created


class NamesWhatIsDeleted:
    """An admin that asks in words of its readers."""

    def get_deleted_objects(self, objs, request):
        listed, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        unseen = [
            model._meta
            for model in apps.get_models(include_auto_created=True)
            if not has_a_name(model)
        ]
        kinds = tuple(f"{capfirst(meta.verbose_name)}: " for meta in unseen)
        plurals = {str(meta.verbose_name_plural) for meta in unseen}
        counts = {name: count for name, count in counts.items() if str(name) not in plurals}
        return _without(listed, kinds), counts, forbidden, protected


def _without(listed: list, kinds: tuple[str, ...]) -> list:
    """The nested list that Django makes, where the parts of a line are the list after it."""
    return [
        _without(line, kinds) if isinstance(line, list) else line
        for line in listed
        if isinstance(line, list) or not line.startswith(kinds)
    ]
