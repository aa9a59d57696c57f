"""What follows from a record may change by itself, when a day has come."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from forum.derived.registry import READERS, concerned

DAY = dt.timedelta(days=1)
# The field of a model that says until when something holds.
TURNS: dict[type[models.Model], str] = {}


def turns_after(model: type[models.Model], field: str) -> None:
    """Say that what follows from a model's records is to be written anew after the day there."""
    TURNS[model] = field


def remember(model: type[models.Model], keys: Iterable[int]) -> None:
    """Keep, in the transaction of a change, from which day on it says something else."""
    if field := TURNS.get(model):
        days = (timezone.localdate(), dt.date.max - DAY)
        holding = {"pk__in": keys, f"{field}__range": days}
        rows = model._base_manager.filter(**holding).values_list("pk", field)
        name = model._meta.label_lower
        _due().bulk_create([_due().model(model=name, key=k, on=day + DAY) for k, day in rows])


def turns_on(model: type[models.Model], keys: Iterable[int], days: Mapping[int, dt.date]) -> None:
    """Keep from which day on something else follows from some records of a model, for now.

    Of a model on which no `turns_after` says the same in another way.
    """
    name = model._meta.label_lower
    _due().filter(model=name, key__in=keys).delete()
    _due().bulk_create([_due().model(model=name, key=key, on=on) for key, on in days.items()])


def is_new_day(on: dt.date) -> bool:
    """Whether this connection has not asked on this day yet."""
    is_new = getattr(connection, "derived_on", None) != on
    connection.derived_on = on
    return is_new


def turn(on: dt.date) -> bool:
    """Mark what follows from records of which a day has come; whether there were any."""
    due = _due().filter(on__lte=on)
    if not due.exists():
        return False
    with transaction.atomic():
        stale = apps.get_model("forum", "Stale")
        rows = list(due)
        stale.objects.bulk_create(
            stale(derivation=name, key=key) for each in rows for name, key in _concerned(each)
        )
        due.filter(pk__in=[each.pk for each in rows]).delete()
    return True


def _concerned(due) -> set[tuple[str, int]]:
    model = apps.get_model(due.model)
    record = model._base_manager.filter(pk=due.key).first()
    readers = READERS[model] if record else ()
    return concerned((reader, {getattr(record, reader.attribute)} - {None}) for reader in readers)


def _due():
    return apps.get_model("forum", "Due").objects
