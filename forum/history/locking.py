"""Whoever is about to change a record waits for those who change it, or its whole, just now."""

from django.apps import apps
from django.db import models
from django.db.models import Max, Q

from forum.history.keeping import KEPT, wholes_of
from forum.history.restoring import depth_of
from forum.late import Overtaken, at_begin, is_looking
from forum.models import Touch


def lock(record: models.Model) -> None:
    """Keep the record, and the records that it is a part of, to this transaction.

    Read it anew afterwards. Wholes are locked before their parts, so that nobody waits in a circle.
    Who is only looking is kept from writing what somebody else has changed meanwhile.
    """
    if is_looking():
        seen = _last_change(record)
        at_begin(("unchanged", record), lambda: _refuse_change(record, seen))
        return
    wholes = wholes_of(record) if type(record) in KEPT else [(record._meta.label_lower, record.pk)]
    rows = [(apps.get_model(name), key) for name, key in wholes]
    for model, key in sorted(rows, key=lambda row: (depth_of(row[0]), row[0]._meta.label, row[1])):
        # What refers to these rows may be added meanwhile.
        locked = model._base_manager.filter(pk=key).select_for_update(no_key=True)
        locked.values_list("pk").first()


def _refuse_change(record: models.Model, seen) -> None:
    if _last_change(record) != seen:
        raise Overtaken


def _last_change(record: models.Model):
    """What differs as soon as somebody else changes the record, its parts or its whole."""
    if type(record) not in KEPT:
        return type(record)._base_manager.filter(pk=record.pk).values().first()
    ours = Q()
    for model, key in wholes_of(record):
        ours |= Q(model=model, key=key)
    return Touch.objects.filter(ours).aggregate(last=Max("version"))
