"""A site on which every text that staff may type is one long word."""

from django.apps import apps
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast, Concat

from forum.derived import catch_up

WORD = "Rahvusvahelistumisstrateegiakomisjonidele"
# Of theirs nobody types a text.
WRITTEN_BY_US = {
    *("AuditEntry", "Author", "Cached", "Erasure", "OldAddress", "Removal", "Right"),
    *("SearchEntry", "Stale", "Touch", "EarlierFile"),
}
# No page shows them to a visitor; a reason stands only beside a place by hand.
UNREAD = ("sha256", "place_reason")


def _is_typed(field) -> bool:
    """Whether a field is free text in English, with room for the word and a number."""
    is_text = type(field) in (models.CharField, models.TextField) and not field.choices
    is_free = all(isinstance(each, MaxLengthValidator) for each in field.validators)
    has_room = field.max_length is None or field.max_length >= len(WORD) + 10
    is_read = not field.name.endswith(("_kk", "_ru", "_et")) and field.name not in UNREAD
    return is_text and is_free and has_room and is_read and not field.unique


def make_every_text_a_long_word() -> None:
    """Write the word, and the number of its record, into every text of every record."""
    for app in ("forum", "delegations", "agreements"):
        for model in apps.get_app_config(app).get_models():
            typed = [field.name for field in model._meta.concrete_fields if _is_typed(field)]
            if typed and model.__name__ not in WRITTEN_BY_US:
                word = Concat(Value(WORD), Cast("pk", models.CharField()))
                model.objects.update(**dict.fromkeys(typed, word))
    catch_up()
