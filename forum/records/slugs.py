"""Addresses made from names in any alphabet."""

from collections.abc import Callable, Sequence

from anyascii import anyascii
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Exists, Model, OuterRef
from django.utils.text import slugify
from django.utils.translation import gettext as _

from forum.records.translated import columns

MAX_LENGTH = 120
# What stands where the slug of a record would: /events/feed/, /agreements/feed/.
RESERVED = {"feed"}


def first_text(instance, field: str) -> str:
    """The translated field's text in the first language that has one."""
    texts = (getattr(instance, column) for column in columns(field))
    return next((text for text in texts if text), "")


def own_slug(instance, field: str) -> str:
    """The slug that the instance was given, or one made from its name that nobody has or had.

    Raises ValidationError if the given one was another record's: links to that would break.
    A name without any letter or digit gives the model's own name and a number.
    """
    if not instance.slug:
        base = _base(instance, field)
        return _free(base, lambda slugs: _taken(type(instance), slugs, but=instance.pk))
    if _taken(type(instance), {instance.slug}, but=instance.pk):
        raise ValidationError(
            {"slug": _("This address belongs to another record, or did; links lead there.")}
        )
    return instance.slug


def own_slugs(records: Sequence[Model], field: str) -> None:
    """Give new records of one model slugs that nobody has or had, nor any other of them."""
    given: set[str] = set()
    bases = [_base(record, field) for record in records]
    stored = _taken(type(records[0]), {*bases})

    def taken(slugs: set[str]) -> set[str]:
        # Only a name that is taken already leads to further ones.
        return slugs & given | _taken(type(records[0]), slugs - given)

    for record, base in zip(records, bases, strict=True):
        is_free = base not in stored and base not in given
        record.slug = base if is_free else _free(base, taken)
        given.add(record.slug)


def _base(record: Model, field: str) -> str:
    text = slugify(anyascii(first_text(record, field)))[:MAX_LENGTH].strip("-")
    return text or record._meta.model_name


def _taken(model: type[Model], slugs: set[str], but: int | None = None) -> set[str]:
    """Which of these slugs are no record's, or are or were another one's of the model."""
    others = model._base_manager.exclude(pk=but)
    former = apps.get_model("forum", "OldAddress").objects.filter(
        Exists(others.filter(pk=OuterRef("key"))), model=model._meta.label_lower
    )
    found = (
        rows.filter(slug__in=slugs).order_by().values_list("slug", flat=True)
        for rows in (former, others)
    )
    return slugs & RESERVED | {*next(found).union(*found)}


def _free(base: str, taken: Callable[[set[str]], set[str]]) -> str:
    """The base, or the base with a number: found in few steps, however many are taken."""
    if not taken({base}):
        return base
    low, high = 1, 2
    while taken({f"{base}-{high}"}):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken({f"{base}-{middle}"}) else (low, middle)
    return f"{base}-{high}"
