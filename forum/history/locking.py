"""Whoever is about to change a record waits for those who change it, or its whole, just now."""

from django.apps import apps
from django.db import models

from forum.history.keeping import KEPT, wholes_of
from forum.history.restoring import depth_of


def lock(record: models.Model) -> None:
    """Keep the record, and the records that it is a part of, to this transaction.

    Read it anew afterwards. Wholes are locked before their parts, so that nobody waits in a circle.
    """
    wholes = wholes_of(record) if type(record) in KEPT else [(record._meta.label_lower, record.pk)]
    rows = [(apps.get_model(name), key) for name, key in wholes]
    for model, key in sorted(rows, key=lambda row: (depth_of(row[0]), row[0]._meta.label, row[1])):
        # What refers to these rows may be added meanwhile.
        locked = model._base_manager.filter(pk=key).select_for_update(no_key=True)
        locked.values_list("pk").first()
