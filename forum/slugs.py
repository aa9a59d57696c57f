"""Addresses made from names in any alphabet."""

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify

MAX_LENGTH = 120


def first_text(instance, field: str) -> str:
    """The translated field's text in the first language that has one."""
    texts = (getattr(instance, f"{field}_{code}", "") for code, _name in settings.LANGUAGES)
    return next((text for text in texts if text), "")


def unique_slug(instance, field: str) -> str:
    """A slug from the instance's name that no other row of its model has.

    A name without any letter or digit gives the model's own name and a number.
    """
    model = type(instance)
    base = slugify(anyascii(first_text(instance, field)))[:MAX_LENGTH].strip("-")
    base = base or model._meta.model_name
    taken = set(
        model.objects.exclude(pk=instance.pk)
        .filter(slug__startswith=base)
        .values_list("slug", flat=True)
    )
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
